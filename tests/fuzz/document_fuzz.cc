// The readers inside the library, on any bytes: what comes out is valid UTF-8 and everything points into it.
#include <cstdlib>

#include "base/utf8.h"
#include "skillfit/document.h"

using namespace skillfit;

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  ReadOptions options;
  options.reader_path = "/nonexistent";  // other formats have targets of their own
  const auto document = parse_document(std::string(reinterpret_cast<const char*>(data), size), FUZZ_NAME, options);
  if (!document) return 0;
  const std::string& text = document->text;
  const auto good = [&](SourceSpan span) {
    return span.begin <= span.end && span.end <= text.size() && utf8_floor(text, span.begin) == span.begin &&
           utf8_floor(text, span.end) == span.end;
  };
  if (!is_valid_utf8(text)) std::abort();
  for (const Block& block : document->blocks) {
    if (!good(block.span)) std::abort();
  }
  for (const Field& field : document->fields) {
    if (!good(field.span)) std::abort();
  }
  for (const Note& note : document->notes) {
    if (!good(note.where)) std::abort();
  }
  return 0;
}
