// Names as people type them: what they may have meant.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>

namespace skillfit {

// Bytes to insert, delete or replace to turn `a` into `b` (V. I. Levenshtein, 1966).
std::size_t edit_distance(std::string_view a, std::string_view b);

// A name written like a key: "Machine Learning_Engineer" -> "machine-learning-engineer", "Node.js" -> "node-js".
std::string as_key(std::string_view name);

}  // namespace skillfit
