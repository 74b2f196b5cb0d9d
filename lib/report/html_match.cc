// The page of a pair answers in this order: how well and why, what first, from what the points add up, and where it
// stands. On a wide screen both texts stay in sight beside the requirements; links lead from each requirement to its
// words and back, by plain anchors and without any script.
#include <algorithm>

#include "report/advice.h"
#include "report/html_page.h"
#include "report/html_parts.h"
#include "report/words.h"

namespace skillfit {
namespace {

constexpr std::size_t kFirstGaps = 6;  // in sight; the rest is folded

std::string page_title(const PairReport& report) {
  const Match& match = report.match;
  const std::string score = match.score ? short_score(*match.score) + " of 100" : "No score";
  return score + ": " + document_text(report.resume) + " for " + document_text(report.posting);
}

void write_verdict(Html& html, const PairView& view) {
  const PairReport& report = view.report();
  const Match& match = report.match;
  html.open("header").open("h1");
  if (match.score) {
    html.element("span", short_score(*match.score), {{"class", "score"}}).text(" of 100").close();
    write_bar(html, *match.score, kFullScore);
    html.element("p", why(match, report.resume.profile, report.posting.profile, report.context.lexicon),
                 {{"class", "why"}});
  } else {
    html.text("No score").close();
    html.element("p", "No requirement was recognised in the posting.", {{"class", "why"}});
  }
  const std::string what_if = what_if_text(report);
  if (!what_if.empty()) html.open("p").element("b", "What if").text(": " + what_if).close();
  write_pair_facts(html, view);
  html.close();
}

// Skills that count although the resume calls them otherwise than the posting.
void write_wordings(Html& html, const PairReport& report) {
  const std::vector<Wording> found = wordings(report);
  if (found.empty()) return;
  open_section(html, "wordings", "Counted, but in other words than the posting's");
  html.open("ul");
  for (const Wording& wording : found) html.element("li", wording_text(wording));
  html.close().close();
}

void write_gap_section(Html& html, const PairView& view, std::size_t shown) {
  const std::size_t count = gaps_to_close(view.report().match).size();
  const std::string title = title_gap_text(view.report());
  shown = std::min(shown, count);
  if (count == 0 && title.empty()) return;
  open_section(html, "gaps", "What would gain most");
  html.element(
      "p",
      "Points that closing each gap alone would add. Gains do not add up: two changes may pay for the same thing.");
  html.open("ol", {{"class", "gaps"}});
  write_gaps(html, view, 0, shown);
  html.close();
  if (count > shown) {
    html.open("details").element("summary", counted(count - shown, "smaller gap"));
    html.open("ol", {{"class", "gaps"}, {"start", std::to_string(shown + 1)}});
    write_gaps(html, view, shown, count);
    html.close().close();
  }
  if (!title.empty()) html.element("p", title, {{"class", "reason"}});
  html.close();
}

struct Part {
  std::string_view name, heading;
  std::vector<SignalId> signals;
};

void write_parts(Html& html, const PairView& view) {
  const Match& match = view.report().match;
  open_section(html, "points", "Where the points come from");
  write_signals(html, view);
  html.close();
  const std::vector<Part> parts = {
      {"must-haves", "Must-haves", {SignalId::required}},
      {"nice-to-haves", "Nice-to-haves", {SignalId::preferred}},
      {"person", "Title, experience, education", {SignalId::title, SignalId::years, SignalId::education}}};
  for (const Part& part : parts) {
    const bool asked =
        std::any_of(part.signals.begin(), part.signals.end(), [&](SignalId s) { return is_asked(match, s); });
    if (!asked) continue;
    std::string heading(part.heading);
    if (part.signals.front() == SignalId::required) heading += ": " + met_text(match);
    open_section(html, std::string(part.name), heading);
    write_requirements(html, view, part.signals);
    html.close();
  }
  if (!is_asked(match, SignalId::similarity)) return;
  open_section(html, "similarity", signal_label(SignalId::similarity));
  html.open("details").element("summary", "Every skill in the posting once more, by how rare it is");
  write_requirements(html, view, {SignalId::similarity});
  html.close().close();
}

void write_document(Html& html, const PairView& view, As as) {
  const PairReport& report = view.report();
  const bool is_resume = as == As::resume;
  std::vector<Mark> marks;
  for (const Contribution& c : report.match.contributions) {
    if (c.requirement < 0) continue;
    const int number = view.number(c.requirement);
    const std::vector<Mark> some =
        is_resume ? resume_marks(c, number, report.resume) : posting_marks(c, number, report.posting);
    marks.insert(marks.end(), some.begin(), some.end());
  }
  const std::string name = is_resume ? "resume" : "posting";
  open_section(html, name, is_resume ? "The resume" : "The posting");
  write_legend(html, as);
  html.open("div", {{"class", "text"},
                    {"lang", "und"},
                    {"tabindex", "0"},
                    {"role", "group"},
                    {"aria-labelledby", name + "-heading"}});
  write_text(html, is_resume ? report.resume : report.posting, std::move(marks));
  html.close().close();
}

// `gaps`: how many of them are in sight.
std::string pair_page(const PairReport& report, std::size_t gaps) {
  const PairView view(report, true);
  Html html;
  open_page(html, page_title(report));
  write_verdict(html, view);
  write_standing(html, report.context.standing);
  write_gap_section(html, view, gaps);
  write_wordings(html, report);
  write_notes(html, notes_of(report.match, report.resume.profile, report.posting.profile));
  html.open("div", {{"class", "split"}}).open("div", {{"class", "parts"}});
  if (report.match.score) write_parts(html, view);
  html.close().open("div", {{"class", "texts"}});
  write_document(html, view, As::posting);
  write_document(html, view, As::resume);
  html.close().close();
  return close_page(html, {{"Resume", report.resume.document}, {"Posting", report.posting.document}}, report.context);
}

}  // namespace

std::string match_html(const PairReport& report) {
  return pair_page(report, kFirstGaps);
}

std::string gaps_html(const PairReport& report) {
  return pair_page(report, report.match.gaps.size());
}

}  // namespace skillfit
