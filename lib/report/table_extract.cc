// The skills of each document in text order, under the sections they stand in.
#include <algorithm>
#include <set>

#include "base/terminal.h"
#include "report/excerpt.h"
#include "report/parts.h"
#include "report/sheet.h"
#include "report/words.h"

namespace skillfit {
namespace {

std::string line_and_column(const LineIndex& lines, SourceSpan span) {
  const Place at = lines.place(span.begin);
  return std::to_string(at.line) + ":" + std::to_string(at.column);
}

void write_mentions(Sheet& sheet, const Analysis& a, const LineIndex& lines, const Lexicon& lexicon) {
  std::vector<std::string> surfaces, names;
  for (const Mention& m : a.mentions.mentions) {
    surfaces.push_back(printable(slice(a.document.text, m.span)));
    names.push_back(printable(lexicon.name(m.skill)));
  }
  const std::size_t most = (sheet.width() - 36) / 2;
  const std::vector<Column> columns = {
      {8, Align::right}, {column_width(surfaces, 6, most)}, {column_width(names, 6, most)}, {9}, {7}};
  const SectionKind* section = nullptr;
  for (std::size_t i = 0; i < a.mentions.mentions.size(); ++i) {
    const Mention& m = a.mentions.mentions[i];
    if (section == nullptr || *section != m.section)
      sheet.line("  " + std::string(section_name(m.section)), Style::quiet);
    section = &m.section;
    const Style style = m.hidden || m.stance == Stance::negated ? Style::bad : Style::plain;
    sheet.row(0, columns,
              {{line_and_column(lines, m.span), Style::quiet},
               {surfaces[i]},
               {names[i], Style::strong},
               {m.hidden ? "hidden" : std::string(stance_name(m.stance)), style},
               {std::string(rule_name(m.rule)), Style::quiet}});
  }
}

void write_terms(Sheet& sheet, const Analysis& a, const LineIndex& lines) {
  if (a.mentions.terms.empty()) return;
  std::vector<std::string> terms;
  for (const Term& term : a.mentions.terms) {
    terms.push_back(printable(slice(a.document.text, term.span)) + " (" + line_and_column(lines, term.span) + ")");
  }
  sheet.hanging("  not in the lexicon: ", joined(terms, ", "));
}

void write_extracted(Sheet& sheet, const Analysis& a, const Lexicon& lexicon) {
  std::set<SkillId> distinct;
  for (const Mention& m : a.mentions.mentions) distinct.insert(m.skill);
  const std::string as = std::string(as_name(a.outline.as)) + (a.outline.as_guessed ? " (guessed)" : "");
  sheet.heading(printable(a.document.path));
  sheet.line("  " + as + ", " + counted(a.mentions.mentions.size(), "mention") + " of " +
             counted(distinct.size(), "skill"));
  const LineIndex lines(a.document.text);
  write_mentions(sheet, a, lines, lexicon);
  write_terms(sheet, a, lines);
}

}  // namespace

std::string extract_table(const RowsReport& report) {
  Sheet sheet(report.context.options);
  for (const Row& row : report.rows) {
    if (row.status == RowStatus::ok) {
      write_extracted(sheet, *row.analysis, report.context.lexicon);
    } else {
      sheet.heading(printable(row.input.path));
      sheet.hanging("  ", printable(row.error.message), Style::bad);
    }
  }
  return sheet.take();
}

}  // namespace skillfit
