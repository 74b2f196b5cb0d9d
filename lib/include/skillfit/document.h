// Reading: bytes of any supported format -> Document, the plain text that every later stage points into.
#pragma once

#include <array>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "skillfit/result.h"
#include "skillfit/span.h"

namespace skillfit {

enum class Format : std::uint8_t {
  text,
  markdown,
  json_resume,
  job_posting,
  json_text,
  pdf,
  docx,
  html,
  odt,
  rtf,
  posting_file /* skillfit/posting_file.h */
};

// "text", "markdown", "json_resume", ...: stable names.
std::string_view format_name(Format format);

// What a reader knows about a stretch of text beyond its words.
enum class BlockKind : std::uint8_t { paragraph, heading, list_item, table_row, header, footer };

struct Block {
  BlockKind kind = BlockKind::paragraph;
  SourceSpan span;
  std::uint32_t page = 0;  // 1-based; 0 = the format has no pages
};

// A value that the format names itself (JSON Resume, JobPosting): "work.position", "work.startDate", "skills.name",
// "title", "qualifications" ... `span` is where the value stands in the text.
struct Field {
  std::string name;
  SourceSpan span;
};

// Something a reader of the result must be told; never an error. Codes are stable; docs/architecture.md lists them. An
// empty span means the whole document.
struct Note {
  std::string code;
  std::string message;
  SourceSpan where;
  friend bool operator==(const Note&, const Note&) = default;
};

// The text of one document. Immutable after reading; every offset of every later stage refers to `text`.
struct Document {
  std::string path;  // as the user named it; entries of containers as "file.jsonl#3"
  Format format = Format::text;
  std::string text;           // valid UTF-8. For a valid UTF-8 text file: the file's own bytes, BOM and CR LF included
  std::vector<Block> blocks;  // in text order, disjoint; may be empty (plain text)
  std::vector<Field> fields;  // in text order
  std::vector<SourceSpan>
      hidden;  // in text order, disjoint: stands in the file, but no reader of the page would see it
  std::vector<Note> notes;
  std::uint64_t file_bytes = 0;           // size of what was read
  std::array<std::uint8_t, 32> sha256{};  // of what was read
};

// "e3b0c442...": 64 lower-case hexadecimal digits.
std::string to_hex(const std::array<std::uint8_t, 32>& digest);

// Every limit ends in ErrorCode::too_large (or reader_failed for time), naming the limit.
struct ReadLimits {
  std::uint64_t file_bytes = 64u << 20;   // of the file on disk
  std::uint64_t text_bytes = 16u << 20;   // of the text that comes out
  std::uint32_t milliseconds = 20'000;    // wall clock in the reader process, one file
  std::uint64_t memory_bytes = 1u << 30;  // address space of the reader process
  std::uint32_t nesting = 512;            // HTML elements, JSON values
  std::uint32_t pages = 500;
};

struct ReadOptions {
  ReadLimits limits;
  std::string cache_folder;  // prepared; answers of reader processes are kept there. Empty = nowhere
  std::string reader_path;   // the skillfit-reader program; empty = beside the executable, then ../libexec/skillfit
};

// Reads one file. Content decides the format, the name only breaks ties (.md). Formats that need a parser of
// complicated bytes (PDF, DOCX, ODT, RTF, HTML) are read by a separate process, so that a crash there is one Error
// here. Thread-safe. Errors: not_found, not_readable, not_a_document, empty, too_large, malformed, encrypted,
// needs_ocr, reader_failed.
Result<Document> read_document(const std::string& path, const ReadOptions& options = {});

// The same for bytes already in memory; `path` names them in messages and breaks ties of format.
Result<Document> parse_document(std::string bytes, const std::string& path, const ReadOptions& options = {});

// Makes a folder fit to be ReadOptions::cache_folder; what is in it is for its owner's eyes alone. Errors:
// cannot_write, also if it belongs to another user or others may write there: they could say what a document holds.
Result<void> prepare_cache(const std::string& folder);

// What the kernel lacks of the means by which a reader process is shut in ("landlock", "seccomp"), once one was
// started; else empty. It works all the same, with fewer guards.
std::string missing_guards();

// Asks all reads in progress to stop (they end in ErrorCode::interrupted) and ends idle reader processes. Thread-safe,
// not a signal handler.
void stop_readers();

}  // namespace skillfit
