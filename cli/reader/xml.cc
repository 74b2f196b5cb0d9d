#include "xml.h"

#include <algorithm>
#include <array>

namespace skillfit::reader {
namespace {

constexpr std::size_t kLongLine = 200;  // bytes
constexpr int kLevels = 16;  // down to the runs of hyperlinks in content controls; the rest is a layout anyway

// White space between elements is the generator's indentation.
std::size_t words_size(std::string_view text) {
  return text.find_first_not_of(" \t\r\n") == std::string_view::npos ? 0 : text.size();
}

// What a cell of a table holds, as far as it decides how the table is read.
struct CellSize {
  std::size_t bytes = 0;
  std::size_t lines = 0;

  void count(pugi::xml_node node, int levels) {
    constexpr std::array<std::string_view, 4> kBreaks = {"br", "line-break", "tbl", "table"};
    for (const pugi::xml_node inner : node.children()) {
      const std::string_view name = local_name(inner.name());
      const std::size_t before = bytes;
      if (inner.type() == pugi::node_pcdata) bytes += words_size(inner.value());
      if (levels > 0) count(inner, levels - 1);
      if (std::ranges::find(kBreaks, name) != kBreaks.end() || ((name == "p" || name == "h") && bytes > before))
        ++lines;
    }
  }
};

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

std::string_view attribute(pugi::xml_node node, std::string_view name) {
  for (const pugi::xml_attribute candidate : node.attributes()) {
    if (local_name(candidate.name()) == name) return candidate.value();
  }
  return {};
}

Result<bool> parse_part(Zip& zip, const std::string& name, pugi::xml_document& xml) {
  Result<std::optional<std::string>> bytes = zip.part(name);
  if (!bytes) return tl::unexpected(bytes.error());
  if (!*bytes) return false;
  if ((*bytes)->find("<!DOCTYPE") != std::string::npos || (*bytes)->find("<!ENTITY") != std::string::npos) {
    return fail(ErrorCode::malformed, name + " inside it declares XML entities, which no word processor writes");
  }
  if (!xml.load_buffer((*bytes)->data(), (*bytes)->size(), pugi::parse_default | pugi::parse_ws_pcdata))
    return fail(ErrorCode::malformed, name + " inside it is not well-formed XML");
  return true;
}

bool is_layout_row(pugi::xml_node row) {
  return std::ranges::any_of(row.children(), [](pugi::xml_node cell) {
    CellSize size;
    size.count(cell, kLevels);
    return size.lines > 1 || size.bytes > kLongLine;
  });
}

}  // namespace skillfit::reader
