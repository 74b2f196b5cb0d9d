// The one ICU object of this folder.
#pragma once

#include <unicode/normalizer2.h>

namespace skillfit {

// NFKC_Casefold. Its data is linked into ICU, so getting it cannot fail.
inline const icu::Normalizer2& folding() {
  static const icu::Normalizer2& instance = [&]() -> const icu::Normalizer2& {
    UErrorCode status = U_ZERO_ERROR;
    return *icu::Normalizer2::getNFKCCasefoldInstance(status);
  }();
  return instance;
}

}  // namespace skillfit
