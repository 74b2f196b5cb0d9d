// Every resample is a list of postings, drawn once and used for all figures; what varies between two rankers is then
// how they rank, not for whom. All sums are of integers, so no order of adding can show.
#include "evaluate/bootstrap.h"

#include <algorithm>

namespace skillfit {
namespace {

constexpr std::uint64_t kSeed = 2026;

using Sample = std::vector<std::size_t>;  // indices of postings

std::vector<Sample> draw_samples(std::size_t postings) {
  SplitMix random(kSeed);
  std::vector<Sample> samples(postings == 0 ? 0 : kResamples, Sample(postings));
  for (Sample& sample : samples) {
    for (std::size_t& posting : sample) posting = random.below(postings);
  }
  return samples;
}

Mean mean_of(const std::vector<RankedPosting>& postings, const Sample& sample, std::size_t ranker,
             std::size_t measure) {
  Mean total;
  for (const std::size_t i : sample) {
    const Mean& mean = postings[i].means[ranker][measure];
    total.sum += mean.sum;
    total.of += mean.of;
  }
  return total;
}

// figure(sample) is nothing where it is undefined.
template <class Figure>
std::optional<Estimate> estimate_one(const std::vector<Sample>& samples, const Sample& all, Figure figure) {
  const std::optional<std::int64_t> value = figure(all);
  if (!value) return {};
  std::vector<std::int64_t> values;
  for (const Sample& sample : samples) {
    if (const std::optional<std::int64_t> drawn = figure(sample)) values.push_back(*drawn);
  }
  std::sort(values.begin(), values.end());
  const std::size_t outside = values.size() / 40;  // 2.5 % on each side
  return values.empty() ? Estimate{*value, *value, *value}
                        : Estimate{*value, values[outside], values[values.size() - 1 - outside]};
}

}  // namespace

std::uint64_t SplitMix::next() {
  std::uint64_t z = (state_ += 0x9e3779b97f4a7c15u);
  z = (z ^ (z >> 30)) * 0xbf58476d1ce4e5b9u;
  z = (z ^ (z >> 27)) * 0x94d049bb133111ebu;
  return z ^ (z >> 31);
}

std::optional<std::int64_t> Mean::value() const {
  if (of == 0) return {};
  return sum / static_cast<std::int64_t>(of);
}

void estimate(RankingEvaluation& evaluation) {
  const std::vector<RankedPosting>& postings = evaluation.postings;
  const std::vector<Sample> samples = draw_samples(postings.size());
  Sample all;
  for (std::size_t i = 0; i < postings.size(); ++i) all.push_back(i);
  const auto figure = [&](const Sample& sample, Ranker ranker, std::size_t measure) {
    return mean_of(postings, sample, static_cast<std::size_t>(ranker), measure).value();
  };
  for (std::size_t m = 0; m < kMeasures; ++m) {
    for (std::size_t r = 0; r < kRankers; ++r) {
      evaluation.figures[r][m] =
          estimate_one(samples, all, [&](const Sample& sample) { return figure(sample, static_cast<Ranker>(r), m); });
    }
    evaluation.lead[m] = estimate_one(samples, all, [&](const Sample& sample) -> std::optional<std::int64_t> {
      const std::optional<std::int64_t> ours = figure(sample, Ranker::skillfit, m);
      const std::optional<std::int64_t> theirs = figure(sample, Ranker::bm25, m);
      if (!ours || !theirs) return {};
      return *ours - *theirs;
    });
  }
}

}  // namespace skillfit
