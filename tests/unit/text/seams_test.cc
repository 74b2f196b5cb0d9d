#include <doctest/doctest.h>

#include <array>

#include "random.h"
#include "skillfit/text.h"
#include "text/seam_places.h"

using namespace skillfit;

namespace {

// The source with a bar at every seam.
std::string show(const std::string& source) {
  const Text text = normalize(source);
  std::string result = source;
  for (auto seam = text.seams().rbegin(); seam != text.seams().rend(); ++seam) {
    result.insert(text.to_source({*seam, *seam}).begin, "|");
  }
  return result;
}

}  // namespace

TEST_CASE("seams stand where a line end was lost, and not inside names") {
  const struct {
    const char *source, *expected;
  } cases[] = {
      {"ten years of bakingDesired Skills: rye", "ten years of baking|Desired Skills: rye"},
      {"rye bread requiredSQL", "rye bread required|SQL"},
      {"rye is a plusA cake", "rye is a plus|A cake"},
      {"cakes and clockworkSharp knives", "cakes and clockwork|Sharp knives"},
      {"uses CloudStackExperience with tea", "uses CloudStack|Experience with tea"},
      {"uses SQLExperience", "uses SQL|Experience"},
      {"DUTIESBake", "DUTIES|Bake"},
      {"bakes at night DUTIESBake bread", "bakes at night |DUTIES|Bake bread"},
      {"of the house RequirementsBSc", "of the house |Requirements|BSc"},
      {"Minimum QualificationsBSc", "Minimum Qualifications|BSc"},
      {"Requirements3 years", "Requirements|3 years"},
      {"Baker:RequirementsRye", "Baker:|Requirements|Rye"},
      {"rye (preferred)Bread", "rye (preferred)|Bread"},
      {"in clockwork.Bake often", "in clockwork.|Bake often"},
      {"in Python.Experience with", "in Python.|Experience with"},
      {"of it.Requirements", "of it.|Requirements"},
      {"caf\xC3\xA9 and teaDesired", "caf\xC3\xA9 and tea|Desired"},
      // Names and addresses.
      {"JavaScript PowerPoint iPhone eCommerce PhD", "JavaScript PowerPoint iPhone eCommerce PhD"},
      {"powerShell angularJS openStack mongoDB sparkR", "powerShell angularJS openStack mongoDB sparkR"},
      {"fastText localStorage CONTENTdm Xamarin.Forms net.Core",
       "fastText localStorage CONTENTdm Xamarin.Forms net.Core"},
      {"JSONSchema SQLite ASP.Net Node.Js U.S.Army", "JSONSchema SQLite ASP.Net Node.Js U.S.Army"},
      {"anna.Smith@bakery.example www.Bakery.example", "anna.Smith@bakery.example www.Bakery.example"},
      {"example.org/someThing a2beeHive (S)He python3", "example.org/someThing a2beeHive (S)He python3"},
      {"", ""},
      {"A", "A"},
      {"aA", "aA"},
  };
  for (const auto& c : cases) CHECK(show(c.source) == std::string(c.expected));
}

TEST_CASE("seams are found wherever they stand") {
  for (std::size_t before = 0; before < 200; ++before) {
    const std::string front = std::string(before, ' ') + "baking";
    CHECK(show(front + "Desired rye") == front + "|Desired rye");
  }
}

TEST_CASE("places of seams: sixteen bytes at once find what one by one does") {
  static constexpr std::string_view kBytes = "aAzZ09.):@[`{/ \x7f\x80\xC3\xFF";
  skillfit::testing::Random random(3);
  for (int round = 0; round < 2000; ++round) {
    std::array<char, kSeamBytes + 2> text{};
    for (char& c : text) c = kBytes[random.below(static_cast<std::uint32_t>(kBytes.size()))];
    REQUIRE(seam_places(text.data() + 1) == seam_places_portable(text.data() + 1));
  }
}
