// A ranking for people: one line a candidate, readable at a glance; strengths and gaps get what width is left and show
// whole names only. Paths share their folder in the head line when they have one in common. What could not be ranked
// stands below with its reason, so that nothing given is lost.
#include <algorithm>

#include "base/terminal.h"
#include "report/json_parts.h"
#include "report/naming.h"
#include "report/pair_view.h"
#include "report/words.h"

namespace skillfit {
namespace {

// The folder, with its slash, that all paths begin with; empty for a single row.
std::string common_folder(const std::vector<Row>& rows) {
  if (rows.size() < 2) return {};
  std::string_view common = rows.front().input.path;
  for (const Row& row : rows) {
    const std::string_view path = row.input.path;
    const std::size_t most = std::min(common.size(), path.size());
    const auto differ = std::mismatch(common.begin(), common.begin() + static_cast<std::ptrdiff_t>(most), path.begin());
    common = common.substr(0, static_cast<std::size_t>(differ.first - common.begin()));
  }
  return std::string(common.substr(0, common.find_last_of('/') + 1));
}

// As many whole items as fit into `width` cells, the first cut if it alone does not.
std::string fitting(const std::vector<std::string>& items, std::size_t width) {
  std::string out;
  for (const std::string& item : items) {
    const std::string longer = out.empty() ? item : out + ", " + item;
    if (!out.empty() && display_width(longer) > width) break;
    out = longer;
  }
  return cut_end(out, width);
}

struct Ranked {
  const Row* row;
  std::string path;  // without the common folder
  std::vector<std::string> strengths, gaps;
};

std::vector<Ranked> lines_of(const RankReport& report, const std::string& folder) {
  const Lexicon& lexicon = report.context.lexicon;
  std::vector<Ranked> lines;
  for (std::size_t i = 0; i < report.shown(); ++i) {
    const Row& row = report.rows[i];
    const Profile* posting = posting_of(row, report);
    Ranked line{&row, printable(std::string_view(row.input.path).substr(folder.size())), {}, {}};
    for (const Contribution* c : top_strengths(row.match, kRankTop)) {
      line.strengths.push_back(printable(asked_name(*c, posting, lexicon)));
    }
    for (std::size_t g = 0; g < std::min(row.match.gaps.size(), kRankTop); ++g) {
      const Gap& gap = row.match.gaps[g];
      line.gaps.push_back(printable(gap_name(gap, row.match, posting, lexicon)) + " +" + short_score(gap.gain));
    }
    lines.push_back(std::move(line));
  }
  return lines;
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

// Narrow terminals do without the bar.
std::vector<Column> rank_columns(const std::vector<Ranked>& lines, std::size_t width) {
  const bool wide = width >= 100;
  std::vector<Column> columns = {{4, Align::right}, {5, Align::right}};
  if (wide) columns.push_back({8});
  columns.push_back({wide ? 10u : 4u, Align::right});
  std::size_t fixed = 2 * 2;  // between the three that follow
  for (const Column& column : columns) fixed += column.width + 2;
  std::vector<std::string> paths;
  for (const Ranked& line : lines) paths.push_back(line.path);
  const std::size_t rest = width - fixed;
  const std::size_t path = column_width(paths, 9, rest * 2 / 5);
  const std::size_t strengths = (rest - path) / 2;
  columns.insert(columns.end(), {{path}, {strengths}, {rest - path - strengths}});
  return columns;
}

void write_ranked(Sheet& sheet, const std::vector<Ranked>& lines, bool of_postings) {
  const std::vector<Column> columns = rank_columns(lines, sheet.width());
  const bool wide = columns.size() == 7;
  const std::size_t path = columns[columns.size() - 3].width, strengths = columns[columns.size() - 2].width;
  const std::size_t gaps = columns.back().width;
  std::vector<Cell> head = {
      {"Rank"},      {"Score"}, {""}, {wide ? "Must-haves" : "Must"}, {of_postings ? "Posting" : "Candidate"},
      {"Strengths"}, {"Gaps"}};
  for (Cell& cell : head) cell.style = Style::quiet;
  if (!wide) head.erase(head.begin() + 2);
  sheet.blank();
  sheet.row(0, columns, head);
  for (const Ranked& line : lines) {
    const Match& match = line.row->match;
    const Points score = match.score.value_or(0);
    const std::string must = std::to_string(match.required_met) + "/" + std::to_string(match.required_total);
    std::vector<Cell> cells = {{std::to_string(line.row->rank)},      {short_score(score), Style::strong},
                               {bar(score, kFullScore, 8)},           {match.required_total == 0 ? "-" : must},
                               {cut_begin(line.path, path)},          {fitting(line.strengths, strengths), Style::good},
                               {fitting(line.gaps, gaps), Style::bad}};
    if (!wide) cells.erase(cells.begin() + 2);
    sheet.row(0, columns, cells);
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

void write_unranked(Sheet& sheet, const RankReport& report, RowStatus status, std::string_view what) {
  std::size_t count = 0;
  for (const Row& row : report.rows) count += row.status == status ? 1 : 0;
  if (count == 0) return;
  sheet.heading(counted(count, "file").append(what));
  for (const Row& row : report.rows) {
    if (row.status != status) continue;
    sheet.hanging("  ", printable(row.input.path) + ": " + printable(row.error.message), Style::bad);
  }
}

}  // namespace

std::string rank_table(const RankReport& report) {
  Sheet sheet(report.context.options);
  const std::string folder = common_folder(report.rows);
  const std::vector<Ranked> lines = lines_of(report, folder);
  write_head(sheet, report, folder);
  if (!lines.empty()) write_ranked(sheet, lines, report.of_postings());
  const auto ranked = static_cast<std::size_t>(
      std::count_if(report.rows.begin(), report.rows.end(), [](const Row& r) { return r.status == RowStatus::ok; }));
  if (ranked > lines.size()) sheet.line("      " + grouped(ranked - lines.size()) + " more below", Style::quiet);
  write_all_notes(sheet, lines, report.fixed.profile);
  write_unranked(sheet, report, RowStatus::error, " not ranked");
  write_unranked(sheet, report, RowStatus::skipped, " skipped");
  return sheet.take();
}

}  // namespace skillfit
