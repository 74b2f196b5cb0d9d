// NFKC_Casefold of single code points, from a table made by ICU, and ICU itself for everything longer.
#pragma once

#include <unicode/normalizer2.h>

#include <cstdint>
#include <string>
#include <string_view>

namespace skillfit {

// What one code point folds to when nothing around it interacts with it.
struct Folding {
  char bytes[6];
  std::uint8_t size;         // kLong: does not fit
  bool boundary_before : 1;  // nothing in front of it can change it, and it changes nothing in front
  bool one_to_one : 1;       // to one character of the same size

  static constexpr std::uint8_t kLong = 0xFF;
  std::string_view view() const { return {bytes, size}; }
};

// Thread-safe. REQUIRES: a Unicode scalar value.
const Folding& folding_of(char32_t c);

// ICU's instance. Its data is linked into ICU, so getting it cannot fail.
const icu::Normalizer2& nfkc_casefold();

// NFKC_Casefold of marks without end. ICU puts marks in order by insertion, which takes hours on a megabyte of them;
// this sorts. The same bytes, no map.
std::string fold_long_stretch(std::string_view stretch);

}  // namespace skillfit
