// Where sentences end, as far as the marks alone tell.
#pragma once

#include "skillfit/token.h"

namespace skillfit {

// ! ? ; or a full stop with nothing glued behind it: not inside a name ("node.js") or a number.
inline bool ends_sentence(const Tokens& tokens, std::uint32_t i) {
  const Token mark = tokens[i];
  if (mark.kind == TokenKind::symbol) return mark.symbol() == '.' && (i + 1 == tokens.size() || !tokens[i + 1].glued);
  return mark.kind == TokenKind::stop && (mark.symbol() == '!' || mark.symbol() == '?' || mark.symbol() == ';');
}

}  // namespace skillfit
