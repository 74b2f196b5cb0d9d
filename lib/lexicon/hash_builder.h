// Builds the table of hash.h: put each key into one of its two buckets, pushing out someone who is there to its other
// bucket if there is no room, and start again with another seed in the rare case that this goes round in circles.
#pragma once

#include <algorithm>
#include <utility>
#include <vector>

#include "lexicon/hash.h"

namespace skillfit {

struct HashTable {
  std::uint64_t seed = 0;
  std::vector<WordKey> keys;
};

// Puts `key` into `bucket` and returns who had to leave: kEmptyPlace if there was room.
inline WordKey push_into(std::size_t bucket, std::size_t turn, WordKey key, std::vector<WordKey>& keys) {
  const auto begin = keys.begin() + static_cast<std::ptrdiff_t>(bucket * kBucket);
  const auto end = begin + static_cast<std::ptrdiff_t>(kBucket);
  auto place = std::find(begin, end, kEmptyPlace);
  if (place == end) place = begin + static_cast<std::ptrdiff_t>(turn % kBucket);
  return std::exchange(*place, key);
}

// REQUIRES: entries distinct.
inline bool place_all(const std::vector<WordKey>& entries, HashTable& table) {
  constexpr std::size_t kMostPushes = 500;
  for (WordKey key : entries) {
    std::size_t left = table.keys.size();  // the bucket that `key` was pushed out of; at first none
    for (std::size_t pushes = 0; !(key == kEmptyPlace); ++pushes) {
      if (pushes == kMostPushes) return false;
      const Buckets both = buckets_of(hash_key(key, table.seed), table.keys.size() / kBucket);
      left = both.first == left ? both.second : both.first;
      key = push_into(left, pushes / 2, key, table.keys);
    }
  }
  return true;
}

// REQUIRES: entries distinct. Deterministic. Filled to 87 % a seed nearly always works; should a few not, the table
// grows.
inline HashTable build_hash_table(const std::vector<WordKey>& entries) {
  HashTable table;
  std::size_t buckets = entries.size() * 23 / 40 + 1;
  for (table.seed = 1;; ++table.seed) {
    table.keys.assign(buckets * kBucket, kEmptyPlace);
    if (place_all(entries, table)) return table;
    if (table.seed % 8 == 0) buckets += buckets / 4 + 1;
  }
}

}  // namespace skillfit
