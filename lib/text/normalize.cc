// Folding with a fast path. Unicode promises: where a character has a normalisation boundary before it, the text may be
// cut there and both parts folded on their own. So a character that stands between two such cuts folds by itself, and a
// table (made from ICU) knows to what; ICU sees only stretches of several characters that may interact.
//
// The trap is characters that fold to nothing, such as the soft hyphen: a mark behind one composes with the letter in
// front of it. ICU reports no boundary before them, so the rule covers them: a stretch always goes on to the next
// character that has one. ASCII characters always have one.
#include <unicode/bytestream.h>
#include <unicode/normalizer2.h>

#include <cstring>
#include <string>

#include "base/utf8.h"
#include "skillfit/text.h"
#include "text/builder.h"
#include "text/code_points.h"
#include "text/icu.h"

namespace skillfit {
namespace {

// What one code point folds to when it stands between two boundaries.
struct Folding {
  char bytes[6];
  std::uint8_t size;         // kLong: does not fit
  bool boundary_before : 1;  // nothing in front of it can change it
  bool one_to_one : 1;       // one character of the same size

  static constexpr std::uint8_t kLong = 0xFF;
};

Folding compute_folding(char32_t c) {
  Folding folding_of_c{};
  if (c >= 0xD800 && c < 0xE000) return folding_of_c;  // surrogates never occur in UTF-8
  std::string source, folded;
  append_utf8(source, c);
  icu::StringByteSink<std::string> sink(&folded);
  UErrorCode status = U_ZERO_ERROR;
  folding().normalizeUTF8(0, source, sink, nullptr, status);
  folding_of_c.boundary_before = folding().hasBoundaryBefore(static_cast<UChar32>(c));
  folding_of_c.size = Folding::kLong;
  if (folded.size() <= sizeof folding_of_c.bytes) {
    folding_of_c.size = static_cast<std::uint8_t>(folded.size());
    std::memcpy(folding_of_c.bytes, folded.data(), folded.size());
  }
  std::size_t first = 0;
  if (!folded.empty()) decode_utf8(folded, first);
  folding_of_c.one_to_one = folded.size() == source.size() && first == folded.size();
  return folding_of_c;
}

constinit const CodePointTable<Folding> kFoldings(compute_folding);

// Where the stretch that begins with the character before `at` ends: at the next boundary.
std::size_t next_boundary(std::string_view source, std::size_t at) {
  while (at < source.size()) {
    std::size_t after = at;
    const char32_t c = decode_utf8(source, after);
    if (c < 0x80 || kFoldings[c].boundary_before) break;
    at = after;
  }
  return at;
}

// Folds from a character that is not ASCII to the next boundary.
void append_stretch(std::string_view source, TextBuilder& builder) {
  const std::size_t begin = builder.source_at();
  std::size_t after = begin;
  const Folding& folded = kFoldings[decode_utf8(source, after)];
  const std::size_t end = next_boundary(source, after);
  if (end == after && folded.size != Folding::kLong) {
    builder.append(end - begin, {folded.bytes, folded.size}, folded.one_to_one);
  } else {
    builder.append_icu(end - begin);
  }
}

}  // namespace

Text normalize(std::string_view source) {
  TextBuilder builder(source);
  while (builder.source_at() < source.size()) {
    const std::size_t ascii_end = builder.source_at() + ascii_prefix(source.substr(builder.source_at()));
    // The last ASCII character before something that leans on it belongs to that stretch.
    const bool leans =
        ascii_end > builder.source_at() && ascii_end < source.size() && next_boundary(source, ascii_end) != ascii_end;
    builder.lower_ascii(leans ? ascii_end - 1 : ascii_end);
    if (leans) {
      builder.append_icu(next_boundary(source, ascii_end) - builder.source_at());
    } else if (ascii_end < source.size()) {
      append_stretch(source, builder);
    }
  }
  return std::move(builder).finish();
}

}  // namespace skillfit
