#include "lexicon/source.h"

#include <algorithm>
#include <array>

namespace skillfit {
namespace {

// Words too common to be anybody's unconditional name.
constexpr std::array<std::string_view, 96> kStopWords = {
    "a",     "about", "after", "all",   "also",   "an",    "and",   "any",  "are",  "as",    "at",    "be",
    "been",  "best",  "both",  "but",   "by",     "can",   "could", "do",   "each", "for",   "from",  "go",
    "good",  "great", "had",   "has",   "have",   "he",    "her",   "his",  "how",  "i",     "if",    "in",
    "into",  "is",    "it",    "its",   "job",    "just",  "like",  "make", "may",  "more",  "most",  "must",
    "my",    "new",   "no",    "not",   "of",     "on",    "one",   "only", "or",   "other", "our",   "out",
    "over",  "own",   "per",   "she",   "should", "so",    "some",  "such", "team", "than",  "that",  "the",
    "their", "them",  "then",  "there", "these",  "they",  "this",  "to",   "up",   "us",    "use",   "was",
    "we",    "well",  "were",  "what",  "when",   "which", "who",   "will", "with", "work",  "would", "you"};

template <class Drop>
void drop_references(LexiconSource& source, Drop drop) {
  for (auto& [key, skill] : source.skills) {
    std::erase_if(skill.broader, drop);
    std::erase_if(skill.near, [&drop](const std::string& near) { return near[0] == '@' && drop(near.substr(1)); });
    std::erase_if(skill.related, [&drop](const auto& related) { return drop(related.first); });
  }
}

bool is_conditional(const SkillSource& skill, const std::string& spelling) {
  if (std::find(skill.exact.begin(), skill.exact.end(), spelling) != skill.exact.end()) return true;
  const Phrase path = skill.ambiguous.empty() ? Phrase{} : canonical_phrase(spelling);
  return std::any_of(skill.ambiguous.begin(), skill.ambiguous.end(),
                     [&path](const std::string& ambiguous) { return canonical_phrase(ambiguous) == path; });
}

}  // namespace

bool is_stop_word(const Phrase& phrase) {
  return phrase.size() == 1 && std::find(kStopWords.begin(), kStopWords.end(), phrase[0]) != kStopWords.end();
}

std::string_view family_name(CueFamily family) {
  constexpr std::array<std::string_view, kCueFamilies> kNames = {"heading", "stance", "degree", "boilerplate", "term"};
  return kNames[static_cast<std::size_t>(family)];
}

std::string_view term_part_name(TermPart part) {
  constexpr std::array<std::string_view, 11> kNames = {"opens",   "opens-names", "examples", "joins", "kind", "head",
                                                       "leading", "trailing",    "ends",     "title", "never"};
  return kNames[static_cast<std::size_t>(part)];
}

std::vector<std::string_view> unconditional_spellings(const SkillSource& skill) {
  std::vector<std::string_view> spellings(skill.alias.begin(), skill.alias.end());
  if (!is_conditional(skill, skill.name)) spellings.insert(spellings.begin(), skill.name);
  return spellings;
}

VariantRules alias_rules(SkillKind kind) {
  return {.joined = true, .plural = kind != SkillKind::tool && kind != SkillKind::language};
}

void merge(LexiconSource& into, ParsedFile file) {
  for (const Removal& removal : file.removals) {
    into.skills.erase(removal.key);
    into.removed.insert(removal.key);
  }
  for (SkillSource& skill : file.skills) {
    into.removed.erase(skill.key);
    std::string key = skill.key;
    into.skills.insert_or_assign(std::move(key), std::move(skill));
  }
  for (CueSource& cue : file.cues) {
    std::string key = std::string(family_name(cue.cue.family)) + "." + cue.label;
    into.cues.insert_or_assign(std::move(key), std::move(cue));
  }
}

void drop_removed_references(LexiconSource& source) {
  drop_references(source, [&source](const std::string& key) { return source.removed.count(key) > 0; });
}

void drop_unknown_references(LexiconSource& source) {
  drop_references(source, [&source](const std::string& key) { return source.skills.count(key) == 0; });
}

}  // namespace skillfit
