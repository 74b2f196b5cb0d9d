// Short closed lists of words, asked of many tokens.
#pragma once

#include <algorithm>
#include <array>
#include <string_view>

#include "skillfit/token.h"
#include "token/print.h"

namespace skillfit {

using FewFilter = PrintFilter<1024>;

// A few words in any order: a bit for the print of each, which most tokens do not have, then the prints themselves.
template <std::size_t N>
class FewWords {
 public:
  constexpr explicit FewWords(const std::array<std::string_view, N>& list) : words_(list) {
    std::ranges::sort(words_, {}, print_of);
    for (std::size_t i = 0; i < N; ++i) filter_.add(prints_[i] = print_of(words_[i]));
  }
  bool hold(const Tokens& tokens, std::uint32_t i) const {
    return i < tokens.size() && filter_.may_hold(tokens.print(i)) && hold(tokens.print(i), tokens.word(i));
  }
  bool hold(std::string_view word) const { return hold(print_of(word), word); }
  // Whether any of these tokens may be one of them.
  bool may_hold_any(const Tokens& tokens, std::uint32_t first, std::uint32_t last) const {
    bool any = false;
    for (std::uint32_t i = first; i < std::min(last, tokens.size()); ++i) any |= filter_.may_hold(tokens.print(i));
    return any;
  }
  constexpr const FewFilter& filter() const { return filter_; }

 private:
  bool hold(std::uint32_t print, std::string_view word) const {
    std::size_t i = static_cast<std::size_t>(std::ranges::lower_bound(prints_, print) - prints_.begin());
    while (i < N && prints_[i] == print && words_[i] != word) ++i;
    return i < N && prints_[i] == print;
  }

  std::array<std::string_view, N> words_;  // by print
  std::array<std::uint32_t, N> prints_{};  // theirs
  FewFilter filter_{};
};

// What may be a word of any of these lists.
template <std::size_t... N>
constexpr FewFilter filter_of(const FewWords<N>&... lists) {
  FewFilter any{};
  for (std::size_t i = 0; i < any.bits.size(); ++i) any.bits[i] = (lists.filter().bits[i] | ...);
  return any;
}

// FewWords kSize = few_words({"large", "small"});
template <std::size_t N>
constexpr FewWords<N> few_words(const std::string_view (&words)[N]) {
  return FewWords<N>(std::to_array(words));
}

}  // namespace skillfit
