// Whom a sentence of a posting speaks of.
#pragma once

#include "skillfit/token.h"

namespace skillfit {

enum class Addressee : std::uint8_t {
  nobody,     // a story: of the employer, the product, the market
  candidate,  // the person wanted: "you will", "applicants", "we are looking for a baker"
  demand,     // what that person brings: "a degree in", "experience with"
};

// The last of these that the words of a sentence or its part show. `sought`: it begins with a search (search_in()).
Addressee addressee(const Tokens& tokens, TokenSpan sentence, bool sought);

// Whether the paragraph begins by saying what the person wanted is like: "You are calm, curious ...".
bool describes_person(const Tokens& tokens, TokenSpan paragraph);

}  // namespace skillfit
