// The door: limits before and after, and the digest of exactly the bytes that were read. What happens between is the
// table of formats.
#include "skillfit/document.h"

#include <algorithm>
#include <limits>

#include "base/files.h"
#include "base/utf8.h"
#include "document/charset.h"
#include "document/formats.h"

namespace skillfit {
namespace {

// Spans are 32 bits and ICU counts bytes in an int, whatever the caller's limits say.
constexpr std::uint64_t kMostBytes = std::numeric_limits<std::int32_t>::max();

Result<void> check_text(const Document& document, const ReadLimits& limits) {
  if (document.text.size() > std::min(limits.text_bytes, kMostBytes)) {
    return fail(ErrorCode::too_large,
                "holds more text than the limit of " + std::to_string(limits.text_bytes) + " bytes", document.path);
  }
  if (!has_visible_text(document.text)) return fail(ErrorCode::empty, "holds no text", document.path);
  return {};
}

}  // namespace

std::string_view format_name(Format format) {
  const auto rows = format_rows();
  const auto row = std::ranges::find(rows, format, &FormatRow::format);
  return row == rows.end() ? std::string_view() : row->name;
}

std::string extension_of(std::string_view path) {
  const std::size_t dot = path.rfind('.');
  if (dot == std::string_view::npos || path.find('/', dot) != std::string_view::npos) return {};
  return ascii_lower(path.substr(dot));
}

std::string to_hex(const std::array<std::uint8_t, 32>& digest) {
  constexpr char kDigits[] = "0123456789abcdef";
  std::string out;
  for (const std::uint8_t byte : digest) {
    out += kDigits[byte >> 4];
    out += kDigits[byte & 15];
  }
  return out;
}

Result<Document> read_document(const std::string& path, const ReadOptions& options) {
  Result<std::string> bytes = read_file(path, std::min(options.limits.file_bytes, kMostBytes));
  if (!bytes) return tl::unexpected(bytes.error());
  return parse_document(std::move(*bytes), path, options);
}

Result<Document> parse_document(std::string bytes, const std::string& path, const ReadOptions& options) {
  if (bytes.empty()) return fail(ErrorCode::empty, "the file is empty", path);
  if (bytes.size() > std::min(options.limits.file_bytes, kMostBytes)) {
    return fail(ErrorCode::too_large,
                "larger than the limit of " + std::to_string(options.limits.file_bytes) + " bytes", path);
  }
  const std::uint64_t size = bytes.size();
  const auto digest = sha256(bytes);
  Source source{std::move(bytes), path, options, digest};
  Result<Document> document = read_source(source);
  if (!document) {
    document.error().file = path;
    return document;
  }
  document->path = path;
  document->file_bytes = size;
  document->sha256 = digest;
  if (const auto checked = check_text(*document, options.limits); !checked) return tl::unexpected(checked.error());
  return document;
}

}  // namespace skillfit
