// Words of job titles.
#pragma once

#include <cstdint>
#include <string_view>

namespace skillfit {

// How much a word says about which job it is: 4, or 1 for those that stand in titles of every trade ("manager").
std::int32_t title_word_weight(std::string_view word);

}  // namespace skillfit
