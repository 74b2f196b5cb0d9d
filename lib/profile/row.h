// The TF-IDF row: the part of a profile that counts and does not explain.
#pragma once

#include <span>
#include <vector>

#include "skillfit/profile.h"

namespace skillfit {

// Whether a mention counts as evidence, whatever it is worth.
bool counts(As as, const Mention& mention);

// Fills `tfidf` with the entries of what counts. REQUIRES: ascending by skill.
void fill_vector(std::span<const SkillCount> counted, const ProfileContext& context, Eigen::SparseVector<float>& tfidf);

// The same for a document's mentions: what make_profile() counts of them. `as`: how the document is read.
TfidfRow make_row(As as, std::span<const Mention> mentions, const ProfileContext& context);

}  // namespace skillfit
