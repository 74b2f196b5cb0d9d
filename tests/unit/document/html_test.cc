#include <doctest/doctest.h>

#include "formats.h"

using namespace skillfit;
using namespace skillfit::testing;

namespace {

Result<Document> read(const std::string& bytes, const std::string& path = "cv.html") {
  return read_bytes(bytes, path);
}

std::string repeated(const std::string& text, int times) {
  std::string out;
  for (int i = 0; i < times; ++i) out += text;
  return out;
}

}  // namespace

TEST_CASE("what a page shows, line by line") {
  struct Row {
    const char* name;
    std::string html, text, hidden;
  };
  const Row rows[] = {
      {"paragraphs", "<p>Go  and\n C++</p><p>Rust</p>", "Go and C++\nRust\n", ""},
      {"inline elements do not split words", "<p>Kuber<b>net</b>es <i>Go</i></p>", "Kubernetes Go\n", ""},
      {"entities", "<p>R&amp;D &eacute; &#65;</p>", "R&D \u00E9 A\n", ""},
      {"breaks", "<p>A<br>B<br/>C</p>", "A\nB\nC\n", ""},
      {"lists", "<ul><li>A<li><p>B</p><li></ul>", "\u2022 A\n\u2022 B\n", ""},
      {"nested lists", "<ul><li>A<ul><li>B</li></ul></li><li>C</li></ul>", "\u2022 A\n\u2022 B\n\u2022 C\n", ""},
      {"headings stand apart", "<div>A<h2>Skills</h2>B</div>", "A\n\nSkills\nB\n", ""},
      {"tables", "<table><tr><th>Year<td>Job<tr><td>2019<td>Baker</table>", "Year\tJob\n2019\tBaker\n", ""},
      {"preformatted", "<pre>A  B\n  C</pre>", "A  B\n  C\n", ""},
      {"no scripts, styles and menus",
       "<div><script>var go</script><style>p{}</style><nav>Home</nav><template>T</template>A</div>", "A\n", ""},
      {"hidden by style", "<p>A<span style='DISPLAY : none'>Java</span></p>", "AJava\n", "Java"},
      {"hidden by attribute", "<p>A</p><div hidden><p>Java</p></div>", "A\nJava\n", "Java"},
      {"visibility can be taken back", "<div style='visibility:hidden'>Java<p style='visibility:visible'>Go</p></div>",
       "Java\nGo\n", "Java"},
      {"display cannot", "<div style='display:none'>Java<p style='display:block'>Go</p></div>", "Java\nGo\n",
       "Java|Go"},
      {"by a rule", "<style>.x { /* } */ display:none }</style>A<p class='y x'>Java</p>", "A\nJava\n", "Java"},
      {"the more special rule wins", "<style>p.x{display:block}.x{display:none}</style><p class=x>Go</p>", "Go\n", ""},
      {"the important rule wins", "<style>p{display:none!important}</style>A<p style='display:block'>Java", "A\nJava\n",
       "Java"},
      {"descendants and children",
       "<style>div b{display:none}div>i{display:none}</style><div><p><b>B</b><i>I</i></div><b>X</b>", "BI\nX\n", "B"},
      {"rules for print and for what the mouse does",
       "<style>@media print{p{display:none}}p:hover{display:none}</style><p>Go", "Go\n", ""},
      {"rules for the screen", "<style>@import 'x';@media screen{p{display:none}}i{color:red}</style>A<p>Java",
       "A\nJava\n", "Java"},
      {"white", "A<p style='color:#fff'>Java</p>", "A\nJava\n", "Java"},
      {"nearly white", "A<p style='color: rgb(250, 250, 250)'>Java</p>", "A\nJava\n", "Java"},
      {"the colour of the box", "<div style='background:#123456'>A<p style='color:#123456'>Java</p></div>", "A\nJava\n",
       "Java"},
      {"white on navy", "<div style='background-color:navy'><p style='color:white'>Go</p></div>", "Go\n", ""},
      {"white on a picture", "<div style='background:url(a;b.png)'><p style='color:white'>Go</p></div>", "Go\n", ""},
      {"attributes of old pages",
       "<table bgcolor=navy><td><font color=white>Go</font></table><font color='#FFFFFF'>Java</font>", "Go\nJava\n",
       "Java"},
      {"clear", "A<p style='opacity:0'>Java</p><p style='color:transparent'>SQL</p>", "A\nJava\nSQL\n", "Java|SQL"},
      {"tiny", "A<p style='font-size:3px'>Java</p><p style='font-size:.9em'>Go", "A\nJava\nGo\n", "Java"},
      {"tiny inside small", "A<p style='font:8px serif'><b style='font-size:40%'>Java</b></p>", "A\nJava\n", "Java"},
      {"off the page", "A<p style='position:absolute;left:-9999px'>Java</p><p style='text-indent:-9999px'>SQL</p>",
       "A\nJava\nSQL\n", "Java|SQL"},
      {"clipped", "A<p style='height:0;overflow:hidden'>Java</p>", "A\nJava\n", "Java"},
      {"an image has no text", "<p>A<img alt='x'></p>", "A\n", ""},
  };
  for (const Row& row : rows) {
    CAPTURE(row.name);
    const auto document = read("<!DOCTYPE html><html><head><title>T</title></head><body>" + row.html);
    REQUIRE(document);
    CHECK(document->format == Format::html);
    CHECK(document->text == row.text);
    CHECK(hidden_of(*document) == row.hidden);
  }
}

