// score, gaps and rank: the three main jobs.
#include "commands.h"
#include "run.h"

namespace skillfit::cli {
namespace {

// The pair behind score and gaps, or null with the status set.
struct Pair {
  std::unique_ptr<Run> run;
  std::unique_ptr<Analysis> resume, posting;
  Match match;
};

std::optional<Pair> match_pair(const Options& options, int& status) {
  Pair pair;
  pair.run = set_up(options, status);
  if (!pair.run) return {};
  status = kNoInput;
  pair.resume = read_fixed(options.inputs[0], As::resume, *pair.run);
  pair.posting = read_fixed(options.inputs[1], As::posting, *pair.run);
  if (!pair.resume || !pair.posting) return {};
  pair.match = match(*pair.resume, *pair.posting, pair.run->context);
  if (!pair.match.score) {
    complain(fail(ErrorCode::no_requirements,
                  "no requirement was recognised in this posting, so there is no score; `skillfit inspect` shows what "
                  "was read",
                  options.inputs[1])
                 .value());
    return {};
  }
  status = kFine;
  return pair;
}

int below_threshold(const Options& options, Points score) {
  return !options.fail_under.empty() && score < *parse_score(options.fail_under) ? kBelowThreshold : kFine;
}

bool good_threshold(const Options& options) {
  if (options.fail_under.empty() || parse_score(options.fail_under)) return true;
  complain("--fail-under wants a score from 0 to 100, not '" + options.fail_under + "'");
  return false;
}

}  // namespace

int run_score(const Options& options) {
  if (!good_threshold(options)) return kUsage;
  int status = kFine;
  const std::optional<Pair> pair = match_pair(options, status);
  if (!pair) return status;
  const ReportContext report{pair->run->lexicon, pair->run->report};
  status = write_result(options, report_match(*pair->resume, *pair->posting, pair->match, report));
  return worse(status, below_threshold(options, *pair->match.score));
}

int run_gaps(const Options& options) {
  int status = kFine;
  const std::optional<Pair> pair = match_pair(options, status);
  if (!pair) return status;
  const ReportContext report{pair->run->lexicon, pair->run->report};
  return write_result(options, report_gaps(*pair->resume, *pair->posting, pair->match, report));
}

int run_rank(const Options& options) {
  if (!good_threshold(options)) return kUsage;
  std::vector<std::string> candidates = options.inputs;
  std::string fixed_path = options.resume;
  if (fixed_path.empty()) {
    fixed_path = candidates.front();
    candidates.erase(candidates.begin());
  }
  if (candidates.empty()) {
    complain("rank wants something to rank: files, folders, globs, JSONL, zip archives, - or --files-from");
    return kUsage;
  }
  int status = kFine;
  const std::unique_ptr<Run> run = set_up(options, status);
  if (!run) return status;
  const std::unique_ptr<Analysis> fixed =
      read_fixed(fixed_path, options.resume.empty() ? As::posting : As::resume, *run);
  if (!fixed) return kNoInput;
  if (options.resume.empty() && !match(fixed->profile, fixed->profile, run->lexicon, run->context.signals).score) {
    complain(fail(ErrorCode::no_requirements, "no requirement was recognised in this posting, so nothing can be ranked",
                  fixed_path)
                 .value());
    return kNoInput;
  }
  const std::vector<Input> inputs = find_inputs(candidates, *run);
  if (inputs.empty()) return kNoInput;
  if (run->report.form == ReportForm::html) run->batch.keep_best = kDetailedRows;
  const std::vector<Row> rows = rank(*fixed, inputs, run->context, run->batch);
  status = worse(status_of(rows), write_result(options, report_rank(*fixed, rows, {run->lexicon, run->report})));
  if (run->report.form != ReportForm::table) complain_about_rows(rows, options);
  if (status == kNoInput) complain("no input could be read");
  const bool ranked = rows.front().status == RowStatus::ok;
  return ranked ? worse(status, below_threshold(options, *rows.front().match.score)) : status;
}

}  // namespace skillfit::cli
