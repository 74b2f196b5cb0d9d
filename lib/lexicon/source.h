// The lexicon in its source form: what TOML files say, before anything is resolved or compiled.
#pragma once

#include <map>
#include <set>
#include <string>
#include <vector>

#include "lexicon/phrase.h"
#include "skillfit/lexicon.h"

namespace skillfit {

// One table of cues.toml.
struct CueSource {
  Cue cue{};
  std::string label;  // the part of the table's name after the dot
  std::vector<std::string> phrases;
  std::string file;
  std::uint32_t line = 0;
};

// Something that makes a file unusable, and the key of the table it stands in.
struct Problem {
  Error error;
  std::string key;
};

struct Removal {
  std::string key, file;
  std::uint32_t line;
};

// One file. Skills in the order of the file.
struct ParsedFile {
  std::vector<SkillSource> skills;
  std::vector<Removal> removals;
  std::vector<CueSource> cues;
  std::vector<Problem> problems;  // in the order of the file
};

ParsedFile parse_lexicon_file(const LexiconFile& file);

// All files, laid over each other.
struct LexiconSource {
  std::map<std::string, SkillSource> skills;  // by key
  std::map<std::string, CueSource> cues;      // by "family.label"
  std::set<std::string> removed;              // keys that references may still name: those are dropped
};

// Lays a file over what is there: the same key replaces. A table removed by an earlier file comes back.
void merge(LexiconSource& into, ParsedFile file);

// Forgets what refers to removed tables.
void drop_removed_references(LexiconSource& source);

// Forgets what refers to skills that are not there.
void drop_unknown_references(LexiconSource& source);

std::string_view family_name(CueFamily family);
std::string_view term_part_name(TermPart part);

// Whether the phrase is one word that is too common to be anybody's unconditional name.
bool is_stop_word(const Phrase& phrase);

// The spellings that always mean the skill: its aliases, and its name unless `exact` or `ambiguous` lists that. The
// views live as long as the skill.
std::vector<std::string_view> unconditional_spellings(const SkillSource& skill);

// The rules that add to them.
VariantRules alias_rules(SkillKind kind);

// What compile() refuses: references to unknown keys, cycles, phrases nothing can match, ... All findings are fatal.
std::vector<Finding> check_sources(const LexiconSource& source, const Lexicon* base);

// The block of a checked source.
std::string compile_block(const LexiconSource& source);

}  // namespace skillfit
