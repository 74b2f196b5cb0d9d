// `display: none` and places off the page hold for everything inside, whatever that says; `visibility` and colours can
// be taken back.
#include "html_look.h"

#include <algorithm>
#include <array>
#include <charconv>

namespace skillfit::reader {
namespace {

constexpr double kFar = -500;  // pixels to the left or above: off the page

struct Named {
  std::string_view name;
  Rgb colour;
};
// The names that hide, and the grounds they hide on; other colours are not worked out.
constexpr std::array kColours = {
    Named{"white", {255, 255, 255}},
    Named{"black", {0, 0, 0}},
    Named{"snow", {255, 250, 250}},
    Named{"ivory", {255, 255, 240}},
    Named{"ghostwhite", {248, 248, 255}},
    Named{"whitesmoke", {245, 245, 245}},
    Named{"floralwhite", {255, 250, 240}},
    Named{"mintcream", {245, 255, 250}},
    Named{"azure", {240, 255, 255}},
    Named{"navy", {0, 0, 128}},
    Named{"red", {255, 0, 0}},
    Named{"yellow", {255, 255, 0}},
    Named{"green", {0, 128, 0}},
    Named{"blue", {0, 0, 255}},
    Named{"gray", {128, 128, 128}},
    Named{"silver", {192, 192, 192}},
    Named{"maroon", {128, 0, 0}},
    Named{"teal", {0, 128, 128}},
};

struct Length {
  double number = 0;
  std::string_view unit;
};

std::optional<Length> parse_length(std::string_view text) {
  if (text.starts_with('+')) text.remove_prefix(1);
  double number = 0;
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), number);
  if (error != std::errc()) return {};
  return Length{number, text.substr(static_cast<std::size_t>(end - text.data()))};
}

// In pixels, where that can be told without the page's width.
double pixels(std::string_view text) {
  const std::optional<Length> length = parse_length(text);
  if (!length) return 0;
  return length->unit == "em" || length->unit == "rem" || length->unit == "%" ? length->number * 16 : length->number;
}

std::optional<double> points_of(std::string_view text, double outer) {
  const std::optional<Length> length = parse_length(text);
  if (!length || length->number < 0) return {};
  if (length->unit == "pt") return length->number;
  if (length->unit == "px") return length->number * 0.75;
  if (length->unit == "em") return length->number * outer;
  if (length->unit == "rem") return length->number * 12;
  if (length->unit == "%") return length->number / 100 * outer;
  return length->number == 0 ? std::optional(0.0) : std::nullopt;
}

// "italic 12px/1.4 arial": the size is the first word with a unit.
std::string_view size_in_font(std::string_view font) {
  while (!font.empty()) {
    const std::string_view word = font.substr(0, font.find(' '));
    const std::string_view size = word.substr(0, word.find('/'));
    const std::optional<Length> length = parse_length(size);
    if (length && (!length->unit.empty() || length->number == 0)) return size;
    font.remove_prefix(std::min(word.size() + 1, font.size()));
  }
  return {};
}

// "rgb(255, 255, 255)", "rgba(0 0 0 / 0)": four numbers, the last from 0 to 1.
std::optional<std::array<double, 4>> parse_rgb(std::string_view text) {
  if (!text.starts_with("rgb")) return {};
  std::array<double, 4> channels{0, 0, 0, 1};
  std::size_t count = 0;
  for (std::size_t at = text.find('('); at < text.size() && count < 4;) {
    at = text.find_first_of("0123456789.", at);
    if (at == std::string_view::npos) break;
    const std::optional<Length> length = parse_length(text.substr(at));
    if (!length) return {};
    const bool share = length->unit.starts_with('%');
    channels[count] = share ? length->number * (count < 3 ? 2.55 : 0.01) : length->number;
    ++count;
    at = text.find_first_of(" ,/)", at);
  }
  return count < 3 ? std::nullopt : std::optional(channels);
}

struct Paint {
  std::optional<Shade> shade;
  bool transparent = false;
};

