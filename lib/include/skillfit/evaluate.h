// Evaluating: what the program finds in texts against what people marked there, and how much of what resumes list it
// knows.
//
// The figures are the two ends of the scale of MUC-5 (N. Chinchor, B. Sundheim, "MUC-5 evaluation metrics", 1993) and
// SemEval-2013 task 9 (I. Segura-Bedmar, P. Martinez, M. Herrero-Zazo, 2013): strict, where a span counts only with
// exactly the marked bytes, and overlap, where one common byte is enough. With `gold` the marked spans of the types
// that count, `predicted` the spans the program found, `exact` the pairs of equal spans (one to one):
//
//   strict precision  = exact / predicted          strict recall  = exact / gold
//   strict F1         = 2 exact / (predicted + gold), the harmonic mean of both
//   overlap precision = predicted spans that touch a marked span of any type / predicted
//   overlap recall    = gold spans that a predicted span touches / gold
//   skill precision   = exact pairs with the same skill / mentions in documents whose marks name skills
//   skill recall      = exact pairs with the same skill / gold spans that name a skill
//   stance accuracy   = exact pairs with the same stance / exact pairs whose mark has a stance
#pragma once

#include <array>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "skillfit/engine.h"

namespace skillfit {

// What somebody marked in a text.
struct GoldMention {
  SourceSpan span;
  std::string type;              // "knowledge"; empty where the data has no types
  std::string skill;             // a key, known to the lexicon or not; empty where the data names none
  std::optional<Stance> stance;  // where the data says
};

// One annotated text. Invariant kept by read_gold(): spans are not empty, lie inside the text on character boundaries,
// and those of one type are disjoint.
struct GoldDocument {
  std::string id;                     // for people: the document's own, else its file and line
  std::string part;                   // part of the data: its source, else "resume" or "posting"; may be empty
  std::optional<As> as;               // where the data says
  std::string text;                   // valid UTF-8, not empty
  std::uint32_t first_line = 1;       // of the text inside its file
  std::vector<GoldMention> mentions;  // by span
};

struct GoldSet {
  std::vector<GoldDocument> documents;  // in the order of the arguments
  std::vector<Error> refused;           // broken files, with the line that is; none of their documents are above
  std::vector<Error> passed_over;       // files that are no annotated data
};

// Reads annotated data from files and folders. Two forms, told apart by content:
//   marked text  the first line is "#! resume" or "#! posting"; in the rest every mention is written [[surface|skill]]
//                or [[surface|skill|stance]], by default `has` in a resume and `required` in a posting
//   JSON lines   an object a line: {"id", "as", "source", "text", "mentions": [{"begin", "end", "surface", "skill",
//                "type", "stance"}]} as `extract --format jsonl` writes it plus "text", or in place of mentions
//                "spans": [[begin, end], ...] and "types": [...]; all but text, begin and end may be missing
// Errors: those of reading; malformed with file and line.
GoldSet read_gold(const std::vector<std::string>& arguments);

// The same for the bytes of one file. Errors: malformed; not_a_document for neither form.
Result<std::vector<GoldDocument>> parse_gold(std::string_view bytes, const std::string& path);

struct EvaluateOptions {
  std::vector<std::string> types;        // marked types that count; empty = all
  std::vector<SkillKind> without_kinds;  // mentions of these kinds are no predictions
  bool terms = false;                    // names that the lexicon does not know are predictions too
  std::optional<As> as;                  // how to read documents that do not say; else guessed
  std::size_t worst = 20;                // mistakes listed of each kind
};

// A share: `hits` of `of`; undefined where there is nothing to have a share of.
struct Ratio {
  std::uint64_t hits = 0, of = 0;
  // Rounded to thousandths, halves up.
  std::optional<std::int64_t> thousandths() const;
};

inline constexpr std::size_t kStances = static_cast<std::size_t>(Stance::negated) + 1;

// Counts of the formulas above, for some documents.
struct Figures {
  std::string part;  // which documents; "all"
  std::uint64_t documents = 0;
  std::uint64_t gold = 0, predicted = 0, exact = 0;
  std::uint64_t touching = 0;  // predicted spans that touch a marked span of any type
  std::uint64_t touched = 0;   // gold spans that a predicted span touches
  std::uint64_t keyed_gold = 0, keyed_predicted = 0, keyed_exact = 0;   // of skills
  std::array<std::array<std::uint64_t, kStances>, kStances> stances{};  // exact pairs: [marked][found]

