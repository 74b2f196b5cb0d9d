// CSV as RFC 4180 describes it, safe to open in a spreadsheet.
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace skillfit {

// One cell: printable, guarded by an apostrophe if a spreadsheet would take it for a formula (= + - @ and their
// full-width forms at the start), quoted where commas or quotes demand it.
std::string csv_cell(std::string_view text);

// Cells with commas between them and CR LF behind.
std::string csv_line(const std::vector<std::string>& cells);

// The separator of several values in one cell.
inline constexpr std::string_view kCsvList = "; ";

}  // namespace skillfit
