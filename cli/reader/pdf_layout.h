// Reading order: from words at places on a page to lines of text.
#pragma once

#include <string>
#include <vector>

#include "appearance.h"

namespace skillfit::reader {

// A word and its box, in points from the page's top left corner.
struct Word {
  std::string text;
  double left = 0, top = 0, right = 0, bottom = 0;
  bool space_after = false;
  double points = 12;  // of its font
  Ink ink = {};

  double height() const { return bottom - top; }
  double middle() const { return (top + bottom) / 2; }
};

struct Line {
  std::vector<Word> words;  // from left to right
  bool gap_before = false;  // set apart from the line before, or the first of a column
};

struct Layout {
  std::vector<Line> lines;
  bool columns = false;  // some of it is set in columns
};

// `words` in the order of the page's own text flow, in which the words of one line follow each other.
Layout lay_out(std::vector<Word> words);

// The line's words with spaces between, and tabs where the page leaves wide gaps.
std::string text_of(const Line& line);

}  // namespace skillfit::reader
