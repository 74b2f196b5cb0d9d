// How good an order of graded resumes is. The formulas stand in skillfit/evaluate.h.
#pragma once

#include <cstddef>
#include <vector>

#include "skillfit/evaluate.h"

namespace skillfit {

// A resume as a ranker sees it and as somebody judged it.
struct Judged {
  std::int64_t value = 0;  // higher = earlier
  std::int64_t grade = 0;  // thousandths, not negative
};

// Of one posting's resumes, in any order; each is nothing (`of` = 0) where the measure is undefined.
Mean pair_accuracy(const std::vector<Judged>& resumes);
Mean ndcg(std::vector<Judged> resumes, std::size_t places);
Mean average_precision(std::vector<Judged> resumes, std::int64_t relevant_above);

}  // namespace skillfit
