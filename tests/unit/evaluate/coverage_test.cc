#include <doctest/doctest.h>

#include "skillfit/evaluate.h"

using namespace skillfit;

namespace {

constexpr const char* kLexicon = R"(
[go]
name = "Golang"
kind = "tool"
[sql]
name = "SQL"
kind = "tool"
[teamwork]
name = "teamwork"
kind = "soft"
)";
constexpr const char* kCues =
    "[heading.skills]\nphrases = ['skills']\n[heading.experience]\nphrases = ['experience']\n";

ListCoverage covered(const std::string& text) {
  static const Lexicon kCompiled = *Lexicon::compile({{"tools.toml", kLexicon}, {"cues.toml", kCues}});
  const Weights weights = Weights::embedded(kCompiled);
  const EngineContext context{kCompiled, weights, {}, make_month(2026, 6), {}};
  Document document;
  document.text = text;
  return cover(analyze(std::move(document), context, As::resume), kCompiled);
}

ListCoverage counted(std::uint64_t items, std::uint64_t known, std::uint64_t skills,
                     std::vector<std::string> uncovered) {
  return {items, known, skills, 4, 50, std::move(uncovered)};
}

}  // namespace

TEST_CASE("short items of skills sections are counted, and those with a mention in them are covered") {
  struct Case {
    std::string name, text;
    std::uint64_t items, covered;
    std::vector<std::string> uncovered;
  };
  const std::vector<Case> cases = {
      {"a list", "Skills\nGolang, SQL, Zuora, good SQL tuning\n", 4, 3, {"zuora"}},
      {"no skills section", "Experience\nGolang, SQL, Zuora\n", 0, 0, {}},
      {"only up to the next heading", "Skills\nSQL\nZuora\n\nExperience\nGolang, Loqate\n", 2, 1, {"zuora"}},
      {"four words are prose", "Skills\nwrote a lot of SQL, SQL\n", 1, 1, {}},
      {"numbers and lead-ins are no items", "Skills\nLanguages: Golang, SQL\n2019, 2020\n", 2, 2, {}},
      {"bullets and bars", "Skills\n- Golang | Zuora\n- Loqate\n", 3, 1, {"zuora", "loqate"}},
  };
  for (const Case& c : cases) {
    CAPTURE(c.name);
    const ListCoverage coverage = covered(c.text);
    CHECK(coverage.items == c.items);
    CHECK(coverage.covered == c.covered);
    CHECK(coverage.uncovered == c.uncovered);
  }
}

TEST_CASE("skills are counted once and without soft ones, mentions and words as they come") {
  const ListCoverage coverage = covered("Golang, golang\tand SQL.\nTeamwork ");
  CHECK(coverage.skills == 2);
  CHECK(coverage.mentions == 4);
  CHECK(coverage.words == 5);
}

TEST_CASE("documents are added up by group") {
  const Coverage sum = sum_coverage({{"b", counted(10, 5, 7, {"x", "y"})},
                                     {"a", counted(2, 2, 4, {"y"})},
                                     {"b", counted(0, 0, 8, {})},
                                     {"b", counted(10, 8, 1, {"z"})}},
                                    2);
  CHECK(sum.all.documents == 4);
  CHECK(sum.all.coverage().thousandths() == 682);  // 15 of 22
  CHECK(sum.all.median_skills == 5500);            // between 4 and 7
  CHECK(sum.all.per_100_words().thousandths() == 8000);
  REQUIRE(sum.groups.size() == 2);
  CHECK(sum.groups[0].group == "a");
  CHECK(sum.groups[1].coverage().thousandths() == 650);
  CHECK(sum.groups[1].median_skills == 7000);
  const std::vector<std::pair<std::string, std::uint64_t>> most = {{"y", 2}, {"x", 1}};
  CHECK(sum.uncovered == most);
  CHECK(sum_coverage({{"", counted(1, 1, 1, {})}}, 5).groups.empty());
  CHECK(!sum_coverage({}, 5).all.coverage().thousandths());
}
