// Validation is the Unicode standard's table of well-formed sequences (table 3-7), with a fast path over ASCII of 32
// bytes at a time: resumes and postings are ASCII to a few per cent, so the multi-byte path may stay plain.
#include "base/utf8.h"

#include <cstring>

namespace skillfit {
namespace {

constexpr std::uint64_t kHighBits = 0x8080808080808080u;

std::uint8_t byte_at(std::string_view text, std::size_t at) {
  return static_cast<std::uint8_t>(text[at]);
}

bool continues(std::string_view text, std::size_t at) {
  return at < text.size() && (byte_at(text, at) & 0xC0) == 0x80;
}

// Length of the well-formed sequence at `at`, 0 if there is none.
std::size_t sequence_length(std::string_view text, std::size_t at) {
  const std::uint8_t lead = byte_at(text, at);
  if (lead < 0x80) return 1;
  if (lead < 0xC2 || lead > 0xF4 || !continues(text, at + 1)) return 0;
  if (lead < 0xE0) return 2;
  const std::uint8_t second = byte_at(text, at + 1);
  if (!continues(text, at + 2)) return 0;
  if (lead < 0xF0) {
    const bool overlong = lead == 0xE0 && second < 0xA0;
    const bool surrogate = lead == 0xED && second > 0x9F;
    return overlong || surrogate ? 0 : 3;
  }
  const bool overlong = lead == 0xF0 && second < 0x90;
  const bool too_big = lead == 0xF4 && second > 0x8F;
  return overlong || too_big || !continues(text, at + 3) ? 0 : 4;
}

// Length of the maximal ill-formed subpart at `at`: how many bytes one U+FFFD stands for.
std::size_t ill_formed_length(std::string_view text, std::size_t at) {
  const std::uint8_t lead = byte_at(text, at);
  if (lead < 0xC2 || lead > 0xF4 || !continues(text, at + 1)) return 1;
  const std::uint8_t second = byte_at(text, at + 1);
  const bool bad_second = (lead == 0xE0 && second < 0xA0) || (lead == 0xED && second > 0x9F) ||
                          (lead == 0xF0 && second < 0x90) || (lead == 0xF4 && second > 0x8F);
  if (bad_second) return 1;
  return lead >= 0xF0 && continues(text, at + 2) ? 3 : 2;
}

}  // namespace

std::size_t ascii_prefix(std::string_view text) {
  const auto eight_at = [text](std::size_t at) {
    std::uint64_t word;
    std::memcpy(&word, text.data() + at, sizeof word);
    return word;
  };
  std::size_t at = 0;
  for (; at + 32 <= text.size(); at += 32) {
    if ((eight_at(at) | eight_at(at + 8) | eight_at(at + 16) | eight_at(at + 24)) & kHighBits) break;
  }
  while (at + 8 <= text.size() && !(eight_at(at) & kHighBits)) at += 8;
  while (at < text.size() && byte_at(text, at) < 0x80) ++at;
  return at;
}

std::size_t valid_utf8_prefix(std::string_view text) {
  std::size_t at = 0;
  while (at < text.size()) {
    at += ascii_prefix(text.substr(at));
    while (at < text.size() && byte_at(text, at) >= 0x80) {
      const std::size_t length = sequence_length(text, at);
      if (length == 0) return at;
      at += length;
    }
  }
  return at;
}

char32_t decode_utf8(std::string_view text, std::size_t& at) {
  const std::uint8_t lead = byte_at(text, at);
  const auto bits = [&](std::size_t i) { return static_cast<char32_t>(byte_at(text, at + i) & 0x3F); };
  if (lead < 0x80) {
    ++at;
    return lead;
  }
  char32_t code_point;
  if (lead < 0xE0) {
    code_point = (static_cast<char32_t>(lead & 0x1F) << 6) | bits(1);
    at += 2;
  } else if (lead < 0xF0) {
    code_point = (static_cast<char32_t>(lead & 0x0F) << 12) | (bits(1) << 6) | bits(2);
    at += 3;
  } else {
    code_point = (static_cast<char32_t>(lead & 0x07) << 18) | (bits(1) << 12) | (bits(2) << 6) | bits(3);
    at += 4;
  }
  return code_point;
}

void append_utf8(std::string& out, char32_t code_point) {
  const auto put = [&](char32_t value) { out += static_cast<char>(value); };
  if (code_point < 0x80) {
    put(code_point);
  } else if (code_point < 0x800) {
    put(0xC0 | (code_point >> 6));
    put(0x80 | (code_point & 0x3F));
  } else if (code_point < 0x10000) {
    put(0xE0 | (code_point >> 12));
    put(0x80 | ((code_point >> 6) & 0x3F));
    put(0x80 | (code_point & 0x3F));
  } else {
    put(0xF0 | (code_point >> 18));
    put(0x80 | ((code_point >> 12) & 0x3F));
    put(0x80 | ((code_point >> 6) & 0x3F));
    put(0x80 | (code_point & 0x3F));
  }
}

std::string ascii_lower(std::string_view text) {
  std::string out(text);
  for (char& c : out) c = ascii_lower(c);
  return out;
}

std::string repair_utf8(std::string_view bytes, std::size_t* replaced) {
  std::string out;
  out.reserve(bytes.size());
  std::size_t count = 0;
  while (!bytes.empty()) {
    const std::size_t good = valid_utf8_prefix(bytes);
    out += bytes.substr(0, good);
    bytes.remove_prefix(good);
    if (bytes.empty()) break;
    out += "\xEF\xBF\xBD";
    ++count;
    bytes.remove_prefix(ill_formed_length(bytes, 0));
  }
  if (replaced) *replaced = count;
  return out;
}

std::size_t utf8_floor(std::string_view text, std::size_t at) {
  while (at > 0 && at < text.size() && (byte_at(text, at) & 0xC0) == 0x80) --at;
  return at;
}

}  // namespace skillfit
