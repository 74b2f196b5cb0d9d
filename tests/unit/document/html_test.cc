#include <doctest/doctest.h>

#include "skillfit/document.h"

using namespace skillfit;

namespace {

Result<Document> read(const std::string& bytes, const std::string& path = "cv.html") {
  ReadOptions options;
  options.reader_path = SKILLFIT_BINARY_DIR "/bin/skillfit-reader";
  return parse_document(bytes, path, options);
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
      {"an image has no text", "<p>A<img alt='x'></p>", "A\n", ""},
  };
  for (const Row& row : rows) {
    CAPTURE(row.name);
    const auto document = read("<!DOCTYPE html><html><head><title>T</title></head><body>" + row.html);
    REQUIRE(document);
    CHECK(document->format == Format::html);
    CHECK(document->text == row.text);
    std::string hidden;
    for (const SourceSpan span : document->hidden) hidden += slice(document->text, span);
    CHECK(hidden == row.hidden);
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
