#include "text/folding.h"

#include <unicode/bytestream.h>

#include <algorithm>
#include <cstring>
#include <string>
#include <vector>

#include "base/utf8.h"
#include "text/code_points.h"

namespace skillfit {
namespace {

std::string normalized(const icu::Normalizer2& form, std::string_view text) {
  std::string result;
  icu::StringByteSink<std::string> sink(&result);
  UErrorCode status = U_ZERO_ERROR;  // only running out of memory could change it
  form.normalizeUTF8(0, icu::StringPiece(text.data(), static_cast<std::int32_t>(text.size())), sink, nullptr, status);
  return result;
}

Folding compute_folding(char32_t c) {
  Folding result{};
  if (c >= 0xD800 && c < 0xE000) return result;  // surrogates never occur in UTF-8
  std::string source;
  append_utf8(source, c);
  const std::string folded = normalized(nfkc_casefold(), source);
  result.boundary_before = nfkc_casefold().hasBoundaryBefore(static_cast<UChar32>(c));
  result.size = Folding::kLong;
  if (folded.size() <= sizeof result.bytes) {
    result.size = static_cast<std::uint8_t>(folded.size());
    std::memcpy(result.bytes, folded.data(), folded.size());
  }
  std::size_t first = 0;
  if (!folded.empty()) decode_utf8(folded, first);
  result.one_to_one = folded.size() == source.size() && first == folded.size();
  return result;
}

constinit const CodePointTable<Folding> kFoldings(compute_folding);

struct Mark {
  char32_t c;
  std::uint8_t combining_class;  // 0 = not a mark
};

// Marks between two characters that are none stand in the order of their classes, equals as they came.
void order_marks(std::vector<Mark>& marks) {
  const auto is_mark = [](const Mark& mark) { return mark.combining_class != 0; };
  for (auto first = marks.begin(); first != marks.end();) {
    first = std::find_if(first, marks.end(), is_mark);
    const auto last = std::find_if_not(first, marks.end(), is_mark);
    std::stable_sort(first, last, [](const Mark& a, const Mark& b) { return a.combining_class < b.combining_class; });
    first = last;
  }
}

}  // namespace

const Folding& folding_of(char32_t c) {
  return kFoldings[c];
}

const icu::Normalizer2& nfkc_casefold() {
  static const icu::Normalizer2& instance = []() -> const icu::Normalizer2& {
    UErrorCode status = U_ZERO_ERROR;
    return *icu::Normalizer2::getNFKCCasefoldInstance(status);
  }();
  return instance;
}

std::string fold_long_stretch(std::string_view stretch) {
  UErrorCode status = U_ZERO_ERROR;
  const icu::Normalizer2& nfd = *icu::Normalizer2::getNFDInstance(status);
  std::vector<Mark> marks;
  for (std::size_t at = 0; at < stretch.size();) {
    const std::size_t begin = at;
    decode_utf8(stretch, at);
    const std::string parts = normalized(nfd, normalized(nfkc_casefold(), stretch.substr(begin, at - begin)));
    for (std::size_t part = 0; part < parts.size();) {
      const char32_t c = decode_utf8(parts, part);
      marks.push_back({c, nfd.getCombiningClass(static_cast<UChar32>(c))});
    }
  }
  order_marks(marks);
  std::string ordered;
  for (const Mark& mark : marks) append_utf8(ordered, mark.c);
  return normalized(nfkc_casefold(), ordered);
}

}  // namespace skillfit
