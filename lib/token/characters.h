// What each character is to the tokeniser. Typography is folded here, because NFKC_Casefold leaves quotes, dashes and
// bullets alone.
#pragma once

#include <cstdint>

namespace skillfit {

enum class CharacterKind : std::uint8_t {
  word,   // letter, digit, mark
  space,  // white space inside a line
  newline,
  symbol,
  stop,
  bullet,  // a bullet at the start of a line, elsewhere a stop
  dash,    // a bullet at the start of a line, elsewhere the symbol -
};

struct Character {
  CharacterKind kind;
  std::uint8_t value;  // as Token::value
};

// Of one byte below 0x80.
Character ascii_character(unsigned char byte);

// Of any code point, from a table that fills itself from ICU. Thread-safe.
Character character(char32_t c);

}  // namespace skillfit
