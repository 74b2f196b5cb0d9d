#include "evaluate/ranking_measures.h"

#include <doctest/doctest.h>

#include <algorithm>
#include <cmath>
#include <numeric>

#include "../../random.h"
#include "evaluate/bootstrap.h"

using namespace skillfit;
using testing::Random;

namespace {

// Grades in whole numbers, in the order of the ranker, no two values equal.
std::vector<Judged> in_order(const std::vector<std::int64_t>& grades) {
  std::vector<Judged> out;
  for (std::size_t i = 0; i < grades.size(); ++i) {
    out.push_back({static_cast<std::int64_t>(grades.size() - i), 1000 * grades[i]});
  }
  return out;
}

// As the textbook has it, for an order without ties.
double plain_ndcg(const std::vector<Judged>& order, std::size_t places) {
  const auto dcg = [&](const std::vector<Judged>& resumes) {
    double sum = 0;
    for (std::size_t i = 0; i < resumes.size() && i < places; ++i) {
      sum += static_cast<double>(resumes[i].grade) / std::log2(static_cast<double>(i) + 2);
    }
    return sum;
  };
  std::vector<Judged> best = order;
  std::sort(best.begin(), best.end(), [](const Judged& a, const Judged& b) { return a.grade > b.grade; });
  return dcg(order) / dcg(best);
}

double plain_average_precision(const std::vector<Judged>& order, std::int64_t relevant_above) {
  double relevant = 0, sum = 0;
  for (std::size_t i = 0; i < order.size(); ++i) {
    if (order[i].grade > relevant_above) sum += ++relevant / static_cast<double>(i + 1);
  }
  return sum / relevant;
}

double plain_pairs(const std::vector<Judged>& order) {
  double right = 0, pairs = 0;
  for (std::size_t i = 0; i < order.size(); ++i) {
    for (std::size_t j = i + 1; j < order.size(); ++j) {
      pairs += order[i].grade != order[j].grade;
      right += order[i].grade > order[j].grade;
    }
  }
  return right / pairs;
}

// The mean of a measure over every order that the values allow.
template <class Plain>
double over_all_orders(const std::vector<Judged>& resumes, Plain plain) {
  std::vector<std::size_t> order(resumes.size());
  std::iota(order.begin(), order.end(), 0);
  double sum = 0, orders = 0;
  do {
    std::vector<Judged> listed;
    for (const std::size_t i : order) listed.push_back(resumes[i]);
    const bool allowed = std::is_sorted(listed.begin(), listed.end(),
                                        [](const Judged& a, const Judged& b) { return a.value > b.value; });
    if (!allowed) continue;
    sum += plain(listed);
    ++orders;
  } while (std::next_permutation(order.begin(), order.end()));
  return sum / orders;
}

double value(const Mean& mean) {
  return static_cast<double>(mean.sum) / static_cast<double>(mean.of) / 1e6;
}

}  // namespace

