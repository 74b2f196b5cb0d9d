// The compiled lexicon as the outline and mention stages see it: a vocabulary, a trie over words, and tables.
//
// Everything a phrase can be for us - a spelling of a skill, a false friend, a context word, a cue, a heading - is a
// path through one trie, so one walk over a document finds all of them (phrase.h has the walk and says what the words
// of a path are). All tables are views into one relocatable block of bytes (tables.h).
#pragma once

#include <algorithm>
#include <cstdint>
#include <mutex>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "lexicon/tables.h"

namespace skillfit {

struct CompiledLexicon {
  // The number of a folded word, or kNoWord. REQUIRES: 16 bytes readable from word.data() (Text::kPadding sees to it).
  WordId word_id(std::string_view word) const { return word_at(tables.place_of_word(word_key(word)), word); }
  // word_id() and step() in two steps, so that many lookups wait only once: where to look, which is fetched, and the
  // answer from there.
  std::size_t word_place(std::string_view word) const {
    const std::size_t place = tables.place_of_word(word_key(word));
    __builtin_prefetch(&tables.words[place]);
    return place;
  }
  WordId word_at(std::size_t place, std::string_view word) const {
    const WordId id = tables.word_at(place, word_key(word));
    if (word.size() > kLongWord && id != kNoWord) [[unlikely]]
      return is_huge_word(word, id) ? id : kNoWord;
    return id;
  }
  std::size_t step_place(NodeId from, WordId next) const {
    const std::size_t place = tables.place_of_edge({from, next, kNoNode});
    __builtin_prefetch(&tables.edges[place]);
    return place;
  }
  NodeId step_at(std::size_t place, NodeId from, WordId next) const {
    return tables.edge_at(place, {from, next, kNoNode});
  }
  void fetch_forms(NodeId node) const { __builtin_prefetch(&tables.nodes[node]); }

  // The number of the mark with this Token::value, or kNoWord.
  WordId mark_id(std::uint8_t value) const { return value < kMarks ? tables.marks[value] : kNoWord; }

  // The words that can begin a cue phrase of this family.
  const WordFilter& starts_of(CueFamily family) const {
    return tables.parameters[0].cue_starts[static_cast<std::size_t>(family)];
  }

  // The node of a one-word path; kNoNode of kNoWord.
  static NodeId start(WordId first) { return first; }
  // The node one word further, or kNoNode.
  NodeId step(NodeId from, WordId next) const { return tables.find_edge({from, next, kNoNode}); }
  // Empty if no phrase ends here. Order: skills by id, then veto, context, cue.
  std::span<const Form> forms(NodeId node) const {
    const Node& own = tables.nodes[node];
    const bool several = own.kind == FormKind::several;  // anybody's guess, so both are looked up
    const std::uint32_t* at = &tables.forms_at[several ? own.target : 0];
    return {several ? tables.forms.data() + at[0] : &own, several ? at[1] - at[0] : 1};
  }
  // REQUIRES: of a skill or veto.
  SkillId skill_of(const Form& form) const {
    return SkillId{form.exact ? tables.exacts[form.target].skill : form.target};
  }
  // REQUIRES: exact.
  std::string_view spelling_of(const Form& form) const { return tables.text(tables.exacts[form.target].spelling); }
  const Cue& cue(const Form& form) const { return tables.cues[form.target]; }

  std::span<const std::uint32_t> numbers(SkillId id, NumberList which) const { return tables.numbers_of(id, which); }
  std::span<const SkillId> skills(SkillId id, NumberList which) const;  // REQUIRES: not near_contexts
  std::span<const std::uint32_t> near_contexts(SkillId id) const { return numbers(id, NumberList::near_contexts); }
  std::span<const SkillId> near_groups(SkillId id) const { return skills(id, NumberList::near_groups); }
  // Whether these are not empty, without a look at them.
  bool has_contexts(SkillId id) const { return tables.skills[index(id)].has_contexts; }
  bool has_groups(SkillId id) const { return tables.skills[index(id)].has_groups; }

  // The records of the archive, skills by id and then cues; unpacked when first asked for. Thread-safe.
  const std::vector<std::string_view>& archive() const;

  Tables tables;
  std::string_view block;              // what the tables view
  std::vector<std::uint64_t> storage;  // the block, unless it is the embedded one

 private:
  bool is_huge_word(std::string_view word, WordId id) const;

  mutable std::once_flag unpacking_;
  mutable std::string archive_text_;
  mutable std::vector<std::string_view> archive_;
};

}  // namespace skillfit
