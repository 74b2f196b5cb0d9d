// Budgets: what each thing a posting asks for can earn at most. Nothing here knows the resume.
#pragma once

#include <span>
#include <vector>

#include "skillfit/match.h"

namespace skillfit {

struct Share {
  std::int64_t weight = 0;  // 0 <= weight; total * sum of weights < 2^63
  std::uint32_t key = 0;    // settles ties: the smaller key is served first
  Points points = 0;
};

// Divides `total` in proportion to the weights by largest remainder (Hamilton's method): the points add up to exactly
// `total`, and each is less than one thousandth of a point away from its quota. All 0 if no weight is above 0.
void apportion(Points total, std::span<Share> shares);

// One thing that can earn points.
struct Ask {
  SignalId signal = SignalId::required;
  const Requirement* requirement = nullptr;  // null: similarity
  SkillId skill{};                           // similarity; kind skill: the first of any_of
  std::uint32_t tie = 0;                     // Share::key: skills in their order, then terms in theirs
  std::int64_t weight = 0;                   // inside its signal, > 0
  Points max = 0;
};

// Everything a posting asks for with what it can earn, in the order of signals, then posting order. Empty if the
// posting names no skill to ask for (or the weights leave nothing): then there is no score. Sum of max = kFullScore
// otherwise. Views `posting`.
std::vector<Ask> make_asks(const Profile& posting, const SignalWeights& weights);

}  // namespace skillfit
