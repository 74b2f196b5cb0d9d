// Marks may overlap (a title that names a skill), and HTML elements may not. So every line is cut wherever a mark or a
// hidden stretch begins or ends; each piece then knows what covers it, and pieces are written one by one.
#include "report/html_text.h"

#include <algorithm>
#include <array>
#include <span>

#include "base/line_index.h"
#include "report/naming.h"

namespace skillfit {
namespace {

struct Kind {
  std::string_view name, label;
};

constexpr std::string_view kNotCounted = "none";

// What marks mean, strongest first; the names are classes of the style sheet.
constexpr std::array<Kind, 4> kResumeKinds = {Kind{"strong", "in a dated position"}, Kind{"middle", "described"},
                                              Kind{"weak", "listed"}, Kind{kNotCounted, "not counted"}};
constexpr std::array<Kind, 3> kPostingKinds = {Kind{"strong", "required"}, Kind{"middle", "preferred"},
                                               Kind{"weak", "mentioned"}};

Kind kind_of(const Evidence& place) {
  return kResumeKinds[static_cast<std::size_t>(Grade::position) - static_cast<std::size_t>(place.grade)];
}

Kind kind_of(Stance stance) {
  return kPostingKinds[stance == Stance::required ? 0 : stance == Stance::preferred ? 1 : 2];
}

SourceSpan source_of(const Analysis& analysis, TokenSpan tokens) {
  return tokens.empty() ? SourceSpan{} : analysis.tokens.source_span(tokens);
}

// What the resume was judged by where no skill is asked for: its title, the dates of its positions, its degree.
std::vector<SourceSpan> facts_of(const Contribution& asked, const Analysis& resume) {
  const SignalId signal = asked.signal;
  std::vector<SourceSpan> spans;
  if (signal == SignalId::title && asked.resume_evidence.empty()) spans = {resume.profile.title};
  if (signal == SignalId::education) spans = {resume.profile.degree_span};
  if (signal == SignalId::years) {
    for (const Position& position : resume.outline.positions) spans.push_back(source_of(resume, position.dates));
  }
  return spans;
}

// Where the resume names the skill and it does not count, and why not.
std::vector<Mark> uncounted_marks(const Contribution& asked, int number, const Analysis& resume) {
  const std::vector<SourceSpan>& unseen = resume.document.hidden;
  std::vector<Mark> marks;
  for (const SkillId skill : asked.any_of) {
    const SkillEvidence* found = resume.profile.find(skill);
    if (found == nullptr) continue;
    for (const Evidence& place : found->evidence) {
      if (place.grade != Grade::none) continue;
      const bool hidden =
          std::any_of(unseen.begin(), unseen.end(), [&](SourceSpan s) { return s.contains(place.span); });
      const std::string_view why = hidden                             ? "hidden, not counted"
                                   : place.stance == Stance::negated  ? "said not to be held"
                                   : place.stance == Stance::learning ? "being learned"
                                                                      : "not counted";
      marks.push_back({place.span, number, kNotCounted, why});
    }
  }
  return marks;
}

// Each place once, from its first letter to its last; none that holds nothing.
std::vector<Mark> tidy(std::vector<Mark> marks, std::string_view text) {
  const auto is_space = [&](std::uint32_t at) {
    return std::string_view(" \t\r\n").find(text[at]) != std::string_view::npos;
  };
  std::vector<Mark> out;
  for (Mark& mark : marks) {
    while (!mark.span.empty() && is_space(mark.span.begin)) ++mark.span.begin;
    while (!mark.span.empty() && is_space(mark.span.end - 1)) --mark.span.end;
    const bool known = std::any_of(out.begin(), out.end(), [&](const Mark& m) { return m.span == mark.span; });
    if (!mark.span.empty() && !known) out.push_back(mark);
  }
  return out;
}

// One line of the text and all that touches it.
struct TextLine {
  SourceSpan span;
  std::span<const Mark> marks;
  std::span<const SourceSpan> hidden;
};

// Where pieces of a line begin and end; ascending, distinct.
std::vector<std::uint32_t> cuts_of(const TextLine& line) {
  std::vector<std::uint32_t> cuts = {line.span.begin, line.span.end};
  const auto add = [&](SourceSpan span) {
    for (const std::uint32_t at : {span.begin, span.end})
      cuts.push_back(std::clamp(at, line.span.begin, line.span.end));
  };
  for (const Mark& mark : line.marks) add(mark.span);
  for (const SourceSpan span : line.hidden) add(span);
  std::sort(cuts.begin(), cuts.end());
  cuts.erase(std::unique(cuts.begin(), cuts.end()), cuts.end());
  return cuts;
}

void write_reference(Html& html, const Mark& mark, std::string_view words) {
  const std::string number = std::to_string(mark.number);
  html.open("a", {{"href", "#q" + number}, {"title", "Requirement " + number + ", " + std::string(mark.label)}});
  html.text(words).element("sup", number).close();
}

// A piece that marks cover: the narrowest of those that end here takes the words, the others add their number.
void write_marked(Html& html, std::string_view words, SourceSpan piece, std::vector<const Mark*> covering, As as) {
  std::stable_sort(covering.begin(), covering.end(),
                   [](const Mark* a, const Mark* b) { return a->span.size() < b->span.size(); });
  const bool begins =
      std::any_of(covering.begin(), covering.end(), [&](const Mark* mark) { return mark->span.begin == piece.begin; });
  html.open("mark", {{"class", covering.front()->kind}, {"id", begins ? place_id(as, piece) : ""}});
  std::vector<int> numbers;
  for (const Mark* mark : covering) {
    const bool said = std::find(numbers.begin(), numbers.end(), mark->number) != numbers.end();
    if (mark->span.end != piece.end || said) continue;
    write_reference(html, *mark, numbers.empty() ? words : "");
    numbers.push_back(mark->number);
  }
  if (numbers.empty()) html.text(words);
  html.close();
}

void write_piece(Html& html, const Document& document, SourceSpan piece, const TextLine& line, As as) {
  const std::string_view words = slice(document.text, piece);
  const auto hidden =
      std::find_if(line.hidden.begin(), line.hidden.end(), [&](SourceSpan span) { return span.contains(piece); });
  if (hidden != line.hidden.end()) {
    if (hidden->begin == piece.begin) html.element("span", "hidden, not counted:", {{"class", "tag"}}).text(" ");
    html.open("s");
  }
  std::vector<const Mark*> covering;
  for (const Mark& mark : line.marks) {
    if (mark.span.contains(piece)) covering.push_back(&mark);
  }
  if (covering.empty()) {
    html.text(words);
  } else {
    write_marked(html, words, piece, covering, as);
  }
  if (hidden != line.hidden.end()) html.close();
}

// The run of `items` (by begin) that touches `line`; `first` is where the search goes on for the next line.
template <class Item, class SpanOf>
std::span<const Item> touching(const std::vector<Item>& items, SourceSpan line, std::size_t& first, SpanOf span_of) {
  while (first < items.size() && span_of(items[first]).end <= line.begin) ++first;
  std::size_t last = first;
  while (last < items.size() && span_of(items[last]).begin < line.end) ++last;
  return std::span<const Item>(items).subspan(first, last - first);
}

std::uint32_t after_line_end(std::string_view text, std::uint32_t at) {
  return at + (text.substr(at, 2) == "\r\n" ? 2 : 1);
}

}  // namespace

std::vector<Mark> resume_marks(const Contribution& asked, int number, const Analysis& resume) {
  std::vector<Evidence> places = asked.resume_evidence;
  std::stable_sort(places.begin(), places.end(),
                   [](const Evidence& a, const Evidence& b) { return a.grade > b.grade; });
  std::vector<Mark> marks;
  for (const Evidence& place : places) {
    marks.push_back({place.span, number, kind_of(place).name, kind_of(place).label});
  }
  for (const SourceSpan span : facts_of(asked, resume)) {
    marks.push_back({span, number, kResumeKinds.front().name, signal_label(asked.signal)});
  }
  const std::vector<Mark> uncounted = uncounted_marks(asked, number, resume);
  marks.insert(marks.end(), uncounted.begin(), uncounted.end());
  return tidy(std::move(marks), resume.document.text);
}

std::vector<Mark> posting_marks(const Contribution& asked, int number, const Analysis& posting) {
  const Requirement& requirement = posting.profile.requirements[static_cast<std::size_t>(asked.requirement)];
  const Kind kind = kind_of(requirement.stance);
  std::vector<Mark> marks;
  for (const SourceSpan span : asked.posting_evidence) marks.push_back({span, number, kind.name, kind.label});
  return tidy(std::move(marks), posting.document.text);
}

std::string place_id(As as, SourceSpan span) {
  return (as == As::resume ? "r" : "p") + std::to_string(span.begin);
}

void write_legend(Html& html, As as) {
  html.open("p", {{"class", "legend"}});
  const auto write = [&](const Kind& kind) { html.element("mark", kind.label, {{"class", kind.name}}).text(" "); };
  if (as == As::resume) std::for_each(kResumeKinds.begin(), kResumeKinds.end(), write);
  if (as == As::posting) std::for_each(kPostingKinds.begin(), kPostingKinds.end(), write);
  html.close();
}

void write_text(Html& html, const Analysis& analysis, std::vector<Mark> marks) {
  const Document& document = analysis.document;
  std::stable_sort(marks.begin(), marks.end(),
                   [](const Mark& a, const Mark& b) { return a.span.begin < b.span.begin; });
  const LineIndex lines(document.text);
  const std::uint32_t size = static_cast<std::uint32_t>(document.text.size());
  std::size_t first_mark = 0, first_hidden = 0;
  std::uint32_t number = 0;
  for (std::uint32_t at = 0; at < size; at = after_line_end(document.text, lines.line_span(at).end)) {
    TextLine line{lines.line_span(at), {}, {}};
    line.marks = touching(marks, line.span, first_mark, [](const Mark& mark) { return mark.span; });
    line.hidden = touching(document.hidden, line.span, first_hidden, [](SourceSpan span) { return span; });
    html.open("p", {{"data-n", std::to_string(++number)}});
    const std::vector<std::uint32_t> cuts = cuts_of(line);
    for (std::size_t i = 0; i + 1 < cuts.size(); ++i) {
      write_piece(html, document, {cuts[i], cuts[i + 1]}, line, analysis.profile.as);
    }
    html.close();
  }
}

}  // namespace skillfit
