// The parts of XML documents in zip archives. Elements and attributes are known by their local names: generators
// disagree about prefixes.
#pragma once

#include <pugixml.hpp>
#include <string>
#include <string_view>

#include "text_builder.h"
#include "zip.h"

namespace skillfit::reader {

// An element's or attribute's name without its namespace prefix.
std::string_view local_name(const char* name);
// The first child of that name, or an empty node.
pugi::xml_node child(pugi::xml_node node, std::string_view name);
// An attribute's value; empty if it is missing.
std::string_view attribute(pugi::xml_node node, std::string_view name);

// Loads a part; false if there is none. Errors: malformed (also XML that declares entities), and those of Zip::part.
Result<bool> parse_part(Zip& zip, const std::string& name, pugi::xml_document& xml);

// Cells of one short line each make a line of a table; a row whose cells hold more sets columns of a page.
bool is_layout_row(pugi::xml_node row);

// What holds for everything inside an element.
struct Context {
  BlockKind kind = BlockKind::paragraph;
  Appearance look;
};

// Counts itself in on the way down.
struct Level {
  std::uint32_t& depth;
  explicit Level(std::uint32_t& counter) : depth(counter) { ++depth; }
  Level(const Level&) = delete;
  Level& operator=(const Level&) = delete;
  ~Level() { --depth; }
};

}  // namespace skillfit::reader
