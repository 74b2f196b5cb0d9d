// Reading in tests: through the real reader process.
#pragma once

#include <string>

#include "skillfit/document.h"

namespace skillfit::testing {

inline Result<Document> read_bytes(std::string bytes, const std::string& path) {
  ReadOptions options;
  options.reader_path = SKILLFIT_BINARY_DIR "/bin/skillfit-reader";
  return parse_document(std::move(bytes), path, options);
}

// All that stands in the file unseen, joined by "|".
inline std::string hidden_of(const Document& document) {
  std::string out;
  for (const SourceSpan span : document.hidden)
    out += (out.empty() ? "" : "|") + std::string(slice(document.text, span));
  return out;
}

// The codes of the notes, joined by spaces.
inline std::string notes_of(const Document& document) {
  std::string out;
  for (const Note& note : document.notes) out += (out.empty() ? "" : " ") + note.code;
  return out;
}

}  // namespace skillfit::testing
