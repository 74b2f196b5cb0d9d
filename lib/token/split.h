// Words that are none: trade mark and service mark signs fold to letters, which would make "javatm" of Java with its
// sign, and two words stand together where the line end between them was lost.
#pragma once

#include <string_view>
#include <vector>

#include "skillfit/token.h"

namespace skillfit {

// A word of ASCII digits only.
bool all_digits(std::string_view word);

// `tokens` with every sign a stop of its own. `signs`: where their letters begin in `folded`, ascending.
Raw<Token> split_trademarks(const Raw<Token>& tokens, const std::vector<std::uint32_t>& signs, std::string_view folded);

// `tokens` with a newline of no bytes at every seam. `seams`: Text::seams().
Raw<Token> split_seams(const Raw<Token>& tokens, const std::vector<std::uint32_t>& seams, std::string_view folded);

}  // namespace skillfit
