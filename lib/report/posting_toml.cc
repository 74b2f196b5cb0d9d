// What was understood of a posting as a posting file (docs/roles.md): one table a requirement, in the posting's order,
// with its sentence for the reader. Read again it asks for exactly the same.
#include <algorithm>
#include <map>

#include "base/terminal.h"
#include "report/naming.h"
#include "report/words.h"
#include "skillfit/report.h"

namespace skillfit {
namespace {

constexpr std::size_t kMostText = 200;  // cells of a posting's sentence

// A TOML string: printable text, so only two characters mean something else.
std::string quoted(std::string_view text) {
  std::string out = "\"";
  for (const char c : printable(text)) {
    if (c == '"' || c == '\\') out += '\\';
    out += c;
  }
  return out + "\"";
}

// The sentence that asks, its words one space apart.
std::string words_of(const Analysis& posting, const Requirement& requirement) {
  const std::string text = printable(slice(posting.document.text, requirement.sentence));
  return cut_end(joined(wrap(text, std::max<std::size_t>(1, text.size())), " "), kMostText);
}

class PostingWriter {
 public:
  PostingWriter(const Analysis& posting, const Lexicon& lexicon) : posting_(posting), lexicon_(lexicon) {
    for (const SkillEvidence& skill : posting.profile.skills) {
      if (skill.best != Grade::none) unasked_[skill.skill] = skill.count();
    }
  }

  std::string write() {
    out_ = "# What skillfit understood of " + printable(posting_.document.path) +
           ".\n# Change what is wrong, and use this file wherever a posting is taken. docs/roles.md explains it.\n";
    const Profile& profile = posting_.profile;
    write_titles();
    for (const Requirement& requirement : profile.requirements) {
      if (requirement.kind != RequirementKind::title) write_requirement(requirement);
    }
    write_unasked();
    return std::move(out_);
  }

 private:
  void field(std::string_view name, const std::string& value) { ((out_ += name) += " = ") += value + "\n"; }

  // A posting without a title may name several that will do.
  void write_titles() {
    for (const Requirement& requirement : posting_.profile.requirements) {
      if (requirement.kind != RequirementKind::title) continue;
      field("title", quoted(title_text(posting_)));
      std::string others;
      for (std::size_t i = 1; i < requirement.evidence.size(); ++i) {
        (others += i > 1 ? ", " : "") += quoted(slice(posting_.document.text, requirement.evidence.begin()[i]));
      }
      if (!others.empty()) field("also_called", "[" + others + "]");
    }
  }

  void write_requirement(const Requirement& requirement) {
    out_ += "\n[[requirement]]\n";
    switch (requirement.kind) {
      case RequirementKind::skill:
        write_skills(requirement);
        break;
      case RequirementKind::term:
        field("term", quoted(posting_.profile.asked_terms[static_cast<std::size_t>(requirement.term)].text));
        if (requirement.listed) field("listed", "true");
        break;
      case RequirementKind::degree:
        write_degree(requirement);
        break;
      case RequirementKind::months:
      case RequirementKind::title:
        break;
    }
    field("stance", quoted(stance_name(requirement.stance)));
    if (requirement.level != LanguageLevel::unstated) field("level", quoted(language_level_name(requirement.level)));
    if (requirement.of_degree) field("of_degree", "true");
    if (requirement.months > 0) field("months", std::to_string(requirement.months));
    field("text", quoted(words_of(posting_, requirement)));
  }

  void write_degree(const Requirement& requirement) {
    field("degree", quoted(degree_name(requirement.degree)));
    std::string fields;
    for (const SkillId skill : requirement.fields) fields += (fields.empty() ? "" : ", ") + quoted(lexicon_.key(skill));
    if (!fields.empty()) field("fields", "[" + fields + "]");
    if (requirement.related_field) field("related_field", "true");
    if (requirement.or_equivalent) field("or_equivalent", "true");
  }

  // any_of with the names beside it, and how often each is named unless all are named once.
  void write_skills(const Requirement& requirement) {
    std::string keys, names, times;
    for (const SkillId skill : requirement.any_of) {
      keys += (keys.empty() ? "" : ", ") + quoted(lexicon_.key(skill));
      names += (names.empty() ? "" : " or ") + printable(lexicon_.name(skill));
      const auto count = unasked_.extract(skill);
      if (count.empty() || count.mapped() == 1) continue;
      times += (times.empty() ? "" : ", ") + std::string(lexicon_.key(skill)) + " = " + std::to_string(count.mapped());
    }
    field("any_of", "[" + keys + "]  # " + names);
    const std::size_t equals = times.find('=');
    if (requirement.any_of.size() == 1 && !times.empty()) field("times", times.substr(equals + 2));
    if (requirement.any_of.size() > 1 && !times.empty()) field("times", "{ " + times + " }");
  }

  void write_unasked() {
    if (unasked_.empty()) return;
    out_ += "\n# Named, but asked for by no requirement: these count in the overall similarity only.\n[also_named]\n";
    for (const auto& [skill, times] : unasked_) field(lexicon_.key(skill), std::to_string(times));
  }

  const Analysis& posting_;
  const Lexicon& lexicon_;
  std::map<SkillId, std::uint32_t>
      unasked_;  // how often each skill is named that no requirement written so far asks for
  std::string out_;
};

}  // namespace

std::string report_posting_file(const Analysis& posting, const ReportContext& context) {
  return PostingWriter(posting, context.lexicon).write();
}

}  // namespace skillfit
