// Seams: places where a line end was lost in copying, so that two words stand together ("five yearsDesired Skills").
#pragma once

#include <cstdint>
#include <string_view>
#include <vector>

namespace skillfit {

// Where in `source` they are: the first bytes of the words that begin a line; ascending, ASCII on both sides.
std::vector<std::uint32_t> find_seams(std::string_view source);

}  // namespace skillfit
