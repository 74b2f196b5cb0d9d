// How much a figure depends on the postings that happened to be judged.
#pragma once

#include <vector>

#include "skillfit/evaluate.h"

namespace skillfit {

// SplitMix64 (G. Steele, D. Lea, C. Flood, "Fast Splittable Pseudorandom Number Generators", 2014): the same numbers on
// every machine and standard library.
class SplitMix {
 public:
  explicit SplitMix(std::uint64_t seed) : state_(seed) {}
  std::uint64_t next();
  // Uniform in [0, n) but for 1 in 2^32 / n. REQUIRES: 0 < n < 2^32.
  std::size_t below(std::size_t n) { return static_cast<std::size_t>(((next() >> 32) * n) >> 32); }

 private:
  std::uint64_t state_;
};

// Fills in `figures` and `lead` from the means of the postings: percentiles of a paired bootstrap (B. Efron, "Bootstrap
// methods: another look at the jackknife", 1979).
void estimate(RankingEvaluation& evaluation);

}  // namespace skillfit
