// The frame of an outline: what of it decides which words name skills, and whether those count.
#pragma once

#include "skillfit/outline.h"

namespace skillfit {

// As make_outline(), but of a resume's outline only how it is read, the lines and the sections, of a posting's the
// title too; the rest is empty.
Outline make_frame(const Document& document, const Tokens& tokens, const Lexicon& lexicon, std::optional<As> as);

}  // namespace skillfit
