// The first pass: lines, what they look like, and which tokens are worth a second look.
#pragma once

#include <vector>

#include "outline/reading.h"
#include "skillfit/outline.h"

namespace skillfit {

struct ScannedLine {
  TokenSpan tokens;
  LineKind kind = LineKind::text;  // never heading: that takes the lexicon
  bool has_year = false;
};

// The later passes go from one of these tokens to the next, instead of reading everything again. All ascending.
struct Scan {
  std::vector<ScannedLine> lines;    // blank lines have none
  std::vector<std::uint32_t> marks;  // stops and full stops that can end a sentence or a lead-in
  std::vector<std::uint32_t> years;  // numbers that can be a year; the 18 of '18 and 06/18
  // From here on by note_words():
  std::vector<std::uint32_t> time_words;     // years, months ...
  std::vector<std::uint32_t> degree_starts;  // words that may begin a degree
  std::uint32_t posting_words = 0;           // how often the text says you, our, must, will ...
};

Scan scan_lines(const Reading& in);
void note_words(const Reading& in, Scan& scan);

// The kind of a part of a line, as if it stood alone.
LineKind kind_of(const Tokens& tokens, TokenSpan line);

}  // namespace skillfit
