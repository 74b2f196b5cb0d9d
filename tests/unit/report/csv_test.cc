#include <doctest/doctest.h>

#include <map>

#include "fixture.h"

using namespace skillfit;
using testing::Fixture;
using testing::parse_csv;

namespace {

using Record = std::map<std::string, std::string>;

// Lines as maps from the header's names. Every line must have as many cells as the header.
std::vector<Record> lines_of_csv(const std::string& text) {
  const auto rows = parse_csv(text);
  std::vector<Record> lines;
  for (std::size_t i = 1; i < rows.size(); ++i) {
    REQUIRE(rows[i].size() == rows[0].size());
    Record& line = lines.emplace_back();
    for (std::size_t c = 0; c < rows[0].size(); ++c) line[rows[0][c]] = rows[i][c];
  }
  return lines;
}

}  // namespace

TEST_CASE("rank as CSV: one line a row, errors too, formulas disarmed") {
  Fixture f;
  f.options.form = ReportForm::csv;
  std::vector<Row> rows = testing::sample_rows(f, 2);
  rows[0].input.path = "=cmd,\"x\".txt";
  rows[1].input.path = "caf\xE9.txt";
  const std::vector<Record> lines = lines_of_csv(report_rank(f.posting, rows, f.context()));
  REQUIRE(lines.size() == 4);
  CHECK(lines[0].at("path") == "'=cmd,\"x\".txt");
  CHECK(lines[0].at("score") == "71.250");
  CHECK(lines[0].at("top_strengths") == "Python; Go or Kafka; Kubernetes");
  CHECK(lines[0].at("top_gaps") == "Kubernetes; 5 years of experience; Go or Kafka");
  CHECK(lines[1].at("path_bytes") == "636166e92e747874");
  CHECK(lines[2].at("status") == "error");
  CHECK(lines[2].at("code") == "empty");
  CHECK(lines[2].at("rank") == "");
  CHECK(lines[3].at("status") == "skipped");
}

TEST_CASE("score and gaps as CSV") {
  Fixture f;
  f.options.form = ReportForm::csv;
  const std::vector<Record> parts = lines_of_csv(report_match(f.resume, f.posting, f.match, f.context()));
  REQUIRE(parts.size() == 5);
  CHECK(parts[1].at("skill") == "kubernetes");
  CHECK(parts[1].at("via") == "docker");
  CHECK(parts[1].at("points") == "8.200");
  CHECK(parts[2].at("any_of") == "go; kafka");
  CHECK(parts[2].at("resume_places") == "7:9");
  CHECK(parts[4].at("signal") == "years");
  CHECK((parts[1].at("term").empty() && parts[4].at("term").empty()));
  const std::vector<Record> gaps = lines_of_csv(report_gaps(f.resume, f.posting, f.match, f.context()));
  REQUIRE(gaps.size() == 3);
  CHECK(gaps[0].at("gain") == "16.799");
  CHECK(gaps[0].at("state") == "missing");
  CHECK(gaps[2].at("state") == "weak");
  f.match.contributions[4].term = f.match.gaps[1].term = "=Zorvex";
  const Record part = lines_of_csv(report_match(f.resume, f.posting, f.match, f.context()))[4];
  CHECK((part.at("skill").empty() && part.at("term") == "'=Zorvex" && part.at("name") == "'=Zorvex"));
  CHECK(lines_of_csv(report_gaps(f.resume, f.posting, f.match, f.context()))[1].at("term") == "'=Zorvex");
}

TEST_CASE("extract and inspect as CSV") {
  Fixture f;
  f.options.form = ReportForm::csv;
  std::vector<Row> rows(2);
  rows[0].input.path = "jo.txt";
  rows[0].status = RowStatus::ok;
  rows[0].analysis = std::make_unique<Analysis>(std::move(f.resume));
  rows[1].input.path = "gone.txt";
  rows[1].error = fail(ErrorCode::not_found, "no such file").value();
  const std::vector<Record> mentions = lines_of_csv(report_extract(rows, f.context()));
  REQUIRE(mentions.size() == 2);
  CHECK(mentions[0].at("surface") == "golang");
  CHECK(mentions[0].at("line") == "7");
  CHECK(mentions[1].at("message") == "no such file");
  const std::vector<Record> read = lines_of_csv(report_inspect(rows, f.context()));
  REQUIRE(read.size() == 2);
  CHECK(read[0].at("positions") == "1");
  CHECK(read[1].at("code") == "not_found");
}
