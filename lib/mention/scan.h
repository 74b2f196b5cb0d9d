// The walk over a document: which names and cues of the lexicon stand where. Nothing is decided here; see policy.h.
#pragma once

#include <cstdint>
#include <span>
#include <vector>

#include "mention/prints.h"

namespace skillfit {

// A cue phrase, and what it says.
struct CueHit {
  TokenSpan tokens;
  Cue cue;
};

// A surface that may be a mention: the names that end at one node.
struct Surface {
  TokenSpan tokens;
  NodeId node;
};

struct Hits {
  std::vector<Surface> surfaces;  // ascending by first token, then longest first
  std::vector<CueHit> cues;       // of families stance and boilerplate, ascending by first token
  std::vector<CueHit> openings;   // of family term, ascending by first token
};

// What a search for phrases looks at; references, so keep them alive.
struct Searched {
  const Tokens& tokens;
  const Prints& prints;
  const CompiledLexicon& lexicon;
};

// All names, and all cues that speak of mentions, at all places. Linear in the tokens times the longest phrase.
Hits scan(const Searched& in);

// True if a phrase of the skill's `near` list begins inside `around` and does not overlap `self`.
bool has_context_word(const Searched& in, SkillId skill, TokenSpan around, TokenSpan self);

}  // namespace skillfit
