// Prints: a number below 2^20 for a word, of its first eight bytes and its size. Cheap enough to take of every word of
// a text, and with that a filter on whatever asks for certain words.
#pragma once

#include <algorithm>
#include <array>
#include <cstdint>
#include <cstring>
#include <string_view>

namespace skillfit {

inline std::uint64_t load_word(const char* from) {
  std::uint64_t value;
  std::memcpy(&value, from, sizeof value);
  return value;
}

constexpr std::uint64_t low_bytes(std::size_t count) {  // a mask; REQUIRES: count < 8
  return (std::uint64_t{1} << (8 * count)) - 1;
}

// By size, what of eight loaded bytes belongs to a word; longer words are like those of eight.
inline constexpr std::array<std::uint64_t, 64> kLetterMasks = [] {
  std::array<std::uint64_t, 64> masks{};
  for (std::size_t size = 0; size < masks.size(); ++size) masks[size] = size < 8 ? low_bytes(size) : ~std::uint64_t{0};
  return masks;
}();
// REQUIRES: 8 bytes readable from `word`.
inline std::uint64_t first_letters(const char* word, std::size_t size) {
  return load_word(word) & kLetterMasks[std::min<std::size_t>(size, 8)];
}

inline constexpr std::uint32_t kPrintBits = 20;

constexpr std::uint32_t word_print(std::uint64_t letters, std::size_t size) {
  return static_cast<std::uint32_t>(((letters ^ std::uint64_t{size} << 59) * 0x9e3779b97f4a7c15u) >> (64 - kPrintBits));
}
// REQUIRES: 8 bytes readable from `word`.
inline std::uint32_t word_print(const char* word, std::size_t size) {
  return word_print(first_letters(word, size), size);
}

// The first eight bytes of a word that lies anywhere, as one integer.
constexpr std::uint64_t letters_of(std::string_view word) {
  std::uint64_t letters = 0;
  for (std::size_t i = std::min<std::size_t>(word.size(), 8); i > 0; --i) {
    letters = letters << 8 | static_cast<unsigned char>(word[i - 1]);
  }
  return letters;
}
constexpr std::uint32_t print_of(std::string_view word) {
  return word_print(letters_of(word), word.size());
}

// Some words by their prints: no for most others, without a lookup. Of kBits bits: as few as serve, that they stay in
// the nearest cache.
template <std::uint32_t kBits>
struct PrintFilter {
  std::array<std::uint64_t, kBits / 64> bits;

  constexpr void add(std::uint32_t print) { bits[print % kBits / 64] |= std::uint64_t{1} << print % 64; }
  constexpr bool may_hold(std::uint32_t print) const { return bits[print % kBits / 64] >> print % 64 & 1; }
};

}  // namespace skillfit
