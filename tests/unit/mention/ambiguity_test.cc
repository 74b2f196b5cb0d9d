// Names that are also words: every line of tests/ambiguity, read as a document of its own.
#include <doctest/doctest.h>

#include <algorithm>
#include <filesystem>
#include <fstream>

#include "reading.h"

using namespace skillfit;
using namespace skillfit::testing;

namespace {

struct Case {
  std::string place;
  bool found;
  std::string skill, line;
};

std::vector<Case> read_cases() {
  std::vector<Case> cases;
  for (const auto& entry : std::filesystem::directory_iterator(SKILLFIT_SOURCE_DIR "/tests/ambiguity")) {
    if (entry.path().extension() != ".tsv") continue;
    std::ifstream file(entry.path());
    std::string verdict, skill, line;
    for (int number = 1; std::getline(file, verdict, '\t'); ++number) {
      std::getline(file, skill, '\t');
      std::getline(file, line);
      const std::string place = entry.path().filename().string() + ":" + std::to_string(number);
      REQUIRE_MESSAGE((verdict == "yes" || verdict == "no"), place);
      cases.push_back({place, verdict == "yes", skill, line});
    }
  }
  return cases;
}

}  // namespace

TEST_CASE("names that are also words are told from the words") {
  const Lexicon& lexicon = Lexicon::embedded();
  const std::vector<Case> cases = read_cases();
  CHECK(cases.size() >= 400);
  CHECK(std::count_if(cases.begin(), cases.end(), [](const Case& c) { return !c.found; }) * 2 >=
        static_cast<std::ptrdiff_t>(cases.size()));
  for (const Case& c : cases) {
    const std::optional<SkillId> skill = lexicon.find(c.skill);
    CHECK_MESSAGE(skill.has_value(), c.place, ": no skill has the key ", c.skill);
    if (!skill) continue;
    const Reading r = read(c.line, lexicon, As::resume);
    const auto names = [&](const Mention& m) {  // "MIG welding" is welding
      return c.found ? lexicon.is_a(m.skill, *skill) : m.skill == *skill;
    };
    const bool found = std::any_of(r.mentions.mentions.begin(), r.mentions.mentions.end(), names);
    const std::string fault = c.place + (c.found ? ": missed " : ": false ") + c.skill + " in: " + c.line;
    CHECK_MESSAGE(found == c.found, fault);
  }
}
