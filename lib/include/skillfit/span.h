// Byte spans that know which text they point into.
//
// Two texts exist for every document: the source (`Document::text`) and its folded form (`Text::folded()`). A span of
// one is meaningless in the other, so the coordinates are part of the type and mixing them does not compile.
#pragma once

#include <cstdint>
#include <string_view>

namespace skillfit {

// Half-open range of bytes [begin, end). Invariant kept by every producer: begin <= end <= size of the text.
// Documents are limited to far less than 4 GiB (see ReadLimits), so 32 bits are enough.
template <class Coordinates>
struct ByteSpan {
  std::uint32_t begin = 0;
  std::uint32_t end = 0;

  constexpr std::uint32_t size() const { return end - begin; }
  constexpr bool empty() const { return begin == end; }
  constexpr bool contains(ByteSpan other) const { return begin <= other.begin && other.end <= end; }
  friend constexpr bool operator==(ByteSpan, ByteSpan) = default;
  friend constexpr auto operator<=>(ByteSpan, ByteSpan) = default;
};

using SourceSpan = ByteSpan<struct SourceCoordinates>;  // bytes of Document::text
using FoldedSpan = ByteSpan<struct FoldedCoordinates>;  // bytes of Text::folded()

// The bytes of `text` that `span` covers. REQUIRES: span lies inside text. The view lives as long as `text`'s storage.
template <class Coordinates>
constexpr std::string_view slice(std::string_view text, ByteSpan<Coordinates> span) {
  return text.substr(span.begin, span.size());
}

// Half-open range of indices into one document's Tokens.
struct TokenSpan {
  std::uint32_t first = 0;
  std::uint32_t last = 0;  // one past

  constexpr std::uint32_t size() const { return last - first; }
  constexpr bool empty() const { return first == last; }
  constexpr bool contains(std::uint32_t token) const { return first <= token && token < last; }
  friend constexpr bool operator==(TokenSpan, TokenSpan) = default;
};

}  // namespace skillfit
