// Folding with a fast path. Unicode promises: where a character has a normalisation boundary before it, the text may be
// cut there and both parts folded on their own. So a character that stands between two such cuts folds by itself, and a
// table knows to what; ICU sees only stretches of several characters that may interact.
//
// The trap is characters that fold to nothing, such as the soft hyphen: a mark behind one composes with the letter in
// front of it. ICU reports no boundary before them, so the rule covers them: a stretch always goes on to the next
// character that has one. ASCII characters always have one.
#include "base/utf8.h"
#include "skillfit/text.h"
#include "text/builder.h"
#include "text/folding.h"

namespace skillfit {
namespace {

constexpr std::size_t kLongStretch = 256;  // bytes; longer ones do not occur in any language

// The first boundary at or after `at`.
std::size_t next_boundary(std::string_view source, std::size_t at) {
  while (at < source.size() && static_cast<unsigned char>(source[at]) >= 0x80) {
    std::size_t after = at;
    if (folding_of(decode_utf8(source, after)).boundary_before) break;
    at = after;
  }
  return at;
}

// Folds the stretch that begins with the character at builder.source_at().
void append_stretch(std::string_view source, TextBuilder& builder) {
  const std::size_t begin = builder.source_at();
  std::size_t after = begin;
  const char32_t c = decode_utf8(source, after);
  const std::size_t size = next_boundary(source, after) - begin;
  if (size > kLongStretch) {
    builder.append(size, fold_long_stretch(source.substr(begin, size)), false);
    return;
  }
  const Folding& folding = folding_of(c);
  if (begin + size == after && folding.size != Folding::kLong) {
    builder.append(size, folding.view(), folding.one_to_one);
  } else {
    builder.append_icu(size);
  }
}

}  // namespace

Text normalize(std::string_view source) {
  TextBuilder builder(source);
  while (builder.source_at() < source.size()) {
    const std::size_t begin = builder.source_at();
    const std::size_t ascii = ascii_prefix(source.substr(begin));
    // The last ASCII character before something that leans on it belongs to that stretch.
    const bool leans = ascii > 0 && next_boundary(source, begin + ascii) != begin + ascii;
    if (ascii > 0) builder.append_ascii(leans ? ascii - 1 : ascii);
    if (builder.source_at() < source.size()) append_stretch(source, builder);
  }
  return std::move(builder).finish();
}

}  // namespace skillfit
