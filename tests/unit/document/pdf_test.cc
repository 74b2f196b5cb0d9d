#include <doctest/doctest.h>

#include "formats.h"
#include "packing.h"

using namespace skillfit;
using namespace skillfit::testing;

namespace {

std::string text_at(int y, const std::string& words, const std::string& before = "", int size = 12) {
  return "q " + before + " BT /F " + std::to_string(size) + " Tf 72 " + std::to_string(y) + " Td (" + words +
         ") Tj ET Q\n";
}

// White lines, each too thin to hide anything.
std::string lines_over(int from, int to) {
  std::string content = "1 g ";
  for (int y = from; y < to; ++y) content += "60 " + std::to_string(y) + " 300 1.2 re f ";
  return content;
}

const std::string kSeen = text_at(760, "Ida Rowan, baker") + text_at(747, "Rye and sourdough");
const std::string kWords = "Kubernetes Kafka Terraform";

}  // namespace

TEST_CASE("every way to hide words in a PDF is seen through, and what only looks like one is not") {
  struct Row {
    const char* name;
    std::string content;
    bool hidden;
  };
  const Row rows[] = {
      {"plain", text_at(700, kWords), false},
      {"white", text_at(700, kWords, "1 g"), true},
      {"nearly white", text_at(700, kWords, "0.97 g"), true},
      {"light grey", text_at(700, kWords, "0.75 g"), false},
      {"drawn in the invisible mode", text_at(700, kWords, "3 Tr"), true},
      {"covered by a box", text_at(700, kWords) + "1 g 60 690 300 30 re f", true},
      {"covered by a box of another colour", text_at(700, kWords) + "0 0 1 rg 60 690 300 30 re f", true},
      {"covered by an image",
       text_at(700, kWords) + "q 300 0 0 30 60 690 cm BI /W 1 /H 1 /CS /G /BPC 8 /F /AHx ID 80> EI Q", true},
      {"transparent", text_at(700, kWords, "/H gs"), true},
      {"nearly transparent", text_at(700, kWords, "/G gs"), true},
      {"tiny", text_at(700, kWords, "", 2), true},
      {"tiny by scaling", text_at(7000, kWords, "0.1 0 0 0.1 0 0 cm"), true},
      {"small but seen", text_at(700, kWords, "", 6), false},
      {"white in a frame", text_at(700, kWords, "1 g") + "0 G 60 692 300 24 re S", true},
      {"white on navy", "0 0 0.5 rg 60 690 300 30 re f " + text_at(700, kWords, "1 g"), false},
      {"navy on navy", "0 0 0.5 rg 60 690 300 30 re f " + text_at(700, kWords, "0 0 0.5 rg"), true},
      {"thin outlines", text_at(700, kWords, "1 Tr 0.2 w"), false},
      {"clipped away", text_at(700, kWords, "0 0 9 9 re W n"), true},
      {"clipped to a triangle beside it", text_at(700, kWords, "0 0 m 600 0 l 600 600 l h W n"), true},
      {"clipped to the page", text_at(700, kWords, "0 0 595 842 re W n"), false},
      {"clipped, but not any more", "q 0 0 m 9 0 l 9 9 l h W n Q " + text_at(700, kWords), false},
      {"black on black", "60 690 300 30 re f " + text_at(700, kWords), true},
      {"under many lines", text_at(700, kWords) + lines_over(696, 714), true},
      {"underlined in a frame", text_at(700, kWords) + "72 697 200 0.5 re f 60 690 300 30 re S", false},
      {"invisible over the picture of it", text_at(700, kWords) + text_at(700, kWords, "3 Tr"), false},
  };
  for (const Row& row : rows) {
    const std::string name = row.name;
    CAPTURE(name);
    const auto document = read_bytes(make_pdf(kSeen + row.content), "cv.pdf");
    REQUIRE(document);
    CHECK(document->text.starts_with("Ida Rowan, baker\nRye and sourdough\n"));
    CHECK(hidden_of(*document) == (row.hidden ? kWords : ""));
    CHECK(notes_of(*document) == (row.hidden ? "hidden_text" : ""));
    if (!row.hidden || document->notes.empty()) continue;
    CHECK(slice(document->text, document->notes[0].where) == kWords);
    CHECK(document->notes[0].message.find("on page 1") != std::string::npos);
  }
}

