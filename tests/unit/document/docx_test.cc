#include <doctest/doctest.h>

#include "packing.h"
#include "skillfit/document.h"

using namespace skillfit;
using namespace skillfit::testing;

namespace {

Result<Document> read(const std::string& bytes, ReadOptions options = {}) {
  options.reader_path = SKILLFIT_BINARY_DIR "/bin/skillfit-reader";
  return parse_document(bytes, "cv.docx", options);
}

std::string paragraph(const std::string& text, const std::string& properties = "") {
  return "<w:p><w:pPr>" + properties + "</w:pPr><w:r><w:t>" + text + "</w:t></w:r></w:p>";
}

std::string run(const std::string& text, const std::string& properties = "") {
  return "<w:p><w:r><w:rPr>" + properties + "</w:rPr><w:t>" + text + "</w:t></w:r></w:p>";
}

std::string relations(const std::string& type, const std::string& target) {
  return "<Relationships><Relationship Type=\"http://x/" + type + "\" Target=\"" + target + "\"/></Relationships>";
}

}  // namespace

TEST_CASE("what a Word document says, and nothing it does not show") {
  struct Row {
    const char* name;
    std::string body, text, hidden;
  };
  const Row rows[] = {
      {"runs join without a space", "<w:p><w:r><w:t>Kuber</w:t></w:r><w:r><w:t>netes</w:t></w:r></w:p>", "Kubernetes\n",
       ""},
      {"tabs and breaks", "<w:p><w:r><w:t>A</w:t><w:tab/><w:t>B</w:t><w:br/><w:t>C</w:t></w:r></w:p>", "A\tB\nC\n", ""},
      {"blank lines collapse", paragraph("A") + "<w:p/><w:p/>" + paragraph("B"), "A\n\nB\n", ""},
      {"insertions stay, deletions go",
       "<w:p><w:ins><w:r><w:t>Go</w:t></w:r></w:ins><w:del><w:r><w:delText>Perl</w:delText></w:r></w:del></w:p>",
       "Go\n", ""},
      {"hidden runs are kept apart",
       "<w:p><w:r><w:t>Go </w:t></w:r><w:r><w:rPr><w:vanish/></w:rPr><w:t>Java</w:t></w:r></w:p>", "Go Java\n", "Java"},
      {"not hidden after all", "<w:p><w:r><w:rPr><w:vanish w:val=\"false\"/></w:rPr><w:t>Go</w:t></w:r></w:p>", "Go\n",
       ""},
      {"tiny letters are hidden", "<w:p><w:r><w:rPr><w:sz w:val=\"2\"/></w:rPr><w:t>Java</w:t></w:r></w:p>", "Java\n",
       "Java"},
      {"white", run("Go") + run("Java", "<w:color w:val=\"FFFFFF\"/>"), "Go\nJava\n", "Java"},
      {"nearly white", run("Java", "<w:color w:val=\"F2F2F2\"/>"), "Java\n", "Java"},
      {"light grey is seen", run("Java", "<w:color w:val=\"D9D9D9\"/>"), "Java\n", ""},
      {"white on navy", run("Java", "<w:color w:val=\"FFFFFF\"/><w:shd w:val=\"clear\" w:fill=\"102040\"/>"), "Java\n",
       ""},
      {"white on a navy cell",
       "<w:tbl><w:tr><w:tc><w:tcPr><w:shd w:val=\"clear\" w:fill=\"102040\"/></w:tcPr>" +
           run("Java", "<w:color w:val=\"FFFFFF\"/>") + "</w:tc></w:tr></w:tbl>",
       "Java\n", ""},
      {"navy on navy",
       "<w:tbl><w:tr><w:tc><w:tcPr><w:shd w:val=\"clear\" w:fill=\"102040\"/></w:tcPr>" +
           run("Java", "<w:color w:val=\"102040\"/>") + "</w:tc></w:tr></w:tbl>",
       "Java\n", "Java"},
      {"white over a banner",
       "<w:p><w:r><w:drawing><wp:anchor behindDoc=\"1\"/></w:drawing></w:r></w:p>" +
           run("Java", "<w:color w:val=\"FFFFFF\"/>"),
       "Java\n", ""},
      {"a hidden space is no news", run("Go") + run(" ", "<w:vanish/>"), "Go\n", ""},
      {"lists", paragraph("Go", "<w:numPr><w:numId w:val=\"1\"/></w:numPr>"), "\u2022 Go\n", ""},
      {"numbering switched off", paragraph("Go", "<w:numPr><w:numId w:val=\"0\"/></w:numPr>"), "Go\n", ""},
      {"a table row is a line",
       "<w:tbl><w:tr><w:tc>" + paragraph("2019") + "</w:tc><w:tc>" + paragraph("Baker") + "</w:tc></w:tr></w:tbl>",
       "2019\tBaker\n", ""},
      {"a table for layout is columns",
       "<w:tbl><w:tr><w:tc>" + paragraph("Skills") + paragraph("Go") + "</w:tc><w:tc>" + paragraph("Work") +
           "</w:tc></w:tr></w:tbl>",
       "Skills\nGo\nWork\n", ""},
      {"one of the alternatives",
       "<w:p><w:r><mc:AlternateContent><mc:Choice><w:drawing><w:txbxContent>" + paragraph("Box") +
           "</w:txbxContent></w:drawing></mc:Choice><mc:Fallback><w:pict><w:txbxContent>" + paragraph("Box") +
           "</w:txbxContent></w:pict></mc:Fallback></mc:AlternateContent><w:t>Anchor</w:t></w:r></w:p>",
       "Anchor\nBox\n", ""},
      {"hyperlinks and content controls",
       "<w:sdt><w:sdtContent><w:p><w:hyperlink><w:r><w:t>site</w:t></w:r></w:hyperlink></w:p></w:sdtContent></w:sdt>",
       "site\n", ""},
      {"field codes go", "<w:p><w:r><w:instrText>PAGE</w:instrText></w:r><w:r><w:t>1</w:t></w:r></w:p>", "1\n", ""},
  };
  for (const Row& row : rows) {
    CAPTURE(row.name);
    const auto document = read(make_docx(row.body));
    REQUIRE(document);
    CHECK(document->text == row.text);
    std::string hidden;
    for (const SourceSpan span : document->hidden) hidden += slice(document->text, span);
    CHECK(hidden == row.hidden);
    CHECK(document->notes.size() == !row.hidden.empty());
  }
}

