// Text on a grid of terminal cells: how wide it is, and how to make it fit.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

namespace skillfit {

// Cells that `text` takes: 2 for wide characters (CJK, emoji), 0 for combining marks and invisible ones, else 1.
// REQUIRES: valid UTF-8, no control characters.
std::size_t display_width(std::string_view text);

// `text` if it fits into `width` cells, else its beginning (cut_end) or its end (cut_begin) with "…" for the rest.
// Never wider than `width`, never parts a letter from its marks. REQUIRES: as display_width.
std::string cut_end(std::string_view text, std::size_t width);
std::string cut_begin(std::string_view text, std::size_t width);

// `text` broken at spaces into lines of at most `width` cells; a word that is longer is broken too, so nothing is lost
// (only a character wider than `width` sticks out). No text, no lines. REQUIRES: as display_width, width > 0.
std::vector<std::string> wrap(std::string_view text, std::size_t width);

}  // namespace skillfit
