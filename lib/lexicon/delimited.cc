// One pass over the bytes. A cell in quotes may hold anything, line ends included; a quote inside it is doubled. What
// separates cells is whatever the header uses most.
#include "lexicon/delimited.h"

#include <algorithm>

#include "base/utf8.h"

namespace skillfit {
namespace {

constexpr std::string_view kBom = "\xEF\xBB\xBF";

char find_delimiter(std::string_view text) {
  const std::string_view header = text.substr(0, text.find('\n'));
  const auto count = [header](char c) { return std::count(header.begin(), header.end(), c); };
  char best = ',';
  for (const char c : {';', '\t'}) {
    if (count(c) > count(best)) best = c;
  }
  return best;
}

class RowReader {
 public:
  RowReader(const std::string& name, std::string_view text)
      : name_(name), text_(text), delimiter_(find_delimiter(text)) {}

  bool at_end() const { return at_ == text_.size(); }

  Result<DelimitedRow> next() {
    DelimitedRow row{line_, {}};
    while (true) {
      std::string cell;
      if (at_ < text_.size() && text_[at_] == '"' && !read_quoted(cell)) {
        return table_error("a cell begins with a quote that never ends", name_, row.line);
      }
      const std::size_t end = std::min(text_.find_first_of(std::string{delimiter_, '\n'}, at_), text_.size());
      cell += text_.substr(at_, end - at_);
      at_ = end;
      const bool last = at_ == text_.size() || text_[at_] == '\n';
      if (last && !cell.empty() && cell.back() == '\r') cell.pop_back();
      row.cells.push_back(std::move(cell));
      if (at_ < text_.size()) ++at_;
      if (last) break;
    }
    ++line_;
    return row;
  }

 private:
  bool read_quoted(std::string& cell) {
    for (++at_; at_ < text_.size(); ++at_) {
      if (text_[at_] == '\n') ++line_;
      if (text_[at_] != '"') {
        cell += text_[at_];
      } else if (text_.substr(at_, 2) == "\"\"") {
        cell += text_[at_++];
      } else {
        ++at_;
        return true;
      }
    }
    return false;
  }

  const std::string& name_;
  std::string_view text_;
  char delimiter_;
  std::size_t at_ = 0;
  std::uint32_t line_ = 1;
};

}  // namespace

std::optional<std::size_t> DelimitedTable::column(std::string_view wanted) const {
  const auto found = std::find_if(header.begin(), header.end(),
                                  [&](const std::string& cell) { return ascii_lower(cell) == ascii_lower(wanted); });
  if (found == header.end()) return std::nullopt;
  return static_cast<std::size_t>(found - header.begin());
}

tl::unexpected<Error> table_error(std::string message, const std::string& name, std::uint32_t line) {
  Error error;
  error.code = ErrorCode::bad_lexicon;
  error.message = std::move(message);
  error.file = name;
  error.line = line;
  return tl::unexpected(std::move(error));
}

Result<DelimitedTable> read_delimited(const std::string& name, std::string_view text) {
  if (text.starts_with(kBom)) text.remove_prefix(kBom.size());
  if (const std::size_t valid = valid_utf8_prefix(text); valid < text.size()) {
    const auto line = static_cast<std::uint32_t>(1 + std::count(text.begin(), text.begin() + valid, '\n'));
    return table_error("not valid UTF-8; save the file as UTF-8", name, line);
  }
  DelimitedTable table{name, {}, {}};
  for (RowReader reader(name, text); !reader.at_end();) {
    Result<DelimitedRow> row = reader.next();
    if (!row) return tl::unexpected(row.error());
    if (row->cells.size() == 1 && row->cells[0].empty()) continue;
    if (table.header.empty()) {
      table.header = std::move(row->cells);
      continue;
    }
    if (row->cells.size() < table.header.size()) row->cells.resize(table.header.size());
    table.rows.push_back(std::move(*row));
  }
  if (table.header.empty()) return table_error("is empty; a table begins with a line of column names", name, 0);
  return table;
}

}  // namespace skillfit
