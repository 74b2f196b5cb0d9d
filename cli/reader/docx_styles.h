// What a Word document's styles say that matters for reading: which paragraphs are headings or list items, and how
// their text looks.
#pragma once

#include <pugixml.hpp>
#include <string>
#include <string_view>
#include <unordered_map>

#include "appearance.h"

namespace skillfit::reader {

// The attribute `val` of the child `name`; empty if either is missing.
std::string_view child_value(pugi::xml_node node, std::string_view name);

// What properties of a run, a paragraph or a cell say about the text in it.
Appearance look_of(pugi::xml_node properties);

struct Style {
  std::string parent;
  bool heading = false;
  bool list = false;
  bool shaded = false;  // a table style that shades some cells and not others
  Appearance look;
};

struct Styles {
  Appearance base;                               // of the whole document
  std::unordered_map<std::string, Style> by_id;  // each with what it inherits
  const Style* find(std::string_view id) const;  // nullptr if there is none
};

Styles read_styles(const pugi::xml_document& xml);

}  // namespace skillfit::reader
