// A profile is the mentions of one document put in order by skill, with what the outline knows about time, titles and
// degrees. Evidence is graded here, once; matching only looks at grades, months and vectors.
#include "skillfit/profile.h"

#include <algorithm>

#include "base/search.h"
#include "profile/parts.h"
#include "profile/row.h"
#include "profile/skill_set.h"

namespace skillfit {
namespace {

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
  SkillSet named(input.context.lexicon.size());
  for (const Mention& mention : input.mentions.mentions) named.add(mention.skill);
  const std::vector<LanguageLevel> levels = find_levels(input);
  std::vector<Graded> graded;
  graded.reserve(input.mentions.mentions.size());
  profile.skills.resize(named.number());
  for (const Mention& mention : input.mentions.mentions) {
    const Grade grade = grade_of(input, mention);
    const LanguageLevel level = levels.empty() ? LanguageLevel::unstated : levels[graded.size()];
    graded.push_back({named.number_of(mention.skill), grade, level});
    SkillEvidence& skill = profile.skills[graded.back().skill];
    skill.skill = mention.skill;
    skill.evidence.push_back({mention.span, mention.section, mention.stance, grade, mention.position});
    skill.best = std::max(skill.best, grade);
    if (grade != Grade::none) skill.level = std::max(skill.level, level);
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

// When a position was held: those that last, then those that ended last.
std::pair<Month, Month> recency(const Position& position) {
  return {position.end.value_or(make_month(9999, 12)), position.begin};
}

// What the title of the position that ended last, or still lasts, says.
Seniority latest_seniority(const ProfileInput& input) {
  const Position* latest = nullptr;
  for (const Position& position : input.outline.positions) {
    if (!is_work(position.section) || position.title.empty()) continue;
    if (latest == nullptr || recency(*latest) < recency(position)) latest = &position;
  }
  return latest == nullptr ? Seniority::unstated : seniority_of(input.tokens, latest->title);
}

// The position whose title the resume goes by, if it has no headline.
const Position* titled_position(const Outline& outline) {
  const auto at = std::ranges::find(outline.positions, outline.title, &Position::title);
  return at == outline.positions.end() ? nullptr : &*at;
}

// The positions first: what one of them says is no name where the headline says it again.
void find_held_titles(const ProfileInput& input, Profile& resume) {
  const auto& [document, tokens, outline, mentions, context] = input;
  const Position* named = outline.title.empty() ? nullptr : titled_position(outline);
  for (const Position& position : outline.positions) {
    if (!is_work(position.section)) continue;
    const bool latest = named != nullptr && recency(position) == recency(*named);  // held at once: their order is none
    add_title_words({tokens, position.title, position.section, latest}, resume.title_words);
  }
  resume.seniority = seniority_of(tokens, outline.title);
  if (resume.seniority == Seniority::unstated) resume.seniority = latest_seniority(input);
  if (outline.title.empty()) return;
  resume.title = tokens.source_span(outline.title);
  const SectionKind section = section_at(outline, outline.title.first);
  add_title_words({tokens, outline.title, section, true, named == nullptr}, resume.title_words);
}

void find_asked_titles(const ProfileInput& input, Profile& posting) {
  const std::vector<TokenSpan> titles = titles_of(input);
  if (titles.empty()) return;
  posting.title = input.tokens.source_span(titles.front());
  if (titles.size() == 1) posting.seniority = seniority_of(input.tokens, titles.front());
  for (const TokenSpan title : titles) {
    add_posting_title({input.tokens, title, section_at(input.outline, title.first)}, posting.title_words);
  }
}

std::uint32_t count_words(const Tokens& tokens) {
  const auto is_word = [&](std::uint32_t i) { return tokens[i].kind == TokenKind::word; };
  const auto& others = tokens.others();
  const auto numbers = std::count_if(others.begin(), others.end(), is_word);
  return tokens.size() - static_cast<std::uint32_t>(others.size()) + static_cast<std::uint32_t>(numbers);
}

}  // namespace

Grade grade_of(const ProfileInput& input, const Mention& mention) {
  if (!counts(input.outline.as, mention)) return Grade::none;
  const bool dated = input.outline.as == As::resume && mention.position >= 0;
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

void fill_vector(const ProfileContext& context, Profile& profile) {
  std::vector<SkillCount> counted;
  counted.reserve(profile.skills.size());
  for (const SkillEvidence& skill : profile.skills) {
    if (skill.best != Grade::none) counted.push_back({skill.skill, skill.count()});
  }
  fill_vector(counted, context, profile.tfidf);
}

SectionKind section_at(const Outline& outline, std::uint32_t token) {
  return outline.sections[outline.lines[outline.line_of(token)].section].kind;
}

std::uint32_t SkillEvidence::count() const {
  return static_cast<std::uint32_t>(std::count_if(evidence.begin(), evidence.end(),
                                                  [](const Evidence& place) { return place.grade != Grade::none; }));
}

const SkillEvidence* Profile::find(SkillId id) const& {
  const auto found = first_not(skills, [id](const SkillEvidence& skill) { return skill.skill < id; });
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
  fill_vector(context, profile);
  find_degree(input, profile);
  if (profile.as == As::resume) profile.degree_fields = fields_of(input, graded).any_of;
  profile.as == As::posting ? find_asked_titles(input, profile) : find_held_titles(input, profile);
  const auto dated = [](const Position& position) { return is_work(position.section); };
  profile.has_positions = std::any_of(outline.positions.begin(), outline.positions.end(), dated);
  if (profile.as == As::posting) {
    profile.requirements = make_requirements(input, graded, profile);
    add_term_requirements(input, profile);
  } else {
    profile.terms = find_named_terms(input);
  }
  add_notes(input, profile);
  return profile;
}

}  // namespace skillfit
