// Seams: places where a line end was lost in copying, so that two words stand together ("five yearsDesired Skills").
#pragma once

#include <cstdint>
#include <string_view>
#include <vector>

namespace skillfit {

// Appends to `seams` the seams of the ASCII bytes [begin, end) of `source`, less `shift`; ascending.
void find_seams(std::string_view source, std::size_t begin, std::size_t end, std::size_t shift,
                std::vector<std::uint32_t>& seams);

}  // namespace skillfit
