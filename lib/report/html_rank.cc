// A ranking as a page: how the scores are spread, a table that sorts, and below it the best candidates one by one,
// each with its parts, gaps and the words behind them. The drill-down quotes; it does not hold whole texts, so a page
// of hundreds stays small. Without its script the page is the same ranking in a plain table.
#include <algorithm>
#include <array>

#include "report/html_page.h"
#include "report/html_parts.h"
#include "report/json_parts.h"
#include "report/words.h"

namespace skillfit {
namespace {

constexpr std::size_t kGaps = 5;  // of one candidate

// Best rows first, then those without a rank.
struct Rows {
  explicit Rows(const RankReport& report) : folder(common_folder(report.rows)) {
    for (std::size_t i = 0; i < report.shown(); ++i) ranked.push_back(&report.rows[i]);
    for (const Row& row : report.rows) {
      if (row.status != RowStatus::ok) unranked.push_back(&row);
    }
    detailed = std::min(ranked.size(), kDetailedRows);
  }
  // The path without the folder that all have in common.
  std::string_view name(const Row& row) const { return std::string_view(row.input.path).substr(folder.size()); }

  std::vector<const Row*> ranked, unranked;
  std::size_t detailed;
  std::string folder;
};

std::string row_id(std::size_t i) {
  return "c" + std::to_string(i + 1);
}

std::string_view noun_of(const RankReport& report) {
  return report.of_postings() ? "posting" : "candidate";
}

void write_head(Html& html, const RankReport& report, const Rows& rows) {
  const std::string title = title_text(report.fixed);
  html.open("header").element("p", counted(report.rows.size(), noun_of(report)) + " ranked for", {{"class", "kicker"}});
  html.open("h1").element("bdi", title.empty() ? report.fixed.document.path : title).close();
  html.open("dl", {{"class", "facts"}});
  open_fact(html, report.of_postings() ? "Resume" : "Posting")
      .element("bdi", report.fixed.document.path, {{"class", "path"}})
      .close()
      .close();
  if (!rows.folder.empty()) open_fact(html, "Folder").element("bdi", rows.folder, {{"class", "path"}}).close().close();
  if (!rows.ranked.empty()) {
    const Row& best = *rows.ranked.front();
    const Row& middle = *rows.ranked[rows.ranked.size() / 2];
    write_fact(html, "Best", short_score(best.match.score.value_or(0)) + " of 100");
    write_fact(html, "In the middle", short_score(middle.match.score.value_or(0)));
  }
  const auto ranked = static_cast<std::size_t>(
      std::count_if(report.rows.begin(), report.rows.end(), [](const Row& r) { return r.status == RowStatus::ok; }));
  if (ranked > rows.ranked.size())
    write_fact(html, "Shown", "the best " + grouped(rows.ranked.size()) + " of " + grouped(ranked));
  if (!rows.unranked.empty())
    open_fact(html, "Not ranked")
        .element("a", counted(rows.unranked.size(), "file"), {{"href", "#unranked"}})
        .close()
        .close();
  html.close().close();
}

constexpr std::size_t kBins = 10;

std::array<std::size_t, kBins> bins_of(const RankReport& report) {
  std::array<std::size_t, kBins> bins{};
  for (const Row& row : report.rows) {
    if (row.status != RowStatus::ok) continue;
    const auto bin = static_cast<std::size_t>(row.match.score.value_or(0)) * kBins / kFullScore;
    ++bins[std::min(bin, kBins - 1)];
  }
  return bins;
}

std::string bin_name(std::size_t bin) {
  return std::to_string(bin * 10) + " to " + std::to_string(bin * 10 + 10);
}

std::string spread_text(const std::array<std::size_t, kBins>& bins) {
  std::vector<std::string> parts;
  for (std::size_t bin = kBins; bin-- > 0;) {
    if (bins[bin] > 0) parts.push_back(bin_name(bin) + ": " + grouped(bins[bin]));
  }
  return joined(parts, ", ");
}

// How many have which score, in steps of ten points; the numbers stand on the bars.
void write_spread(Html& html, const RankReport& report) {
  const std::array<std::size_t, kBins> bins = bins_of(report);
  const std::size_t most = std::max<std::size_t>(*std::max_element(bins.begin(), bins.end()), 1);
  constexpr std::size_t kStep = 60, kHeight = 120, kTop = 20;
  open_section(html, "spread", "How the scores are spread");
  html.open("svg", {{"class", "spread"},
                    {"viewBox", "0 0 600 165"},
                    {"role", "img"},
                    {"aria-labelledby", "spread-title spread-text"}});
  html.element("title", "Number of " + std::string(noun_of(report)) + "s by score", {{"id", "spread-title"}});
  html.element("desc", spread_text(bins), {{"id", "spread-text"}});
  for (std::size_t bin = 0; bin < kBins; ++bin) {
    const std::size_t height = bins[bin] == 0 ? 1 : std::max<std::size_t>(bins[bin] * kHeight / most, 3);
    const std::size_t y = kTop + kHeight - height;
    html.open("rect", {{"x", std::to_string(bin * kStep + 4)},
                       {"y", std::to_string(y)},
                       {"width", std::to_string(kStep - 8)},
                       {"height", std::to_string(height)}})
        .close();
    const std::string middle = std::to_string(bin * kStep + kStep / 2);
    if (bins[bin] > 0) html.element("text", grouped(bins[bin]), {{"x", middle}, {"y", std::to_string(y - 5)}});
    html.element("text", std::to_string(bin * 10) + "–" + std::to_string(bin * 10 + 10),
                 {{"class", "tick"}, {"x", middle}, {"y", "159"}});
  }
  html.close().close();
}

struct Heading {
  std::string_view name, sort;  // sort: "number" (highest first), "rank" (lowest first), "text"; empty = not sorted by
};

void write_headings(Html& html, const RankReport& report) {
  const std::array<Heading, 7> headings = {Heading{"Rank", "rank"},
                                           {"Score", "number"},
                                           {report.of_postings() ? "Posting" : "Candidate", "text"},
                                           {"Must-haves", "number"},
                                           {"Confidence", "number"},
                                           {"Strengths", ""},
                                           {"Gaps", ""}};
  html.open("thead").open("tr");
  for (const Heading& heading : headings) {
    html.element("th", heading.name,
                 {{"scope", "col"},
                  {"class", heading.sort.empty() || heading.sort == "text" ? "" : "number"},
                  {"data-sort", heading.sort},
                  {"aria-sort", heading.name == "Rank" ? "ascending" : ""}});
  }
  html.close().close();
}

std::string strengths_text(const Row& row, const RankReport& report) {
  std::vector<std::string> names;
  for (const Contribution* c : top_strengths(row.match, kRankTop)) {
    names.push_back(asked_name(*c, posting_of(row, report), report.context.lexicon));
  }
  return joined(names, ", ");
}

std::string gaps_text(const Row& row, const RankReport& report) {
  std::vector<std::string> names;
  for (const Gap* gap : top_gaps(row.match, kRankTop)) {
    names.push_back(gap_name(*gap, row.match, posting_of(row, report), report.context.lexicon) + " +" +
                    short_score(gap->gain));
  }
  return joined(names, ", ");
}

void write_ranked(Html& html, std::size_t i, const RankReport& report, const Rows& rows) {
  const Row& row = *rows.ranked[i];
  const bool detailed = i < rows.detailed;
  const Match& match = row.match;
  const Points score = match.score.value_or(0);
  const auto number = [&](std::int64_t value, std::string_view text) {
    html.element("td", text, {{"class", "number"}, {"data-value", std::to_string(value)}});
  };
  html.open("tr");
  number(row.rank, std::to_string(row.rank));
  html.open("td", {{"class", "number"}, {"data-value", std::to_string(score)}}).text(short_score(score)).text(" ");
  write_bar(html, score, kFullScore);
  html.close().open("th", {{"scope", "row"}});
  if (detailed) html.open("a", {{"href", "#" + row_id(i)}});
  html.element("bdi", rows.name(row));
  if (detailed) html.close();
  html.close();
  number(match.required_met, match.required_total == 0
                                 ? "-"
                                 : std::to_string(match.required_met) + " of " + std::to_string(match.required_total));
  number(match.confidence, percent(match.confidence));
  html.element("td", strengths_text(row, report)).element("td", gaps_text(row, report)).close();
}

void write_table(Html& html, const RankReport& report, const Rows& rows) {
  if (rows.ranked.empty()) return;
  open_section(html, "ranking", "Ranking");
  html.open("div", {{"class", "scroll"}}).open("table", {{"class", "ranking"}});
  html.element("caption",
               "Best first. Strengths and gaps are the three that weigh most; behind a gap stands what closing it "
               "alone would gain.");
  write_headings(html, report);
  html.open("tbody");
  for (std::size_t i = 0; i < rows.ranked.size(); ++i) write_ranked(html, i, report, rows);
  html.close().close().close().close();
}

// All there is to say about one row; quotes only if its document is still at hand.
void write_details(Html& html, const Row& row, const RankReport& report) {
  if (!row.analysis) {
    html.element("p", gaps_text(row, report), {{"class", "reason"}});
    return;
  }
  const Analysis& resume = report.of_postings() ? report.fixed : *row.analysis;
  const Analysis& posting = report.of_postings() ? *row.analysis : report.fixed;
  const PairReport pair{resume, posting, row.match, report.context};
  const PairView view(pair, false);
  html.element("p", why(row.match, resume.profile, posting.profile, report.context.lexicon), {{"class", "why"}});
  write_pair_facts(html, view);
  if (!top_gaps(row.match, kGaps).empty()) {
    html.element("h3", "What would gain most").open("ol", {{"class", "gaps"}});
    write_gaps(html, view, 0, kGaps);
    html.close();
  }
  html.element("h3", "Where the points come from");
  write_signals(html, view);
  html.element("h3", "What is asked, and the words behind it");
  write_requirements(html, view,
                     {SignalId::required, SignalId::preferred, SignalId::title, SignalId::years, SignalId::education});
}

void write_notes_of(Html& html, const Row& row) {
  if (row.match.notes.empty()) return;
  html.open("ul", {{"class", "notes"}});
  for (const Note& note : row.match.notes) html.element("li", note.message);
  html.close();
}

void write_candidates(Html& html, const RankReport& report, const Rows& rows) {
  if (rows.detailed == 0) return;
  open_section(html, "candidates", report.of_postings() ? "Posting by posting" : "Candidate by candidate");
  if (rows.ranked.size() > rows.detailed) {
    html.element("p", "The best " + std::to_string(rows.detailed) + " in detail; `skillfit score` shows any other.");
  }
  for (std::size_t i = 0; i < rows.detailed; ++i) {
    const Row& row = *rows.ranked[i];
    html.open("details", {{"class", "candidate"}}).open("summary").text(std::to_string(row.rank) + ". ");
    html.element("bdi", rows.name(row)).text(" ").element("strong", short_score(row.match.score.value_or(0))).close();
    html.open("div", {{"id", row_id(i)}, {"tabindex", "-1"}});
    write_notes_of(html, row);
    write_details(html, row, report);
    html.open("p").element("a", "Back to the ranking", {{"href", "#ranking"}}).close().close().close();
  }
  html.close();
}

void write_unranked(Html& html, const Rows& rows) {
  if (rows.unranked.empty()) return;
  open_section(html, "unranked", "Not ranked");
  html.open("table", {{"class", "unranked"}}).element("caption", "Files without a rank, and why");
  html.open("thead").open("tr");
  for (const char* name : {"File", "Status", "Why"}) html.element("th", name, {{"scope", "col"}});
  html.close().close().open("tbody");
  for (const Row* row : rows.unranked) {
    html.open("tr").open("th", {{"scope", "row"}}).element("bdi", rows.name(*row)).close();
    html.element("td", row_status_name(row->status)).element("td", row->error.message).close();
  }
  html.close().close().close();
}

}  // namespace

std::string rank_html(const RankReport& report) {
  const Rows rows(report);
  Html html;
  open_page(html, "Ranking: " + document_text(report.fixed), Script::rank);
  write_head(html, report, rows);
  write_notes(html, report.fixed.profile.notes);
  if (rows.ranked.size() > 1) write_spread(html, report);
  write_table(html, report, rows);
  write_candidates(html, report, rows);
  write_unranked(html, rows);
  return close_page(html, {{report.of_postings() ? "Resume" : "Posting", report.fixed.document}}, report.context,
                    Script::rank);
}

}  // namespace skillfit
