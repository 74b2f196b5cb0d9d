// How large a lexicon is, and which one it is.
#include <array>
#include <utility>

#include "report/csv.h"
#include "report/json_parts.h"
#include "report/sheet.h"
#include "report/words.h"

namespace skillfit {
namespace {

constexpr std::size_t kKinds = static_cast<std::size_t>(SkillKind::certificate) + 1;

std::array<std::uint32_t, kKinds> skills_by_kind(const Lexicon& lexicon) {
  std::array<std::uint32_t, kKinds> counts{};
  for (std::uint32_t i = 0; i < lexicon.size(); ++i) ++counts[static_cast<std::size_t>(lexicon.kind(SkillId{i}))];
  return counts;
}

std::vector<std::pair<std::string, std::uint32_t>> figures(const Lexicon& lexicon) {
  const Lexicon::Stats stats = lexicon.stats();
  return {{"skills", stats.skills},     {"families", stats.families}, {"listed", stats.listed},
          {"forms", stats.forms},       {"broader", stats.broader},   {"related", stats.related},
          {"policies", stats.policies}, {"words", stats.words},       {"vetoes", stats.vetoes},
          {"cues", stats.cues},         {"bytes", stats.bytes}};
}

}  // namespace

std::string stats_table(const ReportContext& context) {
  const Lexicon::Stats stats = context.lexicon.stats();
  Sheet sheet(context.options);
  sheet.line(grouped(stats.skills) + " skills in " + counted(stats.families, "file") + ", " + grouped(stats.listed) +
                 " listed spellings",
             Style::strong);
  const std::array<std::uint32_t, kKinds> kinds = skills_by_kind(context.lexicon);
  for (std::size_t i = 0; i < kKinds; ++i) {
    sheet.labelled(skill_kind_name(static_cast<SkillKind>(i)), grouped(kinds[i]));
  }
  sheet.blank();
  sheet.labelled("listed", grouped(stats.listed) + " spellings that no rule makes of another one of the same skill");
  sheet.labelled("spellings", grouped(stats.forms) + " with all that the rules make");
  sheet.labelled("broader", grouped(stats.broader) + " skills have broader ones");
  sheet.labelled("related", grouped(stats.related) + " skills have related ones");
  sheet.labelled("policy", grouped(stats.policies) + " skills have exact or ambiguous spellings, near or not");
  sheet.labelled("vetoes", grouped(stats.vetoes));
  sheet.labelled("cues", grouped(stats.cues));
  sheet.labelled("words", grouped(stats.words));
  sheet.labelled("bytes", grouped(stats.bytes));
  sheet.labelled("digest", context.lexicon.digest());
  return sheet.take();
}

std::string stats_json(const ReportContext& context) {
  JsonWriter json = json_writer(context);
  json.begin_object().key("command").string("stats");
  for (const auto& [name, value] : figures(context.lexicon)) json.key(name).number(value);
  json.key("kinds").begin_object();
  const std::array<std::uint32_t, kKinds> kinds = skills_by_kind(context.lexicon);
  for (std::size_t i = 0; i < kKinds; ++i) json.key(skill_kind_name(static_cast<SkillKind>(i))).number(kinds[i]);
  json.end_object();
  json.key("lexicon").string(context.lexicon.digest()).key("version").string(SKILLFIT_VERSION);
  return json.end_object().end_document().take();
}

std::string stats_csv(const ReportContext& context) {
  std::string out = csv_line({"what", "count"});
  for (const auto& [name, value] : figures(context.lexicon)) out += csv_line({name, std::to_string(value)});
  const std::array<std::uint32_t, kKinds> kinds = skills_by_kind(context.lexicon);
  for (std::size_t i = 0; i < kKinds; ++i) {
    out += csv_line({std::string(skill_kind_name(static_cast<SkillKind>(i))), std::to_string(kinds[i])});
  }
  return out;
}

}  // namespace skillfit
