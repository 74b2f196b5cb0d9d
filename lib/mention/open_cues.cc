// Regular expressions are slow over a whole text, so each stands behind two gates: a short word that every match holds,
// and one of a few others soon behind it. Only the few words around both are given to RE2. Closed phrases are data
// (lexicon/cues.toml).
#include "mention/open_cues.h"

#include <re2/re2.h>

#include <algorithm>
#include <array>
#include <initializer_list>
#include <string_view>

namespace skillfit {
namespace {

// Words by their prints.
struct Words : PrintFilter<512> {
  constexpr Words(std::initializer_list<std::string_view> words) : PrintFilter{} {
    for (const std::string_view word : words) add(print_of(word));
  }
};

struct OpenCue {
  std::string_view gate;  // a folded word in every match
  Words closes;           // one of them stands behind the gate in every match
  const char* pattern;    // over folded text; its match is the cue
  Stance stance;
  CueScope scope;
};

constexpr std::array<OpenCue, 4> kOpenCues = {{
    {"no",
     {"experience", "knowledge", "background", "training"},
     R"(\bno (?:[a-z-]+ ){1,2}(?:experience|knowledge|background|training) (?:with|in|of|using)\b)",
     Stance::negated,
     CueScope::after},
    {"not",
     {"worked", "used", "familiar", "experienced", "trained"},
     R"(\b(?:have|has|am|is) not (?:yet |currently |ever )?(?:worked with|worked in|used|familiar with|experienced (?:in|with)|trained in)\b)",
     Stance::negated,
     CueScope::after},
    {"not",
     {"required", "needed", "necessary", "essential"},
     R"(\b(?:is|are) not (?:strictly |absolutely |explicitly |necessarily )(?:required|needed|necessary|essential)\b)",
     Stance::negated,
     CueScope::before},
    {"be",
     {"plus", "bonus", "advantage", "asset", "benefit", "beneficial", "desirable"},
     R"(\bbe (?:a |an )?(?:[a-z-]+ ){0,2}(?:plus|bonus|advantage|asset|benefit|beneficial|desirable)\b)",
     Stance::preferred,
     CueScope::before},
}};

constexpr std::array<std::uint32_t, 3> kGates = {print_of("no"), print_of("not"), print_of("be")};

constexpr bool is_gate(std::uint32_t print) {
  return (static_cast<unsigned>(print == kGates[0]) | static_cast<unsigned>(print == kGates[1]) |
          static_cast<unsigned>(print == kGates[2])) != 0;
}

// The tokens that may be gates; seldom one of eight, so eight are asked at once.
std::vector<std::uint32_t> find_gates(const Searched& in) {
  constexpr std::uint32_t kStep = 8;
  const std::uint32_t size = in.tokens.size();
  std::vector<std::uint32_t> gates;
  for (std::uint32_t from = 0; from < size; from += kStep) {
    const std::uint32_t end = std::min(from + kStep, size);
    unsigned any = 0;
    for (std::uint32_t i = from; i < end; ++i) any |= static_cast<unsigned>(is_gate(in.prints[i]));
    for (std::uint32_t i = from; any != 0 && i < end; ++i) {
      if (is_gate(in.prints[i])) gates.push_back(i);
    }
  }
  return gates;
}

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
void match_around(std::size_t cue, const Searched& in, TokenSpan line, std::uint32_t gate, std::vector<CueHit>& found) {
  const Tokens& tokens = in.tokens;
  const TokenSpan reach{std::max(line.first + kBefore, gate) - kBefore, std::min(line.last, gate + kAfter)};
  std::uint32_t close = gate + 1;
  while (close < reach.last && !kOpenCues[cue].closes.may_hold(in.prints[close])) ++close;
  if (close >= reach.last) return;
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

}  // namespace

void add_open_cues(const Searched& in, const Outline& outline, std::vector<CueHit>& cues) {
  const std::size_t before = cues.size();
  for (const std::uint32_t gate : find_gates(in)) {
    const TokenSpan line = outline.lines[outline.line_of(gate)].tokens;
    for (std::size_t cue = 0; cue < kOpenCues.size(); ++cue) {
      if (kOpenCues[cue].gate == in.tokens.word(gate) && line.contains(gate)) match_around(cue, in, line, gate, cues);
    }
  }
  if (cues.size() == before) return;
  std::stable_sort(cues.begin(), cues.end(),
                   [](const CueHit& a, const CueHit& b) { return a.tokens.first < b.tokens.first; });
}

}  // namespace skillfit
