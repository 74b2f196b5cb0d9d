// Builds the tables of hash.h: put each key into one of its two buckets, pushing out someone who is there to its other
// bucket if there is no room, and start again with another seed in the rare case that this goes round in circles.
#pragma once

#include <algorithm>
#include <set>
#include <string>
#include <utility>
#include <vector>

#include "lexicon/hash.h"

namespace skillfit {

template <class Key>
struct HashTable {
  std::uint64_t seed = 0;
  std::vector<Key> keys;
};

// Puts `key` into `bucket` and returns who had to leave: kEmptyPlace if there was room.
template <class Key>
Key push_into(std::size_t bucket, std::size_t turn, Key key, std::vector<Key>& keys) {
  const auto begin = keys.begin() + static_cast<std::ptrdiff_t>(bucket * kBucket<Key>);
  const auto end = begin + static_cast<std::ptrdiff_t>(kBucket<Key>);
  auto place = std::find(begin, end, kEmptyPlace<Key>);
  if (place == end) place = begin + static_cast<std::ptrdiff_t>(turn % kBucket<Key>);
  return std::exchange(*place, key);
}

// REQUIRES: entries distinct.
template <class Key>
bool place_all(const std::vector<Key>& entries, HashTable<Key>& table) {
  constexpr std::size_t kMostPushes = 500;
  for (Key key : entries) {
    std::size_t left = table.keys.size();  // the bucket that `key` was pushed out of; at first none
    for (std::size_t pushes = 0; !(key == kEmptyPlace<Key>); ++pushes) {
      if (pushes == kMostPushes) return false;
      const Buckets both = buckets_of(hash_key(key, table.seed), table.keys.size() / kBucket<Key>);
      left = both.first == left ? both.second : both.first;
      key = push_into(left, mix(pushes + 1) >> 32, key, table.keys);  // in no order: a cycle of pushes has one
    }
  }
  return true;
}

// REQUIRES: entries distinct. Deterministic. So full a seed nearly always works; should a few not, the table grows.
template <class Key>
HashTable<Key> build_hash_table(const std::vector<Key>& entries) {
  constexpr std::size_t kPercent = kBucket<Key> == 2 ? 86 : 94;
  HashTable<Key> table;
  std::size_t buckets = entries.size() * 100 / (kPercent * kBucket<Key>)+1;
  for (table.seed = 1;; ++table.seed) {
    table.keys.assign(buckets * kBucket<Key>, kEmptyPlace<Key>);
    if (place_all(entries, table)) return table;
    if (table.seed % 8 == 0) buckets += buckets / 32 + 1;
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

struct Vocabulary {
  HashTable<ShortKey> of_short;
  HashTable<LongKey> of_long;
};

inline Vocabulary build_vocabulary(const std::set<std::string>& words) {
  std::vector<ShortKey> short_keys;
  std::vector<LongKey> long_keys;
  for (const std::string& word : words) {
    const Padded padded(word);
    if (word.size() <= kShortWord) {
      short_keys.push_back(short_key(padded.view()));
    } else {
      long_keys.push_back(long_key(padded.view()));
    }
  }
  return {build_hash_table(short_keys), build_hash_table(long_keys)};
}

}  // namespace skillfit
