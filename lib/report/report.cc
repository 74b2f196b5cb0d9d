// Every report exists in every form: a row of writers each (jsonl is json with one line a value). Those without a page
// of their own are shown on one as they are printed.
#include "skillfit/report.h"

#include <algorithm>
#include <array>

#include "report/html_page.h"
#include "report/parts.h"

namespace skillfit {
namespace {

constexpr std::array<std::string_view, 5> kFormNames = {"table", "json", "jsonl", "csv", "html"};

template <class Report>
struct Writers {
  std::string (*table)(const Report&);
  std::string (*json)(const Report&);
  std::string (*csv)(const Report&);
  std::string (*html)(const Report&) = nullptr;
};

template <class Report>
std::string write(const Report& report, ReportForm form, const Writers<Report>& writers) {
  switch (form) {
    case ReportForm::table:
      return writers.table(report);
    case ReportForm::csv:
      return writers.csv(report);
    case ReportForm::html:
      return writers.html != nullptr ? writers.html(report) : plain_page(writers.table(report));
    case ReportForm::json:
    case ReportForm::jsonl:
      break;
  }
  return writers.json(report);
}

template <class Report>
std::string write(const Report& report, const Writers<Report>& writers) {
  return write(report, report.context.options.form, writers);
}

}  // namespace

std::string_view report_form_name(ReportForm form) {
  return kFormNames[static_cast<std::size_t>(form)];
}

std::optional<ReportForm> find_report_form(std::string_view name) {
  const auto found = std::find(kFormNames.begin(), kFormNames.end(), name);
  if (found == kFormNames.end()) return {};
  return static_cast<ReportForm>(found - kFormNames.begin());
}

std::size_t RankReport::shown() const {
  const auto ranked = std::count_if(rows.begin(), rows.end(), [](const Row& r) { return r.status == RowStatus::ok; });
  const auto count = static_cast<std::size_t>(ranked);
  return context.options.top == 0 ? count : std::min(count, context.options.top);
}

std::string report_match(const Analysis& resume, const Analysis& posting, const Match& match,
                         const ReportContext& context) {
  return write(PairReport{resume, posting, match, context}, {match_table, match_json, match_csv, match_html});
}

std::string report_gaps(const Analysis& resume, const Analysis& posting, const Match& match,
                        const ReportContext& context) {
  return write(PairReport{resume, posting, match, context}, {gaps_table, gaps_json, gaps_csv, gaps_html});
}

std::string report_rank(const Analysis& fixed, const std::vector<Row>& rows, const ReportContext& context) {
  return write(RankReport{fixed, rows, context}, {rank_table, rank_json, rank_csv, rank_html});
}

std::string report_extract(const std::vector<Row>& rows, const ReportContext& context) {
  return write(RowsReport{rows, context}, {extract_table, extract_json, extract_csv});
}

std::string report_inspect(const std::vector<Row>& rows, const ReportContext& context) {
  return write(RowsReport{rows, context}, {inspect_table, inspect_json, inspect_csv});
}

std::string report_role_list(const std::vector<Role>& roles, const ReportContext& context) {
  return write(RolesReport{roles, true, context}, {roles_table, roles_json, roles_csv});
}

std::string report_roles(const std::vector<Role>& roles, const ReportContext& context) {
  return write(RolesReport{roles, false, context}, {roles_table, roles_json, roles_csv});
}

std::string report_evaluation(const Evaluation& evaluation, const std::vector<GoldDocument>& gold,
                              const ReportContext& context) {
  return write(EvaluationReport{evaluation, gold, context}, {evaluation_table, evaluation_json, evaluation_csv});
}

std::string report_coverage(const Coverage& coverage, const ReportContext& context) {
  return write(CoverageReport{coverage, context}, {coverage_table, coverage_json, coverage_csv});
}

std::string report_ranking(const RankingEvaluation& evaluation, std::size_t worst, const ReportContext& context) {
  return write(RankingReport{evaluation, worst, context}, {ranking_table, ranking_json, ranking_csv});
}

std::string report_findings(const std::vector<Finding>& findings, const ReportContext& context) {
  return write(FindingsReport{findings, context}, {findings_table, findings_json, findings_csv});
}

std::string report_skill(const std::vector<SkillId>& skills, const ReportContext& context) {
  return write(SkillsReport{skills, context}, {skill_table, skill_json, skill_csv});
}

std::string report_skills(const std::vector<SkillId>& skills, const ReportContext& context) {
  return write(SkillsReport{skills, context}, {skills_table, skills_json, skills_csv});
}

std::string report_suggestions(const std::vector<Suggestion>& suggestions, const ReportContext& context) {
  return write(SuggestionsReport{suggestions, context}, {suggestions_table, suggestions_json, suggestions_csv});
}

std::string report_stats(const ReportContext& context) {
  return write(context, context.options.form, {stats_table, stats_json, stats_csv});
}

}  // namespace skillfit
