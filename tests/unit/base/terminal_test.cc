#include "base/terminal.h"

#include <doctest/doctest.h>

#include "base/utf8.h"
#include "random.h"

using namespace skillfit;

TEST_CASE("display_width counts terminal cells") {
  struct Case {
    const char* name;
    const char* text;
    std::size_t width;
  };
  const Case cases[] = {
      {"nothing", "", 0},
      {"ASCII", "Go, C++", 7},
      {"Latin with accents", "Göteborg", 8},
      {"combining acute", "e\u0301", 1},
      {"Chinese", "数据", 4},
      {"full-width letters", "ＡＢ", 4},
      {"half-width katakana", "ｱｲ", 2},
      {"Hangul as one syllable", "한", 2},
      {"Hangul as jamo", "\u1112\u1161\u11AB", 2},
      {"emoji", "🚀", 2},
      {"zero-width joiner", "a\u200Db", 2},
      {"soft hyphen is drawn", "a\u00ADb", 3},
      {"Arabic", "مرحبا", 5},
  };
  for (const Case& c : cases) {
    CAPTURE(c.name);
    CHECK(display_width(c.text) == c.width);
  }
}

TEST_CASE("texts are cut by cells, at either end, and letters keep their marks") {
  struct Case {
    const char* text;
    std::size_t width;
    const char* begin_cut;
    const char* end_cut;
  };
  const Case cases[] = {
      {"abc", 3, "abc", "abc"},     {"abcd", 3, "…cd", "ab…"},          {"abcd", 1, "…", "…"},
      {"abcd", 0, "", ""},          {"数据库", 4, "…库", "数…"},        {"数据库", 5, "…据库", "数据…"},
      {"ae\u0301b", 2, "…b", "a…"}, {"e\u0301ab", 2, "…b", "e\u0301…"}, {"abe\u0301", 2, "…e\u0301", "a…"},
      {"🚀🚀", 3, "…🚀", "🚀…"},
  };
  for (const Case& c : cases) {
    CAPTURE(c.text);
    CAPTURE(c.width);
    CHECK(cut_begin(c.text, c.width) == c.begin_cut);
    CHECK(cut_end(c.text, c.width) == c.end_cut);
  }
}

TEST_CASE("wrapping breaks at spaces, and inside words only where they do not fit at all") {
  struct Case {
    const char* text;
    std::size_t width;
    std::vector<std::string> lines;
  };
  const Case cases[] = {
      {"", 5, {}},
      {"   ", 5, {}},
      {"a b c", 3, {"a b", "c"}},
      {"  a  b ", 9, {"a b"}},
      {"one three", 4, {"one", "thre", "e"}},
      {"abcdefg h", 3, {"abc", "def", "g h"}},
      {"数据 库", 4, {"数据", "库"}},
      {"数", 1, {"数"}},
  };
  for (const Case& c : cases) {
    CAPTURE(c.text);
    CHECK(wrap(c.text, c.width) == c.lines);
  }
}

TEST_CASE("nothing cut or wrapped is wider than asked, and wrapping loses nothing but spaces") {
  testing::Random random(11);
  const std::vector<std::string> pieces = {"a", "b", " ", " ", "é", "数", "\u0301", "🚀", "-", "\u200D"};
  for (int round = 0; round < 5000; ++round) {
    std::string text, words;
    for (std::uint32_t i = random.below(30); i > 0; --i) text += random.pick(pieces);
    const std::size_t width = 2 + random.below(12);
    CAPTURE(text);
    CAPTURE(width);
    for (const std::string& cut : {cut_begin(text, width), cut_end(text, width)}) {
      REQUIRE(display_width(cut) <= width);
      REQUIRE(is_valid_utf8(cut));
    }
    std::string rejoined;
    for (const std::string& line : wrap(text, width)) {
      REQUIRE(display_width(line) <= width);
      rejoined += line;
    }
    std::erase(rejoined, ' ');
    std::erase(text, ' ');
    REQUIRE(rejoined == text);
  }
}
