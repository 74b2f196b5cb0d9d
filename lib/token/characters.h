// What each character is to the tokeniser. Typography is folded here, because NFKC_Casefold leaves quotes, dashes and
// bullets alone.
#pragma once

#include <cstdint>
#include <string_view>

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

constexpr std::uint8_t value_of(char stands_for) {
  return static_cast<std::uint8_t>(stands_for - ' ');
}

constexpr Character ascii_character(char c) {
  if ((c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9')) return {CharacterKind::word, 0};
  if (c == ' ' || c == '\t') return {CharacterKind::space, 0};
  if (c >= '\n' && c <= '\r') return {CharacterKind::newline, 0};
  if (c < ' ') return {CharacterKind::stop, 0};
  const bool is_symbol = std::string_view("+#.&/'-_@*").find(c) != std::string_view::npos;
  return {is_symbol ? CharacterKind::symbol : CharacterKind::stop, value_of(c)};
}

// Of any code point, from a table that fills itself: ASCII as above, the rest from ICU. Thread-safe.
Character character(char32_t c);

}  // namespace skillfit
