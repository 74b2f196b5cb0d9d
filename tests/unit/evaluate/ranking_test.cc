#include <doctest/doctest.h>
#include <unistd.h>

#include <algorithm>
#include <filesystem>
#include <fstream>

#include "skillfit/evaluate.h"

using namespace skillfit;

namespace {

namespace fs = std::filesystem;

// A folder of files that goes with the test.
class Folder {
 public:
  Folder() : path_(fs::temp_directory_path() / ("skillfit-ranking-" + std::to_string(::getpid()))) {
    fs::create_directories(path_);
  }
  Folder(const Folder&) = delete;
  Folder& operator=(const Folder&) = delete;
  ~Folder() { fs::remove_all(path_); }

  std::string write(const std::string& name, const std::string& text) const {
    fs::create_directories((path_ / name).parent_path());
    std::ofstream(path_ / name, std::ios::binary) << text;
    return (path_ / name).string();
  }
  std::string at(const std::string& name) const { return (path_ / name).string(); }

 private:
  fs::path path_;
};

constexpr const char* kLexicon =
    "[go]\nname = \"Golang\"\nkind = \"tool\"\n[sql]\nname = \"SQL\"\nkind = \"tool\"\n"
    "[cooking]\nname = \"cooking\"\nkind = \"knowledge\"\n";
constexpr const char* kCues = "[heading.requirements]\nphrases = ['requirements']\n";

RankingEvaluation evaluated(const RankingGold& gold, unsigned jobs = 1) {
  static const Lexicon kCompiled = *Lexicon::compile({{"tools.toml", kLexicon}, {"cues.toml", kCues}});
  const Weights weights = Weights::embedded(kCompiled);
  BatchOptions batch;
  batch.jobs = jobs;
  return evaluate_ranking(gold, {kCompiled, weights, {}, make_month(2026, 6)}, batch);
}

// Two postings and resumes in folders of two occupations.
void write_documents(const Folder& folder) {
  folder.write("postings/coder.md", "Requirements\nGolang\nSQL\n");
  folder.write("postings/cook.md", "Requirements\ncooking\n");
  folder.write("resumes/Kitchen/a.txt", "Knows cooking. Yes.");
  folder.write("resumes/Kitchen/b.txt", "Knows cooking and SQL.");
  folder.write("resumes/Office/c.txt", "Knows Golang and SQL. Likes lists.");
  folder.write("resumes/Office/d.txt", "Knows SQL. Likes lists.");
}

}  // namespace

TEST_CASE("judgements are read from both forms") {
  const Folder folder;
  write_documents(folder);
  SUBCASE("posting, resume, grade; by path or by name") {
    folder.write("resumes/e.txt", "Knows Golang.");
    const std::string path = folder.write("judged.tsv",
                                          "\xEF\xBB\xBFPosting\tresume\tgrade\r\ncoder\tresumes/Office/c.txt\t3.5\r\n"
                                          "postings/coder.md\te\t0\n\ncook\tresumes/e.txt\t1");
    const Result<RankingGold> gold = read_ranking(path, {});
    REQUIRE_MESSAGE(gold, to_string(gold.error()));
    REQUIRE(gold->postings.size() == 2);
    REQUIRE(gold->resumes.size() == 2);
    REQUIRE(gold->judgements.size() == 3);
    CHECK(gold->postings[0].file == folder.at("postings/coder.md"));
    CHECK(gold->judgements[0].grade == 3500);
    CHECK(gold->judgements[1].posting == 0);
    CHECK(gold->judgements[1].resume == 1);
    CHECK(gold->judgements[2].resume == 1);
  }
  SUBCASE("posting, label; folders give the grades") {
    const std::string path = folder.write("labels.tsv", "postings/coder.md\toffice\npostings/cook.md\tKITCHEN\n");
    const Result<RankingGold> gold = read_ranking(path, {folder.at("resumes")});
    REQUIRE_MESSAGE(gold, to_string(gold.error()));
    std::vector<std::int64_t> grades;
    for (const Judgement& judgement : gold->judgements) grades.push_back(judgement.grade);
    CHECK(grades == std::vector<std::int64_t>{0, 0, 1000, 1000, 1000, 1000, 0, 0});
  }
}

