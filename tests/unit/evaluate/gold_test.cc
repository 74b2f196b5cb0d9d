#include <doctest/doctest.h>
#include <unistd.h>

#include <filesystem>
#include <fstream>

#include "random.h"
#include "skillfit/evaluate.h"

using namespace skillfit;
using skillfit::testing::Random;
namespace fs = std::filesystem;

namespace {

// "surface|type|skill|stance;" for every mention.
std::string shown(const GoldDocument& document) {
  std::string out;
  for (const GoldMention& m : document.mentions) {
    out += std::string(slice(document.text, m.span)) + "|" + m.type + "|" + m.skill + "|" +
           (m.stance ? std::string(stance_name(*m.stance)) : "") + ";";
  }
  return out;
}

GoldDocument one(const std::string& bytes, const std::string& path = "gold") {
  Result<std::vector<GoldDocument>> documents = parse_gold(bytes, path);
  REQUIRE_MESSAGE(documents, to_string(documents.error()));
  REQUIRE(documents->size() == 1);
  return documents->front();
}

}  // namespace

TEST_CASE("marked text is the file with its marks replaced by their surfaces") {
  const GoldDocument resume =
      one("#! resume\nKnows [[Go|go]],\nlearns [[Rüst|rust|learning]]; no [[C++|cpp|negated]].\n");
  CHECK(resume.text == "Knows Go,\nlearns Rüst; no C++.\n");
  CHECK(shown(resume) == "Go||go|has;Rüst||rust|learning;C++||cpp|negated;");
  CHECK(resume.as == As::resume);
  CHECK(resume.part == "resume");
  CHECK(resume.first_line == 2);
  const GoldDocument posting = one("\xEF\xBB\xBF#! posting \r\n[[Excel|excel]] [a] [[SAP|sap|preferred]]", "p.txt");
  CHECK(posting.text == "Excel [a] SAP");
  CHECK(shown(posting) == "Excel||excel|required;SAP||sap|preferred;");
  CHECK(posting.id == "p.txt");
}

TEST_CASE("JSON lines come as mentions or as parallel arrays") {
  const GoldDocument mentions = one(
      R"({"id":"a","as":"posting","text":"Go and SQL","mentions":[{"begin":7,"end":10,"surface":"SQL","type":"t","stance":"preferred"},{"begin":0,"end":2,"skill":"go"}]})");
  CHECK(shown(mentions) == "Go||go|;SQL|t||preferred;");
  CHECK(mentions.id == "a");
  CHECK(mentions.part == "posting");
  const Result<std::vector<GoldDocument>> spans = parse_gold(
      "{\"text\":\"Go\",\"spans\":[],\"types\":[]}\r\n\n"
      "{\"path\":\"b.txt\",\"source\":\"tech\",\"text\":\"é "
      "Go\",\"types\":[\"skill\",\"knowledge\"],\"spans\":[[0,5],[3,5]]}\n",
      "d.jsonl");
  REQUIRE(spans);
  REQUIRE(spans->size() == 2);
  CHECK((*spans)[0].id == "d.jsonl#1");
  CHECK((*spans)[1].id == "b.txt");
  CHECK((*spans)[1].part == "tech");
  CHECK(!(*spans)[1].as);
  CHECK(shown((*spans)[1]) == "é Go|skill||;Go|knowledge||;");
}

