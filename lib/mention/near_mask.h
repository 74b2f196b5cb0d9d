// Sixty-four tokens at a time: which of them may begin a context word of a skill.
#pragma once

#include <cstdint>

#include "lexicon/tables.h"

#ifdef __SSSE3__
#include <tmmintrin.h>
#endif

namespace skillfit {

// What a NearFilter looks at in the print of a word, and of a token that is none.
constexpr std::uint8_t near_byte(std::uint32_t print) {
  return static_cast<std::uint8_t>(print % 128);
}
inline constexpr std::uint8_t kNoNearByte = 0x80;
inline constexpr std::uint32_t kNearTokens = 64;  // that a mask tells of: as many as bits in an integer

// A bit a token: whether NearFilter::may_hold() says yes. REQUIRES: kNearTokens readable bytes. Byte by byte: for
// machines without SSSE3, and for the tests of the other.
inline std::uint64_t near_mask_portable(const std::uint8_t* bytes, const NearFilter& filter) {
  std::uint64_t mask = 0;
  for (unsigned i = 0; i < kNearTokens; ++i) {
    const bool held = bytes[i] != kNoNearByte && filter.may_hold(bytes[i]);
    mask |= std::uint64_t{held ? 1u : 0u} << i;
  }
  return mask;
}

// The same: the filter is sixteen bytes, so a shuffle looks sixteen of them up at once.
#ifdef __SSSE3__
inline std::uint64_t near_mask(const std::uint8_t* bytes, const NearFilter& filter) {
  const __m128i held = _mm_loadu_si128(reinterpret_cast<const __m128i*>(filter.bits.data()));
  const __m128i bit_of = _mm_set_epi8(-128, 64, 32, 16, 8, 4, 2, 1, -128, 64, 32, 16, 8, 4, 2, 1);
  const __m128i none = _mm_set1_epi8(static_cast<char>(kNoNearByte));  // a shuffle makes zero of it
  std::uint64_t mask = 0;
  for (unsigned i = 0; i < kNearTokens; i += 16) {
    const __m128i from = _mm_loadu_si128(reinterpret_cast<const __m128i*>(bytes + i));
    const __m128i byte = _mm_and_si128(_mm_srli_epi16(from, 3), _mm_set1_epi8(0x0f));
    const __m128i found = _mm_shuffle_epi8(held, _mm_or_si128(byte, _mm_and_si128(from, none)));
    const __m128i wanted = _mm_shuffle_epi8(bit_of, _mm_and_si128(from, _mm_set1_epi8(0x07)));
    const __m128i hits = _mm_cmpeq_epi8(_mm_and_si128(found, wanted), wanted);
    mask |= static_cast<std::uint64_t>(static_cast<std::uint16_t>(_mm_movemask_epi8(hits))) << i;
  }
  return mask;
}
#else
inline std::uint64_t near_mask(const std::uint8_t* bytes, const NearFilter& filter) {
  return near_mask_portable(bytes, filter);
}
#endif

}  // namespace skillfit
