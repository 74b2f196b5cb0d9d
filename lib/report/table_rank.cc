// A ranking for people: one line a candidate, readable at a glance; strengths and gaps get what width is left. Paths
// share their folder in the head line when they have one in common. What could not be ranked stands below with its
// reason, so that nothing given is lost.
#include <algorithm>

#include "base/terminal.h"
#include "report/json_parts.h"
#include "report/naming.h"
#include "report/pair_view.h"
#include "report/words.h"

namespace skillfit {
namespace {

// A path in `width` cells: what does not fit goes without its folders, and then without the beginning of its name.
std::string short_path(const std::string& path, std::size_t width) {
  if (display_width(path) <= width) return path;
  return cut_begin(path.substr(path.find_last_of('/') + 1), width);
}

// What a width has room for: a bar, gains, the long heading.
struct Room {
  std::size_t bar;
  bool gains;
  const char* must_haves;
};

Room room_for(std::size_t width) {
  if (width >= 120) return {8, true, "Must-haves"};
  return {width >= 100 ? 5u : 0u, false, "Must"};
}

struct Ranked {
  const Row* row;
  std::string must_haves;  // "7/9"
  std::string path;        // without the common folder
  std::vector<std::string> strengths, gaps;
};

Ranked ranked_line(const Row& row, const RankReport& report, const std::string& folder, bool gains) {
  const Profile* posting = posting_of(row, report);
  const Lexicon& lexicon = report.context.lexicon;
  Ranked line{&row, "-", printable(std::string_view(row.input.path).substr(folder.size())), {}, {}};
  const Match& match = row.match;
  if (match.required_total > 0) {
    line.must_haves = std::to_string(match.required_met) + "/" + std::to_string(match.required_total);
  }
  for (const Contribution* c : top_strengths(match, kRankTop)) {
    line.strengths.push_back(printable(asked_name(*c, posting, lexicon)));
  }
  for (const Gap* gap : top_gaps(match, kRankTop)) {
    const std::string gain = gains ? " +" + short_score(gap->gain) : "";
    line.gaps.push_back(printable(gap_name(*gap, match, posting, lexicon)) + gain);
  }
  return line;
}

void write_head(Sheet& sheet, const RankReport& report, const std::string& folder) {
  const auto as_of = report.context.options.as_of.empty() ? "" : ", as of " + report.context.options.as_of;
  sheet.hanging("", document_text(report.fixed), Style::strong);
  const auto required = std::count_if(
      report.fixed.profile.requirements.begin(), report.fixed.profile.requirements.end(),
      [](const Requirement& r) { return r.kind == RequirementKind::skill && r.stance == Stance::required; });
  std::string counts = counted(report.rows.size(), report.of_postings() ? "posting" : "candidate");
  if (!folder.empty()) counts += " in " + printable(folder);
  if (!report.of_postings()) counts += ", " + counted(static_cast<std::uint64_t>(required), "must-have");
  sheet.hanging("", counts + as_of);
}

// The candidate gets the width of the longest path up to two fifths of what the figures leave, but room for a file
// name; strengths and gaps share the rest.
std::vector<Column> rank_columns(const std::vector<Ranked>& lines, const Room& room, std::size_t width) {
  std::vector<std::string> must_haves = {room.must_haves}, paths;
  for (const Ranked& line : lines) {
    must_haves.push_back(line.must_haves);
    paths.push_back(line.path);
  }
  const std::size_t must = column_width(must_haves, 4, 12);
  const std::size_t figures = 4 + 2 + 5 + 2 + (room.bar == 0 ? 0 : room.bar + 2) + must + 2;
  const std::size_t rest = width - figures - 4;
  const std::size_t path = column_width(paths, 9, std::min(std::max<std::size_t>(26, rest * 2 / 5), rest / 2));
  const std::size_t strengths = (rest - path) / 2;
  return {{4, Align::right}, {5, Align::right},        {room.bar}, {must, Align::right}, {path},
          {strengths},       {rest - path - strengths}};
}

void write_ranked(Sheet& sheet, const std::vector<Ranked>& lines, bool of_postings) {
  const Room room = room_for(sheet.width());
  const std::vector<Column> columns = rank_columns(lines, room, sheet.width());
  std::vector<Cell> head = {{"Rank"},      {"Score"}, {""}, {room.must_haves}, {of_postings ? "Posting" : "Candidate"},
                            {"Strengths"}, {"Gaps"}};
  for (Cell& cell : head) cell.style = Style::quiet;
  sheet.blank();
  sheet.row(0, columns, head);
  for (const Ranked& line : lines) {
    const Points score = line.row->match.score.value_or(0);
    sheet.row(0, columns,
              {{std::to_string(line.row->rank)},
               {short_score(score), Style::strong},
               {bar(score, kFullScore, room.bar)},
               {line.must_haves},
               {short_path(line.path, columns[4].width)},
               {joined(line.strengths, ", "), Style::good},
               {joined(line.gaps, ", "), Style::bad}});
  }
}

void write_all_notes(Sheet& sheet, const std::vector<Ranked>& lines, const Profile& fixed) {
  write_notes(sheet, fixed.notes);
  bool first = fixed.notes.empty();
  for (const Ranked& line : lines) {
    for (const Note& note : line.row->match.notes) {
      if (first) sheet.heading("Notes");
      first = false;
      sheet.hanging("  ! ", line.path + ": " + printable(note.message), Style::fair);
    }
  }
}

void write_unranked(Sheet& sheet, const RankReport& report, RowStatus status, std::size_t folder) {
  std::size_t count = 0;
  for (const Row& row : report.rows) count += row.status == status ? 1 : 0;
  if (count == 0) return;
  sheet.heading(counted(count, "file") + (status == RowStatus::skipped ? " skipped" : " not ranked"));
  for (const Row& row : report.rows) {
    if (row.status != status) continue;
    const std::string path = printable(std::string_view(row.input.path).substr(folder));
    sheet.hanging("  ", path + ": " + printable(row.error.message), Style::bad);
  }
}

}  // namespace

std::string rank_table(const RankReport& report) {
  Sheet sheet(report.context.options);
  const std::string folder = common_folder(report.rows);
  const bool gains = room_for(sheet.width()).gains;
  std::vector<Ranked> lines;
  for (std::size_t i = 0; i < report.shown(); ++i) lines.push_back(ranked_line(report.rows[i], report, folder, gains));
  write_head(sheet, report, folder);
  if (!lines.empty()) write_ranked(sheet, lines, report.of_postings());
  const auto ranked = static_cast<std::size_t>(
      std::count_if(report.rows.begin(), report.rows.end(), [](const Row& r) { return r.status == RowStatus::ok; }));
  if (ranked > lines.size()) sheet.line("      " + grouped(ranked - lines.size()) + " more below", Style::quiet);
  write_all_notes(sheet, lines, report.fixed.profile);
  write_unranked(sheet, report, RowStatus::error, folder.size());
  write_unranked(sheet, report, RowStatus::skipped, folder.size());
  return sheet.take();
}

}  // namespace skillfit