TEST_CASE("packed contents are read as they are without packing, and damage costs no more than it must") {
  // One stored block of a zlib stream (RFC 1950, RFC 1951).
  const auto packed = [](const std::string& content) {
    std::uint32_t a = 1, b = 0;
    for (const char c : content) {
      a = (a + static_cast<unsigned char>(c)) % 65521;
      b = (b + a) % 65521;
    }
    const auto byte = [](std::uint32_t value) { return static_cast<char>(value & 0xFF); };
    const auto size = static_cast<std::uint32_t>(content.size());
    std::string out = {0x78, 0x01, 0x01, byte(size), byte(size >> 8), byte(~size), byte(~size >> 8)};
    return out + content + byte(b >> 8) + byte(b) + byte(a >> 8) + byte(a);
  };
  const std::string good = packed(kSeen), both = "Ida Rowan, baker\nRye and sourdough\n\n";
  const std::string flate = "/Filter/FlateDecode";
  // The font's place in the table of objects is wrong: the table is made anew.
  const auto misled = [](std::string pdf) { return pdf.replace(pdf.find("xref\n0 ") + 9 + 3 * 20, 10, "0000000007"); };
  struct Row {
    const char* name;
    std::string pdf, text;
  };
  const Row rows[] = {
      {"as it is", make_pdf({kSeen}), both},
      {"packed", make_pdf({good}, flate), both},
      {"packed, and the filter in a list", make_pdf({good}, "/Filter[/FlateDecode]"), both},
      {"one content for two pages", make_pdf({good, good}, flate), both + both},
      {"a wrong check sum", make_pdf({good.substr(0, good.size() - 1) + "?"}, flate), both},
      {"cut off in the second line", make_pdf({good.substr(0, good.size() - 20)}, flate), "Ida Rowan, baker\n\n"},
      {"a wrong table of objects", misled(make_pdf({kSeen})), both},
      {"a wrong table of objects, packed", misled(make_pdf({good}, flate)), both},
      {"not packed at all", make_pdf({kSeen}, flate), ""},
      {"a predictor",
       make_pdf({packed("\2" + kSeen)},
                flate + "/DecodeParms<</Predictor 12/Columns " + std::to_string(kSeen.size()) + ">>"),
       both},
  };
  for (const Row& row : rows) {
    CAPTURE(row.name);
    const auto document = read_bytes(row.pdf, "cv.pdf");
    CHECK((document ? document->text : "") == row.text);
  }
}

TEST_CASE("hidden words do not come between the lines that are seen") {
  std::string content;
  for (int i = 0; i < 5; ++i) {
    content += text_at(760 - 20 * i, "Line " + std::to_string(i));
    content += text_at(750 - 20 * i, "Hidden", "1 g");
  }
  const auto document = read_bytes(make_pdf(content), "cv.pdf");
  REQUIRE(document);
  CHECK(document->text.starts_with("Line 0\n\nLine 1\n\nLine 2\n\nLine 3\n\nLine 4\n"));
}

TEST_CASE("a text in small letters is read, and a note says so") {
  std::string content = kSeen;
  for (int i = 0; i < 5; ++i) content += text_at(700 - 10 * i, "Small print of a baker who has much to say", "", 6);
  const auto document = read_bytes(make_pdf(content), "cv.pdf");
  REQUIRE(document);
  CHECK(notes_of(*document) == "small_font");
  CHECK(document->hidden.empty());
}

TEST_CASE("bullets set apart from their words are no column") {
  std::string content = text_at(780, "Skills");
  for (int i = 0; i < 5; ++i) {
    const std::string y = std::to_string(760 - 14 * i);
    content += "BT /F 12 Tf 72 " + y + " Td (-) Tj ET BT /F 12 Tf 110 " + y + " Td (Rye and sourdough bread) Tj ET\n";
  }
  const auto document = read_bytes(make_pdf(content), "cv.pdf");
  REQUIRE(document);
  CHECK(notes_of(*document) == "");
  CHECK(document->text.find("-\tRye and sourdough bread\n-\tRye") != std::string::npos);
}

