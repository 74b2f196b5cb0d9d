// The compiled lexicon as the outline and mention stages see it: a vocabulary, a trie over words, and tables.
//
// Everything a phrase can be for us - a spelling of a skill, a false friend, a context word, a cue, a heading - is a
// path through one trie, so one walk over a document finds all of them. All tables are views into one relocatable block
// of bytes.
//
// Canonical words. Text and phrases take the same road: normalize, tokenize, then
//   - a `-` or `_` glued on both sides is skipped ("problem-solving" = "problem solving"; in text also "pre -  sales"
//   is not),
//   - `&` is the word "and",
//   - other symbols (+ # . / ' @ *) are words of one character; `+ # .` only count glued to the token before them
//   (except
//     as the first of a phrase: ".net"), and the token after `.` must be glued to it; `/` may have spaces around it,
//   - a stop, bullet or newline token ends every path (mention.cc may bridge the newline of a wrapped line).
// The compiler adds the variants that rules produce: joined words, apostrophes dropped, plurals.
#pragma once

#include <cstdint>
#include <span>
#include <string_view>

#include "skillfit/lexicon.h"

namespace skillfit {

using WordId = std::uint32_t;  // 0 = no phrase contains this word
using NodeId = std::uint32_t;  // 0 = no node
inline constexpr WordId kNoWord = 0;
inline constexpr NodeId kNoNode = 0;

enum class FormKind : std::uint8_t { skill, veto, context, cue };

// What a complete path means. A node can hold several (two skills that share initials; a context word that is a skill).
struct Form {
  FormKind kind;
  bool exact;              // skill: the source bytes must equal spelling
  std::uint16_t words;     // length of the path
  std::uint32_t target;    // skill, veto: SkillId; context: context number; cue: index into cues()
  std::uint32_t spelling;  // exact: for spelling_of()
};

enum class CueFamily : std::uint8_t { heading, stance, degree, boilerplate };

// Which way a stance cue works inside its sentence; `list`: as a lead-in or heading it governs the items that follow.
enum class CueScope : std::uint8_t { sentence, after, before, list };

// A table of lexicon/cues.toml: [heading.skills], [stance.preferred_before], [degree.bachelor],
// [boilerplate.equal-opportunity].
struct Cue {
  CueFamily family;
  std::uint8_t value;  // SectionKind, Stance or DegreeLevel by family; 0 for boilerplate
  CueScope scope;
};

struct CompiledLexicon {
  // The number of a folded word, or kNoWord. REQUIRES: 16 bytes readable from word.data() (Text::kPadding sees to it).
  WordId word_id(std::string_view word) const;

  NodeId start(WordId first) const;             // the node of a one-word path, or kNoNode
  NodeId step(NodeId from, WordId next) const;  // or kNoNode
  std::span<const Form> forms(
      NodeId node) const;  // empty if no phrase ends here. Order: skills by id, then veto, context, cue
  std::string_view spelling_of(const Form& form) const;

  std::span<const std::uint32_t> near_contexts(SkillId id) const;  // context numbers, ascending
  std::span<const SkillId> near_groups(SkillId id) const;          // ascending
  const Cue& cue(const Form& form) const;

  // Representation: see compiled.cc.
};

}  // namespace skillfit
