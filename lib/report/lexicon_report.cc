// What the lexicon commands show: findings of lint, one skill as written, and lists of skills.
#include <algorithm>

#include "report/csv.h"
#include "report/json_parts.h"
#include "report/sheet.h"
#include "report/words.h"

namespace skillfit {
namespace {

std::string place_of(const Finding& finding) {
  std::string place = printable(finding.file);
  if (finding.line > 0) place += ":" + std::to_string(finding.line);
  return place;
}

void write_skill_head(JsonWriter& json, SkillId skill, const Lexicon& lexicon) {
  json.key("skill").string(lexicon.key(skill)).key("name").string(lexicon.name(skill));
  json.key("kind").string(skill_kind_name(lexicon.kind(skill)));
}

void write_strings(JsonWriter& json, std::string_view name, const std::vector<std::string>& values) {
  json.key(name).begin_array();
  for (const std::string& value : values) json.string(value);
  json.end_array();
}

std::vector<std::string> keys_of(std::span<const SkillId> skills, const Lexicon& lexicon) {
  std::vector<std::string> keys;
  for (const SkillId skill : skills) keys.emplace_back(lexicon.key(skill));
  return keys;
}

std::size_t errors_among(const std::vector<Finding>& findings) {
  return static_cast<std::size_t>(
      std::count_if(findings.begin(), findings.end(), [](const Finding& finding) { return finding.fatal; }));
}

std::vector<std::string> related_texts(const SkillSource& source) {
  std::vector<std::string> texts;
  for (const auto& [key, share] : source.related) texts.push_back(key + " " + percent(share));
  return texts;
}

void write_skill_sheet(Sheet& sheet, SkillId skill, const Lexicon& lexicon) {
  const SkillSource source = lexicon.source(skill);
  sheet.heading(printable(source.name));
  sheet.labelled("key", printable(source.key) + ", " + std::string(skill_kind_name(source.kind)));
  const auto field = [&](std::string_view label, const std::vector<std::string>& values) {
    if (!values.empty()) sheet.labelled(label, printable(joined(values, ", ")));
  };
  field("alias", source.alias);
  field("exact", source.exact);
  field("ambiguous", source.ambiguous);
  field("near", source.near);
  field("not", source.veto);
  field("broader", keys_of(lexicon.broader(skill), lexicon));
  field("narrower", keys_of(lexicon.narrower(skill), lexicon));
  field("related", related_texts(source));
  for (const std::string& line : source.yes) field("yes", {line});
  for (const std::string& line : source.no) field("no", {line});
  if (!source.file.empty()) field("from", {source.file + ":" + std::to_string(source.line)});
}

void write_skill_members(JsonWriter& json, SkillId skill, const Lexicon& lexicon) {
  const SkillSource source = lexicon.source(skill);
  write_skill_head(json, skill, lexicon);
  write_strings(json, "alias", source.alias);
  write_strings(json, "exact", source.exact);
  write_strings(json, "ambiguous", source.ambiguous);
  write_strings(json, "near", source.near);
  write_strings(json, "not", source.veto);
  write_strings(json, "broader", keys_of(lexicon.broader(skill), lexicon));
  write_strings(json, "narrower", keys_of(lexicon.narrower(skill), lexicon));
  json.key("related").begin_array();
  for (const auto& [key, share] : source.related) {
    json.begin_object().key("skill").string(key).key("share").thousandths(share).end_object();
  }
  json.end_array();
  write_strings(json, "yes", source.yes);
  write_strings(json, "no", source.no);
  json.key("file").string(source.file).key("line").number(source.line);
}

template <class WriteMembers>
std::string skill_rows(const SkillsReport& report, std::string_view command, const WriteMembers& write_members) {
  JsonRows rows(report.context, JsonRows::Head::json_only,
                [&](JsonWriter& json) { json.key("command").string(command); });
  for (const SkillId skill : report.skills) {
    rows.add([&](JsonWriter& json) { write_members(json, skill, report.context.lexicon); });
  }
  return rows.take();
}

}  // namespace

std::string findings_table(const FindingsReport& report) {
  Sheet sheet(report.context.options);
  for (const Finding& finding : report.findings) {
    const std::string key = finding.key.empty() ? "" : " [" + printable(finding.key) + "]";
    sheet.hanging("", place_of(finding) + key + (finding.fatal ? ": error" : ": advice"),
                  finding.fatal ? Style::bad : Style::fair);
    sheet.hanging("    ", printable(finding.message));
  }
  if (report.findings.empty()) {
    sheet.line("The lexicon is clean.");
  } else {
    const std::size_t fatal = errors_among(report.findings), advice = report.findings.size() - fatal;
    sheet.line(counted(fatal, "error") + ", " + counted(advice, "piece") + " of advice");
  }
  return sheet.take();
}

std::string findings_json(const FindingsReport& report) {
  const std::size_t fatal = errors_among(report.findings);
  JsonRows rows(report.context, JsonRows::Head::always, [&](JsonWriter& json) {
    json.key("command").string("lint").key("errors").number(static_cast<std::int64_t>(fatal));
    json.key("advice").number(static_cast<std::int64_t>(report.findings.size() - fatal));
  });
  for (const Finding& finding : report.findings) {
    rows.add([&](JsonWriter& json) {
      json.key("fatal").boolean(finding.fatal).key("file").string(finding.file);
      json.key("line").number(finding.line).key("key").string(finding.key);
      json.key("message").string(finding.message);
    });
  }
  return rows.take();
}

std::string findings_csv(const FindingsReport& report) {
  std::string out = csv_line({"fatal", "file", "line", "key", "message"});
  for (const Finding& finding : report.findings) {
    out += csv_line(
        {finding.fatal ? "true" : "false", finding.file, std::to_string(finding.line), finding.key, finding.message});
  }
  return out;
}

std::string skill_table(const SkillsReport& report) {
  Sheet sheet(report.context.options);
  for (const SkillId skill : report.skills) write_skill_sheet(sheet, skill, report.context.lexicon);
  return sheet.take();
}

std::string skill_json(const SkillsReport& report) {
  return skill_rows(report, "show", write_skill_members);
}

std::string skill_csv(const SkillsReport& report) {
  return skills_csv(report);
}

std::string skills_table(const SkillsReport& report) {
  const Lexicon& lexicon = report.context.lexicon;
  Sheet sheet(report.context.options);
  std::vector<std::string> keys, names;
  for (const SkillId skill : report.skills) {
    keys.push_back(printable(lexicon.key(skill)));
    names.push_back(printable(lexicon.name(skill)));
  }
  const std::size_t third = sheet.width() / 3;
  const std::vector<Column> columns = {{column_width(keys, 3, third)}, {column_width(names, 4, third)}, {11}};
  for (std::size_t i = 0; i < report.skills.size(); ++i) {
    const std::string kind(skill_kind_name(lexicon.kind(report.skills[i])));
    sheet.row(0, columns, {{keys[i], Style::strong}, {names[i]}, {kind, Style::quiet}});
  }
  return sheet.take();
}

std::string skills_json(const SkillsReport& report) {
  return skill_rows(report, "find", write_skill_head);
}

std::string skills_csv(const SkillsReport& report) {
  const Lexicon& lexicon = report.context.lexicon;
  std::string out = csv_line({"skill", "name", "kind", "broader"});
  for (const SkillId skill : report.skills) {
    out += csv_line({std::string(lexicon.key(skill)), std::string(lexicon.name(skill)),
                     std::string(skill_kind_name(lexicon.kind(skill))),
                     joined(keys_of(lexicon.broader(skill), lexicon), kCsvList)});
  }
  return out;
}

}  // namespace skillfit
