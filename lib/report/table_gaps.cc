// What a resume lacks for a posting, as a list to work through: best gain first, with the words that ask for it.
#include "base/terminal.h"
#include "report/pair_view.h"
#include "report/words.h"

namespace skillfit {

std::string gaps_table(const PairReport& report) {
  const Match& match = report.match;
  const LineIndex lines(report.posting.document.text);
  Sheet sheet(report.context.options);
  const std::string score = match.score ? short_score(*match.score) + " of 100" : "No score";
  sheet.line(sheet.paint(score, Style::strong) + ", " + counted(match.gaps.size(), "gap"));
  sheet.blank();
  sheet.labelled("Resume", document_text(report.resume));
  sheet.labelled("Posting", document_text(report.posting));
  if (!match.gaps.empty()) sheet.heading("Gaps, by what closing each alone would gain");
  for (std::size_t i = 0; i < match.gaps.size(); ++i) {
    const Gap& gap = match.gaps[i];
    std::string number = std::to_string(i + 1) + ".";
    number.insert(0, number.size() < 4 ? 4 - number.size() : 0, ' ');
    const std::string name = printable(gap_name(gap, match, &report.posting.profile, report.context.lexicon));
    sheet.line(number + " " + sheet.paint(name, Style::strong) + "  " +
               sheet.paint("+" + thousandths(gap.gain), Style::good));
    sheet.hanging("     ", gap_reason(gap, report.context));
    for (const SourceSpan span : gap.posting_evidence) {
      const std::string place = place_text({report.posting.document, lines, span}, sheet.width() / 3) + ": ";
      const std::size_t room = sheet.width() - 5 - display_width(place);
      sheet.line("     " + sheet.paint(place, Style::quiet) +
                 excerpt_text({report.posting.document, lines, span}, room, sheet));
    }
  }
  write_notes(sheet, notes_of(match, report.resume.profile, report.posting.profile));
  return sheet.take();
}

}  // namespace skillfit
