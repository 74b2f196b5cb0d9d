// The hash table behind the vocabulary: a key lies in one of two buckets, so that a lookup is two cache lines and no
// branch whether it hits or misses (half of them miss; a branch there costs more than the second load).
// Cuckoo hashing: Pagh and Rodler, "Cuckoo hashing", Journal of Algorithms 51 (2004). With one place a bucket a table
// fills to 50 %, with two to 89 %: Dietzfelbinger and Weidling, Theoretical Computer Science 380 (2007).
#pragma once

#include <algorithm>
#include <array>
#include <bit>
#include <cstdint>
#include <span>
#include <string_view>

#include "token/print.h"

namespace skillfit {

// Up to 16 bytes of a word as two integers; a longer word by a hash whose last byte is 0xFF, which no UTF-8 text
// contains.
struct WordKey {
  std::uint64_t low, high;
  // Of bits, not of conditions: the compiler would branch between them.
  friend constexpr bool operator==(WordKey a, WordKey b) { return ((a.low ^ b.low) | (a.high ^ b.high)) == 0; }
};
inline constexpr WordKey kEmptyPlace = {0, ~std::uint64_t{0}};  // of no word

inline constexpr std::size_t kShortWord = 16;

WordKey long_word_key(std::string_view word);

// By size, what of two loaded integers belongs to a short word.
inline constexpr std::array<WordKey, kShortWord + 1> kShortMasks = [] {
  std::array<WordKey, kShortWord + 1> masks{};
  for (std::size_t size = 1; size <= kShortWord; ++size) {
    masks[size] = masks[size - 1];
    (size <= 8 ? masks[size].low : masks[size].high) |= std::uint64_t{0xff} << 8 * ((size - 1) % 8);
  }
  return masks;
}();

// REQUIRES: 16 bytes readable from word.data().
inline WordKey word_key(std::string_view word) {
  if (word.size() > kShortWord) [[unlikely]]
    return long_word_key(word);
  const WordKey mask = kShortMasks[word.size()];
  return {load_word(word.data()) & mask.low, load_word(word.data() + 8) & mask.high};
}

constexpr std::uint64_t mix(std::uint64_t x) {
  x ^= x >> 32;
  x *= 0xd6e8feb86659fd93u;
  return x ^ (x >> 32);
}

constexpr std::uint64_t hash_key(std::uint64_t key, std::uint64_t seed) {
  return mix((key ^ seed) * 0x9e3779b97f4a7c15u);
}

constexpr std::uint64_t hash_key(WordKey key, std::uint64_t seed) {
  return mix(((key.low ^ seed) * 0x9e3779b97f4a7c15u) ^ std::rotl(key.high * 0xbf58476d1ce4e5b9u, 31));
}

// The two buckets of a hash among `buckets`.
struct Buckets {
  std::size_t first, second;
};
constexpr Buckets buckets_of(std::uint64_t hash, std::size_t buckets) {
  return {((hash & 0xffffffffu) * buckets) >> 32, ((hash >> 32) * buckets) >> 32};
}

inline constexpr std::size_t kBucket = 2;  // places

// Where `key` lies, counted from 1; 0 if nowhere. REQUIRES: at least one whole bucket.
inline std::uint32_t find_key(std::span<const WordKey> keys, WordKey key, std::uint64_t seed) {
  const Buckets at = buckets_of(hash_key(key, seed), keys.size() / kBucket);
  std::uint32_t place = 0;
  for (std::size_t i = 0; i < kBucket; ++i) {
    for (const std::size_t candidate : {at.first * kBucket + i, at.second * kBucket + i}) {
      const std::uint32_t found = 0u - static_cast<std::uint32_t>(keys[candidate] == key);
      place = std::max(place, static_cast<std::uint32_t>(candidate + 1) & found);
    }
  }
  return place;
}

}  // namespace skillfit
