// What was read of each document, to see why a result is what it is: warnings first, then the outline with line
// numbers, then the text itself.
#include <algorithm>

#include "base/terminal.h"
#include "report/inspect_text.h"
#include "report/naming.h"
#include "report/pair_view.h"
#include "report/words.h"

namespace skillfit {
namespace {

struct Read {
  const Analysis& a;
  LineIndex lines;
  std::optional<Month> as_of;
};

std::string line_number(const Read& read, std::uint32_t offset) {
  return std::to_string(read.lines.place(offset).line);
}

// "lines 12-40", from the first token to the last.
std::string line_range(const Read& read, TokenSpan tokens) {
  if (tokens.empty()) return "empty";
  const SourceSpan span = read.a.tokens.source_span(tokens);
  std::uint32_t last = span.end > span.begin ? span.end - 1 : span.begin;
  while (last > span.begin && (read.a.document.text[last] & 0xC0) == 0x80) --last;
  const std::string from = line_number(read, span.begin), to = line_number(read, last);
  return from == to ? "line " + from : "lines " + from + "-" + to;
}

std::string text_of(const Read& read, TokenSpan tokens) {
  if (tokens.empty()) return {};
  return printable(slice(read.a.document.text, read.a.tokens.source_span(tokens)));
}

void write_summary(Sheet& sheet, const Read& read) {
  const Document& document = read.a.document;
  sheet.labelled("Format", std::string(format_name(document.format)) + ", " + grouped(document.file_bytes) +
                               " bytes, sha256 " + to_hex(document.sha256).substr(0, 12));
  sheet.labelled("Read as", std::string(as_name(read.a.outline.as)) + (read.a.outline.as_guessed ? ", guessed" : ""));
  if (const std::string title = title_text(read.a); !title.empty()) sheet.labelled("Title", title);
  const std::uint64_t lines = read.a.outline.lines.size();
  sheet.labelled("Text", counted(lines, "line") + ", " + counted(read.a.profile.words, "word") + ", " +
                             counted(read.a.mentions.mentions.size(), "skill mention"));
  if (read.a.profile.has_positions) sheet.labelled("Experience", duration_text(read.a.profile.months));
}

void write_warnings(Sheet& sheet, const Read& read) {
  for (const Note& note : read.a.document.notes) {
    const std::string where = note.where.empty() ? "" : "line " + line_number(read, note.where.begin) + ": ";
    sheet.hanging("  ! ", where + printable(note.message), Style::fair);
  }
  for (const SourceSpan span : read.a.document.hidden) {
    const Excerpt words = excerpt(read.lines, read.a.document.text, span, sheet.width() - 24);
    sheet.line("  ! hidden, line " + line_number(read, span.begin) + ": " + words.span, Style::bad);
  }
}

void write_sections(Sheet& sheet, const Read& read) {
  sheet.line("  Sections", Style::strong);
  const std::vector<Column> columns = {{16}, {14}, {sheet.width() - 38}};
  for (const Section& section : read.a.outline.sections) {
    if (section.heading.empty() && section.tokens.empty()) continue;
    sheet.row(4, columns,
              {{std::string(section_name(section.kind))},
               {line_range(read, section.tokens), Style::quiet},
               {text_of(read, section.heading)}});
  }
}

void write_positions(Sheet& sheet, const Read& read) {
  if (read.a.outline.positions.empty()) return;
  sheet.line("  Positions", Style::strong);
  const std::vector<Column> columns = {{18}, {18}, {sheet.width() - 44}};
  for (const Position& position : read.a.outline.positions) {
    const std::string title = text_of(read, position.title);
    sheet.row(4, columns,
              {{dates_text(position)},
               {length_text(position, read.as_of), Style::quiet},
               {title.empty() ? "(no title)" : title}});
  }
}

void write_amounts(Sheet& sheet, const Read& read) {
  for (const Degree& degree : read.a.outline.degrees) {
    const std::string equivalent = degree.or_equivalent ? " or equivalent" : "";
    sheet.labelled("Degree", std::string(degree_text(degree.level)) + equivalent + ", " +
                                 line_range(read, degree.tokens) + ": " + text_of(read, degree.tokens));
  }
  for (const Duration& duration : read.a.outline.durations) {
    sheet.labelled("Time named", duration_text(duration.months) + ", " + line_range(read, duration.tokens) + ": " +
                                     text_of(read, duration.tokens));
  }
}

}  // namespace

std::string inspect_table(const RowsReport& report) {
  Sheet sheet(report.context.options);
  for (const Row& row : report.rows) {
    sheet.heading(printable(row.input.path));
    if (row.status != RowStatus::ok) {
      sheet.hanging("  ", printable(row.error.message), Style::bad);
      continue;
    }
    const Read read{*row.analysis, LineIndex(row.analysis->document.text), parse_month(report.context.options.as_of)};
    write_warnings(sheet, read);
    write_summary(sheet, read);
    write_sections(sheet, read);
    write_positions(sheet, read);
    write_amounts(sheet, read);
    sheet.line("  Text", Style::strong);
    write_text(sheet, *row.analysis, read.lines, read.as_of);
  }
  return sheet.take();
}

}  // namespace skillfit
