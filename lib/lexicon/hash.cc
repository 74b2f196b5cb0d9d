#include "lexicon/hash.h"

#include <algorithm>
#include <array>

namespace skillfit {

LongKey huge_key(std::string_view word) {
  LongKey key{word.size(), 0xff00000000000000u};
  for (std::size_t at = 0; at < word.size(); at += 8) {
    std::array<char, 8> bytes{};
    std::copy_n(word.data() + at, std::min<std::size_t>(8, word.size() - at), bytes.data());
    key.low = hash_key(load_word(bytes.data()) + at, key.low);
  }
  return key;
}

}  // namespace skillfit
