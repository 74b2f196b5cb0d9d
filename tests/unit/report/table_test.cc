#include <doctest/doctest.h>

#include <sstream>

#include "base/terminal.h"
#include "fixture.h"
#include "report/naming.h"
#include "report/sheet.h"

using namespace skillfit;
using testing::Fixture;
using testing::lines_of;

namespace {

bool contains(const std::string& text, std::string_view words) {
  return text.find(words) != text.npos;
}

std::string without_color(const std::string& text) {
  std::string plain;
  for (std::size_t i = 0; i < text.size(); ++i) {
    if (text[i] == '\033') {
      i = text.find('m', i);
    } else {
      plain += text[i];
    }
  }
  return plain;
}

std::int64_t thousandths_in(const std::string& text) {
  return std::stoll(text.substr(0, text.find('.')) + text.substr(text.find('.') + 1));
}

// The words of a line that are exact decimals.
std::vector<std::string> numbers_in(const std::string& line) {
  std::vector<std::string> numbers;
  std::istringstream words(line);
  for (std::string word; words >> word;) {
    const bool decimal = word.find_first_not_of("0123456789.") == word.npos && contains(word, ".");
    if (decimal) numbers.push_back(word);
  }
  return numbers;
}

// Every report of people's form, for what must hold of all of them.
std::vector<std::string> all_tables(const Fixture& f, const std::vector<Row>& rows) {
  return {report_match(f.resume, f.posting, f.match, f.context()),
          report_gaps(f.resume, f.posting, f.match, f.context()), report_rank(f.posting, rows, f.context()),
          report_skill({f.skill("go")}, f.context()), report_stats(f.context())};
}

}  // namespace

TEST_CASE("why: one sentence from the match alone") {
  Fixture f;
  CHECK(why(f.match, f.resume.profile, f.posting.profile, f.lexicon) ==
        "Meets 2 of 3 must-haves; missing Kubernetes; 3 years of dated experience.");
  f.match.gaps.erase(f.match.gaps.begin());
  f.match.required_met = 3;
  CHECK(why(f.match, f.resume.profile, f.posting.profile, f.lexicon) ==
        "Meets all 3 must-haves; thin on Go or Kafka; 3 years of dated experience.");
  f.match.gaps.clear();
  f.match.required_met = 0;
  f.resume.profile.has_positions = false;
  CHECK(why(f.match, f.resume.profile, f.posting.profile, f.lexicon) ==
        "Meets none of the 3 must-haves; no dated experience.");
  f.match.required_total = 0;
  CHECK(why(f.match, f.resume.profile, f.posting.profile, f.lexicon) ==
        "The posting names no must-haves; no dated experience.");
}

TEST_CASE("score: the points printed for the signals add up to the score printed below them") {
  Fixture f;
  const std::string table = report_match(f.resume, f.posting, f.match, f.context());
  CHECK(lines_of(table)[0] ==
        "71.3 of 100 - Meets 2 of 3 must-haves; missing Kubernetes; 3 years of dated experience.");
  std::int64_t points = 0, max = 0, total = 0;
  for (const std::string& line : lines_of(table)) {
    const std::vector<std::string> numbers = numbers_in(line);
    if (line.starts_with("  Score ")) {
      total = thousandths_in(numbers.at(0));
    } else if (line.starts_with("  Must-haves ") || line.starts_with("  Skills overall ") ||
               line.starts_with("  Experience ")) {
      points += thousandths_in(numbers.at(0));
      max += thousandths_in(numbers.at(1));
    }
  }
  CHECK(points == total);
  CHECK(total == *f.match.score);
  CHECK(max == kFullScore);
}

TEST_CASE("score: every requirement with its verdict, and the words behind it on both sides") {
  Fixture f;
  const std::string table = report_match(f.resume, f.posting, f.match, f.context());
  for (const char* words :
       {"Must-haves: 2 of 3 met", "3 years on the job", "3 years in dated positions", "not itself, but Docker",
        "only listed", "5 years of experience", "+16.799", "must-have, missing; related and held: Docker", "resume:5",
        "services in [Python] and moved", "posting:3", "Strong [Python]; Kubernetes"}) {
    CAPTURE(words);
    CHECK(contains(table, words));
  }
  f.options.explain = false;
  CHECK_FALSE(contains(report_match(f.resume, f.posting, f.match, f.context()), "[Python]"));
}

