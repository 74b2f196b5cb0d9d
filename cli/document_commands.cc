// extract, inspect, learn and lexicon suggest: one document at a time, no matching.
#include "commands.h"
#include "run.h"

namespace skillfit::cli {
namespace {

using Report = std::string (*)(const std::vector<Row>&, const ReportContext&);

int analyze_and_report(const Options& options, Report report) {
  int status = kFine;
  const std::unique_ptr<Run> run = set_up(options, status, {options.inputs, options.jobs});
  if (!run) return status;
  if (!has_inputs(*run, options.inputs)) return kNoInput;
  const std::vector<Input>& inputs = run->inputs;
  const std::vector<Row> rows = analyze_all(inputs, wanted_as(options), run->context, run->batch);
  status = worse(status_of(rows), write_result(options, report(rows, {run->lexicon, run->report})));
  complain_about_rows(rows, options);
  return status;
}

// The distinct skills of one document that count as evidence.
std::vector<SkillId> distinct_skills(const Profile& profile) {
  std::vector<SkillId> skills;
  for (const SkillEvidence& evidence : profile.skills) skills.push_back(evidence.skill);
  return skills;
}

// One posting as a file to edit.
int write_posting_file(const Options& options) {
  if (options.inputs.size() != 1 || options.as == "resume") {
    complain("--format toml writes one posting as a file to edit: skillfit extract --as posting --format toml POSTING");
    return kUsage;
  }
  int status = kFine;
  const std::unique_ptr<Run> run = set_up(options, status, {options.inputs});
  if (!run) return status;
  const std::unique_ptr<Analysis> posting = read_fixed(options.inputs.front(), As::posting, *run);
  if (!posting) return kNoInput;
  if (posting->profile.requirements.empty()) {
    complain(nothing_asked(*posting));
    return kNoInput;
  }
  return write_result(options, report_posting_file(*posting, {run->lexicon, run->report}));
}

}  // namespace

int run_extract(const Options& options) {
  if (options.format == "toml") return write_posting_file(options);
  return analyze_and_report(options, report_extract);
}

int run_inspect(const Options& options) {
  return analyze_and_report(options, report_inspect);
}

int run_learn(const Options& options) {
  int status = kFine;
  const std::unique_ptr<Run> run = set_up(options, status, {options.inputs, options.jobs});
  if (!run) return status;
  if (!has_inputs(*run, options.inputs)) return kNoInput;
  const std::vector<Input>& inputs = run->inputs;
  std::vector<std::optional<std::vector<SkillId>>> found(inputs.size());
  const std::vector<Row> rows =
      visit_all(inputs, wanted_as(options), run->context, run->batch,
                [&](std::size_t i, Analysis&& analysis) { found[i] = distinct_skills(analysis.profile); });
  FrequencyCounter counter(run->lexicon);
  for (const auto& skills : found) {
    if (skills) counter.add(*skills);
  }
  complain_about_rows(rows, options);
  status = status_of(rows);
  return status == kNoInput || status == kInterrupted ? status : worse(status, write_result(options, counter.to_tsv()));
}

int run_lexicon_suggest(const Options& options) {
  int status = kFine;
  const std::unique_ptr<Run> run = set_up(options, status, {options.inputs, options.jobs});
  if (!run) return status;
  const std::vector<Input>& inputs = run->inputs;
  std::vector<DocumentTerms> documents(inputs.size());
  const std::vector<Row> rows =
      visit_all(inputs, wanted_as(options), run->context, run->batch, [&](std::size_t i, Analysis&& analysis) {
        documents[i] = {inputs[i].path, uses_of_terms(analysis)};
      });
  complain_about_rows(rows, options);
  status = status_of(rows);
  if (status == kNoInput || status == kInterrupted) return status;
  const std::vector<Suggestion> found = suggest(documents, {options.min_count, options.top});
  return worse(status, write_result(options, report_suggestions(found, {run->lexicon, run->report})));
}

}  // namespace skillfit::cli
