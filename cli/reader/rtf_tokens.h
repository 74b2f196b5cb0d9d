// RTF as a row of tokens: groups, control words with numbers, bytes of text.
#pragma once

#include <cstdint>
#include <optional>
#include <string_view>

namespace skillfit::reader {

struct RtfToken {
  enum class Kind : std::uint8_t { open, close, word, symbol, byte };
  Kind kind = Kind::byte;
  std::string_view word;      // of a control word, without the backslash
  std::optional<int> number;  // of a control word
  char symbol = 0;            // of a control symbol ("\~"), or the byte of text ("\'e9" as well)
};

class RtfTokens {
 public:
  explicit RtfTokens(std::string_view bytes, std::size_t at = 0) : bytes_(bytes), at_(at) {}
  // Nothing at the end. Line ends between tokens are passed over, and so are the data after \bin.
  std::optional<RtfToken> next();
  std::size_t position() const { return at_; }

 private:
  RtfToken control();
  std::string_view bytes_;
  std::size_t at_;
};

}  // namespace skillfit::reader
