// The words around a span.
#pragma once

#include <string>
#include <string_view>

#include "base/line_index.h"

namespace skillfit {

// The words around a span, inside its line, in at most `width` cells (the span itself is never cut unless it alone is
// wider). All parts are printable; "…" stands where words were left out.
struct Excerpt {
  std::string before, span, after;
};
Excerpt excerpt(const LineIndex& lines, std::string_view text, SourceSpan span, std::size_t width);

}  // namespace skillfit
