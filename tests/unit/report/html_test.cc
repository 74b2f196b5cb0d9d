#include <doctest/doctest.h>

#include <set>

#include "../../random.h"
#include "base/line_index.h"
#include "fixture.h"
#include "report/html_page.h"
#include "report/html_text.h"

using namespace skillfit;
using testing::Fixture;
using testing::Random;

namespace {

bool contains(const std::string& text, std::string_view words) {
  return text.find(words) != text.npos;
}

std::size_t count(const std::string& text, std::string_view words) {
  std::size_t found = 0;
  for (std::size_t at = text.find(words); at != text.npos; at = text.find(words, at + words.size())) ++found;
  return found;
}

// The values of every `name="..."` in the markup.
std::vector<std::string> values_of(const std::string& html, std::string_view name) {
  const std::string start = " " + std::string(name) + "=\"";
  std::vector<std::string> values;
  for (std::size_t at = html.find(start); at != html.npos; at = html.find(start, at)) {
    at += start.size();
    values.push_back(html.substr(at, html.find('"', at) - at));
  }
  return values;
}

// What a reader sees of markup without style: no tags, no numbers of requirements, no labels.
std::string words_of(std::string html) {
  for (const std::string_view element : {"<sup>", "<span class=\"tag\">"}) {
    for (std::size_t at = html.find(element); at != html.npos; at = html.find(element, at)) {
      html.erase(at, html.find("</", at) - at);
    }
  }
  for (std::size_t at = html.find('<'); at != html.npos; at = html.find('<', at)) {
    html.erase(at, html.find('>', at) - at + 1);
  }
  const std::vector<std::pair<std::string, std::string>> references = {
      {"&lt;", "<"}, {"&gt;", ">"}, {"&quot;", "\""}, {"&#39;", "'"}, {"&amp;", "&"}};
  for (const auto& [reference, character] : references) {
    for (std::size_t at = html.find(reference); at != html.npos; at = html.find(reference, at + 1)) {
      html.replace(at, reference.size(), character);
    }
  }
  return html;
}

ReportContext html_of(Fixture& f) {
  f.options.form = ReportForm::html;
  return f.context();
}

std::string match_page(Fixture& f) {
  return report_match(f.resume, f.posting, f.match, html_of(f));
}

// A fixture's rows, the first with its analysis at hand.
std::vector<Row> rows_of(const Fixture& f) {
  std::vector<Row> rows = testing::sample_rows(f, 3);
  rows[0].analysis = std::make_unique<Analysis>(f.resume);
  return rows;
}

std::vector<std::string> all_pages(Fixture& f) {
  const std::vector<Row> rows = rows_of(f);
  return {match_page(f), report_gaps(f.resume, f.posting, f.match, html_of(f)),
          report_rank(f.posting, rows, html_of(f)), report_skill({f.skill("go")}, html_of(f)),
          report_stats(html_of(f))};
}

constexpr const char* kHostile =
    "</title></style><script>alert(1)</script>\"'>&amp;\x1b[31m\x01\u202Eevil\u2066\x7f<img onerror=x>";

}  // namespace

TEST_CASE("text is escaped for markup and attributes") {
  struct Case {
    const char* name;
    std::string input, expected;
  };
  const std::vector<Case> cases = {
      {"nothing", "", ""},
      {"plain", "Go and gRPC", "Go and gRPC"},
      {"markup", "<b>&</b>", "&lt;b&gt;&amp;&lt;/b&gt;"},
      {"quotes", "\"a\" 'b'", "&quot;a&quot; &#39;b&#39;"},
      {"a reference stays what it was", "&lt;", "&amp;lt;"},
      {"escape sequence", "\x1b[31m", "\uFFFD[31m"},
      {"zero byte", std::string("a\0b", 3), "a\uFFFDb"},
      {"C1 control", "\u0085", "\uFFFD"},
      {"overriding the direction", "\u202Etxt.exe", "\uFFFDtxt.exe"},
      {"a surrogate", "\xED\xA0\x80", "\uFFFD\uFFFD\uFFFD"},
      {"bytes that are not UTF-8", "caf\xE9", "caf\uFFFD"},
      {"other scripts stay", "北京 שלום", "北京 שלום"},
  };
  for (const Case& c : cases) {
    CAPTURE(c.name);
    CHECK(escape_html(c.input) == c.expected);
  }
}

TEST_CASE("elements close in order, and attributes without a value are left out") {
  Html html;
  html.open("a", {{"href", "#x\""}, {"class", ""}}).text("1 < 2").close().empty("br").element("b", "&");
  CHECK(html.take() == "<a href=\"#x&quot;\">1 &lt; 2</a><br><b>&amp;</b>");
}

