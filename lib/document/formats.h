// The table of formats: to add one, write its reader and its row here.
#pragma once

#include <array>
#include <span>

#include "document/source.h"

namespace skillfit {

// What a format's sniffer needs to have been done to the bytes.
enum class Stage : std::uint8_t { bytes, text };

struct FormatRow {
  Format format;
  std::string_view name;
  std::array<std::string_view, 3> extensions;  // with the dot, lower case
  Stage stage;
  bool (*sniff)(const Source&);
  Result<Document> (*read)(Source&);
};

// In the order of sniffing: the first row that recognises the content reads it.
std::span<const FormatRow> format_rows();

// Reads `source` by the first row that fits. Errors: those of read_document that are about content.
Result<Document> read_source(Source& source);

}  // namespace skillfit
