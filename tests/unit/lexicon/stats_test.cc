#include <doctest/doctest.h>

#include "skillfit/lexicon.h"

using namespace skillfit;

TEST_CASE("what is listed is what no rule of spelling makes of another spelling of the skill") {
  struct Case {
    std::string name, skill;
    std::uint32_t listed;
  };
  const std::vector<Case> cases = {
      {"a name alone", "name = 'Rust'\nkind = 'tool'", 1},
      {"another word", "name = 'Cobol'\nkind = 'tool'\nalias = ['cobol 85']", 2},
      {"the name again, however written", "name = 'Go'\nkind = 'tool'\nexact = ['Go', 'GO']\nnear = ['compiler']", 1},
      {"joined and parted", "name = 'Front end'\nkind = 'knowledge'\nalias = ['frontend', 'front-end', 'front ends']",
       1},
      {"a plural of a tool is no rule's", "name = 'Robot arm'\nkind = 'tool'\nalias = ['robot arms']", 2},
      {"without its mark", "name = 'Node.js'\nkind = 'tool'\nalias = ['nodejs', 'node js', 'Node']", 2},
      {"without its apostrophe", "name = \"Driver's licence\"\nkind = 'certificate'\nalias = ['drivers licence']", 1},
      {"needing a context", "name = 'Testing'\nkind = 'method'\nambiguous = ['testing', 'tests']\nnear = ['unit']", 2},
      {"the short form is listed, its long one too",
       "name = 'SQL'\nkind = 'tool'\nalias = ['structured query language']", 2},
  };
  for (const Case& c : cases) {
    CAPTURE(c.name);
    const Result<Lexicon> lexicon = Lexicon::compile({{"a.toml", "[x]\n" + c.skill + "\n"}});
    REQUIRE_MESSAGE(lexicon, to_string(lexicon.error()));
    CHECK(lexicon->stats().listed == c.listed);
  }
}

TEST_CASE("a rule makes a spelling of its own skill only, and what skills have is counted by skill") {
  const Result<Lexicon> lexicon = Lexicon::compile(
      {{"a.toml",
        "[a]\nname = 'Report'\nkind = 'knowledge'\n"
        "[b]\nname = 'Reports'\nkind = 'tool'\nbroader = ['a', 'c']\nrelated = { a = 0.5, c = 0.5 }\nnot = ['my "
        "reports']\n"},
       {"b.toml", "[c]\nname = 'Chart'\nkind = 'tool'\nexact = ['Chart']\nnear = ['js']\nbroader = ['a']\n"}});
  REQUIRE_MESSAGE(lexicon, to_string(lexicon.error()));
  const Lexicon::Stats stats = lexicon->stats();
  CHECK(stats.listed == 3);
  CHECK(stats.skills == 3);
  CHECK(stats.families == 2);
  CHECK(stats.broader == 2);
  CHECK(stats.related == 1);
  CHECK(stats.policies == 2);
}
