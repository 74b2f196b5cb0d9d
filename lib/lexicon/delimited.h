// Tables of delimited text: RFC 4180, with a comma, a semicolon or a tab between the cells.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "skillfit/result.h"

namespace skillfit {

struct DelimitedRow {
  std::uint32_t line = 0;  // where it begins, from 1
  std::vector<std::string> cells;
};

struct DelimitedTable {
  std::string name;  // for messages
  std::vector<std::string> header;
  std::vector<DelimitedRow> rows;  // blank lines left out; short rows are filled up with empty cells

  // The column of this name, in any case.
  std::optional<std::size_t> column(std::string_view wanted) const;
};

// The error of a table: bad_lexicon with file and line.
tl::unexpected<Error> table_error(std::string message, const std::string& name, std::uint32_t line);

// Errors: bad_lexicon with the line (not UTF-8, a quote that never ends, no header).
Result<DelimitedTable> read_delimited(const std::string& name, std::string_view text);

}  // namespace skillfit
