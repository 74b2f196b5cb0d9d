// Content decides; the name only breaks ties between formats that look alike (Markdown is text). Formats made of bytes
// are recognised by their magic, the others only after decoding, so that a UTF-16 file meets the same rows as a UTF-8
// one. Formats that people send and skillfit does not read have rows too: each refusal says what to send instead.
#include "document/formats.h"

#include <algorithm>
#include <filesystem>
#include <system_error>

#include "base/files.h"
#include "base/utf8.h"
#include "document/charset.h"
#include "document/diagnosis.h"
#include "document/json.h"
#include "document/plain.h"
#include "document/reader_pool.h"

namespace skillfit {
namespace {

using Extensions = std::array<std::string_view, 3>;

bool has_extension(const std::string& path, const Extensions& extensions) {
  const std::string extension = extension_of(path);
  return !extension.empty() && std::ranges::find(extensions, extension) != extensions.end();
}

bool is_pdf(const Source& source) {
  // Viewers accept anything before the header as long as it starts within the first kilobyte.
  return source.bytes.substr(0, 1024).find("%PDF-") != std::string::npos;
}

bool is_docx(const Source& source) {
  // The names of a zip's entries stand in it uncompressed; a truncated file may have lost all but the first.
  const std::string_view bytes = source.bytes;
  if (!bytes.starts_with("PK\x03\x04")) return false;
  return bytes.find("word/") != std::string_view::npos ||
         (bytes.find("[Content_Types].xml") != std::string_view::npos && extension_of(source.path) == ".docx");
}

bool is_odt(const Source& source) {
  // The format wants its name to come first, uncompressed.
  const std::string_view bytes = source.bytes;
  if (!bytes.starts_with("PK\x03\x04")) return false;
  return bytes.substr(0, 200).find("application/vnd.oasis.opendocument.text") != std::string_view::npos ||
         (bytes.find("content.xml") != std::string_view::npos && extension_of(source.path) == ".odt");
}

bool is_rtf(const Source& source) {
  return source.bytes.starts_with("{\\rtf");
}

constexpr std::string_view kElements[] = {"html", "head", "body", "title", "meta", "div", "p",       "h1",      "h2",
                                          "h3",   "ul",   "ol",   "table", "span", "br",  "section", "article", "main"};

bool is_html(const Source& source) {
  std::string_view text = source.bytes;
  if (text.starts_with("\xEF\xBB\xBF")) text.remove_prefix(3);
  while (true) {  // past white space, comments and the XML declaration
    text.remove_prefix(std::min(text.find_first_not_of(" \t\r\n"), text.size()));
    const std::string_view end = text.starts_with("<!--") ? "-->" : text.starts_with("<?") ? "?>" : "";
    if (end.empty()) break;
    const std::size_t at = text.find(end);
    if (at == std::string_view::npos) return false;
    text.remove_prefix(at + end.size());
  }
  if (!text.starts_with('<')) return false;
  std::string tag = ascii_lower(text.substr(1, 14));
  if (tag.starts_with("!doctype html")) return true;
  tag.resize(std::min(tag.find_first_of(" \t\r\n/>"), tag.size()));
  return std::ranges::find(kElements, tag) != std::end(kElements) ||
         has_extension(source.path, {".html", ".htm", ".xhtml"});
}

bool is_page_of_posting(const Source& source) {
  return is_html(source) && is_posting_page(source);
}

template <bool (*Sniff)(const Source&)>
bool if_json(const Source& source) {
  return source.json && Sniff(source);
}

bool is_named_markdown(const Source& source) {
  return has_extension(source.path, {".md", ".markdown"});
}

// The line that every posting file holds, or its name.
bool is_posting_file(const Source& source) {
  const std::string_view text = source.bytes;
  constexpr std::string_view kMark = "[[requirement]]";
  for (std::size_t at = text.find(kMark); at != text.npos; at = text.find(kMark, at + 1)) {
    const std::size_t end = at + kMark.size();
    const bool line =
        (at == 0 || text[at - 1] == '\n') && (end == text.size() || text[end] == '\n' || text[end] == '\r');
    if (line) return true;
  }
  return has_extension(source.path, {".toml"});
}

bool always(const Source&) {
  return true;
}

bool is_read_by_process(Format format) {
  return format == Format::pdf || format == Format::docx || format == Format::odt || format == Format::rtf ||
         format == Format::html;
}

template <Format Kind>
Result<Document> read_by_process(Source& source) {
  return read_in_process({Kind, source.options.limits, std::move(source.bytes)}, source.digest, source.options,
                         diagnose);
}

constexpr std::array kFormats = {
    FormatRow{Format::pdf, "pdf", {".pdf"}, Stage::bytes, is_pdf, read_by_process<Format::pdf>},
    FormatRow{Format::docx, "docx", {".docx"}, Stage::bytes, is_docx, read_by_process<Format::docx>},
    FormatRow{Format::odt, "odt", {".odt", ".ott"}, Stage::bytes, is_odt, read_by_process<Format::odt>},
    FormatRow{Format::rtf, "rtf", {".rtf"}, Stage::bytes, is_rtf, read_by_process<Format::rtf>},
    FormatRow{
        Format::job_posting, "job_posting", {".html", ".htm"}, Stage::text, is_page_of_posting, read_posting_page},
    FormatRow{Format::html, "html", {".html", ".htm", ".xhtml"}, Stage::text, is_html, read_by_process<Format::html>},
    FormatRow{Format::job_posting,
              "job_posting",
              {".json", ".jsonld"},
              Stage::text,
              if_json<is_job_posting>,
              read_job_posting},
    FormatRow{Format::json_resume, "json_resume", {".json"}, Stage::text, if_json<is_json_resume>, read_json_resume},
    FormatRow{Format::json_text, "json_text", {".json"}, Stage::text, if_json<is_json_text>, read_json_text},
    FormatRow{Format::posting_file, "posting_file", {".toml"}, Stage::text, is_posting_file, read_text},
    FormatRow{Format::markdown, "markdown", {".md", ".markdown"}, Stage::text, is_named_markdown, read_markdown},
    FormatRow{Format::text, "text", {".txt", ".text"}, Stage::text, always, read_text},
};

constexpr std::string_view kOldOffice = "\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1";

struct Refusal {
  std::string_view magic;  // at the start of the file
  std::string_view advice;
};
constexpr std::array kRefusals = {
    Refusal{kOldOffice, "an old binary Office file (.doc): save it as PDF or DOCX"},
    Refusal{"PK\x03\x04", "a zip archive, but no Word or OpenDocument text: save it as PDF or DOCX, or unpack it"},
    Refusal{"PK\x05\x06", "an empty zip archive"},
    Refusal{"\x89PNG", "an image: skillfit reads text, not pictures"},
    Refusal{"\xFF\xD8\xFF", "an image: skillfit reads text, not pictures"},
    Refusal{"GIF8", "an image: skillfit reads text, not pictures"},
    Refusal{"\x1F\x8B", "a gzip archive: unpack it"},
};

// Word wraps a document with a password in the container of its old format, with this name in UTF-16 inside.
bool is_locked_docx(std::string_view bytes) {
  using namespace std::string_view_literals;
  return bytes.starts_with(kOldOffice) &&
         bytes.find("E\0n\0c\0r\0y\0p\0t\0e\0d\0P\0a\0c\0k\0a\0g\0e\0"sv) != bytes.npos;
}

Result<Document> read_by(const FormatRow& row, Source& source) {
  Result<Document> document = row.read(source);
  if (!document) return document;
  if (!is_read_by_process(row.format)) diagnose(*document);
  document->format = row.format;
  document->notes.insert(document->notes.begin(), source.notes.begin(), source.notes.end());
  return document;
}

const FormatRow* find_row(Stage stage, const Source& source) {
  const auto row = std::ranges::find_if(
      kFormats, [&](const FormatRow& candidate) { return candidate.stage == stage && candidate.sniff(source); });
  return row == kFormats.end() ? nullptr : &*row;
}

const FormatRow* find_named_for_reader(const std::string& path) {
  const auto row = std::ranges::find_if(kFormats, [&](const FormatRow& candidate) {
    return is_read_by_process(candidate.format) && has_extension(path, candidate.extensions);
  });
  return row == kFormats.end() ? nullptr : &*row;
}

// Plain text under the name of a format made of bytes is a broken download or a renamed file, not a resume in text.
Result<void> check_name(const FormatRow& row, const Source& source) {
  const bool promised_more = std::ranges::any_of(kFormats, [&](const FormatRow& other) {
    return other.stage == Stage::bytes && has_extension(source.path, other.extensions);
  });
  if (row.format != Format::text || !promised_more) return {};
  return fail(ErrorCode::malformed, "named " + extension_of(source.path) + ", but holds plain text");
}

// The formats made of text, after decoding.
Result<Document> read_decoded(Source& source) {
  nlohmann::json json;
  const bool is_json = looks_like_json(source.bytes) && !is_posting_file(source);  // which may begin with brackets
  if (is_json) {
    Result<nlohmann::json> parsed = parse_json(source.bytes, source.options.limits.nesting);
    if (!parsed) return tl::unexpected(parsed.error());
    json = std::move(*parsed);
    source.json = &json;
  }
  const FormatRow& row = *find_row(Stage::text, source);  // the last row takes everything
  if (is_json && row.format == Format::text)
    return fail(ErrorCode::not_a_document, "JSON, but no JSON Resume, no JobPosting and no object with a \"text\"");
  if (const auto named_well = check_name(row, source); !named_well) return tl::unexpected(named_well.error());
  return read_by(row, source);
}

}  // namespace

std::span<const FormatRow> format_rows() {
  return kFormats;
}

bool is_named_for_reader(const std::string& path) {
  return find_named_for_reader(path) != nullptr;
}

bool is_remembered(const std::string& path, const ReadOptions& options) {
  std::error_code error;
  const FormatRow* row = find_named_for_reader(path);
  if (row == nullptr || options.cache_folder.empty() || !std::filesystem::is_regular_file(path, error)) return false;
  const Result<std::string> bytes = read_file(path, options.limits.file_bytes);
  return bytes && is_remembered({row->format, options.limits, {}}, sha256(*bytes), options);
}

Result<Document> read_source(Source& source) {
  if (const FormatRow* row = find_row(Stage::bytes, source)) return read_by(*row, source);
  if (is_locked_docx(source.bytes)) {
    return fail(ErrorCode::encrypted, "the document needs a password: save a copy without one");
  }
  for (const Refusal& refusal : kRefusals) {
    if (source.bytes.starts_with(refusal.magic)) return fail(ErrorCode::not_a_document, std::string(refusal.advice));
  }
  if (is_binary(source.bytes)) return fail(ErrorCode::not_a_document, "binary data of no known document format");
  Decoded decoded = decode_text(std::move(source.bytes));
  source.bytes = std::move(decoded.text);
  source.notes = std::move(decoded.notes);
  return read_decoded(source);
}

}  // namespace skillfit
