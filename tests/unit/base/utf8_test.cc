#include "base/utf8.h"

#include <doctest/doctest.h>

#include "random.h"

using namespace skillfit;

namespace {

// The definition, spelt out: decode, then refuse what re-encodes differently, surrogates and values beyond Unicode.
std::size_t slow_valid_prefix(std::string_view text) {
  std::size_t at = 0;
  while (at < text.size()) {
    const auto lead = static_cast<unsigned char>(text[at]);
    const std::size_t length = lead < 0x80         ? 1
                               : (lead >> 5) == 6  ? 2
                               : (lead >> 4) == 14 ? 3
                               : (lead >> 3) == 30 ? 4
                                                   : 0;
    if (length == 0 || at + length > text.size()) return at;
    for (std::size_t i = 1; i < length; ++i) {
      if ((static_cast<unsigned char>(text[at + i]) & 0xC0) != 0x80) return at;
    }
    std::size_t next = at;
    const char32_t code_point = decode_utf8(text, next);
    std::string again;
    if (code_point > 0x10FFFF || (code_point >= 0xD800 && code_point < 0xE000)) return at;
    append_utf8(again, code_point);
    if (again != text.substr(at, length)) return at;
    at += length;
  }
  return at;
}

}  // namespace

TEST_CASE("valid_utf8_prefix agrees with the definition on every two-byte and many longer strings") {
  for (int a = 0; a < 256; ++a) {
    for (int b = 0; b < 256; ++b) {
      const std::string text = {static_cast<char>(a), static_cast<char>(b)};
      REQUIRE(valid_utf8_prefix(text) == slow_valid_prefix(text));
    }
  }
  testing::Random random(7);
  const std::vector<unsigned char> edges = {0x00, 0x41, 0x7F, 0x80, 0x8F, 0x90, 0x9F, 0xA0, 0xBF, 0xC0, 0xC1,
                                            0xC2, 0xDF, 0xE0, 0xE1, 0xED, 0xEF, 0xF0, 0xF3, 0xF4, 0xF5, 0xFF};
  for (int round = 0; round < 200000; ++round) {
    std::string text(random.below(3) == 0 ? random.below(12) : 0, 'a');
    for (std::uint32_t i = random.below(8); i > 0; --i) text += static_cast<char>(random.pick(edges));
    REQUIRE(valid_utf8_prefix(text) == slow_valid_prefix(text));
    std::size_t replaced = 0;
    const std::string repaired = repair_utf8(text, &replaced);
    REQUIRE(is_valid_utf8(repaired));
    REQUIRE((replaced == 0) == is_valid_utf8(text));
  }
}

TEST_CASE("repair_utf8 puts one replacement character for each maximal ill-formed part") {
  struct Case {
    const char* name;
    std::string input, expected;
  };
  const Case cases[] = {
      {"valid", "na\xC3\xAFve", "na\xC3\xAFve"},
      {"lone continuation", "a\x80z", "a\xEF\xBF\xBDz"},
      {"truncated three-byte", "a\xE2\x82z", "a\xEF\xBF\xBDz"},
      {"truncated four-byte at the end", "a\xF0\x9F\x98", "a\xEF\xBF\xBD"},
      {"surrogate", "\xED\xA0\x80", "\xEF\xBF\xBD\xEF\xBF\xBD\xEF\xBF\xBD"},
      {"overlong", "\xC0\xAF", "\xEF\xBF\xBD\xEF\xBF\xBD"},
  };
  for (const Case& c : cases) {
    CAPTURE(c.name);
    CHECK(repair_utf8(c.input) == c.expected);
  }
}
