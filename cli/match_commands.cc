// score, gaps and rank: the three main jobs.
#include "commands.h"
#include "run.h"

namespace skillfit::cli {
namespace {

// The pair behind score and gaps, or null with the status set.
struct Pair {
  std::unique_ptr<Run> run;
  std::unique_ptr<Analysis> resume, posting;
  std::optional<RoleStanding> standing;  // with --role
  Match match;

  ReportContext report() const { return {run->lexicon, run->report, standing ? &*standing : nullptr}; }
};

std::optional<RoleLevel> wanted_level(const Options& options) {
  for (const RoleLevel level : {RoleLevel::entry, RoleLevel::mid, RoleLevel::senior}) {
    if (options.level == role_level_name(level)) return level;
  }
  return {};
}

// Whether there is one posting, from a file or a role, beside `others` inputs; says so if not.
bool names_one_posting(const Options& options, std::size_t others) {
  if (options.role.empty() && !options.level.empty()) {
    complain("--level is a level of a role: name it with --role");
  } else if (!options.role.empty() && options.inputs.size() > others) {
    complain("--role stands in place of POSTING: give the one or the other");
  } else if (options.role.empty() && options.inputs.size() <= others) {
    complain("POSTING is missing; --role ROLE takes what a role asks for in its place");
  } else {
    return true;
  }
  return false;
}

// The role's level that --level names. Prints the reason and returns nothing if there is none.
std::optional<Role> read_role(const Options& options, const Run& run) {
  Result<Role> role = find_role(options.role, run.context);
  const std::optional<RoleLevel> level = wanted_level(options);
  if (role && level && !role->file.levels[static_cast<std::size_t>(*level)]) {
    role = fail(ErrorCode::not_found, "the role has no level " + options.level, options.role);
  }
  if (role) return *std::move(role);
  complain(role.error());
  return {};
}

// What the resume is matched with: the file, or the role at the level that is asked for or comes next.
void read_posting(const Options& options, Pair& pair) {
  if (options.role.empty()) {
    pair.posting = read_fixed(options.inputs[1], As::posting, *pair.run);
    return;
  }
  const std::optional<Role> role = read_role(options, *pair.run);
  if (!role || !pair.resume) return;
  pair.standing = standing_in(*role, wanted_level(options), *pair.resume, pair.run->context);
  pair.posting = std::make_unique<Analysis>(role_posting(*role, pair.standing->measured, pair.run->context));
}

// What --what-if names. Prints the reason and returns nothing if it names no skill.
std::optional<std::vector<SkillId>> supposed_skills(const Options& options, const Run& run) {
  if (options.what_if.empty()) return std::vector<SkillId>();
  Result<std::vector<SkillId>> skills = find_skills(options.what_if, run.lexicon);
  if (skills) return *std::move(skills);
  complain("--what-if: " + skills.error().message);
  return {};
}

std::optional<Pair> match_pair(const Options& options, int& status) {
  Pair pair;
  status = kUsage;
  if (!names_one_posting(options, 1)) return {};
  pair.run = set_up(options, status, {options.inputs});
  if (!pair.run) return {};
  const std::optional<std::vector<SkillId>> what_if = supposed_skills(options, *pair.run);
  status = kUsage;
  if (!what_if) return {};
  status = kNoInput;
  pair.resume = read_fixed(options.inputs[0], As::resume, *pair.run);
  read_posting(options, pair);
  if (!pair.resume || !pair.posting) return {};
  pair.match = match(*pair.resume, *pair.posting, pair.run->context, *what_if);
  if (!pair.match.score) {
    complain(nothing_asked(*pair.posting));
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
  status = write_result(options, report_match(*pair->resume, *pair->posting, pair->match, pair->report()));
  return worse(status, below_threshold(options, *pair->match.score));
}

int run_gaps(const Options& options) {
  int status = kFine;
  const std::optional<Pair> pair = match_pair(options, status);
  if (!pair) return status;
  return write_result(options, report_gaps(*pair->resume, *pair->posting, pair->match, pair->report()));
}

namespace {

// What all inputs of rank are matched with: --resume, a role, or the first input. Null after saying why.
std::unique_ptr<Analysis> read_fixed_of_rank(const Options& options, const Run& run) {
  if (!options.resume.empty()) return read_fixed(options.resume, As::resume, run);
  if (options.role.empty()) return read_fixed(options.inputs.front(), As::posting, run);
  const std::optional<Role> role = read_role(options, run);
  if (!role) return nullptr;
  return std::make_unique<Analysis>(role_posting(*role, *wanted_level(options), run.context));
}

// Whether the arguments of rank make sense together; says so if not.
bool good_ranking(const Options& options) {
  if (!options.resume.empty() && !options.role.empty()) {
    complain("--role and --resume contradict each other: a role is a posting");
  } else if (options.role.empty() != options.level.empty()) {
    complain(options.role.empty() ? "--level is a level of a role: name it with --role"
                                  : "rank --role wants --level, so that all candidates are measured by the same");
  } else if (options.inputs.size() <= (options.resume.empty() && options.role.empty() ? 1 : 0)) {
    complain("rank wants something to rank: files, folders, globs, JSONL, zip archives, - or --files-from");
  } else {
    return good_threshold(options);
  }
  return false;
}

}  // namespace

int run_rank(const Options& options) {
  if (!good_ranking(options)) return kUsage;
  int status = kFine;
  const bool first_is_fixed = options.resume.empty() && options.role.empty();
  const std::vector<std::string> candidates(options.inputs.begin() + (first_is_fixed ? 1 : 0), options.inputs.end());
  const std::unique_ptr<Run> run = set_up(options, status, {candidates, options.jobs});
  if (!run) return status;
  const std::unique_ptr<Analysis> fixed = read_fixed_of_rank(options, *run);
  if (!fixed) return kNoInput;
  if (options.resume.empty() && !score(fixed->profile, fixed->profile, run->lexicon, run->context.signals)) {
    complain(nothing_asked(*fixed));
    return kNoInput;
  }
  if (!has_inputs(*run, candidates)) return kNoInput;
  if (run->report.form == ReportForm::html) run->batch.keep_best = kDetailedRows;
  const std::vector<Row> rows = rank(*fixed, run->inputs, run->context, run->batch);
  status = worse(status_of(rows), write_result(options, report_rank(*fixed, rows, {run->lexicon, run->report})));
  if (run->report.form != ReportForm::table) complain_about_rows(rows, options);
  if (status == kNoInput) complain("no input could be read");
  const bool ranked = rows.front().status == RowStatus::ok;
  return ranked ? worse(status, below_threshold(options, *rows.front().match.score)) : status;
}

}  // namespace skillfit::cli
