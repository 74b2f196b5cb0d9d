// The parts that make_profile is put together from.
#pragma once

#include <span>
#include <vector>

#include "skillfit/profile.h"

namespace skillfit {

// What make_profile was given, as one thing to hand on.
struct ProfileInput {
  const Document& document;
  const Tokens& tokens;
  const Outline& outline;
  const Mentions& mentions;
  const ProfileContext& context;
};

// What a mention is as evidence: for which skill (its number in Profile::skills), and how strong.
struct Graded {
  std::uint32_t skill = 0;
  Grade grade = Grade::none;
  LanguageLevel level = LanguageLevel::unstated;
};

// The level stated with each mention of a natural language, unstated for all others; empty if none is mentioned.
std::vector<LanguageLevel> find_levels(const ProfileInput& input);

// One entry a mention: whether it names what a degree is in; empty if none does.
std::vector<bool> find_fields(const ProfileInput& input);

// The fields of all degrees of a document that count.
struct DegreeFields {
  Few<SkillId, 2> any_of;  // ascending
  bool related = false;    // "or a related field"
};
DegreeFields fields_of(const ProfileInput& input, std::span<const Graded> graded);

// The sentences that places stand in. Neighbours in a text often share one, so the last is kept.
class Sentences {
 public:
  explicit Sentences(const ProfileInput& input) : input_(input) {}

  // The sentence around `place`, inside its line and at most some 40 words to either side.
  SourceSpan around(TokenSpan place, std::uint32_t line);

 private:
  const ProfileInput& input_;
  TokenSpan found_{};  // the last one, unless it was cut
  SourceSpan span_{};
};
// Of one place alone.
SourceSpan sentence_of(const ProfileInput& input, TokenSpan around);

// What a mention is worth as evidence; Grade::none = it is shown, never counted.
Grade grade_of(const ProfileInput& input, const Mention& mention);

// Whether a dated position in such a section is work: what counts as experience.
bool is_work(SectionKind section);

// Whether a posting asks for what stands in such a section (not: says it about itself, its benefits, the law).
bool is_asked(SectionKind section);
SectionKind section_at(const Outline& outline, std::uint32_t token);

// The language of a text if it is one that the lexicon does not speak, for a sentence; else empty.
std::string_view foreign_language(const Tokens& tokens);

// Months worked, both inclusive; empty if end < begin.
struct Interval {
  Month begin, end;
};

// One interval for each position of the outline, cut off at `as_of`; empty for what is not work.
std::vector<Interval> work_intervals(const Outline& outline, Month as_of);

// Months covered by at least one of the intervals. Sorts them.
std::int32_t covered_months(std::span<Interval> intervals);

// Adds the words of a job title to `words`, each once: without seniority, gender markers, working time and what follows
// the title on its line (place, company, technologies), but with the trade if only that tells it ("Director, Finance").
struct TitlePlace {
  const Tokens& tokens;
  TokenSpan title;
  SectionKind section = SectionKind::other;
  bool latest = true;
  bool beside_name = false;  // a headline: a word that people are named by counts if it is known already, or alone
};
void add_title_words(const TitlePlace& place, std::vector<TitleWord>& words);

// Adds one more title that will do to those of a posting.
void add_posting_title(const TitlePlace& place, std::vector<TitleWord>& words);

// What the job of a posting is called: its title, or else the jobs that its lists of skills name, any of which will do.
std::vector<TokenSpan> titles_of(const ProfileInput& posting);

// Whether a posting asks for it where it names it.
bool is_asked_for(const Term& term);

// The highest rank that the words of a job title name.
Seniority seniority_of(const Tokens& tokens, TokenSpan title);

// The terms of a resume with the places that name them, ascending by key, then place.
std::vector<NamedTerm> find_named_terms(const ProfileInput& resume);

// One term of a posting, with all places that ask for it.
struct Wish {
  std::string key;   // term_key()
  std::string text;  // as the posting spells it first
  Requirement requirement;
};

// Adds the terms that a posting asks for to what it asks for. REQUIRES: everything else is in `posting` already.
void add_wishes(std::vector<Wish> wishes, Profile& posting);
void add_term_requirements(const ProfileInput& input, Profile& posting);

// Where the text of a resume names a term of the posting without being one of its own terms: as the same words, outside
// of what says who and where a person is. In text order.
std::vector<NamedTerm> find_asked_terms(const ProfileInput& resume, const Profile& posting);

// Ascending by key, then place.
void sort_terms(std::vector<NamedTerm>& terms);

// What a posting asks for, in text order. `graded` has one entry a mention; `profile` has everything else already.
std::vector<Requirement> make_requirements(const ProfileInput& input, std::span<const Graded> graded,
                                           const Profile& profile);

// The weight of a skill inside its signal, by how often the posting names it. What is said more often matters more.
// Alternatives are said as often as each of them on average, and weigh what the most common of them weighs: at least as
// many people can offer one of them.
std::int32_t skill_weight(const Requirement& ask, std::uint32_t times, const Weights& weights);

// The TF-IDF vector of the skills that count. REQUIRES: profile.skills is complete.
void fill_vector(const ProfileContext& context, Profile& profile);

// What the title of a posting asks for. REQUIRES: it has one.
Requirement title_requirement(const Profile& profile);

// Text order, by the first place.
bool is_earlier(const Requirement& a, const Requirement& b);

// What reading and profiling have to say about the document. REQUIRES: all else is in `profile`.
void add_notes(const ProfileInput& input, Profile& profile);

// How a mention hangs together with the next one on its line.
enum class Link : std::uint8_t {
  none,     // other words, or another line
  comma,    // "A, B"
  also,     // "A and B", "A, and B"
  either,   // "A or B", "A and/or B"
  another,  // "A or another B", "A or any other B"
  slash,    // "A/B"
};
Link link_between(const Tokens& tokens, const Mention& left, const Mention& right);

// Alternatives: for each mention the number of its group (0, 1, ... in text order), or -1 if it stands for itself;
// empty if no mention has one. `in_field`: from find_fields().
std::vector<std::int32_t> find_alternatives(const ProfileInput& input, std::span<const Graded> graded,
                                            const std::vector<bool>& in_field);

// The months asked with each mention ("5+ years of Python and Django"), 0 = none; and overall, 0 = none.
struct AskedMonths {
  std::vector<std::int32_t> with;  // one a mention; empty if the posting asks for no months at all
  std::int32_t overall = 0;
  TokenSpan where;  // of overall
};
AskedMonths find_asked_months(const ProfileInput& input);

}  // namespace skillfit
