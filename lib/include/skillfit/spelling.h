// How far two spellings are apart: for "did you mean".
#pragma once

#include <cstddef>
#include <string_view>

namespace skillfit {

// Bytes to insert, delete or replace to turn `a` into `b` (V. I. Levenshtein, 1966).
std::size_t edit_distance(std::string_view a, std::string_view b);

}  // namespace skillfit
