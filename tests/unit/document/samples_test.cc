// Every sample in a format that has to be taken apart is read and compared with the text that a person wrote down for
// it.
#include <doctest/doctest.h>

#include <filesystem>
#include <map>
#include <sstream>
#include <string_view>

#include "base/files.h"
#include "formats.h"

using namespace skillfit;
using namespace skillfit::testing;
namespace fs = std::filesystem;

namespace {

const fs::path kSamples = fs::path(SKILLFIT_SOURCE_DIR) / "corpora" / "samples";

Result<Document> read(const fs::path& path) {
  ReadOptions options;
  options.reader_path = SKILLFIT_BINARY_DIR "/bin/skillfit-reader";
  return read_document(path.string(), options);
}

// Letters, digits and signs only: spaces, line breaks, bullets and kinds of hyphen are the format's own affair.
std::string squeezed(std::string text) {
  for (const std::string_view mark :
       {"\u2022", "\u00A0", "\u202F", "\u2009", "\u2011", "\u2010", "\u00AD", "-", " ", "\n", "\t"}) {
    for (std::size_t at = text.find(mark); at != std::string::npos; at = text.find(mark, at))
      text.erase(at, mark.size());
  }
  return text;
}

}  // namespace

TEST_CASE("the samples say what they are expected to say") {
  std::map<std::string, int> seen;
  for (const auto& entry : fs::recursive_directory_iterator(kSamples / "expected")) {
    if (!entry.is_regular_file()) continue;
    const fs::path sample = kSamples / fs::relative(entry.path(), kSamples / "expected").replace_extension();
    CAPTURE(sample);
    const auto document = read(sample);
    REQUIRE(document);
    ++seen[std::string(format_name(document->format))];
    const std::string text = squeezed(document->text);
    std::istringstream expected(read_file(entry.path(), 1 << 20).value());
    for (std::string line; std::getline(expected, line);) {
      CHECK_MESSAGE(text.find(squeezed(line)) != std::string::npos, line);
    }
  }
  for (const char* format : {"pdf", "docx", "odt", "rtf", "html", "json_resume", "job_posting"})
    CHECK_MESSAGE(seen[format] > 0, format);
}

TEST_CASE("each line of JSONL is a document in the format of its own fields") {
  std::istringstream lines(read_file((kSamples / "formats" / "three-documents.jsonl").string(), 1 << 20).value());
  std::string seen;
  for (std::string line; std::getline(lines, line);) {
    const auto document = read_bytes(line, "three-documents.jsonl#1");
    REQUIRE(document);
    seen +=
        std::string(format_name(document->format)) + ": " + document->text.substr(0, document->text.find('\n')) + "; ";
  }
  CHECK(seen == "json_text: Ludmila Ferrante; json_resume: Anselm Thorvaldsen; job_posting: Gardener; ");
}

TEST_CASE("each awkward sample ends as it should") {
  struct Row {
    const char* file;
    const char* outcome;  // the format, or the error's code
  };
  const Row rows[] = {
      {"binary.pdf", "not_a_document"},   {"blank.txt", "empty"},         {"bom-crlf.txt", "text"},
      {"bomb.docx", "too_large"},         {"control-chars.txt", "text"},  {"deep.html", "too_large"},
      {"deep.json", "too_large"},         {"empty.txt", "empty"},         {"encrypted.pdf", "encrypted"},
      {"entities.docx", "malformed"},     {"hidden-text.docx", "docx"},   {"hidden-text.pdf", "pdf"},
      {"invalid-utf8.txt", "text"},       {"latin1.txt", "text"},         {"not-a-zip.docx", "malformed"},
      {"old-word.doc", "not_a_document"}, {"page.pdf", "html"},           {"scan.pdf", "needs_ocr"},
      {"truncated.docx", "malformed"},    {"truncated.pdf", "malformed"}, {"utf16.txt", "text"},
      {"wrong-extension.txt", "docx"},
  };
  for (const Row& row : rows) {
    CAPTURE(row.file);
    const auto document = read(kSamples / "awkward" / row.file);
    CHECK((document ? format_name(document->format) : error_code_name(document.error().code)) == row.outcome);
    if (!document) CHECK(document.error().message.size() > 10);
  }
}
