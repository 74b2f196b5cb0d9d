// The data built into the library, as bytes.
#pragma once

#include <string_view>

namespace skillfit {

// lexicon/frequencies.tsv.
std::string_view embedded_frequencies();

}  // namespace skillfit
