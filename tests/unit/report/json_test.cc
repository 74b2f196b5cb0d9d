#include <doctest/doctest.h>

#include <nlohmann/json.hpp>

#include "fixture.h"
#include "report/json_writer.h"

using namespace skillfit;
using testing::Fixture;
using Json = nlohmann::ordered_json;

namespace {

using Keys = std::vector<std::string>;

Keys keys_of(const Json& object) {
  Keys keys;
  for (const auto& [key, value] : object.items()) keys.push_back(key);
  return keys;
}

const Keys kScoreKeys = {"score",   "confidence", "similarity",    "resume", "posting", "as_of",
                         "lexicon", "version",    "contributions", "gaps",   "wording", "notes"};
const Keys kContributionKeys = {"signal",         "skill", "any_of",          "points",          "max",
                                "related_points", "via",   "resume_evidence", "posting_evidence"};
const Keys kGapKeys = {"skill", "name", "stance", "gain", "weak", "lack", "advice", "related_held", "posting_evidence"};

// With what every requirement says of itself.
Keys asked(Keys keys, bool months = false) {
  keys.push_back("kind");
  if (months) keys.push_back("months");
  keys.push_back("posting_sentence");
  return keys;
}
const Keys kRankKeys = {"rank",         "path",           "status",        "score",    "confidence",
                        "required_met", "required_total", "top_strengths", "top_gaps", "notes"};
const Keys kExtractKeys = {"path", "status", "as", "bytes", "sha256", "mentions", "terms"};
const Keys kMentionKeys = {"skill", "name", "kind", "begin", "end", "surface", "section", "stance", "rule"};

std::vector<Row> one_row(Analysis&& analysis) {
  std::vector<Row> rows(1);
  rows[0].input.path = analysis.document.path;
  rows[0].status = RowStatus::ok;
  rows[0].analysis = std::make_unique<Analysis>(std::move(analysis));
  return rows;
}

}  // namespace

