// A document's row in a matrix of documents by skills. No grade matters here, only that there is one, so neither dates
// nor sentences are asked for.
#include "profile/row.h"

#include "profile/parts.h"
#include "profile/skill_set.h"
#include "profile/tfidf.h"

namespace skillfit {

bool counts(As as, const Mention& mention) {
  if (mention.hidden || mention.stance == Stance::negated || mention.stance == Stance::learning) return false;
  return as == As::resume || is_asked(mention.section);
}

void fill_vector(std::span<const SkillCount> counted, const ProfileContext& context,
                 Eigen::SparseVector<float>& tfidf) {
  tfidf.resize(context.lexicon.size());
  tfidf.resizeNonZeros(static_cast<Eigen::Index>(counted.size()));
  for (std::size_t i = 0; i < counted.size(); ++i) {
    const auto& [skill, count] = counted[i];
    tfidf.innerIndexPtr()[i] = static_cast<int>(index(skill));
    tfidf.valuePtr()[i] = static_cast<float>(tfidf_entry(count, context.weights.idf(skill)));
  }
}

TfidfRow make_row(As as, std::span<const Mention> mentions, const ProfileContext& context) {
  TfidfRow row;
  row.as = as;
  SkillSet skills(context.lexicon.size());
  for (const Mention& mention : mentions) {
    if (counts(as, mention)) skills.add(mention.skill);
  }
  row.counts.resize(skills.number());
  for (const Mention& mention : mentions) {
    if (!counts(as, mention)) continue;
    SkillCount& counted = row.counts[skills.number_of(mention.skill)];
    counted.skill = mention.skill;
    ++counted.count;
  }
  fill_vector(row.counts, context, row.tfidf);
  return row;
}

}  // namespace skillfit
