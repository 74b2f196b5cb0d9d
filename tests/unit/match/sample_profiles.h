// Profiles made by hand and by dice, without any text behind them.
#pragma once

#include <algorithm>
#include <string>
#include <vector>

#include "outline/title_words.h"
#include "profile/tfidf.h"
#include "random.h"
#include "sample_lexicon.h"
#include "skillfit/match.h"

namespace skillfit::testing {

inline SkillId skill(const std::string& key) {
  return *sample_lexicon().find(key);
}

// An idf for every skill: 2000, 2100, 2200 ... in the order of ids.
inline std::int32_t sample_idf(SkillId id) {
  return 2000 + 100 * static_cast<std::int32_t>(index(id));
}

inline Profile empty_profile(As as) {
  Profile profile;
  profile.as = as;
  profile.tfidf.resize(sample_lexicon().size());
  return profile;
}

// One more place that names a skill, with everything in a profile that follows from it.
inline void add_evidence(Profile& profile, SkillId id, Grade grade, std::int32_t months = 0,
                         LanguageLevel level = LanguageLevel::unstated) {
  const auto before = [](const SkillEvidence& known, SkillId wanted) { return known.skill < wanted; };
  auto at = std::lower_bound(profile.skills.begin(), profile.skills.end(), id, before);
  if (at == profile.skills.end() || at->skill != id) {
    at = profile.skills.insert(at, SkillEvidence{});
    at->skill = id;
    at->idf = sample_idf(id);
  }
  const auto place = 100 * index(id) + static_cast<std::uint32_t>(at->evidence.size());
  at->evidence.push_back({{place, place + 1}, SectionKind::other, Stance::has, grade, -1});
  at->best = std::max(at->best, grade);
  at->months = std::max(at->months, months);
  at->level = std::max(at->level, level);
  if (at->best == Grade::none) return;
  profile.tfidf.coeffRef(index(id)) = static_cast<float>(tfidf_entry(at->count(), at->idf));
}

struct AskedSkill {
  std::vector<SkillId> any_of;  // ascending
  Stance stance = Stance::required;
  std::int32_t months = 0;
};

inline void ask_skill(Profile& posting, const AskedSkill& asked) {
  Requirement requirement;
  requirement.stance = asked.stance;
  requirement.any_of = asked.any_of;
  requirement.months = asked.months;
  requirement.weight = sample_idf(asked.any_of.front());
  for (const SkillId id : asked.any_of) {
    add_evidence(posting, id, Grade::prose);
    requirement.evidence.push_back(posting.find(id)->evidence.back().span);
  }
  posting.requirements.push_back(requirement);
}

inline void ask(Profile& posting, RequirementKind kind, std::int32_t months = 0,
                DegreeLevel degree = DegreeLevel::none) {
  Requirement requirement;
  requirement.kind = kind;
  requirement.months = months;
  requirement.degree = degree;
  requirement.weight = 1;
  posting.requirements.push_back(requirement);
}

inline Profile posting_asking(const std::vector<AskedSkill>& skills) {
  Profile posting = empty_profile(As::posting);
  for (const AskedSkill& asked : skills) ask_skill(posting, asked);
  return posting;
}

// Two of them are of one trade.
inline const std::vector<std::string>& sample_title_words() {
  static const std::vector<std::string> kWords = {"data", "engineer", "nurse", "surgeon", "welder", "manager"};
  return kWords;
}

inline TitleWord title_word(const std::string& word, bool latest = true) {
  return {word, trades_of(word), title_word_weight(word), latest, {}, SectionKind::experience};
}

// Canonical words of the title that a resume goes by, or of a posting's.
inline std::vector<TitleWord> title_words(const std::vector<std::string>& words) {
  std::vector<TitleWord> out;
  for (const std::string& word : words) out.push_back(title_word(word));
  return out;
}

// One more title of a resume with the word in it.
inline void name_title_word(Profile& resume, const TitleWord& named) {
  const auto known = std::ranges::find(resume.title_words, named.word, &TitleWord::word);
  if (known == resume.title_words.end()) {
    resume.title_words.push_back(named);
  } else {
    known->latest = known->latest || named.latest;
  }
}

// Keys of names that the lexicon does not know, ascending.
inline const std::vector<std::string>& sample_terms() {
  static const std::vector<std::string> kTerms = {"plindar cloud", "quillbase", "zorvex"};
  return kTerms;
}

inline void name_term(Profile& resume, const std::string& key, Grade grade) {
  const auto behind = [](const std::string& wanted, const NamedTerm& named) { return wanted < named.key; };
  const auto place = static_cast<std::uint32_t>(10'000 + resume.terms.size());
  const Evidence evidence{{place, place + 1}, SectionKind::other, Stance::has, grade, -1};
  resume.terms.insert(std::upper_bound(resume.terms.begin(), resume.terms.end(), key, behind), {key, evidence});
}

inline void ask_term(Profile& posting, const std::string& key, Stance stance, std::int32_t weight) {
  Requirement requirement;
  requirement.kind = RequirementKind::term;
  requirement.stance = stance;
  requirement.term = static_cast<std::int32_t>(posting.asked_terms.size());
  requirement.weight = weight;
  posting.asked_terms.push_back({key, "The " + key});
  posting.requirements.push_back(requirement);
}

inline Profile random_resume(Random& random) {
  Profile resume = empty_profile(As::resume);
  for (std::uint32_t i = random.below(14); i > 0; --i) {
    const SkillId id{random.below(sample_lexicon().size())};
    const auto grade = static_cast<Grade>(random.below(4));
    add_evidence(resume, id, grade, grade == Grade::position ? static_cast<std::int32_t>(random.below(90)) : 0,
                 grade == Grade::none ? LanguageLevel::unstated : static_cast<LanguageLevel>(random.below(8)));
  }
  resume.has_positions = !random.one_in(4);
  if (resume.has_positions) resume.months = static_cast<std::int32_t>(random.below(150));
  resume.degree = static_cast<DegreeLevel>(random.below(6));
  if (random.one_in(2)) resume.degree_fields = {SkillId{random.below(sample_lexicon().size())}};
  for (const std::string& word : sample_title_words()) {
    if (random.one_in(3)) resume.title_words.push_back(title_word(word, random.one_in(2)));
  }
  for (const std::string& key : sample_terms()) {
    if (random.one_in(3)) name_term(resume, key, static_cast<Grade>(random.below(4)));
  }
  return resume;
}

// Asks for at least one skill.
inline Profile random_posting(Random& random) {
  std::vector<std::uint32_t> ids(sample_lexicon().size());
  for (std::uint32_t i = 0; i < ids.size(); ++i) ids[i] = i;
  for (std::uint32_t i = 0; i < ids.size(); ++i) std::swap(ids[i], ids[i + random.below(sample_lexicon().size() - i)]);
  Profile posting = empty_profile(As::posting);
  const std::uint32_t asked_skills = 1 + random.below(sample_lexicon().size());
  for (std::uint32_t at = 0; at < asked_skills;) {
    AskedSkill asked;
    for (std::uint32_t end = std::min(asked_skills, at + 1 + random.below(3)); at < end; ++at) {
      asked.any_of.push_back(SkillId{ids[at]});
    }
    std::sort(asked.any_of.begin(), asked.any_of.end());
    asked.stance = static_cast<Stance>(random.below(3));
    asked.months = random.one_in(3) ? static_cast<std::int32_t>(12 * (1 + random.below(7))) : 0;
    ask_skill(posting, asked);
    posting.requirements.back().of_degree = random.one_in(3);
    if (random.one_in(2)) posting.requirements.back().level = static_cast<LanguageLevel>(random.below(8));
    for (std::uint32_t more = random.below(4); more > 0; --more) {
      add_evidence(posting, random.pick(asked.any_of), Grade::prose);
    }
  }
  for (const std::string& key : sample_terms()) {
    if (!random.one_in(3)) continue;
    ask_term(posting, key, random.one_in(2) ? Stance::required : Stance::preferred,
             static_cast<std::int32_t>(1 + random.below(3)));
    posting.requirements.back().listed = random.one_in(2);
  }
  if (random.one_in(2)) ask(posting, RequirementKind::months, static_cast<std::int32_t>(1 + random.below(130)));
  if (random.one_in(2)) {
    ask(posting, RequirementKind::degree, 0, static_cast<DegreeLevel>(1 + random.below(5)));
    posting.requirements.back().or_equivalent = random.one_in(2);
  }
  if (!random.one_in(3)) {
    posting.title_words = title_words({random.pick(sample_title_words()), "lead-" + random.pick(sample_title_words())});
    if (random.one_in(3)) {  // another title that will do
      posting.title_words.push_back(title_word(random.pick(sample_title_words())));
      posting.title_words.back().title = 1;
    }
    ask(posting, RequirementKind::title);
  }
  return posting;
}

// The resume after one piece of top-grade evidence with the asked months (or the degree, the time, the title).
inline Profile meet(Profile resume, const Profile& posting, const Requirement& requirement, std::optional<SkillId> id) {
  switch (requirement.kind) {
    case RequirementKind::skill:
      add_evidence(resume, *id, Grade::position, requirement.months, requirement.level);
      break;
    case RequirementKind::term:
      name_term(resume, posting.asked_terms[static_cast<std::size_t>(requirement.term)].key, Grade::position);
      break;
    case RequirementKind::months:
      resume.has_positions = true;
      resume.months = std::max(resume.months, requirement.months);
      break;
    case RequirementKind::degree:
      resume.degree = std::max(resume.degree, requirement.degree);
      break;
    case RequirementKind::title:
      for (const TitleWord& word : posting.title_words) name_title_word(resume, word);
      break;
  }
  return resume;
}

}  // namespace skillfit::testing
