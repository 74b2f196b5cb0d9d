// Content decides; the name only breaks ties between formats that look alike (Markdown is text). Formats made of bytes
// are recognised by their magic, the others only after decoding, so that a UTF-16 file meets the same rows as a UTF-8
// one. Formats that people send and skillfit does not read have rows too: each refusal says what to send instead.
#include "document/formats.h"

#include <algorithm>

#include "document/charset.h"
#include "document/plain.h"

namespace skillfit {
namespace {

bool has_extension(const FormatRow& row, const std::string& extension) {
  return !extension.empty() && std::ranges::find(row.extensions, extension) != row.extensions.end();
}

bool is_named_markdown(const Source& source) {
  const std::string extension = extension_of(source.path);
  return extension == ".md" || extension == ".markdown";
}

bool always(const Source&) {
  return true;
}

constexpr std::array kFormats = {
    FormatRow{Format::markdown, "markdown", {".md", ".markdown"}, Stage::text, is_named_markdown, read_markdown},
    FormatRow{Format::text, "text", {".txt", ".text"}, Stage::text, always, read_text},
};

struct Refusal {
  std::string_view magic;  // at the start of the file
  std::string_view advice;
};
constexpr std::array kRefusals = {
    Refusal{"\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1", "an old binary Office file (.doc): save it as PDF or DOCX"},
    Refusal{"{\\rtf", "RTF is not read: save it as PDF or DOCX"},
    Refusal{"PK\x03\x04", "a zip archive, but not a Word document: save it as PDF or DOCX, or unpack it"},
    Refusal{"PK\x05\x06", "an empty zip archive"},
    Refusal{"\x89PNG", "an image: skillfit reads text, not pictures"},
    Refusal{"\xFF\xD8\xFF", "an image: skillfit reads text, not pictures"},
    Refusal{"GIF8", "an image: skillfit reads text, not pictures"},
    Refusal{"\x1F\x8B", "a gzip archive: unpack it"},
};

Result<Document> read_by(const FormatRow& row, Source& source) {
  Result<Document> document = row.read(source);
  if (!document) return document;
  document->format = row.format;
  document->notes.insert(document->notes.begin(), source.notes.begin(), source.notes.end());
  return document;
}

const FormatRow* find_row(Stage stage, const Source& source) {
  const auto row = std::ranges::find_if(
      kFormats, [&](const FormatRow& candidate) { return candidate.stage == stage && candidate.sniff(source); });
  return row == kFormats.end() ? nullptr : &*row;
}

// Plain text under the name of a format made of bytes is a broken download or a renamed file, not a resume in text.
Result<void> check_name(const FormatRow& row, const Source& source) {
  const std::string extension = extension_of(source.path);
  const bool promised_more = std::ranges::any_of(
      kFormats, [&](const FormatRow& other) { return other.stage == Stage::bytes && has_extension(other, extension); });
  if (row.format != Format::text || !promised_more) return {};
  return fail(ErrorCode::malformed, "named " + extension + ", but holds plain text", source.path);
}

}  // namespace

std::span<const FormatRow> format_rows() {
  return kFormats;
}

Result<Document> read_source(Source& source) {
  if (const FormatRow* row = find_row(Stage::bytes, source)) return read_by(*row, source);
  for (const Refusal& refusal : kRefusals) {
    if (source.bytes.starts_with(refusal.magic))
      return fail(ErrorCode::not_a_document, std::string(refusal.advice), source.path);
  }
  if (is_binary(source.bytes))
    return fail(ErrorCode::not_a_document, "binary data of no known document format", source.path);
  Decoded decoded = decode_text(std::move(source.bytes));
  source.bytes = std::move(decoded.text);
  source.notes = std::move(decoded.notes);
  const FormatRow& row = *find_row(Stage::text, source);  // the last row takes everything
  if (const auto named_well = check_name(row, source); !named_well) return tl::unexpected(named_well.error());
  return read_by(row, source);
}

}  // namespace skillfit
