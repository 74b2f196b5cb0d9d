// Sixty-four bytes at a time: one bit a byte for each class of ASCII characters that the tokeniser tells apart.
#pragma once

#include <cstdint>

namespace skillfit {

struct Masks {
  std::uint64_t letters = 0;  // a-z, A-Z
  std::uint64_t digits = 0;
  std::uint64_t spaces = 0;    // space, tab
  std::uint64_t newlines = 0;  // LF, VT, FF, CR
  std::uint64_t high = 0;      // not ASCII

  friend bool operator==(const Masks&, const Masks&) = default;
};

// REQUIRES: 64 readable bytes.
Masks classify_block(const char* block);

// The same, byte by byte: for machines without SSE, and for the tests of the other.
Masks classify_block_portable(const char* block);

}  // namespace skillfit