TEST_CASE("a pair: the score and why at the top, and points that add up") {
  Fixture f;
  const std::string page = match_page(f);
  CHECK(contains(page, "<h1><span class=\"score\">71.3</span> of 100</h1>"));
  CHECK(contains(page, "Meets 2 of 3 must-haves; missing Kubernetes; 3 years of dated experience."));
  CHECK(page.find("Meets 2 of 3") < page.find("What would gain most"));
  CHECK(contains(page, "+16.799"));
  CHECK(contains(page, ">71.250</td><td class=\"number\">100.000</td>"));  // the sum of all
  CHECK(contains(page, ">58.241</td><td class=\"number\">75.100</td>"));   // of the must-haves: 30.001 + 8.200 + 20.040
  CHECK(contains(page, "not itself, but Docker"));
  CHECK(contains(page, f.lexicon.digest()));
  CHECK(contains(page, to_hex(f.resume.document.sha256)));
  CHECK(contains(page, "2026-01-31"));
}

TEST_CASE("a gap quotes the sentence that asks for it and says what would close it; what-if stands at the top") {
  Fixture f;
  f.posting.profile.requirements[1].sentence = Fixture::span(f.posting, "Strong Python; Kubernetes; Go or Kafka.");
  f.match.gaps[0].lack = Lack::listed;
  f.match.what_if = WhatIf{{f.skill("kubernetes")}, 88'049};
  const std::string page = match_page(f);
  CHECK(contains(page, "<q lang=\"und\">Strong Python; <b>Kubernetes</b>; Go or Kafka.</q>"));
  CHECK(contains(page, "It is only listed: name it in the dated position in which you used it."));
  CHECK(contains(page, "<b>What if</b>: 88.0 of 100, +16.799, with Kubernetes"));
}

TEST_CASE("links lead from requirements to the words and back") {
  Fixture f;
  const std::string page = match_page(f);
  const std::string python = std::to_string(Fixture::span(f.resume, "Python").begin);
  CHECK(contains(page, "<a href=\"#r" + python + "\">resume, line 5</a>"));
  CHECK(contains(page, "id=\"r" + python + "\""));
  CHECK(contains(page, "title=\"Requirement 1, in a dated position\">Python<sup>1</sup></a>"));
  CHECK(contains(page, "<tr id=\"q1\">"));
}

TEST_CASE("every page: ids once, links that arrive, nothing from elsewhere") {
  Fixture f;
  for (const std::string& page : all_pages(f)) {
    const std::vector<std::string> ids = values_of(page, "id");
    const std::set<std::string> known(ids.begin(), ids.end());
    CHECK(known.size() == ids.size());
    for (const std::string& link : values_of(page, "href")) {
      CAPTURE(link);
      REQUIRE(link.starts_with("#"));
      CHECK(known.count(link.substr(1)) == 1);
    }
    for (const char* forbidden : {"://", " src=", "url(", "@import", " style=", " onclick=", "javascript:"}) {
      CAPTURE(forbidden);
      CHECK_FALSE(contains(page, forbidden));
    }
    CHECK(contains(page, "default-src &#39;none&#39;; style-src &#39;sha256-"));
    CHECK(page.starts_with("<!DOCTYPE html>\n<html lang=\"en\">"));
    CHECK(page.ends_with("</html>\n"));
  }
}

TEST_CASE("what files supply cannot become markup or turn the text around") {
  Fixture f;
  f.resume.document.path = f.posting.document.path = kHostile;
  f.resume.document.text += kHostile;
  f.resume.profile.notes = {{"hidden_text", kHostile, {}}};
  f.match.contributions[2].term = kHostile;
  f.match.contributions[2].skill.reset();
  f.match.contributions[2].any_of.clear();
  std::vector<Row> rows = rows_of(f);
  for (Row& row : rows) row.input.path = row.error.message = kHostile;
  for (const std::string& page : {match_page(f), report_rank(f.posting, rows, html_of(f))}) {
    CHECK(count(page, "<script") == (contains(page, "class=\"ranking\"") ? 1 : 0));  // ours
    CHECK(count(page, "<style") == 1);
    CHECK(count(page, "<title") == count(page, "</title"));
    CHECK(contains(page, "&lt;script&gt;alert(1)"));
    for (const char* never : {"<img", "\x1b", "\x01", "\u202E", "\u2066", "\x7f"}) CHECK_FALSE(contains(page, never));
  }
}

TEST_CASE("no score, and no gaps") {
  Fixture f;
  f.match = {};
  const std::string page = match_page(f);
  CHECK(contains(page, "No score"));
  CHECK_FALSE(contains(page, "What would gain most"));
  CHECK_FALSE(contains(page, "Where the points come from"));
  CHECK(contains(page, "Built billing services"));  // both texts are shown all the same
}

TEST_CASE("marks may overlap, and what is hidden is said to be") {
  struct Case {
    const char* name;
    std::vector<Mark> marks;
    std::vector<SourceSpan> hidden;
    const char* expected;
  };
  const Mark java{{7, 11}, 1, "strong", "required"}, title{{0, 11}, 2, "weak", "mentioned"};
  const std::vector<Case> cases = {
      {"none", {}, {}, "<p data-n=\"1\">Senior Java</p>\n<p data-n=\"2\">dev</p>\n"},
      {"one",
       {java},
       {},
       "<p data-n=\"1\">Senior <mark class=\"strong\" id=\"p7\"><a href=\"#q1\" title=\"Requirement 1, "
       "required\">Java<sup>1</sup></a></mark></p>\n<p data-n=\"2\">dev</p>\n"},
      {"one inside another",
       {java, title},
       {},
       "<p data-n=\"1\"><mark class=\"weak\" id=\"p0\">Senior </mark><mark class=\"strong\" id=\"p7\"><a href=\"#q1\" "
       "title=\"Requirement 1, required\">Java<sup>1</sup></a><a href=\"#q2\" title=\"Requirement 2, "
       "mentioned\"><sup>2</sup></a></mark></p>\n<p data-n=\"2\">dev</p>\n"},
      {"hidden over two lines",
       {},
       {{7, 16}},
       "<p data-n=\"1\">Senior <span class=\"tag\">hidden, not counted:</span> <s>Java</s></p>\n"
       "<p data-n=\"2\"><s>dev</s></p>\n"},
  };
  for (const Case& c : cases) {
    CAPTURE(c.name);
    Analysis a;
    a.document.text = "Senior Java\r\ndev\n";
    a.document.hidden = c.hidden;
    a.profile.as = As::posting;
    Html html;
    write_text(html, a, c.marks);
    CHECK(html.take() == c.expected);
  }
}

TEST_CASE("whatever is marked or hidden, all of the text is there, in order") {
  const std::vector<std::string> pieces = {"Go", " ", "\n", "\r\n", "\r", "é", "<", "&", "北", "\t"};
  for (std::uint64_t seed = 0; seed < 500; ++seed) {
    CAPTURE(seed);
    Random random(seed);
    Analysis a;
    std::vector<std::uint32_t> edges = {0};
    for (std::uint32_t i = random.below(40); i > 0; --i) {
      a.document.text += random.pick(pieces);
      edges.push_back(static_cast<std::uint32_t>(a.document.text.size()));
    }
    const auto span = [&] {
      const std::uint32_t one = random.pick(edges), other = random.pick(edges);
      return SourceSpan{std::min(one, other), std::max(one, other)};
    };
    std::vector<Mark> marks;
    for (std::uint32_t i = random.below(6); i > 0; --i) {
      if (const SourceSpan some = span(); !some.empty()) marks.push_back({some, static_cast<int>(i), "weak", "listed"});
    }
    if (const SourceSpan some = span(); !some.empty()) a.document.hidden = {some};
    Html html;
    write_text(html, a, marks);
    const std::string markup = html.take();
    std::string expected;
    const LineIndex lines(a.document.text);
    for (std::uint32_t at = 0, last = ~0u; at < a.document.text.size(); ++at) {
      const SourceSpan line = lines.line_span(at);
      if (line.begin != last) expected += printable(slice(a.document.text, line)) + "\n";
      last = line.begin;
    }
    const auto without_blanks = [](std::string text) {  // a label is followed by one
      std::erase(text, ' ');
      return text;
    };
    CHECK(without_blanks(words_of(markup)) == without_blanks(expected));
    const std::vector<std::string> ids = values_of(markup, "id");
    CHECK(std::set<std::string>(ids.begin(), ids.end()).size() == ids.size());
    CHECK(count(markup, "<mark") == count(markup, "</mark>"));
    CHECK(count(markup, "<s>") == count(markup, "</s>"));
  }
}

TEST_CASE("a ranking: a row each, details of those at hand, and what was not ranked with its reason") {
  Fixture f;
  const std::vector<Row> rows = rows_of(f);
  const std::string page = report_rank(f.posting, rows, html_of(f));
  CHECK(contains(page, "5 candidates ranked for"));
  CHECK(contains(page, "70–80"));
  CHECK(count(page, "<details class=\"candidate\">") == 3);
  CHECK(contains(page, "the file has no text"));
  CHECK(contains(page, "a picture"));
  CHECK(contains(page, "resume, line 5</span>"));  // quoted, not linked: the text is not in the page
  CHECK(contains(page, "Meets 2 of 3 must-haves"));

  f.options.top = 1;
  const std::string top = report_rank(f.posting, rows, html_of(f));
  CHECK(count(top, "<details class=\"candidate\">") == 1);
  CHECK(contains(top, "the best 1 of 3"));
  CHECK(contains(top, "the file has no text"));
}

TEST_CASE("of a large ranking the best are shown in detail, and the page says so") {
  Fixture f;
  const std::vector<Row> rows = testing::sample_rows(f, kDetailedRows + 20);
  const std::string page = report_rank(f.posting, rows, html_of(f));
  CHECK(count(page, "<details class=\"candidate\">") == kDetailedRows);
  CHECK(contains(page, "The best 50 in detail"));
  CHECK(count(page, "<tr><td class=\"number\" data-value") == kDetailedRows + 20);
}

TEST_CASE("what has no page of its own is shown as it is printed") {
  Fixture f;
  f.options.color = true;
  f.options.width = 70;
  const std::string page = report_stats(html_of(f));
  f.options = {};
  const std::string table = report_stats(f.context());
  CHECK(contains(page, "<pre tabindex=\"0\">" + escape_html(table.substr(0, table.find('\n'))) + "\n"));
}
