// lexicon suggest: what documents name and the lexicon lacks, with a place to look at.
#include <algorithm>

#include "report/csv.h"
#include "report/excerpt.h"
#include "report/json_parts.h"
#include "report/sheet.h"
#include "report/words.h"

namespace skillfit {
namespace {

constexpr std::size_t kExcerptWidth = 80;  // cells of an example for programs
constexpr std::size_t kLeastExcerpt = 20;

std::string example_of(const Suggestion& suggestion, std::size_t width) {
  const LineIndex lines(suggestion.example.line_text);
  const Excerpt cut = excerpt(lines, suggestion.example.line_text, suggestion.example.span, width);
  return cut.before + cut.span + cut.after;
}

std::string place_of(const Suggestion& suggestion) {
  return printable(suggestion.path) + ":" + std::to_string(suggestion.example.line);
}

}  // namespace

std::string suggestions_table(const SuggestionsReport& report) {
  Sheet sheet(report.context.options);
  if (report.suggestions.empty()) sheet.line("Nothing to suggest: the lexicon knows every name that was found.");
  std::vector<std::string> texts;
  for (const Suggestion& s : report.suggestions) texts.push_back(printable(s.text));
  const std::vector<Column> columns = {
      {9, Align::right}, {5, Align::right}, {column_width(texts, 4, sheet.width() / 3)}, {sheet.width()}};
  if (!texts.empty()) {
    sheet.row(
        0, columns,
        {{"documents", Style::quiet}, {"times", Style::quiet}, {"term", Style::quiet}, {"for example", Style::quiet}});
  }
  const std::size_t taken = 9 + 5 + columns[2].width + 6;
  const std::size_t room = std::max(kLeastExcerpt, sheet.width() - std::min(sheet.width(), taken));
  for (std::size_t i = 0; i < texts.size(); ++i) {
    const Suggestion& s = report.suggestions[i];
    sheet.row(0, columns,
              {{grouped(s.documents)}, {grouped(s.count)}, {texts[i], Style::strong}, {example_of(s, room)}});
    sheet.hanging(std::string(16, ' '), place_of(s), Style::quiet);
  }
  return sheet.take();
}

std::string suggestions_json(const SuggestionsReport& report) {
  JsonRows rows(report.context, JsonRows::Head::json_only,
                [&](JsonWriter& json) { json.key("command").string("suggest"); });
  for (const Suggestion& s : report.suggestions) {
    rows.add([&](JsonWriter& json) {
      json.key("text").string(s.text).key("documents").number(s.documents).key("count").number(s.count);
      write_path(json, s.path);
      json.key("line").number(s.example.line).key("excerpt").string(example_of(s, kExcerptWidth));
    });
  }
  return rows.take();
}

std::string suggestions_csv(const SuggestionsReport& report) {
  std::string out = csv_line({"text", "documents", "count", "path", "line", "excerpt"});
  for (const Suggestion& s : report.suggestions) {
    out += csv_line({s.text, std::to_string(s.documents), std::to_string(s.count), s.path,
                     std::to_string(s.example.line), example_of(s, kExcerptWidth)});
  }
  return out;
}

}  // namespace skillfit
