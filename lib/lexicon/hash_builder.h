// Builds the two-slot table of hash.h: put each key into one of its two places, pushing out whoever is there to its
// other place, and start again with another seed in the rare case that this goes round in circles.
#pragma once

#include <utility>
#include <vector>

#include "lexicon/hash.h"

namespace skillfit {

template <class Key>
struct HashTable {
  std::uint64_t seed = 0;
  std::vector<Key> keys;
};

// REQUIRES: entries distinct and not `empty`.
template <class Key>
bool place_all(const std::vector<Key>& entries, Key empty, HashTable<Key>& table) {
  for (Key key : entries) {
    std::size_t at = places(hash_key(key, table.seed), table.keys.size()).first;
    for (int pushes = 0;; ++pushes) {
      std::swap(key, table.keys[at]);
      if (key == empty) break;
      if (pushes == 500) return false;
      const Places both = places(hash_key(key, table.seed), table.keys.size());
      at = at == both.first ? both.second : both.first;
    }
  }
  return true;
}

// REQUIRES: entries distinct and not `empty`. Deterministic. With fewer than half of the places taken a seed nearly
// always works; should a few not, the table grows.
template <class Key>
HashTable<Key> build_hash_table(const std::vector<Key>& entries, Key empty) {
  HashTable<Key> table;
  std::size_t slots = entries.size() * 32 / 15 + 2;
  for (table.seed = 1;; ++table.seed) {
    table.keys.assign(slots, empty);
    if (place_all(entries, empty, table)) return table;
    if (table.seed % 8 == 0) slots += slots / 4;
  }
}

}  // namespace skillfit
