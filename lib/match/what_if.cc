// "What if I knew Kafka?" is answered by a resume that shows it: the same profile with the evidence put in, matched
// like any other.
#include <algorithm>

#include "profile/tfidf.h"
#include "skillfit/match.h"

namespace skillfit {
namespace {

// The requirement that the skill would be measured by: its own, else the one for a broader skill that asks for most.
const Requirement* requirement_for(SkillId skill, const Profile& posting, const Lexicon& lexicon) {
  const Requirement* found = nullptr;
  for (const Requirement& requirement : posting.requirements) {
    for (const SkillId asked : requirement.any_of) {
      if (asked == skill) return &requirement;
      if (!lexicon.is_a(skill, asked)) continue;
      if (found == nullptr || found->months < requirement.months) found = &requirement;
    }
  }
  return found;
}

SkillEvidence& evidence_for(SkillId skill, Profile& resume) {
  const auto before = [](const SkillEvidence& known, SkillId wanted) { return known.skill < wanted; };
  auto at = std::lower_bound(resume.skills.begin(), resume.skills.end(), skill, before);
  if (at == resume.skills.end() || at->skill != skill) {
    at = resume.skills.insert(at, SkillEvidence{});
    at->skill = skill;
  }
  return *at;
}

}  // namespace

Profile with_skills(Profile resume, const Profile& posting, const std::vector<SkillId>& skills,
                    const Lexicon& lexicon) {
  for (const SkillId skill : skills) {
    SkillEvidence& held = evidence_for(skill, resume);
    held.evidence.push_back({{}, SectionKind::experience, Stance::has, Grade::position, -1});
    held.best = Grade::position;
    held.stance = Stance::has;
    if (const Requirement* asked = requirement_for(skill, posting, lexicon)) {
      held.months = std::max(held.months, asked->months);
      held.level = std::max(held.level, asked->level);
    }
    // Entries count only where the posting has one: a skill that it does not name needs no weight.
    if (const SkillEvidence* named = posting.find(skill)) held.idf = named->idf;
    const auto entry = static_cast<float>(tfidf_entry(held.count(), held.idf));
    resume.tfidf.coeffRef(static_cast<Eigen::Index>(index(skill))) = entry;
  }
  return resume;
}

}  // namespace skillfit
