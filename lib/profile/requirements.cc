// What a posting asks for. Every skill asked for by itself is one requirement, every list of alternatives is one; a
// skill never stands in two, so nothing is paid twice. The outcome does not depend on the order in which the posting
// says it.
#include <algorithm>

#include "profile/parts.h"
#include "profile/tfidf.h"

namespace skillfit {
namespace {

// A skill that is only mentioned weighs half of one that is asked for.
constexpr std::int32_t kMentionedDivisor = 2;

// One more place that asks for the same.
struct Place {
  const Mention& mention;
  std::int32_t months = 0;
  LanguageLevel level = LanguageLevel::unstated;
};

void add_place(const Place& place, Sentences& sentences, Requirement& ask) {
  const Mention& mention = place.mention;
  if (ask.evidence.empty() || mention.stance < ask.stance) {
    ask.sentence = sentences.around(mention.tokens, mention.line);
  }
  ask.stance = std::min(ask.stance, mention.stance);
  ask.months = std::max(ask.months, place.months);
  ask.level = std::max(ask.level, place.level);
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

// One ask for each group of alternatives and one for each skill that stands for itself somewhere, in text order
// together with `others`.
struct Asks {
  std::vector<Requirement> all;
  std::vector<std::uint32_t> groups;  // which of them are alternatives
};

Asks collect_asks(const ProfileInput& input, std::span<const Graded> graded, const AskedMonths& months,
                  std::vector<Requirement> others) {
  constexpr std::uint32_t kNone = 0xffffffff;
  const std::vector<bool> in_field = find_fields(input);
  const std::vector<std::int32_t> group_of = find_alternatives(input, graded, in_field);
  std::vector<std::uint32_t> groups(group_of.size(), kNone), plain(graded.size(), kNone);  // their places in asks.all
  Sentences sentences(input);
  Asks asks;
  asks.all.reserve(graded.size() + others.size());
  auto other = others.begin();
  for (std::size_t i = 0; i < graded.size(); ++i) {
    if (graded[i].grade == Grade::none) continue;
    const Mention& mention = input.mentions.mentions[i];
    const bool in_group = !group_of.empty() && group_of[i] >= 0;
    std::uint32_t& at = in_group ? groups[static_cast<std::size_t>(group_of[i])] : plain[graded[i].skill];
    if (at == kNone) {
      for (; other != others.end() && other->evidence.front() < mention.span; ++other) {
        asks.all.push_back(std::move(*other));
      }
      at = static_cast<std::uint32_t>(asks.all.size());
      asks.all.emplace_back().stance = Stance::mentioned;
      asks.all.back().of_degree = true;  // until a place asks for it without one
      if (in_group) asks.groups.push_back(at);
    }
    add_skill(asks.all[at], mention.skill);
    asks.all[at].of_degree = asks.all[at].of_degree && !in_field.empty() && in_field[i];
    add_place({mention, months.with.empty() ? 0 : months.with[i], graded[i].level}, sentences, asks.all[at]);
  }
  asks.all.insert(asks.all.end(), std::move_iterator(other), std::move_iterator(others.end()));
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
  std::vector<Requirement*> contested;
  for (Requirement& ask : asks.all) {
    const auto in_group = [&](std::uint32_t group) { return share_a_skill(asks.all[group], ask); };
    if (std::any_of(asks.groups.begin(), asks.groups.end(), in_group)) contested.push_back(&ask);
  }
  return contested;
}

// "Java or Kotlin" stays that if a duty says "our Java services".
bool is_plain_duty(const Mentions& mentions, const Requirement& ask) {
  const auto in_duties = [&](SourceSpan place) {
    const auto mention = std::ranges::lower_bound(mentions.mentions, place, {}, &Mention::span);
    return mention->section == SectionKind::responsibilities;
  };
  return ask.any_of.size() == 1 && std::all_of(ask.evidence.begin(), ask.evidence.end(), in_duties);
}

// An ask that shares a skill with a stronger or plainer one is that one said again: it only adds its places.
void merge_asks(const Mentions& mentions, Asks& asks) {
  if (asks.groups.empty()) return;
  std::vector<Requirement*> contested = contested_asks(asks);
  std::sort(contested.begin(), contested.end(),
            [](const Requirement* a, const Requirement* b) { return takes_precedence(*a, *b); });
  std::stable_partition(contested.begin(), contested.end(), [&](const Requirement* ask) {
    return ask->stance != Stance::mentioned && !is_plain_duty(mentions, *ask);
  });
  auto kept = contested.begin();
  for (Requirement* ask : contested) {
    const auto same = std::find_if(contested.begin(), kept,
                                   [&](const Requirement* earlier) { return share_a_skill(*earlier, *ask); });
    if (same == kept) {
      *kept++ = ask;
      continue;
    }
    if (ask < *same) {  // it takes the earlier place, so that all stay in text order
      std::swap(*ask, **same);
      std::swap(ask, *same);
    }
    if (ask->stance == (*same)->stance && ask->sentence < (*same)->sentence) (*same)->sentence = ask->sentence;
    (*same)->of_degree = (*same)->of_degree && ask->of_degree;
    (*same)->evidence.append(ask->evidence.begin(), ask->evidence.end());
    std::sort((*same)->evidence.begin(), (*same)->evidence.end());
    ask->evidence.clear();
  }
  if (kept != contested.end()) std::erase_if(asks.all, [](const Requirement& ask) { return ask.evidence.empty(); });
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
  ask.sentence = sentence_of(input, months.where);
  return ask;
}

Requirement degree_requirement(const ProfileInput& input, std::span<const Graded> graded, const Profile& profile) {
  const DegreeFields fields = fields_of(input, graded);
  Requirement ask;
  ask.fields = fields.any_of;
  ask.related_field = fields.related;
  ask.kind = RequirementKind::degree;
  ask.degree = profile.degree;
  ask.weight = 1;
  ask.evidence = {profile.degree_span};
  for (const Degree& degree : input.outline.degrees) {
    if (degree.tokens.empty() || !is_asked(section_at(input.outline, degree.tokens.first))) continue;
    ask.or_equivalent = ask.or_equivalent || degree.or_equivalent;
    if (input.tokens.source_span(degree.tokens) != profile.degree_span) continue;
    ask.sentence = sentence_of(input, degree.tokens);
    ask.stance = stance_at(input.outline, degree.tokens.first);
  }
  return ask;
}

// What is asked for beside skills, in text order.
struct Asker {
  const ProfileInput& input;
  std::span<const Graded> graded;
  const Profile& profile;
};
std::vector<Requirement> other_asks(const Asker& asker, const AskedMonths& months) {
  const auto& [input, graded, profile] = asker;
  std::vector<Requirement> asks;
  asks.reserve(3);
  if (months.overall > 0) asks.push_back(months_requirement(input, months));
  if (profile.degree != DegreeLevel::none) asks.push_back(degree_requirement(input, graded, profile));
  if (!profile.title_words.empty()) {
    Requirement& ask = asks.emplace_back(title_requirement(profile));
    ask.evidence.clear();
    for (const TokenSpan title : titles_of(input)) ask.evidence.push_back(input.tokens.source_span(title));
  }
  std::stable_sort(asks.begin(), asks.end(), is_earlier);
  return asks;
}

}  // namespace

std::int32_t skill_weight(const Requirement& ask, std::uint32_t times, const Weights& weights) {
  std::int32_t idf = weights.idf(ask.any_of.front());
  for (const SkillId id : ask.any_of) idf = std::min(idf, weights.idf(id));
  const std::int32_t weight = tfidf_entry(std::max(times / static_cast<std::uint32_t>(ask.any_of.size()), 1u), idf);
  return ask.stance == Stance::mentioned ? (weight + 1) / kMentionedDivisor : weight;
}

Requirement title_requirement(const Profile& profile) {
  Requirement ask;
  ask.kind = RequirementKind::title;
  ask.stance = Stance::mentioned;
  ask.weight = 1;
  ask.seniority = profile.seniority;
  ask.evidence = {profile.title};
  ask.sentence = profile.title;
  return ask;
}

bool is_earlier(const Requirement& a, const Requirement& b) {
  return a.evidence.front() < b.evidence.front();
}

std::vector<Requirement> make_requirements(const ProfileInput& input, std::span<const Graded> graded,
                                           const Profile& profile) {
  const AskedMonths months = find_asked_months(input);
  Asks asks = collect_asks(input, graded, months, other_asks({input, graded, profile}, months));
  merge_asks(input.mentions, asks);
  for (Requirement& ask : asks.all) {
    if (ask.kind != RequirementKind::skill) continue;
    std::uint32_t times = 0;
    for (const SkillId id : ask.any_of) times += profile.find(id)->count();
    ask.weight = skill_weight(ask, times, input.context.weights);
  }
  return std::move(asks.all);
}

}  // namespace skillfit
