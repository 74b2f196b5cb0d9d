// The plain way to fold, for tests to compare with.
#pragma once

#include <string_view>

#include "skillfit/text.h"

namespace skillfit {

// As normalize(), with the whole text in one ICU call. REQUIRES: valid UTF-8, less than 2 GiB.
Text normalize_reference(std::string_view source);

}  // namespace skillfit
