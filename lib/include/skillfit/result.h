// How the library says that something failed: a value, never an exception, an abort or a printed line.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <tl/expected.hpp>

namespace skillfit {

// Stable names, printed by the command line as `code` (see error_code_name).
enum class ErrorCode : std::uint8_t {
  not_found,        // the path does not exist
  not_readable,     // permission, I/O error
  not_a_document,   // a directory, a device, a format we know and refuse (.doc), binary data of no known format
  empty,            // no bytes, or no visible text
  too_large,        // a limit of ReadLimits; the message says which
  malformed,        // the bytes are not what the format promises (truncated PDF, bad zip, bad JSON)
  encrypted,        // needs a password
  needs_ocr,        // a scan: pages without a text layer
  reader_failed,    // the reader process crashed, hung past the limit or could not be started
  bad_lexicon,      // a lexicon file does not parse or check; file, line and column are set
  bad_weights,      // a weights file does not parse
  no_requirements,  // a posting in which nothing to ask for was recognised: no score exists
  duplicate,        // the same bytes or the same text as another input of the same batch
  usage,            // arguments that contradict each other
  cannot_write,     // output could not be written
  interrupted,      // stopped by the user
  internal,         // a bug in skillfit
};

// "not_found", "needs_ocr", ... Total; the view is static.
std::string_view error_code_name(ErrorCode code);

struct Error {
  ErrorCode code = ErrorCode::internal;
  std::string message;     // one sentence for a person: what happened and what to do about it
  std::string file;        // the file concerned, empty if none
  std::uint32_t line = 0;  // 1-based; 0 = does not apply
  std::uint32_t column = 0;
  std::string excerpt;  // the offending line or bytes, at most about 120 bytes, control characters stripped
};

// "cv.toml:3:9: message" followed by the excerpt on a line of its own if there is one. For terminals and logs.
std::string to_string(const Error& error);

template <class T>
using Result = tl::expected<T, Error>;

// `return fail(ErrorCode::empty, "the file has no text", path);`
tl::unexpected<Error> fail(ErrorCode code, std::string message, std::string file = {});

}  // namespace skillfit
