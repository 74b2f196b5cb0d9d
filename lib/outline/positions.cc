// A position begins with a line that shows its dates, or with the line above when that names the job. Dates inside
// prose ("grew sales from 2015 to 2018 by a third") head nothing: a heading line is short, or has its dates at an end.
#include "outline/positions.h"

#include "outline/titles.h"

namespace skillfit {
namespace {

constexpr std::uint32_t kEdge = 3;          // tokens between the dates and the end of the line they head
constexpr std::uint32_t kHeadLine = 26;     // tokens of a line that can have its months anywhere
constexpr std::uint32_t kShortHead = 16;    // ... its years anywhere
constexpr std::uint32_t kLongLine = 60;     // tokens; such a line can hold several positions
constexpr std::uint32_t kBeforeYear = 6;    // tokens; a date begins at most so far before its year
constexpr std::uint32_t kDatesInLine = 24;  // a budget against lines of numbers
constexpr std::uint32_t kTitleLine = 12;    // tokens of a line that is only a title

// A date begins at a number, or at a word with a number or a dash close behind.
bool can_begin(const Reading& in, std::uint32_t i, std::uint32_t limit) {
  const Token token = in.tokens[i];
  if (token.kind != TokenKind::word) return false;
  if (token.numeric) return token.size <= 4;
  if (token.size > 12 || i + 1 >= limit) return false;
  return in.tokens[i + 1].numeric || in.is_symbol(i + 1, '-') || (i + 2 < limit && in.tokens[i + 2].numeric);
}

class PositionFinder {
 public:
  PositionFinder(const Reading& in, Outline& outline) : in_(in), outline_(outline) {}

  void take(const DateRange& date) {
    while (outline_.lines[line_].tokens.last <= date.tokens.first) ++line_;
    const Line& line = outline_.lines[line_];
    const std::optional<SectionKind> section = section_of(line, date);
    if (!section || !heads(line, date, *section)) return;
    if (date.reversed) return outline_.impossible_dates.push_back(date.tokens);
    Position position{{}, {}, date.tokens, date.begin, date.end, *section};
    position.tokens.first = std::max(begin_of(line, date), last_date_);
    position.title = title(line, date, position.tokens.first);
    close(position.tokens.first);
    outline_.positions.push_back(position);
    last_line_ = line_ + 1;
    last_date_ = date.tokens.last;
  }

  void finish() { close(in_.tokens.size()); }

 private:
  // Which kind of section the dates speak for. Outside the sections that hold positions only months do.
  std::optional<SectionKind> section_of(const Line& line, const DateRange& date) const {
    using enum SectionKind;
    const SectionKind kind = outline_.sections[line.section].kind;
    if (kind == experience || kind == projects || kind == education) return kind;
    if (kind != other && kind != summary) return std::nullopt;
    if (!date.has_months || date.single) return std::nullopt;
    for (std::uint32_t i = line.tokens.first; i < line.tokens.last; ++i)
      if (!match_cue(in_, CueFamily::degree, i, line.tokens.last).tokens.empty()) return education;
    return experience;
  }

  bool heads(const Line& line, const DateRange& date, SectionKind section) const {
    const std::uint32_t size = line.tokens.size();
    const bool at_edge = date.tokens.first - line.tokens.first <= kEdge || line.tokens.last - date.tokens.last <= kEdge;
    if (date.single && section != SectionKind::education)
      return date.has_months && date.begin != date.end && at_edge && size <= kShortHead;
    if (last_line_ == line_ + 1) return size > kLongLine && date.has_months;
    return at_edge || size <= (date.has_months ? kHeadLine : kShortHead) || (size > kLongLine && date.has_months);
  }

  // In a line of many positions each begins with its dates.
  std::uint32_t begin_of(const Line& line, const DateRange& date) const {
    return line.tokens.size() > kLongLine && last_line_ == line_ + 1 ? date.tokens.first : line.tokens.first;
  }

  // Where people put titles: before the dates, behind them, on the line above, on the line below. `first` moves up when
  // it is the line above.
  TokenSpan title(const Line& line, const DateRange& date, std::uint32_t& first) const {
    const TokenSpan left{first, std::max(first, date.tokens.first)};
    const TokenSpan right{date.tokens.last, std::min(line.tokens.last, date.tokens.last + kTitleLine)};
    const TokenSpan above = line_above(line), below = line_below(line);
    for (const TokenSpan part : {left, right, above, below}) {
      const TokenSpan found = job_part(in_, part);
      if (found.empty()) continue;
      if (part == above) first = above.first;
      return found;
    }
    if (const TokenSpan found = first_part(in_, left); !found.empty()) return found;
    if (above.empty()) return first_part(in_, right);
    first = above.first;
    return first_part(in_, above);
  }

  TokenSpan line_above(const Line& line) const {
    if (line_ <= last_line_) return {};  // it belongs to the position before
    const Line& above = outline_.lines[line_ - 1];
    const bool fits = above.section == line.section && above.kind != LineKind::item &&
                      above.tokens != outline_.sections[above.section].heading && above.tokens.size() <= kTitleLine;
    if (!fits || in_.ends_sentence(above.tokens.last - 1)) return {};
    return above.tokens;
  }
  TokenSpan line_below(const Line& line) const {
    if (line_ + 1 >= outline_.lines.size()) return {};
    const Line& below = outline_.lines[line_ + 1];
    const bool fits =
        below.section == line.section && below.kind == LineKind::text && below.tokens.size() <= kTitleLine;
    return fits && !in_.ends_sentence(below.tokens.last - 1) ? below.tokens : TokenSpan{};
  }

  // The position before this one ends here, or with its section.
  void close(std::uint32_t at) {
    if (outline_.positions.empty()) return;
    Position& last = outline_.positions.back();
    const Line& line = outline_.lines[outline_.line_of(last.dates.first)];
    last.tokens.last = std::min(at, outline_.sections[line.section].tokens.last);
  }

  const Reading& in_;
  Outline& outline_;
  std::uint32_t line_ = 0;
  std::uint32_t last_line_ = 0;  // the line after the one with the last position's dates
  std::uint32_t last_date_ = 0;
};

}  // namespace

std::vector<DateRange> find_dates(const Reading& in, const Scan& scan) {
  std::vector<DateRange> dates;
  auto year = scan.years.begin();
  for (const ScannedLine& line : scan.lines) {
    std::uint32_t done = line.tokens.first;
    std::uint32_t budget = kDatesInLine;
    for (; year != scan.years.end() && *year < line.tokens.last; ++year) {
      if (*year < done || budget-- == 0) continue;
      for (std::uint32_t i = std::max(done, *year - std::min(*year, kBeforeYear)); i <= *year; ++i) {
        if (!can_begin(in, i, line.tokens.last)) continue;
        const std::optional<DateRange> range = parse_dates(in, i, line.tokens.last);
        if (!range) continue;
        dates.push_back(*range);
        done = range->tokens.last;
        break;
      }
    }
  }
  return dates;
}

void find_positions(const Reading& in, const std::vector<DateRange>& dates, Outline& outline) {
  PositionFinder finder(in, outline);
  for (const DateRange& date : dates) finder.take(date);
  finder.finish();
}

}  // namespace skillfit
