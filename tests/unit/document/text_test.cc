#include <doctest/doctest.h>
#include <sys/stat.h>
#include <unistd.h>

#include <filesystem>

#include "base/files.h"
#include "skillfit/document.h"

using namespace skillfit;
using namespace std::string_literals;

namespace {

std::string note_codes(const Document& document) {
  std::string codes;
  for (const Note& note : document.notes) codes += (codes.empty() ? "" : ",") + note.code;
  return codes;
}

const std::string kLong = "Twelve years of wiring in hotels, and no surprises for anybody who ever asked. ";

}  // namespace

TEST_CASE("text of any encoding becomes UTF-8, and UTF-8 stays as it is") {
  struct Row {
    const char* name;
    std::string bytes, text, notes;
  };
  const Row rows[] = {
      {"ascii", "Go and C++\n", "Go and C++\n", ""},
      {"utf-8 with BOM and CR LF", "\xEF\xBB\xBFR\xC3\xA9sum\xC3\xA9\r\n", "\xEF\xBB\xBFR\xC3\xA9sum\xC3\xA9\r\n", ""},
      {"utf-16 little endian", "\xFF\xFEG\0o\0"s, "Go", "charset"},
      {"utf-16 big endian", "\xFE\xFF\0G\0o"s, "Go", "charset"},
      {"utf-32 little endian", "\xFF\xFE\0\0G\0\0\0o\0\0\0"s, "Go", "charset"},
      {"short windows-1252", "r\xE9sum\xE9 \x96 caf\xE9", "r\u00E9sum\u00E9 \u2013 caf\u00E9", "charset"},
      {"long windows-1252", kLong + "R\xE9sum\xE9 \x93\x96\x94", kLong + "R\u00E9sum\u00E9 \u201C\u2013\u201D",
       "charset"},
      {"damaged utf-8", "caf\u00E9 caf\u00E9 caf\u00E9 caf\xC3", "caf\u00E9 caf\u00E9 caf\u00E9 caf\uFFFD",
       "unmapped_bytes"},
      {"a few control characters", kLong + "\x07\x1B[31mGo", kLong + "\x07\x1B[31mGo", ""},
  };
  for (const Row& row : rows) {
    CAPTURE(row.name);
    const auto document = parse_document(row.bytes, "cv.txt");
    REQUIRE(document);
    CHECK(document->text == row.text);
    CHECK(note_codes(*document) == row.notes);
    CHECK(document->format == Format::text);
    CHECK(document->file_bytes == row.bytes.size());
    CHECK(document->sha256 == sha256(row.bytes));
  }
}

TEST_CASE("below 64 bytes the note on the character set admits that it is a guess") {
  const auto document = parse_document("r\xE9sum\xE9", "cv.txt");
  REQUIRE(document);
  CHECK(document->notes.at(0).message.find("unknown") != std::string::npos);
}

TEST_CASE("the name breaks the tie between text and Markdown") {
  const std::string text = "# Skills #\r\n- Go\n\n| Excel | 5 |\nand more\n#notaheading\n##\n";
  CHECK(parse_document(text, "a.txt")->format == Format::text);
  CHECK(parse_document(text, "a")->blocks.empty());
  const auto document = parse_document(text, "folder.d/A.MD");
  REQUIRE(document);
  CHECK(document->format == Format::markdown);
  CHECK(format_name(document->format) == "markdown");
  CHECK(document->text == text);
  std::string seen;
  for (const Block& block : document->blocks) {
    seen += std::to_string(static_cast<int>(block.kind)) + "[" + std::string(slice(document->text, block.span)) + "]";
  }
  CHECK(seen == "1[Skills]2[- Go]3[| Excel | 5 |]0[and more]0[#notaheading]0[##]");
}

TEST_CASE("bytes that are no document are refused with the reason") {
  struct Row {
    const char* name;
    std::string bytes;
    ErrorCode code;
    const char* says;
  };
  const Row rows[] = {
      {"nothing", "", ErrorCode::empty, "empty"},
      {"white space", " \r\n\t \u00A0\u200B\uFEFF", ErrorCode::empty, "no text"},
      {"old Word", "\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1 rest", ErrorCode::not_a_document, "PDF or DOCX"},
      {"Word with a password",
       std::string("\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1 E\0n\0c\0r\0y\0p\0t\0e\0d\0P\0a\0c\0k\0a\0g\0e\0", 41),
       ErrorCode::encrypted, "password"},
      {"image", "\x89PNG\r\n\x1A\n", ErrorCode::not_a_document, "image"},
      {"zip of something", "PK\x03\x04 hello.txt", ErrorCode::not_a_document, "zip"},
      {"zeros", std::string(100, '\0'), ErrorCode::not_a_document, "binary"},
      {"controls", "\x01\x02\x03 abcdefgh \x04\x05", ErrorCode::not_a_document, "binary"},
  };
  for (const Row& row : rows) {
    CAPTURE(row.name);
    const auto document = parse_document(row.bytes, "cv.bin");
    REQUIRE(!document);
    CHECK(document.error().code == row.code);
    CHECK(document.error().file == "cv.bin");
    CHECK(document.error().message.find(row.says) != std::string::npos);
  }
}

TEST_CASE("limits on the file are checked before reading, limits on the text after") {
  const std::string path = std::filesystem::temp_directory_path() / ("skillfit-text-" + std::to_string(::getpid()));
  REQUIRE(write_file(path, std::string(1000, 'x')));
  ReadOptions options;
  options.limits.file_bytes = 999;
  CHECK(read_document(path, options).error().code == ErrorCode::too_large);
  CHECK(parse_document(std::string(1000, 'x'), path, options).error().code == ErrorCode::too_large);
  options.limits = {.file_bytes = 1000, .text_bytes = 999};
  CHECK(read_document(path, options).error().code == ErrorCode::too_large);
  options.limits = {.file_bytes = 1000, .text_bytes = 1000};
  CHECK(read_document(path, options)->text.size() == 1000);
  // Two hundred megabytes that exist only as a hole in a file.
  REQUIRE(::truncate(path.c_str(), 200'000'000) == 0);
  CHECK(read_document(path).error().code == ErrorCode::too_large);
  std::filesystem::remove(path);
  CHECK(read_document(path).error().code == ErrorCode::not_found);
  CHECK(read_document("/").error().code == ErrorCode::not_a_document);
}
