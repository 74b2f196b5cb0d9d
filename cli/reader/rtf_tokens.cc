#include "rtf_tokens.h"

#include <algorithm>
#include <charconv>

namespace skillfit::reader {
namespace {

bool is_letter(char c) {
  return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
}

std::optional<char> parse_byte(std::string_view hex) {
  unsigned value = 0;
  const auto [end, error] = std::from_chars(hex.data(), hex.data() + hex.size(), value, 16);
  if (error != std::errc() || end != hex.data() + 2) return {};
  return static_cast<char>(value);
}

}  // namespace

std::optional<RtfToken> RtfTokens::next() {
  using enum RtfToken::Kind;
  while (at_ < bytes_.size() && (bytes_[at_] == '\r' || bytes_[at_] == '\n' || bytes_[at_] == '\0')) ++at_;
  if (at_ >= bytes_.size()) return {};
  const char c = bytes_[at_++];
  if (c == '{') return RtfToken{open, {}, {}, 0};
  if (c == '}') return RtfToken{close, {}, {}, 0};
  if (c == '\\' && at_ < bytes_.size()) return control();
  return RtfToken{byte, {}, {}, c};
}

RtfToken RtfTokens::control() {
  using enum RtfToken::Kind;
  const std::size_t begin = at_;
  while (at_ < bytes_.size() && is_letter(bytes_[at_])) ++at_;
  if (at_ == begin) {
    const char c = bytes_[at_++];
    if (c != '\'') return {symbol, {}, {}, c};
    const std::optional<char> value = parse_byte(bytes_.substr(at_, 2));
    if (!value) return {symbol, {}, {}, '*'};
    at_ += 2;
    return {byte, {}, {}, *value};
  }
  RtfToken token{word, bytes_.substr(begin, at_ - begin), {}, 0};
  int number = 0;
  const auto [end, error] = std::from_chars(bytes_.data() + at_, bytes_.data() + bytes_.size(), number);
  if (error == std::errc()) {
    token.number = number;
    at_ = static_cast<std::size_t>(end - bytes_.data());
  }
  if (at_ < bytes_.size() && bytes_[at_] == ' ') ++at_;
  if (token.word == "bin" && number > 0) at_ += std::min(static_cast<std::size_t>(number), bytes_.size() - at_);
  return token;
}

}  // namespace skillfit::reader
