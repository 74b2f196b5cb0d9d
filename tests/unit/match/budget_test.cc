#include "match/budget.h"

#include <doctest/doctest.h>

#include "sample_profiles.h"

using namespace skillfit;
using namespace skillfit::testing;

TEST_CASE("apportion: largest remainder") {
  struct Case {
    const char* name;
    Points total;
    std::vector<Share> shares;
    std::vector<Points> expected;
  };
  const Case cases[] = {
      {"nothing", 100, {}, {}},
      {"one", 100, {{7, 0}}, {100}},
      {"equal parts", 100, {{1, 0}, {1, 1}, {1, 2}, {1, 3}}, {25, 25, 25, 25}},
      {"ties go to the smaller key", 100, {{1, 9}, {1, 4}, {1, 5}}, {33, 34, 33}},
      {"two ties", 100'000, {{1, 2}, {1, 1}, {1, 0}}, {33'333, 33'333, 33'334}},
      {"the larger remainder first", 10, {{15, 0}, {33, 1}, {52, 2}}, {2, 3, 5}},
      {"weight 0 gets nothing", 100, {{0, 0}, {2, 1}, {1, 2}}, {0, 67, 33}},
      {"no weight at all", 100, {{0, 0}, {0, 1}}, {0, 0}},
      {"total 0", 0, {{3, 0}, {4, 1}}, {0, 0}},
  };
  for (const Case& c : cases) {
    CAPTURE(c.name);
    std::vector<Share> shares = c.shares;
    apportion(c.total, shares);
    std::vector<Points> points;
    points.reserve(shares.size());
    for (const Share& share : shares) points.push_back(share.points);
    CHECK(points == c.expected);
  }
}

TEST_CASE("apportion: adds up, stays within one of the quota, and does not depend on the order") {
  Random random(3);
  for (int round = 0; round < 20'000; ++round) {
    std::vector<Share> shares(1 + random.below(40));
    std::int64_t sum = 0;
    for (std::uint32_t i = 0; i < shares.size(); ++i) {
      shares[i] = {random.one_in(5) ? 1000 : random.below(2'000'000'000), i};
      sum += shares[i].weight;
    }
    std::vector<Share> shuffled = shares;
    for (std::size_t i = shuffled.size(); i > 1; --i) {
      std::swap(shuffled[i - 1], shuffled[random.below(static_cast<std::uint32_t>(i))]);
    }
    const auto total = static_cast<Points>(random.below(100'001));
    apportion(total, shares);
    apportion(total, shuffled);
    std::int64_t given = 0;
    for (const Share& share : shares) {
      given += share.points;
      const std::int64_t error = share.points * sum - share.weight * total;
      REQUIRE(std::abs(error) < std::max<std::int64_t>(sum, 1));
    }
    REQUIRE(given == (sum == 0 ? 0 : total));
    for (const Share& share : shuffled) REQUIRE(share.points == shares[share.key].points);
  }
}

TEST_CASE("budgets: only what is asked gets one") {
  struct Case {
    const char* name;
    Profile posting;
    std::vector<std::pair<SignalId, Points>> expected;
  };
  Profile full = posting_asking({{{skill("java")}}, {{skill("python")}, Stance::preferred}});
  ask(full, RequirementKind::months, 60);
  ask(full, RequirementKind::degree, 0, DegreeLevel::bachelor);
  ask(full, RequirementKind::title);
  Profile no_skill = empty_profile(As::posting);
  ask(no_skill, RequirementKind::months, 60);
  const Case cases[] = {
      {"everything asked: the default weights themselves",
       full,
       {{SignalId::required, 45'000},
        {SignalId::preferred, 10'000},
        {SignalId::similarity, 10'000},
        {SignalId::title, 25'000},
        {SignalId::years, 5'000},
        {SignalId::education, 5'000}}},
      {"one required skill: 45 to 10",
       posting_asking({{{skill("java")}}}),
       {{SignalId::required, 81'818}, {SignalId::similarity, 18'182}}},
      {"a mentioned skill counts with the preferred",
       posting_asking({{{skill("java")}, Stance::mentioned}}),
       {{SignalId::preferred, 50'000}, {SignalId::similarity, 50'000}}},
      {"years alone are no posting", no_skill, {}},
      {"nothing", empty_profile(As::posting), {}},
  };
  for (const Case& c : cases) {
    CAPTURE(c.name);
    std::vector<std::pair<SignalId, Points>> budgets;
    for (const Ask& asked : make_asks(c.posting, default_signal_weights())) {
      if (budgets.empty() || budgets.back().first != asked.signal) budgets.push_back({asked.signal, 0});
      budgets.back().second += asked.max;
    }
    CHECK(budgets == c.expected);
  }
}

TEST_CASE("budgets: no nice-to-have earns more than a must-have just as rare") {
  Random random(5);
  int capped = 0;
  for (int round = 0; round < 2'000; ++round) {
    const Profile posting = random_posting(random);
    const std::vector<Ask> asks = make_asks(posting, default_signal_weights());
    std::int64_t preferred = 0, title = 0;
    for (const Ask& nice : asks) {
      title += nice.signal == SignalId::title ? nice.max : 0;
      if (nice.signal != SignalId::preferred) continue;
      preferred += nice.max;
      for (const Ask& must : asks) {
        if (must.signal != SignalId::required) continue;
        // Largest remainders and the thousandths of the share round each by less than one part.
        REQUIRE((nice.max - 1) * must.weight <= (must.max + 1) * nice.weight);
      }
    }
    capped += preferred * 25 < title * 9 ? 1 : 0;  // by default 10 to 25
  }
  CHECK(capped > 0);
}

TEST_CASE("budgets: weights of the user scale, and 0 silences a signal") {
  const Profile posting = posting_asking({{{skill("java")}}, {{skill("python")}, Stance::preferred}});
  SignalWeights weights{};
  CHECK(make_asks(posting, weights).empty());
  weights.value[static_cast<std::size_t>(SignalId::preferred)] = 7;
  weights.value[static_cast<std::size_t>(SignalId::similarity)] = -3;
  const std::vector<Ask> asks = make_asks(posting, weights);
  REQUIRE(asks.size() == 1);
  CHECK(asks[0].signal == SignalId::preferred);
  CHECK(asks[0].max == kFullScore);
  SignalWeights nice_first = default_signal_weights();
  nice_first.value[static_cast<std::size_t>(SignalId::preferred)] = 100;
  CHECK(make_asks(posting, nice_first)[1].max > make_asks(posting, nice_first)[0].max);
  weights.value[static_cast<std::size_t>(SignalId::required)] = 2'147'483'647;
  weights.value[static_cast<std::size_t>(SignalId::preferred)] = 2'147'483'647;
  CHECK(make_asks(posting, weights)[0].max == kFullScore / 2);
}
