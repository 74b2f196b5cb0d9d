// The hash tables behind the vocabulary: a key lies in one of two buckets, so that a lookup is two cache lines and no
// branch whether it hits or misses (half of them miss; a branch there costs more than the second load). Words of up to
// eight bytes, more than half of all, have a table of their own with keys of half the size.
// Cuckoo hashing: Pagh and Rodler, "Cuckoo hashing", Journal of Algorithms 51 (2004). With one place a bucket a table
// fills to 50 %, with two to 89 %, with four to 97 %: Dietzfelbinger and Weidling, Theoretical Computer Science 380
// (2007).
#pragma once

#include <algorithm>
#include <array>
#include <bit>
#include <cstdint>
#include <span>
#include <string_view>

#include "token/print.h"

namespace skillfit {

// The bytes of a word as an integer, zeros behind them.
using ShortKey = std::uint64_t;
inline constexpr std::size_t kShortWord = 8;

// Up to 16 bytes of a word as two integers; a longer word by a hash whose last byte is 0xFF, which no UTF-8 text
// contains.
struct LongKey {
  std::uint64_t low, high;
  // Of bits, not of conditions: the compiler would branch between them.
  friend constexpr bool operator==(LongKey a, LongKey b) { return ((a.low ^ b.low) | (a.high ^ b.high)) == 0; }
};
inline constexpr std::size_t kLongWord = 16;

// Of no word.
template <class Key>
inline constexpr Key kEmptyPlace = ~Key{0};
template <>
inline constexpr LongKey kEmptyPlace<LongKey> = {0, ~std::uint64_t{0}};

// REQUIRES: word.size() <= kShortWord, 8 bytes readable from word.data().
inline ShortKey short_key(std::string_view word) {
  return load_word(word.data()) & kLetterMasks[word.size()];
}

LongKey huge_key(std::string_view word);  // of a word of more than kLongWord bytes

// REQUIRES: word.size() > kShortWord, 16 bytes readable from word.data().
inline LongKey long_key(std::string_view word) {
  if (word.size() > kLongWord) [[unlikely]]
    return huge_key(word);
  return {load_word(word.data()), load_word(word.data() + kShortWord) & kLetterMasks[word.size() - kShortWord]};
}

constexpr std::uint64_t mix(std::uint64_t x) {
  x ^= x >> 32;
  x *= 0xd6e8feb86659fd93u;
  return x ^ (x >> 32);
}

constexpr std::uint64_t hash_key(ShortKey key, std::uint64_t seed) {
  return mix((key ^ seed) * 0x9e3779b97f4a7c15u);
}

constexpr std::uint64_t hash_key(LongKey key, std::uint64_t seed) {
  return mix(((key.low ^ seed) * 0x9e3779b97f4a7c15u) ^ std::rotl(key.high * 0xbf58476d1ce4e5b9u, 31));
}

// The two buckets of a hash among `buckets`.
struct Buckets {
  std::size_t first, second;
};
constexpr Buckets buckets_of(std::uint64_t hash, std::size_t buckets) {
  return {((hash & 0xffffffffu) * buckets) >> 32, ((hash >> 32) * buckets) >> 32};
}

template <class Key>
inline constexpr std::size_t kBucket = 32 / sizeof(Key);  // places

// Where `key` lies, counted from 1; 0 if nowhere. REQUIRES: at least one whole bucket.
template <class Key>
std::uint32_t find_key(std::span<const Key> keys, Key key, std::uint64_t seed) {
  const Buckets at = buckets_of(hash_key(key, seed), keys.size() / kBucket<Key>);
  std::uint32_t place = 0;
  for (std::size_t i = 0; i < kBucket<Key>; ++i) {
    for (const std::size_t candidate : {at.first * kBucket<Key> + i, at.second * kBucket<Key> + i}) {
      const std::uint32_t found = 0u - static_cast<std::uint32_t>(keys[candidate] == key);
      place = std::max(place, static_cast<std::uint32_t>(candidate + 1) & found);
    }
  }
  return place;
}

}  // namespace skillfit
