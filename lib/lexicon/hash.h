// The two-slot hash table behind the vocabulary and the trie: a key lies in one of two places, so that a lookup is two
// loads and no branch whether it hits or misses (half of them miss; a branch there costs more than the second load).
// Cuckoo hashing: Pagh and Rodler, "Cuckoo hashing", Journal of Algorithms 51 (2004).
#pragma once

#include <bit>
#include <cstdint>
#include <cstring>
#include <span>
#include <string_view>

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

inline std::uint64_t load_word(const char* from) {
  std::uint64_t value;
  std::memcpy(&value, from, sizeof value);
  return value;
}

constexpr std::uint64_t low_bytes(std::size_t count) {  // a mask; REQUIRES: count < 8
  return (std::uint64_t{1} << (8 * count)) - 1;
}

WordKey long_word_key(std::string_view word);

// REQUIRES: 16 bytes readable from word.data().
inline WordKey word_key(std::string_view word) {
  const std::size_t size = word.size();
  if (size > kShortWord) [[unlikely]]
    return long_word_key(word);
  const std::uint64_t first = load_word(word.data());
  const std::uint64_t second = load_word(word.data() + 8);
  if (size < 8) return {first & low_bytes(size), 0};
  return {first, size == kShortWord ? second : second & low_bytes(size - 8)};
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

// The two places of a hash among `slots`.
struct Places {
  std::size_t first, second;
};
constexpr Places places(std::uint64_t hash, std::size_t slots) {
  return {((hash & 0xffffffffu) * slots) >> 32, ((hash >> 32) * slots) >> 32};
}

// Where `key` lies, counted from 1; 0 if nowhere. REQUIRES: keys not empty.
template <class Key>
std::uint32_t find_key(std::span<const Key> keys, Key key, std::uint64_t seed) {
  const Places at = places(hash_key(key, seed), keys.size());
  const std::uint32_t in_first = 0u - static_cast<std::uint32_t>(keys[at.first] == key);
  const std::uint32_t in_second = 0u - static_cast<std::uint32_t>(keys[at.second] == key);
  return (static_cast<std::uint32_t>(at.first + 1) & in_first) |
         (static_cast<std::uint32_t>(at.second + 1) & in_second & ~in_first);
}

}  // namespace skillfit
