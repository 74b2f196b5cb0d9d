// The hash tables behind the vocabulary and the trie. They are perfect: a key has one place where it can lie, so that a
// lookup is one cache line and no branch, whether it hits or misses (half of them miss; a branch there costs more than
// the load). A small table of pilots makes it so: keys fall into buckets, and each bucket has a number, found when the
// table was built, that sends its keys to places which no other key has (G. E. Pibiri and R. Trani, "PTHash: revisiting
// FCH minimal perfect hashing", SIGIR 2021).
#pragma once

#include <algorithm>
#include <array>
#include <bit>
#include <cstdint>
#include <span>
#include <string_view>

#include "token/print.h"

namespace skillfit {

// Up to 16 bytes of a word as two integers, zeros behind them; a longer word by a hash whose last byte is 0xFF, which
// no UTF-8 text contains.
struct WordKey {
  std::uint64_t low, high;
  // Of bits, not of conditions: the compiler would branch between them.
  friend constexpr bool operator==(WordKey a, WordKey b) { return ((a.low ^ b.low) | (a.high ^ b.high)) == 0; }
};
inline constexpr std::size_t kLongWord = 16;
inline constexpr WordKey kNoWordKey = {0, ~std::uint64_t{0}};  // of no word

WordKey huge_key(std::string_view word);  // of a word of more than kLongWord bytes

// REQUIRES: 16 bytes readable from word.data().
inline WordKey word_key(std::string_view word) {
  if (word.size() > kLongWord) [[unlikely]]
    return huge_key(word);
  const std::size_t low = std::min<std::size_t>(word.size(), 8);
  return {load_word(word.data()) & kLetterMasks[low], load_word(word.data() + 8) & kLetterMasks[word.size() - low]};
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

using Pilot = std::uint16_t;

// The bucket of a hash among so many.
constexpr std::size_t bucket_of(std::uint64_t hash, std::size_t buckets) {
  return ((hash >> 32) * buckets) >> 32;
}
// Where the pilot of its bucket sends a hash among so many places.
constexpr std::size_t place_of(std::uint64_t hash, Pilot pilot, std::size_t places) {
  const std::uint64_t sent = (hash ^ pilot * 0x9e3779b97f4a7c15u) * 0xbf58476d1ce4e5b9u;
  return ((sent >> 32) * places) >> 32;
}

// The only place where the key of this hash can lie. REQUIRES: pilots not empty, places > 0.
inline std::size_t find_place(std::uint64_t hash, std::span<const Pilot> pilots, std::size_t places) {
  return place_of(hash, pilots[bucket_of(hash, pilots.size())], places);
}

}  // namespace skillfit
