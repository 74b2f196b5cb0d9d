// The example that docs/scoring.md works through by hand: if this changes, so does that page.
#include <doctest/doctest.h>

#include "skillfit/match.h"
#include "unit/profile/sample_reading.h"

using namespace skillfit;
using namespace skillfit::testing;

TEST_CASE("the worked example of docs/scoring.md") {
  const Profile posting = read_sample(As::posting,
                                      "# requirements\n5 years of experience\n3 years of kotlin\njava\n"
                                      "# preferred\npython\n")
                              .profile();
  const Profile resume =
      read_sample(As::resume, "# experience\n> 2019 2022\nbuilt java services\n# skills\npython\n").profile();
  const Match result = match(resume, posting, sample_lexicon());

  struct Row {
    SignalId signal;
    const char* skill;
    Points max, points, related;
  };
  const Row expected[] = {
      {SignalId::required, "kotlin", 43'901, 30'730, 30'730},
      {SignalId::required, "java", 18'599, 18'599, 0},
      {SignalId::preferred, "python", 18'750, 7'500, 0},
      {SignalId::similarity, "java", 1'461, 1'461, 0},
      {SignalId::similarity, "kotlin", 8'138, 0, 0},
      {SignalId::similarity, "python", 2'901, 1'160, 0},
      {SignalId::years, "", 6'250, 5'000, 0},
  };
  REQUIRE(result.contributions.size() == std::size(expected));
  for (std::size_t i = 0; i < std::size(expected); ++i) {
    CAPTURE(i);
    const Contribution& part = result.contributions[i];
    CHECK(part.signal == expected[i].signal);
    CHECK((part.skill ? sample_lexicon().key(*part.skill) : std::string_view()) == expected[i].skill);
    CHECK(part.max == expected[i].max);
    CHECK(part.points == expected[i].points);
    CHECK(part.related_points == expected[i].related);
  }
  CHECK(result.score == 64'450);
  CHECK(result.confidence == 1000);
  CHECK(result.similarity == 209);
  CHECK(result.required_met == 1);
  CHECK(result.required_total == 2);
  REQUIRE(result.gaps.size() == 3);
  CHECK(result.gaps[0].gain == 13'171 + 8'138);
  CHECK(result.gaps[1].gain == 18'750 - 7'500 + 2'901 - 1'160);
  CHECK(result.gaps[2].gain == 6'250 - 5'000);
}
