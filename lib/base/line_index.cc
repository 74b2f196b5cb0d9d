// One pass notes where lines start; places are found in that list.
#include "base/line_index.h"

#include <algorithm>

#include "base/utf8.h"

namespace skillfit {

LineIndex::LineIndex(std::string_view text) : text_(text), starts_{0} {
  for (std::size_t i = 0; i < text.size(); ++i) {
    const bool line_end = text[i] == '\n' || (text[i] == '\r' && !text.substr(i + 1).starts_with('\n'));
    if (line_end) starts_.push_back(static_cast<std::uint32_t>(i + 1));
  }
}

Place LineIndex::place(std::uint32_t offset) const {
  const auto next = std::upper_bound(starts_.begin(), starts_.end(), offset);
  Place place{static_cast<std::uint32_t>(next - starts_.begin()), 1};
  const std::string_view before = text_.substr(*(next - 1), offset - *(next - 1));
  for (std::size_t at = 0; at < before.size(); ++place.column) decode_utf8(before, at);
  return place;
}

SourceSpan LineIndex::line_span(std::uint32_t offset) const {
  const auto next = std::upper_bound(starts_.begin(), starts_.end(), offset);
  const std::uint32_t begin = *(next - 1);
  auto end = next == starts_.end() ? static_cast<std::uint32_t>(text_.size()) : *next;
  while (end > begin && (text_[end - 1] == '\n' || text_[end - 1] == '\r')) --end;
  return {begin, end};
}

}  // namespace skillfit
