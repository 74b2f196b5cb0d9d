// What the tokens of a document are for the phrases of the lexicon: taken once, read by every search for phrases.
#pragma once

#include <cstdint>
#include <vector>

#include "lexicon/compiled.h"
#include "mention/near_mask.h"
#include "skillfit/outline.h"

namespace skillfit {

class Prints {
 public:
  // A path may run on over the end of a wrapped line of prose, never over any other break.
  Prints(const Tokens& tokens, const Outline& outline);

  // For token i, or the end at tokens.size() and the place behind it: the print of a word (word_print), kSkipped where
  // a path runs over the token, kEnds where no path reaches it.
  static constexpr std::uint32_t kSkipped = 1u << kPrintBits;
  static constexpr std::uint32_t kEnds = 2u << kPrintBits;
  std::uint32_t operator[](std::uint32_t i) const { return prints_[i]; }

  // near_byte() of the words from token `i` on; kNearTokens can be read, also at the end.
  const std::uint8_t* near_bytes(std::uint32_t i) const { return &near_[i]; }

  // The token after `i` on a path; not a word if the path ends.
  std::uint32_t following(std::uint32_t i) const {
    ++i;
    i += static_cast<std::uint32_t>(prints_[i] == kSkipped);  // a hyphen now and then, hardly ever two
    while (prints_[i] == kSkipped) ++i;
    return i;
  }

  // Whether a path may go on from `from` (as PhraseFilter has it) to token `next`.
  bool may_go_on(const PhraseFilter& filter, std::uint32_t from, std::uint32_t next) const {
    const std::uint32_t print = prints_[next];
    return (static_cast<unsigned>(print < kSkipped) & static_cast<unsigned>(filter.may_go_on(from, print))) != 0;
  }

 private:
  std::vector<std::uint32_t> prints_;  // two more than tokens
  std::vector<std::uint8_t> near_;     // kNearTokens more
};

}  // namespace skillfit
