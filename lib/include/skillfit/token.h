// Tokenising: folded text -> words, symbols and breaks. Names such as c++, c#, .net, node.js, ci/cd, r&d stay whole
// because a symbol is a token that knows whether it is glued to its neighbours; the lexicon matches sequences of
// tokens.
#pragma once

#include <cstdint>
#include <vector>

#include "skillfit/raw.h"
#include "skillfit/span.h"
#include "skillfit/text.h"

namespace skillfit {

enum class TokenKind : std::uint8_t {
  word,    // a run of letters, digits and marks ("java", "k8s", "17", "müller"); CJK and the like: a run of letters
  symbol,  // one of + # . & / ' - _ @ * (typographic variants folded to these: curly quotes, en dash, hyphens)
  stop,    // hard punctuation inside a line: , ; : ( ) [ ] { } ! ? " | < > = and any other, a trade mark sign included
  bullet,  // a list mark at the start of a line: • ‣ ◦ ▪ · – — * - o (the last three only when followed by a space)
  newline,  // one or more line ends; blank lines are counted in Token::value. Of no bytes where one was lost:
            // Text::seams
};

struct Token {
  std::uint32_t begin = 0;  // into Text::folded()
  std::uint16_t size = 0;   // bytes; words longer than 65,535 bytes are split
  TokenKind kind : 3 = TokenKind::word;
  bool glued : 1 = false;    // no white space before it, and it is not the first of its line
  bool numeric : 1 = false;  // a word of ASCII digits only
  std::uint8_t value = 0;    // symbol, stop: the ASCII character it stands for, minus 32 (0 if none);
                             // newline: line ends, at most 255

  constexpr FoldedSpan span() const { return {begin, begin + size}; }
  // The ASCII character a symbol or stop stands for (after typographic folding), ' ' if none.
  constexpr char symbol() const { return static_cast<char>(value + 32); }
};
static_assert(sizeof(Token) == 8);

// The tokens of one text, in order, with the text itself. Value type; const members are thread-safe.
// White space is no token; everything else of folded() lies in exactly one token.
class Tokens {
 public:
  Tokens() = default;

  std::uint32_t size() const { return static_cast<std::uint32_t>(tokens_.size()); }
  const Token& operator[](std::uint32_t i) const& { return tokens_[i]; }
  const Text& text() const& { return text_; }
  const Text& text() const&& = delete;

  // The folded bytes of one token. Lives as long as this object.
  std::string_view word(std::uint32_t i) const& { return slice(text_.folded(), tokens_[i].span()); }
  std::string_view word(std::uint32_t i) const&& = delete;

  // A number below 2^20 for the folded bytes of a token: the same for the same bytes, seldom for others.
  std::uint32_t print(std::uint32_t i) const { return prints_[i]; }

  // All tokens but the words with a letter: marks, newlines and numbers. Ascending.
  const std::vector<std::uint32_t>& others() const& { return others_; }
  const std::vector<std::uint32_t>& others() const&& = delete;

  // The folded / source bytes from the first to the last token. REQUIRES: not empty, inside.
  FoldedSpan folded_span(TokenSpan span) const {
    return {tokens_[span.first].begin, tokens_[span.last - 1].begin + tokens_[span.last - 1].size};
  }
  SourceSpan source_span(TokenSpan span) const { return text_.to_source(folded_span(span)); }

 private:
  friend class Tokenizer;
  Text text_;
  Raw<Token> tokens_;
  Raw<std::uint32_t> prints_;  // one a token
  std::vector<std::uint32_t> others_;
};

// Total and deterministic. The text moves in, so that tokens can never outlive what they point into.
Tokens tokenize(Text text);

}  // namespace skillfit
