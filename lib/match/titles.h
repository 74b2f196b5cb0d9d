// Titles: how far those of a resume name what a posting's title says.
#pragma once

#include <vector>

#include "skillfit/match.h"

namespace skillfit {

// What a resume's titles have of one word.
struct TitleHeld {
  std::int32_t thousandths = 0;   // TitleShare::share
  const TitleWord* by = nullptr;  // the word of the resume that earns it, in the resume's profile; null if none
};
TitleHeld share_of_title(const Profile& resume, const TitleWord& wanted);

// One for each word of the posting's title, in order.
std::vector<TitleShare> title_shares(const Profile& resume, const Profile& posting);

// The words of the resume that earn something, in text order.
std::vector<Evidence> title_evidence(const Profile& resume, const Profile& posting);

}  // namespace skillfit
