// UTF-8 is tried first because text of any other encoding is almost never valid UTF-8 by accident. Statistics come
// last: on short texts ICU's detector is wrong more often than windows-1252, the encoding of old office machines.
#include "document/charset.h"

#include <unicode/uchar.h>
#include <unicode/ucnv.h>
#include <unicode/ucsdet.h>
#include <unicode/unistr.h>

#include <algorithm>
#include <array>
#include <memory>

#include "base/utf8.h"

namespace skillfit {
namespace {

constexpr std::size_t kDetectFrom = 64;  // bytes below which detection is guessing: on 14 bytes ICU says UTF-16BE
constexpr int kTrust = 30;               // of ICU's 0..100
constexpr const char* kFallback = "windows-1252";

struct Bom {
  std::string_view bytes;
  const char* charset;
};
// UTF-32LE begins with the BOM of UTF-16LE, so the longer ones come first.
constexpr std::array<Bom, 4> kBoms = {{{{"\xFF\xFE\0\0", 4}, "UTF-32LE"},
                                       {{"\0\0\xFE\xFF", 4}, "UTF-32BE"},
                                       {{"\xFF\xFE", 2}, "UTF-16LE"},
                                       {{"\xFE\xFF", 2}, "UTF-16BE"}}};

const Bom* find_bom(std::string_view bytes) {
  const auto found = std::ranges::find_if(kBoms, [&](const Bom& bom) { return bytes.starts_with(bom.bytes); });
  return found == kBoms.end() ? nullptr : &*found;
}

// The name after `charset=` or `encoding=` near the top of a page of markup, if ICU knows it.
std::string declared_charset(std::string_view bytes) {
  const std::string head = ascii_lower(bytes.substr(0, 1024));
  if (head.find('<') == std::string::npos) return {};
  for (const std::string_view key : {"charset=", "encoding="}) {
    std::size_t begin = head.find(key);
    if (begin == std::string::npos) continue;
    begin = head.find_first_not_of("\"' ", begin + key.size());
    const std::size_t end = head.find_first_of("\"' ;>?/", begin);
    if (begin == std::string::npos || end == std::string::npos) continue;
    std::string name = head.substr(begin, end - begin);
    UErrorCode status = U_ZERO_ERROR;
    const char* known = ucnv_getStandardName(name.c_str(), "MIME", &status);
    if (known && !std::string_view(known).starts_with("UTF-")) return name;
  }
  return {};
}

struct Guess {
  std::string charset = kFallback;
  int confidence = 0;
};

Guess detect(std::string_view bytes) {
  Guess guess;
  if (bytes.size() < kDetectFrom) return guess;
  UErrorCode status = U_ZERO_ERROR;
  const std::unique_ptr<UCharsetDetector, decltype(&ucsdet_close)> detector(ucsdet_open(&status), ucsdet_close);
  ucsdet_setText(detector.get(), bytes.data(), static_cast<std::int32_t>(bytes.size()), &status);
  const UCharsetMatch* match = ucsdet_detect(detector.get(), &status);
  if (U_FAILURE(status) || !match) return guess;
  const int confidence = ucsdet_getConfidence(match, &status);
  const std::string name = ucsdet_getName(match, &status);
  // UTF-8 was ruled out and UTF-16 has its BOM: the detector offers them for damaged or very short text only.
  if (U_FAILURE(status) || confidence < kTrust || name.starts_with("UTF-")) return guess;
  return {name, confidence};
}

// Damaged UTF-8 rather than another encoding: most of its multi-byte sequences are fine.
bool is_damaged_utf8(std::string_view bytes) {
  std::size_t bad = 0;
  const std::string repaired = repair_utf8(bytes, &bad);
  const auto leads = std::ranges::count_if(repaired, [](char c) { return (c & 0xC0) == 0xC0; });
  return static_cast<std::size_t>(leads) > 2 * bad;  // every repair added one sequence of its own
}

Note charset_note(std::string message) {
  return {"charset", std::move(message), {}};
}

bool is_control(char c) {
  const auto byte = static_cast<unsigned char>(c);
  return byte == 0x7F || (byte < 0x20 && !(byte >= '\t' && byte <= '\r') && byte != 0x1B);
}

}  // namespace

std::string decode_charset(std::string_view bytes, std::string_view charset) {
  std::string text;
  icu::UnicodeString(bytes.data(), static_cast<std::int32_t>(bytes.size()), std::string(charset).c_str())
      .toUTF8String(text);
  return text;
}

Decoded decode_text(std::string bytes) {
  if (is_valid_utf8(bytes)) return {std::move(bytes), {}};
  if (const Bom* bom = find_bom(bytes)) {
    const std::string_view body = std::string_view(bytes).substr(bom->bytes.size());
    return {decode_charset(body, bom->charset), {charset_note(std::string("converted from ") + bom->charset)}};
  }
  if (const std::string declared = declared_charset(bytes); !declared.empty()) {
    return {decode_charset(bytes, declared), {charset_note("converted from " + declared + ", as the page declares")}};
  }
  if (is_damaged_utf8(bytes)) {
    std::size_t bad = 0;
    std::string text = repair_utf8(bytes, &bad);
    return {std::move(text),
            {{"unmapped_bytes", std::to_string(bad) + " damaged places in UTF-8 text were replaced", {}}}};
  }
  const Guess guess = detect(bytes);
  std::string message = guess.confidence < kTrust ? "the character encoding is unknown; read as " + guess.charset
                                                  : "converted from " + guess.charset + " (detected, confidence " +
                                                        std::to_string(guess.confidence) + " of 100)";
  return {decode_charset(bytes, guess.charset), {charset_note(std::move(message))}};
}

bool is_binary(std::string_view bytes) {
  if (find_bom(bytes)) return false;
  // Terminal logs carry a few; compiled or compressed data 10 % and more.
  constexpr std::size_t kOneIn = 25;
  return static_cast<std::size_t>(std::ranges::count_if(bytes, is_control)) * kOneIn > bytes.size();
}

bool has_visible_text(std::string_view text) {
  for (std::size_t at = 0; at < text.size();) {
    const auto code_point = static_cast<UChar32>(decode_utf8(text, at));
    if (code_point > ' ' && code_point < 0x7F) return true;
    if (!u_isUWhiteSpace(code_point) && !u_iscntrl(code_point) &&
        !u_hasBinaryProperty(code_point, UCHAR_DEFAULT_IGNORABLE_CODE_POINT)) {
      return true;
    }
  }
  return false;
}

}  // namespace skillfit
