// A posting file as a profile: the tables take the place of mentions. What a table asks for is asked for as if a
// sentence of a posting said so, with the bytes of the file as its evidence, so everything after profiling knows
// nothing of such files.
#include "profile/posting_file.h"

#include <algorithm>
#include <array>
#include <map>

#include "profile/parts.h"
#include "skillfit/spelling.h"

namespace skillfit {
namespace {

constexpr std::uint32_t kMostCounted = 5;  // places of a skill; term_frequency() counts no more

// What is asked for at `level`, in the order of the file.
std::vector<const PostedRequirement*> asked_at(const PostingFile& file, RoleLevel level) {
  std::vector<const PostedRequirement*> asked;
  for (const PostedRequirement& one : file.requirements) {
    const bool replaced = std::any_of(file.requirements.begin(), file.requirements.end(), [&](const auto& other) {
      return other.from > one.from && other.from <= level && asks_for_same(one, other);
    });
    if (one.from <= level && !replaced) asked.push_back(&one);
  }
  return asked;
}

SectionKind section_of(Stance stance) {
  return stance == Stance::preferred ? SectionKind::preferred : SectionKind::requirements;
}

using SkillsById = std::map<SkillId, SkillEvidence>;

void add_named(SkillsById& skills, const TimesNamed& named, Stance stance, const Weights& weights) {
  SkillEvidence& skill = skills[named.skill];
  skill.skill = named.skill;
  skill.stance = stance;
  skill.best = Grade::prose;
  skill.idf = weights.idf(named.skill);
  const Evidence place{named.span, section_of(stance), stance, Grade::prose, -1};
  for (std::uint32_t i = 0; i < std::min(named.times, kMostCounted); ++i) skill.evidence.push_back(place);
}

void add_title(const PostingFile& file, Profile& posting) {
  if (file.title.empty()) return;
  const Tokens tokens = tokenize(normalize(file.title));
  add_posting_title({tokens, {0, tokens.size()}}, posting.title_words);
  for (const std::string& name : file.also_called) {
    const Tokens other = tokenize(normalize(name));
    add_posting_title({other, {0, other.size()}}, posting.title_words);
  }
  for (TitleWord& word : posting.title_words) word.span = {};  // of the titles by themselves, not of the file
  if (posting.title_words.empty()) return;
  posting.title = file.title_span;
  posting.seniority = seniority_of(tokens, {0, tokens.size()});
  Requirement& asked = posting.requirements.emplace_back(title_requirement(posting));
  for (const SourceSpan name : file.also_called_spans) asked.evidence.push_back(name);
}

// A role asks for the time that is typical at the level, unless it says otherwise.
void add_typical_time(const PostingFile& file, RoleLevel level, Profile& posting) {
  const std::optional<LevelFacts>& facts = file.levels[static_cast<std::size_t>(level)];
  const bool says_otherwise = std::any_of(posting.requirements.begin(), posting.requirements.end(),
                                          [](const Requirement& r) { return r.kind == RequirementKind::months; });
  if (!facts || facts->from_months == 0 || says_otherwise) return;
  Requirement& time = posting.requirements.emplace_back();
  time.kind = RequirementKind::months;
  time.stance = Stance::required;
  time.months = facts->from_months;
  time.weight = 1;
  time.evidence = {facts->span};
  time.sentence = facts->span;
}

std::string key_of_term(const std::string& term) {
  const Tokens tokens = tokenize(normalize(term));
  return tokens.size() == 0 ? std::string() : term_key(tokens, {0, tokens.size()});
}

}  // namespace

std::string_view role_level_name(RoleLevel level) {
  constexpr std::array<std::string_view, kRoleLevels> kNames = {"entry", "mid", "senior"};
  return kNames[static_cast<std::size_t>(level)];
}

std::optional<SkillId> spelled_skill(std::string_view text, const Lexicon& lexicon) {
  Document document;
  document.text = "Skills: " + std::string(text);
  const Tokens tokens = tokenize(normalize(document.text));
  const Outline outline = make_outline(document, tokens, lexicon, As::resume);
  const Mentions found = find_mentions(document, tokens, outline, lexicon);
  return found.mentions.size() == 1 ? std::optional(found.mentions.front().skill) : std::nullopt;
}

std::optional<SkillId> nearest_skill(std::string_view text, const Lexicon& lexicon) {
  if (const auto skill = spelled_skill(text, lexicon)) return skill;
  const std::string key = as_key(text);
  std::optional<SkillId> nearest;
  std::size_t best = std::min<std::size_t>(3, key.size() / 3 + 1);  // as many slips make another word
  for (std::uint32_t i = 0; i < lexicon.size(); ++i) {
    const std::size_t distance = edit_distance(key, lexicon.key(SkillId{i}));
    if (distance >= best) continue;
    best = distance;
    nearest = SkillId{i};
  }
  return nearest;
}

bool asks_for_same(const PostedRequirement& a, const PostedRequirement& b) {
  const Requirement& one = a.requirement;
  const Requirement& other = b.requirement;
  if (one.kind != other.kind) return false;
  if (one.kind == RequirementKind::term) return key_of_term(a.term) == key_of_term(b.term);
  if (one.kind != RequirementKind::skill) return true;
  return std::find_first_of(one.any_of.begin(), one.any_of.end(), other.any_of.begin(), other.any_of.end()) !=
         one.any_of.end();
}

Profile make_profile(const PostingFile& file, RoleLevel level, const ProfileContext& context) {
  Profile posting;
  posting.as = As::posting;
  SkillsById skills;
  std::vector<Wish> wishes;
  add_title(file, posting);
  for (const PostedRequirement* asked : asked_at(file, level)) {
    Requirement requirement = asked->requirement;
    if (requirement.kind == RequirementKind::term) {
      wishes.push_back({key_of_term(asked->term), asked->term, std::move(requirement)});
      continue;
    }
    if (requirement.kind == RequirementKind::degree) {
      posting.degree = requirement.degree;
      posting.degree_span = requirement.evidence.front();
    }
    std::uint32_t times = 0;
    for (const TimesNamed& named : asked->named) {
      add_named(skills, named, requirement.stance, context.weights);
      times += named.times;
    }
    requirement.weight =
        requirement.kind == RequirementKind::skill ? skill_weight(requirement, times, context.weights) : 1;
    posting.requirements.push_back(std::move(requirement));
  }
  for (const TimesNamed& named : file.also_named) {
    if (!skills.contains(named.skill)) add_named(skills, named, Stance::mentioned, context.weights);
  }
  for (auto& [id, skill] : skills) posting.skills.push_back(std::move(skill));
  add_typical_time(file, level, posting);
  std::stable_sort(posting.requirements.begin(), posting.requirements.end(), is_earlier);
  fill_vector(context, posting);
  add_wishes(std::move(wishes), posting);
  return posting;
}

}  // namespace skillfit
