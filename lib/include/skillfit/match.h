// Scoring: how well a resume's profile meets a posting's, with every point accounted for. Formulas: docs/scoring.md.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "skillfit/profile.h"

namespace skillfit {

// Thousandths of a point: the full score is 100,000. Integers, so that sums are exact.
using Points = std::int32_t;
inline constexpr Points kFullScore = 100'000;

enum class SignalId : std::uint8_t { required, preferred, similarity, title, years, education };
inline constexpr std::size_t kSignalCount = 6;
std::string_view signal_name(SignalId signal);

// How far a resume's titles name a word of the posting's. The value of a title is the sum of weight * share over its
// words, divided by the sum of their weights.
struct TitleShare {
  std::string word;         // as in Profile::title_words
  SourceSpan span;          // in the posting; empty in a posting file
  std::int32_t weight = 1;  // 4, or 1 if titles of any trade have it
  // Thousandths: 1000 in the title the resume goes by, 500 in one of an earlier position; half of that if only another
  // word of the same trade stands there; else 0.
  std::int32_t share = 0;
  bool earlier = false;    // it stands in one of an earlier position only
  std::string_view trade;  // that trade; empty if the word itself is named
};

// What one requirement (or one skill of the similarity signal) earned.
struct Contribution {
  SignalId signal = SignalId::required;
  std::int32_t requirement = -1;  // index into the posting's requirements, -1 for similarity
  std::optional<SkillId> skill;   // shown for it; empty for terms, title, years, education
  std::vector<SkillId> any_of;
  std::string term;           // in place of a skill: as the posting spells it; else empty
  Points points = 0;          // 0 <= related_points <= points <= max
  Points max = 0;             // from the posting alone
  Points related_points = 0;  // the part of points earned by another skill: `via`
  // The skill of the resume that earned the points if it is not `skill`: a related one, or a narrower one (which counts
  // in full, so it earns no related points).
  std::optional<SkillId> via;
  bool unknown = false;  // the resume is silent (not: falls short)
  std::vector<Evidence> resume_evidence;
  std::vector<SourceSpan> posting_evidence;
  std::vector<TitleShare> title;  // signal title: one for each word of the posting's title
};

// What a resume lacks to meet a requirement fully: from nothing at all to a last step.
enum class Lack : std::uint8_t {
  missing,   // it does not name the thing
  negated,   // it says that it does not have it
  learning,  // it is only learning it
  hidden,    // it names it only where no reader sees it
  listed,    // named in a bare list only
  undated,   // described, but in no dated position
  months,    // for a shorter time than asked, or for none that is dated
  level,     // a language below the level asked, or without one
  less       // title, years, degree: some of it
};
std::string_view lack_name(Lack lack);

// A requirement not fully met, and what meeting it would gain.
struct Gap {
  std::int32_t requirement = -1;
  std::optional<SkillId> skill;
  std::string term;  // in place of a skill: as the posting spells it; else empty
  Stance stance = Stance::required;
  Points gain = 0;    // score after adding one top-grade evidence with the asked months, minus the score now
  bool weak = false;  // the resume has something, but not enough
  Lack lack = Lack::missing;
  std::vector<SkillId> related_held;  // ascending
  std::vector<SourceSpan> posting_evidence;
};

// "What if the resume showed these skills as well?"
struct WhatIf {
  std::vector<SkillId> skills;  // as given
  Points score = 0;             // with one piece of top-grade evidence for each, with the months and level asked
};

struct Match {
  std::optional<Points> score;  // empty: the posting has no requirement (ErrorCode::no_requirements)
  std::int32_t confidence = 0;  // thousandths, 0..1000: how much of what was asked the documents speak about
  std::int32_t similarity = 0;  // thousandths: TF-IDF coverage of the posting by the resume
  std::int32_t required_met = 0, required_total = 0;  // skills; met: named, itself or narrower, by at least a bare list
  // In the order of signals, then posting order (similarity: by key). Sum of points = score, sum of max = 100,000.
  std::vector<Contribution> contributions;
  std::vector<Gap> gaps;    // by gain, ties in posting order
  std::vector<Note> notes;  // about the pair; what reading found is in the profiles' notes
  std::optional<WhatIf> what_if;
};

// Relative weight of each signal, >= 0; scaled over those the posting asks for. The defaults are explained in
// docs/scoring.md.
struct SignalWeights {
  std::int32_t value[kSignalCount];
};
SignalWeights default_signal_weights();

// Total, deterministic, integer arithmetic only. REQUIRES: resume.as == resume, posting.as == posting, both of
// `lexicon`.
Match match(const Profile& resume, const Profile& posting, const Lexicon& lexicon,
            const SignalWeights& weights = default_signal_weights());

// The resume with one more piece of top-grade evidence for each of the skills, with the months and the level that the
// posting asks for with it (or, if it does not ask for the skill itself, with a broader one).
Profile with_skills(Profile resume, const Profile& posting, const std::vector<SkillId>& skills, const Lexicon& lexicon);

// Only the score, for ranking many: equal to *match(...).score.
std::optional<Points> score(const Profile& resume, const Profile& posting, const Lexicon& lexicon,
                            const SignalWeights& weights = default_signal_weights());

}  // namespace skillfit
