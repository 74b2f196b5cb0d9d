#include <doctest/doctest.h>

#include "lexicon/source.h"

using namespace skillfit;

namespace {

struct BadFile {
  std::string name, toml;
  std::uint32_t line, column;
  std::string message;  // a part of it
  std::string excerpt;
};

const std::vector<BadFile> kBadFiles = {
    {"syntax", "[go]\nname = \"Go\nkind = \"tool\"\n", 2, 11, "", "name = \"Go"},
    {"same table twice", "[go]\nname='Go'\nkind='tool'\n[go]\nname='Go'\n", 4, 1, "", "[go]"},
    {"outside a table", "name = 'Go'\n", 1, 1, "\"name\" stands outside a table", "name = 'Go'"},
    {"unknown field", "[go]\nname='Go'\nkind='tool'\naliases = ['golang']\n", 4, 1, "unknown field \"aliases\"",
     "aliases = ['golang']"},
    {"list expected", "[go]\nname='Go'\nkind='tool'\nalias = 'golang'\n", 4, 9, "alias must be a list of strings",
     "alias = 'golang'"},
    {"strings expected", "[go]\nname='Go'\nkind='tool'\nalias = ['golang', 7]\n", 4, 20, "alias must be a string",
     "alias = ['golang', 7]"},
    {"empty string", "[go]\nname='Go'\nkind='tool'\nalias = [' ']\n", 4, 10, "alias is empty", "alias = [' ']"},
    {"name of the wrong type", "[go]\nname = 3\nkind = 'tool'\n", 2, 8, "name must be a string", "name = 3"},
    {"unknown kind", "[go]\nname = 'Go'\nkind = 'toy'\n", 3, 8,
     "unknown kind \"toy\"; use tool, knowledge, method, soft, language or certificate", "kind = 'toy'"},
    {"no name", "\n[go]\nkind = 'tool'\n", 2, 1, "[go] has no name", "[go]"},
    {"no kind", "[go]\nname = 'Go'\n", 1, 1, "[go] has no kind", "[go]"},
    {"capital in the key", "[Go]\nname='Go'\nkind='tool'\n", 1, 1, "bad key \"Go\"", "[Go]"},
    {"related is a list", "[go]\nname='Go'\nkind='tool'\nrelated = ['rust']\n", 4, 11, "related must be a table",
     "related = ['rust']"},
    {"share too large", "[go]\nname='Go'\nkind='tool'\nrelated = { rust = 1.5 }\n", 4, 20,
     "the share of \"rust\" must be a number from 0.1 to 0.9", "related = { rust = 1.5 }"},
    {"share is no number", "[go]\nname='Go'\nkind='tool'\nrelated = { rust = 'half' }\n", 4, 20,
     "the share of \"rust\" must be a number", "related = { rust = 'half' }"},
    {"remove is false", "[go]\nremove = false\n", 2, 10, "remove must be true", "remove = false"},
    {"remove and more", "[go]\nremove = true\nname = 'Go'\n", 2, 10, "the only field", "remove = true"},
    {"not UTF-8", "[go]\nname = 'G\xff'\n", 2, 10, "not valid UTF-8", "name = 'G\uFFFD'"},
    {"cues.toml", "[headings.skills]\nphrases = ['skills']\n", 1, 1, "unknown cue family \"headings\"",
     "[headings.skills]"},
    {"data/cues.toml", "[heading.skils]\nphrases = ['skills']\n", 1, 10, "unknown name \"skils\"", "[heading.skils]"},
    {"cues.toml", "[degree.phd]\nphrases = ['phd']\n", 1, 9, "unknown name \"phd\"; use none, secondary",
     "[degree.phd]"},
    {"cues.toml", "[stance.x]\nstance = 'wanted'\nphrases = ['x']\n", 2, 10, "unknown name \"wanted\"",
     "stance = 'wanted'"},
    {"cues.toml", "[stance.x]\nstance = 'required'\nscope = 'all'\nphrases = ['x']\n", 3, 9,
     "unknown name \"all\"; use sentence, after, before or list", "scope = 'all'"},
    {"cues.toml", "[stance.x]\nphrases = ['x']\n", 1, 1, "[stance.x] has no stance", "[stance.x]"},
    {"cues.toml", "[boilerplate.x]\n", 1, 1, "[boilerplate.x] has no phrases", "[boilerplate.x]"},
    {"cues.toml", "[degree.master]\nscope = 'list'\nphrases = ['x']\n", 2, 1, "unknown field \"scope\"",
     "scope = 'list'"},
    {"cues.toml", "[heading]\nskills = ['skills']\n", 2, 1, "must be a table, such as [heading.skills]",
     "skills = ['skills']"},
};

}  // namespace

