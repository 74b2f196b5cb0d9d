// Numbers, amounts and lists in words, and text made safe to show.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "skillfit/evaluate.h"

namespace skillfit {

// 71250 -> "71.250". Exact: no floating point. Negative values keep their sign.
std::string thousandths(std::int64_t value);

// {325, 1000} -> "0.325"; empty if there is nothing to have a share of.
std::string ratio_text(const Ratio& ratio);

// 71250 -> "71.3", halves up. A score below the full one never reads as the full one: 99,960 -> "99.9".
std::string short_score(std::int64_t value);

// 920 -> "92 %", rounded down.
std::string percent(std::int64_t value);

// 5120 -> "5,120".
std::string grouped(std::uint64_t value);

// (1, "gap") -> "1 gap", (2, "gap") -> "2 gaps".
std::string counted(std::uint64_t count, std::string_view noun);

// {"a", "b", "c", "d"}, 2 -> "a, b and 2 more"; "" for no items. REQUIRES: limit > 0.
std::string enumerated(const std::vector<std::string>& items, std::size_t limit);

// `parts` with `separator` between them.
std::string joined(const std::vector<std::string>& parts, std::string_view separator);

// 75 -> "6 years 3 months", 1 -> "1 month", 0 -> "0 months"; with `round`, whole years from the second on: "6 years".
std::string duration_text(std::int32_t months, bool round = false);

// "2024-03".
std::string month_text(Month month);

// The month of "2026-01-31" or "2026-01"; empty if it is not a date.
std::optional<Month> parse_month(std::string_view date);

// A path may be any bytes. `bytes` is the hexadecimal of all of it if it is not UTF-8, else empty.
struct ShownPath {
  std::string text;
  std::string bytes;
};
ShownPath shown_path(std::string_view path);

std::string hexadecimal(std::string_view bytes);

}  // namespace skillfit
