// What a document offers or asks, ready to be matched: evidence per skill, requirements, and the TF-IDF vector.
#pragma once

#include <Eigen/SparseCore>
#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "skillfit/few.h"
#include "skillfit/mention.h"
#include "skillfit/weights.h"

namespace skillfit {

// How strongly a place speaks for a skill, weakest first.
enum class Grade : std::uint8_t {
  none /* hidden, negated, learning; in a posting also: not asked (about us, benefits, legal) */,
  list /* bare list */,
  prose /* summary, project, education */,
  position /* dated */
};
std::string_view grade_name(Grade grade);

// How well a natural language is spoken: the levels of the Common European Framework of Reference, and above them the
// mother tongue. Words stand for a level each: "fluent" is C1 (docs/scoring.md).
enum class LanguageLevel : std::uint8_t { unstated, a1, a2, b1, b2, c1, c2, native };
std::string_view language_level_name(LanguageLevel level);  // "unstated", "A1" ... "C2", "native"

// What a job title says about rank.
enum class Seniority : std::uint8_t {
  unstated,
  intern,  // also trainee, apprentice
  junior,  // also entry level, associate, "I"
  mid,     // also intermediate, "II"
  senior,  // also "III"
  lead,    // also staff, principal
  head     // also director, vice president, chief
};
std::string_view seniority_name(Seniority seniority);

// One place that names a skill.
struct Evidence {
  SourceSpan span;
  SectionKind section = SectionKind::other;
  Stance stance = Stance::mentioned;
  Grade grade = Grade::none;
  std::int32_t position = -1;  // index into the outline's positions
};

// Everything a document says about one skill.
struct SkillEvidence {
  SkillId skill{};
  Few<Evidence, 2> evidence;  // text order, not empty
  Grade best = Grade::none;
  Stance stance = Stance::mentioned;  // posting: the strongest; resume: has if any counts
  std::int32_t months = 0;            // in dated positions that name it, as an interval union, at as_of
  std::int32_t idf = 0;               // thousandths, from the weights; with the counted evidence it gives tfidf
  std::optional<Month> last_used;
  LanguageLevel level = LanguageLevel::unstated;  // kind language: the highest stated where it counts

  std::uint32_t count() const;  // places that count: grade above none
};

// A place where a resume names something that the lexicon does not know.
struct NamedTerm {
  std::string key;  // term_key()
  Evidence evidence;
};

// A name that the lexicon does not know and that a posting asks for.
struct AskedTerm {
  std::string key;   // term_key()
  std::string text;  // as the posting spells it first
};

// A word of a job title that says which job it is. One word stands for all that name the same job.
struct TitleWord {
  std::string word;          // folded
  std::uint64_t trades = 0;  // the trades that it tells, a bit each; bits mean the same for all profiles of a build
  std::int32_t weight = 1;   // how much it says: 4, or 1 if titles of any trade have it ("manager")
  bool latest = true;        // resume: in the title it goes by, its headline or the position held last
  SourceSpan span;           // the first such place; empty in a posting file
  SectionKind section = SectionKind::other;
  std::uint32_t title = 0;  // posting: which of the titles that would do it belongs to; ascending
};

enum class RequirementKind : std::uint8_t { skill, term, months, degree, title };

// One thing a posting asks for.
struct Requirement {
  RequirementKind kind = RequirementKind::skill;
  Stance stance = Stance::required;  // required, preferred or mentioned
  Few<SkillId, 2> any_of;            // kind skill: one of these is enough; ascending, no skill in two requirements
  std::int32_t term = -1;            // kind term: index into Profile::asked_terms
  bool listed = false;               // kind term: a whole item of a list of skills, so asked for like a skill
  std::int32_t months = 0;           // kind months: overall; kind skill: asked with it, 0 = none asked
  DegreeLevel degree = DegreeLevel::none;
  bool or_equivalent = false;                     // degree
  Few<SkillId, 2> fields;                         // kind degree: what it shall be in, one is enough; ascending
  bool related_field = false;                     // kind degree: "or a related field"
  bool of_degree = false;                         // kind skill: what a degree shall be in; a degree in it is enough
  LanguageLevel level = LanguageLevel::unstated;  // kind skill, languages only
  Seniority seniority = Seniority::unstated;      // kind title
  std::int32_t weight = 0;      // relative weight inside its signal, > 0 (idf-based for skills, below it for terms)
  Few<SourceSpan, 2> evidence;  // where the posting says so
  SourceSpan sentence;          // the sentence or line of the first place that asks as strongly as `stance`; bounded
};

// "skill", "field" (of a degree), "language", "certificate", "term", "years", "degree" or "title". What a list of
// alternatives asks for is all of one kind.
std::string_view requirement_kind_name(const Requirement& requirement, const Lexicon& lexicon);

// In how many places a document speaks for a skill; those that do not count (Grade::none) left out.
struct SkillCount {
  SkillId skill{};
  std::uint32_t count = 0;  // > 0

  friend bool operator==(const SkillCount&, const SkillCount&) = default;
};

// A document as the row of a matrix of documents by skills: all of it that vectors are made of.
struct TfidfRow {
  As as = As::resume;
  std::vector<SkillCount> counts;    // ascending by skill
  Eigen::SparseVector<float> tfidf;  // as Profile::tfidf
};

struct ProfileOptions {
  Month as_of;  // positions that last end here
};

// Value type; no views into the document. All spans are source spans of the document it was made from.
struct Profile {
  As as = As::resume;
  Eigen::SparseVector<float> tfidf;   // size = lexicon size; tf * idf in thousandths, exactly representable integers
  std::vector<SkillEvidence> skills;  // ascending by skill
  std::vector<NamedTerm> terms;       // resume only, ascending by key, then place
  std::vector<Requirement> requirements;  // posting only, in text order
  std::vector<AskedTerm> asked_terms;     // posting only, ascending by key: what requirements of kind term ask for
  std::vector<TitleWord> title_words;     // resume: of all positions, then of the headline. In order, each word once
  SourceSpan title;
  Seniority seniority = Seniority::unstated;  // of the title; resume: of the latest position's if that says one
  std::int32_t months = 0;                    // resume: union of all dated positions at as_of
  bool has_positions = false;
  DegreeLevel degree = DegreeLevel::none;  // highest
  SourceSpan degree_span;
  Few<SkillId, 2> degree_fields;  // resume: of all its degrees; ascending
  std::uint32_t words = 0;        // word tokens in the text: for density and confidence
  std::vector<Note> notes;        // from reading and profiling

  // Evidence for one skill by binary search, null if none. Points into this profile.
  const SkillEvidence* find(SkillId id) const&;
  const SkillEvidence* find(SkillId id) const&& = delete;
};

// Total, deterministic. tf is sublinear and capped (docs/scoring.md): a word repeated fifty times earns what five do.
Profile make_profile(const Document& document, const Tokens& tokens, const Outline& outline, const Mentions& mentions,
                     const struct ProfileContext& context);

// What profiling needs beside the document; references, so keep them alive.
struct ProfileContext {
  const Lexicon& lexicon;
  const Weights& weights;
  ProfileOptions options;
};

}  // namespace skillfit
