#include "odt_styles.h"

#include <charconv>

#include "xml.h"

namespace skillfit::reader {
namespace {

// "11pt"; sizes in per cent of the parent's are left to it.
std::optional<double> points_of(std::string_view size) {
  double points = 0;
  const auto [end, error] = std::from_chars(size.data(), size.data() + size.size(), points);
  if (error != std::errc() || std::string_view(end, static_cast<std::size_t>(size.data() + size.size() - end)) != "pt")
    return {};
  return points;
}

// Of the properties of text, paragraphs, cells and pages alike.
Appearance look_of(pugi::xml_node properties) {
  Appearance look;
  const std::string_view display = attribute(properties, "display");
  if (!display.empty()) look.hidden = display == "none";
  look.points = points_of(attribute(properties, "font-size"));
  if (const std::string_view colour = attribute(properties, "color"); !colour.empty())
    look.colour = parse_colour(colour);
  if (attribute(properties, "use-window-font-color") == "true") look.colour = kUnknown;
  look.ground = parse_colour(attribute(properties, "background-color"));
  if (!child(properties, "background-image").attributes().empty()) look.ground = kUnknown;
  return look;
}

OdtStyle read_style(pugi::xml_node node) {
  OdtStyle style;
  const std::string_view name = attribute(node, "name");
  style.parent = attribute(node, "parent-style-name");
  style.heading = name == "Title" || name.starts_with("Heading");
  for (const pugi::xml_node properties : node.children()) style.look = inherit(look_of(properties), style.look);
  return style;
}

void read_all(pugi::xml_node styles, OdtStyles& out) {
  for (const pugi::xml_node node : styles.children()) {
    const std::string_view name = local_name(node.name());
    const std::string family(attribute(node, "family"));
    if (name == "style") out.by_id[family + "/" + std::string(attribute(node, "name"))] = read_style(node);
    if (name == "default-style" && family == "paragraph") out.base = inherit(read_style(node).look, out.base);
    if (name == "page-layout" && !out.base.ground)
      out.base.ground = look_of(child(node, "page-layout-properties")).ground;
  }
}

}  // namespace

const OdtStyle* OdtStyles::find(std::string_view family, std::string_view name) const {
  const auto found = by_id.find(std::string(family) + "/" + std::string(name));
  return found == by_id.end() ? nullptr : &found->second;
}

OdtStyles read_odt_styles(pugi::xml_node common, pugi::xml_node content) {
  OdtStyles styles;
  for (const pugi::xml_node tree : {common, content}) {
    for (const char* list : {"styles", "automatic-styles"}) read_all(child(tree, list), styles);
  }
  for (auto& [id, style] : styles.by_id) {
    const std::string_view family = std::string_view(id).substr(0, id.find('/'));
    std::string parent = style.parent;
    for (int depth = 0; depth < 10 && !parent.empty(); ++depth) {  // a loop of parents ends here
      const OdtStyle* found = styles.find(family, parent);
      if (!found) break;
      style.heading |= found->heading;
      style.look = inherit(style.look, found->look);
      parent = found->parent;
    }
  }
  return styles;
}

}  // namespace skillfit::reader