TEST_CASE("a sidebar that begins lower than the text beside it does not tear its first paragraph") {
  std::string content;
  for (int i = 0; i < 20; ++i) {
    const std::string number = std::to_string(10 + i);
    content += text_at(780 - 14 * i, "Line " + number + " of a text that goes on and on");
    if (i > 2 && i < 18)
      content += "BT /F 12 Tf 420 " + std::to_string(776 - 14 * i) + " Td (Side " + number + ") Tj ET\n";
  }
  const auto document = read_bytes(make_pdf(content), "cv.pdf");
  REQUIRE(document);
  CHECK(notes_of(*document) == "multi_column");
  CHECK(document->text.starts_with("Line 10 of a text that goes on and on\nLine 11 of"));
  CHECK(document->text.find("Line 29 of a text that goes on and on\n\nSide 13") != std::string::npos);
}

TEST_CASE("a sidebar that ends earlier does not tear the job beside its end") {
  std::string content;
  const auto put = [&](int x, int y, const std::string& words) {
    content += "BT /F 10 Tf " + std::to_string(x) + " " + std::to_string(y) + " Td (" + words + ") Tj ET\n";
  };
  for (int job = 0; job < 4; ++job) {
    const int y = 780 - job * 80;
    const std::string number = std::to_string(job);
    put(40, y, "Baker " + number);
    content += "BT /F 9 Tf 250 " + std::to_string(y + 1) + " Td (Jan 201" + number + ") Tj ET\n";
    for (int line = 1; line < 6; ++line)
      put(40, y - 12 * line,
          "Line " + number + std::to_string(line) + " of what was baked, cooled and sold in the town");
  }
  for (int i = 0; i < 20; ++i) put(420, 785 - 13 * i, "Side " + std::to_string(10 + i));
  const auto document = read_bytes(make_pdf(content), "cv.pdf");
  REQUIRE(document);
  CHECK(document->text.starts_with("Baker 0\tJan 2010\nLine 01"));
  CHECK(document->text.find("Line 35 of what was baked, cooled and sold in the town\n\nSide 10\n") !=
        std::string::npos);
  for (int job = 0; job < 4; ++job) {
    const std::string number = std::to_string(job);
    CHECK(document->text.find("Baker " + number + "\tJan 201" + number + "\nLine " + number) != std::string::npos);
  }
}

TEST_CASE("headers and footers stand apart from the text they interrupt, and nothing of them is lost") {
  struct Row {
    std::string name;
    std::vector<std::string> pages;  // top, middle, bottom of each
    std::string text;
  };
  const auto page = [](const std::string& top, const std::string& middle, const std::string& bottom) {
    return text_at(800, top) + text_at(700, middle) + text_at(686, middle + " on") + text_at(40, bottom);
  };
  const Row rows[] = {
      {"two pages",
       {page("Ida Rowan", "Rye", "Page 1 of 2"), page("Ida Rowan", "Wheat", "Page 2 of 2")},
       "[Ida Rowan]\n\nRye\nRye on\n\nWheat\nWheat on\n\n[Page 1 of 2]\n\n[Ida Rowan]\n\n[Page 2 of 2]\n\n"},
      {"the first page has another",
       {page("IDA ROWAN", "Rye", "Baker"), page("Ida Rowan", "Wheat", "2"), page("Ida Rowan", "Oats", "3")},
       "IDA ROWAN\n\nRye\nRye on\n\nBaker\n\nWheat\nWheat on\n\nOats\nOats on\n\n[Ida Rowan]\n\n[2]\n\n[Ida Rowan]\n\n"
       "[3]\n\n"},
      {"years are no page numbers",
       {page("Baker 2012", "Rye", "So"), page("Baker 2015", "Wheat", "Much")},
       "Baker 2012\n\nRye\nRye on\n\nSo\n\nBaker 2015\n\nWheat\nWheat on\n\nMuch\n\n"},
      {"one page", {page("Ida Rowan", "Rye", "1")}, "Ida Rowan\n\nRye\nRye on\n\n1\n\n"},
  };
  for (const Row& row : rows) {
    const std::string& name = row.name;
    CAPTURE(name);
    const auto document = read_bytes(make_pdf(row.pages), "cv.pdf");
    REQUIRE(document);
    std::string text;
    std::uint32_t end = 0;
    for (const Block& block : document->blocks) {
      const bool margin = block.kind == BlockKind::header || block.kind == BlockKind::footer;
      text += document->text.substr(end, block.span.begin - end);
      text += (margin ? "[" : "") + std::string(slice(document->text, block.span)) + (margin ? "]" : "");
      end = block.span.end;
    }
    CHECK(text + document->text.substr(end) == row.text);
  }
}
