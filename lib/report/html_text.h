// A whole document as a page shows it: line by line, with the words that decided the score marked where they stand.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "report/html.h"
#include "report/parts.h"

namespace skillfit {

// A place that a requirement rests on.
struct Mark {
  SourceSpan span;
  int number;              // of the requirement, as the page counts them
  std::string_view kind;   // how strongly it speaks, as a class of the style sheet: "strong", "middle", "weak", "none"
  std::string_view label;  // the same in words
};

// The places of one requirement in the resume, strongest first: those that count, for title, years and degree those the
// resume was judged by, and at the end those that do not count.
std::vector<Mark> resume_marks(const Contribution& asked, int number, const Analysis& resume);

// The same in the posting, for a contribution with a requirement.
std::vector<Mark> posting_marks(const Contribution& asked, int number, const Analysis& posting);

// Where a place stands in the page: "r120", "p33".
std::string place_id(As as, SourceSpan span);

// One line of what the marks of a text mean.
void write_legend(Html& html, As as);

// The text with its marks, in lines with their numbers. Every mark carries place_id() of its span and leads back to
// "#q<number>"; what no reader of the document sees is shown as such.
void write_text(Html& html, const Analysis& analysis, std::vector<Mark> marks);

}  // namespace skillfit
