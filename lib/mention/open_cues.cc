// Regular expressions are slow over a whole text and fast over a line, so each stands behind a gate: a literal that is
// searched for in the folded text, and only the line around it is given to RE2. Closed phrases are data
// (lexicon/cues.toml).
#include "mention/open_cues.h"

#include <re2/re2.h>

#include <algorithm>
#include <array>
#include <string_view>

namespace skillfit {
namespace {

struct OpenCue {
  std::string_view gate;  // a literal in every match, folded
  const char* pattern;    // over folded text; its match is the cue
  Stance stance;
  CueScope scope;
};

constexpr std::array<OpenCue, 4> kOpenCues = {{
    {"no ", R"(\bno (?:[a-z-]+ ){1,2}(?:experience|knowledge|background|training) (?:with|in|of|using)\b)",
     Stance::negated, CueScope::after},
    {"not ",
     R"(\b(?:have|has|am|is) not (?:yet |currently |ever )?(?:worked with|worked in|used|familiar with|experienced (?:in|with)|trained in)\b)",
     Stance::negated, CueScope::after},
    {" not ",
     R"(\b(?:is|are) not (?:strictly |absolutely |explicitly |necessarily )(?:required|needed|necessary|essential)\b)",
     Stance::negated, CueScope::before},
    {"would be ",
     R"(\bwould be (?:a |an )?(?:[a-z-]+ ){0,2}(?:plus|bonus|advantage|asset|benefit|beneficial|desirable|welcome)\b)",
     Stance::preferred, CueScope::before},
}};

const RE2& compiled(std::size_t i) {
  static const std::array<RE2, kOpenCues.size()> kCompiled = {RE2(kOpenCues[0].pattern), RE2(kOpenCues[1].pattern),
                                                              RE2(kOpenCues[2].pattern), RE2(kOpenCues[3].pattern)};
  return kCompiled[i];
}

// The first token that ends behind `offset`.
std::uint32_t token_at(const Tokens& tokens, std::uint32_t offset) {
  std::uint32_t low = 0, high = tokens.size();
  while (low < high) {
    const std::uint32_t middle = low + (high - low) / 2;
    (tokens[middle].span().end > offset ? high : low) = tokens[middle].span().end > offset ? middle : middle + 1;
  }
  return low;
}

// All matches of one cue in the line of tokens.
void match_line(std::size_t i, const Tokens& tokens, TokenSpan line, std::vector<CueHit>& found) {
  const FoldedSpan span = tokens.folded_span(line);
  re2::StringPiece rest(tokens.text().folded().data() + span.begin, span.size());
  re2::StringPiece match;
  while (compiled(i).Match(rest, 0, rest.size(), RE2::UNANCHORED, &match, 1) && !match.empty()) {
    const auto begin = static_cast<std::uint32_t>(match.data() - tokens.text().folded().data());
    const auto end = begin + static_cast<std::uint32_t>(match.size());
    found.push_back({{token_at(tokens, begin), token_at(tokens, end - 1) + 1},
                     {CueFamily::stance, static_cast<std::uint8_t>(kOpenCues[i].stance), kOpenCues[i].scope}});
    rest.remove_prefix(static_cast<std::size_t>(match.data() - rest.data()) + match.size());
  }
}

}  // namespace

void add_open_cues(const Tokens& tokens, const Outline& outline, std::vector<CueHit>& cues) {
  const std::string_view folded = tokens.text().folded();
  const std::size_t before = cues.size();
  for (std::size_t i = 0; i < kOpenCues.size(); ++i) {
    for (std::size_t at = folded.find(kOpenCues[i].gate); at != folded.npos; at = folded.find(kOpenCues[i].gate, at)) {
      const std::uint32_t token = token_at(tokens, static_cast<std::uint32_t>(at) + 1);
      if (token >= tokens.size()) break;
      const TokenSpan line = outline.lines[outline.line_of(token)].tokens;
      if (line.contains(token)) match_line(i, tokens, line, cues);
      at = line.contains(token) ? std::max<std::size_t>(tokens.folded_span(line).end, at + 1) : at + 1;
    }
  }
  if (cues.size() == before) return;
  std::stable_sort(cues.begin(), cues.end(),
                   [](const CueHit& a, const CueHit& b) { return a.tokens.first < b.tokens.first; });
}

}  // namespace skillfit
