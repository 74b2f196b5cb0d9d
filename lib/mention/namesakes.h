// Who bears the name of a field and is no skill.
#pragma once

#include "skillfit/token.h"

namespace skillfit {

// Whether the name at `span` is part of the name of a place of work: "the Department of Physics", "our pricing team",
// "a catering company".
bool names_department(const Tokens& tokens, TokenSpan span);

}  // namespace skillfit
