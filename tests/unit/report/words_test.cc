#include "report/words.h"

#include <doctest/doctest.h>

#include "base/terminal.h"
#include "base/utf8.h"
#include "random.h"
#include "report/csv.h"
#include "report/excerpt.h"
#include "skillfit/report.h"

using namespace skillfit;

TEST_CASE("numbers are printed exactly") {
  struct Case {
    std::int64_t value;
    const char* exact;
    const char* brief;
  };
  const Case cases[] = {
      {0, "0.000", "0.0"},        {1, "0.001", "0.0"},           {49, "0.049", "0.0"},
      {50, "0.050", "0.1"},       {71'250, "71.250", "71.3"},    {99'949, "99.949", "99.9"},
      {99'999, "99.999", "99.9"}, {100'000, "100.000", "100.0"}, {9'120, "9.120", "9.1"},
  };
  for (const Case& c : cases) {
    CHECK(thousandths(c.value) == c.exact);
    CHECK(short_score(c.value) == c.brief);
  }
  CHECK(thousandths(-1'020) == "-1.020");
  CHECK(grouped(0) == "0");
  CHECK(grouped(999) == "999");
  CHECK(grouped(1'000) == "1,000");
  CHECK(grouped(1'234'567) == "1,234,567");
  CHECK(percent(929) == "92 %");
}

TEST_CASE("amounts and lists read as a person would write them") {
  CHECK(counted(1, "gap") == "1 gap");
  CHECK(counted(0, "gap") == "0 gaps");
  CHECK(duration_text(0) == "0 months");
  CHECK(duration_text(1) == "1 month");
  CHECK(duration_text(12) == "1 year");
  CHECK(duration_text(75) == "6 years 3 months");
  CHECK(duration_text(75, true) == "6 years");
  CHECK(duration_text(15, true) == "1 year 3 months");
  CHECK(enumerated({}, 3) == "");
  CHECK(enumerated({"a"}, 3) == "a");
  CHECK(enumerated({"a", "b"}, 3) == "a and b");
  CHECK(enumerated({"a", "b", "c"}, 3) == "a, b and c");
  CHECK(enumerated({"a", "b", "c", "d"}, 2) == "a, b and 2 more");
  CHECK(month_text(make_month(2024, 3)) == "2024-03");
  CHECK(month_text(make_month(2024, 12)) == "2024-12");
  CHECK(parse_month("2026-01-31") == make_month(2026, 1));
  for (const char* wrong : {"", "2026", "2026-13", "2026-00", "2026/01", "20x6-01"}) CHECK_FALSE(parse_month(wrong));
}

TEST_CASE("printable disarms what a terminal would obey") {
  struct Case {
    const char* name;
    std::string text;
    std::string shown;
  };
  const Case cases[] = {
      {"plain", "Göteborg 数据", "Göteborg 数据"},
      {"escape", "\x1b[31mred", "\uFFFD[31mred"},
      {"line ends", "a\nb\r\nc\rd\u2028e", "a b c d e"},
      {"tab", "a\tb", "a b"},
      {"bell, DEL, NUL", std::string("a\x07\x7f\0b", 5), "a\uFFFD\uFFFD\uFFFDb"},
      {"C1 control sequence introducer",
       "a\xC2\x9B"
       "31m",
       "a\uFFFD31m"},
      {"right-to-left override", "exe\u202Efdp", "exe\uFFFDfdp"},
      {"not UTF-8", "caf\xE9", "caf\uFFFD"},
  };
  for (const Case& c : cases) {
    CAPTURE(c.name);
    CHECK(printable(c.text) == c.shown);
  }
}

TEST_CASE("printable output stays as it is, whatever the bytes") {
  testing::Random random(3);
  for (int round = 0; round < 20000; ++round) {
    std::string bytes;
    for (std::uint32_t i = random.below(12); i > 0; --i) bytes += static_cast<char>(random.below(256));
    const std::string once = printable(bytes);
    REQUIRE(is_valid_utf8(once));
    REQUIRE(printable(once) == once);
    for (const char c : once) REQUIRE(static_cast<unsigned char>(c) >= 0x20);
  }
}

TEST_CASE("paths that are not UTF-8 keep their bytes") {
  CHECK(shown_path("cv.txt").text == "cv.txt");
  CHECK(shown_path("cv.txt").bytes == "");
  CHECK(shown_path("caf\xE9.txt").text == "caf\uFFFD.txt");
  CHECK(shown_path("caf\xE9.txt").bytes == "636166e92e747874");
}

TEST_CASE("CSV cells are quoted where needed and never formulas") {
  struct Case {
    std::string text;
    const char* cell;
  };
  const Case cases[] = {
      {"", ""},
      {"plain", "plain"},
      {"a,b", "\"a,b\""},
      {"say \"hi\"", "\"say \"\"hi\"\"\""},
      {"two\nlines", "two lines"},
      {"=1+1", "'=1+1"},
      {"+1", "'+1"},
      {"-1", "'-1"},
      {"@SUM(A1)", "'@SUM(A1)"},
      {"\t=1", "' =1"},
      {"\r=1", "' =1"},
      {"＝1", "'＝1"},
      {"=HYPERLINK(\"x\",\"y\")", "\"'=HYPERLINK(\"\"x\"\",\"\"y\"\")\""},
      {"\x1b]0;x", "\uFFFD]0;x"},
      {" padded ", "\" padded \""},
  };
  for (const Case& c : cases) CHECK(csv_cell(c.text) == c.cell);
  CHECK(csv_line({"a", "", "b,c"}) == "a,,\"b,c\"\r\n");
}

TEST_CASE("places are 1-based lines and columns of characters, for all three line ends") {
  const std::string text = "ab\ncö de\r\nf\rg";
  const LineIndex lines(text);
  struct Case {
    const char* word;
    std::uint32_t line, column;
  };
  for (const Case& c : {Case{"ab", 1, 1}, {"b", 1, 2}, {"cö", 2, 1}, {"de", 2, 4}, {"f", 3, 1}, {"g", 4, 1}}) {
    CAPTURE(c.word);
    const Place place = lines.place(static_cast<std::uint32_t>(text.find(c.word)));
    CHECK(place.line == c.line);
    CHECK(place.column == c.column);
  }
}

TEST_CASE("excerpts show whole words around a span") {
  const std::string text = "first line\n- Built billing services in Go and gRPC for forty customers.\nlast";
  const LineIndex lines(text);
  struct Case {
    std::size_t width;
    const char* before;
    const char* span;
    const char* after;
  };
  const auto begin = static_cast<std::uint32_t>(text.find("Go"));
  for (const Case& c : {Case{100, "Built billing services in ", "Go", " and gRPC for forty customers."},
                        {30, "…services in ", "Go", " and gRPC for…"},
                        {8, "…in ", "Go", "…"},
                        {3, "…", "G…", "…"}}) {
    CAPTURE(c.width);
    const Excerpt words = excerpt(lines, text, {begin, begin + 2}, c.width);
    if (c.width > 3) CHECK(words.span == c.span);
    if (c.width > 3) CHECK(words.before == c.before);
    if (c.width > 3) CHECK(words.after == c.after);
    CHECK(display_width(words.before + words.span + words.after) <= std::max<std::size_t>(c.width, 3));
  }
}

TEST_CASE("an excerpt never exceeds its width nor leaves its line, whatever the text") {
  testing::Random random(5);
  const std::vector<std::string> pieces = {"a", "bc", " ", "  ", "é", "数据", "\n", ".", "\x1b", "-"};
  for (int round = 0; round < 5000; ++round) {
    std::string text;
    for (std::uint32_t i = 1 + random.below(40); i > 0; --i) text += random.pick(pieces);
    auto begin = static_cast<std::uint32_t>(utf8_floor(text, random.below(static_cast<std::uint32_t>(text.size()))));
    const auto end = static_cast<std::uint32_t>(utf8_floor(text, std::min<std::size_t>(text.size(), begin + 4)));
    if (text.substr(begin, end - begin).find('\n') != text.npos) continue;
    const LineIndex lines(text);
    const std::size_t width = 4 + random.below(40);
    const Excerpt words = excerpt(lines, text, {begin, end}, width);
    CAPTURE(text);
    REQUIRE(display_width(words.before + words.span + words.after) <= width);
    const std::string line = printable(slice(text, lines.line_span(begin)));
    std::string shown = words.before + words.span + words.after;
    for (std::size_t at = shown.find("…"); at != shown.npos; at = shown.find("…")) shown.erase(at, 3);
    REQUIRE(line.find(words.span.substr(0, words.span.find("…"))) != line.npos);
  }
}
