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

#include <cstdint>
#include <set>
#include <string>
#include <string_view>
#include <vector>

#include "lexicon/compiled.h"
#include "skillfit/token.h"

namespace skillfit {

enum class PhraseRole : std::uint8_t { word, skipped, ends };

// Whether the dot at token `i` is the last one of "B.Sc.".
inline bool ends_abbreviation(const Tokens& tokens, std::uint32_t i) {
  if (i < 2 || !tokens[i].glued || !tokens[i - 1].glued || tokens[i - 1].kind != TokenKind::word) return false;
  return tokens[i - 2].kind == TokenKind::symbol && tokens[i - 2].symbol() == '.';
}

// What token `i` is for a path; `first`: of which it is the first token.
inline PhraseRole phrase_role(const Tokens& tokens, std::uint32_t i, bool first) {
  const Token token = tokens[i];
  if (token.kind == TokenKind::word) [[likely]]
    return PhraseRole::word;
  const auto when = [](bool condition, PhraseRole role) { return condition ? role : PhraseRole::ends; };
  if (token.kind == TokenKind::stop) {  // a stop that stands for * is a bullet inside a line
    return when(token.symbol() != ' ' && token.symbol() != '*', PhraseRole::word);
  }
  if (token.kind != TokenKind::symbol) return PhraseRole::ends;
  const Token next = i + 1 < tokens.size() ? tokens[i + 1] : Token{0, 0, TokenKind::newline};
  const bool before_word = next.glued && next.kind == TokenKind::word;
  switch (token.symbol()) {
    case '-':
    case '_': {
      const bool before_mark =
          next.glued && next.kind == TokenKind::symbol && next.symbol() != '-' && next.symbol() != '_';
      return when(!first && token.glued && (before_word || before_mark), PhraseRole::skipped);
    }
    case '.':
      return before_word ? PhraseRole::word : when(ends_abbreviation(tokens, i), PhraseRole::skipped);
    case '\'':
      return before_word ? PhraseRole::word : when(!first && token.glued, PhraseRole::skipped);
    case '+':
    case '#':
    case '*':
      return when(first || token.glued, PhraseRole::word);
    default:
      return PhraseRole::word;
  }
}

// The number of token `i` as a word of a path. REQUIRES: its role is word.
inline WordId phrase_word(const CompiledLexicon& lexicon, const Tokens& tokens, std::uint32_t i) {
  const Token token = tokens[i];
  if (token.kind == TokenKind::word) [[likely]]
    return lexicon.word_id(tokens.word(i));
  return lexicon.mark_id(token.value);
}

// The print of a mark as a word of a path.
constexpr std::uint32_t mark_print(char mark) {
  return mark == '&' ? print_of("and") : print_of({&mark, 1});
}

// The print of token `i` as a word of a path. REQUIRES: its role is word.
inline std::uint32_t phrase_print(const Tokens& tokens, std::uint32_t i) {
  const Token token = tokens[i];
  if (token.kind == TokenKind::word) [[likely]]
    return tokens.print(i);
  return mark_print(token.symbol());
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
