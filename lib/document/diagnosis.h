// What is odd about a text that was read well: signs that someone wrote it for machines rather than for people.
#pragma once

#include "skillfit/document.h"

namespace skillfit {

// Adds notes, each at the first place it speaks of: `zero_width`, `look_alike`, `instructions`, `header_text`. Nothing
// else changes; whether that matters is for a person to say. Total, linear in the text.
void diagnose(Document& document);

}  // namespace skillfit
