#include <doctest/doctest.h>

#include <algorithm>
#include <filesystem>

#include "base/files.h"
#include "skillfit/lexicon.h"

using namespace skillfit;

namespace {

std::string skill(const std::string& key, const std::string& name, const std::string& fields = "") {
  return "[" + key + "]\nname = \"" + name + "\"\nkind = \"tool\"\n" + fields + "\n";
}

struct Row {
  std::string name, toml;
  bool fatal;
  std::uint32_t line;
  std::string key, message;  // message: a part
};

const std::vector<Row> kRows = {
    {"syntax error", "[a\n", true, 1, "", "(column 3)"},
    {"unknown field", "[a]\nname='Aaa'\nkind='tool'\nfoo=1\n", true, 4, "a", "unknown field"},
    {"share out of range", skill("a", "Aaa", "related = { b = 0.95 }") + skill("b", "Bbb"), true, 4, "a",
     "from 0.1 to 0.9"},
    {"invalid UTF-8", "[a]\nname = '\xc3'\n", true, 2, "", "not valid UTF-8"},
    {"empty alias", skill("a", "Aaa", "alias = ['']"), true, 4, "a", "alias is empty"},
    {"unknown broader", skill("a", "Aaa", "broader = ['x']"), true, 1, "a",
     "broader names \"x\", which no file defines"},
    {"unknown related", skill("a", "Aaa", "related = { x = 0.5 }"), true, 1, "a", "related names \"x\""},
    {"unknown group", skill("a", "Aaa", "exact = ['A']\nnear = ['@x']\nyes=['A']\nno=['a']"), true, 1, "a",
     "near names \"x\""},
    {"related to itself", skill("a", "Aaa", "related = { a = 0.5 }"), true, 1, "a", "related names the skill itself"},
    {"cycle",
     skill("a", "Aaa", "broader = ['b']") + skill("b", "Bbb", "broader = ['c']") + skill("c", "Ccc", "broader = ['b']"),
     true, 9, "c", "broader goes round in a circle: b > c > b"},
    {"stop word", skill("a", "Aaa", "alias = ['The']"), true, 1, "a", "\"The\" is an ordinary word"},
    {"unsorted", skill("b", "Bbb") + skill("a", "Aaa"), false, 5, "a", "stands after [b]"},
    {"one alias, two skills", skill("a", "Aaa", "alias = ['foo-bar']") + skill("b", "Bbb", "alias = ['Foo Bar']"),
     false, 1, "a", "\"foo-bar\" is also an alias of [b]"},
    {"exact elsewhere", skill("a", "Aaa", "alias = ['excel']") + skill("b", "Bbb", "exact = ['Excel']"), false, 1, "a",
     "\"excel\" always counts, but is exact in [b]"},
    {"exact and alias", skill("a", "Aaa", "alias = ['excel']\nexact = ['Excel']"), false, 1, "a",
     "under exact or ambiguous have no effect"},
    {"short alias", skill("a", "Aaa", "alias = ['ml']"), false, 1, "a", "alias \"ml\" is too short"},
    {"short name", skill("a", "R"), false, 1, "a", "name \"R\" is too short"},
    {"near without exact", skill("a", "Aaa", "near = ['foo']"), false, 1, "a",
     "near has no effect without exact or ambiguous"},
    {"ambiguous without near", skill("a", "Aaa", "ambiguous = ['foo']"), false, 1, "a",
     "ambiguous without near counts in lists only"},
    {"ambiguous and alias",
     skill("a", "Aaa", "ambiguous = ['foo-bar']\nalias = ['foo bar']\nnear = ['x']\nyes = ['x foo']\nno = ['foo']"),
     false, 1, "a", "under exact or ambiguous have no effect"},
    {"ambiguous twice",
     skill("a", "Aaa", "ambiguous = ['foo-bar', 'foobar']\nnear = ['x']\nyes = ['x foo']\nno = ['foo']"), false, 1, "a",
     "ambiguous \"foobar\" need not be listed"},
    {"ambiguous never matches", skill("a", "Aaa", "ambiguous = ['foo - bar']\nnear = ['x']\nyes = ['x']\nno = ['y']"),
     false, 1, "a", "ambiguous \"foo - bar\" can never match"},
    {"veto hides", skill("a", "Aaa Bbb", "not = ['aaa-bbb']"), false, 1, "a", "not \"aaa-bbb\" hides"},
    {"made by a rule", skill("a", "Aaa Bbb", "alias = ['aaabbb']"), false, 1, "a", "a rule makes it of \"Aaa Bbb\""},
    {"exact twice", skill("a", "Aaa", "exact = ['AA', 'AA']"), false, 1, "a", "exact lists \"AA\" twice"},
    {"alias never matches", skill("a", "Aaa", "alias = ['foo - bar']"), false, 1, "a",
     "alias \"foo - bar\" can never match"},
    {"exact never matches", skill("a", "Aaa", "exact = ['- A']"), false, 1, "a", "exact \"- A\" can never match"},
    {"not never matches", skill("a", "Aaa", "not = ['foo - bar']"), false, 1, "a", "not \"foo - bar\" can never match"},
    {"near never matches", skill("a", "Aaa", "exact = ['A']\nnear = ['--']\nyes=['A']\nno=['a']"), false, 1, "a",
     "near \"--\" can never match"},
    {"policy without examples", skill("a", "Aaa", "exact = ['A']\nnear = ['foo']\nyes = ['A foo']"), false, 1, "a",
     "no yes or no line"},
};

}  // namespace

