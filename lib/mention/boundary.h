// Where a name begins and ends: what may touch it, and when it is a whole item of a list.
#pragma once

#include <string_view>

#include "skillfit/outline.h"

namespace skillfit {

// Whether there is a token `i`, and a word.
inline bool is_word(const Tokens& tokens, std::uint32_t i) {
  return i < tokens.size() && tokens[i].kind == TokenKind::word;
}

// False where the tokens are part of something longer: C in C++, node in node.js, oracle in oracle.com or
// jo@oracle.com, C in C-level, R in R&D. `text` is Document::text. REQUIRES: span not empty.
bool stands_alone(std::string_view text, const Tokens& tokens, TokenSpan span);

// True if the neighbours on both sides are separators of a list (comma, semicolon, bar, slash, colon, bullet, bracket,
// `and`, `or`, line end).
bool is_whole_item(const Tokens& tokens, TokenSpan span);

// Letter for letter, except that typographic apostrophes and dashes are equal to the plain ones and any run of white
// space is one space.
bool same_spelling(std::string_view source, std::string_view spelling);

// True if a sentence ends with this token: ! ? or a full stop that is not part of a name or an abbreviation.
// `text` is Document::text.
bool ends_sentence(std::string_view text, const Tokens& tokens, std::uint32_t token);

// True if line `line` of the outline is wrapped prose that the next line continues.
bool is_wrapped(const Tokens& tokens, const Outline& outline, std::size_t line);

// The same where either line is a list, which may break inside a name: "sales, risk" above "management, audit".
bool is_wrapped_list(const Tokens& tokens, const Outline& outline, std::size_t line);

}  // namespace skillfit