TEST_CASE("measures of small orders, by hand") {
  struct Case {
    std::string name;
    std::vector<Judged> resumes;
    std::int64_t pairs_millionths;
    std::uint64_t pairs;
    std::optional<std::int64_t> ndcg_3, precision;
  };
  const std::vector<Case> cases = {
      {"as it should be", in_order({3, 2, 1, 0}), 6'000'000, 6, 1'000'000, 1'000'000},
      {"the other way round", in_order({0, 1, 2, 3}), 0, 6, 342'499, 416'667},  // (1/3 + 2/4) / 2
      {"one pair wrong", in_order({3, 1, 2, 0}), 5'000'000, 6, 972'504, 833'333},
      {"all tie: random", {{7, 0}, {7, 2000}}, 500'000, 1, 815'465, 750'000},
      {"one grade: no pairs", in_order({1, 1}), 0, 0, 1'000'000, std::nullopt},
      {"nothing relevant, nothing gained", in_order({0, 0}), 0, 0, std::nullopt, std::nullopt},
      {"nobody", {}, 0, 0, std::nullopt, std::nullopt},
  };
  for (const Case& c : cases) {
    CAPTURE(c.name);
    CHECK(pair_accuracy(c.resumes).sum == c.pairs_millionths);
    CHECK(pair_accuracy(c.resumes).of == c.pairs);
    CHECK(ndcg(c.resumes, 3).value() == c.ndcg_3);
    CHECK(average_precision(c.resumes, 1500).value() == c.precision);
  }
}

TEST_CASE("with ties a measure is its mean over all orders that the values allow") {
  Random random(24);
  for (int round = 0; round < 200; ++round) {
    std::vector<Judged> resumes(2 + random.below(5));
    for (Judged& resume : resumes) resume = {random.below(3), 1000 * random.below(4)};
    resumes[0].grade = 3000;
    resumes[1].grade = 0;
    const std::size_t places = 1 + random.below(6);
    CAPTURE(round);
    CHECK(value(pair_accuracy(resumes)) == doctest::Approx(over_all_orders(resumes, plain_pairs)).epsilon(1e-5));
    CHECK(value(ndcg(resumes, places)) == doctest::Approx(over_all_orders(resumes, [&](const auto& order) {
                                            return plain_ndcg(order, places);
                                          })).epsilon(1e-5));
    CHECK(value(average_precision(resumes, 1500)) == doctest::Approx(over_all_orders(resumes, [](const auto& order) {
                                                       return plain_average_precision(order, 1500);
                                                     })).epsilon(1e-5));
  }
}

namespace {

// Postings on which skillfit orders `ours` of 10 pairs rightly, and BM25 `theirs`.
RankingEvaluation with_pairs(const std::vector<std::pair<int, int>>& right) {
  RankingEvaluation evaluation;
  for (const auto& [ours, theirs] : right) {
    RankedPosting posting;
    posting.means[0][0] = {ours * 1'000'000, 10};
    posting.means[1][0] = {theirs * 1'000'000, 10};
    evaluation.postings.push_back(posting);
  }
  estimate(evaluation);
  return evaluation;
}

}  // namespace

TEST_CASE("an interval shows how much the postings differ, the lead how much the rankers do") {
  const RankingEvaluation same = with_pairs({{6, 4}, {6, 4}, {6, 4}});
  REQUIRE(same.figures[0][0]);
  CHECK(same.figures[0][0]->value == 600'000);
  CHECK(same.figures[0][0]->low == 600'000);
  CHECK(same.figures[0][0]->high == 600'000);
  CHECK(same.lead[0]->value == 200'000);
  CHECK(!same.figures[0][1]);  // undefined for every posting
  CHECK(!same.lead[3]);

  const RankingEvaluation paired = with_pairs({{9, 8}, {2, 1}, {5, 4}, {7, 6}, {1, 0}});
  CHECK(paired.figures[0][0]->value == 480'000);
  CHECK(paired.figures[0][0]->low < 300'000);
  CHECK(paired.figures[0][0]->high > 650'000);
  CHECK(paired.lead[0]->low == 100'000);  // the same postings for both
  CHECK(paired.lead[0]->high == 100'000);
  CHECK(!with_pairs({}).figures[0][0]);
}

TEST_CASE("an interval holds the figure of about 95 in 100 draws of postings") {
  // 40 postings from a population in which half of all pairs are right.
  Random random(7);
  int inside = 0;
  for (int round = 0; round < 40; ++round) {
    std::vector<std::pair<int, int>> right;
    for (int i = 0; i < 40; ++i) right.emplace_back(random.below(11), 0);
    const Estimate estimate = *with_pairs(right).figures[0][0];
    inside += estimate.low <= 500'000 && 500'000 <= estimate.high;
  }
  CHECK(inside >= 34);
  CHECK(inside < 40);
}

TEST_CASE("the generator is the one of the paper") {
  SplitMix random(1234567);
  CHECK(random.next() == 6457827717110365317u);
  CHECK(random.next() == 3203168211198807973u);
  for (int i = 0; i < 1000; ++i) CHECK(random.below(7) < 7);
}
