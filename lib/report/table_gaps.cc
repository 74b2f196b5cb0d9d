// What a resume lacks for a posting, as a list to work through: best gain first, with the words that ask for it.
#include "base/terminal.h"
#include "report/pair_view.h"
#include "report/words.h"

namespace skillfit {

namespace {

void write_gap_list(Sheet& sheet, const PairReport& report) {
  const LineIndex lines(report.posting.document.text);
  std::vector<std::string> names;
  for (const Gap& gap : report.match.gaps) {
    names.push_back(printable(gap_name(gap, report.match, &report.posting.profile, report.context.lexicon)));
  }
  const std::size_t name = column_width(names, 8, sheet.width() / 2);
  const std::vector<Column> columns = {{4, Align::right}, {name}, {8, Align::right}, {sheet.width() - name - 18}};
  for (std::size_t i = 0; i < names.size(); ++i) {
    const Gap& gap = report.match.gaps[i];
    sheet.row(0, columns,
              {{std::to_string(i + 1) + "."},
               {names[i], Style::strong},
               {"+" + thousandths(gap.gain), Style::good},
               {gap_reason(gap)}});
    for (const SourceSpan span : gap.posting_evidence) {
      const Marked marked{"posting", report.posting.document, lines, span};
      const std::string place = place_text(marked) + "  ";
      sheet.line("      " + sheet.paint(place, Style::quiet) +
                 excerpt_text(marked, sheet.width() - 6 - place.size(), sheet));
    }
    sheet.hanging("      ", related_text(gap, report.context.lexicon));
  }
}

}  // namespace

std::string gaps_table(const PairReport& report) {
  const Match& match = report.match;
  Sheet sheet(report.context.options);
  const std::string score = match.score ? short_score(*match.score) + " of 100" : "No score";
  sheet.line(sheet.paint(score, Style::strong) + ", " + counted(match.gaps.size(), "gap"));
  sheet.blank();
  sheet.labelled("Resume", document_text(report.resume));
  sheet.labelled("Posting", document_text(report.posting));
  write_standing(sheet, report.context.standing);
  if (!match.gaps.empty()) sheet.heading("Gaps, by what closing each alone would gain");
  write_gap_list(sheet, report);
  write_notes(sheet, notes_of(match, report.resume.profile, report.posting.profile));
  return sheet.take();
}

}  // namespace skillfit
