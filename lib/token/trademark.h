// Trade mark and service mark signs fold to letters, which would make "javatm" of Java with its sign.
#pragma once

#include <string_view>
#include <vector>

#include "skillfit/token.h"

namespace skillfit {

// A word of ASCII digits only.
bool all_digits(std::string_view word);

// `tokens` with every sign a stop of its own. `signs`: where their letters begin in `folded`, ascending.
Raw<Token> split_trademarks(const Raw<Token>& tokens, const std::vector<std::uint32_t>& signs, std::string_view folded);

}  // namespace skillfit
