#include "token/masks.h"

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

}  // namespace skillfit
