#include <doctest/doctest.h>

#include <nlohmann/json.hpp>

#include "base/terminal.h"
#include "fixture.h"

using namespace skillfit;
using testing::Fixture;
using Json = nlohmann::ordered_json;

namespace {

// Three postings; nothing is relevant for the first, and the second asks for nothing.
RankingEvaluation sample_ranking() {
  RankingEvaluation ranking;
  ranking.resumes = 1234;
  ranking.judgements = 9;
  ranking.pairs = 12;
  for (const char* path : {"postings/one.md", "=two\x1b.md", "postings/three.md"}) {
    RankedPosting posting;
    posting.path = path;
    posting.resumes = 3;
    posting.relevant = ranking.postings.empty() ? 0 : 1;
    posting.pairs = 4;
    posting.scored = ranking.postings.size() != 1;
    posting.means[0][0] = {static_cast<std::int64_t>(ranking.postings.size()) * 1'000'000, 4};
    posting.means[1][0] = {1'500'000, 4};
    if (posting.relevant > 0) posting.means[0][3] = {333'333, 1};
    ranking.postings.push_back(posting);
  }
  ranking.figures[0][0] = Estimate{612'500, 499'499, 1'000'000};
  ranking.figures[1][0] = Estimate{700'000, 600'000, 800'000};
  ranking.lead[0] = Estimate{-87'500, -155'500, 20'499};
  return ranking;
}

}  // namespace

TEST_CASE("a ranking as JSON: figures with their intervals, then every posting") {
  Fixture f;
  f.options.form = ReportForm::json;
  f.options.as_of = "2026-01-31";
  const Json json = Json::parse(report_ranking(sample_ranking(), 0, f.context()));
  CHECK(json["command"] == "ranking");
  CHECK(json["as_of"] == "2026-01-31");
  CHECK(json["pairs"] == 12);
  REQUIRE(json["figures"].size() == 3);
  CHECK(json["figures"][0] == Json::parse(R"({"measure": "pair_accuracy", "ranker": "skillfit", "value": 0.613,
                                              "low": 0.499, "high": 1.0})"));
  CHECK(json["figures"][2]["ranker"] == "skillfit - bm25");
  CHECK(json["figures"][2]["low"] == -0.156);
  REQUIRE(json["postings"].size() == 3);
  CHECK(json["postings"][0]["skillfit"]["average_precision"].is_null());
  CHECK(json["postings"][1]["skillfit"]["average_precision"] == 0.333);
  CHECK(json["postings"][1]["scored"] == false);
  CHECK(json["postings"][2]["bm25"]["pair_accuracy"] == 0.375);
}

TEST_CASE("a ranking as CSV is its figures") {
  Fixture f;
  f.options.form = ReportForm::csv;
  const auto rows = testing::parse_csv(report_ranking(sample_ranking(), 20, f.context()));
  REQUIRE(rows.size() == 4);
  CHECK(rows[0] == std::vector<std::string>{"measure", "ranker", "value", "low", "high"});
  CHECK(rows[1] == std::vector<std::string>{"pair_accuracy", "skillfit", "0.613", "0.499", "1.000"});
}

TEST_CASE("a ranking as a table: the worst postings first, within its width, safe for terminals") {
  Fixture f;
  for (const unsigned width : {80u, 100u, 140u}) {
    f.options.width = width;
    const std::string table = report_ranking(sample_ranking(), 2, f.context());
    for (const std::string& line : testing::lines_of(table)) CHECK(display_width(line) <= width);
    CHECK(table.find('\x1b') == table.npos);
    for (const char* words : {"3 postings, 1,234 resumes", "-0.156 to 0.020", "1 posting without a requirement"}) {
      CAPTURE(std::string(words));
      CHECK(table.find(words) != table.npos);
    }
    CHECK(table.find("one.md") < table.find("two"));
    CHECK(table.find("three.md") == table.npos);
  }
  CHECK(report_ranking(sample_ranking(), 0, f.context()).find("By posting") == std::string::npos);
}
