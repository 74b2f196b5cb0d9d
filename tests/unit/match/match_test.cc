#include "skillfit/match.h"

#include <doctest/doctest.h>

#include "sample_profiles.h"

using namespace skillfit;
using namespace skillfit::testing;

namespace {

Match match_of(const Profile& resume, const Profile& posting) {
  return match(resume, posting, sample_lexicon());
}

}  // namespace

TEST_CASE("match: a posting that asks for no skill has no score") {
  Profile posting = empty_profile(As::posting);
  ask(posting, RequirementKind::degree, 0, DegreeLevel::bachelor);
  Profile resume = empty_profile(As::resume);
  add_evidence(resume, skill("java"), Grade::position, 12);
  const Match result = match_of(resume, posting);
  CHECK_FALSE(result.score);
  CHECK(result.contributions.empty());
  CHECK(result.gaps.empty());
  REQUIRE(result.notes.size() == 1);
  CHECK(result.notes[0].code == "no_requirements");
  CHECK_FALSE(score(resume, posting, sample_lexicon()));
}

TEST_CASE("match: an empty resume earns nothing, is unknown everywhere, and every requirement is a gap") {
  Profile posting = posting_asking({{{skill("java")}}, {{skill("python")}, Stance::preferred}});
  ask(posting, RequirementKind::months, 24);
  ask(posting, RequirementKind::degree, 0, DegreeLevel::master);
  const Match result = match_of(empty_profile(As::resume), posting);
  CHECK(result.score == 0);
  CHECK(result.confidence == 0);
  CHECK(result.required_met == 0);
  CHECK(result.required_total == 1);
  for (const Contribution& part : result.contributions) CHECK(part.unknown);
  CHECK(result.gaps.size() == posting.requirements.size());
}

