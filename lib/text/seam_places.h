// Sixty-four bytes at a time: which of them can be seams. A capital or digit behind a small letter, a capital behind a
// mark that ends something, and the last capital of several in front of a small letter.
#pragma once

#include <cstddef>
#include <cstdint>

#ifdef __SSE2__
#include <emmintrin.h>
#endif

namespace skillfit {

inline constexpr std::size_t kSeamBytes = 64;  // that a mask tells of: as many as bits in an integer

constexpr bool is_upper(char c) {
  return c >= 'A' && c <= 'Z';
}
constexpr bool is_lower(char c) {
  return c >= 'a' && c <= 'z';
}
constexpr bool is_digit(char c) {
  return c >= '0' && c <= '9';
}

// A bit a byte. REQUIRES: kSeamBytes readable bytes, one before them and one behind. Byte by byte: for machines
// without SSE2, and for the tests of the other.
inline std::uint64_t seam_places_portable(const char* at) {
  std::uint64_t places = 0;
  for (std::size_t i = 0; i < kSeamBytes; ++i) {
    const char before = at[i - 1], behind = at[i + 1];
    const bool ended = is_lower(before) || before == '.' || before == ')' || before == ':';
    const bool last_capital = is_upper(before) && is_lower(behind);
    const bool can_be = (is_upper(at[i]) && (ended || last_capital)) || (is_digit(at[i]) && is_lower(before));
    places |= std::uint64_t{can_be ? 1u : 0u} << i;
  }
  return places;
}

// The same, sixteen bytes at once. Bytes beyond ASCII are negative, below every letter.
#ifdef __SSE2__
inline std::uint64_t seam_places(const char* at) {
  const auto load = [](const char* from) { return _mm_loadu_si128(reinterpret_cast<const __m128i*>(from)); };
  const auto is = [](__m128i c, char one) { return _mm_cmpeq_epi8(c, _mm_set1_epi8(one)); };
  const auto is_from = [](__m128i c, char first, char last) {
    return _mm_and_si128(_mm_cmpgt_epi8(c, _mm_set1_epi8(static_cast<char>(first - 1))),
                         _mm_cmplt_epi8(c, _mm_set1_epi8(static_cast<char>(last + 1))));
  };
  std::uint64_t places = 0;
  for (std::size_t i = 0; i < kSeamBytes; i += sizeof(__m128i)) {
    const __m128i before = load(at + i - 1), c = load(at + i), behind = load(at + i + 1);
    const __m128i small = is_from(before, 'a', 'z');
    const __m128i mark = _mm_or_si128(_mm_or_si128(is(before, '.'), is(before, ')')), is(before, ':'));
    const __m128i last_capital = _mm_and_si128(is_from(before, 'A', 'Z'), is_from(behind, 'a', 'z'));
    const __m128i ended = _mm_or_si128(_mm_or_si128(small, mark), last_capital);
    const __m128i can_be =
        _mm_or_si128(_mm_and_si128(is_from(c, 'A', 'Z'), ended), _mm_and_si128(is_from(c, '0', '9'), small));
    places |= static_cast<std::uint64_t>(static_cast<std::uint16_t>(_mm_movemask_epi8(can_be))) << i;
  }
  return places;
}
#else
inline std::uint64_t seam_places(const char* at) {
  return seam_places_portable(at);
}
#endif

}  // namespace skillfit
