#include "report/html_parts.h"

#include <algorithm>
#include <utility>

#include "base/terminal.h"
#include "report/advice.h"
#include "report/html_page.h"
#include "report/words.h"

namespace skillfit {
namespace {

constexpr std::size_t kExcerpts = 2;       // places of one document for one requirement that are quoted
constexpr std::size_t kPlaces = 8;         // places that are linked
constexpr std::size_t kExcerptWidth = 90;  // cells

struct Sum {
  Points points = 0, max = 0;
};

Sum sum_of(const std::vector<const Contribution*>& parts) {
  Sum sum;
  for (const Contribution* part : parts) {
    sum.points += part->points;
    sum.max += part->max;
  }
  return sum;
}

std::vector<const Contribution*> parts_of(const Match& match, const std::vector<SignalId>& signals) {
  std::vector<const Contribution*> parts;
  for (const SignalId signal : signals) {
    for (const Contribution& c : match.contributions) {
      if (c.signal == signal) parts.push_back(&c);
    }
  }
  return parts;
}

void write_points(Html& html, Sum sum) {
  html.element("td", thousandths(sum.points), {{"class", "number"}});
  html.element("td", thousandths(sum.max), {{"class", "number"}});
}

void write_head(Html& html, const std::vector<std::string_view>& names) {
  html.open("thead").open("tr");
  for (const std::string_view name : names) {
    html.element("th", name, {{"scope", "col"}, {"class", name == "Points" || name == "of" ? "number" : ""}});
  }
  html.close().close();
}

// The last row of a table of points.
void write_sum(Html& html, std::string_view name, std::string_view columns, Sum sum) {
  html.open("tfoot").open("tr").element("th", name, {{"scope", "row"}, {"colspan", columns}});
  write_points(html, sum);
  html.close().close();
}

// One word for how far, and a class that fills the mark as far: full, half, none.
struct State {
  std::string word;
  std::string_view fill;
};

bool stands_before(const Contribution* a, const Contribution* b) {
  const auto order = [](const Contribution* c) { return std::pair(fulfilment(*c), c->points < c->max); };
  return order(a) < order(b);
}

State state_of(const Contribution& asked) {
  const Cell cell = fulfilment_cell(asked);
  const Fulfilment how = fulfilment(asked);
  if (how == Fulfilment::missing || how == Fulfilment::silent) return {cell.text, "state none"};
  if (how == Fulfilment::met && asked.points < asked.max) return {cell.text + ", weakly", "state half"};
  return {cell.text, how == Fulfilment::met ? "state full" : "state half"};
}

void write_quote(Html& html, const Marked& marked) {
  const Excerpt words = excerpt(marked.lines, marked.document.text, marked.span, kExcerptWidth);
  html.open("q", {{"lang", "und"}}).text(words.before).element("b", words.span).text(words.after).close();
}

// The sentence of the posting that asks for it, with the words that do.
void write_asking(Html& html, const PairView& view, const Gap& gap) {
  const PairReport& report = view.report();
  const Document& posting = report.posting.document;
  const std::vector<SourceSpan> places = readable_places(report.posting, gap.requirement, gap.posting_evidence);
  if (places.empty()) return;
  const SourceSpan words = places.front();
  const SourceSpan sentence = report.posting.profile.requirements[static_cast<std::size_t>(gap.requirement)].sentence;
  html.open("p", {{"class", "words"}});
  if (sentence.contains(words)) {
    html.open("q", {{"lang", "und"}}).text(slice(posting.text, SourceSpan{sentence.begin, words.begin}));
    html.element("b", slice(posting.text, words))
        .text(slice(posting.text, SourceSpan{words.end, sentence.end}))
        .close();
  } else {
    write_quote(html, {"posting", posting, view.lines().posting, words});
  }
  html.close();
}

void write_place(Html& html, const Marked& marked, As as, bool link) {
  const std::string line = std::to_string(marked.lines.place(marked.span.begin).line);
  const std::string words = std::string(marked.name) + ", line " + line;
  if (link) {
    html.element("a", words, {{"href", "#" + place_id(as, marked.span)}});
  } else {
    html.element("span", words, {{"class", "place"}});
  }
}

struct Side {
  As as;
  std::string_view name;
  const Document& document;
  const LineIndex& lines;
};

// The first places with their words, then the numbers of the lines of some more, then how many are left.
void write_places(Html& html, const PairView& view, const Side& side, const std::vector<Mark>& marks) {
  for (std::size_t i = 0; i < std::min(marks.size(), kExcerpts); ++i) {
    const Marked marked{side.name, side.document, side.lines, marks[i].span};
    html.open("li");
    write_place(html, marked, side.as, view.texts());
    html.text(side.as == As::resume ? " (" + std::string(marks[i].label) + ") " : " ");
    write_quote(html, marked);
    html.close();
  }
  if (marks.size() <= kExcerpts) return;
  html.open("li").text("also in the " + std::string(side.name) + ", line");
  for (std::size_t i = kExcerpts; i < std::min(marks.size(), kPlaces); ++i) {
    const std::string line = std::to_string(side.lines.place(marks[i].span.begin).line);
    html.text(i == kExcerpts ? " " : ", ");
    if (view.texts()) {
      html.element("a", line, {{"href", "#" + place_id(side.as, marks[i].span)}});
    } else {
      html.text(line);
    }
  }
  if (marks.size() > kPlaces) html.text(" and " + counted(marks.size() - kPlaces, "more place"));
  html.close();
}

void write_evidence(Html& html, const PairView& view, const Contribution& asked, int number) {
  const PairReport& report = view.report();
  const std::vector<Mark> resume = resume_marks(asked, number, report.resume);
  const std::vector<Mark> posting = posting_marks(asked, number, report.posting);
  if (resume.empty() && posting.empty()) return;
  html.open("tr", {{"class", "evidence"}}).open("td", {{"colspan", "4"}}).open("ul", {{"class", "places"}});
  if (view.texts())
    write_places(html, view, {As::posting, "posting", report.posting.document, view.lines().posting}, posting);
  write_places(html, view, {As::resume, "resume", report.resume.document, view.lines().resume}, resume);
  html.close().close().close();
}

void write_requirement(Html& html, const PairView& view, const Contribution& asked) {
  const int number = view.number(asked.requirement);
  const State state = state_of(asked);
  html.open("tr", {{"id", view.texts() ? "q" + std::to_string(number) : ""}});
  html.open("th", {{"scope", "row"}});
  if (view.texts()) html.element("span", std::to_string(number), {{"class", "count"}}).text(" ");
  html.element("bdi", view.name(asked)).open("p", {{"class", "reason"}});
  html.element("bdi", reason(asked, view.report()))
      .close()
      .close()
      .open("td")
      .element("span", state.word, {{"class", state.fill}})
      .close();
  write_points(html, {asked.points, asked.max});
  html.close();
  write_evidence(html, view, asked, number);
}

std::string experience_text(const Profile& resume) {
  return resume.has_positions ? duration_text(resume.months) + " in dated positions" : "no dated position";
}

void write_document_fact(Html& html, std::string_view name, const Analysis& analysis) {
  const std::string title = title_text(analysis);
  open_fact(html, name);
  if (!title.empty()) html.element("bdi", title, {{"class", "title"}}).text(" ");
  html.element("bdi", analysis.document.path, {{"class", "path"}}).close().close();
}

}  // namespace

PairView::PairView(const PairReport& report, bool texts)
    : report_(report), lines_(report), texts_(texts), numbers_(report.posting.profile.requirements.size()) {
  int count = 0;
  for (const Contribution& c : report.match.contributions) {
    if (c.requirement >= 0) numbers_[static_cast<std::size_t>(c.requirement)] = ++count;
  }
}

int PairView::number(std::int32_t requirement) const {
  return requirement < 0 ? 0 : numbers_[static_cast<std::size_t>(requirement)];
}

std::string PairView::name(const Contribution& asked) const {
  return asked_name(asked, &report_.posting.profile, report_.context.lexicon);
}

std::string met_text(const Match& match) {
  return std::to_string(match.required_met) + " of " + std::to_string(match.required_total) + " met";
}

bool is_asked(const Match& match, SignalId signal) {
  return sum_of(parts_of(match, {signal})).max > 0;
}

void write_pair_facts(Html& html, const PairView& view) {
  const PairReport& report = view.report();
  const Match& match = report.match;
  html.open("dl", {{"class", "facts"}});
  write_document_fact(html, "Resume", report.resume);
  if (view.texts()) write_document_fact(html, "Posting", report.posting);
  if (match.required_total > 0) {
    write_fact(html, "Must-haves", met_text(match));
  }
  write_fact(html, "Experience", experience_text(report.resume.profile));
  write_fact(html, "Education", degree_text(report.resume.profile.degree));
  write_fact(html, "Confidence", percent(match.confidence) + ": how much of what is asked the resume speaks about");
  html.close();
}

void write_signals(Html& html, const PairView& view) {
  const Match& match = view.report().match;
  html.open("table", {{"class", "signals"}})
      .element("caption", "Points by what the posting asks for; they add up to the score");
  write_head(html, {"Asked", "Share", "Points", "of"});
  html.open("tbody");
  for (std::size_t i = 0; i < kSignalCount; ++i) {
    const auto signal = static_cast<SignalId>(i);
    const Sum sum = sum_of(parts_of(match, {signal}));
    if (sum.max == 0) continue;
    html.open("tr").element("th", signal_label(signal), {{"scope", "row"}}).open("td");
    write_bar(html, sum.points, sum.max);
    html.close();
    write_points(html, sum);
    html.close();
  }
  html.close();
  write_sum(html, "Score", "2", {match.score.value_or(0), kFullScore});
  html.close();
}

void write_requirements(Html& html, const PairView& view, const std::vector<SignalId>& signals) {
  std::vector<const Contribution*> parts = parts_of(view.report().match, signals);
  const Sum sum = sum_of(parts);
  std::stable_sort(parts.begin(), parts.end(), stands_before);
  html.open("div", {{"class", "scroll"}}).open("table", {{"class", "requirements"}});
  html.element("caption",
               thousandths(sum.points) + " of " + thousandths(sum.max) + " points; what is met stands first");
  write_head(html, {"Asked", "Met", "Points", "of"});
  html.open("tbody");
  for (const Contribution* asked : parts) {
    if (asked->requirement >= 0) {
      write_requirement(html, view, *asked);
      continue;
    }
    html.open("tr").open("th", {{"scope", "row"}}).element("bdi", view.name(*asked)).close();
    html.open("td").element("span", state_of(*asked).word, {{"class", state_of(*asked).fill}}).close();
    write_points(html, {asked->points, asked->max});
    html.close();
  }
  html.close();
  write_sum(html, "Sum", "2", sum);
  html.close().close();
}

void write_gaps(Html& html, const PairView& view, std::size_t first, std::size_t last) {
  const PairReport& report = view.report();
  const std::vector<const Gap*> gaps = top_gaps(report.match, last);
  for (std::size_t i = first; i < gaps.size(); ++i) {
    const Gap& gap = *gaps[i];
    const std::string name = gap_name(gap, report.match, &report.posting.profile, report.context.lexicon);
    const int number = view.number(gap.requirement);
    html.open("li").element("strong", "+" + thousandths(gap.gain), {{"class", "gain"}}).text(" ");
    if (view.texts() && number > 0) {
      html.open("a", {{"href", "#q" + std::to_string(number)}}).element("bdi", name).close();
    } else {
      html.element("bdi", name, {{"class", "name"}});
    }
    html.element("p", gap_reason(gap), {{"class", "reason"}});
    const std::string related = related_text(gap, report.context.lexicon);
    if (!related.empty()) html.element("p", related, {{"class", "reason"}});
    if (view.texts() && !gap.posting_evidence.empty()) write_asking(html, view, gap);
    html.element("p", advice(gap, report), {{"class", "advice"}});
    html.close();
  }
}

}  // namespace skillfit
