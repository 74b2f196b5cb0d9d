#include <doctest/doctest.h>

#include "outlined.h"

namespace skillfit {
namespace {

using testing::Outlined;

TEST_CASE("headings: one line alone") {
  const struct {
    std::string line;
    As as;
    std::string expected;  // the kind of the section after it; "" = no heading
  } cases[] = {
      {"Skills", As::resume, "skills"},
      {"SKILLS", As::resume, "skills"},
      {"Skills:", As::resume, "skills"},
      {"skills:", As::resume, "skills"},
      {"skills", As::resume, ""},
      {"## Skills", As::resume, "skills"},
      {"**Skills**", As::resume, "skills"},
      {"**Skills:**", As::resume, "skills"},
      {"### 2. Technical Skills ###", As::resume, "skills"},
      {"1. Technical Skills", As::resume, "skills"},
      {"--- Technical Skills ---", As::resume, "skills"},
      {"Technical Skills & Tools", As::resume, "skills"},
      {"Skills / Competencies", As::resume, "skills"},
      {"Other / Required Skills:", As::posting, "requirements"},
      {"Core Qualifications", As::resume, "skills"},
      {"Skill Highlights", As::resume, "skills"},
      {"Qualifications", As::resume, "skills"},
      {"Professional Experience", As::resume, "experience"},
      {"WORK HISTORY", As::resume, "experience"},
      {"Employment history (last ten years)", As::resume, "experience"},
      {"Work Experience and Internships", As::resume, "experience"},
      {"Education and Training", As::resume, "education"},
      {"Education, Certifications and Awards", As::resume, "education"},
      {"Certifications", As::resume, "certificates"},
      {"Licenses & Certifications", As::resume, "certificates"},
      {"Languages", As::resume, "languages"},
      {"Hobbies and Interests", As::resume, "interests"},
      {"References available upon request", As::resume, "references"},
      {"About me", As::resume, "summary"},
      {"Career objective", As::resume, "summary"},
      {"Personal Information", As::resume, "contact"},
      {"Publications", As::resume, "other"},
      {"Volunteer Experience", As::resume, "projects"},
      {"Berufserfahrung", As::resume, "experience"},
      {"Kenntnisse", As::resume, "skills"},
      {"Expérience professionnelle", As::resume, "experience"},
      {"Formación académica", As::resume, "education"},
      {"Responsibilities", As::resume, ""},
      {"Benefits", As::resume, ""},
      {"Requirements", As::posting, "requirements"},
      {"Minimum Qualifications:", As::posting, "requirements"},
      {"What you'll bring", As::posting, "requirements"},
      {"What you’ll bring", As::posting, "requirements"},
      {"What youll bring", As::posting, "requirements"},
      {"Who You Are", As::posting, "requirements"},
      {"Experience", As::posting, "requirements"},
      {"Nice to have", As::posting, "preferred"},
      {"Nice-to-have:", As::posting, "preferred"},
      {"Preferred Qualifications", As::posting, "preferred"},
      {"Bonus points if you have:", As::posting, "preferred"},
      {"What you will be doing?", As::posting, "responsibilities"},
      {"Duties and Responsibilities", As::posting, "responsibilities"},
      {"Job Summary", As::posting, "responsibilities"},
      {"The successful candidate will", As::posting, "responsibilities"},
      {"Education", As::posting, "education"},
      {"Perks & Benefits", As::posting, "benefits"},
      {"About us", As::posting, "about"},
      {"About Mill & Sons:", As::posting, "about"},
      {"Life at Mill.Sons", As::posting, "about"},
      {"About Your Ovens", As::posting, ""},
      {"About ninety of them", As::posting, ""},
      {"About 90 Ovens", As::posting, ""},
      {"EEO Statement", As::posting, "legal"},
      {"Aufgaben", As::posting, "responsibilities"},
      {"References", As::posting, "other"},
      {"Person specification - desirable", As::posting, "preferred"},
      {"Person specification – essential", As::posting, "requirements"},
      {"Person specification: desirable", As::posting, "preferred"},
      {"Skills (nice to have)", As::posting, "preferred"},
      {"Preferred skills (not required)", As::posting, "preferred"},
      {"Skills (all of them)", As::posting, "skills"},
      {"Requirements - Benefits", As::posting, ""},
      {"DESIRED.", As::posting, "preferred"},
      {"Desired.", As::posting, ""},
      {"Personal", As::posting, "requirements"},
      {"Personal", As::resume, "interests"},
      {"Skills in Java and Go", As::resume, ""},
      {"Experience with large systems", As::posting, ""},
      {"Project managers report to the board", As::resume, ""},
      {"• Skills", As::resume, ""},
      {"Acme Widgets", As::resume, ""},
      {"Java, Skills, Go and Rust", As::resume, ""},
  };
  for (const auto& c : cases) {
    const Outlined made(std::string(c.line) + "\nplain words follow here\n", c.as);
    const bool heading = made.outline.sections.size() > 1;
    CHECK_MESSAGE((heading ? section_name(made.outline.sections.back().kind) : "") == c.expected, c.line);
    if (heading) CHECK_MESSAGE(made.outline.lines.front().kind == LineKind::heading, c.line);
  }
}

TEST_CASE("headings: a sentence broken after its first word is none") {
  const struct {
    std::string text;
    std::size_t sections;
  } cases[] = {
      {"Preferred Qualifications:\nExperience\nwith text mining\n", 2},
      {"Preferred Qualifications:\nKnowledge\nof large maps\n", 2},
      {"Preferred Qualifications:\nExperience\nWith text mining\n", 3},
      {"Preferred Qualifications:\nExperience\ntext mining\n", 3},
      {"Preferred Qualifications:\nExperience:\nwith text mining\n", 3},
  };
  for (const auto& c : cases)
    CHECK_MESSAGE(Outlined(c.text, As::posting).outline.sections.size() == c.sections, c.text);
}

TEST_CASE("headings: sections of whole documents") {
  const struct {
    std::string name;
    As as;
    std::string text;
    std::vector<std::string> expected;
  } cases[] = {
      {"inside one long line",
       As::posting,
       "We build maps for hikers. Qualifications:Bachelor's degree. Preferred Skills: Go. Salary: good.",
       {"other||We build maps for hikers.", "requirements|Qualifications:|Bachelor's degree.",
        "preferred|Preferred Skills:|Go.", "benefits|Salary:|good."}},
      {"a fact in passing is no section",
       As::posting,
       "Type: house. Salary: good.\nAnd a cake.\n\nYou will build maps.\nBenefits:\n- tea\n\nAnd a cake.",
       {"other||Type: house.", "benefits|Salary:|good. And a cake.", "other||You will build maps.",
        "benefits|Benefits:|- tea  And a cake."}},
      {"lead-in where line ends were lost",
       As::posting,
       "you will use our tools Required Skills: SQL and more",
       {"other||you will use our tools", "requirements|Required Skills:|SQL and more"}},
      {"before the first bullet of a list without line ends",
       As::posting,
       "We bake. WHAT YOU NEED \xE2\x80\xA2 SQL \xE2\x80\xA2 Strong Computer Skills \xE2\x80\xA2 Technical Skills "
       "\xE2\x80\xA2 Tea Desirable \xE2\x80\xA2 Cake",
       {"other||We bake.",
        "requirements|WHAT YOU NEED \xE2\x80\xA2|SQL \xE2\x80\xA2 Strong Computer Skills \xE2\x80\xA2 Technical Skills "
        "\xE2\x80\xA2 Tea Desirable \xE2\x80\xA2 Cake"}},
      {"at a lost line end",
       As::posting,
       "We bake at night RequirementsSQL and rye breadNice to Have Skills:Tea",
       {"other||We bake at night", "requirements|Requirements|SQL and rye bread",
        "preferred|Nice to Have Skills:|Tea"}},
      {"dots behind a heading",
       As::posting,
       "Requirements\nSQL\nIt'd be even better if you...\nbake",
       {"other||", "requirements|Requirements|SQL", "preferred|It'd be even better if you...|bake"}},
      {"question as lead-in",
       As::posting,
       "Tools. What you will be doing?Testing things.",
       {"other||Tools.", "responsibilities|What you will be doing?|Testing things."}},
      {"a colon behind ordinary words is no lead-in",
       As::posting,
       "Our experience: it works. The skills: many.",
       {"other||Our experience: it works. The skills: many."}},
      {"an address is no lead-in",
       As::posting,
       "See Education://example.org for more",
       {"other||See Education://example.org for more"}},
      {"two words in capitals with text behind",
       As::resume,
       "Core Qualifications Knowledge of five mother sauces and pastry",
       {"other||", "skills|Core Qualifications|Knowledge of five mother sauces and pastry"}},
      {"one word before a wide gap",
       As::resume,
       "Skills  Filing and typing letters",
       {"other||", "skills|Skills|Filing and typing letters"}},
      {"one word before a list",
       As::resume,
       "Skills Payroll, Budgeting, Audit of accounts",
       {"other||", "skills|Skills|Payroll, Budgeting, Audit of accounts"}},
      {"one word before prose",
       As::resume,
       "Experience Managing a large team of clerks",
       {"other||Experience Managing a large team of clerks"}},
      {"sub-headings stay in their position",
       As::resume,
       "Experience\nBaker\nTechnologies: ovens\nResponsibilities:\nBread\nSkills:\nKneading\nEducation\nNone",
       {"other||", "experience|Experience|Baker Technologies: ovens Responsibilities: Bread Skills: Kneading",
        "education|Education|None"}},
      {"the same sub-heading under every position",
       As::resume,
       "Experience\nBaker\nAchievements\nBread\nCook\nAchievements\nSoup\nAwards\nSpoon",
       {"other||", "experience|Experience|Baker Achievements Bread Cook Achievements Soup", "summary|Awards|Spoon"}},
      {"a wrapped sentence is no heading",
       As::resume,
       "Twenty years of Professional\nExperience.\nMore",
       {"other||Twenty years of Professional Experience. More"}},
      {"headings with colons everywhere",
       As::resume,
       "Experience:\nBaker\nSkills:\nKneading",
       {"other||", "experience|Experience:|Baker", "skills|Skills:|Kneading"}},
      {"languages among skills are programming languages",
       As::resume,
       "Skills\nLanguages: Java, C\nTools: Git\nLanguages\nFrench",
       {"other||", "skills|Skills|Languages: Java, C Tools: Git", "languages|Languages|French"}},
      {"sub-headings of what is preferred",
       As::posting,
       "Requirements\nSQL\nPreferred Qualifications\nSkills: Go\nBenefits\nTea",
       {"other||", "requirements|Requirements|SQL", "preferred|Preferred Qualifications|Skills: Go",
        "benefits|Benefits|Tea"}},
      {"deeper marks stay inside",
       As::resume,
       "## Experience\n### Summary of Acme\nBread\n## Gallery\nPictures",
       {"other||", "experience|## Experience|### Summary of Acme Bread", "other|## Gallery|Pictures"}},
      {"unknown capitals end a section of a posting in capitals",
       As::posting,
       "REQUIREMENTS\nSQL\nTHE GARDEN PARTY\nCake",
       {"other||", "requirements|REQUIREMENTS|SQL", "other|THE GARDEN PARTY|Cake"}},
      {"unknown capitals in a resume are titles and companies",
       As::resume,
       "EXPERIENCE\nACME BAKERY INC\nBread",
       {"other||", "experience|EXPERIENCE|ACME BAKERY INC Bread"}},
      {"a phrase that is a sentence of its own",
       As::posting,
       "About the work. You will bake.\nNOT REQUIRED. Cake.\nPreferred. That is, by us.\nNice tea. Served hot.",
       {"other||", "responsibilities|About the work.|You will bake.",
        "unneeded|NOT REQUIRED.|Cake. Preferred. That is, by us. Nice tea. Served hot."}},
      {"unknown sentences in capitals among known ones",
       As::posting,
       "REQUIRED. Bread.\nTHE GARDEN PARTY. Cake.\nDESIRED. Tea.",
       {"other||", "requirements|REQUIRED.|Bread.", "other|THE GARDEN PARTY.|Cake.", "preferred|DESIRED.|Tea."}},
      {"names in capitals among known sentences",
       As::posting,
       "REQUIRED. Bread.\nTEA, CAKE. Both.\nCAKE. Core Qualifications Knowledge of five mother sauces",
       {"other||", "requirements|REQUIRED.|Bread. TEA, CAKE. Both.",
        "other|CAKE.|Core Qualifications Knowledge of five mother sauces"}},
      {"unknown sentences in capitals in a resume",
       As::resume,
       "SKILLS. Bread.\nACME BAKERY. Cake.",
       {"other||", "skills|SKILLS.|Bread. ACME BAKERY. Cake."}},
      {"nothing", As::resume, "", {"other||"}},
  };
  for (const auto& c : cases) {
    const auto sections = Outlined(c.text, c.as).sections();
    CHECK_MESSAGE(sections.size() == c.expected.size(), c.name);
    for (std::size_t i = 0; i < std::min(sections.size(), c.expected.size()); ++i)
      CHECK_MESSAGE(sections[i] == c.expected[i], c.name);
  }
}

TEST_CASE("headings: what the reader saw as one") {
  Document document;
  document.text = "Requirements\nSQL\nOur garden\nCake";
  document.blocks = {{BlockKind::heading, {0, 12}, 0},
                     {BlockKind::paragraph, {13, 16}, 0},
                     {BlockKind::heading, {17, 27}, 0},
                     {BlockKind::paragraph, {28, 32}, 0}};
  const Outlined made(document, As::posting);
  REQUIRE(made.outline.lines.size() == 4);
  CHECK(made.outline.lines[2].kind == LineKind::heading);
  CHECK(made.sections().back() == "other|Our garden|Cake");
}

TEST_CASE("lines: kinds") {
  const struct {
    std::string line;
    LineKind expected;
  } cases[] = {
      {"We bake bread every day.", LineKind::text},
      {"• Baked bread every day", LineKind::item},
      {"- Baked bread every day", LineKind::item},
      {"3. Baked bread every day", LineKind::item},
      {"3) Baked bread every day", LineKind::item},
      {"2015. That year we baked", LineKind::text},
      {"Java, Go, C++", LineKind::list},
      {"Java | Go", LineKind::list},
      {"Databases: Oracle, Db2 and more", LineKind::list},
      {"• Java, Go, C++", LineKind::list},
      {"Java • Go • Visual Basic .NET", LineKind::list},
      {"Trained, led and paid the whole staff of the bakery, daily", LineKind::text},
      {"Bread, cake. Tea, milk", LineKind::text},
      {"Key achievements of the year:", LineKind::heading},
  };
  for (const auto& c : cases) {
    const Outlined made(c.line, As::resume);
    REQUIRE_MESSAGE(made.outline.lines.size() == 1, c.line);
    CHECK_MESSAGE(made.outline.lines[0].kind == c.expected, c.line);
  }
}

}  // namespace
}  // namespace skillfit
