// A list of skills vouches for its items: what stands between two separators, is short and is written like a name is
// one, even if no lexicon has heard of it. Prose is left alone.
#include "mention/terms.h"

#include <algorithm>
#include <array>

namespace skillfit {
namespace {

constexpr std::uint32_t kMostWords = 3;
constexpr std::uint32_t kMostBytes = 40;

bool lists_skills(const Outline& outline, const Line& line) {
  const SectionKind kind = outline.sections[line.section].kind;
  if (kind == SectionKind::skills) return line.kind != LineKind::heading;
  return kind == SectionKind::requirements && line.kind == LineKind::list;
}

bool separates_items(const Token& token) {
  if (token.kind == TokenKind::bullet || token.kind == TokenKind::newline) return true;
  if (token.kind == TokenKind::stop) return token.symbol() != '(' && token.symbol() != '"';
  return token.kind == TokenKind::symbol && (token.symbol() == '*' || (token.symbol() == '.' && !token.glued));
}

bool is_filler(std::string_view word) {
  constexpr std::array<std::string_view, 28> kFillers = {
      "a",    "an",   "and",       "any", "are",   "as",      "at",   "for",   "from",   "good",
      "in",   "is",   "knowledge", "my",  "of",    "on",      "or",   "other", "skills", "strong",
      "such", "that", "the",       "to",  "using", "various", "with", "years"};
  return std::binary_search(kFillers.begin(), kFillers.end(), word);
}

// A capital, a digit or a symbol somewhere inside: how names look, and ordinary words in a list do not.
bool looks_like_name(std::string_view source) {
  return std::any_of(source.begin(), source.end(),
                     [](char c) { return (c >= 'A' && c <= 'Z') || c == '+' || c == '#'; });
}

bool is_name(const Document& document, const Tokens& tokens, TokenSpan item) {
  std::uint32_t words = 0;
  for (std::uint32_t i = item.first; i < item.last; ++i) {
    if (tokens[i].kind == TokenKind::stop) return false;
    if (tokens[i].kind != TokenKind::word) continue;
    if (is_filler(tokens.word(i)) || (tokens[i].numeric && item.size() == 1)) return false;
    ++words;
  }
  const SourceSpan span = tokens.source_span(item);
  return words >= 1 && words <= kMostWords && span.size() >= 2 && span.size() <= kMostBytes &&
         looks_like_name(slice(document.text, span));
}

}  // namespace

std::vector<Term> find_terms(const Document& document, const Tokens& tokens, const Outline& outline,
                             const std::vector<Mention>& mentions) {
  std::vector<Term> terms;
  std::size_t next_mention = 0;
  const auto consider = [&](TokenSpan item, const Line& line) {
    while (next_mention < mentions.size() && mentions[next_mention].tokens.last <= item.first) ++next_mention;
    const bool known = next_mention < mentions.size() && mentions[next_mention].tokens.first < item.last;
    if (item.empty() || known || !is_name(document, tokens, item)) return;
    const Stance stance = outline.as == As::resume ? Stance::has : Stance::required;
    terms.push_back({tokens.source_span(item), item, outline.sections[line.section].kind, stance});
  };
  for (const Line& line : outline.lines) {
    if (!lists_skills(outline, line)) continue;
    std::uint32_t first = line.tokens.first;
    for (std::uint32_t i = line.tokens.first; i <= line.tokens.last; ++i) {
      if (i < line.tokens.last && !separates_items(tokens[i])) continue;
      const bool lead_in =
          i < line.tokens.last && tokens[i].symbol() == ':';  // "Languages:" names a group, not a skill
      if (!lead_in) consider({first, i}, line);
      first = i + 1;
    }
  }
  return terms;
}

}  // namespace skillfit
