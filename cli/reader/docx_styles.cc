#include "docx_styles.h"

#include <charconv>

#include "xml.h"

namespace skillfit::reader {
namespace {

// True if the child `name` is there and does not say "false".
bool has_flag(pugi::xml_node node, std::string_view name) {
  if (child(node, name).empty()) return false;
  const std::string_view value = child_value(node, name);
  return value != "false" && value != "0" && value != "off";
}

Style read_style(pugi::xml_node node) {
  Style style;
  const std::string_view name = child_value(node, "name");
  const pugi::xml_node paragraph = child(node, "pPr");
  const auto is_shade = [](pugi::xml_node inner) { return local_name(inner.name()) == "shd"; };
  style.parent = child_value(node, "basedOn");
  style.heading = name.starts_with("heading") || name.starts_with("Heading") || name == "Title" ||
                  !child_value(paragraph, "outlineLvl").empty();
  style.list = !child(paragraph, "numPr").empty();
  style.shaded = attribute(node, "type") == "table" && !node.find_node(is_shade).empty();
  style.look = inherit(look_of(child(node, "rPr")), look_of(paragraph));
  return style;
}

// Patterns and theme colours are not worked out: who shades a text wants it to be seen.
std::optional<Shade> shading_of(pugi::xml_node properties) {
  const std::string_view highlight = child_value(properties, "highlight");
  if (!highlight.empty() && highlight != "none") return kUnknown;
  const pugi::xml_node shade = child(properties, "shd");
  const std::string_view pattern = attribute(shade, "val");
  if (shade.empty() || pattern == "nil") return {};
  if (pattern != "clear" && !pattern.empty()) return kUnknown;
  return parse_colour(attribute(shade, "fill"));
}

}  // namespace

std::string_view child_value(pugi::xml_node node, std::string_view name) {
  return attribute(child(node, name), "val");
}

Appearance look_of(pugi::xml_node properties) {
  Appearance look;
  if (!child(properties, "vanish").empty()) look.hidden = has_flag(properties, "vanish");
  const std::string_view size = child_value(properties, "sz");
  int half_points = 0;
  if (std::from_chars(size.data(), size.data() + size.size(), half_points).ec == std::errc())
    look.points = half_points / 2.0;
  if (const std::string_view colour = child_value(properties, "color"); !colour.empty())
    look.colour = parse_colour(colour).value_or(kUnknown);
  look.ground = shading_of(properties);
  return look;
}

const Style* Styles::find(std::string_view id) const {
  const auto found = by_id.find(std::string(id));
  return found == by_id.end() ? nullptr : &found->second;
}

Styles read_styles(const pugi::xml_document& xml) {
  Styles styles;
  const pugi::xml_node root = child(xml, "styles");
  styles.base = look_of(child(child(child(root, "docDefaults"), "rPrDefault"), "rPr"));
  for (const pugi::xml_node node : root.children()) {
    const std::string_view id = attribute(node, "styleId");
    if (!id.empty()) styles.by_id[std::string(id)] = read_style(node);
  }
  for (auto& [id, style] : styles.by_id) {
    std::string parent = style.parent;
    for (int depth = 0; depth < 10 && !parent.empty(); ++depth) {  // a loop of parents ends here
      const Style* found = styles.find(parent);
      if (!found) break;
      style.heading |= found->heading;
      style.list |= found->list;
      style.shaded |= found->shaded;
      style.look = inherit(style.look, found->look);
      parent = found->parent;
    }
  }
  return styles;
}

}  // namespace skillfit::reader
