// What a document asks or claims in so many words: degrees and amounts of time.
#pragma once

#include "outline/lines.h"

namespace skillfit {

// REQUIRES: outline.sections is filled.
void find_degrees(const Reading& in, const Scan& scan, Outline& outline);

// REQUIRES: outline.lines and sections are filled.
void find_durations(const Reading& in, const Scan& scan, Outline& outline);

}  // namespace skillfit
