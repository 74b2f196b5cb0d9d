// Where a span stands in its text, and the words around it.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "skillfit/span.h"

namespace skillfit {

// Lines end at LF, CR LF or CR. Both counts are 1-based; columns count code points.
struct Place {
  std::uint32_t line = 1;
  std::uint32_t column = 1;
};

// The line starts of one text, so that places are found by binary search. The text must outlive it.
class LineIndex {
 public:
  explicit LineIndex(std::string_view text);

  // REQUIRES: offset <= size of the text, on a character boundary.
  Place place(std::uint32_t offset) const;

  // The bytes of the line that holds `offset`, without its end.
  SourceSpan line_span(std::uint32_t offset) const;

 private:
  std::string_view text_;
  std::vector<std::uint32_t> starts_;
};

// The words around a span, inside its line, in at most `width` cells (the span itself is never cut unless it alone is
// wider). All parts are printable; "…" stands where words were left out.
struct Excerpt {
  std::string before, span, after;
};
Excerpt excerpt(const LineIndex& lines, std::string_view text, SourceSpan span, std::size_t width);

}  // namespace skillfit
