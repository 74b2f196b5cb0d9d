#include "skillfit/spelling.h"

#include <algorithm>
#include <numeric>
#include <vector>

#include "base/utf8.h"

namespace skillfit {

// One row of the table of distances between all prefixes at a time (Wagner and Fischer, 1974).
std::size_t edit_distance(std::string_view a, std::string_view b) {
  std::vector<std::size_t> row(b.size() + 1);
  std::iota(row.begin(), row.end(), std::size_t{0});
  for (std::size_t i = 1; i <= a.size(); ++i) {
    std::size_t diagonal = row[0];
    row[0] = i;
    for (std::size_t j = 1; j <= b.size(); ++j) {
      const std::size_t replaced = diagonal + (a[i - 1] == b[j - 1] ? 0 : 1);
      diagonal = row[j];
      row[j] = std::min({row[j] + 1, row[j - 1] + 1, replaced});
    }
  }
  return row[b.size()];
}

std::string as_key(std::string_view name) {
  std::string key = ascii_lower(name);
  std::replace_if(
      key.begin(), key.end(), [](char c) { return c == ' ' || c == '_' || c == '.'; }, '-');
  return key;
}

}  // namespace skillfit
