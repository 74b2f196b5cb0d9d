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

std::vector<std::string> related_texts(const SkillSource& source) {
  std::vector<std::string> texts;
  for (const auto& [key, share] : source.related) texts.push_back(key + " " + percent(share));
  return texts;
}

}  // namespace

std::string findings_table(const FindingsReport& report) {
  Sheet sheet(report.context.options);
  std::size_t fatal = 0;
  for (const Finding& finding : report.findings) {
    fatal += finding.fatal ? 1 : 0;
    const std::string key = finding.key.empty() ? "" : " [" + printable(finding.key) + "]";
    sheet.line(place_of(finding) + key + ": " +
               sheet.paint(finding.fatal ? "error" : "advice", finding.fatal ? Style::bad : Style::fair));
    sheet.hanging("    ", printable(finding.message));
  }
  if (report.findings.empty()) {
    sheet.line("The lexicon is clean.");
  } else {
    sheet.line(counted(fatal, "error") + " and " + std::to_string(report.findings.size() - fatal) +
               " pieces of advice");
  }
  return sheet.take();
}

std::string findings_json(const FindingsReport& report) {
  const bool lines = report.context.options.form == ReportForm::jsonl;
  JsonWriter json = json_writer(report.context);
  if (!lines) json.begin_object().key("command").string("lint").key("findings").begin_array();
  for (const Finding& finding : report.findings) {
    json.begin_object().key("fatal").boolean(finding.fatal).key("file").string(finding.file);
    json.key("line").number(finding.line).key("key").string(finding.key);
    json.key("message").string(finding.message).end_object();
    if (lines) json.end_document();
  }
  if (!lines) json.end_array().end_object().end_document();
  return json.take();
}

std::string findings_csv(const FindingsReport& report) {
  std::string out = csv_line({"fatal", "file", "line", "key", "message"});
  for (const Finding& finding : report.findings) {
    out += csv_line(
        {finding.fatal ? "true" : "false", finding.file, std::to_string(finding.line), finding.key, finding.message});
  }
  return out;
}

std::string skill_table(const SkillReport& report) {
  const Lexicon& lexicon = report.context.lexicon;
  const SkillSource source = lexicon.source(report.skill);
  Sheet sheet(report.context.options);
  sheet.line(sheet.paint(printable(source.name), Style::strong) + "  " + printable(source.key) + ", " +
             std::string(skill_kind_name(source.kind)));
  const auto field = [&](std::string_view label, const std::vector<std::string>& values, std::string_view separator) {
    if (values.empty()) return;
    sheet.labelled(label, printable(joined(values, separator)));
  };
  field("alias", source.alias, ", ");
  field("exact", source.exact, ", ");
  field("near", source.near, ", ");
  field("not", source.veto, ", ");
  field("broader", keys_of(lexicon.broader(report.skill), lexicon), ", ");
  field("narrower", keys_of(lexicon.narrower(report.skill), lexicon), ", ");
  field("related", related_texts(source), ", ");
  for (const std::string& line : source.yes) field("yes", {line}, "");
  for (const std::string& line : source.no) field("no", {line}, "");
  if (!source.file.empty()) field("from", {source.file + ":" + std::to_string(source.line)}, "");
  return sheet.take();
}

std::string skill_json(const SkillReport& report) {
  const Lexicon& lexicon = report.context.lexicon;
  const SkillSource source = lexicon.source(report.skill);
  JsonWriter json = json_writer(report.context);
  json.begin_object();
  write_skill_head(json, report.skill, lexicon);
  write_strings(json, "alias", source.alias);
  write_strings(json, "exact", source.exact);
  write_strings(json, "near", source.near);
  write_strings(json, "not", source.veto);
  write_strings(json, "broader", keys_of(lexicon.broader(report.skill), lexicon));
  write_strings(json, "narrower", keys_of(lexicon.narrower(report.skill), lexicon));
  json.key("related").begin_array();
  for (const auto& [key, share] : source.related) {
    json.begin_object().key("skill").string(key).key("share").thousandths(share).end_object();
  }
  json.end_array();
  write_strings(json, "yes", source.yes);
  write_strings(json, "no", source.no);
  json.key("file").string(source.file).key("line").number(source.line);
  return json.end_object().end_document().take();
}

std::string skill_csv(const SkillReport& report) {
  const std::vector<SkillId> one = {report.skill};
  return skills_csv({one, report.context});
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
  const bool lines = report.context.options.form == ReportForm::jsonl;
  JsonWriter json = json_writer(report.context);
  if (!lines) json.begin_object().key("command").string("find").key("skills").begin_array();
  for (const SkillId skill : report.skills) {
    json.begin_object();
    write_skill_head(json, skill, report.context.lexicon);
    json.end_object();
    if (lines) json.end_document();
  }
  if (!lines) json.end_array().end_object().end_document();
  return json.take();
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