TEST_CASE("match: what a related skill earned is told apart") {
  const Profile posting = posting_asking({{{skill("kotlin")}}});
  Profile resume = empty_profile(As::resume);
  add_evidence(resume, skill("kotlin"), Grade::list);
  add_evidence(resume, skill("java"), Grade::position, 12);
  const Match result = match_of(resume, posting);
  const Contribution& part = result.contributions.front();
  CHECK(part.max == 81'818);
  CHECK(part.points == 57'272);                   // 0.7, by Java
  CHECK(part.related_points == 57'272 - 32'727);  // 0.4 are its own
  CHECK(part.via == skill("java"));
  CHECK(part.resume_evidence.size() == 1);
  REQUIRE(result.gaps.size() == 1);
  CHECK(result.gaps[0].weak);
  CHECK(result.gaps[0].related_held == std::vector{skill("java")});
  CHECK(result.gaps[0].gain == 100'000 - *result.score);  // a dated position completes the similarity as well
  CHECK(result.required_met == 1);
}

TEST_CASE("match: a narrower skill meets a requirement, and is shown as the way") {
  const Profile posting = posting_asking({{{skill("database")}}});
  Profile resume = empty_profile(As::resume);
  add_evidence(resume, skill("mysql"), Grade::position, 12);
  const Match result = match_of(resume, posting);
  CHECK(result.contributions.front().points == result.contributions.front().max);
  CHECK(result.contributions.front().related_points == 0);
  CHECK(result.contributions.front().skill == skill("database"));
  CHECK(result.contributions.front().via == skill("mysql"));
  CHECK(result.required_met == 1);
  CHECK(result.gaps.empty());
}

TEST_CASE("match: related credit alone does not meet a must-have") {
  const Profile posting = posting_asking({{{skill("kotlin")}}});
  Profile resume = empty_profile(As::resume);
  add_evidence(resume, skill("java"), Grade::position, 12);
  CHECK(match_of(resume, posting).required_met == 0);
}

TEST_CASE("match: one gain can raise several requirements") {
  // Kotlin is a gap of its own, and earns half of Java as well.
  const Profile posting = posting_asking({{{skill("java")}}, {{skill("kotlin")}}});
  const Match result = match_of(empty_profile(As::resume), posting);
  Points java_max = 0, kotlin_max = 0, kotlin_similarity = 0;
  for (const Contribution& part : result.contributions) {
    if (part.signal == SignalId::similarity) {
      if (part.skill == skill("kotlin")) kotlin_similarity = part.max;
    } else {
      (part.skill == skill("java") ? java_max : kotlin_max) = part.max;
    }
  }
  for (const Gap& gap : result.gaps) {
    if (gap.skill == skill("kotlin")) CHECK(gap.gain == kotlin_max + java_max / 2 + kotlin_similarity);
  }
}

TEST_CASE("match: silence lowers confidence, not the maxima") {
  Profile posting = posting_asking({{{skill("java")}}});
  ask(posting, RequirementKind::months, 24);
  Profile resume = empty_profile(As::resume);
  add_evidence(resume, skill("java"), Grade::position, 30);
  const Match silent = match_of(resume, posting);
  CHECK(silent.contributions.back().unknown);
  CHECK(silent.confidence == 916);  // 55 of 60
  resume.has_positions = true;
  resume.months = 30;
  const Match told = match_of(resume, posting);
  CHECK_FALSE(told.contributions.back().unknown);
  CHECK(told.confidence == 1000);
  CHECK(told.score == kFullScore);
  CHECK(told.contributions.back().max == silent.contributions.back().max);
  resume.notes.push_back({"low_confidence", "", {}});
  CHECK(match_of(resume, posting).confidence == 500);
  CHECK(match_of(resume, posting).score == kFullScore);
}

TEST_CASE("match: gaps stand by gain, ties in posting order") {
  const Profile posting = posting_asking({{{skill("aws")}, Stance::mentioned},
                                          {{skill("welding")}},
                                          {{skill("python")}},
                                          {{skill("communication")}, Stance::preferred}});
  const Match result = match_of(empty_profile(As::resume), posting);
  REQUIRE(result.gaps.size() == 4);
  for (std::size_t i = 1; i < result.gaps.size(); ++i) {
    const Gap &before = result.gaps[i - 1], &after = result.gaps[i];
    CHECK((before.gain > after.gain || (before.gain == after.gain && before.requirement < after.requirement)));
  }
  CHECK(result.gaps[0].skill == skill("welding"));
}

TEST_CASE("match: a term is worth what its place is worth, apart from the skills") {
  Profile posting = posting_asking({{{skill("java")}}});
  ask_term(posting, "quillbase", Stance::required, 500);
  ask_term(posting, "zorvex", Stance::preferred, 500);
  Profile resume = empty_profile(As::resume);
  add_evidence(resume, skill("java"), Grade::position);
  name_term(resume, "quillbase", Grade::list);
  name_term(resume, "zorvex", Grade::none);  // "no experience with Zorvex"
  const Match result = match_of(resume, posting);
  CHECK((result.required_met == 1 && result.required_total == 1));
  REQUIRE(result.contributions.size() == 4);
  const Contribution& named = result.contributions[1];
  CHECK(named.term == "The quillbase");
  CHECK_FALSE(named.skill);
  CHECK((named.points == named.max * 2 / 5 && named.max > 0));
  CHECK(named.resume_evidence.size() == 1);
  const Contribution& missing = result.contributions[2];
  CHECK((missing.term == "The zorvex" && missing.signal == SignalId::preferred));
  CHECK((missing.points == 0 && missing.resume_evidence.empty()));
  REQUIRE(result.gaps.size() == 2);
  const Gap& listed = result.gaps[0].term == "The zorvex" ? result.gaps[1] : result.gaps[0];
  const Gap& lacking = result.gaps[0].term == "The zorvex" ? result.gaps[0] : result.gaps[1];
  CHECK((lacking.gain == missing.max && lacking.lack == Lack::missing && !lacking.weak));
  CHECK((listed.gain == named.max - named.points && listed.lack == Lack::listed && listed.weak));
}

TEST_CASE("match: what a list of skills asks for in its own words is a must-have, and enough to be scored") {
  Profile posting = empty_profile(As::posting);
  ask_term(posting, "quillbase", Stance::required, 500);
  ask_term(posting, "zorvex", Stance::required, 500);
  Profile resume = empty_profile(As::resume);
  name_term(resume, "quillbase", Grade::prose);
  CHECK_FALSE(match_of(resume, posting).score);
  for (Requirement& asked : posting.requirements) asked.listed = true;
  const Match result = match_of(resume, posting);
  CHECK((result.required_met == 1 && result.required_total == 2));
  CHECK(result.score == 35'000);
  CHECK(result.gaps[1].lack == Lack::undated);
}
