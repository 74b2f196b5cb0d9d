// Coverage by group, and the items that the lexicon does not name yet: what to add next.
#include "report/csv.h"
#include "report/json_parts.h"
#include "report/sheet.h"
#include "report/words.h"

namespace skillfit {
namespace {

std::vector<const CoverageRow*> rows_of(const Coverage& coverage) {
  std::vector<const CoverageRow*> rows;
  for (const CoverageRow& row : coverage.groups) rows.push_back(&row);
  rows.push_back(&coverage.all);
  return rows;
}

void write_row(JsonWriter& json, const CoverageRow& row) {
  json.begin_object().key("group").string(row.group);
  json.key("documents").number(static_cast<std::int64_t>(row.documents));
  json.key("items").number(static_cast<std::int64_t>(row.items));
  json.key("covered").number(static_cast<std::int64_t>(row.covered));
  write_ratio(json, "coverage", row.coverage());
  json.key("median_skills").thousandths(row.median_skills);
  json.key("mentions").number(static_cast<std::int64_t>(row.mentions));
  json.key("words").number(static_cast<std::int64_t>(row.words));
  write_ratio(json, "mentions_per_100_words", row.per_100_words());
  json.end_object();
}

}  // namespace

std::string coverage_table(const CoverageReport& report) {
  Sheet sheet(report.context.options);
  constexpr Align kRight = Align::right;
  const std::vector<Column> columns = {{22}, {9, kRight}, {8, kRight}, {8, kRight}, {8, kRight}, {14, kRight}};
  std::vector<Cell> head;
  for (const std::string_view name : {"", "documents", "items", "covered", "skills", "per 100 words"})
    head.push_back({std::string(name), Style::quiet});
  sheet.row(2, columns, head);
  for (const CoverageRow* row : rows_of(report.coverage)) {
    sheet.row(2, columns,
              {{printable(row->group), Style::strong},
               {grouped(row->documents)},
               {grouped(row->items)},
               {ratio_text(row->coverage())},
               {short_score(row->median_skills)},
               {ratio_text(row->per_100_words())}});
  }
  sheet.blank();
  sheet.hanging("",
                "items: of one to three words in skills sections; covered: share of them with a mention; "
                "skills: distinct ones of a document that are not soft, median; mentions per 100 words",
                Style::quiet);
  std::vector<std::string> items;
  for (const auto& [item, count] : report.coverage.uncovered) items.push_back(printable(item) + " " + grouped(count));
  if (!items.empty()) sheet.hanging("not covered: ", joined(items, ", "));
  return sheet.take();
}

std::string coverage_json(const CoverageReport& report) {
  JsonWriter json = json_writer(report.context);
  json.begin_object().key("command").string("coverage");
  write_lexicon(json, report.context);
  json.key("rows").begin_array();
  for (const CoverageRow* row : rows_of(report.coverage)) write_row(json, *row);
  json.end_array().key("uncovered").begin_array();
  for (const auto& [item, count] : report.coverage.uncovered) {
    json.begin_object().key("item").string(item).key("count").number(static_cast<std::int64_t>(count)).end_object();
  }
  return json.end_array().end_object().end_document().take();
}

std::string coverage_csv(const CoverageReport& report) {
  std::string out = csv_line({"group", "documents", "items", "covered", "coverage", "median_skills", "mentions",
                              "words", "mentions_per_100_words"});
  for (const CoverageRow* row : rows_of(report.coverage)) {
    out += csv_line({row->group, std::to_string(row->documents), std::to_string(row->items),
                     std::to_string(row->covered), ratio_text(row->coverage()), thousandths(row->median_skills),
                     std::to_string(row->mentions), std::to_string(row->words), ratio_text(row->per_100_words())});
  }
  return out;
}

}  // namespace skillfit
