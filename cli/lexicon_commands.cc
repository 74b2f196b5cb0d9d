// lexicon lint, show, find, stats, compile, import.
#include <algorithm>
#include <cctype>

#include "commands.h"
#include "run.h"
#include "skillfit/import.h"

namespace skillfit::cli {
namespace {

std::string lower(std::string_view text) {
  std::string out(text);
  std::transform(out.begin(), out.end(), out.begin(),
                 [](unsigned char c) { return static_cast<char>(std::tolower(c)); });
  return out;
}

bool contains(std::string_view text, const std::string& words) {
  return lower(text).find(words) != std::string::npos;
}

bool is_about(const SkillSource& source, const std::string& words) {
  const auto any = [&](const std::vector<std::string>& forms) {
    return std::any_of(forms.begin(), forms.end(), [&](const std::string& form) { return contains(form, words); });
  };
  return contains(source.key, words) || contains(source.name, words) || any(source.alias) || any(source.exact) ||
         any(source.ambiguous);
}

}  // namespace

int run_lexicon_lint(const Options& options) {
  int status = kFine;
  const std::unique_ptr<Run> run = set_up(options, status);
  if (!run) return status;
  const Result<std::vector<LexiconFile>> files = read_lexicon_files(options.inputs);
  if (!files) {
    complain(files.error());
    return kNoInput;
  }
  std::vector<Finding> findings = lint(*files, options.only_lexicon ? nullptr : &Lexicon::embedded());
  const bool fatal = std::any_of(findings.begin(), findings.end(), [](const Finding& f) { return f.fatal; });
  if (!fatal) {
    const Result<Lexicon> lexicon =
        options.only_lexicon ? Lexicon::compile(*files) : Lexicon::embedded().overlay(*files);
    if (!lexicon) {
      complain(lexicon.error());
      return kNoInput;
    }
    for (Finding& finding : check_examples(*lexicon)) {
      const bool ours =
          std::any_of(files->begin(), files->end(), [&](const LexiconFile& f) { return f.name == finding.file; });
      if (ours) findings.push_back(std::move(finding));
    }
  }
  status = write_result(options, report_findings(findings, {run->lexicon, run->report}));
  return findings.empty() ? status : worse(status, kBelowThreshold);
}

int run_lexicon_show(const Options& options) {
  int status = kFine;
  const std::unique_ptr<Run> run = set_up(options, status);
  if (!run) return status;
  std::vector<SkillId> skills;
  for (const std::string& key : options.inputs) {
    const std::optional<SkillId> skill = run->lexicon.find(key);
    if (skill) {
      skills.push_back(*skill);
      continue;
    }
    complain("no skill has the key '" + key + "'; try: skillfit lexicon find " + key);
    status = kNoInput;
  }
  return worse(status, write_result(options, report_skill(skills, {run->lexicon, run->report})));
}

int run_lexicon_find(const Options& options) {
  int status = kFine;
  const std::unique_ptr<Run> run = set_up(options, status);
  if (!run) return status;
  std::string words;
  for (const std::string& word : options.inputs) words += (words.empty() ? "" : " ") + lower(word);
  std::vector<SkillId> found;
  for (std::uint32_t i = 0; i < run->lexicon.size(); ++i) {
    if (is_about(run->lexicon.source(SkillId{i}), words)) found.push_back(SkillId{i});
  }
  if (found.empty()) complain("no skill has '" + words + "' in its key, name or spellings");
  status = write_result(options, report_skills(found, {run->lexicon, run->report}));
  return found.empty() ? worse(status, kBelowThreshold) : status;
}

int run_lexicon_stats(const Options& options) {
  int status = kFine;
  const std::unique_ptr<Run> run = set_up(options, status);
  if (!run) return status;
  return write_result(options, report_stats({run->lexicon, run->report}));
}

int run_lexicon_compile(const Options& options) {
  const Result<std::vector<LexiconFile>> files = read_lexicon_files(options.inputs);
  if (!files) {
    complain(files.error());
    return kNoInput;
  }
  const Result<Lexicon> lexicon = Lexicon::compile(*files);
  if (!lexicon) {
    complain(lexicon.error());
    return kNoInput;
  }
  if (options.output.empty()) {
    complain("lexicon compile writes a binary table: name a file with --output (or - for standard output)");
    return kUsage;
  }
  return write_result(options, lexicon->bytes());
}

int run_lexicon_import(const Options& options) {
  const std::optional<ImportSource> source = find_import_source(options.inputs.front());
  if (!source) {
    complain("lexicon import wants esco, onet or csv first, not '" + options.inputs.front() + "'");
    return kUsage;
  }
  Result<std::vector<LexiconFile>> files = read_lexicon_files({options.inputs.begin() + 1, options.inputs.end()});
  if (!files) {
    complain(files.error());
    return kNoInput;
  }
  std::vector<ImportFile> tables;
  for (LexiconFile& file : *files) tables.push_back({std::move(file.name), std::move(file.toml)});
  const Result<Imported> imported =
      import_lexicon(*source, tables, options.only_lexicon ? nullptr : &Lexicon::embedded());
  if (!imported) {
    complain(imported.error());
    return kNoInput;
  }
  complain(std::to_string(imported->labels) + " names read: " + std::to_string(imported->skills) + " skills with " +
           std::to_string(imported->spellings) + " spellings written; left out " + std::to_string(imported->known) +
           " skills the lexicon has, " + std::to_string(imported->taken) + " spellings that are taken, " +
           std::to_string(imported->unsafe) + " that need a policy");
  return write_result(options, imported->toml);
}

}  // namespace skillfit::cli
