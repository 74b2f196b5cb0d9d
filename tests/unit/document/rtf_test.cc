#include <doctest/doctest.h>

#include "formats.h"

using namespace skillfit;
using namespace skillfit::testing;

namespace {

std::string repeated(const std::string& text, int times) {
  std::string out;
  for (int i = 0; i < times; ++i) out += text;
  return out;
}

}  // namespace

TEST_CASE("what rich text says, and nothing it does not show") {
  struct Row {
    const char* name;
    std::string rtf, text, hidden;
  };
  const std::string colours = R"({\colortbl;\red255\green255\blue255;\red16\green32\blue64;\red250\green250\blue250;})";
  const Row rows[] = {
      {"paragraphs, lines and tabs", R"(Go\par C++\line Rust\tab Zig)", "Go\nC++\nRust\tZig\n", ""},
      {"groups do not split words", R"(Kuber{\b net}es)", "Kubernetes\n", ""},
      {"blank lines collapse", R"(A\par\par\par B)", "A\n\nB\n", ""},
      {"bytes of the code page", R"(caf\'e9 \'80)", "caf\u00E9 \u20AC\n", ""},
      {"bytes of the font's alphabet", R"({\fonttbl{\f1\fcharset204 X;}}\f1\'c3\'ee)", "\u0413\u043E\n", ""},
      {"bytes of two", R"({\fonttbl{\f1\fcharset128 X;}}\f1\'93\'fa\'83A)", "\u65E5\u30A2\n", ""},
      {"code points and what stands in for them", R"(\u233?t\u233 \'e9\uc0\u8364 x)", "\u00E9t\u00E9\u20ACx\n", ""},
      {"pairs of surrogates", R"(\u-10179?\u-8704?)", "\U0001F600\n", ""},
      {"half a pair", R"(a\u-8704?b)", "a\uFFFDb\n", ""},
      {"signs", R"(a\~b\_c\-d \{e\}\\ \endash  \rquote )", "a\u00A0b-cd {e}\\ \u2013 \u2019\n", ""},
      {"line ends in the file are none", "Kuber\r\nnetes", "Kubernetes\n", ""},
      {"tables of fonts, styles and facts are no text",
       R"({\fonttbl{\f0 Arial;}}{\stylesheet{\s1 heading 1;}}{\info{\title T}}{\*\generator X;}{\pict 00ff}Go)", "Go\n",
       ""},
      {"fields show their result", R"({\field{\*\fldinst HYPERLINK "x"}{\fldrslt{site}}})", "site\n", ""},
      {"tables are rows", R"(\trowd\cellx1\cellx2\pard\intbl 2019\cell Baker\cell\row\pard End\par)",
       "2019\tBaker\nEnd\n", ""},
      {"cells of many lines are columns", R"(\trowd\pard\intbl A\par B\cell C\cell\row)", "A\nB\nC\n", ""},
      {"lists", R"({\listtext\pard\plain \u8226\'95\tab}Go\par\pard End)", "\u2022 Go\nEnd\n", ""},
      {"lists by hand", R"(\bullet\tab Go\par\pard End)", "\u2022 Go\nEnd\n", ""},
      {"binary data", "A{\\*\\x\\bin3 }}}}B", "AB\n", ""},
      {"deleted words go", R"(A{\deleted B}{\revised C})", "AC\n", ""},
      {"text boxes and footers come after the body",
       R"({\footer\pard Foot\par}Body{\shp{\*\shpinst{\sp{\sn x}{\sv y}}{\shptxt\pard Box\par}}{\shprslt Old}} end\par)",
       "Body end\nBox\nFoot\n", ""},
      {"hidden", R"(Go {\v Java} C++)", "Go Java C++\n", "Java"},
      {"not hidden after all", R"({\v\v0 Go})", "Go\n", ""},
      {"white", colours + R"(Go \cf1 Java\cf0  C++)", "Go Java C++\n", "Java"},
      {"nearly white", colours + R"(Go {\cf3 Java})", "Go Java\n", "Java"},
      {"white on navy", colours + R"({\cb2\cf1 Java})", "Java\n", ""},
      {"white in a cell that has a colour",
       colours + R"(\trowd\clcbpat2\cellx9\pard\plain\intbl\cf1 Java\cell\row\pard\plain\cf1 Go\par)", "Java\nGo\n",
       "Go"},
      {"tiny", R"(Go {\fs4 Java})", "Go Java\n", "Java"},
      {"more closed than opened", "Go}}} C++", "Go\n", ""},
      {"never closed", "{{{Go", "Go\n", ""},
  };
  for (const Row& row : rows) {
    CAPTURE(row.name);
    const auto document = read_bytes("{\\rtf1\\ansi\\ansicpg1252 " + row.rtf + "}", "cv.rtf");
    REQUIRE(document);
    CHECK(document->format == Format::rtf);
    CHECK(document->text == row.text);
    CHECK(hidden_of(*document) == row.hidden);
    CHECK(notes_of(*document) == (row.hidden.size() >= 3 ? "hidden_text" : ""));
  }
}

TEST_CASE("headings by level or by style, headers and footers apart") {
  const auto document = read_bytes(
      R"({\rtf1{\stylesheet{\s0 Normal;}{\s3\outlinelevel1 Mine;}{\s4 Title;}}{\header Ida\par}{\footer 1\par})"
      R"(\pard\s4 Name\par\pard\s3 Skills\par\pard\s0 Go\par\pard\outlinelevel0 Work\par\pard End\par})",
      "cv.rtf");
  REQUIRE(document);
  std::string seen;
  for (const Block& block : document->blocks)
    seen += std::to_string(static_cast<int>(block.kind)) + std::string(slice(document->text, block.span)) + " ";
  CHECK(seen == "4Ida 1Name 1Skills 0Go 1Work 0End 51 ");
}

TEST_CASE("rich text is known by its content; what is too deep or empty is refused") {
  CHECK(read_bytes("{\\rtf1 Go}", "cv.doc")->format == Format::rtf);
  CHECK(read_bytes("{\\rtf1 }", "cv.rtf").error().code == ErrorCode::empty);
  CHECK(read_bytes("{\\rtf1 " + repeated("{", 600), "cv.rtf").error().code == ErrorCode::too_large);
  CHECK(read_bytes("Go and C++", "cv.rtf").error().code == ErrorCode::malformed);
  CHECK(read_bytes("{\\rtf1 " + repeated("{\\footnote ", 300) + "Go" + repeated("}", 300), "cv.rtf").error().code ==
        ErrorCode::empty);  // notes in notes are followed a few levels down
}
