// For who asks for skills alone, such as the TF-IDF row: terms take a tenth of the time of find_mentions().
#pragma once

#include <vector>

#include "skillfit/mention.h"

namespace skillfit {

// The mentions of find_mentions(), without its terms.
std::vector<Mention> find_named_skills(const Document& document, const Tokens& tokens, const Outline& outline,
                                       const Lexicon& lexicon);

}  // namespace skillfit
