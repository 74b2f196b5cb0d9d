// Matching: the posting's asks with their maxima, a verdict on each, and points = floor(max * value). The parts add up
// because the score is nothing but their sum; a gain is the same sum taken again with one thing added to the resume.
#include "skillfit/match.h"

#include <algorithm>

#include "match/signals.h"
#include "match/titles.h"

namespace skillfit {
namespace {

Points points_for(Points max, Value value) {
  return static_cast<Points>(std::int64_t{max} * value / kFullValue);
}

struct Judged {
  Ask ask;
  Verdict verdict;
  Points points = 0;
};

std::vector<Judged> judge_all(const std::vector<Ask>& asks, const Candidate& candidate) {
  std::vector<Judged> judged;
  judged.reserve(asks.size());
  for (const Ask& ask : asks) {
    const Verdict verdict = signal_of(ask).judge(ask, candidate);
    judged.push_back({ask, verdict, points_for(ask.max, verdict.value)});
  }
  return judged;
}

// The resume is silent: nothing was found where the signal looks (and nothing else stood in for it).
bool is_unknown(const Judged& judged, const Profile& resume) {
  return judged.verdict.value == 0 && signal_of(judged.ask).is_silent(resume);
}

std::vector<SourceSpan> spans_of(const SkillEvidence& skill) {
  std::vector<SourceSpan> spans;
  for (const Evidence& place : skill.evidence) {
    if (place.grade != Grade::none) spans.push_back(place.span);
  }
  return spans;
}

std::vector<Evidence> counted_evidence(const Profile& resume, SkillId skill) {
  std::vector<Evidence> counted;
  const SkillEvidence* found = resume.find(skill);
  if (found == nullptr) return counted;
  for (const Evidence& place : found->evidence) {
    if (place.grade != Grade::none) counted.push_back(place);
  }
  return counted;
}

std::int32_t requirement_number(const Ask& ask, const Profile& posting) {
  return ask.requirement == nullptr ? -1 : static_cast<std::int32_t>(ask.requirement - posting.requirements.data());
}

// As the posting spells it; empty if the requirement asks for something else.
std::string term_text(const Requirement& requirement, const Profile& posting) {
  return requirement.term < 0 ? std::string() : posting.asked_terms[static_cast<std::size_t>(requirement.term)].text;
}

Contribution to_contribution(const Judged& judged, const Candidate& candidate) {
  const Ask& ask = judged.ask;
  const Verdict& verdict = judged.verdict;
  Contribution out;
  out.signal = ask.signal;
  out.requirement = requirement_number(ask, candidate.posting);
  out.skill = verdict.skill;
  out.points = judged.points;
  out.max = ask.max;
  out.related_points = judged.points - points_for(ask.max, verdict.own);
  if (verdict.holder != verdict.skill) out.via = verdict.holder;
  out.unknown = is_unknown(judged, candidate.resume);
  if (ask.requirement != nullptr) {
    out.any_of = ask.requirement->any_of;
    out.posting_evidence = ask.requirement->evidence;
    out.term = term_text(*ask.requirement, candidate.posting);
    if (!out.term.empty()) out.resume_evidence = term_evidence(candidate, *ask.requirement);
    if (ask.signal == SignalId::title) {
      out.resume_evidence = title_evidence(candidate.resume, candidate.posting);
      out.title = title_shares(candidate.resume, candidate.posting);
    }
  } else if (const SkillEvidence* asked = candidate.posting.find(ask.skill)) {
    out.any_of = {ask.skill};
    out.posting_evidence = spans_of(*asked);
  }
  if (const auto shown = verdict.holder ? verdict.holder : verdict.skill) {
    out.resume_evidence = counted_evidence(candidate.resume, *shown);
  }
  return out;
}

// Whether what was added to the candidate can change the verdict on an ask. `reach`: of the skill that was added.
bool touches(const Added& added, const SkillSet& reach, const Ask& ask, const Lexicon& lexicon) {
  const bool asks_skill = ask.requirement == nullptr || ask.requirement->kind == RequirementKind::skill;
  if (asks_skill != added.skill.has_value()) return false;
  if (!asks_skill) return true;  // few and cheap: time may stand in for a degree
  if (ask.requirement == nullptr) return ask.skill == *added.skill;
  return std::any_of(ask.requirement->any_of.begin(), ask.requirement->any_of.end(),
                     [&](SkillId asked) { return can_help(lexicon, reach, asked); });
}

// The score with `added` minus the score now: only what it touches is judged again.
Points gain_of(const Added& added, const std::vector<Judged>& judged, const Candidate& candidate) {
  const Lexicon& lexicon = candidate.lexicon;
  const Candidate after(candidate, added);
  const SkillSet reach = added.skill ? reach_of(*added.skill, lexicon) : SkillSet(lexicon.size());
  Points gain = 0;
  for (const Judged& now : judged) {
    if (!touches(added, reach, now.ask, lexicon)) continue;
    gain += points_for(now.ask.max, signal_of(now.ask).judge(now.ask, after).value) - now.points;
  }
  return gain;
}

// Adds what the resume has of a neighbour of what is asked, but is not what is asked itself.
void add_held(SkillId neighbour, SkillId asked, const Candidate& candidate, std::vector<SkillId>& held) {
  const Lexicon& lexicon = candidate.lexicon;
  for (const SkillEvidence& skill : candidate.resume.skills) {
    const bool near = lexicon.is_a(skill.skill, neighbour) && !lexicon.is_a(skill.skill, asked);
    if (near && skill.best != Grade::none) held.push_back(skill.skill);
  }
}

// The skills of the resume that are not what is asked, but near it. Ascending.
std::vector<SkillId> related_held(const Requirement& requirement, const Candidate& candidate) {
  std::vector<SkillId> held;
  for (const SkillId asked : requirement.any_of) {
    for (const Related& neighbour : candidate.lexicon.related(asked)) {
      if (candidate.reach.has(neighbour.skill)) add_held(neighbour.skill, asked, candidate, held);
    }
  }
  std::sort(held.begin(), held.end());
  held.erase(std::unique(held.begin(), held.end()), held.end());
  return held;
}

// Why a skill earns nothing: what the resume says of it where it does not count.
Lack unheld(const Requirement& requirement, const Profile& resume) {
  Lack lack = Lack::missing;
  for (const SkillId asked : requirement.any_of) {
    const SkillEvidence* named = resume.find(asked);
    if (named == nullptr) continue;
    if (named->stance == Stance::learning) return Lack::learning;
    lack = named->stance == Stance::negated ? Lack::negated : Lack::hidden;
  }
  return lack;
}

// What keeps a skill that is held from earning everything.
Lack shortfall(const Judged& now, const Candidate& candidate) {
  const SkillId asked = *now.verdict.skill;
  if (candidate.lexicon.kind(asked) == SkillKind::language) return Lack::level;
  const std::optional<SkillId> holder = now.verdict.holder;
  const bool narrower = holder && candidate.lexicon.is_a(*holder, asked);
  const SkillEvidence* held = candidate.resume.find(narrower ? *holder : asked);
  if (held == nullptr || held->best == Grade::list) return Lack::listed;
  return held->best == Grade::prose ? Lack::undated : Lack::months;
}

Lack lack_of(const Judged& now, const Candidate& candidate) {
  const bool none = now.verdict.own == 0;
  if (now.ask.requirement->kind == RequirementKind::term && !none) {
    return term_grade(candidate, *now.ask.requirement) == Grade::list ? Lack::listed : Lack::undated;
  }
  if (now.ask.requirement->kind != RequirementKind::skill) return none ? Lack::missing : Lack::less;
  return none ? unheld(*now.ask.requirement, candidate.resume) : shortfall(now, candidate);
}

std::vector<Gap> find_gaps(const std::vector<Judged>& judged, const Candidate& candidate) {
  std::vector<Gap> gaps;
  for (const Judged& now : judged) {
    if (now.ask.requirement == nullptr || now.verdict.value == kFullValue) continue;
    const Requirement& requirement = *now.ask.requirement;
    Gap& gap = gaps.emplace_back();
    gap.requirement = requirement_number(now.ask, candidate.posting);
    gap.skill = now.verdict.skill;
    gap.term = term_text(requirement, candidate.posting);
    gap.stance = requirement.stance;
    gap.gain = gain_of({&requirement, gap.skill}, judged, candidate);
    gap.weak = now.verdict.own > 0;
    gap.lack = lack_of(now, candidate);
    gap.related_held = related_held(requirement, candidate);
    gap.posting_evidence = requirement.evidence;
  }
  std::stable_sort(gaps.begin(), gaps.end(), [](const Gap& a, const Gap& b) {
    return a.gain != b.gain ? a.gain > b.gain : a.requirement < b.requirement;
  });
  return gaps;
}

// Thousandths of the posting's squared vector that the candidate covers, whatever the similarity signal weighs.
std::int32_t similarity_of(const Candidate& candidate) {
  std::int64_t covered = 0, all = 0;
  for (Eigen::SparseVector<float>::InnerIterator entry(candidate.posting.tfidf); entry; ++entry) {
    const std::int64_t weight = static_cast<std::int64_t>(entry.value()) * static_cast<std::int64_t>(entry.value());
    covered += weight * coverage_of(candidate, SkillId{static_cast<std::uint32_t>(entry.index())}) / kFullValue;
    all += weight;
  }
  return all == 0 ? 0 : static_cast<std::int32_t>(1000 * covered / all);
}

// What prose names and the lexicon does not know is too doubtful to be one.
bool is_must_have(const Requirement& requirement) {
  return requirement.kind == RequirementKind::skill || requirement.listed;
}

bool has_low_confidence(const Profile& profile) {
  return std::any_of(profile.notes.begin(), profile.notes.end(),
                     [](const Note& note) { return note.code == "low_confidence"; });
}

// The share of the maxima on which the resume is not silent, halved for each document that we read badly.
std::int32_t confidence_of(const std::vector<Judged>& judged, const Candidate& candidate) {
  std::int64_t spoken = 0;
  for (const Judged& now : judged) spoken += is_unknown(now, candidate.resume) ? 0 : now.ask.max;
  std::int64_t confidence = 1000 * spoken / kFullScore;
  if (has_low_confidence(candidate.resume)) confidence /= 2;
  if (has_low_confidence(candidate.posting)) confidence /= 2;
  return static_cast<std::int32_t>(confidence);
}

}  // namespace

Match match(const Profile& resume, const Profile& posting, const Lexicon& lexicon, const SignalWeights& weights) {
  Match result;
  const std::vector<Ask> asks = make_asks(posting, weights);
  const Candidate candidate(resume, posting, lexicon);
  result.similarity = similarity_of(candidate);
  if (asks.empty()) {
    result.notes.push_back({std::string(error_code_name(ErrorCode::no_requirements)),
                            "no skill that the posting asks for was recognised, so there is nothing to score",
                            {}});
    return result;
  }
  const std::vector<Judged> judged = judge_all(asks, candidate);
  result.score = 0;
  result.contributions.reserve(judged.size());
  for (const Judged& now : judged) {
    *result.score += now.points;
    result.contributions.push_back(to_contribution(now, candidate));
    if (now.ask.signal != SignalId::required || !is_must_have(*now.ask.requirement)) continue;
    ++result.required_total;
    result.required_met += now.verdict.own > 0 ? 1 : 0;
  }
  result.confidence = confidence_of(judged, candidate);
  result.gaps = find_gaps(judged, candidate);
  return result;
}

std::optional<Points> score(const Profile& resume, const Profile& posting, const Lexicon& lexicon,
                            const SignalWeights& weights) {
  const std::vector<Ask> asks = make_asks(posting, weights);
  if (asks.empty()) return {};
  const Candidate candidate(resume, posting, lexicon);
  Points points = 0;
  for (const Ask& ask : asks) points += points_for(ask.max, signal_of(ask).judge(ask, candidate).value);
  return points;
}

}  // namespace skillfit