TEST_CASE("a page is known by its content, and by its name only if that leaves doubt") {
  struct Row {
    const char* name;
    std::string bytes, path;
    Format format;
  };
  const Row rows[] = {
      {"doctype", " \n<!doctype HTML><p>Go", "cv", Format::html},
      {"comment and declaration", "<?xml version='1.0'?><!-- x --><HTML><p>Go", "cv.txt", Format::html},
      {"fragment", "<div class='a'>Go</div>", "cv.txt", Format::html},
      {"unknown element in a text", "<Ida Rowan> Baker", "cv.txt", Format::text},
      {"unknown element in a page", "<resume>Go</resume>", "cv.html", Format::html},
      {"text in a page's name", "Go and C++", "cv.html", Format::text},
  };
  for (const Row& row : rows) {
    CAPTURE(row.name);
    const auto document = read(row.bytes, row.path);
    REQUIRE(document);
    CHECK(document->format == row.format);
  }
}

TEST_CASE("pages in other encodings: a BOM, then what the page declares") {
  CHECK(read("<html><meta charset=\"iso-8859-2\"><p>\xA3\xF3\x64\xBC").value().text == "\u0141\u00F3d\u017A\n");
  CHECK(read("<html><meta charset=\"nonsense\"><p>caf\xE9").value().text == "caf\u00E9\n");
  CHECK(read("<html><meta charset=\"iso-8859-1\"><p>caf\u00E9").value().text == "caf\u00E9\n");
}

TEST_CASE("nesting is limited, but end tags that authors leave out do not nest") {
  struct Row {
    const char* name;
    std::string html;
    bool good;
  };
  const Row rows[] = {
      {"unclosed divs", repeated("<div>", 600) + "Go", false},
      {"closed divs", repeated("<div>Go</div>", 600), true},
      {"unclosed paragraphs", repeated("<p>Go", 2000), true},
      {"unclosed list items", "<ul>" + repeated("<li>Go", 2000), true},
      {"stray end tags do not pay for open ones", repeated("<div></b>", 600) + "Go", false},
      {"angle brackets in attributes", "<p>Go</p>" + repeated("<img alt='<div>'>", 600), true},
      {"in comments and scripts",
       "<p>Go</p><!--" + repeated("<div>", 600) + "--><script>" + repeated("<div>", 600) + "</script>", true},
      {"two megabytes", repeated("<div>", 400000), false},
  };
  for (const Row& row : rows) {
    CAPTURE(row.name);
    const auto document = read("<html>" + row.html);
    CHECK(document.has_value() == row.good);
    if (!document) CHECK(document.error().code == ErrorCode::too_large);
  }
}

TEST_CASE("a page that holds a JobPosting is read as that") {
  const std::string posting = R"({"@type":"JobPosting","title":"Cook","description":"&lt;p&gt;Knives&lt;/p&gt;"})";
  const auto page = [](const std::string& scripts) { return "<html><head>" + scripts + "</head><p>Home Jobs Login"; };
  const auto script = [](const std::string& json) {
    return "<script type=\"application/ld+json\">" + json + "</script>";
  };
  struct Row {
    const char* name;
    std::string html, text;
    Format format;
  };
  const Row rows[] = {
      {"alone", page(script(posting)), "Cook\nKnives\n", Format::job_posting},
      {"in the second script", page(script("{\"@type\":\"WebSite\"}") + script(posting)), "Cook\nKnives\n",
       Format::job_posting},
      {"in a graph in an array", page(script("[{\"@graph\":[{\"@type\":\"WebPage\"}," + posting + "]}]")),
       "Cook\nKnives\n", Format::job_posting},
      {"line breaks in strings, marks around",
       page("<SCRIPT id=x type='application/ld+json'>//<![CDATA[\n{\"@type\":\"JobPosting\",\"title\":\"Co\tok\","
            "\"description\":\"A \\\"B\\\"\nC\"}\n//]]></SCRIPT >"),
       "Co ok\nA \"B\"\nC\n", Format::job_posting},
      {"without a description", page(script(R"({"@type":"JobPosting","title":"Cook"})")), "Home Jobs Login\n",
       Format::html},
      {"cut off", page(script(posting.substr(0, 60))), "Home Jobs Login\n", Format::html},
      {"in a script of another kind", page("<script>" + posting + "</script>"), "Home Jobs Login\n", Format::html},
      {"never closed", page("<script type=\"application/ld+json\">" + posting), "Cook\nKnives\n", Format::job_posting},
  };
  for (const Row& row : rows) {
    CAPTURE(row.name);
    const auto document = read(row.html);
    REQUIRE(document);
    CHECK(document->format == row.format);
    CHECK(document->text == row.text);
  }
}

TEST_CASE("style sheets that are not in the page are a note: what only they hide is read as seen") {
  const std::pair<const char*, const char*> rows[] = {
      {"<head><link rel=\"Stylesheet\" href=cv.css></head><p class=x>Go", "unchecked"},
      {"<head><style>@import url(cv.css);</style></head><p class=x>Go", "unchecked"},
      {"<head><link rel=stylesheet media=print href=cv.css><link rel=icon href=cv.png></head><p>Go", ""},
      {"<head><style>.x { color: navy }</style></head><p class=x>Go", ""},
  };
  for (const auto& [page, notes] : rows) {
    CAPTURE(std::string(page));
    const auto document = read_bytes(page, "cv.html");
    REQUIRE(document);
    CHECK(document->text == "Go\n");
    CHECK(notes_of(*document) == notes);
  }
}
