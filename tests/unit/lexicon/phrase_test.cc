#include "lexicon/phrase.h"

#include <doctest/doctest.h>

using namespace skillfit;

namespace {

struct Canonical {
  std::string phrase, words;  // "" = no text can contain it
};

const std::vector<Canonical> kCanonical = {
    {"Machine Learning", "machine learning"},
    {"problem-solving", "problem solving"},
    {"O Auth", "o auth"},
    {"problem_solving", "problem solving"},
    {"problem\u2010solving", "problem solving"},
    {"pre - sales", ""},
    {"pre -sales", ""},
    {"a--b", ""},
    {"-able", ""},
    {"C++", "c + +"},
    {"C ++", ""},
    {"c#", "c #"},
    {".NET", ". net"},
    {"Visual Basic .NET", "visual basic . net"},
    {"ASP.NET Core", "asp . net core"},
    {"Node.js", "node . js"},
    {"Ph.D.", "ph . d"},
    {"B.S. in Physics", "b . s in physics"},
    {"St. John", ""},
    {"Inc.", "inc"},
    {"CI/CD", "ci / cd"},
    {"CI / CD", "ci / cd"},
    {"R&D", "r and d"},
    {"R & D", "r and d"},
    {"Research and Development", "research and development"},
    {"bachelor's degree", "bachelor ' s degree"},
    {"bachelor\u2019s degree", "bachelor ' s degree"},
    {"masters' degree", "masters degree"},
    {"C++-based", "c + + based"},
    {"Objective-C++", "objective c + +"},
    {"@angular/core", "@ angular / core"},
    {"Stra\u00dfenbau", "strassenbau"},
    {"BASIC (language)", "basic ( language )"},
    {"401(k)", "401 ( k )"},
    {"extract, transform", "extract , transform"},
    {"git 'er done", "git ' er done"},
    {"a \u2022 b", ""},
    {"a\nb", ""},
    {"", ""},
    {"...", ""},
};

struct Variants {
  std::string phrase;
  VariantRules rules;
  std::vector<std::string> expected;
};

const std::set<std::string> kWords = {"database", "frontend", "goup"};
const VariantRules kNone{};
const VariantRules kJoined{true, false, nullptr};
const VariantRules kPlural{false, true, nullptr};
const VariantRules kCompounds{false, false, &kWords};
const VariantRules kAll{true, true, &kWords};

const std::vector<Variants> kVariants = {
    {"problem solving", kNone, {"problem solving"}},
    {"team building", kJoined, {"team building", "teambuilding"}},
    {"problem solving", kJoined, {"problem solving"}},  // more than twelve letters
    {"go up", kJoined, {"go up"}},                      // fewer than five
    {"ms sql", kJoined, {"ms sql", "mssql"}},
    {"one two three", kJoined, {"one two three"}},
    {"front end developer", kCompounds, {"front end developer", "frontend developer"}},
    {"senior front end developer", kCompounds, {"senior front end developer", "senior frontend developer"}},
    {"go up there", kCompounds, {"go up there"}},
    {"node.js", kNone, {"node . js"}},
    {"node.js", kJoined, {"node . js", "node js", "nodejs"}},
    {"ci/cd pipeline", kJoined, {"ci / cd pipeline", "ci cd pipeline", "cicd pipeline"}},
    {".net", kJoined, {". net"}},
    {"a/b testing", kJoined, {"a / b testing"}},  // parts of one letter
    {"b.s. degree", kJoined, {"b . s degree"}},
    {"healthcare/pharmacy", kJoined, {"healthcare / pharmacy", "healthcare pharmacy"}},  // too long for one word
    {"html/css/js", kJoined, {"html / css / js"}},                                       // several marks
    {"c++ code", kJoined, {"c + + code"}},
    {"driver's license", kNone, {"driver ' s license", "drivers license"}},
    {"driver\u2019s license", kNone, {"driver ' s license", "drivers license"}},
    {"database", kPlural, {"database", "databases"}},
    {"policy", kPlural, {"policy", "policies"}},
    {"survey", kPlural, {"survey", "surveys"}},
    {"tax", kPlural, {"tax", "taxes"}},
    {"batch", kPlural, {"batch", "batches"}},
    {"dish", kPlural, {"dish", "dishes"}},
    {"graph", kPlural, {"graph", "graphs"}},
    {"analysis", kPlural, {"analysis"}},
    {"ml", kPlural, {"ml"}},
    {"web3", kPlural, {"web3"}},
    {"caf\u00e9", kPlural, {"caf\u00e9"}},
    {"data base", kAll, {"data base", "database", "data bases", "databases"}},
    {"data bank", kAll, {"data bank", "data banks", "databank"}},
    {"a - b", kAll, {}},
    {"401(k)", kAll, {"401 ( k )"}},
};

}  // namespace

TEST_CASE("canonical words") {
  for (const Canonical& row : kCanonical) {
    CAPTURE(row.phrase);
    CHECK(to_string(canonical_phrase(row.phrase)) == row.words);
  }
}

TEST_CASE("variants that the rules produce") {
  for (const Variants& row : kVariants) {
    CAPTURE(row.phrase);
    std::vector<std::string> variants;
    for (const Phrase& variant : phrase_variants(row.phrase, row.rules)) variants.push_back(to_string(variant));
    CHECK(variants == row.expected);
  }
}

TEST_CASE("in a text a path ends where a phrase could not go on") {
  // The phrase is in the lexicon; is it found from the first token of the text?
  struct Row {
    std::string phrase, text;
    bool found;
  };
  const std::vector<Row> rows = {
      {"problem solving", "Problem-solving.", true},
      {"problem solving", "problem - solving", false},
      {"problem solving", "problem, solving", false},
      {"problem solving", "problem\nsolving", false},
      {"team building", "teambuilding", true},
      {"C++", "C++17", true},
      {"C++", "C + +", false},
      {"Node.js", "node.js.", true},
      {"Node.js", "node. js", false},
      {"CI/CD", "ci / cd", true},
      {"R&D", "R and D", true},
      {"401(k)", "401(k) plan", true},
      {"401(k)", "401 k", false},
      {"driver's license", "drivers' license", true},
      {"driver's license", "Driver\u2019s License", true},
      {"Ph.D.", "Ph.D. required", true},
      {"Ph.D.", "Ph.D", true},
      {"Visual Basic .NET", "visual basic .net", true},
      {"Visual Basic .NET", "visual basic. net", false},
  };
  for (const Row& row : rows) {
    CAPTURE(row.phrase);
    CAPTURE(row.text);
    const Result<Lexicon> lexicon =
        Lexicon::compile({{"x.toml", "[x]\nname = \"Quux\"\nkind = \"tool\"\nalias = [\"" + row.phrase + "\"]\n"}});
    REQUIRE(lexicon);
    const Tokens tokens = tokenize(normalize(row.text));
    bool found = false;
    walk_phrases(lexicon->compiled(), tokens, 0,
                 [&](NodeId node, std::uint32_t) { found = found || !lexicon->compiled().forms(node).empty(); });
    CHECK(found == row.found);
  }
}
