// Builds the tables of hash.h. The largest buckets choose their pilots first, while there is most room; a key of the
// last ones finds a free place after a few dozen trials.
#pragma once

#include <algorithm>
#include <cstdint>
#include <limits>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "lexicon/hash.h"

namespace skillfit {

struct PerfectHash {
  std::uint64_t seed = 0;
  std::vector<Pilot> pilots;
  std::size_t places = 0;
};

// REQUIRES: hashes distinct. Deterministic. Empty if some bucket finds no pilot.
std::optional<std::vector<Pilot>> choose_pilots(const std::vector<std::uint64_t>& hashes, std::size_t places);

// REQUIRES: keys distinct. Deterministic.
template <class Key>
PerfectHash build_perfect_hash(const std::vector<Key>& keys) {
  constexpr std::size_t kPercent = 97;  // of the places are taken
  PerfectHash table;
  table.places = keys.size() * 100 / kPercent + 1;
  for (table.seed = 1;; ++table.seed) {
    std::vector<std::uint64_t> hashes;
    for (const Key& key : keys) hashes.push_back(hash_key(key, table.seed));
    if (std::optional<std::vector<Pilot>> pilots = choose_pilots(hashes, table.places)) {
      table.pilots = std::move(*pilots);
      return table;
    }
  }
}

// A word as the keys want it: bytes can be read behind it.
class Padded {
 public:
  explicit Padded(std::string_view word) : bytes_(word), size_(word.size()) { bytes_.append(kLongWord, '\0'); }
  std::string_view view() const& { return std::string_view(bytes_).substr(0, size_); }

 private:
  std::string bytes_;
  std::size_t size_;
};

}  // namespace skillfit
