// A profile is the mentions of one document put in order by skill, with what the outline knows about time, titles and
// degrees. Evidence is graded here, once; matching only looks at grades, months and vectors.
#include "skillfit/profile.h"

#include <algorithm>

#include "profile/parts.h"
#include "profile/tfidf.h"

namespace skillfit {
namespace {

// Below one known skill in kWordsPerSkill words of a text of at least kEnoughWords, the lexicon does not speak the
// document's language, or not its trade.
constexpr std::uint32_t kEnoughWords = 80;
constexpr std::uint32_t kWordsPerSkill = 100;

// The mentions by skill, each skill's in text order: skill << 32 | number of the mention.
std::vector<std::uint64_t> order_by_skill(const Mentions& mentions) {
  std::vector<std::uint64_t> order;
  order.reserve(mentions.mentions.size());
  for (std::uint32_t i = 0; i < mentions.mentions.size(); ++i) {
    order.push_back(std::uint64_t{index(mentions.mentions[i].skill)} << 32 | i);
  }
  std::sort(order.begin(), order.end());
  return order;
}

std::size_t count_skills(std::span<const std::uint64_t> by_skill) {
  std::size_t skills = 0;
  for (std::size_t i = 0; i < by_skill.size(); ++i) skills += i == 0 || by_skill[i] >> 32 != by_skill[i - 1] >> 32;
  return skills;
}

// Posting: the strongest that counts (enumerators stand in order of strength). Resume: has, if anything counts.
Stance strongest_stance(const SkillEvidence& skill) {
  const Evidence* strongest = nullptr;
  for (const Evidence& evidence : skill.evidence) {
    const bool counts = evidence.grade != Grade::none || skill.best == Grade::none;
    if (counts && (strongest == nullptr || evidence.stance < strongest->stance)) strongest = &evidence;
  }
  return strongest->stance;
}

void add_months(SkillEvidence& skill, std::span<const Interval> work, std::vector<Interval>& scratch) {
  scratch.clear();
  std::int32_t last = -1;
  for (const Evidence& evidence : skill.evidence) {
    if (evidence.grade != Grade::position || evidence.position == last) continue;
    last = evidence.position;  // mentions of one position stand together: most repeats are dropped here
    const Interval& interval = work[static_cast<std::size_t>(last)];
    if (interval.end < interval.begin) continue;
    scratch.push_back(interval);
    skill.last_used = std::max(skill.last_used.value_or(interval.end), interval.end);
  }
  skill.months = covered_months(scratch);
}

// Fills profile.skills; returns what each mention is in them.
std::vector<Graded> gather_skills(const ProfileInput& input, Profile& profile) {
  const std::vector<std::uint64_t> by_skill = order_by_skill(input.mentions);
  std::vector<Graded> graded(by_skill.size());
  profile.skills.reserve(count_skills(by_skill));
  for (const std::uint64_t place : by_skill) {
    const auto number = static_cast<std::uint32_t>(place);
    const Mention& mention = input.mentions.mentions[number];
    if (profile.skills.empty() || profile.skills.back().skill != mention.skill) {
      profile.skills.emplace_back().skill = mention.skill;
    }
    SkillEvidence& skill = profile.skills.back();
    const Grade grade = grade_of(input, mention);
    graded[number] = {static_cast<std::uint32_t>(profile.skills.size() - 1), grade};
    skill.evidence.push_back({mention.span, mention.section, mention.stance, grade, mention.position});
    skill.best = std::max(skill.best, grade);
  }
  for (SkillEvidence& skill : profile.skills) {
    skill.idf = input.context.weights.idf(skill.skill);
    skill.stance = strongest_stance(skill);
  }
  return graded;
}

void find_months(const ProfileInput& input, Profile& profile) {
  const std::vector<Interval> work = work_intervals(input.outline, input.context.options.as_of);
  std::vector<Interval> scratch(work);
  profile.months = covered_months(scratch);
  if (profile.as == As::posting) return;
  for (SkillEvidence& skill : profile.skills) add_months(skill, work, scratch);
}

void fill_vector(Profile& profile, std::uint32_t skills_of_lexicon) {
  profile.tfidf.resize(skills_of_lexicon);
  profile.tfidf.reserve(static_cast<Eigen::Index>(profile.skills.size()));
  for (const SkillEvidence& skill : profile.skills) {
    if (skill.best == Grade::none) continue;
    const std::int32_t entry = tfidf_entry(skill.count(), skill.idf);
    profile.tfidf.insertBack(static_cast<Eigen::Index>(index(skill.skill))) = static_cast<float>(entry);
  }
}

// Resume: the highest degree. Posting: the lowest that is asked, since "bachelor's or master's" asks for a bachelor's.
void find_degree(const ProfileInput& input, Profile& profile) {
  for (const Degree& degree : input.outline.degrees) {
    if (degree.level == DegreeLevel::none || degree.tokens.empty()) continue;
    const bool posting = profile.as == As::posting;
    if (posting && !is_asked(section_at(input.outline, degree.tokens.first))) continue;
    const bool better = posting ? degree.level < profile.degree : degree.level > profile.degree;
    if (profile.degree != DegreeLevel::none && !better) continue;
    profile.degree = degree.level;
    profile.degree_span = input.tokens.source_span(degree.tokens);
  }
}

void find_titles(const ProfileInput& input, Profile& profile) {
  const TokenSpan title = input.outline.title;
  if (!title.empty()) profile.title = input.tokens.source_span(title);
  append_title_words(input.tokens, title, profile.title_words);
  if (profile.as == As::posting) return;
  for (const Position& position : input.outline.positions) {
    if (is_work(position.section)) append_title_words(input.tokens, position.title, profile.title_words);
  }
}

std::uint32_t count_words(const Tokens& tokens) {
  std::uint32_t words = 0;
  for (std::uint32_t i = 0; i < tokens.size(); ++i) words += tokens[i].kind == TokenKind::word ? 1 : 0;
  return words;
}

void add_notes(const ProfileInput& input, Profile& profile) {
  profile.notes = input.document.notes;
  const auto known = static_cast<std::uint64_t>(profile.tfidf.nonZeros());
  if (profile.words < kEnoughWords || known * kWordsPerSkill >= profile.words) return;
  profile.notes.push_back({"low_confidence",
                           "only " + std::to_string(known) + " known skills in " + std::to_string(profile.words) +
                               " words: a language or a trade that the lexicon does not cover",
                           {}});
}

}  // namespace

Grade grade_of(const ProfileInput& input, const Mention& mention) {
  if (mention.hidden || mention.stance == Stance::negated || mention.stance == Stance::learning) return Grade::none;
  const bool posting = input.outline.as == As::posting;
  if (posting && !is_asked(mention.section)) return Grade::none;
  const bool dated = !posting && mention.position >= 0;
  if (dated && is_work(input.outline.positions[static_cast<std::size_t>(mention.position)].section)) {
    return Grade::position;
  }
  return mention.in_list ? Grade::list : Grade::prose;
}

bool is_work(SectionKind section) {
  return section == SectionKind::experience || section == SectionKind::projects || section == SectionKind::other;
}

bool is_asked(SectionKind section) {
  return section != SectionKind::about && section != SectionKind::benefits && section != SectionKind::legal;
}

SectionKind section_at(const Outline& outline, std::uint32_t token) {
  return outline.sections[outline.lines[outline.line_of(token)].section].kind;
}

std::uint32_t SkillEvidence::count() const {
  return static_cast<std::uint32_t>(std::count_if(evidence.begin(), evidence.end(),
                                                  [](const Evidence& place) { return place.grade != Grade::none; }));
}

const SkillEvidence* Profile::find(SkillId id) const& {
  const auto before = [](const SkillEvidence& skill, SkillId wanted) { return skill.skill < wanted; };
  const auto found = std::lower_bound(skills.begin(), skills.end(), id, before);
  return found != skills.end() && found->skill == id ? &*found : nullptr;
}

Profile make_profile(const Document& document, const Tokens& tokens, const Outline& outline, const Mentions& mentions,
                     const ProfileContext& context) {
  const ProfileInput input{document, tokens, outline, mentions, context};
  Profile profile;
  profile.as = outline.as;
  profile.words = count_words(tokens);
  const std::vector<Graded> graded = gather_skills(input, profile);
  find_months(input, profile);
  fill_vector(profile, context.lexicon.size());
  find_degree(input, profile);
  find_titles(input, profile);
  const auto dated = [](const Position& position) { return is_work(position.section); };
  profile.has_positions = std::any_of(outline.positions.begin(), outline.positions.end(), dated);
  if (profile.as == As::posting) profile.requirements = make_requirements(input, graded, profile);
  add_notes(input, profile);
  return profile;
}

}  // namespace skillfit
