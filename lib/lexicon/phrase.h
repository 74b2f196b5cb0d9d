// Canonical words: what the words of a path are, the same for phrases of the lexicon and for text.
//
// Both take the same road: normalize, tokenize, then a word is a word, `&` is the word "and", and every other ASCII
// mark is a word of one character ("401(k)", "ISO 9001:2015": only a phrase that has the mark goes on over it), but
//   - + # and * must be glued to the token before them, unless they begin the phrase ("C++", never "C ++"),
//   - the token after a . must be a word glued to it ("node.js", "Visual Basic .NET"; not the end of a sentence); the
//     last dot of an abbreviation is skipped ("h.s. diploma"),
//   - ' is skipped behind a word when no word is glued after it ("masters' degree"),
//   - - and _ glued on both sides are skipped ("problem-solving" = "problem solving"); a dash between spaces, a bullet,
//     a newline and marks outside ASCII end every path.
#pragma once

#include <array>
#include <cstdint>
#include <set>
#include <string>
#include <string_view>
#include <vector>

#include "lexicon/compiled.h"
#include "skillfit/token.h"

namespace skillfit {

enum class PhraseRole : std::uint8_t { word, skipped, ends };

// Truth as a number: `&` and `|` of these are no branches.
constexpr unsigned bit(bool truth) {
  return truth ? 1 : 0;
}

// Whether the dot at token `i` is the last one of "B.Sc.".
inline bool ends_abbreviation(const Tokens& tokens, std::uint32_t i) {
  if (i < 2) return false;
  const Token inner = tokens[i - 2];
  const unsigned dot = bit(inner.kind == TokenKind::symbol) & bit(inner.symbol() == '.');
  return (bit(tokens[i].glued) & bit(tokens[i - 1].glued) & bit(tokens[i - 1].kind == TokenKind::word) & dot) != 0;
}

// What marks are for paths, by class; and by what stands around them.
enum class MarkClass : std::uint8_t { ends, word, hyphen, dot, apostrophe, suffix };
constexpr unsigned kBegins = 1;         // it is the first of the path
constexpr unsigned kGlued = 2;          // to the token before it
constexpr unsigned kBeforeWord = 4;     // a word is glued to it
constexpr unsigned kBeforeMark = 8;     // a mark is that is no hyphen
constexpr unsigned kAbbreviation = 16;  // it is the last dot of one
constexpr unsigned kMarkBits = 32;

constexpr MarkClass mark_class(TokenKind kind, char mark) {
  if (kind == TokenKind::stop) return mark == ' ' || mark == '*' ? MarkClass::ends : MarkClass::word;
  if (kind != TokenKind::symbol) return MarkClass::ends;
  if (mark == '-' || mark == '_') return MarkClass::hyphen;
  if (mark == '+' || mark == '#' || mark == '*') return MarkClass::suffix;
  return mark == '.' ? MarkClass::dot : mark == '\'' ? MarkClass::apostrophe : MarkClass::word;
}

constexpr PhraseRole mark_role(MarkClass mark, unsigned bits) {
  const auto when = [](bool condition, PhraseRole role) { return condition ? role : PhraseRole::ends; };
  const auto has = [bits](unsigned one) { return (bits & one) != 0; };
  switch (mark) {
    case MarkClass::word:
      return PhraseRole::word;
    case MarkClass::hyphen:
      return when(!has(kBegins) && has(kGlued) && (has(kBeforeWord) || has(kBeforeMark)), PhraseRole::skipped);
    case MarkClass::dot:
      return has(kBeforeWord) ? PhraseRole::word : when(has(kAbbreviation), PhraseRole::skipped);
    case MarkClass::apostrophe:
      return has(kBeforeWord) ? PhraseRole::word : when(!has(kBegins) && has(kGlued), PhraseRole::skipped);
    case MarkClass::suffix:
      return when(has(kBegins) || has(kGlued), PhraseRole::word);
    default:
      return PhraseRole::ends;
  }
}

// Both as tables: marks of all kinds follow each other in no order, so that branches would often be guessed wrong.
inline constexpr std::size_t kTokenKinds = 5;
inline constexpr auto kMarkClasses = [] {
  std::array<std::array<MarkClass, 256>, kTokenKinds> classes{};
  for (std::size_t kind = 0; kind < kTokenKinds; ++kind) {
    for (std::size_t value = 0; value < kMarks; ++value) {
      classes[kind][value] = mark_class(static_cast<TokenKind>(kind), static_cast<char>(value + ' '));
    }
  }
  return classes;
}();
inline constexpr auto kMarkRoles = [] {
  std::array<std::array<PhraseRole, kMarkBits>, 6> roles{};
  for (std::size_t mark = 0; mark < roles.size(); ++mark) {
    for (unsigned bits = 0; bits < kMarkBits; ++bits) roles[mark][bits] = mark_role(static_cast<MarkClass>(mark), bits);
  }
  return roles;
}();

// What token `i` is for a path; `first`: of which it is the first token.
inline PhraseRole phrase_role(const Tokens& tokens, std::uint32_t i, bool first) {
  const Token token = tokens[i];
  if (token.kind == TokenKind::word) [[likely]]
    return PhraseRole::word;
  const Token next = i + 1 < tokens.size() ? tokens[i + 1] : Token{0, 0, TokenKind::newline};
  const unsigned mark = bit(next.kind == TokenKind::symbol) & bit(next.symbol() != '-') & bit(next.symbol() != '_');
  const unsigned bits = bit(first) * kBegins + bit(token.glued) * kGlued +
                        bit(ends_abbreviation(tokens, i)) * kAbbreviation +
                        bit(next.glued) * (bit(next.kind == TokenKind::word) * kBeforeWord + mark * kBeforeMark);
  const MarkClass what = kMarkClasses[static_cast<std::size_t>(token.kind)][token.value];
  return kMarkRoles[static_cast<std::size_t>(what)][bits];
}

// The number of token `i` as a word of a path. REQUIRES: its role is word.
inline WordId phrase_word(const CompiledLexicon& lexicon, const Tokens& tokens, std::uint32_t i) {
  const Token token = tokens[i];
  if (token.kind == TokenKind::word) [[likely]]
    return lexicon.word_id(tokens.word(i));
  return lexicon.mark_id(token.value);
}

// The prints of the marks as words of a path, by Token::value.
inline constexpr auto kMarkPrints = [] {
  std::array<std::uint32_t, kMarks> prints{};
  for (unsigned value = 0; value < kMarks; ++value) {
    const char mark = static_cast<char>(value + ' ');
    prints[value] = mark == '&' ? print_of("and") : print_of({&mark, 1});
  }
  return prints;
}();

// The print of token `i` as a word of a path. REQUIRES: its role is word.
inline std::uint32_t phrase_print(const Tokens& tokens, std::uint32_t i) {
  const Token token = tokens[i];
  if (token.kind == TokenKind::word) [[likely]]
    return tokens.print(i);
  return token.value < kMarks ? kMarkPrints[token.value] : print_of({});
}

// The next token of a path after token `i`, or tokens.size() if the path ends.
inline std::uint32_t phrase_next(const Tokens& tokens, std::uint32_t i) {
  while (++i < tokens.size()) {
    const PhraseRole role = phrase_role(tokens, i, false);
    if (role == PhraseRole::word) return i;
    if (role == PhraseRole::ends) break;
  }
  return tokens.size();
}

// Calls visit(node, i) for every node on the longest path from token `first`, i being the path's last token so far.
template <class Visit>
void walk_phrases(const CompiledLexicon& lexicon, const Tokens& tokens, std::uint32_t first, Visit visit) {
  if (phrase_role(tokens, first, true) != PhraseRole::word) return;
  NodeId node = lexicon.start(phrase_word(lexicon, tokens, first));
  for (std::uint32_t i = first; node != kNoNode;) {
    visit(node, i);
    i = phrase_next(tokens, i);
    if (i == tokens.size()) return;
    node = lexicon.step(node, phrase_word(lexicon, tokens, i));
  }
}

inline constexpr std::uint32_t kMostPhrase = 64;  // words: what a walk is ready to follow

// The canonical words of a phrase.
using Phrase = std::vector<std::string>;

// Empty if no text can contain the phrase: it has no word, more than kMostPhrase, or something in it ends the path.
Phrase canonical_phrase(std::string_view phrase);

// Which spellings the rules add to a listed one (docs/lexicon.md, "Rules that save listing").
struct VariantRules {
  bool joined = false;                               // a two-word phrase, and a name with a dot or slash, as one word
  bool plural = false;                               // the regular plural of the last word
  const std::set<std::string>* compounds = nullptr;  // words that two words of any phrase may be joined to
};

// The canonical form of `phrase` first, then the variants that the rules produce, without duplicates. Apostrophes may
// always be left out. Empty if canonical_phrase() is.
std::vector<Phrase> phrase_variants(std::string_view phrase, VariantRules rules);

// Words with one space between: for messages and as a key.
std::string to_string(const Phrase& phrase);

}  // namespace skillfit
