// skillfit-reader: reads the formats whose parsers are large and see hostile bytes (PDF, DOCX, ODT, RTF, HTML) so that
// skillfit itself does not have to. It answers one request after the other on the socket that is its standard input and
// output, and ends when that closes. It is started by the library, not by people.
#include <unistd.h>

#include <algorithm>
#include <array>
#include <cerrno>
#include <new>
#include <optional>
#include <string>

#include "readers.h"
#include "sandbox.h"

namespace skillfit::reader {
namespace {

struct Row {
  Format format;
  Result<Document> (*read)(const ReaderRequest&);
};
constexpr std::array kReaders = {Row{Format::pdf, read_pdf}, Row{Format::docx, read_docx}, Row{Format::odt, read_odt},
                                 Row{Format::rtf, read_rtf}, Row{Format::html, read_html}};

bool read_all(char* into, std::size_t size) {
  while (size > 0) {
    const ssize_t got = ::read(STDIN_FILENO, into, size);
    if (got < 0 && errno == EINTR) continue;
    if (got <= 0) return false;
    into += got;
    size -= static_cast<std::size_t>(got);
  }
  return true;
}

bool write_all(std::string_view bytes) {
  while (!bytes.empty()) {
    const ssize_t put = ::write(STDOUT_FILENO, bytes.data(), bytes.size());
    if (put < 0 && errno == EINTR) continue;
    if (put <= 0) return false;
    bytes.remove_prefix(static_cast<std::size_t>(put));
  }
  return true;
}

std::optional<ReaderRequest> next_request() {
  std::string header(kFrameHeader, '\0');
  if (!read_all(header.data(), header.size())) return {};
  const auto length = frame_length(header, kRequestMagic);
  if (!length) return {};
  std::string payload(*length, '\0');
  if (!read_all(payload.data(), payload.size())) return {};
  return decode_request(payload);
}

// A process that has read others before may have little memory left: it ends, and the library asks a fresh one.
bool first_request = true;

// The libraries throw what they like; here is where it ends.
template <class Answer>
Result<Answer> do_safely(Result<Answer> (*task)(const ReaderRequest&), const ReaderRequest& request) {
  try {
    return task(request);
  } catch (const std::bad_alloc&) {
    if (!first_request) ::_exit(1);
    return fail(ErrorCode::too_large, "needs more memory to read than the limit of " +
                                          std::to_string(request.limits.memory_bytes >> 20) + " MiB");
  } catch (...) {
    return fail(ErrorCode::malformed, "is damaged: its reader gave up");
  }
}

Result<Document> read_document(const ReaderRequest& request) {
  const auto row = std::ranges::find(kReaders, request.format, &Row::format);
  if (row == kReaders.end()) return fail(ErrorCode::internal, "the reader does not know this format");
  Result<Document> document = row->read(request);
  if (document && document->text.size() > request.limits.text_bytes) {
    return fail(ErrorCode::too_large,
                "holds more text than the limit of " + std::to_string(request.limits.text_bytes) + " bytes");
  }
  return document;
}

std::string answer(const ReaderRequest& request) {
  switch (request.task) {
    case ReaderTask::list:
      return encode_entries(do_safely(list_archive, request));
    case ReaderTask::unpack:
      return encode_entries(do_safely(unpack_archive, request));
    case ReaderTask::read:
      break;
  }
  return encode_answer(do_safely(read_document, request));
}

}  // namespace
}  // namespace skillfit::reader

int main() {
  using namespace skillfit::reader;
  if (::isatty(STDIN_FILENO)) return 64;  // a person started it
  give_up_rights();
  while (const auto request = next_request()) {
    set_limits(request->limits);
    if (!end_with_parent(true)) break;
    const std::string said = answer(*request);
    if (!end_with_parent(false) || !write_all(said)) break;
    first_request = false;
  }
  return 0;
}