Paint paint_of(std::string_view text) {
  if (text == "transparent") return {{}, true};
  if (const auto channels = parse_rgb(text)) {
    const auto byte = [&](std::size_t i) { return static_cast<std::uint8_t>(std::clamp((*channels)[i], 0.0, 255.0)); };
    if ((*channels)[3] < 0.1) return {{}, true};
    if ((*channels)[3] < 1) return {kUnknown, false};
    return {Shade{true, {byte(0), byte(1), byte(2)}}, false};
  }
  const auto named = std::ranges::find(kColours, text, &Named::name);
  if (named != kColours.end()) return {Shade{true, named->colour}, false};
  if (text.starts_with('#')) return {parse_colour(text), false};
  return {};
}

std::optional<Shade> ground_of(const Properties& properties) {
  std::optional<Shade> ground;
  for (const char* name : {"background", "background-color"}) {
    const std::string_view value = properties[name];
    if (value.empty() || value == "none" || value == "inherit" || value == "initial") continue;
    const Paint paint = paint_of(value.substr(0, value.starts_with("rgb") ? value.npos : value.find(' ')));
    if (!paint.transparent) ground = paint.shade.value_or(kUnknown);
  }
  for (const char* name : {"background", "background-image"}) {
    const std::string_view value = properties[name];
    if (value.find("url(") != value.npos || value.find("gradient") != value.npos) ground = kUnknown;
  }
  return ground;
}

bool is_off_the_page(const Properties& properties) {
  const std::string_view position = properties["position"];
  const bool moved = position == "absolute" || position == "fixed" || position == "relative";
  if (moved && (pixels(properties["left"]) <= kFar || pixels(properties["top"]) <= kFar)) return true;
  if (pixels(properties["text-indent"]) <= kFar) return true;
  if (properties["clip"].starts_with("rect(0") || properties["clip"].starts_with("rect(1px")) return true;
  if (properties["clip-path"].starts_with("inset(50%") || properties["clip-path"].starts_with("inset(100%"))
    return true;
  if (properties["transform"].starts_with("scale(0)")) return true;
  const std::optional<Length> height = parse_length(properties["height"]);
  return height && height->number <= 1 && height->unit != "em" && properties["overflow"] == "hidden";
}

std::string_view attribute_of(const GumboElement& element, const char* name) {
  const GumboAttribute* attribute = gumbo_get_attribute(&element.attributes, name);
  return attribute ? std::string_view(attribute->value) : std::string_view();
}

// The attributes that did this before there were style sheets, which go before them.
Properties properties_of(const GumboNode& node, const StyleSheet& sheet) {
  const GumboElement& element = node.v.element;
  Properties properties;
  const bool font = element.tag == GUMBO_TAG_FONT;
  if (font || element.tag == GUMBO_TAG_BODY)
    properties.add("color:" + tidied_css(attribute_of(element, font ? "color" : "text")));
  properties.add("background-color:" + tidied_css(attribute_of(element, "bgcolor")));
  sheet.declare(node, properties);
  return properties;
}

bool is_clear(const Properties& properties) {
  const std::optional<Length> opacity = parse_length(properties["opacity"]);
  return opacity && opacity->number < 0.05;
}

}  // namespace

Appearance look_of(const GumboNode& node, const StyleSheet& sheet, const Appearance& outer) {
  const Properties properties = properties_of(node, sheet);
  Appearance look;
  const std::string_view visibility = properties["visibility"];
  if (!visibility.empty()) look.hidden = visibility == "hidden" || visibility == "collapse";
  const std::string_view size = properties["font-size"];
  look.points = points_of(size.empty() ? size_in_font(properties["font"]) : size, outer.points.value_or(12));
  const Paint paint = paint_of(properties["color"]);
  look.colour = paint.shade;
  look.ground = ground_of(properties);
  const bool gone = properties["display"] == "none" || gumbo_get_attribute(&node.v.element.attributes, "hidden");
  if (gone || paint.transparent || is_clear(properties) || is_off_the_page(properties)) look.away = true;
  return inherit(look, outer);
}

}  // namespace skillfit::reader
