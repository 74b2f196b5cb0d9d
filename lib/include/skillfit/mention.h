// Finding skills: every place where a document names one, with the bytes that do and the rule that accepted it.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "skillfit/outline.h"

namespace skillfit {

// Which policy accepted the mention.
enum class Rule : std::uint8_t {
  alias,    // an unambiguous spelling
  exact,    // letter for letter, no context needed
  context,  // letter for letter, with a `near` word or group nearby
  list,     // a whole item of a list next to another skill
};
std::string_view rule_name(Rule rule);

struct Mention {
  SkillId skill{};
  SourceSpan span;  // the surface's bytes in Document::text
  TokenSpan tokens;
  std::uint32_t line = 0;      // index into Outline::lines
  std::int32_t position = -1;  // index into Outline::positions, -1 = outside any
  SectionKind section = SectionKind::other;
  Stance stance = Stance::mentioned;
  Rule rule = Rule::alias;
  bool hidden = false;   // overlaps Document::hidden: shown, never counted
  bool in_list = false;  // stands in a bare list, not in a sentence
};

// A name where skills are named that the lexicon does not know or, in a posting's list of skills, cannot tell there.
struct Term {
  SourceSpan span;
  TokenSpan tokens;
  SectionKind section = SectionKind::other;
  Stance stance = Stance::mentioned;
  bool listed = false;  // a whole item of a posting's list of skills
};

// What terms of two documents are compared by: folded words in the singular with one space between.
// "Data-Vaults" and "data vault" are one term. REQUIRES: span not empty.
std::string term_key(const Tokens& tokens, TokenSpan span);

struct Mentions {
  std::vector<Mention> mentions;  // in text order, spans disjoint
  std::vector<Term> terms;        // in text order, disjoint from mentions
};

// Leftmost-longest match of the lexicon's spellings over the tokens, then the ambiguity policy, then stance. Total,
// deterministic, linear in the text.
Mentions find_mentions(const Document& document, const Tokens& tokens, const Outline& outline, const Lexicon& lexicon);

}  // namespace skillfit
