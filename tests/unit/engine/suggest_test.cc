#include "skillfit/suggest.h"

#include <doctest/doctest.h>

using namespace skillfit;

namespace {

TermUse use(const char* key, const char* text, std::uint32_t line) {
  return {key, text, line, "we use " + std::string(text), {7, 12}};
}

// "text documents count path:line; ..."
std::string said(const std::vector<Suggestion>& suggestions) {
  std::string out;
  for (const Suggestion& s : suggestions) {
    out += (out.empty() ? "" : "; ") + s.text + " " + std::to_string(s.documents) + " " + std::to_string(s.count) +
           " " + s.path + ":" + std::to_string(s.example.line);
  }
  return out;
}

}  // namespace

TEST_CASE("suggestions: most documents first, then by text; the commonest spelling; the first place") {
  const std::vector<DocumentTerms> documents = {
      {"a.txt", {use("zorvex", "zorvex", 3), use("zorvex", "Zorvex", 5), use("plindar", "Plindar", 9)}},
      {"b.txt", {use("quill", "Quill", 1), use("quill", "Quill", 2), use("quill", "Quill", 2)}},
      {"c.txt", {use("zorvex", "Zorvex", 7), use("bard", "bards", 1), use("bard", "Bard", 2)}},
  };
  struct Case {
    const char* name;
    SuggestOptions options;
    const char* expected;
  };
  const Case cases[] = {
      {"all", {}, "Zorvex 2 3 a.txt:3; Bard 1 2 c.txt:1; Plindar 1 1 a.txt:9; Quill 1 3 b.txt:1"},
      {"count", {2, 0}, "Zorvex 2 3 a.txt:3; Bard 1 2 c.txt:1; Quill 1 3 b.txt:1"},
      {"top", {1, 1}, "Zorvex 2 3 a.txt:3"},
      {"none left", {4, 0}, ""},
  };
  for (const Case& c : cases) {
    CAPTURE(std::string(c.name));
    CHECK(said(suggest(documents, c.options)) == c.expected);
  }
  CHECK(suggest({}, {}).empty());
}

TEST_CASE("the uses of a document lead to their lines") {
  const Lexicon& lexicon = Lexicon::embedded();
  const Weights weights = Weights::embedded(lexicon);
  const EngineContext context{lexicon, weights, {}, make_month(2026, 6)};
  const auto document = parse_document("Skills\r\nJava, Zorvex\r\n\r\nJava, Quill-Bases, Zorvexes\r\n", "cv.txt");
  REQUIRE(document);
  const std::vector<TermUse> uses = uses_of_terms(analyze(*document, context, As::resume));
  REQUIRE(uses.size() == 3);
  CHECK(uses[0].key == "zorvex");
  CHECK(uses[0].line == 2);
  CHECK(uses[0].line_text == "Java, Zorvex");
  CHECK(slice(uses[0].line_text, uses[0].span) == "Zorvex");
  CHECK(uses[1].key == "quill base");
  CHECK(uses[2].key == "zorvex");
  CHECK(uses[2].line == 4);
  CHECK(slice(uses[2].line_text, uses[2].span) == "Zorvexes");
}