TEST_CASE("styles make headings and list items, also by inheritance") {
  const std::string styles =
      "<w:styles><w:style w:styleId=\"H\"><w:name w:val=\"heading 1\"/></w:style>"
      "<w:style w:styleId=\"Mine\"><w:name w:val=\"Mine\"/><w:basedOn w:val=\"H\"/></w:style>"
      "<w:style w:styleId=\"L\"><w:name w:val=\"List\"/><w:pPr><w:numPr/></w:pPr></w:style>"
      "<w:style w:styleId=\"Loop\"><w:name w:val=\"Loop\"/><w:basedOn w:val=\"Loop\"/></w:style></w:styles>";
  const auto document =
      read(make_docx(paragraph("Skills", "<w:pStyle w:val=\"Mine\"/>") + paragraph("Go", "<w:pStyle w:val=\"L\"/>") +
                         paragraph("End", "<w:pStyle w:val=\"Loop\"/>"),
                     {{"word/styles.xml", styles}}));
  REQUIRE(document);
  CHECK(document->text == "Skills\n\u2022 Go\nEnd\n");
  REQUIRE(document->blocks.size() == 3);
  CHECK(document->blocks[0].kind == BlockKind::heading);
  CHECK(document->blocks[1].kind == BlockKind::list_item);
  CHECK(document->blocks[2].kind == BlockKind::paragraph);
}

TEST_CASE("headers, footers and notes around a body that may have another name") {
  const auto document = read(make_zip({{"_rels/.rels", relations("officeDocument", "/word/main2.xml")},
                                       {"word/_rels/main2.xml.rels", relations("header", "h.xml")},
                                       {"word/h.xml", "<w:hdr>" + paragraph("Ida Rowan") + "</w:hdr>"},
                                       {"word/main2.xml", word_document(paragraph("Baker"))}}));
  REQUIRE(document);
  CHECK(document->text == "Ida Rowan\nBaker\n");
  CHECK(document->blocks.at(0).kind == BlockKind::header);
}

TEST_CASE("hostile Word documents are refused with the reason") {
  const std::string deep = [] {
    std::string body;
    for (int i = 0; i < 600; ++i) body += "<w:sdt>";
    for (int i = 0; i < 600; ++i) body += "</w:sdt>";
    return body;
  }();
  const std::string good = make_docx(paragraph("Go"));
  std::vector<ZipEntry> crowd(10001, {"x", ""});
  struct Row {
    const char* name;
    std::string bytes;
    ErrorCode code;
    const char* says;
  };
  const Row rows[] = {
      {"plain text", "Java and Python", ErrorCode::malformed, "plain text"},
      {"cut in half", good.substr(0, good.size() / 2), ErrorCode::malformed, "cut off"},
      {"no body", make_zip({{"word/styles.xml", "<a/>"}}), ErrorCode::malformed, "missing"},
      {"broken XML", make_docx("<w:p>"), ErrorCode::malformed, "XML"},
      {"entities", make_zip({{"word/document.xml", "<!DOCTYPE x [<!ENTITY a \"b\">]><x>&a;</x>"}}),
       ErrorCode::malformed, "entities"},
      {"deep", make_docx(deep), ErrorCode::too_large, "nested deeper"},
      {"no text", make_docx(paragraph("")), ErrorCode::empty, "no text"},
      {"a bomb", make_zip({{"word/document.xml", deflated_spaces(50000), 8, 258 * 50000 + 1}}), ErrorCode::too_large,
       "zip bomb"},
      {"a bomb that lies about its size", make_zip({{"word/document.xml", deflated_spaces(50000), 8, 100}}),
       ErrorCode::too_large, "zip bomb"},
      {"too many parts", make_docx("", crowd), ErrorCode::too_large, "zip bomb"},
  };
  for (const Row& row : rows) {
    CAPTURE(row.name);
    const auto document = read(row.bytes);
    REQUIRE(!document);
    CHECK(document.error().code == row.code);
    CHECK_MESSAGE(document.error().message.find(row.says) != std::string::npos, document.error().message);
    CHECK(document.error().file == "cv.docx");
  }
}
