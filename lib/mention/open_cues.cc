// Regular expressions are slow over a whole text, so each stands behind a gate: a short word that every match holds,
// and only the few words around it are given to RE2. Closed phrases are data (lexicon/cues.toml).
#include "mention/open_cues.h"

#include <re2/re2.h>

#include <algorithm>
#include <array>
#include <string_view>

namespace skillfit {
namespace {

struct OpenCue {
  std::string_view gate;  // a folded word in every match, at most three letters
  const char* pattern;    // over folded text; its match is the cue
  Stance stance;
  CueScope scope;
};

constexpr std::array<OpenCue, 4> kOpenCues = {{
    {"no", R"(\bno (?:[a-z-]+ ){1,2}(?:experience|knowledge|background|training) (?:with|in|of|using)\b)",
     Stance::negated, CueScope::after},
    {"not",
     R"(\b(?:have|has|am|is) not (?:yet |currently |ever )?(?:worked with|worked in|used|familiar with|experienced (?:in|with)|trained in)\b)",
     Stance::negated, CueScope::after},
    {"not",
     R"(\b(?:is|are) not (?:strictly |absolutely |explicitly |necessarily )(?:required|needed|necessary|essential)\b)",
     Stance::negated, CueScope::before},
    {"be", R"(\bbe (?:a |an )?(?:[a-z-]+ ){0,2}(?:plus|bonus|advantage|asset|benefit|beneficial|desirable)\b)",
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
    if (tokens[middle].span().end > offset) {
      high = middle;
    } else {
      low = middle + 1;
    }
  }
  return low;
}

constexpr std::uint32_t kBefore = 1, kAfter = 8;  // tokens of a match before and after its gate

// The match of one cue around its gate, if there is one.
void match_around(std::size_t cue, const Tokens& tokens, TokenSpan line, std::uint32_t gate,
                  std::vector<CueHit>& found) {
  const TokenSpan reach{std::max(line.first + kBefore, gate) - kBefore, std::min(line.last, gate + kAfter)};
  const FoldedSpan span = tokens.folded_span(reach);
  const char* const text = tokens.text().folded().data();
  const re2::StringPiece window(text + span.begin, span.size());
  re2::StringPiece match;
  if (!compiled(cue).Match(window, 0, window.size(), RE2::UNANCHORED, &match, 1)) return;
  const auto begin = static_cast<std::uint32_t>(match.data() - text);
  const auto end = begin + static_cast<std::uint32_t>(match.size());
  found.push_back({{token_at(tokens, begin), token_at(tokens, end - 1) + 1},
                   {CueFamily::stance, static_cast<std::uint8_t>(kOpenCues[cue].stance), kOpenCues[cue].scope}});
}

// The tokens that may be a gate, without a branch to mispredict.
std::vector<std::uint32_t> gates_of(const Searched& in) {
  std::uint64_t gates = 0;  // bits for their prints, modulo 64
  for (const OpenCue& cue : kOpenCues) gates |= std::uint64_t{1} << print_of(cue.gate) % 64;
  std::vector<std::uint32_t> found(in.tokens.size() + 1);
  std::size_t count = 0;
  for (std::uint32_t i = 0; i < in.tokens.size(); ++i) {
    found[count] = i;
    count += gates >> in.prints[i] % 64 & 1;
  }
  found.resize(count);
  return found;
}

}  // namespace

void add_open_cues(const Searched& in, const Outline& outline, std::vector<CueHit>& cues) {
  const std::size_t before = cues.size();
  for (const std::uint32_t gate : gates_of(in)) {
    for (std::size_t cue = 0; cue < kOpenCues.size(); ++cue) {
      if (kOpenCues[cue].gate != in.tokens.word(gate)) continue;
      const TokenSpan line = outline.lines[outline.line_of(gate)].tokens;
      if (line.contains(gate)) match_around(cue, in.tokens, line, gate, cues);
    }
  }
  if (cues.size() == before) return;
  std::stable_sort(cues.begin(), cues.end(),
                   [](const CueHit& a, const CueHit& b) { return a.tokens.first < b.tokens.first; });
}

}  // namespace skillfit
