// The offset map. Between two runs both texts advance together; a run that is not one to one is a block whose inside
// has no counterpart, so begins fall back to its start and ends go on to its end.
#include "skillfit/text.h"

#include <algorithm>

#include "base/utf8.h"

namespace skillfit {

SourceSpan Text::map_to_source(FoldedSpan span) const {
  const std::string_view text = folded();
  // A span that cuts a character means the character.
  const auto first = static_cast<std::uint32_t>(utf8_floor(text, span.begin));
  auto last = span.end;
  while (last < size_ && utf8_floor(text, last) != last) ++last;

  const auto run_after = [&](std::uint32_t offset) {
    return std::upper_bound(runs_.begin(), runs_.end(), offset,
                            [](std::uint32_t value, const Run& run) { return value < run.folded; });
  };
  const auto begin_of = [&](std::uint32_t offset) {
    const auto next = run_after(offset);
    if (next == runs_.begin()) return offset;
    const Run& run = next[-1];
    return run.one_to_one ? run.source + (offset - run.folded) : run.source;
  };
  // The end belongs to the byte before it: what was deleted behind that byte stays outside.
  const auto end_of = [&](std::uint32_t offset) -> std::uint32_t {
    if (offset == 0) return 0;
    const auto next = run_after(offset - 1);
    if (next == runs_.begin()) return offset;
    const Run& run = next[-1];
    if (run.one_to_one) return run.source + (offset - run.folded);
    return next == runs_.end() ? static_cast<std::uint32_t>(source_size_) : next->source;
  };
  const std::uint32_t begin = begin_of(first);
  return {begin, std::max(begin, end_of(last))};
}

// These signs are three bytes of source and two of folded text; no other character folds to their letters.
std::vector<std::uint32_t> Text::trademarks() const {
  std::vector<std::uint32_t> found;
  const std::string_view text = folded();
  for (std::size_t i = 0; i < runs_.size(); ++i) {
    if (runs_[i].one_to_one) continue;
    const bool last = i + 1 == runs_.size();
    const std::size_t size = (last ? size_ : runs_[i + 1].folded) - runs_[i].folded;
    const std::size_t source_size = (last ? source_size_ : runs_[i + 1].source) - runs_[i].source;
    const std::string_view letters = text.substr(runs_[i].folded, size);
    if (source_size == 3 && (letters == "tm" || letters == "sm")) found.push_back(runs_[i].folded);
  }
  return found;
}

}  // namespace skillfit
