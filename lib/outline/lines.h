// The first pass: lines, what they look like, and what is in them worth a second look.
#pragma once

#include <vector>

#include "outline/reading.h"
#include "skillfit/outline.h"

namespace skillfit {

// What a line holds, so that the later passes only look where something can be found.
struct Traits {
  bool year : 1 = false;      // something that can be a year or the like
  bool colon : 1 = false;     // a colon or question mark: a lead-in may end there
  bool duration : 1 = false;  // the word years, months ...
};

struct ScannedLine {
  TokenSpan tokens;
  LineKind kind = LineKind::text;  // never heading: that takes the lexicon
  Traits traits;
};

struct Scan {
  std::vector<ScannedLine> lines;            // blank lines have none
  std::vector<std::uint32_t> degree_starts;  // words that can begin a degree, ascending
  std::uint32_t address = 0;                 // how often the text says you, your, we, our
};

Scan scan_lines(const Reading& in);

// The kind of a part of a line, as if it stood alone.
LineKind kind_of(const Reading& in, TokenSpan line);

}  // namespace skillfit
