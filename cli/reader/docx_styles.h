// What a Word document's styles say that matters for reading: which paragraphs are headings or list items, and which
// text is hidden.
#pragma once

#include <pugixml.hpp>
#include <string>
#include <string_view>
#include <unordered_map>

namespace skillfit::reader {

// An element's or attribute's name without its namespace prefix.
std::string_view local_name(const char* name);
pugi::xml_node child(pugi::xml_node node, std::string_view name);
// The attribute `val` of the child `name`; empty if either is missing.
std::string_view child_value(pugi::xml_node node, std::string_view name);
// True if the child `name` is there and does not say "false".
bool has_flag(pugi::xml_node node, std::string_view name);
// Run properties that leave nothing to see on the page.
bool hides(pugi::xml_node run_properties);

struct Style {
  std::string parent;
  bool heading = false;
  bool list = false;
  bool hidden = false;
};
using Styles = std::unordered_map<std::string, Style>;

// By style id, each with what it inherits.
Styles read_styles(const pugi::xml_document& xml);

}  // namespace skillfit::reader
