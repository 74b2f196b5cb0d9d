#include <doctest/doctest.h>

#include "formats.h"
#include "packing.h"

using namespace skillfit;
using namespace skillfit::testing;

namespace {

std::string make_odt(const std::string& body, const std::string& styles = "", const std::string& pages = "") {
  return make_zip(
      {{"mimetype", "application/vnd.oasis.opendocument.text"},
       {"styles.xml", "<o:document-styles>" + pages + "</o:document-styles>"},
       {"content.xml", "<o:document-content><o:automatic-styles>" + styles + "</o:automatic-styles><o:body><o:text>" +
                           body + "</o:text></o:body></o:document-content>"}});
}

std::string style(const std::string& family, const std::string& name, const std::string& properties) {
  return "<s:style s:name=\"" + name + "\" s:family=\"" + family + "\"><s:" + family + "-properties " + properties +
         "/></s:style>";
}

}  // namespace

TEST_CASE("what an OpenDocument text says, and nothing it does not show") {
  const std::string white = style("text", "W", "fo:color=\"#ffffff\"");
  const std::string navy = style("paragraph", "N", "fo:background-color=\"#102040\"");
  struct Row {
    const char* name;
    std::string styles, body, text, hidden;
  };
  const Row rows[] = {
      {"spans join without a space", "", "<t:p>Kuber<t:span>net</t:span>es  and\n Go</t:p>", "Kubernetes and Go\n", ""},
      {"spaces, tabs and breaks", "", "<t:p>A<t:s t:c=\"2\"/>B<t:tab/>C<t:line-break/>D</t:p>", "A  B\tC\nD\n", ""},
      {"blank lines", "", "<t:p>A</t:p><t:p/><t:p/><t:p>B</t:p>", "A\n\nB\n", ""},
      {"lists", "",
       "<t:list><t:list-item>\n<t:p>A</t:p><t:list><t:list-item><t:p>B</t:p></t:list-item></t:list></t:list-item></"
       "t:list>",
       "\u2022 A\n\u2022 B\n", ""},
      {"numbered headings are no list", "", "<t:list><t:list-item><t:h>Skills</t:h></t:list-item></t:list>", "Skills\n",
       ""},
      {"tables are rows", "",
       "<b:table><b:table-row><b:table-cell><t:p>2019</t:p></b:table-cell><b:table-cell><t:p>Baker</t:p></b:table-cell>"
       "</b:table-row></b:table>",
       "2019\tBaker\n", ""},
      {"tables for layout are columns", "",
       "<b:table><b:table-row><b:table-cell><t:p>A</t:p><t:p>B</t:p></b:table-cell><b:table-cell><t:p>C</t:p>"
       "</b:table-cell></b:table-row></b:table>",
       "A\nB\nC\n", ""},
      {"boxes and notes after their paragraph", "",
       "<t:p>A<d:frame><d:text-box><t:p>Box</t:p></d:text-box></d:frame><t:note><t:note-citation>1</t:note-citation>"
       "<t:note-body><t:p>Note</t:p></t:note-body></t:note> end</t:p>",
       "A end\nBox\nNote\n", ""},
      {"no deletions, remarks and page numbers", "",
       "<t:tracked-changes><t:deletion><t:p>Perl</t:p></t:deletion></t:tracked-changes><t:p>Go<o:annotation><t:p>hm</"
       "t:p>"
       "</o:annotation><t:page-number>1</t:page-number></t:p>",
       "Go\n", ""},
      {"white", white, "<t:p>Go <t:span t:style-name=\"W\">Java</t:span></t:p>", "Go Java\n", "Java"},
      {"white on navy", white + navy, "<t:p t:style-name=\"N\"><t:span t:style-name=\"W\">Java</t:span></t:p>",
       "Java\n", ""},
      {"not displayed", style("text", "H", "t:display=\"none\""),
       "<t:p>Go <t:span t:style-name=\"H\">Java</t:span></t:p>", "Go Java\n", "Java"},
      {"a hidden section", "", "<t:p>Go</t:p><t:section t:display=\"none\"><t:p>Java</t:p></t:section>", "Go\nJava\n",
       "Java"},
      {"tiny", style("text", "T", "fo:font-size=\"2pt\""), "<t:p>Go <t:span t:style-name=\"T\">Java</t:span></t:p>",
       "Go Java\n", "Java"},
  };
  for (const Row& row : rows) {
    CAPTURE(row.name);
    const auto document = read_bytes(make_odt(row.body, row.styles), "cv.odt");
    REQUIRE(document);
    CHECK(document->format == Format::odt);
    CHECK(document->text == row.text);
    CHECK(hidden_of(*document) == row.hidden);
    CHECK(notes_of(*document) == (row.hidden.empty() ? "" : "hidden_text"));
  }
}

TEST_CASE("headings, also by inherited style, and page headers before the body") {
  const std::string styles =
      "<s:style s:name=\"P1\" s:family=\"paragraph\" s:parent-style-name=\"Heading_20_2\"/>"
      "<s:style s:name=\"Heading_20_2\" s:family=\"paragraph\"/>"
      "<s:style s:name=\"Loop\" s:family=\"paragraph\" s:parent-style-name=\"Loop\"/>";
  const auto document = read_bytes(
      make_odt("<t:p t:style-name=\"P1\">Skills</t:p><t:p t:style-name=\"Loop\">Go</t:p>", styles,
               "<o:master-styles><s:master-page><s:header><t:p>Ida</t:p></s:header><s:footer><t:p>End</t:p></s:footer>"
               "</s:master-page></o:master-styles>"),
      "cv.odt");
  REQUIRE(document);
  std::string seen;
  for (const Block& block : document->blocks)
    seen += std::to_string(static_cast<int>(block.kind)) + std::string(slice(document->text, block.span)) + " ";
  CHECK(seen == "4Ida 1Skills 0Go 5End ");
}

TEST_CASE("hostile OpenDocument texts are refused with the reason") {
  const std::string good = make_odt("<t:p>Go</t:p>");
  std::string deep;
  for (int i = 0; i < 600; ++i) deep += "<t:section>";
  for (int i = 0; i < 600; ++i) deep += "</t:section>";
  const ZipEntry mimetype{"mimetype", "application/vnd.oasis.opendocument.text"};
  struct Row {
    const char* name;
    std::string bytes;
    ErrorCode code;
  };
  const Row rows[] = {
      {"cut in half", good.substr(0, good.size() / 2), ErrorCode::malformed},
      {"no content", make_zip({mimetype}), ErrorCode::malformed},
      {"broken XML", make_odt("<t:p>"), ErrorCode::malformed},
      {"entities", make_zip({mimetype, {"content.xml", "<!DOCTYPE x [<!ENTITY a \"b\">]><x>&a;</x>"}}),
       ErrorCode::malformed},
      {"encrypted", make_zip({mimetype, {"content.xml", "\x01\x02"}, {"META-INF/manifest.xml", "<encryption-data/>"}}),
       ErrorCode::encrypted},
      {"deep", make_odt(deep), ErrorCode::too_large},
      {"a bomb", make_zip({mimetype, {"content.xml", deflated_spaces(50000), 8, 100}}), ErrorCode::too_large},
      {"no text", make_odt("<t:p/>"), ErrorCode::empty},
      {"plain text", "Java and Python", ErrorCode::malformed},
  };
  for (const Row& row : rows) {
    CAPTURE(row.name);
    const auto document = read_bytes(row.bytes, "cv.odt");
    REQUIRE(!document);
    CHECK(document.error().code == row.code);
  }
}
