// Normalising: source text -> folded text (Unicode NFKC_Casefold) with an exact map back to source bytes.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "skillfit/span.h"

namespace skillfit {

// The folded form of one text. Value type; owns the folded bytes. All members are const and thread-safe.
//
// folded() is followed by kPadding readable zero bytes in the same buffer, so that words may be loaded in whole
// registers and blocks.
class Text {
 public:
  static constexpr std::size_t kPadding = 64 + 8;  // a block, and a word loaded from its last byte

  Text() = default;

  std::string_view folded() const& { return {buffer_.data(), size_}; }
  std::string_view folded() const&& = delete;  // the view would dangle

  // Where in folded() a line end was lost between two words ("five yearsDesired Skills"), ascending.
  const std::vector<std::uint32_t>& seams() const& { return seams_; }
  const std::vector<std::uint32_t>& seams() const&& = delete;

  // The smallest source span whose folding contains `span`: a span that ends inside one character's expansion (the fi
  // ligature) grows to that character's end. Non-decreasing in both ends. Exact for an empty span's position.
  // REQUIRES: span inside folded(). O(log number of non-ASCII runs); O(1) for ASCII.
  SourceSpan to_source(FoldedSpan span) const {
    const auto begins_character = [this](std::uint32_t at) { return (buffer_[at] & 0xC0) != 0x80; };
    if (runs_.empty() && begins_character(span.begin) && begins_character(span.end)) return {span.begin, span.end};
    return map_to_source(span);
  }

 private:
  friend class TextBuilder;
  friend class Tokenizer;
  // A change of the distance between the two texts: from `folded` on, source offset = source + (offset - folded) as
  // long as the run is one to one; inside a run that is not, offsets clamp to the run's ends.
  struct Run {
    std::uint32_t folded;
    std::uint32_t source;
    bool one_to_one;
  };
  // to_source() of any span.
  SourceSpan map_to_source(FoldedSpan span) const;
  // Where the letters of a trade mark or service mark sign begin in folded(), ascending.
  std::vector<std::uint32_t> trademarks() const;

  std::string buffer_ = std::string(kPadding, '\0');  // folded bytes + padding
  std::size_t size_ = 0;
  std::size_t source_size_ = 0;
  std::vector<Run> runs_;             // ascending; empty = identity
  std::vector<std::uint32_t> seams_;  // ascending
};

// NFKC_Casefold of `source`, byte for byte what ICU gives. REQUIRES: valid UTF-8, less than 4 GiB. Total,
// deterministic.
Text normalize(std::string_view source);

}  // namespace skillfit
