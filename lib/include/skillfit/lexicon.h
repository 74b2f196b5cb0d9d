// The skills that exist, their spellings, and how they relate. The TOML format is described in docs/lexicon.md.
#pragma once

#include <array>
#include <cstdint>
#include <memory>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "skillfit/result.h"

namespace skillfit {

// Index of a skill inside one Lexicon, 0 <= index < size(), in the order of keys. Never stored or printed: on disk and
// in output a skill is its key.
enum class SkillId : std::uint32_t {};
constexpr std::uint32_t index(SkillId id) {
  return static_cast<std::uint32_t>(id);
}

enum class SkillKind : std::uint8_t { tool, knowledge, method, soft, language, certificate };
std::string_view skill_kind_name(SkillKind kind);

// What headings and cue phrases (lexicon/cues.toml) can say. They are lexicon data, so their vocabulary lives here.
enum class SectionKind : std::uint8_t {
  other,  // before the first heading, or under a heading we do not know
  summary,
  experience,
  projects,
  education,
  skills,
  certificates,
  languages,
  contact,
  interests,
  references,  // resume
  responsibilities,
  requirements,
  preferred,
  unneeded,  // "What you don't need"
  benefits,
  about,
  legal,  // posting
};
std::string_view section_name(SectionKind kind);

// What the text says about a skill. Posting: required, preferred, mentioned, negated. Resume: has, learning, negated.
enum class Stance : std::uint8_t { required, preferred, mentioned, has, learning, negated };
std::string_view stance_name(Stance stance);

enum class DegreeLevel : std::uint8_t { none, secondary, associate, bachelor, master, doctorate };
std::string_view degree_name(DegreeLevel level);

// A neighbour and the share of credit, in thousandths (100..900), that holding `skill` earns when the owner is asked.
struct Related {
  SkillId skill;
  std::uint32_t share;
};

// One TOML table as written, with the place it came from (file, line): the source form of a skill.
struct SkillSource {
  std::string key, name;
  SkillKind kind = SkillKind::tool;
  std::vector<std::string> alias, exact, ambiguous, near, veto /* `not` */, broader, yes, no;
  std::vector<std::pair<std::string, std::uint16_t>> related;  // key, thousandths
  std::string file;
  std::uint32_t line = 0;
};

// What `lexicon lint` says. `fatal` findings make compiling fail, the others are advice.
struct Finding {
  bool fatal = false;
  std::string file;
  std::uint32_t line = 0;
  std::string key;      // the skill concerned
  std::string message;  // what, and how to mend it
};

// One lexicon file: name for messages, and its TOML text.
struct LexiconFile {
  std::string name;
  std::string toml;
};

// Compiled, immutable, cheap to copy (shared); all const members are thread-safe. Views live as long as any copy.
class Lexicon {
 public:
  // The lexicon built into the library. Never fails; the first call only checks a header (no parsing).
  static const Lexicon& embedded();

  // Parses and compiles files; a later table with the same key replaces the earlier one when the file names differ. A
  // file named "cues.toml" (by its last path component) holds cue phrases and headings. Errors: bad_lexicon with file,
  // line, column, excerpt.
  static Result<Lexicon> compile(const std::vector<LexiconFile>& files);

  // This lexicon with `files` laid over it: same keys replace, new keys add; a key whose table is `remove = true` goes.
  Result<Lexicon> overlay(const std::vector<LexiconFile>& files) const;

  // The skills of `files` alone, with this lexicon's cue phrases: a list of skills need not know about headings.
  Result<Lexicon> with_skills(const std::vector<LexiconFile>& files) const;

  // The relocatable binary form (what is embedded, and what `lexicon compile` writes). load() checks every offset, and
  // copies. Errors: bad_lexicon.
  std::string_view bytes() const;
  static Result<Lexicon> load(std::string bytes, const std::string& file);

  std::uint32_t size() const;
  std::string_view key(SkillId id) const;
  std::string_view name(SkillId id) const;
  SkillKind kind(SkillId id) const;
  std::optional<SkillId> find(std::string_view key) const;

  std::span<const SkillId> broader(SkillId id) const;    // direct, ascending
  std::span<const SkillId> ancestors(SkillId id) const;  // transitive closure of broader, ascending, without id
  std::span<const SkillId> narrower(SkillId id) const;   // direct, ascending
  std::span<const Related> related(SkillId id) const;    // ascending by skill
  bool is_a(SkillId id, SkillId group) const;            // id == group or group among ancestors(id)

  SkillSource source(SkillId id) const;  // as written, for show and overlay
  std::string digest() const;            // SHA-256 of what bytes() hold, unpacked, in hexadecimal: provenance

  struct Stats {
    std::uint32_t skills, forms, words, vetoes, cues, bytes;
    std::uint32_t families;  // files that skills come from
    std::uint32_t listed;    // spellings written down, but for those that a rule makes of another one of the same skill
    std::uint32_t broader, related, policies;  // skills that have them; a policy is exact, ambiguous, near or not
  };
  Stats stats() const;  // counts anew, with the rules of spelling: not for every document

  // For the library's own stages: the tables behind all this (lib/lexicon/compiled.h).
  const struct CompiledLexicon& compiled() const;

 private:
  explicit Lexicon(std::shared_ptr<const CompiledLexicon> compiled) : compiled_(std::move(compiled)) {}
  std::shared_ptr<const CompiledLexicon> compiled_;
};

// Clashes, ambiguous short names without a policy, dead forms, unsorted files, unknown references, cycles. Never fails:
// a file that does not parse is a finding. Does not run `yes`/`no` lines (that needs find_mentions; see engine.h).
// `base`: the lexicon that the files will be laid over, whose skills they may refer to; nullptr if they stand alone.
std::vector<Finding> lint(const std::vector<LexiconFile>& files, const Lexicon* base = nullptr);

}  // namespace skillfit
