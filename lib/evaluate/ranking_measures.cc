// Resumes of equal value form a group whose members stand in random order: each place of the group holds the group's
// mean, which gives the expected value of a measure in closed form (F. McSherry and M. Najork, "Computing Information
// Retrieval Performance Measures Efficiently in the Presence of Tied Scores", 2008).
#include "evaluate/ranking_measures.h"

#include <algorithm>
#include <cmath>

namespace skillfit {
namespace {

// One posting's value between 0 and 1.
Mean whole(double value) {
  return {std::llround(1e6 * value), 1};
}

double discount(std::size_t place) {
  return 1 / std::log2(static_cast<double>(place + 2));
}

// Calls use(first, last) for each group of equal values, best first; sorts `resumes` so.
template <class Use>
void for_each_group(std::vector<Judged>& resumes, Use use) {
  std::sort(resumes.begin(), resumes.end(), [](const Judged& a, const Judged& b) { return a.value > b.value; });
  for (std::size_t first = 0, last = 0; first < resumes.size(); first = last) {
    while (last < resumes.size() && resumes[last].value == resumes[first].value) ++last;
    use(first, last);
  }
}

double best_dcg(std::vector<Judged> resumes, std::size_t places) {
  std::sort(resumes.begin(), resumes.end(), [](const Judged& a, const Judged& b) { return a.grade > b.grade; });
  double sum = 0;
  for (std::size_t i = 0; i < std::min(places, resumes.size()); ++i) {
    sum += static_cast<double>(resumes[i].grade) * discount(i);
  }
  return sum;
}

}  // namespace

Mean pair_accuracy(const std::vector<Judged>& resumes) {
  std::int64_t halves = 0;
  Mean out;
  for (const Judged& better : resumes) {
    for (const Judged& worse : resumes) {
      if (better.grade <= worse.grade) continue;
      ++out.of;
      halves += better.value > worse.value ? 2 : better.value == worse.value ? 1 : 0;
    }
  }
  out.sum = halves * 500'000;
  return out;
}

Mean ndcg(std::vector<Judged> resumes, std::size_t places) {
  const double best = best_dcg(resumes, places);
  if (best == 0) return {};
  double sum = 0;
  for_each_group(resumes, [&](std::size_t first, std::size_t last) {
    double grades = 0, discounts = 0;
    for (std::size_t i = first; i < last; ++i) {
      grades += static_cast<double>(resumes[i].grade);
      discounts += i < places ? discount(i) : 0;
    }
    sum += discounts * grades / static_cast<double>(last - first);
  });
  return whole(sum / best);
}

Mean average_precision(std::vector<Judged> resumes, std::int64_t relevant_above) {
  double sum = 0, before = 0;
  for_each_group(resumes, [&](std::size_t first, std::size_t last) {
    const auto size = static_cast<double>(last - first);
    const auto relevant = static_cast<double>(std::count_if(
        resumes.begin() + static_cast<std::ptrdiff_t>(first), resumes.begin() + static_cast<std::ptrdiff_t>(last),
        [&](const Judged& resume) { return resume.grade > relevant_above; }));
    // Given that a relevant one stands at a place, the others are spread evenly over the rest of the group.
    const double others = size > 1 ? (relevant - 1) / (size - 1) : 0;
    for (std::size_t i = first; i < last && relevant > 0; ++i) {
      const double found = before + 1 + static_cast<double>(i - first) * others;
      sum += relevant / size * found / static_cast<double>(i + 1);
    }
    before += relevant;
  });
  return before > 0 ? whole(sum / before) : Mean{};
}

}  // namespace skillfit
