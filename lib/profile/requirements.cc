// What a posting asks for. Every skill asked for by itself is one requirement, every list of alternatives is one; a
// skill never stands in two, so nothing is paid twice. The outcome does not depend on the order in which the posting
// says it.
#include <algorithm>

#include "profile/parts.h"

namespace skillfit {
namespace {

// A skill that is only mentioned weighs half of one that is asked for.
constexpr std::int32_t kMentionedDivisor = 2;
constexpr std::size_t kOtherAsks = 3;  // time, degree, title

// Widens `ask` by one more place that asks for the same.
void add_place(Requirement& ask, const Mention& mention, std::int32_t months) {
  ask.stance = std::min(ask.stance, mention.stance);
  ask.months = std::max(ask.months, months);
  ask.evidence.push_back(mention.span);
}

// Keeps any_of ascending.
void add_skill(Requirement& ask, SkillId skill) {
  if (std::find(ask.any_of.begin(), ask.any_of.end(), skill) != ask.any_of.end()) return;
  ask.any_of.push_back(skill);
  for (std::size_t i = ask.any_of.size() - 1; i > 0 && ask.any_of[i] < ask.any_of[i - 1]; --i) {
    std::swap(ask.any_of[i], ask.any_of[i - 1]);
  }
}

// One ask for each group of alternatives, then one for each skill that stands for itself somewhere.
struct Asks {
  std::vector<Requirement> all;
  std::size_t groups = 0;
};

Asks begin_asks(std::span<const std::int32_t> group_of, std::size_t skills) {
  Asks asks;
  for (const std::int32_t group : group_of) asks.groups = std::max(asks.groups, static_cast<std::size_t>(group + 1));
  asks.all.reserve(asks.groups + skills + kOtherAsks);
  asks.all.resize(asks.groups);
  for (Requirement& ask : asks.all) ask.stance = Stance::mentioned;
  return asks;
}

Asks collect_asks(const ProfileInput& input, std::span<const Graded> graded, const AskedMonths& months,
                  std::size_t skills) {
  const std::vector<std::int32_t> group_of = find_alternatives(input, graded);
  Asks asks = begin_asks(group_of, skills);
  std::vector<Requirement*> plain(skills);  // the ask for each skill by itself
  for (std::size_t i = 0; i < graded.size(); ++i) {
    if (graded[i].grade == Grade::none) continue;
    const Mention& mention = input.mentions.mentions[i];
    Requirement*& own = plain[graded[i].skill];
    const bool in_group = group_of[i] >= 0;
    if (!in_group && own == nullptr) {
      own = &asks.all.emplace_back();
      own->stance = Stance::mentioned;
    }
    Requirement& ask = in_group ? asks.all[static_cast<std::size_t>(group_of[i])] : *own;
    add_skill(ask, mention.skill);
    add_place(ask, mention, months.with.empty() ? 0 : months.with[i]);
  }
  return asks;
}

// Stronger asks first, then the plainer ones; what is left is settled by the skills themselves and the time.
bool takes_precedence(const Requirement& a, const Requirement& b) {
  if (a.stance != b.stance) return a.stance < b.stance;
  if (a.any_of.size() != b.any_of.size()) return a.any_of.size() < b.any_of.size();
  if (!(a.any_of == b.any_of)) return a.any_of < b.any_of;
  return a.months > b.months;
}

bool share_a_skill(const Requirement& a, const Requirement& b) {
  return std::find_first_of(a.any_of.begin(), a.any_of.end(), b.any_of.begin(), b.any_of.end()) != a.any_of.end();
}

// The groups, and the skills that are asked for by themselves as well. All others share a skill with nothing.
std::vector<Requirement*> contested_asks(Asks& asks) {
  const auto plain = asks.all.begin() + static_cast<std::ptrdiff_t>(asks.groups);
  std::vector<Requirement*> contested;
  for (auto ask = asks.all.begin(); ask != asks.all.end(); ++ask) {
    const auto in_group = [&](const Requirement& group) { return share_a_skill(group, *ask); };
    if (ask < plain || std::any_of(asks.all.begin(), plain, in_group)) contested.push_back(&*ask);
  }
  return contested;
}

// An ask that shares a skill with a stronger or plainer one is that one said again: it only adds its places, and is
// left without any.
void merge_asks(Asks& asks) {
  if (asks.groups == 0) return;
  std::vector<Requirement*> contested = contested_asks(asks);
  std::sort(contested.begin(), contested.end(),
            [](const Requirement* a, const Requirement* b) { return takes_precedence(*a, *b); });
  auto kept = contested.begin();
  for (Requirement* ask : contested) {
    const auto same = std::find_if(contested.begin(), kept,
                                   [&](const Requirement* earlier) { return share_a_skill(*earlier, *ask); });
    if (same == kept) {
      *kept++ = ask;
      continue;
    }
    (*same)->evidence.append(ask->evidence.begin(), ask->evidence.end());
    ask->evidence.clear();
  }
  std::for_each(contested.begin(), kept,
                [](Requirement* ask) { std::sort(ask->evidence.begin(), ask->evidence.end()); });
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

// By the first place that asks, without those that have none. Requirements are heavy to move: they move once.
std::vector<Requirement> in_text_order(std::vector<Requirement> asks) {
  struct Place {
    std::uint64_t first;
    std::uint32_t ask;
    bool operator<(const Place& other) const { return first != other.first ? first < other.first : ask < other.ask; }
  };
  std::vector<Place> places;
  places.reserve(asks.size());
  for (std::uint32_t i = 0; i < asks.size(); ++i) {
    if (asks[i].evidence.empty()) continue;
    const SourceSpan first = asks[i].evidence.front();
    places.push_back({std::uint64_t{first.begin} << 32 | first.end, i});
  }
  std::sort(places.begin(), places.end());
  std::vector<Requirement> ordered;
  ordered.reserve(places.size());
  for (const Place& place : places) ordered.push_back(std::move(asks[place.ask]));
  return ordered;
}

}  // namespace

std::vector<Requirement> make_requirements(const ProfileInput& input, std::span<const Graded> graded,
                                           const Profile& profile) {
  const AskedMonths months = find_asked_months(input);
  Asks asks = collect_asks(input, graded, months, profile.skills.size());
  merge_asks(asks);
  for (Requirement& ask : asks.all) ask.weight = skill_weight(ask, input.context.weights);
  if (months.overall > 0) asks.all.push_back(months_requirement(input, months));
  if (profile.degree != DegreeLevel::none) asks.all.push_back(degree_requirement(input, profile));
  if (!profile.title_words.empty()) asks.all.push_back(title_requirement(profile));
  return in_text_order(std::move(asks.all));
}

}  // namespace skillfit
