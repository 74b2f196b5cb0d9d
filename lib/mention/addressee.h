// Whom a sentence of a posting speaks of.
#pragma once

#include "skillfit/token.h"

namespace skillfit {

// Whether a sentence says something of the person wanted: "you will", "a degree in", "experience with". What says
// nothing of them tells a story: of the employer, the product, the market.
bool speaks_of_candidate(const Tokens& tokens, TokenSpan sentence);

// Fewer words than this are an item or a label, and ask by standing there.
inline constexpr std::uint32_t kShortestSentence = 8;

}  // namespace skillfit
