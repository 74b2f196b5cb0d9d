#include "token/split.h"

#include <algorithm>

namespace skillfit {
namespace {

constexpr std::uint32_t kSignSize = 2;  // its letters

// The first part of `token` up to `end`; `token` keeps the rest.
Token cut_front(Token& token, std::uint32_t end, std::string_view folded) {
  Token front = token;
  front.size = static_cast<std::uint16_t>(end - token.begin);
  token.size = static_cast<std::uint16_t>(token.span().end - end);
  token.begin = end;
  token.glued = token.glued || front.size > 0;
  front.numeric = all_digits(slice(folded, front.span()));
  token.numeric = all_digits(slice(folded, token.span()));
  return front;
}

}  // namespace

bool all_digits(std::string_view word) {
  return !word.empty() && word.find_first_not_of("0123456789") == std::string_view::npos;
}

Raw<Token> split_trademarks(const Raw<Token>& tokens, const std::vector<std::uint32_t>& signs,
                            std::string_view folded) {
  Raw<Token> result;
  result.reserve(tokens.size() + 2 * signs.size());
  auto sign = signs.begin();
  for (Token token : tokens) {
    for (; sign != signs.end() && *sign < token.span().end; ++sign) {
      const Token word = cut_front(token, *sign, folded);
      Token stop = cut_front(token, std::min(*sign + kSignSize, token.span().end), folded);
      stop.kind = TokenKind::stop;
      if (word.size > 0) result.push_back(word);
      result.push_back(stop);
    }
    if (token.size > 0) result.push_back(token);
  }
  return result;
}

Raw<Token> split_seams(const Raw<Token>& tokens, const std::vector<std::uint32_t>& seams, std::string_view folded) {
  Raw<Token> result;
  result.reserve(tokens.size() + 2 * seams.size());
  auto seam = seams.begin();
  for (Token token : tokens) {
    for (; seam != seams.end() && *seam < token.span().end; ++seam) {
      const Token front = cut_front(token, *seam, folded);
      if (front.size > 0) result.push_back(front);
      Token newline;
      newline.begin = *seam;
      newline.kind = TokenKind::newline;
      newline.value = 1;
      result.push_back(newline);
      token.glued = false;
    }
    result.push_back(token);
  }
  return result;
}

}  // namespace skillfit
