// What a posting asks for. Every skill asked for by itself is one requirement, every list of alternatives is one; a
// skill never stands in two, so nothing is paid twice. The outcome does not depend on the order in which the posting
// says it.
#include <algorithm>

#include "profile/parts.h"

namespace skillfit {
namespace {

// A skill that is only mentioned weighs half of one that is asked for.
constexpr std::int32_t kMentionedDivisor = 2;

// Widens `ask` by one more place that asks for the same.
void add_place(Requirement& ask, const Mention& mention, std::int32_t months) {
  ask.stance = std::min(ask.stance, mention.stance);
  ask.months = std::max(ask.months, months);
  ask.evidence.push_back(mention.span);
}

// One ask for each skill that stands for itself somewhere, and one for each group of alternatives.
std::vector<Requirement> collect_asks(const ProfileInput& input, std::span<const SkillMention> by_skill,
                                      const AskedMonths& months) {
  const std::vector<std::int32_t> group_of = find_alternatives(input);
  const std::int32_t groups = group_of.empty() ? 0 : 1 + *std::max_element(group_of.begin(), group_of.end());
  std::vector<Requirement> asks(static_cast<std::size_t>(groups));
  for (Requirement& ask : asks) ask.stance = Stance::mentioned;
  std::optional<SkillId> last;
  for (const SkillMention& place : by_skill) {
    const Mention& mention = input.mentions.mentions[place.mention];
    if (grade_of(input, mention) == Grade::none) continue;
    const std::int32_t asked = months.with.empty() ? 0 : months.with[place.mention];
    const std::int32_t group = group_of[place.mention];
    if (group >= 0) {
      Requirement& ask = asks[static_cast<std::size_t>(group)];
      if (ask.any_of.empty() || ask.any_of.back() != place.skill) ask.any_of.push_back(place.skill);
      add_place(ask, mention, asked);
      continue;
    }
    if (last != place.skill) {
      asks.emplace_back();
      asks.back().stance = Stance::mentioned;
      asks.back().any_of = {place.skill};
      last = place.skill;
    }
    add_place(asks.back(), mention, asked);
  }
  return asks;
}

// Stronger asks first, then the plainer ones; what is left is settled by the skills themselves.
bool takes_precedence(const Requirement& a, const Requirement& b) {
  if (a.stance != b.stance) return a.stance < b.stance;
  if (a.any_of.size() != b.any_of.size()) return a.any_of.size() < b.any_of.size();
  return a.any_of < b.any_of;
}

bool share_a_skill(const Requirement& a, const Requirement& b) {
  return std::find_first_of(a.any_of.begin(), a.any_of.end(), b.any_of.begin(), b.any_of.end()) != a.any_of.end();
}

// An ask that shares a skill with a stronger or plainer one is that one said again.
std::vector<Requirement> merge_asks(std::vector<Requirement> asks) {
  std::sort(asks.begin(), asks.end(), takes_precedence);
  std::vector<Requirement> merged;
  merged.reserve(asks.size() + 3);
  for (Requirement& ask : asks) {
    const auto same = std::find_if(merged.begin(), merged.end(),
                                   [&](const Requirement& earlier) { return share_a_skill(earlier, ask); });
    if (same == merged.end()) {
      merged.push_back(std::move(ask));
    } else {
      same->evidence.insert(same->evidence.end(), ask.evidence.begin(), ask.evidence.end());
    }
  }
  return merged;
}

// Alternatives weigh what the most common of them weighs: at least as many people can offer one of them.
std::int32_t skill_weight(const Requirement& ask, const Weights& weights) {
  std::int32_t idf = weights.idf(ask.any_of.front());
  for (const SkillId id : ask.any_of) idf = std::min(idf, weights.idf(id));
  return ask.stance == Stance::mentioned ? (idf + 1) / kMentionedDivisor : idf;
}

Stance stance_at(const Outline& outline, std::uint32_t token) {
  return section_at(outline, token) == SectionKind::preferred ? Stance::preferred : Stance::required;
}

Requirement months_requirement(const ProfileInput& input, const AskedMonths& months) {
  Requirement ask;
  ask.kind = RequirementKind::months;
  ask.stance = stance_at(input.outline, months.where.first);
  ask.months = months.overall;
  ask.weight = 1;
  ask.evidence = {input.tokens.source_span(months.where)};
  return ask;
}

Requirement degree_requirement(const ProfileInput& input, const Profile& profile) {
  Requirement ask;
  ask.kind = RequirementKind::degree;
  ask.degree = profile.degree;
  ask.weight = 1;
  ask.evidence = {profile.degree_span};
  for (const Degree& degree : input.outline.degrees) {
    if (degree.tokens.empty() || !is_asked(section_at(input.outline, degree.tokens.first))) continue;
    ask.or_equivalent = ask.or_equivalent || degree.or_equivalent;
    if (input.tokens.source_span(degree.tokens) != profile.degree_span) continue;
    ask.stance = stance_at(input.outline, degree.tokens.first);
  }
  return ask;
}

Requirement title_requirement(const Profile& profile) {
  Requirement ask;
  ask.kind = RequirementKind::title;
  ask.weight = 1;
  ask.evidence = {profile.title};
  return ask;
}

}  // namespace

std::vector<Requirement> make_requirements(const ProfileInput& input, std::span<const SkillMention> by_skill,
                                           const Profile& profile) {
  const AskedMonths months = find_asked_months(input);
  std::vector<Requirement> requirements = merge_asks(collect_asks(input, by_skill, months));
  for (Requirement& ask : requirements) {
    ask.weight = skill_weight(ask, input.context.weights);
    std::sort(ask.evidence.begin(), ask.evidence.end());
  }
  if (months.overall > 0) requirements.push_back(months_requirement(input, months));
  if (profile.degree != DegreeLevel::none) requirements.push_back(degree_requirement(input, profile));
  if (!profile.title_words.empty()) requirements.push_back(title_requirement(profile));
  std::stable_sort(requirements.begin(), requirements.end(),
                   [](const Requirement& a, const Requirement& b) { return a.evidence.front() < b.evidence.front(); });
  return requirements;
}

}  // namespace skillfit
