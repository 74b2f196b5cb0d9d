#include "match/budget.h"

#include <algorithm>

#include "match/signals.h"

namespace skillfit {
namespace {

constexpr std::int64_t kWhole = 1000;  // thousandths of a signal's weight

std::int64_t weight_of(std::span<const Ask> asks, SignalId signal) {
  std::int64_t sum = 0;
  for (const Ask& ask : asks) sum += ask.signal == signal ? ask.weight : 0;
  return sum;
}

// Thousandths of its weight that the signal of the nice-to-haves keeps: so many that none of them can earn more than a
// must-have just as rare. Else one word in passing would be paid the budget of a whole list.
std::int64_t share_of_preferred(std::span<const Ask> asks, const SignalWeights& weights) {
  const std::int64_t required = weights.value[static_cast<std::size_t>(SignalId::required)];
  const std::int64_t preferred = weights.value[static_cast<std::size_t>(SignalId::preferred)];
  const std::int64_t musts = weight_of(asks, SignalId::required);
  if (musts == 0 || preferred <= 0 || preferred >= required) return kWhole;  // the user wants it so
  const std::int64_t of_musts = std::min(kWhole * weight_of(asks, SignalId::preferred) / musts, kWhole);
  return std::min(kWhole, required * of_musts / preferred);
}

// The budget of each signal: the default or the user's weights over the signals that the posting asks for.
void apportion_signals(std::span<Share, kSignalCount> signals, std::span<const Ask> asks,
                       const SignalWeights& weights) {
  for (std::uint32_t i = 0; i < kSignalCount; ++i) signals[i].key = i;
  for (const Ask& ask : asks) {
    const auto signal = static_cast<std::size_t>(ask.signal);
    signals[signal].weight = kWhole * std::max(weights.value[signal], 0);
  }
  Share& preferred = signals[static_cast<std::size_t>(SignalId::preferred)];
  preferred.weight = preferred.weight / kWhole * share_of_preferred(asks, weights);
  apportion(kFullScore, signals);
}

}  // namespace

void apportion(Points total, std::span<Share> shares) {
  std::int64_t sum = 0;
  for (const Share& share : shares) sum += share.weight;
  if (sum == 0) return;
  struct Remainder {
    std::int64_t left;
    Share* share;
  };
  std::vector<Remainder> remainders;
  remainders.reserve(shares.size());
  Points given = 0;
  for (Share& share : shares) {
    const std::int64_t quota = share.weight * total;
    share.points = static_cast<Points>(quota / sum);
    given += share.points;
    if (share.weight > 0) remainders.push_back({quota % sum, &share});
  }
  std::sort(remainders.begin(), remainders.end(), [](const Remainder& a, const Remainder& b) {
    return a.left != b.left ? a.left > b.left : a.share->key < b.share->key;
  });
  for (std::size_t i = 0; given < total; ++i, ++given) ++remainders[i].share->points;
}

std::vector<Ask> make_asks(const Profile& posting, const SignalWeights& weights) {
  std::vector<Ask> asks;
  asks.reserve(posting.requirements.size() + posting.skills.size());
  for (const Signal& signal : signals()) signal.collect(posting, asks);
  const auto names_skill = [](const Ask& ask) {
    const Requirement* asked = ask.requirement;
    return asked != nullptr && (asked->kind == RequirementKind::skill || asked->listed);
  };
  if (std::none_of(asks.begin(), asks.end(), names_skill)) return {};

  std::array<Share, kSignalCount> budgets;
  apportion_signals(budgets, asks, weights);
  std::erase_if(asks, [&](const Ask& ask) { return budgets[static_cast<std::size_t>(ask.signal)].points == 0; });
  std::vector<Share> shares;
  for (std::size_t begin = 0, end = 0; begin < asks.size(); begin = end) {
    shares.clear();
    for (; end < asks.size() && asks[end].signal == asks[begin].signal; ++end) {
      shares.push_back({asks[end].weight, asks[end].tie, 0});
    }
    apportion(budgets[static_cast<std::size_t>(asks[begin].signal)].points, shares);
    for (std::size_t i = begin; i < end; ++i) asks[i].max = shares[i - begin].points;
  }
  return asks;
}

}  // namespace skillfit