TEST_CASE("a posting without requirements gives no score, and no breakdown of nothing") {
  Fixture f;
  const Match none;
  const std::string table = report_match(f.resume, f.posting, none, f.context());
  CHECK(contains(table, "No score"));
  CHECK_FALSE(contains(table, "0.0 of 100"));
}

TEST_CASE("rank: a line a candidate, and every input that was not ranked with its reason") {
  Fixture f;
  std::vector<Row> rows = testing::sample_rows(f, 3);
  rows[1].match.notes = {{"hidden_text", "12 hidden words", {}}};
  const std::string table = report_rank(f.posting, rows, f.context());
  for (const char* words : {"Senior Backend Engineer (jobs/backend.txt)", "5 candidates in people/, 3 must-haves",
                            "as of 2026-01-31", "2/3", "Python", "Kubernetes", "1 file not ranked",
                            "  empty.txt: the file has no text", "1 file skipped", "1.txt: 12 hidden words"}) {
    CAPTURE(words);
    CHECK(contains(table, words));
  }
  f.options.width = 140;
  CHECK(contains(report_rank(f.posting, rows, f.context()), "Kubernetes +16.8"));
  f.options.top = 2;
  const std::string top = report_rank(f.posting, rows, f.context());
  CHECK(contains(top, "1 more below"));
  CHECK(contains(top, "the file has no text"));
}

TEST_CASE("no table is wider than its terminal, in any script") {
  Fixture f;
  std::vector<Row> rows = testing::sample_rows(f, 4);
  rows[0].input.path = "people/数据数据数据数据数据数据数据数据数据数据数据数据数据数据数据数据数据数据数据数据.txt";
  rows[1].input.path = "people/" + std::string(200, 'x') + ".txt";
  rows[2].input.path = "people/e\u0301e\u0301e\u0301 🚀🚀🚀🚀🚀🚀🚀🚀🚀🚀🚀🚀🚀🚀🚀🚀🚀.txt";
  rows[4].error.message = std::string(300, 'm');
  f.posting.document.path = std::string(150, 'p');
  for (const unsigned width : {60u, 80u, 100u, 140u}) {
    f.options.width = width;
    for (const std::string& table : all_tables(f, rows)) {
      for (const std::string& line : lines_of(table)) {
        CAPTURE(line);
        CHECK(display_width(line) <= width);
      }
    }
  }
}

TEST_CASE("colour adds nothing but colour, and only where it was asked for") {
  Fixture f;
  const std::vector<Row> rows = testing::sample_rows(f, 2);
  const std::vector<std::string> plain = all_tables(f, rows);
  f.options.color = true;
  const std::vector<std::string> colored = all_tables(f, rows);
  for (std::size_t i = 0; i < plain.size(); ++i) {
    CHECK_FALSE(contains(plain[i], "\033"));
    CHECK(without_color(colored[i]) == plain[i]);
  }
  CHECK(contains(colored[0], "\033[1m71.3 of 100\033[0m"));
}

TEST_CASE("nothing a document or file name says reaches the terminal raw") {
  Fixture f;
  std::vector<Row> rows = testing::sample_rows(f, 2);
  const std::string evil = "a\x1b[2J\nb\u202E\xFF";
  rows[0].input.path = evil;
  rows[1].match.notes = {{"x", evil, {}}};
  rows[2].input.path = evil;
  rows[2].error.message = evil;
  f.resume.document.path = f.posting.document.path = evil;
  f.resume.profile.notes = {{"x", evil, {}}};
  f.resume.document.text.replace(f.resume.document.text.find("services"), 8, "\x1b[31m\x07 x");
  for (const std::string& table : all_tables(f, rows)) {
    CHECK_FALSE(contains(table, "\x1b"));
    CHECK_FALSE(contains(table, "\x07"));
    CHECK_FALSE(contains(table, "\u202E"));
    CHECK_FALSE(contains(table, "\xFF"));
  }
}

