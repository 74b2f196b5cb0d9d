// Builds the tables of hash.h: put each key into one of its two buckets, pushing out someone who is there to its other
// bucket if there is no room, and start again with another seed in the rare case that this goes round in circles.
#pragma once

#include <algorithm>
#include <utility>
#include <vector>

#include "lexicon/hash.h"

namespace skillfit {

template <class Key>
struct HashTable {
  std::uint64_t seed = 0;
  std::vector<Key> keys;
};

// Puts `key` into `bucket` and returns who had to leave: `empty` if there was room.
template <class Key>
Key push_into(std::size_t bucket, std::size_t turn, Key key, Key empty, std::vector<Key>& keys) {
  const auto begin = keys.begin() + static_cast<std::ptrdiff_t>(bucket * kBucket<Key>);
  const auto end = begin + static_cast<std::ptrdiff_t>(kBucket<Key>);
  auto place = std::find(begin, end, empty);
  if (place == end) place = begin + static_cast<std::ptrdiff_t>(turn % kBucket<Key>);
  return std::exchange(*place, key);
}

// REQUIRES: entries distinct and not `empty`.
template <class Key>
bool place_all(const std::vector<Key>& entries, Key empty, HashTable<Key>& table) {
  constexpr std::size_t kMostPushes = 500;
  for (Key key : entries) {
    std::size_t left = table.keys.size();  // the bucket that `key` was pushed out of; at first none
    for (std::size_t pushes = 0; !(key == empty); ++pushes) {
      if (pushes == kMostPushes) return false;
      const Buckets both = buckets_of(hash_key(key, table.seed), table.keys.size() / kBucket<Key>);
      left = both.first == left ? both.second : both.first;
      key = push_into(left, pushes / 2, key, empty, table.keys);
    }
  }
  return true;
}

// REQUIRES: entries distinct and not `empty`. Deterministic. Filled to 47 or 80 % a seed nearly always works; should a
// few not, the table grows.
template <class Key>
HashTable<Key> build_hash_table(const std::vector<Key>& entries, Key empty) {
  HashTable<Key> table;
  std::size_t buckets = (kBucket<Key> == 1 ? entries.size() * 32 / 15 : entries.size() * 5 / 8) + 1;
  for (table.seed = 1;; ++table.seed) {
    table.keys.assign(buckets * kBucket<Key>, empty);
    if (place_all(entries, empty, table)) return table;
    if (table.seed % 8 == 0) buckets += buckets / 4 + 1;
  }
}

}  // namespace skillfit
