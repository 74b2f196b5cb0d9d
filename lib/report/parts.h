// The reports as the forms see them: what each is made from, and one writer for each form.
#pragma once

#include <string>
#include <vector>

#include "skillfit/report.h"

namespace skillfit {

struct PairReport {
  const Analysis& resume;
  const Analysis& posting;
  const Match& match;
  const ReportContext& context;
};

struct RankReport {
  const Analysis& fixed;  // what all rows were matched with: a posting, or a resume
  const std::vector<Row>& rows;
  const ReportContext& context;

  bool of_postings() const { return fixed.profile.as == As::resume; }
  // How many of the leading rows are shown; rows with errors, which come last, always are.
  std::size_t shown() const;
};

struct RowsReport {
  const std::vector<Row>& rows;
  const ReportContext& context;
};

struct RolesReport {
  const std::vector<Role>& roles;
  bool list;  // of all roles, else one or two with all there is to say
  const ReportContext& context;
};

struct FindingsReport {
  const std::vector<Finding>& findings;
  const ReportContext& context;
};

struct SkillsReport {
  const std::vector<SkillId>& skills;
  const ReportContext& context;
};

struct EvaluationReport {
  const Evaluation& evaluation;
  const std::vector<GoldDocument>& gold;  // what was evaluated
  const ReportContext& context;
};

struct CoverageReport {
  const Coverage& coverage;
  const ReportContext& context;
};

struct RankingReport {
  const RankingEvaluation& evaluation;
  std::size_t worst;  // postings shown in a table
  const ReportContext& context;
};

struct SuggestionsReport {
  const std::vector<Suggestion>& suggestions;
  const ReportContext& context;
};

std::string match_table(const PairReport& report);
std::string match_json(const PairReport& report);
std::string match_csv(const PairReport& report);
std::string match_html(const PairReport& report);

std::string gaps_table(const PairReport& report);
std::string gaps_json(const PairReport& report);
std::string gaps_csv(const PairReport& report);
std::string gaps_html(const PairReport& report);

std::string rank_table(const RankReport& report);
std::string rank_json(const RankReport& report);
std::string rank_csv(const RankReport& report);
std::string rank_html(const RankReport& report);

std::string extract_table(const RowsReport& report);
std::string extract_json(const RowsReport& report);
std::string extract_csv(const RowsReport& report);

std::string inspect_table(const RowsReport& report);
std::string inspect_json(const RowsReport& report);
std::string inspect_csv(const RowsReport& report);

std::string roles_table(const RolesReport& report);
std::string roles_json(const RolesReport& report);
std::string roles_csv(const RolesReport& report);

// Where the resume stands in the role it is measured by: lines, the member "role", or a section of a page. Nothing if
// it is none.
void write_standing(class Sheet& sheet, const RoleStanding* standing);
void write_standing(class JsonWriter& json, const RoleStanding* standing);
void write_standing(class Html& html, const RoleStanding* standing);

std::string findings_table(const FindingsReport& report);
std::string findings_json(const FindingsReport& report);
std::string findings_csv(const FindingsReport& report);

std::string skill_table(const SkillsReport& report);
std::string skill_json(const SkillsReport& report);
std::string skill_csv(const SkillsReport& report);

std::string skills_table(const SkillsReport& report);
std::string skills_json(const SkillsReport& report);
std::string skills_csv(const SkillsReport& report);

std::string evaluation_table(const EvaluationReport& report);
std::string evaluation_json(const EvaluationReport& report);
std::string evaluation_csv(const EvaluationReport& report);

std::string coverage_table(const CoverageReport& report);
std::string coverage_json(const CoverageReport& report);
std::string coverage_csv(const CoverageReport& report);

std::string ranking_table(const RankingReport& report);
std::string ranking_json(const RankingReport& report);
std::string ranking_csv(const RankingReport& report);

std::string suggestions_table(const SuggestionsReport& report);
std::string suggestions_json(const SuggestionsReport& report);
std::string suggestions_csv(const SuggestionsReport& report);

std::string stats_table(const ReportContext& context);
std::string stats_json(const ReportContext& context);
std::string stats_csv(const ReportContext& context);

}  // namespace skillfit