TEST_CASE("a bad file is refused with file, line, column and the line itself") {
  for (const BadFile& bad : kBadFiles) {
    CAPTURE(bad.name);
    CAPTURE(bad.toml);
    const Result<Lexicon> lexicon = Lexicon::compile({{bad.name, bad.toml}});
    REQUIRE(!lexicon);
    const Error& error = lexicon.error();
    CHECK(error.code == ErrorCode::bad_lexicon);
    CHECK(error.file == bad.name);
    CHECK(error.line == bad.line);
    CHECK(error.column == bad.column);
    CHECK_MESSAGE(error.message.find(bad.message) != std::string::npos, error.message);
    CHECK(error.excerpt == bad.excerpt);
  }
}

TEST_CASE("all mistakes of a file are told, in the order of the file") {
  const ParsedFile file = parse_lexicon_file({"x.toml", "[b]\nkind='tool'\nfoo=1\n[a]\nname=''\nkind='tool'\n"});
  std::vector<std::uint32_t> lines;
  for (const Problem& problem : file.problems) lines.push_back(problem.error.line);
  CHECK(lines == std::vector<std::uint32_t>{1, 3, 5});
  CHECK(file.problems[0].key == "b");
  CHECK(file.problems[2].key == "a");
}

TEST_CASE("an excerpt is short and has no control characters") {
  const std::string wide(500, 'x');
  const Result<Lexicon> lexicon = Lexicon::compile({{"x.toml", "[a]\nname\t= ['" + wide + "']\nkind='tool'\n"}});
  REQUIRE(!lexicon);
  CHECK(lexicon.error().excerpt.size() <= 120);
  CHECK(lexicon.error().excerpt.rfind("name= ['xxx", 0) == 0);
}

TEST_CASE("every field of a skill arrives where it belongs") {
  const ParsedFile file = parse_lexicon_file({"x.toml", R"(# a comment
[go]
name    = "Go"
kind    = "knowledge"
alias   = ["golang", "go lang"]
exact   = ["Go"]
near    = ["goroutine", "@language"]
not     = ["go to"]
broader = ["language"]
related = { rust = 0.3, c = 0.25 }
yes     = ["Go and gRPC."]
no      = ["Go home."]
)"});
  REQUIRE(file.problems.empty());
  REQUIRE(file.skills.size() == 1);
  const SkillSource& go = file.skills[0];
  using Strings = std::vector<std::string>;
  CHECK(go.key == "go");
  CHECK(go.name == "Go");
  CHECK(go.kind == SkillKind::knowledge);
  CHECK(go.alias == Strings{"golang", "go lang"});
  CHECK(go.exact == Strings{"Go"});
  CHECK(go.near == Strings{"goroutine", "@language"});
  CHECK(go.veto == Strings{"go to"});
  CHECK(go.broader == Strings{"language"});
  CHECK(go.related == std::vector<std::pair<std::string, std::uint16_t>>{{"c", 250}, {"rust", 300}});
  CHECK(go.yes == Strings{"Go and gRPC."});
  CHECK(go.no == Strings{"Go home."});
  CHECK(go.file == "x.toml");
  CHECK(go.line == 2);
}

TEST_CASE("cue tables: family, value and scope") {
  const ParsedFile file = parse_lexicon_file({"cues.toml", R"([heading.skills]
phrases = ["skills"]
[stance.a]
stance = "preferred"
scope = "before"
phrases = ["a plus", "an asset"]
[stance.b]
stance = "negated"
phrases = ["no"]
[degree.doctorate]
phrases = ["phd"]
[boilerplate.law]
phrases = ["equal opportunity"]
)"});
  REQUIRE(file.problems.empty());
  REQUIRE(file.cues.size() == 5);
  struct Row {
    CueFamily family;
    int value;
    CueScope scope;
    std::string label;
    std::uint32_t line;
    std::size_t phrases;
  };
  const std::vector<Row> rows = {
      {CueFamily::heading, static_cast<int>(SectionKind::skills), CueScope::sentence, "skills", 1, 1},
      {CueFamily::stance, static_cast<int>(Stance::preferred), CueScope::before, "a", 3, 2},
      {CueFamily::stance, static_cast<int>(Stance::negated), CueScope::sentence, "b", 7, 1},
      {CueFamily::degree, static_cast<int>(DegreeLevel::doctorate), CueScope::sentence, "doctorate", 10, 1},
      {CueFamily::boilerplate, 0, CueScope::sentence, "law", 12, 1}};
  for (std::size_t i = 0; i < rows.size(); ++i) {
    const CueSource& cue = file.cues[i];
    CHECK(cue.cue.family == rows[i].family);
    CHECK(cue.cue.value == rows[i].value);
    CHECK(cue.cue.scope == rows[i].scope);
    CHECK(cue.label == rows[i].label);
    CHECK(cue.line == rows[i].line);
    CHECK(cue.phrases.size() == rows[i].phrases);
  }
}
