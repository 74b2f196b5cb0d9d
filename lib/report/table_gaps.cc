// What a resume lacks for a posting, as a list to work through: best gain first, with the words that ask for it, and
// what would close each.
#include <algorithm>

#include "base/terminal.h"
#include "report/advice.h"
#include "report/pair_view.h"
#include "report/words.h"

namespace skillfit {

namespace {

constexpr std::size_t kMostPlaces = 2;  // of one gap

using Gaps = std::vector<const Gap*>;

void write_gap_list(Sheet& sheet, const PairReport& report, const Gaps& gaps) {
  const LineIndex lines(report.posting.document.text);
  std::vector<std::string> names;
  for (const Gap* gap : gaps) {
    names.push_back(printable(gap_name(*gap, report.match, &report.posting.profile, report.context.lexicon)));
  }
  const std::size_t name = column_width(names, 8, sheet.width() / 2);
  const std::vector<Column> columns = {{4, Align::right}, {name}, {8, Align::right}, {sheet.width() - name - 18}};
  for (std::size_t i = 0; i < names.size(); ++i) {
    const Gap& gap = *gaps[i];
    sheet.row(0, columns,
              {{std::to_string(i + 1) + "."},
               {names[i], Style::strong},
               {"+" + thousandths(gap.gain), Style::good},
               {gap_reason(gap)}});
    const std::vector<SourceSpan> places = readable_places(report.posting, gap.requirement, gap.posting_evidence);
    for (std::size_t at = 0; at < std::min(places.size(), kMostPlaces); ++at) {
      const Marked marked{"posting", report.posting.document, lines, places[at]};
      const std::string place = place_text(marked) + "  ";
      sheet.line("      " + sheet.paint(place, Style::quiet) +
                 excerpt_text(marked, sheet.width() - 6 - place.size(), sheet));
    }
    sheet.hanging("      ", related_text(gap, report.context.lexicon));
  }
}

// {1, 2, 3, 5} -> "1-3 and 5". REQUIRES: ascending.
std::string numbers_text(const std::vector<std::size_t>& numbers) {
  std::vector<std::string> parts;
  for (std::size_t i = 0, end = 0; i < numbers.size(); i = end) {
    for (end = i + 1; end < numbers.size() && numbers[end] == numbers[end - 1] + 1;) ++end;
    const std::string first = std::to_string(numbers[i]), last = std::to_string(numbers[end - 1]);
    parts.push_back(end - i < 3 ? first : first + "-" + last);
    if (end - i == 2) parts.push_back(last);
  }
  return enumerated(parts, std::max<std::size_t>(parts.size(), 1));
}

// Each advice once, with the gaps that it is for.
void write_advice(Sheet& sheet, const PairReport& report, const Gaps& gaps) {
  struct Advised {
    std::string sentence;
    std::vector<std::size_t> numbers;
  };
  std::vector<Advised> all;
  for (std::size_t i = 0; i < gaps.size(); ++i) {
    std::string sentence = advice(*gaps[i], report);
    auto known = std::ranges::find(all, sentence, &Advised::sentence);
    if (known == all.end()) known = all.insert(all.end(), {std::move(sentence), {}});
    known->numbers.push_back(i + 1);
  }
  if (!all.empty()) sheet.heading("What would close them");
  for (const Advised& one : all) sheet.hanging("  ", numbers_text(one.numbers) + ": " + one.sentence);
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
  write_what_if(sheet, report);
  const Gaps gaps = gaps_to_close(match);
  if (!gaps.empty()) sheet.heading("Gaps, by what closing each alone would gain");
  write_gap_list(sheet, report, gaps);
  write_advice(sheet, report, gaps);
  if (const std::string title = title_gap_text(report); !title.empty()) {
    sheet.heading("Apart from these");
    sheet.hanging("  ", title);
  }
  write_wordings(sheet, report);
  write_notes(sheet, notes_of(match, report.resume.profile, report.posting.profile));
  return sheet.take();
}

}  // namespace skillfit
