#include <doctest/doctest.h>

#include <nlohmann/json.hpp>

#include "base/terminal.h"
#include "fixture.h"

using namespace skillfit;
using testing::Fixture;
using Json = nlohmann::ordered_json;

namespace {

// Two texts, one marked span found, one missed, one found where nothing is, and one stance wrong.
struct Compared : Fixture {
  std::vector<GoldDocument> gold;
  Evaluation evaluation;

  Compared() {
    gold =
        *parse_gold("#! posting\nwe want [[Python|python]]\nand, é, [[Kafka|kafka|preferred]] too\n", "gold/a.marked");
    gold.push_back({"=b", "+house", {}, "Docker", 1, {}});
    evaluation.options = {{"knowledge"}, {SkillKind::soft}, true, {}, 20};
    Figures& first = evaluation.parts.emplace_back();
    first.part = "posting";
    first.documents = 1;
    first.gold = first.keyed_gold = 2;
    first.predicted = first.keyed_predicted = first.exact = first.touching = first.touched = 1;
    first.stances[0][2] = 1;
    Figures& house = evaluation.parts.emplace_back();
    house.part = "+house";
    house.documents = house.predicted = 1;
    evaluation.all.part = "all";
    for (const Figures& part : evaluation.parts) evaluation.all += part;
    evaluation.unknown = {"zorb"};
    evaluation.mistakes = {
        {MistakeKind::false_positive, "docker", "", "docker", 12, 1, {0, 6}},
        {MistakeKind::miss, "kafka", "kafka", "", 1, 0, span("Kafka")},
        {MistakeKind::wrong_stance, "python", "required", "mentioned", 1, 0, span("Python")},
    };
  }

  SourceSpan span(std::string_view words) const {
    const auto begin = static_cast<std::uint32_t>(gold[0].text.find(words));
    return {begin, begin + static_cast<std::uint32_t>(words.size())};
  }
  std::string report(ReportForm form) {
    options.form = form;
    return report_evaluation(evaluation, gold, context());
  }
};

Coverage sample_coverage() {
  Coverage coverage;
  coverage.all = {"all", 3, 10, 7, 20, 300, 12500};
  coverage.groups = {{"chef", 1, 0, 0, 5, 100, 9000}, {"=hr", 2, 10, 7, 15, 200, 16000}};
  coverage.uncovered = {{"zuora\x1b", 2}};
  return coverage;
}

}  // namespace

TEST_CASE("an evaluation as JSON: figures by part, null where there is nothing to share, mistakes with their place") {
  Compared c;
  const Json json = Json::parse(c.report(ReportForm::json));
  CHECK(json == Json::parse(c.report(ReportForm::jsonl)));
  CHECK(testing::lines_of(c.report(ReportForm::jsonl)).size() == 1);
  REQUIRE(json["figures"].size() == 3);
  CHECK(json["figures"][0]["part"] == "posting");
  CHECK(json["figures"][0]["precision"] == 1.0);
  CHECK(json["figures"][0]["recall"] == 0.5);
  CHECK(json["figures"][0]["stances"][0] == Json({{"marked", "required"}, {"found", "mentioned"}, {"count", 1}}));
  CHECK(json["figures"][1]["recall"].is_null());
  CHECK(json["figures"][2]["part"] == "all");
  CHECK(json["figures"][2]["marked"] == 2);
  CHECK(json["figures"][2]["f1"] == 0.5);
  CHECK(json["unknown_skills"] == Json({"zorb"}));
  REQUIRE(json["mistakes"].size() == 3);
  const Json& miss = json["mistakes"][1];
  CHECK(miss["mistake"] == "miss");
  CHECK(miss["id"] == "gold/a.marked");
  CHECK(miss["line"] == 3);  // of the file: its first line is no text
  CHECK(miss["column"] == 9);
  CHECK(miss["excerpt"] == "and, é, Kafka too");
}

TEST_CASE("an evaluation as CSV is its figures") {
  Compared c;
  const auto rows = testing::parse_csv(c.report(ReportForm::csv));
  REQUIRE(rows.size() == 4);
  for (const auto& row : rows) CHECK(row.size() == rows[0].size());
  CHECK(rows[0][7] == "precision");
  CHECK(rows[1][7] == "1.000");
  CHECK(rows[2][0] == "'+house");
  CHECK(rows[2][8].empty());
  CHECK(rows[3][0] == "all");
}

TEST_CASE("an evaluation as a table fits its width and says what counted") {
  Compared c;
  for (const unsigned width : {80u, 100u, 140u}) {
    c.options.width = width;
    for (const std::string& line : testing::lines_of(c.report(ReportForm::table))) CHECK(display_width(line) <= width);
  }
  const std::string table = c.report(ReportForm::table);
  for (const char* words :
       {"2 documents; types knowledge; without soft; with terms", "1 marked skill not in the lexicon: zorb",
        "12  docker (docker)", "gold/a.marked:3:9", "python: required, as: mentioned"}) {
    CAPTURE(std::string(words));
    CHECK(table.find(words) != table.npos);
  }
  c.evaluation.mistakes[1].surface = "kafka\x1b[2J";
  c.gold[0].id = "a\x07";
  for (const char bad : {'\x1b', '\x07'}) CHECK(c.report(ReportForm::table).find(bad) == std::string::npos);
}

TEST_CASE("coverage in every form") {
  Fixture f;
  const Coverage coverage = sample_coverage();
  f.options.form = ReportForm::json;
  const Json json = Json::parse(report_coverage(coverage, f.context()));
  CHECK(json["rows"][0]["coverage"].is_null());
  CHECK(json["rows"][1]["coverage"] == 0.7);
  CHECK(json["rows"][2]["median_skills"] == 12.5);
  CHECK(json["rows"][2]["mentions_per_100_words"] == 6.667);
  CHECK(json["uncovered"][0]["count"] == 2);
  f.options.form = ReportForm::csv;
  const auto rows = testing::parse_csv(report_coverage(coverage, f.context()));
  REQUIRE(rows.size() == 4);
  for (const auto& row : rows) CHECK(row.size() == rows[0].size());
  CHECK(rows[2][0] == "'=hr");
  CHECK(rows[1][4].empty());
  f.options.form = ReportForm::table;
  const std::string table = report_coverage(coverage, f.context());
  CHECK(table.find("not covered: zuora") != table.npos);
  CHECK(table.find('\x1b') == table.npos);
}
