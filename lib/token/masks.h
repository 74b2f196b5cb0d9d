// Sixty-four bytes at a time: one bit a byte for each class of ASCII characters that the tokeniser tells apart.
#pragma once

#include <cstdint>

#ifdef __SSE2__
#include <emmintrin.h>
#endif

namespace skillfit {

struct Masks {
  std::uint64_t letters = 0;  // a-z, A-Z
  std::uint64_t digits = 0;
  std::uint64_t spaces = 0;    // space, tab
  std::uint64_t newlines = 0;  // LF, VT, FF, CR
  std::uint64_t high = 0;      // not ASCII

  friend bool operator==(const Masks&, const Masks&) = default;
};

// REQUIRES: 64 readable bytes. Byte by byte: for machines without SSE, and for the tests of the other.
Masks classify_block_portable(const char* block);

// The same.
#ifdef __SSE2__
inline Masks classify_block(const char* block) {
  Masks masks;
  for (unsigned i = 0; i < 64; i += 16) {
    const __m128i bytes = _mm_loadu_si128(reinterpret_cast<const __m128i*>(block + i));
    const auto bits = [&](__m128i set) {
      return static_cast<std::uint64_t>(static_cast<std::uint16_t>(_mm_movemask_epi8(set))) << i;
    };
    const auto range = [](__m128i from, char first, char count) {
      const __m128i offset = _mm_sub_epi8(from, _mm_set1_epi8(first));
      return _mm_cmpeq_epi8(_mm_min_epu8(offset, _mm_set1_epi8(static_cast<char>(count - 1))), offset);
    };
    const __m128i lower = _mm_or_si128(bytes, _mm_set1_epi8(0x20));
    masks.letters |= bits(range(lower, 'a', 26));
    masks.digits |= bits(range(bytes, '0', 10));
    masks.spaces |=
        bits(_mm_or_si128(_mm_cmpeq_epi8(bytes, _mm_set1_epi8(' ')), _mm_cmpeq_epi8(bytes, _mm_set1_epi8('\t'))));
    masks.newlines |= bits(range(bytes, '\n', 4));
    masks.high |= bits(bytes);
  }
  return masks;
}
#else
inline Masks classify_block(const char* block) {
  return classify_block_portable(block);
}
#endif

}  // namespace skillfit
