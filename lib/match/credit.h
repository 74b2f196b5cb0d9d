// Credit: what a resume's evidence is worth for an asked skill.
#pragma once

#include <optional>

#include "profile/skill_set.h"
#include "skillfit/match.h"

namespace skillfit {

// Millionths of what a requirement can earn.
using Value = std::int32_t;
inline constexpr Value kFullValue = 1'000'000;

// What a gap supposes: the resume met this requirement, with one piece of top-grade evidence for `skill`.
struct Added {
  const Requirement* requirement = nullptr;
  std::optional<SkillId> skill;  // empty for other kinds
};

// A resume in front of a posting, perhaps with something added to it. Views; keep them alive.
struct Candidate {
  Candidate(const Profile& resume, const Profile& posting, const Lexicon& lexicon);
  Candidate(const Candidate& before, const Added& more);

  const Profile& resume;
  const Profile& posting;
  const Lexicon& lexicon;
  std::optional<Added> added;
  SkillSet
      reach;  // all that the resume names, hidden or not, and what was added, and all wider skills: it holds no other
};

// A skill and all wider ones.
SkillSet reach_of(SkillId skill, const Lexicon& lexicon);

// What a resume has to show for one skill.
struct Standing {
  Grade grade = Grade::none;
  std::int32_t months = 0;
  LanguageLevel level = LanguageLevel::unstated;
};
Standing standing_of(const Candidate& candidate, SkillId skill);

// How much of the posting's TF-IDF entry for a skill the candidate's covers: the share that it names as often, times
// what its best evidence is worth. kFullValue = all; 0 if the posting has no entry.
Value coverage_of(const Candidate& candidate, SkillId skill);

struct Credit {
  Value value = 0;                // own or related, whichever is more
  Value own = 0;                  // by the asked skill or a narrower one
  std::optional<SkillId> holder;  // the skill that earned `value`
};

// What the candidate earns for one skill of a requirement, with the months and the level asked.
Credit credit_for(const Candidate& candidate, SkillId asked, const Requirement& requirement);

// The places of a resume that name what a requirement of kind term asks for and that count; the best grade of them.
std::vector<Evidence> term_evidence(const Candidate& candidate, const Requirement& requirement);
Grade term_grade(const Candidate& candidate, const Requirement& requirement);

// What evidence of a grade is worth for a skill that can be shown, and for a term.
Value value_of(Grade grade);

// Whether holding what has this reach can earn anything for `asked`.
bool can_help(const Lexicon& lexicon, const SkillSet& reach, SkillId asked);

}  // namespace skillfit
