#include "appearance.h"

#include <algorithm>
#include <cstdlib>

namespace skillfit::reader {
namespace {

constexpr double kTiny = 4;   // points, below which nobody reads
constexpr double kSmall = 8;  // points, below which reading is work
// Steps of 255 by which some channel must differ from the ground: light grey (D9) on white is seen, F2 on white is not.
constexpr int kContrast = 24;

bool is_lost(Rgb colour, Rgb ground) {
  const auto differ = [](int a, int b) { return std::abs(a - b); };
  return std::max({differ(colour.red, ground.red), differ(colour.green, ground.green),
                   differ(colour.blue, ground.blue)}) <= kContrast;
}

int digit(char c) {
  if (c >= '0' && c <= '9') return c - '0';
  if (c >= 'a' && c <= 'f') return c - 'a' + 10;
  return c >= 'A' && c <= 'F' ? c - 'A' + 10 : -1;
}

template <class Value>
void fill(std::optional<Value>& inner, const std::optional<Value>& outer) {
  if (!inner) inner = outer;
}

}  // namespace

Appearance inherit(Appearance inner, const Appearance& outer) {
  fill(inner.hidden, outer.hidden);
  fill(inner.away, outer.away);
  fill(inner.points, outer.points);
  fill(inner.colour, outer.colour);
  fill(inner.ground, outer.ground);
  return inner;
}

Ink ink_of(const Appearance& look) {
  const double points = look.points.value_or(12);
  const Shade colour = look.colour.value_or(kUnknown);
  const Shade ground = look.ground.value_or(kWhite);
  Ink ink{Unseen::no, points < kSmall};
  if (look.hidden.value_or(false)) {
    ink.unseen = Unseen::marked;
  } else if (points < kTiny) {
    ink.unseen = Unseen::tiny;
  } else if (colour.known && ground.known && is_lost(colour.colour, ground.colour)) {
    ink.unseen = Unseen::colour;
  } else if (look.away.value_or(false)) {
    ink.unseen = Unseen::away;
  }
  return ink;
}

std::optional<Shade> parse_colour(std::string_view hex) {
  if (hex.starts_with('#')) hex.remove_prefix(1);
  if (hex.size() != 3 && hex.size() != 6) return {};
  if (std::ranges::any_of(hex, [](char c) { return digit(c) < 0; })) return {};
  const std::size_t width = hex.size() / 3;
  const auto channel = [&](std::size_t i) {
    return static_cast<std::uint8_t>(digit(hex[i * width]) * 16 + digit(hex[i * width + width - 1]));
  };
  return Shade{true, {channel(0), channel(1), channel(2)}};
}

}  // namespace skillfit::reader
