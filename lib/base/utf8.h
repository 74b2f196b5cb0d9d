// UTF-8 at byte level: validation, decoding, repair. Everything after the door may assume valid UTF-8.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>

namespace skillfit {

// Length of the longest valid prefix; text.size() if all of it is valid UTF-8 (no surrogates, nothing overlong, <=
// U+10FFFF).
std::size_t valid_utf8_prefix(std::string_view text);
inline bool is_valid_utf8(std::string_view text) {
  return valid_utf8_prefix(text) == text.size();
}

// Length of the longest prefix of ASCII bytes.
std::size_t ascii_prefix(std::string_view text);

// The code point that begins at text[at], moving `at` past it. REQUIRES: valid UTF-8, at on a boundary, at < size.
char32_t decode_utf8(std::string_view text, std::size_t& at);

// Appends one code point. REQUIRES: a Unicode scalar value.
void append_utf8(std::string& out, char32_t code_point);

// `bytes` with every maximal ill-formed run replaced by one U+FFFD (as Unicode recommends). *replaced counts them if
// given.
std::string repair_utf8(std::string_view bytes, std::size_t* replaced = nullptr);

// ASCII letters in lower case, everything else as it is: for what formats and protocols spell in any case.
constexpr char ascii_lower(char c) {
  return c >= 'A' && c <= 'Z' ? static_cast<char>(c + ('a' - 'A')) : c;
}
std::string ascii_lower(std::string_view text);

// The largest boundary <= at. REQUIRES: valid UTF-8, at <= size.
std::size_t utf8_floor(std::string_view text, std::size_t at);

}  // namespace skillfit
