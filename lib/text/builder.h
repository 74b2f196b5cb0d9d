// Puts a Text together from left to right: folded bytes, and with them the runs of the offset map.
#pragma once

#include <cstdint>
#include <string_view>

#include "skillfit/text.h"

namespace skillfit {

class TextBuilder {
 public:
  explicit TextBuilder(std::string_view source);

  std::size_t source_at() const { return source_at_; }  // source bytes consumed so far

  // The next `size` bytes, which are ASCII, in lower case.
  void append_ascii(std::size_t size);

  // The next `source_size` bytes of the source fold to `folded`. `one_to_one`: both are one character of the same size
  // (or the same characters), so that offsets inside stay comparable.
  void append(std::size_t source_size, std::string_view folded, bool one_to_one);

  // The next `source_size` bytes through ICU, with the map that its Edits give.
  void append_icu(std::size_t source_size);

  Text finish() &&;

 private:
  void add_seams();
  void map_change(std::string_view from, std::string_view to);
  void map(std::size_t source_size, std::size_t folded_size, bool one_to_one);
  void make_room(std::size_t source_size, std::size_t folded_size);

  std::string_view source_;
  std::size_t source_at_ = 0;
  Text text_;  // size_ = folded bytes so far; buffer_ always has room for the rest of the source one to one
};

}  // namespace skillfit
