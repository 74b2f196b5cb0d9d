// The walk over a document: which phrases of the lexicon stand where. Nothing is decided here; see policy.h.
#pragma once

#include <cstdint>
#include <span>
#include <vector>

#include "lexicon/compiled.h"
#include "skillfit/outline.h"

namespace skillfit {

// A context word or phrase that stands at these tokens.
struct ContextHit {
  TokenSpan tokens;
  std::uint32_t context;  // its number in the lexicon
};

// A cue phrase, and what it says.
struct CueHit {
  TokenSpan tokens;
  Cue cue;
};

// A surface that may be a mention: the names that end at one token.
struct Surface {
  TokenSpan tokens;
  std::span<const Form> forms;  // of kind skill or veto only
};

struct Hits {
  std::vector<Surface> surfaces;     // ascending by first token, then longest first
  std::vector<ContextHit> contexts;  // ascending by first token
  std::vector<CueHit> cues;          // of families stance and boilerplate, ascending by first token
  std::vector<CueHit> openings;      // of family term, ascending by first token
};

// All phrases at all places. Linear in the tokens times the longest phrase. A phrase may run on over the end of a
// wrapped line of prose, never over any other break.
Hits scan(const Tokens& tokens, const Outline& outline, const CompiledLexicon& lexicon);

}  // namespace skillfit
