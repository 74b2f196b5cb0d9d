#include <doctest/doctest.h>

#include "outlined.h"

namespace skillfit {
namespace {

using testing::Outlined;

TEST_CASE("positions") {
  const struct {
    std::string name;
    std::string text;
    std::vector<std::string> expected;
  } cases[] = {
      {"title, dates, company",
       "Experience\nPastry Chef 06/2019 to Current\nAcme Hotel, Springfield\nBaked bread.",
       {"2019-06.. experience Pastry Chef"}},
      {"company before, title behind",
       "Experience\nAcme Hotel January 2014 to Current Housekeeper\nCleaned.",
       {"2014-01.. experience Housekeeper"}},
      {"title above",
       "Experience\nDirector of Nursing\nJanuary 2013 to May 2015 Acme Clinic\nLed.\nStaff Nurse\nMay 2010 – June "
       "2012\nCared.",
       {"2013-01..2015-05 experience Director of Nursing", "2010-05..2012-06 experience Staff Nurse"}},
      {"title below",
       "Experience\nAcme Bank\nJan 2018 - Mar 2021\nSenior Accountant\nBooks.",
       {"2018-01..2021-03 experience Senior Accountant"}},
      {"commas",
       "Experience\nSoftware Engineer, Acme, Berlin, 2015-2018\nCode.",
       {"2015-07..2018-06 experience Software Engineer"}},
      {"bars", "Experience\nAcme | Data Analyst | 03/2016 - 05/2018", {"2016-03..2018-05 experience Data Analyst"}},
      {"at", "Experience\nCook at Acme Diner (May 2001 - June 2002)", {"2001-05..2002-06 experience Cook"}},
      {"bulleted", "Experience\n• 2015-2018 Electrician at Acme Power", {"2015-07..2018-06 experience Electrician"}},
      {"no word that names a job",
       "Experience\nAcme\nThings\n05/2001 - 06/2002\nDid.",
       {"2001-05..2002-06 experience Things"}},
      {"season", "Experience\nResearch Intern, Summer 2017\nRead.", {"2017-06..2017-08 experience Research Intern"}},
      {"year inside prose",
       "Experience\nThe bakery doubled its sales of cakes from 2010 to 2012 and then closed two of its shops in the "
       "town.",
       {}},
      {"single date in prose", "Experience\nCook\nWon the prize in May 2012 for bread.", {}},
      {"education",
       "Education\nBachelor of Science : Botany , 2012 Acme College",
       {"2012-01..2012-12 education Bachelor of Science"}},
      {"projects", "Projects\nBread oven, 01/2020 - 03/2020\nBuilt.", {"2020-01..2020-03 projects Bread oven"}},
      {"before any heading", "Waiter, Jan 2018 - Mar 2021\nServed.", {"2018-01..2021-03 experience Waiter"}},
      {"a degree before any heading", "MBA, Acme College, Jan 2018 - Mar 2021", {"2018-01..2021-03 education MBA"}},
      {"interests have no positions", "Interests\nChess club, Jan 2018 - Mar 2021", {}},
      {"skills have no positions", "Skills\nGo, Jan 2018 - Mar 2021", {}},
  };
  for (const auto& c : cases) {
    const auto positions = Outlined(c.text, As::resume).positions();
    CHECK_MESSAGE(positions.size() == c.expected.size(), c.name);
    for (std::size_t i = 0; i < std::min(positions.size(), c.expected.size()); ++i)
      CHECK_MESSAGE(positions[i] == c.expected[i], c.name);
  }
}

TEST_CASE("positions: a position ends where the next begins, or with its section") {
  const Outlined made("Experience\nCook\n05/2003 - 06/2004\nSoup.\nBaker\n05/2001 - 06/2002\nBread.\nEducation\nNone",
                      As::resume);
  const auto& positions = made.outline.positions;
  REQUIRE(positions.size() == 2);
  CHECK(made.text(positions[0].tokens) == "Cook\n05/2003 - 06/2004\nSoup.\n");
  CHECK(made.text(positions[1].tokens) == "Baker\n05/2001 - 06/2002\nBread.\n");
}

TEST_CASE("positions: a posting has none") {
  CHECK(Outlined("Experience\nCook, 05/2001 - 06/2002", As::posting).outline.positions.empty());
}

TEST_CASE("titles") {
  const struct {
    std::string name;
    As as;
    std::string text;
    std::string expected;
  } cases[] = {
      {"posting: first line", As::posting, "Senior Data Engineer\nAcme seeks a friend.", "Senior Data Engineer"},
      {"posting: without what stands beside it", As::posting, "Registered Nurse (nights) - Springfield\nCare.",
       "Registered Nurse"},
      {"posting: an aside inside the title", As::posting, "Night Shift (NS) Nurse (part time)\nCare.",
       "Night Shift (NS) Nurse"},
      {"posting: place before the title", As::posting, "Springfield | Forklift Driver\nLift.", "Forklift Driver"},
      {"posting: labelled", As::posting, "Acme Inc\nJob Title: Forklift Driver\nLift.", "Forklift Driver"},
      {"posting: heading first", As::posting, "Job Description\nTeacher of Latin\nTeach.", "Teacher of Latin"},
      {"posting: prose first", As::posting,
       "We are the biggest bakery of the whole country and bake bread for everybody who lives in it, every single day.",
       ""},
      {"posting: the trade behind a comma", As::posting, "Branch Manager, Retail Banking\nLead.",
       "Branch Manager, Retail Banking"},
      {"posting: what tells a trade needs no more", As::posting, "Accountant, Harbour Hospital\nCount.", "Accountant"},
      {"posting: a place is no trade", As::posting, "Area Manager - Springfield\nLead.", "Area Manager"},
      {"posting: an item of a list is none", As::posting, "Key skills:\n- dispatch\n- logistics", ""},
      {"resume: headline with its trade", As::resume, "Ana Prueba\nDirector, Finance\nSummary\nCounts.",
       "Director, Finance"},
      {"resume: headline", As::resume, "Ana Prueba\nStaff Accountant\nSummary\nCounts.", "Staff Accountant"},
      {"resume: a person named for a job", As::resume, "Carol Baker\nStaff Accountant\nSummary\nCounts.",
       "Staff Accountant"},
      {"resume: no person", As::resume, "Pastry Baker\nSummary\nBakes.", "Pastry Baker"},
      {"resume: newest position", As::resume,
       "Ana Prueba\nExperience\nWaiter 01/2001 - 02/2002\nServed.\nHead Chef 01/2010 - present\nLed.\nCook 01/2005 - "
       "02/2009",
       "Head Chef"},
      {"resume: neither", As::resume, "Ana Prueba\nSkills\nSewing", ""},
      {"nothing", As::posting, "", ""},
  };
  for (const auto& c : cases) {
    const Outlined made(c.text, c.as);
    CHECK_MESSAGE(made.text(made.outline.title) == c.expected, c.name);
  }
}

TEST_CASE("titles: a field of the format comes first") {
  Document document;
  document.text = "Acme Bakery\nNight Baker\nBread.";
  document.format = Format::job_posting;
  document.fields = {{"hiringOrganization.name", {0, 11}}, {"title", {12, 23}}};
  const Outlined made(document, {});
  CHECK(made.text(made.outline.title) == "Night Baker");
  CHECK(made.outline.as == As::posting);
  CHECK_FALSE(made.outline.as_guessed);
}

TEST_CASE("as: resume or posting") {
  const struct {
    std::string name;
    std::string text;
    As expected;
  } cases[] = {
      {"resume with headings and dates", "Ana Prueba\nWork History\nCook 01/2001 - 02/2002\nEducation\nNone",
       As::resume},
      {"resume with headings alone", "Ana Prueba\nSkills\nSewing\nEducation\nNone", As::resume},
      {"resume with dates alone", "Cook, Acme, 01/2001 - 02/2002", As::resume},
      {"resume that says qualifications", "Core Qualifications\nSoup\nExperience\nCook 01/2001 - 02/2002", As::resume},
      {"posting with headings", "Cook\nResponsibilities:\nSoup\nRequirements:\nTwo years of soup", As::posting},
      {"posting in prose", "We are looking for a cook. You will cook for our guests.", As::posting},
      {"posting with sections a resume has too", "Cook\nExperience\nYou have cooked\nEducation\nNone\nWe offer\nSoup",
       As::posting},
      {"posting with an experience section that says must",
       "Baker\nExperience\nMust have baked. Must own a hat. Rye must rise.", As::posting},
      {"posting that prefers", "Baker\nExperience\nRye is preferred, oats are desired.\nApply at the door.",
       As::posting},
      {"posting of what will be", "Baker\nExperience\nThe baker will rise early, will knead and will sleep.",
       As::posting},
      {"resume that says must once", "Ana Prueba\nExperience\nLearnt that dough must rest.", As::resume},
      {"resume whose dates lost their dashes", "Ana Prueba\nCook, 2011 2013\nBaker, 2014 2018", As::resume},
      {"posting with three dates", "Baker\nBread of 1950, rye of 1961, posted in 2018.", As::posting},
      {"posting of one line that lost its ends",
       "Baker\nBakes rye and cakesEXPERIENCE AND EDUCATION:- a hat is required", As::posting},
      {"posting that names years", "Since 2010 we cook soup. You will join our team. Benefits: soup.", As::posting},
  };
  for (const auto& c : cases) {
    const Outlined made(c.text);
    CHECK_MESSAGE(made.outline.as == c.expected, c.name);
    CHECK_MESSAGE(made.outline.as_guessed, c.name);
  }
  CHECK_FALSE(Outlined("We offer soup", As::resume).outline.as_guessed);
  CHECK(Outlined("We offer soup", As::resume).outline.as == As::resume);
  CHECK(as_name(As::resume) == "resume");
  CHECK(as_name(As::posting) == "posting");
}

}  // namespace
}  // namespace skillfit