TEST_CASE("judgements that are wrong are refused with their line") {
  const Folder folder;
  write_documents(folder);
  folder.write("postings/cook.txt", "Requirements\ncooking\n");
  const std::string c = "postings/coder.md\tresumes/Office/c.txt\t", d = "postings/coder.md\tresumes/Office/d.txt\t";
  struct Case {
    std::string name, lines;
    bool candidates;
    std::uint32_t line;
    std::string message;
  };
  const std::vector<Case> cases = {
      {"nothing but a header", "posting\tresume\tgrade\n", false, 0, "no judgements"},
      {"a missing file", c + "1\npostings/coder.md\tnone.txt\t2\n", false, 2, "no file 'none.txt'"},
      {"no name", "\tresumes/Office/c.txt\t1\n", false, 1, "no file ''"},
      {"two files of one name", "cook\tresumes/Office/c.txt\t1\n", false, 1, "more than one file for 'cook'"},
      {"a pair twice", c + "1\n" + d + "2\n" + c + "1\n", false, 3, "graded in line 1 already"},
      {"a pair twice under two names", c + "1\ncoder\tresumes/Office/c.txt\t2\n", false, 2, "line 1 already"},
      {"a grade that is no number", c + "good\n", false, 1, "not 'good'"},
      {"a grade with a tail", c + "1 star\n", false, 1, "not '1 star'"},
      {"a negative grade", c + "-1\n", false, 1, "not '-1'"},
      {"an endless grade", c + "inf\n", false, 1, "not 'inf'"},
      {"too few cells", c + "1\npostings/coder.md\n", false, 2, "posting, resume and grade"},
      {"one grade for all", c + "2\n" + d + "2\n", false, 0, "no posting has resumes of different grades"},
      {"a label nobody has", "postings/coder.md\tsales\n", true, 1, "no resume lies in a folder 'sales'"},
      {"two labels", "postings/coder.md\toffice\npostings/coder.md\tkitchen\n", true, 2, "has a label already"},
      {"cells too many", "postings/coder.md\toffice\n" + c + "1\n", true, 2, "posting and label"},
      {"labels without resumes", "postings/coder.md\toffice\n", false, 0, "say which resumes to rank"},
      {"grades with resumes", c + "1\n", true, 0, "give no others"},
  };
  for (const Case& each : cases) {
    CAPTURE(each.name);
    const std::string path = folder.write("judged.tsv", each.lines);
    const std::vector<std::string> candidates =
        each.candidates ? std::vector{folder.at("resumes")} : std::vector<std::string>{};
    const Result<RankingGold> gold = read_ranking(path, candidates);
    REQUIRE(!gold);
    CHECK(gold.error().file == path);
    CHECK(gold.error().line == each.line);
    CHECK_MESSAGE(gold.error().message.find(each.message) != std::string::npos, gold.error().message);
  }
  CHECK(read_ranking(folder.at("none.tsv"), {}).error().code == ErrorCode::not_found);
}

TEST_CASE("rankers are measured on the same judgements, for any number of jobs") {
  const Folder folder;
  write_documents(folder);
  const std::string path = folder.write("labels.tsv", "cook\tkitchen\ncoder\toffice\n");
  const RankingGold gold = *read_ranking(path, {folder.at("resumes")});
  for (const unsigned jobs : {1u, 4u}) {
    const RankingEvaluation found = evaluated(gold, jobs);
    CHECK(found.resumes == 4);
    CHECK(found.judgements == 8);
    CHECK(found.pairs == 8);
    REQUIRE(found.postings.size() == 2);
    CHECK(found.postings[0].path.ends_with("cook.md"));
    CHECK(found.postings[0].relevant == 2);
    // The cook's two resumes are the only ones with the word; one of the office's two ties with the SQL of the kitchen.
    CHECK(found.postings[0].means[0][0].value() == 1'000'000);
    CHECK(found.postings[0].means[1][0].value() == 1'000'000);
    CHECK(found.postings[1].means[0][0].value() == 875'000);  // 2 + 1 1/2 of 4 pairs
    CHECK(found.figures[0][0]->value == 937'500);
    CHECK(found.rows.size() == 6);
  }
}

TEST_CASE("what cannot be read costs its own judgements, and a posting that asks for nothing ties all") {
  const Folder folder;
  write_documents(folder);
  folder.write("resumes/Office/d.txt", "");
  folder.write("postings/none.md", "We are a team.\n");
  const std::string path = folder.write("labels.tsv", "coder\toffice\nnone\tkitchen\n");
  const RankingEvaluation found = evaluated(*read_ranking(path, {folder.at("resumes")}));
  CHECK(found.resumes == 3);
  CHECK(found.judgements == 6);
  REQUIRE(found.postings.size() == 2);
  CHECK(found.postings[0].scored);
  CHECK(found.postings[0].relevant == 1);
  CHECK(!found.postings[1].scored);
  CHECK(found.postings[1].means[0][0].value() == 500'000);
  CHECK(std::count_if(found.rows.begin(), found.rows.end(),
                      [](const Row& row) { return row.status != RowStatus::ok; }) == 1);
}
