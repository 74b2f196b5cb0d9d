#include <doctest/doctest.h>

#include "skillfit/engine.h"

using namespace skillfit;

TEST_CASE("every yes line of the lexicon is found and no `no` line is") {
  std::string findings;
  for (const Finding& finding : check_examples(Lexicon::embedded())) {
    findings += finding.file + ":" + std::to_string(finding.line) + " " + finding.key + " " + finding.message + "\n";
  }
  CHECK(findings == "");
}

TEST_CASE("an example that does not hold is found out") {
  const Result<Lexicon> lexicon = Lexicon::compile(
      {{"x.toml", "[zig]\nname = \"Zig\"\nkind = \"tool\"\nyes = [\"Wrote Zag.\"]\nno = [\"All your Zig.\"]\n"}});
  REQUIRE(lexicon);
  CHECK(check_examples(*lexicon).size() == 2);
}
