// What the passes of the outline share: the document being read, and questions about single tokens.
#pragma once

#include <algorithm>
#include <string_view>

#include "lexicon/phrase.h"
#include "skillfit/document.h"
#include "skillfit/token.h"
#include "token/sentence.h"

namespace skillfit {

// One document and the lexicon that reads it.
struct Reading {
  const Document& document;
  const Tokens& tokens;
  const CompiledLexicon& lexicon;

  bool is(std::uint32_t i, TokenKind kind, char symbol) const {
    return i < tokens.size() && tokens[i].kind == kind && tokens[i].symbol() == symbol;
  }
  bool is_symbol(std::uint32_t i, char c) const { return is(i, TokenKind::symbol, c); }
  bool is_stop(std::uint32_t i, char c) const { return is(i, TokenKind::stop, c); }
  bool is_word(std::uint32_t i, std::string_view word) const {
    return i < tokens.size() && tokens[i].kind == TokenKind::word && tokens.word(i) == word;
  }

  bool ends_sentence(std::uint32_t i) const { return i < tokens.size() && skillfit::ends_sentence(tokens, i); }

  // The first letter is a capital in the source. REQUIRES: i is a word.
  bool is_capitalised(std::uint32_t i) const {
    const SourceSpan span = tokens.source_span({i, i + 1});
    const char first = document.text[span.begin];
    if (static_cast<unsigned char>(first) < 0x80) return first >= 'A' && first <= 'Z';
    return slice(document.text, span) != tokens.word(i);  // folding changed it: it was upper case
  }
  // No lower-case letter, and enough capitals to tell. REQUIRES: not empty.
  bool is_in_capitals(TokenSpan span) const {
    const std::string_view source = slice(document.text, tokens.source_span(span));
    const auto lower = [](char c) { return c >= 'a' && c <= 'z'; };
    const auto upper = [](char c) { return c >= 'A' && c <= 'Z'; };
    return std::none_of(source.begin(), source.end(), lower) && std::count_if(source.begin(), source.end(), upper) > 3;
  }
};

// The longest phrase of one family that begins at token `first` and ends before `limit`.
struct CueMatch {
  TokenSpan tokens;  // empty: none
  std::uint8_t value = 0;
};
CueMatch walk_cue(const Reading& in, CueFamily family, std::uint32_t first, std::uint32_t limit);

// The same, with a look at the first word before anything else: almost none begins a phrase of the family.
inline CueMatch match_cue(const Reading& in, CueFamily family, std::uint32_t first, std::uint32_t limit) {
  const bool may_begin = in.lexicon.starts_of(family).may_hold(in.tokens.print(first));
  return may_begin ? walk_cue(in, family, first, limit) : CueMatch{{first, first}, 0};
}

}  // namespace skillfit
