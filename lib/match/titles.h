// Titles: how far those of a resume name what a posting's title says.
#pragma once

#include <span>
#include <vector>

#include "skillfit/match.h"

namespace skillfit {

// What a resume's titles have of one word.
struct TitleHeld {
  std::int32_t thousandths = 0;   // TitleShare::share
  const TitleWord* by = nullptr;  // the word of the resume that earns it, in the resume's profile; null if none
};
TitleHeld share_of_title(const Profile& resume, const TitleWord& wanted);

// Of those that would do, the title of a posting that the resume's titles say most of; the earlier one of equals.
// Points into the posting; empty if it has none.
std::span<const TitleWord> nearest_title(const Profile& resume, const Profile& posting);

// How much they say of it.
struct TitleValue {
  std::int64_t shared = 0, all = 0;
};
TitleValue title_value(const Profile& resume, std::span<const TitleWord> title);

// One for each word of the nearest title, in order.
std::vector<TitleShare> title_shares(const Profile& resume, const Profile& posting);

// The words of the resume that earn something, in text order.
std::vector<Evidence> title_evidence(const Profile& resume, const Profile& posting);

}  // namespace skillfit
