// Random text that goes for what folding finds hard: deleted characters, marks out of order, jamo, ligatures, and
// ordinary words of many scripts around them.
#pragma once

#include <cstdlib>
#include <string>

#include "base/utf8.h"
#include "random.h"

namespace skillfit::testing {

// How many strings a property test tries: SKILLFIT_TEST_ROUNDS if set, for a long run by hand.
inline int rounds(int by_default) {
  const char* wanted = std::getenv("SKILLFIT_TEST_ROUNDS");
  return wanted ? std::atoi(wanted) : by_default;
}

inline char32_t random_code_point(Random& random) {
  struct Range {
    char32_t first, last;
  };
  static const std::vector<char32_t> kEvil = {0x00AD, 0x034F, 0x200B, 0x200C, 0x200D, 0xFEFF,  0xE0001, 0xE0100, 0x2060,
                                              0x180E, 0x3164, 0xFFA0, 0x1160, 0x115F, 0x0345,  0x0130,  0x0131,  0x00DF,
                                              0x1E9E, 0xFB01, 0xFB03, 0xFDFA, 0x2126, 0x212B,  0x00B4,  0x1FBD,  0x03C2,
                                              0x2026, 0x2122, 0x00BD, 0x0344, 0x0958, 0x1D15E, 0xFFFD,  0x10FFFF};
  static const std::vector<Range> kRanges = {
      {0x20, 0x7E},       {0x20, 0x7E},     {0x00, 0x1F},       {0x80, 0xFF},       {0x100, 0x24F},
      {0x300, 0x36F},     {0x300, 0x315},   {0x370, 0x3FF},     {0x400, 0x4FF},     {0x590, 0x5FF},
      {0x600, 0x6FF},     {0x900, 0x97F},   {0x9B0, 0x9E0},     {0xE00, 0xE7F},     {0x1100, 0x11FF},
      {0x1100, 0x1112},   {0x1161, 0x1175}, {0x11A7, 0x11C2},   {0x1E00, 0x1FFF},   {0x2000, 0x206F},
      {0x20D0, 0x20F0},   {0x2100, 0x218F}, {0x2460, 0x24FF},   {0x3040, 0x30FF},   {0x4E00, 0x4EFF},
      {0xAC00, 0xAC40},   {0xF900, 0xFAFF}, {0xFB00, 0xFB4F},   {0xFDF0, 0xFDFC},   {0xFE00, 0xFE0F},
      {0xFF00, 0xFFEF},   {0xF020, 0xF0FF}, {0x1D400, 0x1D7FF}, {0x1F300, 0x1F6FF}, {0x110B0, 0x110BF},
      {0xE0000, 0xE007F}, {0x80, 0xD7FF},   {0xE000, 0x10FFFF}};
  if (random.one_in(5)) return random.pick(kEvil);
  const Range& range = random.pick(kRanges);
  return range.first + random.below(range.last - range.first + 1);
}

// Up to `longest` code points; stretches of ASCII of any length between them.
inline std::string random_text(Random& random, std::uint32_t longest) {
  std::string text;
  for (std::uint32_t left = random.below(longest + 1); left > 0; --left) {
    if (random.one_in(6)) {
      for (std::uint32_t i = random.below(80); i > 0; --i) text += static_cast<char>(0x20 + random.below(0x5F));
    }
    append_utf8(text, random_code_point(random));
  }
  return text;
}

}  // namespace skillfit::testing
