#include <doctest/doctest.h>

#include "outlined.h"

namespace skillfit {
namespace {

using testing::Outlined;

TEST_CASE("degrees") {
  const struct {
    std::string text;
    As as;
    std::string expected;  // levels with a + where an equivalent will do
  } cases[] = {
      {"Bachelor's degree in Botany", As::posting, "bachelor"},
      {"Bachelor’s degree in Botany", As::posting, "bachelor"},
      {"bachelors degree required", As::posting, "bachelor"},
      {"Bachelor of Science in Nursing", As::posting, "bachelor"},
      {"BSc or MSc in Physics", As::posting, "bachelor master"},
      {"B.Sc. in Physics", As::posting, "bachelor"},
      {"B.S. Computer Science", As::resume, "bachelor"},
      {"BS/MS in Computer Science", As::posting, "bachelor master"},
      {"BS or equivalent experience in computing", As::posting, ""},
      {"BA degree", As::posting, "bachelor"},
      {"BS in Biology, or equivalent experience", As::posting, "bachelor+"},
      {"Bachelor's degree or five years of related work experience", As::posting, "bachelor"},
      {"Bachelor's degree or related experience", As::posting, "bachelor+"},
      {"Bachelor's degree. Equivalent roles count.", As::posting, "bachelor"},
      {"Master's or PhD preferred", As::posting, "master doctorate"},
      {"Ph.D. in Chemistry", As::posting, "doctorate"},
      {"MBA a plus", As::posting, "master"},
      {"4-year degree", As::posting, "bachelor"},
      {"advanced degree", As::posting, "master"},
      {"high school diploma or GED", As::posting, "secondary secondary"},
      {"Associate's degree", As::posting, "associate"},
      {"Juris Doctor", As::resume, "doctorate"},
      {"Education\nBA, Acme College", As::resume, "bachelor"},
      {"Education\nMS Acme College", As::resume, "master"},
      {"Boston, MA, USA", As::resume, ""},
      {"MS Excel, MS Word", As::resume, ""},
      {"ms in a second", As::posting, ""},
      {"As in the past", As::posting, ""},
      {"Sales Associate", As::resume, ""},
      {"Scrum Master, master data", As::resume, ""},
      {"An LLM reads at 60 MPH", As::posting, ""},
      {"high school teacher", As::resume, ""},
      {"Duties\nTeach maths to GCSE", As::posting, ""},
      {"Duties\nTeach\nRequirements\nGCSE in maths", As::posting, "secondary"},
      {"Skills\nbread bachelor cake", As::resume, ""},
      {"Skills\nBachelor of Cake", As::resume, "bachelor"},
      {"Education\nbachelor, cake", As::resume, "bachelor"},
  };
  for (const auto& c : cases) {
    std::string found;
    for (const Degree& degree : Outlined(c.text, c.as).outline.degrees)
      found += (found.empty() ? "" : " ") + std::string(degree_name(degree.level)) + (degree.or_equivalent ? "+" : "");
    CHECK_MESSAGE(found == c.expected, c.text);
  }
}

TEST_CASE("what degrees are in") {
  const struct {
    std::string text;
    As as;
    std::string expected;
  } cases[] = {
      {"Bachelor's degree in botany required", As::posting, "botany"},
      {"Bachelor's degree (or higher) in botany, zoology or a related field.", As::posting,
       "botany, zoology or a related field"},
      {"Bachelor's or master's degree in botany", As::posting, "botany; botany"},
      {"Bachelor's degree in botany, plus good knowledge of roses", As::posting, "botany,"},
      {"Bachelor's degree in botany and 3 years in gardens", As::posting, "botany and"},
      {"Bachelor's degree with experience in gardens", As::posting, ""},
      {"Bachelor's degree or equivalent experience in gardens", As::posting, "or"},
      {"BSc Botany, University of Riddle, 2015", As::resume, "Botany"},
      {"B.S., Botany, Riddle State", As::resume, "Botany"},
      {"MSc in Botany | Riddle", As::resume, "Botany"},
      {"MBA", As::resume, ""},
      {"MBA 2012", As::resume, ""},
  };
  for (const auto& c : cases) {
    const Outlined made(c.text, c.as);
    std::string found;
    for (const Degree& degree : made.outline.degrees) {
      found += (&degree == &made.outline.degrees.front() ? "" : "; ") + made.text(degree.field);
    }
    CHECK_MESSAGE(found == c.expected, c.text);
  }
}

TEST_CASE("durations") {
  const struct {
    std::string text;
    std::string expected;  // months and the words, separated by |
  } cases[] = {
      {"5+ years of experience", "60 5+ years"},
      {"5 years of experience in baking", "60 5 years"},
      {"5 + years' experience", "60 5 + years"},
      {"minimum of four (4) years", "48 four (4) years"},
      {"3-5 years' experience", "36 3-5 years"},
      {"3 – 5 years experience", "36 3 – 5 years"},
      {"3 to 5 years of experience", "36 3 to 5 years"},
      {"two to three years of experience", "24 two to three years"},
      {"at least two years", "24 two years"},
      {"10 yrs exp", "120 10 yrs"},
      {"10 or more years of experience", "120 10 or more years"},
      {"over 20 years baking", "240 20 years"},
      {"more than 7 years baking", "84 7 years"},
      {"experience: 2 years", "24 2 years"},
      {"18 months of experience", "18 18 months"},
      {"6-month internship experience", "6 6-month"},
      {"1 year experience with Go, 3 years experience with SQL", "12 1 year|36 3 years"},
      {"Requirements:\n3 years of Java development", "36 3 years"},
      {"3 years of Java development", ""},
      {"must be 18 years of age", ""},
      {"a four-year degree or experience", ""},
      {"at least 18 years old", ""},
      {"21+ years of age", ""},
      {"a company with 25 years of history", ""},
      {"founded 25 years ago, experience counts", ""},
      {"in the year 2015 our experience grew", ""},
      {"2015 years of experience", ""},
      {"0 years of experience", ""},
      {"99 years of experience", ""},
      {"years of experience", ""},
      {"10% a year, experience counts", ""},
      {"Five years. Our experience counts.", ""},
  };
  for (const auto& c : cases) {
    const Outlined made(c.text, As::posting);
    std::string found;
    for (const Duration& duration : made.outline.durations)
      found += (found.empty() ? "" : "|") + std::to_string(duration.months) + " " + made.text(duration.tokens);
    CHECK_MESSAGE(found == c.expected, c.text);
  }
}

}  // namespace
}  // namespace skillfit
