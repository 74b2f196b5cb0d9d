// What was understood is collected as marks at offsets, whatever it is about; the lines then go by, and before each
// one the marks that it has reached.
#include "report/inspect_text.h"

#include <algorithm>

#include "report/naming.h"
#include "report/words.h"

namespace skillfit {
namespace {

struct Mark {
  std::uint32_t at;
  std::string text;
  Style style;
};
using Marks = std::vector<Mark>;

// "page 2", "header of page 2", "header"; empty for the body of a format without pages.
std::string place_name(const Block& block) {
  std::string page = block.page > 0 ? "page " + std::to_string(block.page) : "";
  if (block.kind != BlockKind::header && block.kind != BlockKind::footer) return page;
  const std::string margin = block.kind == BlockKind::header ? "header" : "footer";
  return page.empty() ? margin : margin + " of " + page;
}

void mark_places(const Document& document, Marks& marks) {
  std::string last;
  for (const Block& block : document.blocks) {
    const std::string place = place_name(block);
    if (place != last) marks.push_back({block.span.begin, place.empty() ? "body" : place, Style::quiet});
    last = place;
  }
}

void mark_sections(const Analysis& a, Marks& marks) {
  for (const Section& section : a.outline.sections) {
    const TokenSpan first = section.heading.empty() ? section.tokens : section.heading;
    if (first.empty()) continue;
    marks.push_back({a.tokens.source_span(first).begin, std::string(section_name(section.kind)), Style::strong});
  }
}

void mark_positions(const Analysis& a, std::optional<Month> as_of, Marks& marks) {
  for (const Position& position : a.outline.positions) {
    if (position.tokens.empty()) continue;
    std::string text = "position " + dates_text(position);
    if (const std::string length = length_text(position, as_of); !length.empty()) text += ", " + length;
    if (!position.title.empty()) text += ": " + printable(slice(a.document.text, a.tokens.source_span(position.title)));
    marks.push_back({a.tokens.source_span(position.tokens).begin, std::move(text), Style::good});
  }
}

bool is_hidden(const Document& document, SourceSpan line) {
  return std::ranges::any_of(document.hidden,
                             [&](SourceSpan span) { return span.begin < line.end && line.begin < span.end; });
}

// Wide gaps of a page, between cells of a row, are shown as such.
std::string shown(std::string_view line) {
  std::string text;
  for (const char c : line) text += c == '\t' ? std::string(" | ") : std::string(1, c);
  return printable(text);
}

}  // namespace

std::string dates_text(const Position& position) {
  return month_text(position.begin) + " - " + (position.end ? month_text(*position.end) : "today");
}

std::string length_text(const Position& position, std::optional<Month> as_of) {
  const std::optional<Month> end = position.end ? position.end : as_of;
  return end && *end >= position.begin ? duration_text(end->value - position.begin.value + 1) : "";
}

void write_text(Sheet& sheet, const Analysis& analysis, const LineIndex& lines, std::optional<Month> as_of) {
  const std::string_view text = analysis.document.text;
  Marks marks;
  mark_places(analysis.document, marks);
  mark_sections(analysis, marks);
  mark_positions(analysis, as_of, marks);
  std::ranges::stable_sort(marks, {}, &Mark::at);
  auto mark = marks.begin();
  for (std::uint32_t at = 0; at < text.size();) {
    const SourceSpan line = lines.line_span(at);
    at = line.end + (text.substr(line.end).starts_with("\r\n") ? 2 : 1);
    for (; mark != marks.end() && mark->at < at; ++mark) sheet.hanging("      -- ", mark->text, mark->style);
    std::string number = std::to_string(lines.place(line.begin).line);
    number.insert(0, number.size() < 5 ? 5 - number.size() : 0, ' ');
    const bool hidden = is_hidden(analysis.document, line);
    sheet.hanging(number + (hidden ? " ! " : "   "), shown(slice(text, line)), hidden ? Style::bad : Style::plain);
  }
}

}  // namespace skillfit
