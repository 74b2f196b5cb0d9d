// Inverse document frequencies as integers fixed when they are learned: no logarithm is computed while scoring, so
// every machine gives the same bits.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "skillfit/lexicon.h"

namespace skillfit {

// idf per skill in thousandths. Immutable after construction, thread-safe.
class Weights {
 public:
  // The table built into the library, for the skills of `lexicon`; a skill it does not know gets the idf of df = 0.
  static Weights embedded(const Lexicon& lexicon);

  // Tab-separated "key<TAB>df" lines under a header line "#documents<TAB>N". Unknown keys are kept out, silently: the
  // file may be made with a larger lexicon. Errors: bad_weights with line.
  static Result<Weights> parse(std::string_view tsv, const std::string& file, const Lexicon& lexicon);

  // idf = round(1000 * (1 + ln((1 + N) / (1 + df)))), the smoothed idf of scikit-learn's TfidfVectorizer; at least
  // 1000.
  std::int32_t idf(SkillId id) const { return idf_[index(id)]; }
  const std::string& digest() const { return digest_; }

 private:
  std::vector<std::int32_t> idf_;
  std::string digest_;
};

// Document frequencies counted over many documents; add() each document once, in any order: the result is the same.
class FrequencyCounter {
 public:
  explicit FrequencyCounter(const Lexicon& lexicon);
  void add(const std::vector<SkillId>& distinct_skills);
  std::string to_tsv() const;  // sorted by key; what Weights::parse reads

 private:
  Lexicon lexicon_;
  std::uint64_t documents_ = 0;
  std::vector<std::uint64_t> df_;
};

}  // namespace skillfit
