// One pair for people, most important first: the verdict, where the points come from, every requirement, what would
// gain most, and at the end the words in both documents that all of it rests on. The points column adds up at every
// level: requirements to their signal, signals to the score.
#include <algorithm>
#include <array>

#include "base/terminal.h"
#include "report/pair_view.h"
#include "report/words.h"

namespace skillfit {
namespace {

constexpr std::size_t kMostGaps = 8;      // the rest is what `gaps` is for
constexpr std::size_t kMostEvidence = 2;  // places of one document for one requirement

struct Sum {
  Points points = 0, max = 0;
};

Sum sum_of(const Match& match, SignalId signal) {
  Sum sum;
  for (const Contribution& c : match.contributions) {
    if (c.signal != signal) continue;
    sum.points += c.points;
    sum.max += c.max;
  }
  return sum;
}

constexpr std::array<SignalId, kSignalCount> kSignals = {SignalId::required, SignalId::preferred, SignalId::similarity,
                                                         SignalId::title,    SignalId::years,     SignalId::education};

void write_verdict(Sheet& sheet, const PairReport& report) {
  const Match& match = report.match;
  if (!match.score) {
    sheet.line("No score: no requirement was recognised in the posting.", Style::strong);
  } else {
    const std::string verdict = why(match, report.resume.profile, report.posting.profile, report.context.lexicon);
    const std::string score = short_score(*match.score) + " of 100";
    const std::string prefix = sheet.paint(score, Style::strong) + " - ";
    std::string indent(display_width(score) + 3, ' ');
    bool first = true;
    for (const std::string& part : wrap(printable(verdict), sheet.width() - indent.size())) {
      sheet.line((first ? prefix : indent) + part);
      first = false;
    }
  }
  sheet.blank();
  sheet.labelled("Resume", document_text(report.resume));
  sheet.labelled("Posting", document_text(report.posting));
  sheet.labelled("Confidence", percent(match.confidence) + ": how much of what is asked the resume speaks about");
  write_what_if(sheet, report);
}

void write_signals(Sheet& sheet, const PairReport& report) {
  sheet.heading("Where the points come from");
  constexpr std::size_t kBar = 20;
  const std::vector<Column> columns = {{16}, {18}, {kBar}};
  for (const SignalId signal : kSignals) {
    const Sum sum = sum_of(report.match, signal);
    if (sum.max == 0) continue;
    sheet.row(
        2, columns,
        {{std::string(signal_label(signal))}, {points_text(sum.points, sum.max)}, {bar(sum.points, sum.max, kBar)}});
  }
  const Points score = report.match.score.value_or(0);
  sheet.row(
      2, columns,
      {{"Score", Style::strong}, {points_text(score, kFullScore), Style::strong}, {bar(score, kFullScore, kBar)}});
}

void write_requirement(Sheet& sheet, const std::vector<Column>& columns, const Contribution& asked,
                       const PairReport& report) {
  sheet.row(2, columns,
            {fulfilment_cell(asked),
             {printable(asked_name(asked, &report.posting.profile, report.context.lexicon))},
             {points_text(asked.points, asked.max)},
             {reason(asked, report)}});
}

std::vector<Column> requirement_columns(const PairReport& report, const Sheet& sheet) {
  std::vector<std::string> names;
  for (const Contribution& c : report.match.contributions) {
    if (c.requirement >= 0) names.push_back(printable(asked_name(c, &report.posting.profile, report.context.lexicon)));
  }
  const std::size_t name = column_width(names, 8, sheet.width() / 3);
  return {{7}, {name}, {18}, {sheet.width() - name - 33}};
}

void write_requirements(Sheet& sheet, const PairReport& report) {
  const std::vector<Column> columns = requirement_columns(report, sheet);
  const Match& match = report.match;
  for (const SignalId signal : kSignals) {
    if (signal == SignalId::similarity || sum_of(match, signal).max == 0) continue;
    std::string title(signal_label(signal));
    if (signal == SignalId::required) {
      title += ": " + std::to_string(match.required_met) + " of " + std::to_string(match.required_total) + " met";
    }
    sheet.heading(title);
    for (const Contribution& c : match.contributions) {
      if (c.signal == signal) write_requirement(sheet, columns, c, report);
    }
  }
}

// Similarity counts every skill of the posting once more, by how rare it is: too many rows for a table.
void write_similarity(Sheet& sheet, const PairReport& report) {
  if (sum_of(report.match, SignalId::similarity).max == 0) return;
  sheet.heading("Skills overall: every skill in the posting, by how rare it is");
  std::vector<std::string> parts;
  for (const Contribution& c : report.match.contributions) {
    if (c.signal != SignalId::similarity) continue;
    const std::string name = asked_name(c, &report.posting.profile, report.context.lexicon);
    parts.push_back(printable(name) + " " + thousandths(c.points) + " of " + thousandths(c.max));
  }
  sheet.hanging("  ", joined(parts, ", "));
}

std::string joined_reason(const Gap& gap, const Lexicon& lexicon) {
  const std::string related = related_text(gap, lexicon);
  return gap_reason(gap) + (related.empty() ? "" : "; " + related);
}

void write_gaps(Sheet& sheet, const PairReport& report) {
  const Match& match = report.match;
  const std::vector<const Gap*> shown = top_gaps(match, kMostGaps);
  if (shown.empty()) return;
  sheet.heading("What would gain most");
  const Profile* posting = &report.posting.profile;
  std::vector<std::string> names;
  for (const Gap* gap : shown) names.push_back(printable(gap_name(*gap, match, posting, report.context.lexicon)));
  const std::size_t name = column_width(names, 8, sheet.width() / 3);
  const std::vector<Column> columns = {{8, Align::right}, {name}, {sheet.width() - name - 14}};
  for (std::size_t i = 0; i < shown.size(); ++i) {
    const Gap& gap = *shown[i];
    sheet.row(2, columns,
              {{"+" + thousandths(gap.gain), Style::good}, {names[i]}, {joined_reason(gap, report.context.lexicon)}});
  }
  const std::size_t all = gaps_to_close(match).size();
  if (all > shown.size()) sheet.line("  and " + counted(all - shown.size(), "other gap"), Style::quiet);
}

// Best evidence first, so that the places shown are those that count.
std::vector<SourceSpan> best_places(const std::vector<Evidence>& evidence) {
  std::vector<Evidence> sorted = evidence;
  std::stable_sort(sorted.begin(), sorted.end(),
                   [](const Evidence& a, const Evidence& b) { return a.grade > b.grade; });
  std::vector<SourceSpan> spans;
  for (const Evidence& e : sorted) spans.push_back(e.span);
  return spans;
}

struct Side {
  std::string_view name;
  const Document& document;
  const LineIndex& lines;
};

void write_places(Sheet& sheet, const Side& side, const std::vector<SourceSpan>& spans) {
  constexpr std::size_t kLabel = 12;  // "posting:1234"
  for (std::size_t i = 0; i < std::min(spans.size(), kMostEvidence); ++i) {
    const Marked marked{side.name, side.document, side.lines, spans[i]};
    std::string place = place_text(marked);
    place.resize(std::max(kLabel, place.size()), ' ');
    sheet.line("    " + sheet.paint(place, Style::quiet) + "  " +
               excerpt_text(marked, sheet.width() - place.size() - 6, sheet));
  }
  if (spans.size() > kMostEvidence) {
    sheet.line("    and " + counted(spans.size() - kMostEvidence, "more place"), Style::quiet);
  }
}

void write_evidence(Sheet& sheet, const PairReport& report) {
  const PairLines lines(report);
  sheet.heading("The words behind it");
  for (const Contribution& c : report.match.contributions) {
    if (c.signal == SignalId::similarity) continue;
    const std::vector<SourceSpan> asked = readable_places(report.posting, c.requirement, c.posting_evidence);
    if (asked.empty() && c.resume_evidence.empty()) continue;
    sheet.line("  " + printable(asked_name(c, &report.posting.profile, report.context.lexicon)), Style::strong);
    write_places(sheet, {"posting", report.posting.document, lines.posting}, asked);
    write_places(sheet, {"resume", report.resume.document, lines.resume}, best_places(c.resume_evidence));
  }
}

void write_provenance(Sheet& sheet, const PairReport& report) {
  sheet.blank();
  const auto brief = [](const std::string& digest) { return digest.substr(0, 12); };
  sheet.hanging("",
                "skillfit " SKILLFIT_VERSION ", as of " + report.context.options.as_of + ", lexicon " +
                    brief(report.context.lexicon.digest()) + ", resume " +
                    brief(to_hex(report.resume.document.sha256)) + ", posting " +
                    brief(to_hex(report.posting.document.sha256)),
                Style::quiet);
}

}  // namespace

std::string match_table(const PairReport& report) {
  Sheet sheet(report.context.options);
  write_verdict(sheet, report);
  write_standing(sheet, report.context.standing);
  write_notes(sheet, notes_of(report.match, report.resume.profile, report.posting.profile));
  if (report.match.score) {
    write_signals(sheet, report);
    write_requirements(sheet, report);
    write_similarity(sheet, report);
    write_gaps(sheet, report);
    write_wordings(sheet, report);
    if (report.context.options.explain) write_evidence(sheet, report);
  }
  write_provenance(sheet, report);
  return sheet.take();
}

}  // namespace skillfit
