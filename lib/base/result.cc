#include "skillfit/result.h"

#include <array>
#include <utility>

namespace skillfit {

std::string_view error_code_name(ErrorCode code) {
  constexpr std::array<std::string_view, 17> kNames = {
      "not_found", "not_readable", "not_a_document", "empty",       "too_large",   "malformed",
      "encrypted", "needs_ocr",    "reader_failed",  "bad_lexicon", "bad_weights", "no_requirements",
      "duplicate", "usage",        "cannot_write",   "interrupted", "internal"};
  return kNames[static_cast<std::size_t>(code)];
}

std::string to_string(const Error& error) {
  std::string out = error.file;
  if (error.line > 0) out += ":" + std::to_string(error.line);
  if (error.column > 0) out += ":" + std::to_string(error.column);
  if (!out.empty()) out += ": ";
  out += error.message;
  if (!error.excerpt.empty()) out += "\n    " + error.excerpt;
  return out;
}

tl::unexpected<Error> fail(ErrorCode code, std::string message, std::string file) {
  Error error;
  error.code = code;
  error.message = std::move(message);
  error.file = std::move(file);
  return tl::unexpected<Error>(std::move(error));
}

}  // namespace skillfit
