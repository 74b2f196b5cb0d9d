// Results -> text for people and programs. Every function returns the whole output as a string and writes nothing.
//
// The forms are those of docs/output-schema.json: `table` is for people (its layout may change), json, jsonl and csv
// are stable; html is one page for a browser that holds everything it needs and loads nothing. Anything a document or
// file name supplies is made safe for the form: control characters stripped for terminals, markup escaped in html,
// cells that begin like formulas guarded in CSV, bytes that are not UTF-8 replaced by U+FFFD with the bytes in
// `path_bytes` as hex.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "skillfit/engine.h"
#include "skillfit/evaluate.h"
#include "skillfit/roles.h"
#include "skillfit/suggest.h"

namespace skillfit {

enum class ReportForm : std::uint8_t { table, json, jsonl, csv, html };
std::string_view report_form_name(ReportForm form);
std::optional<ReportForm> find_report_form(std::string_view name);

// Rows of a ranking that its page shows in detail, with the words behind the points if they kept their analysis.
inline constexpr std::size_t kDetailedRows = 50;

struct ReportOptions {
  ReportForm form = ReportForm::table;
  bool color = false;
  unsigned width = 100;  // columns of the terminal, for table
  std::size_t top = 0;   // rank: rows shown, 0 = all; rows with errors are always shown
  bool explain = true;   // score table: evidence with excerpts
  std::string as_of;     // YYYY-MM-DD, printed as given
};

// What every report needs to name things; references.
struct ReportContext {
  const Lexicon& lexicon;
  const ReportOptions& options;
  const RoleStanding* standing = nullptr;  // score, gaps: where the resume stands in the role that is the posting
};

// One pair: score, breakdown, must-haves, gaps, evidence.
std::string report_match(const Analysis& resume, const Analysis& posting, const Match& match,
                         const ReportContext& context);

// Missing skills, best gain first.
std::string report_gaps(const Analysis& resume, const Analysis& posting, const Match& match,
                        const ReportContext& context);

// Many candidates (or postings): a header with the fixed document and provenance, then the rows in their order.
std::string report_rank(const Analysis& fixed, const std::vector<Row>& rows, const ReportContext& context);

// Mentions with byte offsets, one object a document. `analyses` and errors come in rows (match is not used).
std::string report_extract(const std::vector<Row>& rows, const ReportContext& context);

// What was understood of a posting as a posting file (skillfit/posting_file.h), whatever the form: matched with any
// resume it earns the same points, maxima and gains. REQUIRES: posting.profile.as == posting.
std::string report_posting_file(const Analysis& posting, const ReportContext& context);

// What was read: text, sections, positions, notes.
std::string report_inspect(const std::vector<Row>& rows, const ReportContext& context);

// Built-in roles by key and summary; one role with its levels, or two side by side. REQUIRES: one role or two.
std::string report_role_list(const std::vector<Role>& roles, const ReportContext& context);
std::string report_roles(const std::vector<Role>& roles, const ReportContext& context);

// What was found against what was marked in `gold`: figures by part of the data, then the most frequent mistakes, each
// with its first place. csv has the figures alone.
std::string report_evaluation(const Evaluation& evaluation, const std::vector<GoldDocument>& gold,
                              const ReportContext& context);

// How much of the skills sections of many documents the lexicon knows, by group. csv has no uncovered items.
std::string report_coverage(const Coverage& coverage, const ReportContext& context);

// How well resumes are ranked, by measure and ranker, and for each posting: in a table only the `worst` ones, on which
// skillfit's lead over BM25 is least. csv has no postings.
std::string report_ranking(const RankingEvaluation& evaluation, std::size_t worst, const ReportContext& context);

// Lexicon commands.
std::string report_findings(const std::vector<Finding>& findings, const ReportContext& context);
std::string report_skill(const std::vector<SkillId>& skills, const ReportContext& context);   // all there is to say
std::string report_skills(const std::vector<SkillId>& skills, const ReportContext& context);  // key, name, kind
std::string report_suggestions(const std::vector<Suggestion>& suggestions, const ReportContext& context);
std::string report_stats(const ReportContext& context);  // how many skills by kind, forms, words, bytes; the digest

// For terminals: C0, C1, ESC, DEL, bidirectional controls and invalid UTF-8 replaced by U+FFFD; line ends become
// spaces.
std::string printable(std::string_view text);

}  // namespace skillfit
