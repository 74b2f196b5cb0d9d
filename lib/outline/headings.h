// Headings: lines, or beginnings of sentences, that name the section which follows.
#pragma once

#include <optional>
#include <vector>

#include "outline/lines.h"

namespace skillfit {

enum class HeadingStyle : std::uint8_t {
  whole,    // the line is the phrase: "Work Experience", "## SKILLS", "Requirements:"
  lead_in,  // the phrase and a colon, text behind it: "Skills: Java, Go"
  run_in,   // the phrase in capitals, text behind it, no colon: "Technical Skills Java, Go"
  unknown,  // formed like a heading, but no phrase we know
};

// A place that can be a heading. Whether it starts a section depends on what the document is and where it stands.
struct Heading {
  TokenSpan tokens;  // with its marks and colon
  std::uint32_t line = 0;
  SectionKind kind = SectionKind::other;
  HeadingStyle style = HeadingStyle::whole;
  std::uint8_t level = 0;  // number of # before it
  bool block = false;      // the reader saw a heading
  bool colon = false;
  bool capitals = false;
  bool repeated = false;  // the heading of its kind before or after it has the same words
};

// In text order, disjoint, at most a few a line.
std::vector<Heading> find_headings(const Reading& in, const Scan& scan);

// The kind of the section that `heading` starts after `current` (null: the text before the first section), if any.
std::optional<SectionKind> section_started(As as, const Heading& heading, const Heading* current, SectionKind kind);

}  // namespace skillfit