TEST_CASE("the writer keeps the grammar, on one line or on many") {
  const auto write = [](unsigned line_depth) {
    JsonWriter json(line_depth);
    json.begin_object().key("a").begin_array().number(-1).thousandths(71'250).null().end_array();
    json.key("b").begin_object().end_object().key("c").begin_array().begin_object().key("d").boolean(true);
    return json.end_object().end_array().end_object().end_document().take();
  };
  CHECK(write(0) == "{\"a\":[-1,71.250,null],\"b\":{},\"c\":[{\"d\":true}]}\n");
  CHECK(write(1) == "{\n  \"a\": [-1,71.250,null],\n  \"b\": {},\n  \"c\": [{\"d\":true}]\n}\n");
  CHECK(Json::parse(write(9)) == Json::parse(write(0)));
}

TEST_CASE("strings survive the way through JSON, and nothing in them reaches a terminal") {
  struct Case {
    std::string text;
    std::string read;
  };
  for (const Case& c : {Case{"plain", "plain"},
                        {"\"\\/\b\f\n\r\t\x1b", "\"\\/\b\f\n\r\t\x1b"},
                        {"\x7f\xC2\x9B", "\x7f\xC2\x9B"},
                        {"数据 🚀", "数据 🚀"},
                        {"caf\xE9", "caf\uFFFD"}}) {
    const std::string written = JsonWriter().string(c.text).take();
    CHECK(Json::parse(written) == c.read);
    CHECK(written.find_first_of("\x1b\x7f\n") == written.npos);
    CHECK(written.find("\xC2\x9B") == written.npos);
  }
}

TEST_CASE("score: the keys of the contract in their order, exact decimals, parts that add up") {
  Fixture f;
  for (const ReportForm form : {ReportForm::json, ReportForm::jsonl}) {
    f.options.form = form;
    const std::string text = report_match(f.resume, f.posting, f.match, f.context());
    CHECK((testing::lines_of(text).size() == 1) == (form == ReportForm::jsonl));
    CHECK(text.find("71.250") != text.npos);
    CHECK(text.find("30.001") != text.npos);
    const Json json = Json::parse(text);
    CHECK(keys_of(json) == kScoreKeys);
    CHECK(keys_of(json["resume"]) == Keys{"path", "format", "bytes", "sha256", "title"});
    CHECK(json["posting"]["title"] == "Senior Backend Engineer");
    REQUIRE(json["contributions"].size() == 5);
    std::int64_t points = 0;
    for (const Json& c : json["contributions"]) {
      const bool years = c["signal"] == "years", similarity = c["signal"] == "similarity";
      CHECK(keys_of(c) == (similarity ? kContributionKeys : asked(kContributionKeys, years)));
      points += std::llround(c["points"].get<double>() * 1000);
    }
    CHECK(points == *f.match.score);
    const Json& kubernetes = json["contributions"][1];
    CHECK(kubernetes["via"] == "docker");
    CHECK(kubernetes["posting_evidence"][0]["section"] == "requirements");
    CHECK(json["contributions"][4]["skill"].is_null());
    for (const Json& gap : json["gaps"]) CHECK(keys_of(gap) == asked(kGapKeys, gap["kind"] == "years"));
    CHECK(json["gaps"][1]["name"] == "5 years of experience");
    CHECK(json["gaps"][2]["name"] == "Go or Kafka");
  }
}

TEST_CASE("a term stands in place of a skill") {
  Fixture f;
  f.options.form = ReportForm::json;
  f.match.contributions[4].term = f.match.gaps[1].term = "Zorvex";
  const auto with_term = [](Keys keys) {
    std::replace(keys.begin(), keys.end(), std::string("skill"), std::string("term"));
    return keys;
  };
  const Json json = Json::parse(report_match(f.resume, f.posting, f.match, f.context()));
  CHECK(keys_of(json["contributions"][4]) == with_term(asked(kContributionKeys, true)));
  CHECK(json["contributions"][4]["term"] == "Zorvex");
  CHECK(keys_of(json["gaps"][1]) == with_term(asked(kGapKeys, true)));
  CHECK((json["gaps"][1]["term"] == "Zorvex" && json["gaps"][1]["name"] == "Zorvex"));
  f.options.form = ReportForm::jsonl;
  const std::vector<Row> rows = testing::sample_rows(f, 1);
  const Json row = Json::parse(testing::lines_of(report_rank(f.posting, rows, f.context()))[1]);
  CHECK(keys_of(row["top_gaps"][1]) == Keys{"term", "name", "gain"});
}

TEST_CASE("evidence offsets lead back to the words") {
  Fixture f;
  f.options.form = ReportForm::jsonl;
  const Json json = Json::parse(report_match(f.resume, f.posting, f.match, f.context()));
  const Json& place = json["contributions"][2]["resume_evidence"][0];
  CHECK(f.resume.document.text.substr(place["begin"],
                                      place["end"].get<std::size_t>() - place["begin"].get<std::size_t>()) == "golang");
}

TEST_CASE("gaps are the gaps of score") {
  Fixture f;
  f.options.form = ReportForm::jsonl;
  const Json score = Json::parse(report_match(f.resume, f.posting, f.match, f.context()));
  const Json gaps = Json::parse(report_gaps(f.resume, f.posting, f.match, f.context()));
  CHECK(gaps["gaps"] == score["gaps"]);
  CHECK(gaps["score"] == score["score"]);
}

TEST_CASE("rank: a head, a row an input in the order given, errors with their code") {
  Fixture f;
  const std::vector<Row> rows = testing::sample_rows(f, 3);
  f.options.form = ReportForm::jsonl;
  const std::vector<std::string> lines = testing::lines_of(report_rank(f.posting, rows, f.context()));
  REQUIRE(lines.size() == 6);
  CHECK(Json::parse(lines[0])["posting"]["path"] == "jobs/backend.txt");
  CHECK(Json::parse(lines[0])["candidates"] == 5);
  for (std::size_t i = 0; i < 3; ++i) {
    const Json row = Json::parse(lines[i + 1]);
    CHECK(keys_of(row) == kRankKeys);
    CHECK(row["rank"] == i + 1);
    CHECK(row["top_strengths"][0]["skill"] == "python");
    CHECK(row["top_gaps"][0]["name"] == "Kubernetes");
  }
  Keys failed = kRankKeys;
  failed.insert(failed.end(), {"code", "message"});
  for (std::size_t i = 4; i < 6; ++i) {
    const Json row = Json::parse(lines[i]);
    CHECK(keys_of(row) == failed);
    CHECK(row["rank"].is_null());
    CHECK(row["score"].is_null());
  }
  CHECK(Json::parse(lines[4])["code"] == "empty");
  CHECK(Json::parse(lines[5])["status"] == "skipped");

  f.options.form = ReportForm::json;
  const Json whole = Json::parse(report_rank(f.posting, rows, f.context()));
  for (std::size_t i = 0; i < 5; ++i) CHECK(whole["rows"][i] == Json::parse(lines[i + 1]));

  f.options.top = 1;
  const Json top = Json::parse(report_rank(f.posting, rows, f.context()));
  REQUIRE(top["rows"].size() == 3);
  CHECK(top["rows"][0] == whole["rows"][0]);
  CHECK(top["rows"][1]["code"] == "empty");
  CHECK(top["candidates"] == 5);
}

TEST_CASE("a path that is not UTF-8 comes with its bytes") {
  Fixture f;
  std::vector<Row> rows = testing::sample_rows(f, 1);
  rows[0].input.path = "caf\xE9\x1b.txt";
  f.options.form = ReportForm::jsonl;
  const Json row = Json::parse(testing::lines_of(report_rank(f.posting, rows, f.context()))[1]);
  CHECK(row["path"] == "caf\uFFFD\x1b.txt");
  CHECK(row["path_bytes"] == "636166e91b2e747874");
}

TEST_CASE("extract: the documented object, a line a document") {
  Fixture f;
  f.options.form = ReportForm::jsonl;
  std::vector<Row> rows = one_row(std::move(f.resume));
  rows.emplace_back();
  rows.back().input.path = "gone.txt";
  rows.back().error = fail(ErrorCode::not_found, "no such file").value();
  const std::vector<std::string> lines = testing::lines_of(report_extract(rows, f.context()));
  REQUIRE(lines.size() == 2);
  const Json json = Json::parse(lines[0]);
  CHECK(keys_of(json) == kExtractKeys);
  REQUIRE(json["mentions"].size() == 1);
  CHECK(keys_of(json["mentions"][0]) == kMentionKeys);
  CHECK(json["mentions"][0]["surface"] == "golang");
  CHECK(json["mentions"][0]["skill"] == "go");
  CHECK(keys_of(json["terms"][0]) == Keys{"text", "begin", "end"});
  CHECK(json["terms"][0]["text"] == "billing");
  CHECK(keys_of(Json::parse(lines[1])) == Keys{"path", "status", "code", "message"});
}

TEST_CASE("inspect: text, sections, positions and what tiles what") {
  Fixture f;
  f.options.form = ReportForm::json;
  const Json json = Json::parse(report_inspect(one_row(std::move(f.resume)), f.context()));
  CHECK(json["command"] == "inspect");
  const Json& row = json["rows"][0];
  CHECK(row["text"].get<std::string>().substr(0, 10) == "Jo Example");
  CHECK(row["sections"][1]["heading"] == "Experience");
  CHECK(row["positions"][0]["title"] == "Backend Developer");
  CHECK(row["positions"][0]["from"] == "2019-01");
  CHECK(row["positions"][0]["to"] == "2021-12");
  CHECK(row["months"] == 36);
  CHECK(row["pages"] == Json::array());
}

TEST_CASE("inspect: pages, and headers and footers apart from them") {
  Fixture f;
  f.options.form = ReportForm::json;
  f.resume.document.blocks = {{BlockKind::header, {0, 2}, 1},    {BlockKind::heading, {3, 5}, 1},
                              {BlockKind::paragraph, {5, 8}, 1}, {BlockKind::list_item, {8, 9}, 2},
                              {BlockKind::footer, {9, 10}, 1},   {BlockKind::footer, {10, 12}, 2}};
  const Json json = Json::parse(report_inspect(one_row(std::move(f.resume)), f.context()));
  const Json& row = json["rows"][0];
  CHECK(row["pages"] == Json::parse(R"([{"page":1,"begin":3,"end":8},{"page":2,"begin":8,"end":9}])"));
  CHECK(row["margins"] == Json::parse(R"([{"kind":"header","page":1,"begin":0,"end":2},)"
                                      R"({"kind":"footer","page":1,"begin":9,"end":10},)"
                                      R"({"kind":"footer","page":2,"begin":10,"end":12}])"));
}

TEST_CASE("lexicon reports") {
  Fixture f;
  f.options.form = ReportForm::jsonl;
  const Json skill = Json::parse(report_skill({f.skill("kubernetes")}, f.context()));
  CHECK(skill["skill"] == "kubernetes");
  CHECK(skill["alias"] == Json({"k8s"}));
  CHECK(skill["related"][0]["skill"] == "docker");
  CHECK(skill["related"][0]["share"] == 0.4);
  const std::vector<std::string> found =
      testing::lines_of(report_skills({f.skill("go"), f.skill("python")}, f.context()));
  REQUIRE(found.size() == 2);
  CHECK(Json::parse(found[1]) == Json({{"skill", "python"}, {"name", "Python"}, {"kind", "tool"}}));
  const std::vector<std::string> findings =
      testing::lines_of(report_findings({{true, "a.toml", 3, "go", "is dead"}}, f.context()));
  REQUIRE(findings.size() == 2);
  CHECK(Json::parse(findings[0])["errors"] == 1);
  CHECK(Json::parse(findings[1])["message"] == "is dead");
  CHECK(Json::parse(report_stats(f.context()))["skills"] == 5);
}
