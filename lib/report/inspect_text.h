// The text of a document as it was read, line by line.
#pragma once

#include <optional>

#include "base/line_index.h"
#include "report/parts.h"
#include "report/sheet.h"

namespace skillfit {

// Every line with its number, and where pages, page headers and footers, sections and positions begin. `as_of` ends
// positions that last. Lines with text that nobody sees on the page begin with "!".
void write_text(Sheet& sheet, const Analysis& analysis, const LineIndex& lines, std::optional<Month> as_of);

// "2019-01 - 2021-12", "2019-01 - today".
std::string dates_text(const Position& position);
// "3 years"; empty if it lasts and nobody says until when.
std::string length_text(const Position& position, std::optional<Month> as_of);

}  // namespace skillfit
