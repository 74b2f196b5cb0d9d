// The tables of a compiled lexicon as they grow.
#pragma once

#include <string>
#include <string_view>
#include <tuple>
#include <unordered_map>
#include <vector>

#include "lexicon/phrase.h"

namespace skillfit {

inline constexpr std::uint32_t kMostTargets = (1u << 25) - 1;

// On what a spelling of a skill counts, and whether the walk over a text looks for a cue.
struct Conditions {
  bool exact = false, guarded = false, walked = false;
};

inline Form form_of(FormKind kind, std::uint32_t target, Conditions conditions = {}) {
  const bool names = kind == FormKind::skill || kind == FormKind::veto;
  Form form{kind, conditions.exact, conditions.guarded, names, conditions.walked, 0};
  form.target = target & kMostTargets;
  return form;
}

// A phrase and what it means.
struct Entry {
  Phrase path;                // not empty
  Form form;                  // of an exact form, the skill
  std::string_view spelling;  // of an exact form

  std::tuple<const Phrase&, FormKind, std::uint32_t, bool, std::string_view> order() const {
    return {path, form.kind, form.target, form.exact || form.guarded, spelling};
  }
};

std::uint32_t size_of(const auto& table) {
  return static_cast<std::uint32_t>(table.size());
}

struct Columns {
  std::vector<Parameters> parameters = std::vector<Parameters>(1);
  std::string archive;
  std::vector<char> chars;
  std::vector<SkillRecord> skills;
  std::vector<std::uint32_t> related_at;
  std::vector<Related> related;
  std::vector<std::uint32_t> numbers_at;
  std::vector<std::uint32_t> numbers;
  std::vector<NearFilter> near_starts;
  std::vector<Cue> cues;
  std::vector<Pilot> word_pilots;
  std::vector<WordKey> words;
  std::vector<HugeWord> huge_words;
  std::vector<WordId> marks = std::vector<WordId>(kMarks, kNoWord);
  std::vector<Node> nodes;
  std::vector<Pilot> edge_pilots;
  std::vector<Edge> edges;
  std::vector<std::uint32_t> forms_at;
  std::vector<Form> forms;
  std::vector<Exact> exacts;
  std::vector<PhraseFilter> filters = std::vector<PhraseFilter>(1);

  // In the order of for_each_table().
  Tables view() const {
    return {parameters, archive,     chars, skills,      related_at, related,    numbers_at,
            numbers,    near_starts, cues,  word_pilots, words,      huge_words, marks,
            nodes,      edge_pilots, edges, forms_at,    forms,      exacts,     filters};
  }

  StringAt intern(std::string_view text) {
    const auto [at, is_new] = interned.try_emplace(std::string(text), StringAt{size_of(chars)});
    if (is_new) {
      chars.insert(chars.end(), text.begin(), text.end());
      chars.push_back(kEndOfString);
    }
    return at->second;
  }
  std::unordered_map<std::string, StringAt> interned;
};

}  // namespace skillfit
