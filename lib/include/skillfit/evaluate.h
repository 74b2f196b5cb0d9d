// Evaluating: what the program finds in texts against what people marked there, how much of what resumes list it knows,
// and whether its score puts the resumes first that people prefer (below, at "Ranking").
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

// Ranking. Somebody graded resumes for postings. Each ranker gives every graded resume of a posting a value, and the
// higher its value the earlier it stands. Resumes of equal value stand in random order: each measure is its expected
// value over all those orders (F. McSherry, M. Najork, "Computing Information Retrieval Performance Measures
// Efficiently in the Presence of Tied Scores", 2008), so no ranker gains or loses by where files lie.
//
//   pair accuracy      of the pairs of resumes of one posting with different grades, the share in which the better one
//                      has the higher value; equal values count half. The pairs of all postings count alike.
//   nDCG@k             DCG@k / the highest DCG@k of any order, where DCG@k = sum over the places i = 1 ... k of
//                      grade / log2(1 + i) (K. Järvelin, J. Kekäläinen, "Cumulated gain-based evaluation of IR
//                      techniques", 2002); mean over postings
//   average precision  mean over the relevant resumes of (relevant ones up to its place / its place); mean over
//   postings
//                      (MAP). Relevant: graded above the middle between the lowest and the highest grade of all.
//
// A posting for which a measure is undefined (no two grades that differ, no grade above 0, nothing relevant) does not
// count in it.
enum class Ranker : std::uint8_t {
  skillfit,  // the score; resumes tie for a posting that asks for nothing
  bm25,      // of the posting's words in the resume (k1 1.2, b 0.75, idf of all resumes of the evaluation)
  tfidf,     // cosine of TF-IDF vectors of all words, idf as above
};
enum class Measure : std::uint8_t { pair_accuracy, ndcg_5, ndcg_10, average_precision };
inline constexpr std::size_t kRankers = 3, kMeasures = 4;
std::string_view ranker_name(Ranker ranker);
std::string_view measure_name(Measure measure);

struct Judgement {
  std::size_t posting = 0, resume = 0;  // indices into the lists of RankingGold
  std::int64_t grade = 0;               // thousandths, not negative
};

// Invariant kept by read_ranking(): no pair is judged twice, and for one posting at least grades differ.
struct RankingGold {
  std::vector<Input> postings, resumes;  // each once
  std::vector<Judgement> judgements;
};

// Reads judgements from lines of cells with tabs between them; a first line that begins with "posting" is a header. The
// number of cells says which of two forms it is:
//   posting, resume, grade  a grade is a number from 0 to 1,000,000
//   posting, label          every one of `candidates` (as list_inputs() takes them) is graded 1 for postings with the
//                           label of the folder that it lies in (in any case), and 0 for all others
// A document is a path, relative to the file that names it. A name without such a file stands for the one file NAME.*
// beside it in the folder `postings` or `resumes`.
// Errors: those of reading; malformed with file and line; usage for candidates where the lines name resumes, or none
// where they do not.
Result<RankingGold> read_ranking(const std::string& path, const std::vector<std::string>& candidates);

// A mean in millionths: sum / of; nothing where `of` is 0. Of pairs, or of postings.
struct Mean {
  std::int64_t sum = 0;
  std::uint64_t of = 0;
  std::optional<std::int64_t> value() const;  // rounded towards 0
};
using Means = std::array<std::array<Mean, kMeasures>, kRankers>;

// In millionths: a figure, and between which values the middle 95 % of the figures of `kResamples` bootstrap samples
// lie. A sample draws as many postings as there are, with replacement, the same ones for all rankers (paired); samples
// in which a figure is undefined do not count in it. The generator's seed is fixed.
struct Estimate {
  std::int64_t value = 0, low = 0, high = 0;
};
inline constexpr std::size_t kResamples = 2000;

struct RankedPosting {
  std::string path;
  std::uint64_t resumes = 0, pairs = 0, relevant = 0;
  bool scored = true;  // false: it asks for nothing that was understood, so its resumes have no score
  Means means;
};

struct RankingEvaluation {
  std::uint64_t resumes = 0, judgements = 0, pairs = 0;
  std::vector<RankedPosting> postings;  // in the order of the judgements; those with a resume that could be read
  std::array<std::array<std::optional<Estimate>, kMeasures>, kRankers> figures{};
  std::array<std::optional<Estimate>, kMeasures> lead{};  // of skillfit's figure over BM25's
  std::vector<Row> rows;  // one a document, postings first; judgements of those that could not be read do not count
};

// Reads and analyses every document once. The same for any number of jobs.
RankingEvaluation evaluate_ranking(const RankingGold& gold, const EngineContext& context,
                                   const BatchOptions& batch = {});

}  // namespace skillfit
