// The outline of a document: lines, sections, dated positions, degrees and titles, before anything is known about
// skills.
#pragma once

#include <cstdint>
#include <optional>
#include <string_view>
#include <vector>

#include "skillfit/document.h"
#include "skillfit/lexicon.h"
#include "skillfit/token.h"

namespace skillfit {

// Whether a document is read as the one or the other.
enum class As : std::uint8_t { resume, posting };
std::string_view as_name(As as);

// A calendar month as months since year 0: 2024-03 = 2024 * 12 + 2. Comparable, subtractable.
struct Month {
  std::int32_t value = 0;
  friend constexpr auto operator<=>(Month, Month) = default;
};
constexpr Month make_month(int year, int month /* 1..12 */) {
  return {year * 12 + month - 1};
}

enum class LineKind : std::uint8_t {
  text,
  heading,
  item /* bulleted or numbered */,
  list /* comma-, pipe- or bullet-separated short items */
};

// One line of text: tokens without the newline. Blank lines have no Line.
struct Line {
  TokenSpan tokens;
  std::uint32_t section = 0;  // index into Outline::sections
  LineKind kind = LineKind::text;
};

// From a heading (excluded) to the next one. Sections tile the document in order; the first has no heading.
struct Section {
  SectionKind kind = SectionKind::other;
  TokenSpan heading;  // empty for the first section
  TokenSpan tokens;   // body
};

// A dated job, project or the like. `end` is empty while it lasts ("present").
struct Position {
  TokenSpan tokens;  // from its first line (title) to the next position or the section's end
  TokenSpan title;   // best guess at the job title; may be empty
  TokenSpan dates;
  Month begin;
  std::optional<Month> end;  // last month worked, inclusive
  SectionKind section = SectionKind::experience;
};

struct Degree {
  DegreeLevel level = DegreeLevel::none;
  TokenSpan tokens;
  bool or_equivalent = false;  // posting: "or equivalent experience" follows in the same sentence
  TokenSpan field = {};        // "in computer science or a related field": the words behind it; may be empty
};

// "5+ years of experience", "3-5 years", "at least two years": an amount of time asked or claimed in prose.
struct Duration {
  std::int32_t months = 0;  // the lower bound
  TokenSpan tokens;
};

struct Outline {
  As as = As::resume;
  bool as_guessed = false;
  As looks_like = As::resume;       // by its headings, dates and words, whatever it was read as
  std::vector<Line> lines;          // in text order
  std::vector<Section> sections;    // at least one
  std::vector<Position> positions;  // in text order
  std::vector<Degree> degrees;
  std::vector<Duration> durations;
  std::vector<TokenSpan> impossible_dates;  // resume: ranges that end before they begin; no position is made of them
  TokenSpan title;  // posting: the job's title; resume: the headline or latest position's title; may be empty

  std::vector<std::uint32_t> line_numbers;  // by token; of a newline any

  // Fills line_numbers; make_outline() did. REQUIRES: no line goes on behind so many tokens.
  void number_lines(std::uint32_t tokens);

  // The line that holds a token. REQUIRES: the token is not a newline.
  std::uint32_t line_of(std::uint32_t token) const { return line_numbers[token]; }
};

// Total. `as` decides how headings are read; without it the text is judged (as_guessed) from its headings, dates and
// words.
Outline make_outline(const Document& document, const Tokens& tokens, const Lexicon& lexicon, std::optional<As> as = {});

}  // namespace skillfit
