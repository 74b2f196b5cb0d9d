// Terms: names that the lexicon does not know, where the text says that skills are being named.
#pragma once

#include <vector>

#include "mention/policy.h"
#include "skillfit/mention.h"

namespace skillfit {

// What terms are found with; references, so keep them alive. REQUIRES: known in text order.
struct TermContext {
  const Document& document;
  const Tokens& tokens;
  const Outline& outline;
  const Lexicon& lexicon;
  const Hits& hits;
  const std::vector<Accepted>& known;
};

// In text order, disjoint, none overlaps what is known; without stance. Only gated places are read: the items of lists
// of skills, what follows a cue ("experience with"), what stands beside a known skill or in brackets behind one.
std::vector<Term> find_terms(const TermContext& context);

}  // namespace skillfit
