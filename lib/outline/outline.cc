// Several small passes, each over less than the one before: all tokens for the lines, the beginnings of lines for the
// headings, lines with a year for the dates, lines with a word of time for the durations.
#include "skillfit/outline.h"

#include <algorithm>

#include "outline/claims.h"
#include "outline/frame.h"
#include "outline/positions.h"
#include "outline/sections.h"
#include "outline/titles.h"

namespace skillfit {
namespace {

// What the format says, if it says anything.
std::optional<As> as_of_format(Format format) {
  switch (format) {
    case Format::json_resume:
      return As::resume;
    case Format::job_posting:
      return As::posting;
    default:
      return std::nullopt;
  }
}

}  // namespace

std::string_view as_name(As as) {
  return as == As::resume ? "resume" : "posting";
}

// In steps of several tokens, each beyond the end of its line; what lies there is overwritten by the next.
void Outline::number_lines(std::uint32_t tokens) {
  constexpr std::uint32_t kStep = 16;
  line_numbers.resize(tokens + kStep);
  for (std::uint32_t i = 0; i < lines.size(); ++i) {
    for (std::uint32_t at = lines[i].tokens.first; at < lines[i].tokens.last; at += kStep) {
      std::fill_n(line_numbers.begin() + at, kStep, i);
    }
  }
  line_numbers.resize(tokens);
}

Outline make_outline(const Document& document, const Tokens& tokens, const Lexicon& lexicon, std::optional<As> as) {
  const Reading in{document, tokens, lexicon.compiled()};
  Scan scan = scan_lines(in);
  note_words(in, scan);
  const std::vector<Heading> headings = find_headings(in, scan);
  const std::vector<DateRange> dates = find_dates(in, scan);
  Outline outline;
  outline.as_guessed = !as && !as_of_format(document.format);
  outline.looks_like = as_of_format(document.format).value_or(judge(in, scan, headings, dates));
  outline.as = as.value_or(outline.looks_like);
  build_sections(in, scan, headings, outline);
  if (outline.as == As::resume) find_positions(in, dates, outline);
  find_degrees(in, scan, outline);
  find_durations(in, scan, outline);
  outline.title = find_title(in, outline);
  return outline;
}

Outline make_frame(const Document& document, const Tokens& tokens, const Lexicon& lexicon, std::optional<As> as) {
  const Reading in{document, tokens, lexicon.compiled()};
  Scan scan = scan_lines(in);
  const std::vector<Heading> headings = find_headings(in, scan);
  if (!as) as = as_of_format(document.format);
  if (!as) {
    note_words(in, scan);
    as = judge(in, scan, headings, find_dates(in, scan));
  }
  Outline outline;
  outline.as = *as;
  build_sections(in, scan, headings, outline);
  if (outline.as == As::posting) outline.title = find_title(in, outline);
  return outline;
}

}  // namespace skillfit
