// Roles: the list of them, one with its levels, and two side by side.
#include <algorithm>
#include <map>

#include "base/terminal.h"
#include "report/csv.h"
#include "report/json_parts.h"
#include "report/naming.h"
#include "report/parts.h"
#include "report/sheet.h"
#include "report/words.h"

namespace skillfit {
namespace {

std::string names_of(const PostedRequirement& asked, const Lexicon& lexicon) {
  if (!asked.term.empty()) return printable(asked.term);
  std::vector<std::string> names;
  for (const SkillId skill : asked.requirement.any_of) names.push_back(printable(lexicon.name(skill)));
  return joined(names, " or ");
}

bool is_certificate(const PostedRequirement& asked, const Lexicon& lexicon) {
  return !asked.requirement.any_of.empty() && lexicon.kind(asked.requirement.any_of.front()) == SkillKind::certificate;
}

bool names_something(const PostedRequirement& asked) {
  return asked.requirement.kind == RequirementKind::skill || asked.requirement.kind == RequirementKind::term;
}

std::string years_text(const LevelFacts& facts) {
  const std::string from = std::to_string(facts.from_months / 12);
  return facts.to_months ? from + "-" + std::to_string(*facts.to_months / 12) + " years" : from + "+ years";
}

std::string pay_text(const Pay& pay) {
  return grouped(static_cast<std::uint64_t>(pay.from)) + "-" + grouped(static_cast<std::uint64_t>(pay.to)) + " " +
         printable(pay.currency) + " a year (" + printable(pay.country) + " " + std::to_string(pay.year) + ")";
}

std::string_view stance_text(Stance stance) {
  if (stance == Stance::required) return "must-have";
  return stance == Stance::preferred ? "nice-to-have" : "mentioned";
}

// "bachelor's degree in Statistics or Mathematics or a related field, or equivalent experience".
std::string degree_words(const PostedRequirement& asked, const Lexicon& lexicon) {
  const Requirement& degree = asked.requirement;
  std::vector<std::string> fields;
  for (const SkillId field : degree.fields) fields.push_back(printable(lexicon.name(field)));
  if (degree.related_field) fields.push_back("a related field");
  std::string text(degree_text(degree.degree));
  if (!fields.empty()) text += " in " + joined(fields, " or ");
  if (degree.or_equivalent) text += ", or equivalent experience";
  if (degree.stance != Stance::required) text += " (" + std::string(stance_text(degree.stance)) + ")";
  return text;
}

std::string from_text(RoleLevel from) {
  return from == RoleLevel::entry ? std::string() : " from " + std::string(role_level_name(from));
}

// What `text` says of each requirement that is `wanted`, in the order of the file.
template <class Wanted, class Text>
std::vector<std::string> each(const Role& role, const Wanted& wanted, const Text& text) {
  std::vector<std::string> texts;
  for (const PostedRequirement& asked : role.file.requirements) {
    if (wanted(asked)) texts.push_back(text(asked));
  }
  return texts;
}

std::vector<std::string> degrees_of(const Role& role, const Lexicon& lexicon) {
  return each(
      role, [](const PostedRequirement& asked) { return asked.requirement.kind == RequirementKind::degree; },
      [&](const PostedRequirement& asked) { return degree_words(asked, lexicon) + from_text(asked.from); });
}

std::vector<std::string> certificates_of(const Role& role, const Lexicon& lexicon) {
  return each(
      role, [&](const PostedRequirement& asked) { return is_certificate(asked, lexicon); },
      [&](const PostedRequirement& asked) { return names_of(asked, lexicon) + from_text(asked.from); });
}

void write_head(Sheet& sheet, const Role& role, const Lexicon& lexicon) {
  sheet.line(sheet.paint(printable(role.file.title), Style::strong) + " (" + printable(role.key) + ")");
  sheet.hanging("  ", printable(role.file.summary));
  sheet.blank();
  const auto labelled = [&](std::string_view label, const std::string& text) {
    if (!text.empty()) sheet.labelled(label, text);
  };
  labelled("Also called", printable(joined(role.file.also_called, ", ")));
  labelled("Education", joined(degrees_of(role, lexicon), "; "));
  labelled("Certificates", joined(certificates_of(role, lexicon), "; "));
  labelled("Afterwards", printable(joined(role.file.next, ", ")));
  labelled("Neighbours", printable(joined(role.file.neighbours, ", ")));
}

void write_levels(Sheet& sheet, const Role& role) {
  sheet.heading("Levels");
  for (std::size_t i = 0; i < kRoleLevels; ++i) {
    const std::optional<LevelFacts>& facts = role.file.levels[i];
    if (!facts) continue;
    std::string text = years_text(*facts) + ". " + printable(facts->focus);
    if (facts->pay) text += " Base pay " + pay_text(*facts->pay) + ".";
    sheet.labelled(role_level_name(static_cast<RoleLevel>(i)), text);
  }
}

// "Python (56.3 %)".
std::string skill_with_share(const PostedRequirement& asked, const Lexicon& lexicon) {
  std::string text = names_of(asked, lexicon);
  if (asked.share > 0) text += " (" + std::to_string(asked.share / 10) + "." + std::to_string(asked.share % 10) + " %)";
  return text;
}

void write_skills(Sheet& sheet, const Role& role, const Lexicon& lexicon) {
  for (std::size_t i = 0; i < kRoleLevels; ++i) {
    const auto level = static_cast<RoleLevel>(i);
    const auto skills_that_are = [&](bool required) {
      return joined(each(
                        role,
                        [&](const PostedRequirement& asked) {
                          return asked.from == level && names_something(asked) && !is_certificate(asked, lexicon) &&
                                 (asked.requirement.stance == Stance::required) == required;
                        },
                        [&](const PostedRequirement& asked) { return skill_with_share(asked, lexicon); }),
                    ", ");
    };
    const std::string must = skills_that_are(true), nice = skills_that_are(false);
    if (must.empty() && nice.empty()) continue;
    sheet.heading(i == 0 ? "Asked for at every level" : "And" + from_text(level) + " on");
    if (!must.empty()) sheet.labelled("Must-haves", must);
    if (!nice.empty()) sheet.labelled("Nice to have", nice);
  }
  const auto shares = each(
      role, [](const PostedRequirement& asked) { return asked.share > 0; },
      [](const PostedRequirement&) { return std::string(); });
  if (!shares.empty()) sheet.hanging("  ", "Per cent: share of postings that ask for it.", Style::quiet);
}

std::string role_table(const Role& role, const Lexicon& lexicon, Sheet sheet) {
  write_head(sheet, role, lexicon);
  write_levels(sheet, role);
  write_skills(sheet, role, lexicon);
  return sheet.take();
}

// What a role says of each skill: "must-have", "nice-to-have, must-have from mid".
std::map<SkillId, std::string> sayings_of(const Role& role) {
  std::map<SkillId, std::string> sayings;
  for (const PostedRequirement& asked : role.file.requirements) {
    for (const SkillId skill : asked.requirement.any_of) {
      std::string& saying = sayings[skill];
      saying += (saying.empty() ? "" : ", ") + std::string(stance_text(asked.requirement.stance));
      if (asked.requirement.any_of.size() > 1) saying += " (or another)";
      saying += from_text(asked.from);
    }
  }
  return sayings;
}

struct SkillRow {
  std::string name, left, right;
};

void write_rows(Sheet& sheet, const std::string& heading, const std::vector<SkillRow>& rows) {
  if (rows.empty()) return;
  sheet.heading(heading);
  std::vector<std::string> names;
  for (const SkillRow& row : rows) names.push_back(row.name);
  const std::size_t name = column_width(names, 20, sheet.width() / 3);
  const std::size_t half = (sheet.width() - name - 6) / 2;
  for (const SkillRow& row : rows) {
    sheet.row(2, {{name}, {row.left.empty() ? 0 : half}, {row.right.empty() ? 0 : half}},
              {{row.name}, {row.left}, {row.right}});
  }
}

void write_side(Sheet& sheet, const Role& role, const Lexicon& lexicon) {
  sheet.heading(printable(role.file.title) + " (" + printable(role.key) + ")");
  sheet.hanging("  ", printable(role.file.summary));
  sheet.labelled("Education", joined(degrees_of(role, lexicon), "; "));
  std::vector<std::string> years;
  for (std::size_t i = 0; i < kRoleLevels; ++i) {
    const std::optional<LevelFacts>& facts = role.file.levels[i];
    if (!facts) continue;
    years.push_back(std::string(role_level_name(static_cast<RoleLevel>(i))) + " " + years_text(*facts) +
                    (facts->pay ? ", " + pay_text(*facts->pay) : ""));
  }
  sheet.labelled("Levels", joined(years, "; "));
}

std::string two_roles_table(const RolesReport& report) {
  const Lexicon& lexicon = report.context.lexicon;
  const Role& left = report.roles[0];
  const Role& right = report.roles[1];
  Sheet sheet(report.context.options);
  write_side(sheet, left, lexicon);
  write_side(sheet, right, lexicon);
  std::vector<SkillRow> same, differing, only_left, only_right;
  const std::map<SkillId, std::string> of_left = sayings_of(left), of_right = sayings_of(right);
  for (const auto& [skill, saying] : of_left) {
    const auto other = of_right.find(skill);
    const std::string name = printable(lexicon.name(skill));
    if (other == of_right.end()) {
      only_left.push_back({name, saying, ""});
    } else if (other->second == saying) {
      same.push_back({name, saying, ""});
    } else {
      differing.push_back({name, saying, other->second});
    }
  }
  for (const auto& [skill, saying] : of_right) {
    if (!of_left.contains(skill)) only_right.push_back({printable(lexicon.name(skill)), "", saying});
  }
  const std::string left_title = printable(left.file.title), right_title = printable(right.file.title);
  write_rows(sheet, "Both ask for it alike", same);
  write_rows(sheet, "Both ask for it: " + left_title + " | " + right_title, differing);
  write_rows(sheet, "Only " + left_title, only_left);
  write_rows(sheet, "Only " + right_title, only_right);
  return sheet.take();
}

void write_strings(JsonWriter& json, std::string_view name, const std::vector<std::string>& texts) {
  json.key(name).begin_array();
  for (const std::string& text : texts) json.string(text);
  json.end_array();
}

void write_keys(JsonWriter& json, std::string_view name, const std::vector<SkillId>& skills, const Lexicon& lexicon) {
  json.key(name).begin_array();
  for (const SkillId skill : skills) json.string(lexicon.key(skill));
  json.end_array();
}

void write_level(JsonWriter& json, RoleLevel level, const LevelFacts& facts) {
  json.begin_object().key("level").string(role_level_name(level)).key("from_months").number(facts.from_months);
  json.key("to_months");
  if (facts.to_months) {
    json.number(*facts.to_months);
  } else {
    json.null();
  }
  json.key("focus").string(facts.focus);
  if (facts.pay) {
    json.key("pay").begin_object().key("from").number(facts.pay->from).key("to").number(facts.pay->to);
    json.key("currency").string(facts.pay->currency).key("country").string(facts.pay->country);
    json.key("year").number(facts.pay->year).end_object();
  }
  json.end_object();
}

void write_asked(JsonWriter& json, const PostedRequirement& asked, const Lexicon& lexicon) {
  const Requirement& requirement = asked.requirement;
  json.begin_object().key("kind").string(requirement_kind_name(requirement, lexicon));
  if (requirement.kind == RequirementKind::skill) write_keys(json, "any_of", requirement.any_of, lexicon);
  if (requirement.kind == RequirementKind::term) json.key("term").string(asked.term);
  if (requirement.kind == RequirementKind::degree) {
    json.key("degree").string(degree_name(requirement.degree));
    write_keys(json, "fields", requirement.fields, lexicon);
    json.key("related_field").boolean(requirement.related_field);
    json.key("or_equivalent").boolean(requirement.or_equivalent);
  }
  json.key("stance").string(stance_name(requirement.stance)).key("from").string(role_level_name(asked.from));
  if (requirement.months > 0) json.key("months").number(requirement.months);
  if (asked.share > 0) json.key("share").thousandths(asked.share);
  json.end_object();
}

void write_role(JsonWriter& json, const Role& role, const ReportContext& context) {
  json.key("role").string(role.key).key("title").string(role.file.title);
  json.key("summary").string(role.file.summary);
  write_strings(json, "also_called", role.file.also_called);
  write_strings(json, "next", role.file.next);
  write_strings(json, "neighbours", role.file.neighbours);
  json.key("levels").begin_array();
  for (std::size_t i = 0; i < kRoleLevels; ++i) {
    if (role.file.levels[i]) write_level(json, static_cast<RoleLevel>(i), *role.file.levels[i]);
  }
  json.end_array().key("requirements").begin_array();
  for (const PostedRequirement& asked : role.file.requirements) write_asked(json, asked, context.lexicon);
  json.end_array();
}

}  // namespace

std::string roles_table(const RolesReport& report) {
  const Lexicon& lexicon = report.context.lexicon;
  if (!report.list && report.roles.size() == 2) return two_roles_table(report);
  if (!report.list) return role_table(report.roles.front(), lexicon, Sheet(report.context.options));
  Sheet sheet(report.context.options);
  std::vector<std::string> keys;
  for (const Role& role : report.roles) keys.push_back(printable(role.key));
  const std::size_t key = column_width(keys, 8, sheet.width() / 2);
  for (std::size_t i = 0; i < keys.size(); ++i) {
    std::string prefix = keys[i];
    prefix.resize(std::max(key, prefix.size()), ' ');
    sheet.hanging(prefix + "  ", printable(report.roles[i].file.summary));
  }
  return sheet.take();
}

std::string roles_json(const RolesReport& report) {
  JsonRows rows(report.context, JsonRows::Head::json_only, [&](JsonWriter& json) {
    json.key("command").string("roles");
    write_lexicon(json, report.context);
  });
  for (const Role& role : report.roles) {
    rows.add([&](JsonWriter& json) { write_role(json, role, report.context); });
  }
  return rows.take();
}

std::string roles_csv(const RolesReport& report) {
  std::string out = report.list ? csv_line({"role", "title", "summary"})
                                : csv_line({"role", "from", "stance", "kind", "any_of", "name", "share"});
  for (const Role& role : report.roles) {
    if (report.list) {
      out += csv_line({role.key, role.file.title, role.file.summary});
      continue;
    }
    for (const PostedRequirement& asked : role.file.requirements) {
      const Requirement& requirement = asked.requirement;
      std::vector<std::string> keys;
      for (const SkillId skill : requirement.any_of) keys.emplace_back(report.context.lexicon.key(skill));
      const bool degree = requirement.kind == RequirementKind::degree;
      out += csv_line({role.key, std::string(role_level_name(asked.from)), std::string(stance_name(requirement.stance)),
                       std::string(requirement_kind_name(requirement, report.context.lexicon)), joined(keys, "|"),
                       degree ? degree_words(asked, report.context.lexicon) : names_of(asked, report.context.lexicon),
                       asked.share > 0 ? thousandths(asked.share) : ""});
    }
  }
  return out;
}

}  // namespace skillfit
