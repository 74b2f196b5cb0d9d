// Short closed lists of words, asked of many tokens.
#pragma once

#include <algorithm>
#include <array>
#include <string_view>

#include "lexicon/phrase.h"
#include "skillfit/token.h"

namespace skillfit {

// A few words in any order, and bits for their prints.
template <std::size_t N>
struct FewWords {
  constexpr explicit FewWords(const std::array<std::string_view, N>& list) : words(list) {
    std::ranges::sort(words);
    for (const std::string_view word : words) prints.add(print_of(word));
  }
  bool hold(const Tokens& tokens, std::uint32_t i) const {
    if (i >= tokens.size() || !prints.may_hold(tokens.print(i))) return false;
    return tokens[i].kind == TokenKind::word && std::ranges::binary_search(words, tokens.word(i));
  }
  // Whether any of these tokens may be one of them.
  bool may_hold_any(const Tokens& tokens, std::uint32_t first, std::uint32_t last) const {
    bool any = false;
    for (std::uint32_t i = first; i < std::min(last, tokens.size()); ++i) any |= prints.may_hold(tokens.print(i));
    return any;
  }

  std::array<std::string_view, N> words;
  PrintFilter<512> prints{};
};

// FewWords kSize = few_words({"large", "small"});
template <std::size_t N>
constexpr FewWords<N> few_words(const std::string_view (&words)[N]) {
  return FewWords<N>(std::to_array(words));
}

}  // namespace skillfit
