// Widths come from Unicode's East_Asian_Width and general categories, one code point at a time, as terminals count.
#include "base/terminal.h"

#include <unicode/uchar.h>

#include "base/utf8.h"

namespace skillfit {
namespace {

constexpr std::string_view kEllipsis = "…";

std::size_t cell_width(char32_t c) {
  if (c >= 0x20 && c < 0x7F) return 1;
  const auto code_point = static_cast<UChar32>(c);
  if (c == 0xAD) return 1;  // soft hyphen: terminals draw it
  const uint32_t invisible = U_GC_MN_MASK | U_GC_ME_MASK | U_GC_CF_MASK;
  if ((U_GET_GC_MASK(code_point) & invisible) != 0) return 0;
  const int hangul = u_getIntPropertyValue(code_point, UCHAR_HANGUL_SYLLABLE_TYPE);
  if (hangul == U_HST_VOWEL_JAMO || hangul == U_HST_TRAILING_JAMO) return 0;  // drawn into the leading one
  const int width = u_getIntPropertyValue(code_point, UCHAR_EAST_ASIAN_WIDTH);
  return width == U_EA_WIDE || width == U_EA_FULLWIDTH ? 2 : 1;
}

// Where each visible character begins: marks and other invisible code points belong to the character before them.
struct Cluster {
  std::size_t begin;
  std::size_t width;
};

std::vector<Cluster> clusters_of(std::string_view text) {
  std::vector<Cluster> clusters;
  for (std::size_t at = 0; at < text.size();) {
    const std::size_t begin = at;
    const std::size_t width = cell_width(decode_utf8(text, at));
    if (width > 0 || clusters.empty()) clusters.push_back({begin, width});
  }
  return clusters;
}

// `word` in parts of at most `width` cells.
std::vector<std::string_view> pieces(std::string_view word, std::size_t width) {
  std::vector<std::string_view> parts;
  std::size_t begin = 0, used = 0;
  for (const Cluster& cluster : clusters_of(word)) {
    if (used > 0 && used + cluster.width > width) {
      parts.push_back(word.substr(begin, cluster.begin - begin));
      begin = cluster.begin;
      used = 0;
    }
    used += cluster.width;
  }
  parts.push_back(word.substr(begin));
  return parts;
}

}  // namespace

std::size_t display_width(std::string_view text) {
  std::size_t width = 0;
  for (std::size_t at = 0; at < text.size();) width += cell_width(decode_utf8(text, at));
  return width;
}

std::string cut_end(std::string_view text, std::size_t width) {
  if (display_width(text) <= width) return std::string(text);
  if (width == 0) return {};
  std::size_t used = 0;
  for (const Cluster& cluster : clusters_of(text)) {
    used += cluster.width;
    if (used > width - 1) return std::string(text.substr(0, cluster.begin)) += kEllipsis;
  }
  return std::string(kEllipsis);  // not reached: the text is wider than `width`
}

std::string cut_begin(std::string_view text, std::size_t width) {
  if (display_width(text) <= width) return std::string(text);
  if (width == 0) return {};
  const std::vector<Cluster> clusters = clusters_of(text);
  std::size_t used = 0, begin = text.size();
  for (auto cluster = clusters.rbegin(); cluster != clusters.rend(); ++cluster) {
    used += cluster->width;
    if (used > width - 1) break;
    begin = cluster->begin;
  }
  return std::string(kEllipsis) += text.substr(begin);
}

std::vector<std::string> wrap(std::string_view text, std::size_t width) {
  std::vector<std::string> lines;
  std::size_t used = 0;
  while (!text.empty()) {
    const std::string_view word = text.substr(0, text.find(' '));
    text.remove_prefix(word.size() == text.size() ? word.size() : word.size() + 1);
    if (word.empty()) continue;
    const std::size_t cells = display_width(word);
    if (!lines.empty() && used + 1 + cells <= width) {
      (lines.back() += ' ') += word;
      used += 1 + cells;
      continue;
    }
    for (const std::string_view part : pieces(word, width)) {
      lines.emplace_back(part);
      used = display_width(part);
    }
  }
  return lines;
}

}  // namespace skillfit