  Ratio precision() const { return {exact, predicted}; }
  Ratio recall() const { return {exact, gold}; }
  Ratio f1() const { return {2 * exact, predicted + gold}; }
  Ratio overlap_precision() const { return {touching, predicted}; }
  Ratio overlap_recall() const { return {touched, gold}; }
  Ratio skill_precision() const { return {keyed_exact, keyed_predicted}; }
  Ratio skill_recall() const { return {keyed_exact, keyed_gold}; }
  Ratio stance_accuracy() const;
  Figures& operator+=(const Figures& other);  // keeps `part`
};

enum class MistakeKind : std::uint8_t {
  false_positive,  // found, and touches nothing marked
  miss,            // marked, and nothing found touches it
  wrong_ends,      // marked, and only other spans touch it
  wrong_skill,     // the right span under another skill
  wrong_stance,    // the right span with another stance
};
std::string_view mistake_name(MistakeKind kind);

// The same mistake, as often as it was made.
struct Mistake {
  MistakeKind kind = MistakeKind::miss;
  std::string surface;          // folded: what was found (false_positive), else what was marked
  std::string expected, found;  // skills, or stances; of wrong_ends the folded surfaces; may be empty
  std::uint64_t count = 0;
  std::size_t document = 0;  // the first place: index of the document ...
  SourceSpan span;           // ... and the bytes of its text
};

struct Evaluation {
  EvaluateOptions options;
  Figures all;
  std::vector<Figures> parts;        // by name; empty if there is only one
  std::vector<Mistake> mistakes;     // by kind, most frequent first
  std::vector<std::string> unknown;  // marked skills that the lexicon does not have
};

// Reads every text as plain text, whatever it looks like, and compares. The same for any number of jobs; after a stop,
// of the documents that were begun.
Evaluation evaluate(const std::vector<GoldDocument>& gold, const EngineContext& context, const EvaluateOptions& options,
                    const BatchOptions& batch = {});

// How much of what one document lists the lexicon knows, without anybody having marked anything.
struct ListCoverage {
  std::uint64_t items = 0;             // of one to three words in skills sections
  std::uint64_t covered = 0;           // of them, touched by a mention
  std::uint64_t skills = 0;            // distinct ones that are not soft, in the whole document
  std::uint64_t mentions = 0;          // in the whole document
  std::uint64_t words = 0;             // parted by white space, in the whole document
  std::vector<std::string> uncovered;  // the other items, folded
};
ListCoverage cover(const Analysis& analysis, const Lexicon& lexicon);

struct CoverageRow {
  std::string group;  // "all", or what the documents were grouped by
  std::uint64_t documents = 0, items = 0, covered = 0, mentions = 0, words = 0;
  std::int64_t median_skills = 0;  // of a document, in thousandths

  Ratio coverage() const { return {covered, items}; }
  Ratio per_100_words() const { return {100 * mentions, words}; }
};

struct Coverage {
  CoverageRow all;
  std::vector<CoverageRow> groups;                               // by name; empty if there is only one
  std::vector<std::pair<std::string, std::uint64_t>> uncovered;  // most frequent first
};

// Adds up documents that were grouped (by occupation, say): pairs of group and what cover() said. At most `worst`
// uncovered items are listed.
Coverage sum_coverage(const std::vector<std::pair<std::string, ListCoverage>>& documents, std::size_t worst);

}  // namespace skillfit
