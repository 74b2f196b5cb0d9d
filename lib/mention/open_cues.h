// Cue phrases with room for other words inside ("no commercial experience with"), which no list can hold.
#pragma once

#include <vector>

#include "mention/scan.h"

namespace skillfit {

// Adds the open cues of the text to `cues`, which stays ascending by first token. A text without
// "no", "not" and "be" costs one look at each word.
void add_open_cues(const Searched& in, const Outline& outline, std::vector<CueHit>& cues);

}  // namespace skillfit
