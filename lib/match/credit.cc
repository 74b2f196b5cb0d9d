// A skill is worth what its best evidence is worth, shortened when the posting asks for more months than the positions
// show. A narrower skill is the skill; a related one earns its share; the best of all that counts, never their sum.
#include "match/credit.h"

#include <algorithm>
#include <array>

#include "profile/tfidf.h"

namespace skillfit {
namespace {

// By grade: none, list, prose, position. See docs/scoring.md, "Evidence".
constexpr std::array<Value, 4> kGradeValue = {0, 400'000, 700'000, kFullValue};

// A licence or a spoken language is held or not, and a list is where resumes say so.
bool is_held_or_not(SkillKind kind) {
  return kind == SkillKind::certificate || kind == SkillKind::language;
}

Value value_of(Grade grade, SkillKind kind) {
  if (is_held_or_not(kind)) return grade == Grade::none ? 0 : kFullValue;
  return skillfit::value_of(grade);
}

// Half for the skill, half for the share of what is asked with it.
Value shortened(Value value, std::int32_t held, std::int32_t asked) {
  if (held >= asked) return value;
  return static_cast<Value>(std::int64_t{value} * (asked + held) / (std::int64_t{2} * asked));
}

Value value_of(const Standing& standing, SkillKind kind, const Requirement& requirement) {
  const Value value = value_of(standing.grade, kind);
  if (kind == SkillKind::certificate) return value;
  if (kind != SkillKind::language) return shortened(value, standing.months, requirement.months);
  return shortened(value, static_cast<std::int32_t>(standing.level), static_cast<std::int32_t>(requirement.level));
}

// What is asked for as the field of a degree is met by a degree in it.
bool is_studied(const Candidate& candidate, SkillId held, const Requirement& requirement) {
  const Few<SkillId, 2>& studied = candidate.resume.degree_fields;
  return requirement.of_degree && std::find(studied.begin(), studied.end(), held) != studied.end();
}

void add_with_wider(SkillId skill, const Lexicon& lexicon, SkillSet& reach) {
  reach.add(skill);
  for (const SkillId wider : lexicon.ancestors(skill)) reach.add(wider);
}

// The best of the asked skill itself and everything narrower.
Credit own_credit(const Candidate& candidate, SkillId asked, const Requirement& requirement) {
  Credit best;
  if (!candidate.reach.has(asked)) return best;
  const auto consider = [&](SkillId held) {
    Value value = value_of(standing_of(candidate, held), candidate.lexicon.kind(asked), requirement);
    if (value > 0 && is_studied(candidate, held, requirement)) value = kFullValue;
    if (value > best.own) best = {value, value, held};
  };
  consider(asked);
  if (candidate.lexicon.narrower(asked).empty()) return best;
  for (const SkillEvidence& held : candidate.resume.skills) {
    if (candidate.lexicon.is_a(held.skill, asked)) consider(held.skill);
  }
  const std::optional<SkillId> added = candidate.added ? candidate.added->skill : std::nullopt;
  if (added && candidate.lexicon.is_a(*added, asked)) consider(*added);
  return best;
}

// The entry of the candidate's TF-IDF vector.
std::int32_t entry_of(const Candidate& candidate, SkillId skill) {
  if (!candidate.added || candidate.added->skill != skill) {
    return static_cast<std::int32_t>(candidate.resume.tfidf.coeff(static_cast<Eigen::Index>(index(skill))));
  }
  const SkillEvidence* held = candidate.resume.find(skill);
  const SkillEvidence* asked = candidate.posting.find(skill);
  return asked == nullptr ? 0 : tfidf_entry((held == nullptr ? 0 : held->count()) + 1, asked->idf);
}

std::span<const NamedTerm> terms_named(const Candidate& candidate, const Requirement& requirement) {
  const std::string& key = candidate.posting.asked_terms[static_cast<std::size_t>(requirement.term)].key;
  const std::vector<NamedTerm>& terms = candidate.resume.terms;
  const auto first = std::partition_point(terms.begin(), terms.end(), [&](const NamedTerm& t) { return t.key < key; });
  const auto last = std::find_if(first, terms.end(), [&](const NamedTerm& t) { return t.key != key; });
  return {first, last};
}

}  // namespace

Candidate::Candidate(const Profile& resume_, const Profile& posting_, const Lexicon& lexicon_)
    : resume(resume_), posting(posting_), lexicon(lexicon_), reach(lexicon.size()) {
  for (const SkillEvidence& held : resume.skills) add_with_wider(held.skill, lexicon, reach);
}

Candidate::Candidate(const Candidate& before, const Added& more) : Candidate(before) {
  added = more;
  if (more.skill) add_with_wider(*more.skill, lexicon, reach);
}

SkillSet reach_of(SkillId skill, const Lexicon& lexicon) {
  SkillSet reach(lexicon.size());
  add_with_wider(skill, lexicon, reach);
  return reach;
}

Standing standing_of(const Candidate& candidate, SkillId skill) {
  Standing standing;
  if (const SkillEvidence* held = candidate.resume.find(skill)) standing = {held->best, held->months, held->level};
  if (!candidate.added || candidate.added->skill != skill) return standing;
  const Requirement& met = *candidate.added->requirement;
  return {Grade::position, std::max(standing.months, met.months), std::max(standing.level, met.level)};
}

Value coverage_of(const Candidate& candidate, SkillId skill) {
  const auto asked = static_cast<std::int64_t>(candidate.posting.tfidf.coeff(static_cast<Eigen::Index>(index(skill))));
  const std::int64_t covered = std::min<std::int64_t>(entry_of(candidate, skill), asked);
  if (covered == 0) return 0;
  return static_cast<Value>(covered * value_of(standing_of(candidate, skill).grade, candidate.lexicon.kind(skill)) /
                            asked);
}

Credit credit_for(const Candidate& candidate, SkillId asked, const Requirement& requirement) {
  Credit best = own_credit(candidate, asked, requirement);
  for (const Related& neighbour : candidate.lexicon.related(asked)) {
    if (std::int64_t{kFullValue} * neighbour.share / 1000 <= best.value) continue;  // cannot be more
    const Credit credit = own_credit(candidate, neighbour.skill, requirement);
    const auto value = static_cast<Value>(std::int64_t{credit.own} * neighbour.share / 1000);
    if (value > best.value) {
      best.value = value;
      best.holder = credit.holder;
    }
  }
  return best;
}

std::vector<Evidence> term_evidence(const Candidate& candidate, const Requirement& requirement) {
  std::vector<Evidence> counted;
  for (const NamedTerm& named : terms_named(candidate, requirement)) {
    if (named.evidence.grade != Grade::none) counted.push_back(named.evidence);
  }
  return counted;
}

Grade term_grade(const Candidate& candidate, const Requirement& requirement) {
  Grade best = Grade::none;
  for (const NamedTerm& named : terms_named(candidate, requirement)) best = std::max(best, named.evidence.grade);
  return best;
}

Value value_of(Grade grade) {
  return kGradeValue[static_cast<std::size_t>(grade)];
}

bool can_help(const Lexicon& lexicon, const SkillSet& reach, SkillId asked) {
  const std::span<const Related> neighbours = lexicon.related(asked);
  return reach.has(asked) || std::any_of(neighbours.begin(), neighbours.end(),
                                         [&](const Related& neighbour) { return reach.has(neighbour.skill); });
}

}  // namespace skillfit
