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
      {SignalId::required, "kotlin", 45'155, 31'608, 31'608},
      {SignalId::required, "java", 19'131, 19'131, 0},
      {SignalId::preferred, "python", 14'286, 5'714, 0},
      {SignalId::similarity, "java", 1'669, 1'669, 0},
      {SignalId::similarity, "kotlin", 9'300, 0, 0},
      {SignalId::similarity, "python", 3'316, 1'326, 0},
      {SignalId::years, "", 7'143, 5'714, 0},
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
  CHECK(result.score == 65'162);
  CHECK(result.confidence == 1000);
  CHECK(result.similarity == 209);
  CHECK(result.required_met == 1);
  CHECK(result.required_total == 2);
  REQUIRE(result.gaps.size() == 3);
  CHECK(result.gaps[0].gain == 13'547 + 9'300);
  CHECK(result.gaps[1].gain == 14'286 - 5'714 + 3'316 - 1'326);
  CHECK(result.gaps[2].gain == 7'143 - 5'714);
}
