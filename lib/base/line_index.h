// Where bytes stand in a text, as people count: lines and columns.
#pragma once

#include <cstdint>
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

}  // namespace skillfit