TEST_CASE("what is wrong is refused with its line") {
  struct Case {
    std::string name, bytes, message;
    std::uint32_t line, column;
  };
  const auto spans = [](const std::string& list, const std::string& types) {
    return "{\"text\":\"fine\",\"mentions\":[]}\n{\"text\":\"é Go, SQL\",\"spans\":[" + list + "],\"types\":[" + types +
           "]}\n";
  };
  const auto mention = [](const std::string& members, const std::string& as) {
    return "{\"as\":\"" + as + "\",\"text\":\"Go, SQL\",\"mentions\":[{" + members + "}]}";
  };
  const std::vector<Case> cases = {
      {"overlap", spans("[0,5],[3,5]", R"("a","a")"), "[0, 5) and [3, 5) of type 'a' overlap", 2, 0},
      {"the same twice", spans("[3,5],[7,10],[3,5]", R"("a","b","a")"), "[3, 5) and [3, 5) of type 'a' overlap", 2, 0},
      {"outside", spans("[3,11]", R"("a")"), "leaves the text of 10 bytes", 2, 0},
      {"far outside", spans("[3,4294967299]", R"("a")"), "leaves the text", 2, 0},
      {"empty", spans("[3,3]", R"("a")"), "empty or begins behind its end", 2, 0},
      {"backwards", spans("[5,3]", R"("a")"), "[5, 3) is empty or begins behind", 2, 0},
      {"inside a character", spans("[1,5]", R"("a")"), "cuts a character", 2, 0},
      {"negative", spans("[-1,5]", R"("a")"), "whole numbers", 2, 0},
      {"a fraction", spans("[0.5,5]", R"("a")"), "whole numbers", 2, 0},
      {"one number", spans("[3]", R"("a")"), "[begin, end]", 2, 0},
      {"more spans than types", spans("[3,5]", ""), "as many types", 2, 0},
      {"no marks", "{\"text\":\"Go\"}", "marks nothing", 1, 0},
      {"no text", "{\"mentions\":[]}", "no text", 1, 0},
      {"blank text", "{\"text\":\" \\n\",\"mentions\":[]}", "no text", 1, 0},
      {"cut off", "{\"text\":\"Go\",\"mentions\":[]}\n{\"text\":", "not valid JSON", 2, 0},
      {"an array", "{\"text\":\"Go\",\"mentions\":[]}\n[1]", "a line is an object", 2, 0},
      {"no begin", mention("\"end\":2", "resume"), "begin and an end", 1, 0},
      {"another surface", mention(R"("begin":0,"end":2,"surface":"SQL")", "resume"), "does not hold its surface", 1, 0},
      {"unknown stance", mention(R"("begin":0,"end":2,"stance":"wanted")", "posting"), "unknown stance 'wanted'", 1, 0},
      {"a stance of resumes", mention(R"("begin":0,"end":2,"stance":"has")", "posting"), "nothing in a posting has", 1,
       0},
      {"neither resume nor posting", mention(R"("begin":0,"end":2)", "letter"), "not 'letter'", 1, 0},
      {"open mark", "#! resume\nGood\nat [[Go and\n[[SQL|sql]]", "[[ begins a mark that does not end", 3, 4},
      {"mark in a mark", "#! resume\n[[Go [[SQL|sql]]|go]]", "[[ begins a mark that does not end", 2, 1},
      {"end without begin", "#! resume\né Go]] and [[SQL|sql]]", "]] ends no mark", 2, 5},
      {"end without begin at the end", "#! resume\n[[SQL|sql]] and Go]]", "]] ends no mark", 2, 19},
      {"mark without skill", "#! resume\n[[Go]]", "a mark is [[surface|skill]]", 2, 1},
      {"mark without surface", "#! resume\n[[|go]]", "a mark is [[surface|skill]]", 2, 1},
      {"mark with too much", "#! resume\n[[Go|go|has|x]]", "unknown stance 'has|x'", 2, 1},
      {"marked unknown stance", "#! posting\n\n[[Go|go|must]]", "unknown stance 'must'", 3, 1},
      {"marked stance of postings", "#! resume\n[[Go|go|required]]", "nothing in a resume has", 2, 1},
      {"another first line", "#!/bin/sh\nGo", "first line of marked text", 1, 0},
      {"nothing behind the first line", "#! resume", "no text", 1, 0},
      {"not UTF-8", "#! resume\nGo\n[[G\xFFo|go]]", "UTF-8", 3, 0},
  };
  for (const Case& c : cases) {
    CAPTURE(c.name);
    const Result<std::vector<GoldDocument>> documents = parse_gold(c.bytes, "gold.x");
    REQUIRE(!documents);
    CAPTURE(to_string(documents.error()));
    CHECK(documents.error().code == ErrorCode::malformed);
    CHECK(documents.error().file == "gold.x");
    CHECK(documents.error().line == c.line);
    CHECK(documents.error().column == c.column);
    CHECK(documents.error().message.find(c.message) != std::string::npos);
  }
  CHECK(parse_gold("Just words.", "notes.txt").error().code == ErrorCode::not_a_document);
  CHECK(parse_gold("Just words.", "cv.marked").error().code == ErrorCode::malformed);
}

TEST_CASE("marks at random places come back as they were set") {
  Random random(7);
  const std::vector<std::string> words = {"Go", "né", " ", "\n", "[-", "]-", "|", "日本", ". ", "[x] "};
  for (int round = 0; round < 300; ++round) {
    std::string marked = "#! resume\n", plain, expected;
    for (std::uint32_t i = 0, count = 1 + random.below(20); i < count; ++i) {
      const bool mark = random.one_in(3);
      const std::string number = std::to_string(i), word = mark ? "a " + number : random.pick(words);
      marked += mark ? "[[" + word + "|k" + number + "]] " : word;
      plain += word + (mark ? " " : "");
      if (mark) expected += word + "||k" + number + "|has;";
    }
    marked += ".";
    plain += ".";
    const GoldDocument document = one(marked);
    CHECK(document.text == plain);
    CHECK(shown(document) == expected);
  }
}

TEST_CASE("a folder gives its annotated files, and says which are broken") {
  const fs::path folder = fs::temp_directory_path() / ("skillfit-gold-" + std::to_string(::getpid()));
  fs::create_directories(folder / "sub");
  std::ofstream(folder / "a.jsonl") << "{\"text\":\"Go\",\"mentions\":[]}\n{\"text\":\"SQL\",\"mentions\":[]}\n";
  std::ofstream(folder / "b.jsonl")
      << "{\"text\":\"Go\",\"mentions\":[]}\n{\"text\":\"Go\",\"spans\":[[0,3]],\"types\":[\"a\"]}\n";
  std::ofstream(folder / "README.md") << "How [[marks|are|written]].\n";
  std::ofstream(folder / "sub/cv.marked") << "#! resume\n[[Go|go]]\n";
  const GoldSet set = read_gold({folder.string(), (folder / "missing.jsonl").string()});
  fs::remove_all(folder);
  REQUIRE(set.documents.size() == 3);
  CHECK(set.documents[1].id == (folder / "a.jsonl").string() + "#2");
  CHECK(set.documents[2].text == "Go\n");
  REQUIRE(set.refused.size() == 2);
  CHECK(set.refused[0].file == (folder / "b.jsonl").string());
  CHECK(set.refused[0].line == 2);
  CHECK(set.refused[1].code == ErrorCode::not_found);
  REQUIRE(set.passed_over.size() == 1);
  CHECK(set.passed_over[0].file == (folder / "README.md").string());
}
