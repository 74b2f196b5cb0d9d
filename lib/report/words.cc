#include "report/words.h"

#include <algorithm>

#include "base/utf8.h"
#include "skillfit/match.h"
#include "skillfit/report.h"

namespace skillfit {
namespace {

bool is_bidi_control(char32_t c) {
  return c == 0x061C || c == 0x200E || c == 0x200F || (c >= 0x202A && c <= 0x202E) || (c >= 0x2066 && c <= 0x2069);
}

bool is_control(char32_t c) {
  return c < 0x20 || (c >= 0x7F && c < 0xA0);
}

bool is_line_end(char32_t c) {
  return c == '\n' || c == '\r' || c == 0x2028 || c == 0x2029;
}

}  // namespace

std::string printable(std::string_view text) {
  std::string repaired;
  if (!is_valid_utf8(text)) text = repaired = repair_utf8(text);
  std::string out;
  out.reserve(text.size());
  for (std::size_t at = 0; at < text.size();) {
    const bool after_return = at > 0 && text[at - 1] == '\r';
    const std::size_t begin = at;
    const char32_t c = decode_utf8(text, at);
    if (c == '\n' && after_return) continue;  // one line end, one space
    if (is_line_end(c) || c == '\t') {
      out += ' ';
    } else if (is_control(c) || is_bidi_control(c)) {
      append_utf8(out, 0xFFFD);
    } else {
      out += text.substr(begin, at - begin);
    }
  }
  return out;
}

std::string thousandths(std::int64_t value) {
  const std::int64_t size = value < 0 ? -value : value;
  const std::string fraction = std::to_string(size % 1000);
  return (value < 0 ? "-" : "") + std::to_string(size / 1000) + "." + std::string(3 - fraction.size(), '0') + fraction;
}

std::string ratio_text(const Ratio& ratio) {
  const std::optional<std::int64_t> value = ratio.thousandths();
  return value ? thousandths(*value) : std::string();
}

std::string short_score(std::int64_t value) {
  const std::int64_t tenths = (value + 50) / 100;
  const bool falsely_full = tenths >= kFullScore / 100 && value < kFullScore;
  const std::int64_t shown = falsely_full ? kFullScore / 100 - 1 : tenths;
  return std::to_string(shown / 10) + "." + std::to_string(shown % 10);
}

std::string percent(std::int64_t value) {
  return std::to_string(value / 10) + " %";
}

std::string grouped(std::uint64_t value) {
  std::string digits = std::to_string(value);
  for (std::size_t at = digits.size(); at > 3;) digits.insert(at -= 3, ",");
  return digits;
}

std::string counted(std::uint64_t count, std::string_view noun) {
  return (grouped(count) + " ").append(noun) + (count == 1 ? "" : "s");
}

std::string enumerated(const std::vector<std::string>& items, std::size_t limit) {
  const std::size_t shown = std::min(items.size(), limit);
  std::string out;
  for (std::size_t i = 0; i < shown; ++i) {
    if (i > 0) out += i + 1 == items.size() ? " and " : ", ";
    out += items[i];
  }
  if (items.size() > shown) out += " and " + std::to_string(items.size() - shown) + " more";
  return out;
}

std::string joined(const std::vector<std::string>& parts, std::string_view separator) {
  std::string out;
  for (const std::string& part : parts) {
    if (&part != &parts.front()) out += separator;
    out += part;
  }
  return out;
}

std::string duration_text(std::int32_t months, bool round) {
  const auto years = static_cast<std::uint32_t>(months / 12);
  const auto rest = static_cast<std::uint32_t>(months % 12);
  if (years == 0) return counted(rest, "month");
  if (rest == 0 || (round && years > 1)) return counted(years, "year");
  return counted(years, "year") + " " + counted(rest, "month");
}

std::string month_text(Month month) {
  const std::string number = std::to_string(month.value % 12 + 1);
  return std::to_string(month.value / 12) + (number.size() == 1 ? "-0" : "-") + number;
}

std::optional<Month> parse_month(std::string_view date) {
  if (date.size() < 7 || date[4] != '-') return {};
  const auto digits = [&](std::size_t at, std::size_t count) {
    int value = 0;
    for (const char c : date.substr(at, count)) value = c < '0' || c > '9' || value < 0 ? -1 : value * 10 + (c - '0');
    return value;
  };
  const int year = digits(0, 4), month = digits(5, 2);
  if (year < 0 || month < 1 || month > 12) return {};
  return make_month(year, month);
}

ShownPath shown_path(std::string_view path) {
  if (is_valid_utf8(path)) return {std::string(path), {}};
  return {repair_utf8(path), hexadecimal(path)};
}

std::string hexadecimal(std::string_view bytes) {
  constexpr char kDigits[] = "0123456789abcdef";
  std::string out;
  for (const char c : bytes) {
    const auto byte = static_cast<unsigned char>(c);
    out += kDigits[byte >> 4];
    out += kDigits[byte & 15];
  }
  return out;
}

}  // namespace skillfit
