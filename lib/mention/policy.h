// The ambiguity policy: which candidate surfaces are mentions.
#pragma once

#include <vector>

#include "mention/scan.h"
#include "skillfit/mention.h"

namespace skillfit {

struct Accepted {
  TokenSpan tokens;
  SkillId skill;
  Rule rule;
};

// What the policy looks at; references, so keep them alive.
struct PolicyContext {
  const Document& document;
  const Tokens& tokens;
  const Outline& outline;
  const Lexicon& lexicon;
  const Searched& searched;
  const Hits& hits;
};

// Leftmost-longest: disjoint, in text order. A surface whose policy says no frees its tokens for the shorter names
// inside it.
std::vector<Accepted> apply_policy(const PolicyContext& context);

}  // namespace skillfit
