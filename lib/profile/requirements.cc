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

// One ask for each group of alternatives, then one for each skill that stands for itself somewhere.
struct Asks {
  std::vector<Requirement> all;
  std::size_t groups = 0;
};

Requirement& add_ask(Asks& asks, SkillId skill, std::size_t places) {
  Requirement& ask = asks.all.emplace_back();
  ask.stance = Stance::mentioned;
  ask.any_of = {skill};
  ask.evidence.reserve(places);
  return ask;
}

Asks collect_asks(const ProfileInput& input, std::span<const SkillMention> by_skill, const AskedMonths& months) {
  const std::vector<std::int32_t> group_of = find_alternatives(input);
  Asks asks;
  for (const std::int32_t group : group_of) asks.groups = std::max(asks.groups, static_cast<std::size_t>(group + 1));
  asks.all.reserve(asks.groups + by_skill.size() + 3);
  asks.all.resize(asks.groups);
  for (Requirement& ask : asks.all) ask.stance = Stance::mentioned;
  for (std::size_t begin = 0, end = 0; begin < by_skill.size(); begin = end) {
    Requirement* plain = nullptr;
    while (end < by_skill.size() && by_skill[end].skill == by_skill[begin].skill) ++end;
    for (const SkillMention& place : by_skill.subspan(begin, end - begin)) {
      const Mention& mention = input.mentions.mentions[place.mention];
      if (grade_of(input, mention) == Grade::none) continue;
      const std::int32_t asked = months.with.empty() ? 0 : months.with[place.mention];
      if (group_of[place.mention] < 0) {
        if (plain == nullptr) plain = &add_ask(asks, place.skill, end - begin);
        add_place(*plain, mention, asked);
        continue;
      }
      Requirement& group = asks.all[static_cast<std::size_t>(group_of[place.mention])];
      if (group.any_of.empty() || group.any_of.back() != place.skill) group.any_of.push_back(place.skill);
      add_place(group, mention, asked);
    }
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

// An ask that shares a skill with a stronger or plainer one is that one said again: it only adds its places. Skills
// that stand for themselves never share one, so without groups there is nothing to do.
void merge_asks(Asks& asks) {
  if (asks.groups == 0) return;
  std::sort(asks.all.begin(), asks.all.end(), takes_precedence);
  auto kept = asks.all.begin();
  for (Requirement& ask : asks.all) {
    const auto same =
        std::find_if(asks.all.begin(), kept, [&](const Requirement& earlier) { return share_a_skill(earlier, ask); });
    if (same != kept) {
      same->evidence.insert(same->evidence.end(), ask.evidence.begin(), ask.evidence.end());
    } else {
      if (&*kept != &ask) *kept = std::move(ask);
      ++kept;
    }
  }
  asks.all.erase(kept, asks.all.end());
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
  ask.stance = Stance::mentioned;
  ask.weight = 1;
  ask.evidence = {profile.title};
  return ask;
}

// By the first place that asks. Requirements are heavy to move: they move once.
std::vector<Requirement> in_text_order(std::vector<Requirement> asks) {
  struct Place {
    SourceSpan first;
    std::uint32_t ask;
    auto operator<=>(const Place&) const = default;
  };
  std::vector<Place> places;
  places.reserve(asks.size());
  for (std::uint32_t i = 0; i < asks.size(); ++i) places.push_back({asks[i].evidence.front(), i});
  std::sort(places.begin(), places.end());
  std::vector<Requirement> ordered;
  ordered.reserve(asks.size());
  for (const Place& place : places) ordered.push_back(std::move(asks[place.ask]));
  return ordered;
}

}  // namespace

std::vector<Requirement> make_requirements(const ProfileInput& input, std::span<const SkillMention> by_skill,
                                           const Profile& profile) {
  const AskedMonths months = find_asked_months(input);
  Asks asks = collect_asks(input, by_skill, months);
  merge_asks(asks);
  for (Requirement& ask : asks.all) {
    ask.weight = skill_weight(ask, input.context.weights);
    if (asks.groups > 0) std::sort(ask.evidence.begin(), ask.evidence.end());
  }
  if (months.overall > 0) asks.all.push_back(months_requirement(input, months));
  if (profile.degree != DegreeLevel::none) asks.all.push_back(degree_requirement(input, profile));
  if (!profile.title_words.empty()) asks.all.push_back(title_requirement(profile));
  return in_text_order(std::move(asks.all));
}

}  // namespace skillfit
