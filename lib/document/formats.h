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

// Whether the name is that of a format which a reader process reads. Content may say otherwise later.
bool is_named_for_reader(const std::string& path);

// Whether the cache holds what a reader process said of this file; its name is to be as above.
bool is_remembered(const std::string& path, const ReadOptions& options);

// Reads `source` by the first row that fits. Errors: those of read_document that are about content.
Result<Document> read_source(Source& source);

}  // namespace skillfit
