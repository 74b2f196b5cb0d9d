#include "report/csv.h"

#include <algorithm>
#include <array>

#include "report/words.h"
#include "skillfit/report.h"

namespace skillfit {

std::string csv_cell(std::string_view text) {
  constexpr std::array<std::string_view, 8> kFormulaStarts = {"=", "+", "-", "@", "＝", "＋", "－", "＠"};
  std::string cell = printable(text);
  // Spreadsheets trim: what stands behind leading spaces counts too.
  const std::string_view seen = std::string_view(cell).substr(std::min(cell.find_first_not_of(' '), cell.size()));
  const auto starts = [&](std::string_view mark) { return seen.starts_with(mark); };
  if (std::any_of(kFormulaStarts.begin(), kFormulaStarts.end(), starts)) cell.insert(0, "'");
  const bool quote = cell.find_first_of(",\"") != cell.npos || cell.starts_with(' ') || cell.ends_with(' ');
  if (!quote) return cell;
  for (std::size_t at = cell.find('"'); at != cell.npos; at = cell.find('"', at + 2)) cell.insert(at, "\"");
  return "\"" + cell + "\"";
}

std::string csv_line(const std::vector<std::string>& cells) {
  std::string line;
  for (std::size_t i = 0; i < cells.size(); ++i) {
    if (i > 0) line += ',';
    line += csv_cell(cells[i]);
  }
  return line + "\r\n";
}

}  // namespace skillfit
