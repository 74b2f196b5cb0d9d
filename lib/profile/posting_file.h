// What reading a posting file and making a posting of it have in common.
#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "skillfit/posting_file.h"

namespace skillfit {

// The skill that the lexicon's spellings find in a text that is nothing else.
std::optional<SkillId> spelled_skill(std::string_view text, const Lexicon& lexicon);

// What somebody means who writes `text` where a key should stand: a skill of that name or spelling, or the key that is
// only a slip or two away.
std::optional<SkillId> nearest_skill(std::string_view text, const Lexicon& lexicon);

// Whether both ask for the same: a skill in common, the same term, or time, or a degree.
bool asks_for_same(const PostedRequirement& a, const PostedRequirement& b);

}  // namespace skillfit
