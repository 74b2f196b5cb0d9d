// How a stretch of text looks, as far as that decides whether a reader of the page sees it. The same few rules serve
// every format that says how its text looks (DOCX, ODT, RTF, HTML); a PDF's pages are looked at instead.
#pragma once

#include <cstdint>
#include <optional>
#include <string_view>

namespace skillfit::reader {

// Why nobody sees a stretch of text. In the order in which reasons are looked for.
enum class Unseen : std::uint8_t { no, marked, tiny, colour, away, covered };

struct Rgb {
  std::uint8_t red = 0, green = 0, blue = 0;
};

// A colour, or one that nobody can tell: the program's choice of what contrasts, or a picture behind the text.
struct Shade {
  bool known = true;
  Rgb colour;
};
inline constexpr Shade kUnknown{false, {}};
inline constexpr Shade kWhite{true, {255, 255, 255}};

// What one element says about its text. What it leaves open it inherits.
struct Appearance {
  std::optional<bool> hidden;  // the format itself says so
  std::optional<bool> away;    // moved off the page, or clipped to nothing
  std::optional<double> points;
  std::optional<Shade> colour;
  std::optional<Shade> ground;  // what lies behind the text; white if nobody says
};

// `inner` with what it leaves open taken from `outer`.
Appearance inherit(Appearance inner, const Appearance& outer);

// The text as a reader meets it.
struct Ink {
  Unseen unseen = Unseen::no;
  bool small = false;  // below eight points: seen, but hard to read
};
Ink ink_of(const Appearance& look);

// "FFFFFF", "#fff"; nothing for anything else ("auto").
std::optional<Shade> parse_colour(std::string_view hex);

}  // namespace skillfit::reader
