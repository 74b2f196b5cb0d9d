// Sections begin where a heading is accepted. A heading inside a line cuts the line in two, so that every line lies in
// one section.
#include "outline/sections.h"

#include <array>

namespace skillfit {
namespace {

constexpr std::uint32_t kShortLine = 9;  // tokens of a line that can be a sub-heading

class SectionBuilder {
 public:
  SectionBuilder(const Reading& in, const std::vector<Heading>& headings, Outline& outline)
      : in_(in), headings_(headings), outline_(outline) {
    outline_.sections.push_back({SectionKind::other, {0, 0}, {0, in.tokens.size()}});
  }

  void add_line(const ScannedLine& line, std::uint32_t index) {
    if (is_over(line)) {
      current_ = nullptr;
      begin_section(SectionKind::other, {line.tokens.first, line.tokens.first});
    }
    TokenSpan rest = line.tokens;
    LineKind kind = line.kind;
    bool cut = false;
    for (; next_ < headings_.size() && headings_[next_].line == index; ++next_) {
      const Heading& heading = headings_[next_];
      const auto started = section_started(outline_.as, heading, current_, outline_.sections.back().kind);
      if (!started) {
        if (heading.tokens == line.tokens) kind = LineKind::heading;
        continue;
      }
      if (rest.first < heading.tokens.first)
        emit({rest.first, heading.tokens.first}, kind_of(in_.tokens, {rest.first, heading.tokens.first}));
      start(heading, *started);
      rest.first = heading.tokens.last;
      cut = true;
    }
    if (rest.empty()) return;
    if (cut) kind = kind_of(in_.tokens, rest);
    emit(rest, kind == LineKind::text && is_sub_heading(rest) ? LineKind::heading : kind);
  }

 private:
  void start(const Heading& heading, SectionKind kind) {
    begin_section(kind, heading.tokens);
    current_ = &heading;
    emit(heading.tokens, LineKind::heading);
  }

  void begin_section(SectionKind kind, TokenSpan heading) {
    outline_.sections.back().tokens.last = heading.first;
    outline_.sections.push_back({kind, heading, {heading.last, in_.tokens.size()}});
  }

  // "Salary: 40k" is a fact, not the begin of a section: prose behind a blank line is about something else.
  bool is_over(const ScannedLine& line) const {
    if (current_ == nullptr || current_->style != HeadingStyle::lead_in || line.kind != LineKind::text) return false;
    return outline_.sections.back().kind == SectionKind::benefits && in_.tokens[line.tokens.first - 1].value > 1;
  }

  void emit(TokenSpan tokens, LineKind kind) {
    outline_.lines.push_back({tokens, static_cast<std::uint32_t>(outline_.sections.size() - 1), kind});
  }

  // "Key achievements:" does not end the section, but is a heading to the eye.
  bool is_sub_heading(TokenSpan line) const {
    return line.size() <= kShortLine && line.size() > 1 && in_.is_stop(line.last - 1, ':');
  }

  const Reading& in_;
  const std::vector<Heading>& headings_;
  Outline& outline_;
  const Heading* current_ = nullptr;
  std::size_t next_ = 0;
};

// How much a kind of heading speaks for a resume (positive) or a posting (negative). In the order of SectionKind.
constexpr std::array<int, 18> kVoices = {
    0,  1,  3,  1,  2, 1,  // other, summary, experience, projects, education, skills
    1,  1,  0,  2,  2,     // certificates, languages, contact, interests, references
    -2, -3, -4, -4,        // responsibilities, requirements, preferred, unneeded
    -3, -3, -4,            // benefits, about, legal
};
constexpr int kVoiceOfRange = 4, kMostRanges = 4;
constexpr int kDatesOfRange = 4;  // dates with no range between them ("2017 2019", "01/2018 03/2020") that tell as much
constexpr int kMostPostingWords = 12;

// Whether the line of this token was found where its line end was lost (Text::seams()).
bool follows_seam(const Tokens& tokens, std::uint32_t token) {
  return token > 0 && tokens[token - 1].kind == TokenKind::newline && tokens[token - 1].size == 0;
}

}  // namespace

As judge(const Reading& in, const Scan& scan, const std::vector<Heading>& headings,
         const std::vector<DateRange>& dates) {
  std::array<bool, kVoices.size()> seen{};
  int balance = -std::min(static_cast<int>(scan.posting_words), kMostPostingWords);
  for (const Heading& heading : headings) {
    const auto kind = static_cast<std::size_t>(heading.kind);
    if (heading.style == HeadingStyle::unknown || seen[kind]) continue;
    seen[kind] = true;
    const bool own_line = heading.style == HeadingStyle::whole && !follows_seam(in.tokens, heading.tokens.first);
    balance += own_line ? kVoices[kind] : kVoices[kind] / 2;
  }
  const auto is_range = [](const DateRange& date) { return !date.single; };
  const auto ranges = static_cast<int>(std::count_if(dates.begin(), dates.end(), is_range));
  const int singles = static_cast<int>(dates.size()) - ranges;
  balance += kVoiceOfRange * std::min(ranges + singles / kDatesOfRange, kMostRanges);
  return balance > 0 ? As::resume : As::posting;
}

void build_sections(const Reading& in, const Scan& scan, const std::vector<Heading>& headings, Outline& outline) {
  outline.lines.reserve(scan.lines.size() + headings.size());
  outline.sections.reserve(headings.size() + 2);
  SectionBuilder builder(in, headings, outline);
  for (std::uint32_t i = 0; i < scan.lines.size(); ++i) builder.add_line(scan.lines[i], i);
  outline.number_lines(in.tokens.size());
}

}  // namespace skillfit
