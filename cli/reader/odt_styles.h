// What an OpenDocument text's styles say that matters for reading: which paragraphs are headings, and how their text
// looks.
#pragma once

#include <pugixml.hpp>
#include <string>
#include <string_view>
#include <unordered_map>

#include "appearance.h"

namespace skillfit::reader {

struct OdtStyle {
  std::string parent;
  bool heading = false;
  Appearance look;
};

struct OdtStyles {
  Appearance base;                                  // of the whole document
  std::unordered_map<std::string, OdtStyle> by_id;  // "paragraph/Heading_20_1", each with what it inherits
  const OdtStyle* find(std::string_view family, std::string_view name) const;  // nullptr if there is none
};

// From the common styles (which may be empty) and the ones of the document itself.
OdtStyles read_odt_styles(pugi::xml_node common, pugi::xml_node content);

}  // namespace skillfit::reader
