// evaluate: annotated data in, figures and mistakes out; or resumes in, and how much of them is known; or judgements
// in, and how well resumes are ranked.
#include <algorithm>
#include <filesystem>

#include "commands.h"
#include "run.h"

namespace skillfit::cli {
namespace {

// The parser has checked the names.
std::vector<SkillKind> kinds_of(const std::vector<std::string>& names) {
  std::vector<SkillKind> kinds;
  for (int i = 0; i <= static_cast<int>(SkillKind::certificate); ++i) {
    const auto kind = static_cast<SkillKind>(i);
    if (std::find(names.begin(), names.end(), skill_kind_name(kind)) != names.end()) kinds.push_back(kind);
  }
  return kinds;
}

bool has_type(const std::vector<GoldDocument>& gold, const std::string& type) {
  return std::any_of(gold.begin(), gold.end(), [&](const GoldDocument& document) {
    return std::any_of(document.mentions.begin(), document.mentions.end(),
                       [&](const GoldMention& mark) { return mark.type == type; });
  });
}

bool is_named(const std::string& file, const Options& options) {
  return std::find(options.inputs.begin(), options.inputs.end(), file) != options.inputs.end();
}

// What cannot be read is refused with its line; a file that is something else is mentioned if it was named itself.
int status_of_gold(const GoldSet& gold, const Options& options) {
  for (const Error& error : gold.refused) complain(error);
  const bool nothing = gold.documents.empty();
  for (const Error& error : gold.passed_over) {
    if (nothing || (!options.quiet && is_named(error.file, options))) complain(error);
  }
  if (nothing) {
    if (gold.refused.empty() && gold.passed_over.empty()) complain("no annotated data in " + options.inputs.front());
    return kNoInput;
  }
  return gold.refused.empty() ? kFine : kSomeFailed;
}

int compare_with_gold(const Options& options, const Run& run) {
  const GoldSet gold = read_gold(options.inputs);
  const int status = status_of_gold(gold, options);
  if (status == kNoInput) return status;
  for (const std::string& type : options.types) {
    if (has_type(gold.documents, type)) continue;
    complain("nothing is marked with the type '" + type + "'");
    return kUsage;
  }
  const EvaluateOptions wanted{options.types, kinds_of(options.without_kinds), options.terms, wanted_as(options),
                               options.worst};
  const Evaluation evaluation = evaluate(gold.documents, run.context, wanted, run.batch);
  const int written = write_result(options, report_evaluation(evaluation, gold.documents, {run.lexicon, run.report}));
  return worse(stop_requested() ? kInterrupted : status, written);
}

// Resumes are grouped by the folder they lie in: the occupation, in collections of them.
std::string folder_of(const Input& input) {
  return std::filesystem::path(input.file).parent_path().filename().string();
}

int measure_coverage(const Options& options, const Run& run) {
  const std::vector<Input> inputs = list_inputs(options.inputs);
  std::vector<ListCoverage> covered(inputs.size());
  const std::vector<Row> rows =
      visit_all(inputs, wanted_as(options).value_or(As::resume), run.context, run.batch,
                [&](std::size_t i, Analysis&& analysis) { covered[i] = cover(analysis, run.lexicon); });
  std::vector<std::pair<std::string, ListCoverage>> documents;
  for (std::size_t i = 0; i < rows.size(); ++i) {
    if (rows[i].status == RowStatus::ok) documents.emplace_back(folder_of(rows[i].input), std::move(covered[i]));
  }
  complain_about_rows(rows, options);
  const int status = status_of(rows);
  if (documents.empty()) {
    if (inputs.empty()) complain("nothing to read: no files in " + options.inputs.front());
    return status;
  }
  const Coverage coverage = sum_coverage(documents, options.worst);
  return worse(status, write_result(options, report_coverage(coverage, {run.lexicon, run.report})));
}

int measure_ranking(const Options& options, const Run& run) {
  const std::vector<std::string> candidates(options.inputs.begin() + 1, options.inputs.end());
  const Result<RankingGold> gold = read_ranking(options.inputs.front(), candidates);
  if (!gold) {
    complain(gold.error());
    return gold.error().code == ErrorCode::usage ? kUsage : kNoInput;
  }
  const RankingEvaluation evaluation = evaluate_ranking(*gold, run.context, run.batch);
  complain_about_rows(evaluation.rows, options);
  const int status = status_of(evaluation.rows);
  if (evaluation.postings.empty()) return worse(status, kNoInput);
  return worse(status, write_result(options, report_ranking(evaluation, options.worst, {run.lexicon, run.report})));
}

// What --coverage and --ranking measure has no marks, so what is said about marks would change nothing.
bool contradicts(const Options& options) {
  const bool marks = options.terms || !options.types.empty() || !options.without_kinds.empty();
  if (options.coverage && options.ranking) {
    complain("--coverage and --ranking are two measurements: give one");
  } else if ((options.coverage || options.ranking) && marks) {
    complain(std::string(options.coverage ? "--coverage" : "--ranking") +
             " reads documents without marks: it takes no --type, --without-kind or --terms");
  } else if (options.ranking && !options.as.empty()) {
    complain("--ranking knows which documents are postings and which are resumes: it takes no --as");
  } else if (!options.ranking &&
             (!options.weights.empty() || !options.signal_weights.empty() || !options.as_of.empty())) {
    complain("--weights, --weight and --as-of change scores, which only --ranking measures");
  } else {
    return false;
  }
  return true;
}

}  // namespace

int run_evaluate(const Options& options) {
  if (contradicts(options)) return kUsage;
  int status = kFine;
  const std::unique_ptr<Run> run = set_up(options, status);
  if (!run) return status;
  if (options.ranking) return measure_ranking(options, *run);
  return options.coverage ? measure_coverage(options, *run) : compare_with_gold(options, *run);
}

}  // namespace skillfit::cli
