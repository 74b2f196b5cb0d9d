// Terms: names in skill lists that the lexicon does not know.
#pragma once

#include <vector>

#include "mention/stance.h"
#include "skillfit/mention.h"

namespace skillfit {

// The items of one to three words in lists of skills and requirements that look like names and overlap no mention.
// REQUIRES: mentions in text order.
std::vector<Term> find_terms(const Document& document, const Tokens& tokens, const Outline& outline,
                             const std::vector<Mention>& mentions);

}  // namespace skillfit