TEST_CASE("each finding: where, how bad, what") {
  for (const Row& row : kRows) {
    CAPTURE(row.name);
    const std::vector<Finding> findings = lint({{"x.toml", row.toml}});
    REQUIRE(findings.size() == 1);
    CHECK(findings[0].fatal == row.fatal);
    CHECK(findings[0].file == "x.toml");
    CHECK(findings[0].line == row.line);
    CHECK(findings[0].key == row.key);
    CHECK_MESSAGE(findings[0].message.find(row.message) != std::string::npos, findings[0].message);
    CHECK(Lexicon::compile({{"x.toml", row.toml}}).has_value() == !row.fatal);
  }
}

TEST_CASE("a key in two files, and a cue that nothing can match") {
  const std::vector<Finding> twice = lint({{"a.toml", skill("a", "Aaa")}, {"b.toml", "\n" + skill("a", "Abc")}});
  REQUIRE(twice.size() == 1);
  CHECK(!twice[0].fatal);
  CHECK(twice[0].file == "b.toml");
  CHECK(twice[0].line == 2);
  CHECK(twice[0].message.find("a.toml:1") != std::string::npos);

  const std::vector<Finding> cue = lint({{"cues.toml", "[heading.skills]\nphrases = ['skills --']\n"}});
  REQUIRE(cue.size() == 1);
  CHECK(cue[0].key == "heading.skills");
  CHECK(cue[0].message.find("can never match") != std::string::npos);
}

TEST_CASE("a clean lexicon has no findings") {
  const std::string go = skill("go", "Go",
                               "alias = ['golang']\nexact = ['Go']\nnear = ['@language']\nnot = ['go live']\n"
                               "broader = ['language']\nyes = ['Go.']\nno = ['Go home.']");
  CHECK(lint({{"x.toml", go + skill("language", "Programming language")}}).empty());
  CHECK(lint({}).empty());
}

TEST_CASE("the lexicon that ships has no findings") {
  std::vector<LexiconFile> files;
  for (const auto& entry : std::filesystem::directory_iterator(SKILLFIT_SOURCE_DIR "/lexicon")) {
    if (entry.path().extension() != ".toml") continue;
    const Result<std::string> toml = read_file(entry.path().string(), 1u << 24);
    REQUIRE(toml);
    files.push_back({entry.path().filename().string(), *toml});
  }
  REQUIRE(files.size() > 12);
  std::sort(files.begin(), files.end(), [](const LexiconFile& a, const LexiconFile& b) { return a.name < b.name; });
  for (const Finding& finding : lint(files)) {
    FAIL_CHECK(finding.file << ":" << finding.line << ": " << finding.message);
  }
}
