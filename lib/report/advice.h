// What to do about a gap, and where to write a skill as the posting does.
#pragma once

#include <string>
#include <vector>

#include "report/parts.h"

namespace skillfit {

// What a resume lacks, in two or three words: "only listed".
std::string lack_text(const Gap& gap);

// What evidence would close the gap, in one sentence.
std::string advice(const Gap& gap, const PairReport& report);

// A skill that counts although the resume calls it otherwise than the posting: a person or another program that looks
// for the posting's word would pass it over.
struct Wording {
  SkillId skill{};              // asked
  std::string posting, resume;  // as each of them writes it
};

// The most valuable first, at most five.
std::vector<Wording> wordings(const PairReport& report);

// "counted, but the posting writes ...".
std::string wording_text(const Wording& wording);

}  // namespace skillfit
