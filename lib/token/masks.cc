#include "token/masks.h"

#ifdef __SSE2__
#include <emmintrin.h>
#endif

namespace skillfit {

Masks classify_block_portable(const char* block) {
  Masks masks;
  for (unsigned i = 0; i < 64; ++i) {
    const auto byte = static_cast<unsigned char>(block[i]);
    const auto in = [&](unsigned char first, unsigned count) {
      return static_cast<std::uint64_t>(static_cast<unsigned char>(byte - first) < count) << i;
    };
    masks.letters |= in('a', 26) | in('A', 26);
    masks.digits |= in('0', 10);
    masks.spaces |= in(' ', 1) | in('\t', 1);
    masks.newlines |= in('\n', 4);
    masks.high |= in(0x80, 128);
  }
  return masks;
}

#ifdef __SSE2__

Masks classify_block(const char* block) {
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

Masks classify_block(const char* block) {
  return classify_block_portable(block);
}

#endif

}  // namespace skillfit
