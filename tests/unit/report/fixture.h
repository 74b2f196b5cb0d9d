// A small lexicon, a resume and a posting made by hand, and a match between them whose every number is chosen here:
// what reports print can then be checked against what stands in this file.
#pragma once

#include <string>
#include <vector>

#include "skillfit/report.h"

namespace skillfit::testing {

struct Fixture {
  Fixture();

  SkillId skill(std::string_view key) const { return *lexicon.find(key); }
  // The first place of `words` in a text.
  static SourceSpan span(const Analysis& in, std::string_view words);
  ReportContext context() const { return {lexicon, options}; }

  Lexicon lexicon;
  ReportOptions options;
  Analysis resume, posting;
  Match match;
};

// `count` rows with scores falling from the top, then one error and one skipped row.
std::vector<Row> sample_rows(const Fixture& fixture, std::size_t count);

// The cells of RFC 4180 text, by a reader of its own.
std::vector<std::vector<std::string>> parse_csv(const std::string& text);

std::vector<std::string> lines_of(const std::string& text);

}  // namespace skillfit::testing
