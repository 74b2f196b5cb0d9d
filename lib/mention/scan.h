// The walk over a document: which phrases of the lexicon stand where. Nothing is decided here; see policy.h.
#pragma once

#include <cstdint>
#include <span>
#include <vector>

#include "lexicon/compiled.h"
#include "skillfit/outline.h"

namespace skillfit {

// A phrase that stands at these tokens, of kind context or cue.
struct Hit {
  TokenSpan tokens;
  std::uint32_t target;  // context number, or index of the cue
};

// A surface that may be a mention: the names that end at one token.
struct Candidate {
  TokenSpan tokens;
  std::span<const Form> forms;  // of kind skill or veto only
};

struct Hits {
  std::vector<Candidate> candidates;  // ascending by first token, then longest first
  std::vector<Hit> contexts;          // ascending by first token
  std::vector<Hit> cues;              // ascending by first token
};

// All phrases at all places. Linear in the tokens times the longest phrase. A phrase may run on over the end of a
// wrapped line of prose, never over any other break.
Hits scan(const Tokens& tokens, const Outline& outline, const CompiledLexicon& lexicon);

}  // namespace skillfit