TEST_CASE("extract and inspect name lines, and say what failed") {
  Fixture f;
  std::vector<Row> rows(2);
  rows[0].input.path = "people/jo.txt";
  rows[0].status = RowStatus::ok;
  rows[0].analysis = std::make_unique<Analysis>(std::move(f.resume));
  rows[1].input.path = "gone.txt";
  rows[1].error = fail(ErrorCode::not_found, "no such file").value();
  const std::string extracted = report_extract(rows, f.context());
  for (const char* words : {"people/jo.txt", "1 mention of 1 skill", "7:9", "golang",
                            "not in the lexicon: billing (5:9)", "no such file"}) {
    CAPTURE(words);
    CHECK(contains(extracted, words));
  }
  const std::string inspected = report_inspect(rows, f.context());
  for (const char* words : {"lines 4-5", "2019-01 - 2021-12", "3 years", "Backend Developer", "no such file"}) {
    CAPTURE(words);
    CHECK(contains(inspected, words));
  }
}

TEST_CASE("inspect shows the text line by line, where its parts begin and what nobody sees") {
  Fixture f;
  Document& document = f.resume.document;
  const auto third = static_cast<std::uint32_t>(document.text.find('\n', document.text.find('\n') + 1) + 1);
  const auto end = static_cast<std::uint32_t>(document.text.size());
  document.blocks = {{BlockKind::header, {0, third - 1}, 1}, {BlockKind::paragraph, {third, end}, 1}};
  document.hidden = {{0, 2}};
  std::vector<Row> rows(1);
  rows[0].status = RowStatus::ok;
  rows[0].analysis = std::make_unique<Analysis>(std::move(f.resume));
  const std::string inspected = report_inspect(rows, f.context());
  std::size_t at = 0;
  for (const char* words :
       {"  Text\n", "-- header of page 1\n", "    1 ! Jo Example\n", "-- page 1\n", "-- experience\n",
        "-- position 2019-01 - 2021-12, 3 years: Backend Developer\n", "    4   Backend Developer"}) {
    CAPTURE(words);
    at = inspected.find(words, at);
    REQUIRE(at != std::string::npos);
  }
}

TEST_CASE("titles lose the tabs and spaces that set them apart on the page") {
  Fixture f;
  f.resume.document.text = "x \tSenior \t  Baker\n";
  f.resume.profile.title = {2, 18};
  CHECK(title_text(f.resume) == "Senior Baker");
}

TEST_CASE("bars grow by eighths of a cell") {
  CHECK(bar(0, 100, 4) == "");
  CHECK(bar(100, 100, 4) == "████");
  CHECK(bar(50, 100, 4) == "██");
  CHECK(bar(54, 100, 4) == "██▏");
  CHECK(bar(99, 100, 4) == "███▉");
  CHECK(bar(5, 0, 4) == "");
}

TEST_CASE("a term is said to be none of the lexicon") {
  Fixture f;
  Contribution& part = f.match.contributions[1];
  part.any_of.clear();
  part.skill.reset();
  part.via.reset();
  part.points = 0;
  part.resume_evidence.clear();
  part.term = f.match.gaps[0].term = "Zorvex";
  f.match.gaps[0].skill.reset();
  const std::string missing = report_match(f.resume, f.posting, f.match, f.context());
  CHECK(contains(missing, "missing  Zorvex"));
  CHECK(contains(missing, "not in the resume; not in the lexicon"));
  CHECK(contains(report_gaps(f.resume, f.posting, f.match, f.context()), "must-have, missing; not in the lexicon"));
  part.points = part.max;
  part.resume_evidence = f.match.contributions[0].resume_evidence;
  const std::string met = report_match(f.resume, f.posting, f.match, f.context());
  CHECK(contains(met, "met      Zorvex"));
  CHECK(contains(met, "on the job; not in the lexicon"));
}
