// Where a resume stands in a role, for the head of the reports that measure it against one.
#include <algorithm>

#include "base/terminal.h"
#include "report/html_page.h"
#include "report/json_parts.h"
#include "report/parts.h"
#include "report/sheet.h"
#include "report/words.h"

namespace skillfit {
namespace {

std::string verdict_of(const RoleStanding& standing) {
  const std::string measured(role_level_name(standing.measured));
  const std::string supported(standing.supported ? role_level_name(*standing.supported) : "");
  if (supported == measured) return "The evidence supports " + supported + ", and that is what it is measured by here.";
  return (supported.empty() ? "The evidence supports no level yet" : "The evidence supports " + supported) +
         "; it is measured here by what " + measured + " asks for.";
}

std::string time_of(const LevelStanding& level, std::int32_t held) {
  if (level.months == 0) return "no time asked";
  return duration_text(level.months) + " asked, " + duration_text(held) + " dated";
}

}  // namespace

void write_standing(Sheet& sheet, const RoleStanding* standing) {
  if (standing == nullptr) return;
  sheet.heading("Role: " + printable(standing->title));
  sheet.hanging("  ", verdict_of(*standing));
  for (const LevelStanding& level : standing->levels) {
    const std::string met = std::to_string(level.required_met) + " of " + counted(level.required_total, "must-have");
    sheet.row(2, {{8}, {8}, {22}, {sheet.width() > 48 ? sheet.width() - 48 : 1}},
              {{std::string(role_level_name(level.level)), Style::strong},
               {level.reached ? "reached" : "not yet", level.reached ? Style::good : Style::fair},
               {met},
               {time_of(level, standing->months)}});
  }
}

void write_standing(JsonWriter& json, const RoleStanding* standing) {
  if (standing == nullptr) return;
  json.key("role").begin_object().key("role").string(standing->key).key("title").string(standing->title);
  json.key("measured").string(role_level_name(standing->measured)).key("supported");
  if (standing->supported) {
    json.string(role_level_name(*standing->supported));
  } else {
    json.null();
  }
  json.key("months").number(standing->months).key("levels").begin_array();
  for (const LevelStanding& level : standing->levels) {
    json.begin_object().key("level").string(role_level_name(level.level)).key("reached").boolean(level.reached);
    json.key("required_met").number(level.required_met).key("required_total").number(level.required_total);
    json.key("months").number(level.months).end_object();
  }
  json.end_array().end_object();
}

void write_standing(Html& html, const RoleStanding* standing) {
  if (standing == nullptr) return;
  open_section(html, "role", "Role: " + standing->title);
  html.element("p", verdict_of(*standing)).open("table", {{"class", "role"}});
  html.element("caption", "The levels of the role, and how far the evidence supports each").open("thead").open("tr");
  for (const char* name : {"Level", "Reached", "Must-haves", "Time"}) html.element("th", name, {{"scope", "col"}});
  html.close().close().open("tbody");
  for (const LevelStanding& level : standing->levels) {
    const std::string met = std::to_string(level.required_met) + " of " + counted(level.required_total, "must-have");
    html.open("tr").element("th", role_level_name(level.level), {{"scope", "row"}}).open("td");
    html.element("span", level.reached ? "reached" : "not yet",
                 {{"class", level.reached ? "state full" : "state none"}});
    html.close().element("td", met).element("td", time_of(level, standing->months)).close();
  }
  html.close().close().close();
}

}  // namespace skillfit
