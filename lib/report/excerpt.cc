// An excerpt is its span, then whole words taken in turn from both sides of the line as long as they fit: what stands
// next to a skill says most about it.
#include "report/excerpt.h"

#include <algorithm>
#include <array>

#include "base/terminal.h"
#include "base/utf8.h"
#include "skillfit/report.h"

namespace skillfit {
namespace {

std::string trimmed(const std::string& text) {
  const std::size_t first = text.find_first_not_of(' ');
  if (first == text.npos) return {};
  return text.substr(first, text.find_last_not_of(' ') - first + 1);
}

// The last word of `text` with the space before it; empty if there is none. `text` ends where the taken part begins.
std::string_view last_word(std::string_view text) {
  const std::size_t end = text.find_last_not_of(' ');
  if (end == text.npos) return {};
  const std::size_t space = text.find_last_of(' ', end);
  return text.substr(space == text.npos ? 0 : space);
}

std::string_view first_word(std::string_view text) {
  const std::size_t begin = text.find_first_not_of(' ');
  return begin == text.npos ? std::string_view{} : text.substr(0, text.find(' ', begin));
}

// The line before the span without the bullet or heading mark it may begin with.
std::string without_mark(const std::string& before) {
  std::string_view text = before;
  text.remove_prefix(std::min(text.find_first_not_of(' '), text.size()));
  const std::string_view word = text.substr(0, text.find(' '));
  constexpr std::array<std::string_view, 10> kMarks = {"-", "*", "•", "◦", "▪", "·", "–", "#", "##", "###"};
  if (word.size() == text.size() || std::find(kMarks.begin(), kMarks.end(), word) == kMarks.end()) return before;
  return std::string(text.substr(word.size() + 1));
}

}  // namespace

Excerpt excerpt(const LineIndex& lines, std::string_view text, SourceSpan span, std::size_t width) {
  const std::uint32_t line_begin = lines.line_span(span.begin).begin;
  const std::uint32_t line_end = std::max(span.end, lines.line_span(span.end).end);
  const std::string before = without_mark(printable(text.substr(line_begin, span.begin - line_begin)));
  const std::string after = printable(text.substr(span.end, line_end - span.end));
  Excerpt out{{}, cut_end(trimmed(printable(slice(text, span))), width < 3 ? 1 : width - 2), {}};

  std::string_view left = before, right = after;
  std::size_t used = display_width(out.span) + 2;  // both ellipses
  bool grew = true;
  while (grew) {
    grew = false;
    if (const std::string_view word = last_word(left); !word.empty() && used + display_width(word) <= width) {
      used += display_width(word);
      left.remove_suffix(left.size() - static_cast<std::size_t>(word.data() - left.data()));
      grew = true;
    }
    if (const std::string_view word = first_word(right); !word.empty() && used + display_width(word) <= width) {
      used += display_width(word);
      right.remove_prefix(word.size());
      grew = true;
    }
  }
  out.before = before.substr(left.size());
  out.after = after.substr(0, after.size() - right.size());
  if (out.before.size() > 1) out.before.erase(0, std::min(out.before.find_first_not_of(' '), out.before.size()));
  if (left.find_first_not_of(' ') != left.npos) out.before.insert(0, "…");
  if (right.find_first_not_of(' ') != right.npos) out.after += "…";
  return out;
}

}  // namespace skillfit
