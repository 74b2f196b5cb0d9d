// A cursor that only ever moves forward and remembers whether it ran off the end, so that decoding reads like the
// encoding beside it and is checked once, at the end.
#include "document/wire.h"

#include "base/utf8.h"

namespace skillfit {
namespace {

constexpr std::uint8_t kNoError = 255;

class Packer {
 public:
  explicit Packer(FrameMagic magic) : out_(magic) { out_.append(4, '\0'); }
  template <class Number>
  void number(Number value) {
    for (std::size_t i = 0; i < sizeof(Number); ++i)
      out_ += static_cast<char>(static_cast<std::uint64_t>(value) >> (8 * i));
  }
  void string(std::string_view value) {
    number(static_cast<std::uint32_t>(value.size()));
    out_ += value;
  }
  void span(SourceSpan value) {
    number(value.begin);
    number(value.end);
  }
  std::string frame() {
    const std::size_t length = out_.size() - kFrameHeader;
    for (std::size_t i = 0; i < 4; ++i) out_[4 + i] = static_cast<char>(length >> (8 * i));
    return std::move(out_);
  }

 private:
  std::string out_;
};

class Unpacker {
 public:
  explicit Unpacker(std::string_view in) : in_(in) {}
  template <class Number>
  Number number() {
    std::uint64_t value = 0;
    for (std::size_t i = 0; i < sizeof(Number); ++i) value |= std::uint64_t{byte()} << (8 * i);
    return static_cast<Number>(value);
  }
  std::string string() {
    const auto size = number<std::uint32_t>();
    if (size > in_.size()) return fail_here(), std::string();
    std::string value(in_.substr(0, size));
    in_.remove_prefix(size);
    return value;
  }
  // A span inside `text` that starts and ends between characters.
  SourceSpan span(std::string_view text) {
    const SourceSpan value{number<std::uint32_t>(), number<std::uint32_t>()};
    const auto on_boundary = [&](std::size_t at) { return at <= text.size() && utf8_floor(text, at) == at; };
    if (value.begin > value.end || !on_boundary(value.begin) || !on_boundary(value.end))
      return fail_here(), SourceSpan();
    return value;
  }
  // A count of things of at least `size` bytes each, so that a lie cannot make the caller reserve the world.
  std::uint32_t count(std::size_t size) {
    const auto value = number<std::uint32_t>();
    if (value > in_.size() / size) return fail_here(), 0;
    return value;
  }
  void require(bool condition) {
    if (!condition) fail_here();
  }
  bool finished() const { return good_ && in_.empty(); }

