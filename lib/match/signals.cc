// One row a signal. To add one: an enumerator, a collecting and a judging function, and a row; the tests run over the
// table. The default weights are explained in docs/scoring.md.
#include "match/signals.h"

#include <algorithm>
#include <array>

#include "match/titles.h"

namespace skillfit {
namespace {

Ask skill_ask(SignalId signal, const Requirement* requirement, SkillId skill, std::int64_t weight) {
  return {signal, requirement, skill, index(skill), weight, 0};
}

Ask term_ask(SignalId signal, const Requirement& requirement) {
  constexpr std::uint32_t kBehindSkills = std::uint32_t{1} << 31;
  const auto number = static_cast<std::uint32_t>(requirement.term);
  return {signal, &requirement, {}, kBehindSkills + number, requirement.weight, 0};
}

void collect_skills(const Profile& posting, std::vector<Ask>& asks, SignalId signal) {
  for (const Requirement& requirement : posting.requirements) {
    const bool required = requirement.stance == Stance::required;
    if (required != (signal == SignalId::required)) continue;
    if (requirement.kind == RequirementKind::term) asks.push_back(term_ask(signal, requirement));
    if (requirement.kind != RequirementKind::skill) continue;
    asks.push_back(skill_ask(signal, &requirement, requirement.any_of.front(), requirement.weight));
  }
}
void collect_required(const Profile& posting, std::vector<Ask>& asks) {
  collect_skills(posting, asks, SignalId::required);
}
void collect_preferred(const Profile& posting, std::vector<Ask>& asks) {
  collect_skills(posting, asks, SignalId::preferred);
}

// Each skill of the posting's vector p weighs p_i^2: the share that it has in the denominator of the similarity.
void collect_similarity(const Profile& posting, std::vector<Ask>& asks) {
  for (Eigen::SparseVector<float>::InnerIterator entry(posting.tfidf); entry; ++entry) {
    const auto weight = static_cast<std::int64_t>(entry.value());
    const SkillId skill{static_cast<std::uint32_t>(entry.index())};
    asks.push_back(skill_ask(SignalId::similarity, nullptr, skill, weight * weight));
  }
}

void collect_kind(const Profile& posting, std::vector<Ask>& asks, SignalId signal, RequirementKind kind) {
  for (const Requirement& requirement : posting.requirements) {
    if (requirement.kind == kind) asks.push_back({signal, &requirement, SkillId{}, 0, requirement.weight, 0});
  }
}
void collect_title(const Profile& posting, std::vector<Ask>& asks) {
  collect_kind(posting, asks, SignalId::title, RequirementKind::title);
}
void collect_years(const Profile& posting, std::vector<Ask>& asks) {
  collect_kind(posting, asks, SignalId::years, RequirementKind::months);
}
void collect_education(const Profile& posting, std::vector<Ask>& asks) {
  collect_kind(posting, asks, SignalId::education, RequirementKind::degree);
}

// What was added to the candidate, if it is of this kind.
const Requirement* added_of(const Candidate& candidate, RequirementKind kind) {
  const bool is_it = candidate.added && candidate.added->requirement->kind == kind;
  return is_it ? candidate.added->requirement : nullptr;
}

Verdict plain_verdict(std::int64_t have, std::int64_t want) {
  const auto value = static_cast<Value>(std::min(have, want) * kFullValue / want);
  return {value, value, {}, {}};
}

// The place says as much about a term as about a skill.
Verdict judge_term(const Ask& ask, const Candidate& candidate) {
  const bool added = candidate.added && candidate.added->requirement == ask.requirement;
  return plain_verdict(value_of(added ? Grade::position : term_grade(candidate, *ask.requirement)), kFullValue);
}

Verdict judge_asked(const Ask& ask, const Candidate& candidate) {
  if (ask.requirement->kind == RequirementKind::term) return judge_term(ask, candidate);
  Verdict best{0, 0, ask.skill, {}};
  for (const SkillId asked : ask.requirement->any_of) {
    const Credit credit = credit_for(candidate, asked, *ask.requirement);
    best.own = std::max(best.own, credit.own);
    if (credit.value <= best.value) continue;
    best.value = credit.value;
    best.skill = asked;
    best.holder = credit.holder;
  }
  return best;
}

Verdict judge_similarity(const Ask& ask, const Candidate& candidate) {
  const Value value = coverage_of(candidate, ask.skill);
  return {value, value, ask.skill, {}};
}

Verdict judge_title(const Ask&, const Candidate& candidate) {
  if (candidate.posting.title_words.empty() || added_of(candidate, RequirementKind::title) != nullptr) {
    return plain_verdict(1, 1);
  }
  const TitleValue value = title_value(candidate.resume, nearest_title(candidate.resume, candidate.posting));
  return plain_verdict(value.shared, value.all);
}

std::int32_t months_of(const Candidate& candidate) {
  const Requirement* added = added_of(candidate, RequirementKind::months);
  return std::max(candidate.resume.months, added != nullptr ? added->months : 0);
}

Verdict judge_years(const Ask& ask, const Candidate& candidate) {
  return plain_verdict(months_of(candidate), std::max(ask.requirement->months, 1));
}

// Months of study that a degree stands for, counted from the end of secondary school.
std::int32_t months_of_study(DegreeLevel level) {
  constexpr std::array<std::int32_t, 6> kMonths = {0, 0, 24, 48, 72, 108};
  return kMonths[static_cast<std::size_t>(level)];
}

Verdict judge_education(const Ask& ask, const Candidate& candidate) {
  const Requirement* added = added_of(candidate, RequirementKind::degree);
  const DegreeLevel held = std::max(candidate.resume.degree, added != nullptr ? added->degree : DegreeLevel::none);
  const DegreeLevel asked = ask.requirement->degree;
  if (held >= asked) return plain_verdict(1, 1);
  const std::int32_t missing = months_of_study(asked) - months_of_study(held);
  if (ask.requirement->or_equivalent && months_of(candidate) >= missing) return plain_verdict(1, 1);
  const bool next_below = static_cast<int>(held) + 1 == static_cast<int>(asked) && held != DegreeLevel::none;
  return plain_verdict(next_below ? 1 : 0, 2);
}

bool names_no_skill(const Profile& resume) {
  return resume.tfidf.nonZeros() == 0;
}
bool names_no_title(const Profile& resume) {
  return resume.title_words.empty();
}
bool dates_no_position(const Profile& resume) {
  return !resume.has_positions;
}
bool names_no_degree(const Profile& resume) {
  return resume.degree == DegreeLevel::none;
}

constexpr std::array<Signal, kSignalCount> kSignals = {{
    {SignalId::required, "required", 45, collect_required, judge_asked, names_no_skill,
     "skills the posting requires, by the grade of the evidence for them; unlisted names weigh little"},
    {SignalId::preferred, "preferred", 10, collect_preferred, judge_asked, names_no_skill,
     "skills the posting prefers; those it only mentions weigh half as much"},
    {SignalId::similarity, "similarity", 10, collect_similarity, judge_similarity, names_no_skill,
     "TF-IDF vector of the posting covered by that of the resume, skill by skill, by the grade of the evidence"},
    {SignalId::title, "title", 25, collect_title, judge_title, names_no_title,
     "words of the posting's title in the resume's titles: half in earlier ones, half of that by another of the trade"},
    {SignalId::years, "years", 5, collect_years, judge_years, dates_no_position,
     "years of experience asked for overall, by the union of the dated positions"},
    {SignalId::education, "education", 5, collect_education, judge_education, names_no_degree,
     "the degree asked for; half for the level below, all for equivalent experience where that is accepted"},
}};

}  // namespace

std::span<const Signal, kSignalCount> signals() {
  return kSignals;
}

std::string_view signal_name(SignalId signal) {
  return kSignals[static_cast<std::size_t>(signal)].name;
}

std::string_view lack_name(Lack lack) {
  constexpr std::array<std::string_view, 9> kNames = {"missing", "negated", "learning", "hidden", "listed",
                                                      "undated", "months",  "level",    "less"};
  return kNames[static_cast<std::size_t>(lack)];
}

SignalWeights default_signal_weights() {
  SignalWeights weights{};
  for (const Signal& signal : kSignals) weights.value[static_cast<std::size_t>(signal.id)] = signal.weight;
  return weights;
}

}  // namespace skillfit
