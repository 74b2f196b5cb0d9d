#include "docx_styles.h"

#include <charconv>

namespace skillfit::reader {
namespace {

constexpr int kTinyHalfPoints = 8;  // below four points nobody reads

Style read_style(pugi::xml_node node) {
  Style style;
  const std::string_view name = child_value(node, "name");
  const pugi::xml_node paragraph = child(node, "pPr");
  style.parent = child_value(node, "basedOn");
  style.heading = name.starts_with("heading") || name.starts_with("Heading") || name == "Title" ||
                  !child_value(paragraph, "outlineLvl").empty();
  style.list = !child(paragraph, "numPr").empty();
  style.hidden = hides(child(node, "rPr"));
  return style;
}

}  // namespace

std::string_view local_name(const char* name) {
  const std::string_view whole = name;
  const std::size_t colon = whole.find(':');
  return colon == std::string_view::npos ? whole : whole.substr(colon + 1);
}

pugi::xml_node child(pugi::xml_node node, std::string_view name) {
  for (const pugi::xml_node candidate : node.children()) {
    if (local_name(candidate.name()) == name) return candidate;
  }
  return {};
}

std::string_view child_value(pugi::xml_node node, std::string_view name) {
  for (const pugi::xml_attribute attribute : child(node, name).attributes()) {
    if (local_name(attribute.name()) == "val") return attribute.value();
  }
  return {};
}

bool has_flag(pugi::xml_node node, std::string_view name) {
  if (child(node, name).empty()) return false;
  const std::string_view value = child_value(node, name);
  return value != "false" && value != "0" && value != "off";
}

bool hides(pugi::xml_node run_properties) {
  if (has_flag(run_properties, "vanish")) return true;
  const std::string_view size = child_value(run_properties, "sz");
  int half_points = kTinyHalfPoints;
  std::from_chars(size.data(), size.data() + size.size(), half_points);
  return half_points < kTinyHalfPoints;
}

Styles read_styles(const pugi::xml_document& xml) {
  Styles styles;
  for (const pugi::xml_node node : child(xml, "styles").children()) {
    for (const pugi::xml_attribute attribute : node.attributes()) {
      if (local_name(attribute.name()) == "styleId") styles[attribute.value()] = read_style(node);
    }
  }
  for (auto& [id, style] : styles) {
    std::string parent = style.parent;
    for (int depth = 0; depth < 10 && !parent.empty(); ++depth) {  // a loop of parents ends here
      const auto found = styles.find(parent);
      if (found == styles.end()) break;
      style.heading |= found->second.heading;
      style.list |= found->second.list;
      style.hidden |= found->second.hidden;
      parent = found->second.parent;
    }
  }
  return styles;
}

}  // namespace skillfit::reader