 private:
  std::uint8_t byte() {
    if (in_.empty()) return fail_here(), std::uint8_t{0};
    const auto value = static_cast<std::uint8_t>(in_.front());
    in_.remove_prefix(1);
    return value;
  }
  void fail_here() {
    good_ = false;
    in_ = {};
  }
  std::string_view in_;
  bool good_ = true;
};

void pack(Packer& out, const Document& document) {
  out.string(document.text);
  out.number(static_cast<std::uint32_t>(document.blocks.size()));
  for (const Block& block : document.blocks) {
    out.number(static_cast<std::uint8_t>(block.kind));
    out.span(block.span);
    out.number(block.page);
  }
  out.number(static_cast<std::uint32_t>(document.hidden.size()));
  for (const SourceSpan span : document.hidden) out.span(span);
  out.number(static_cast<std::uint32_t>(document.notes.size()));
  for (const Note& note : document.notes) {
    out.string(note.code);
    out.string(note.message);
    out.span(note.where);
  }
}

void pack(Packer& out, const Error& error) {
  out.number(static_cast<std::uint8_t>(error.code));
  out.string(error.message);
}

Error unpack_error(Unpacker& in, std::uint8_t code) {
  std::string message = in.string();
  in.require(code <= static_cast<std::uint8_t>(ErrorCode::internal) && is_valid_utf8(message));
  return fail(static_cast<ErrorCode>(code), std::move(message)).value();
}

Document unpack_document(Unpacker& in) {
  Document document;
  document.text = in.string();
  in.require(is_valid_utf8(document.text));
  std::uint32_t last = 0;
  for (std::uint32_t i = in.count(13); i > 0; --i) {
    const auto kind = in.number<std::uint8_t>();
    const SourceSpan span = in.span(document.text);
    in.require(kind <= static_cast<std::uint8_t>(BlockKind::footer) && span.begin >= last);
    document.blocks.push_back({static_cast<BlockKind>(kind), span, in.number<std::uint32_t>()});
    last = span.end;
  }
  last = 0;
  for (std::uint32_t i = in.count(8); i > 0; --i) {
    document.hidden.push_back(in.span(document.text));
    in.require(document.hidden.back().begin >= last);
    last = document.hidden.back().end;
  }
  for (std::uint32_t i = in.count(16); i > 0; --i) {
    Note note{in.string(), in.string(), in.span(document.text)};
    in.require(is_valid_utf8(note.code) && is_valid_utf8(note.message));
    document.notes.push_back(std::move(note));
  }
  return document;
}

}  // namespace

std::optional<std::uint32_t> frame_length(std::string_view header, FrameMagic magic) {
  if (!header.starts_with(magic)) return {};
  return Unpacker(header.substr(magic.size())).number<std::uint32_t>();
}

std::string encode_request(const ReaderRequest& request) {
  Packer out(kRequestMagic);
  out.number(static_cast<std::uint8_t>(request.task));
  out.number(static_cast<std::uint8_t>(request.format));
  out.number(request.limits.file_bytes);
  out.number(request.limits.text_bytes);
  out.number(request.limits.milliseconds);
  out.number(request.limits.memory_bytes);
  out.number(request.limits.nesting);
  out.number(request.limits.pages);
  out.string(request.bytes);
  out.number(request.first);
  out.number(request.count);
  out.number(request.unpacked);
  return out.frame();
}

std::optional<ReaderRequest> decode_request(std::string_view payload) {
  Unpacker in(payload);
  ReaderRequest request;
  request.task = static_cast<ReaderTask>(in.number<std::uint8_t>());
  request.format = static_cast<Format>(in.number<std::uint8_t>());
  request.limits.file_bytes = in.number<std::uint64_t>();
  request.limits.text_bytes = in.number<std::uint64_t>();
  request.limits.milliseconds = in.number<std::uint32_t>();
  request.limits.memory_bytes = in.number<std::uint64_t>();
  request.limits.nesting = in.number<std::uint32_t>();
  request.limits.pages = in.number<std::uint32_t>();
  request.bytes = in.string();
  request.first = in.number<std::uint32_t>();
  request.count = in.number<std::uint32_t>();
  request.unpacked = in.number<std::uint64_t>();
  if (!in.finished()) return {};
  return request;
}

std::string encode_answer(const Result<Document>& answer) {
  Packer out(kAnswerMagic);
  if (answer) {
    out.number(kNoError);
    pack(out, *answer);
  } else {
    pack(out, answer.error());
  }
  return out.frame();
}

std::string encode_entries(const Result<ArchiveEntries>& answer) {
  Packer out(kAnswerMagic);
  if (!answer) {
    pack(out, answer.error());
    return out.frame();
  }
  out.number(kNoError);
  out.number(answer->unpacked);
  out.number(static_cast<std::uint32_t>(answer->entries.size()));
  for (const Result<std::string>& entry : answer->entries) {
    if (entry) {
      out.number(kNoError);
      out.string(*entry);
    } else {
      pack(out, entry.error());
    }
  }
  return out.frame();
}

std::optional<Result<Document>> decode_answer(std::string_view payload) {
  Unpacker in(payload);
  const auto code = in.number<std::uint8_t>();
  if (code == kNoError) {
    Document document = unpack_document(in);
    if (!in.finished()) return {};
    return document;
  }
  Error error = unpack_error(in, code);
  if (!in.finished()) return {};
  return Result<Document>(tl::unexpected(std::move(error)));
}

std::optional<Result<ArchiveEntries>> decode_entries(std::string_view payload) {
  Unpacker in(payload);
  if (const auto code = in.number<std::uint8_t>(); code != kNoError) {
    Error error = unpack_error(in, code);
    if (!in.finished()) return {};
    return Result<ArchiveEntries>(tl::unexpected(std::move(error)));
  }
  ArchiveEntries answer;
  answer.unpacked = in.number<std::uint64_t>();
  for (std::uint32_t i = in.count(5); i > 0; --i) {
    const auto code = in.number<std::uint8_t>();
    answer.entries.push_back(code == kNoError ? Result<std::string>(in.string())
                                              : tl::unexpected(unpack_error(in, code)));
  }
  if (!in.finished()) return {};
  return Result<ArchiveEntries>(std::move(answer));
}

}  // namespace skillfit
