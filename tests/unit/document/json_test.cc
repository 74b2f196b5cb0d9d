#include <doctest/doctest.h>

#include "skillfit/document.h"

using namespace skillfit;

namespace {

ReadOptions with_reader() {
  ReadOptions options;
  options.reader_path = SKILLFIT_BINARY_DIR "/bin/skillfit-reader";
  return options;
}

Document read(const std::string& json) {
  const auto document = parse_document(json, "a.json", with_reader());
  CAPTURE(json);
  REQUIRE(document);
  for (const Field& field : document->fields) CHECK(field.span.end <= document->text.size());
  return *document;
}

// "name=value;..." for all fields, in order.
std::string fields_of(const Document& document) {
  std::string out;
  for (const Field& field : document.fields)
    out += field.name + "=" + std::string(slice(document.text, field.span)) + ";";
  return out;
}

}  // namespace

TEST_CASE("which JSON is read as what") {
  struct Row {
    const char* name;
    std::string json;
    Format format;
    std::string text;
  };
  const Row rows[] = {
      {"posting", R"({"@type":"JobPosting","title":"Cook"})", Format::job_posting, "Cook\n"},
      {"several types", R"({"@type":["Thing","JobPosting"],"title":"Cook"})", Format::job_posting, "Cook\n"},
      {"full name of the type", R"({"@type":"http://schema.org/JobPosting","title":"Cook"})", Format::job_posting,
       "Cook\n"},
      {"in an array", R"([{"@type":"WebPage"},{"@type":"JobPosting","title":"Cook"}])", Format::job_posting, "Cook\n"},
      {"in a graph", R"({"@graph":[{"@type":"WebPage"},{"@type":"JobPosting","title":"Cook"}]})", Format::job_posting,
       "Cook\n"},
      {"without a type", R"({"title":"Cook","qualifications":["Knives"]})", Format::job_posting,
       "Cook\n\nQualifications\nKnives\n"},
      {"resume", R"({"basics":{"name":"Ida Rowan"}})", Format::json_resume, "Ida Rowan\n"},
      {"resume without basics", R"({"skills":["Go","C++"],"work":[]})", Format::json_resume,
       "Skills\n\u2022 Go\n\u2022 C++\n"},
      {"text", R"({"id":7,"resume_text":"Go and C++"})", Format::json_text, "Go and C++\n"},
      {"text with BOM and title", "\xEF\xBB\xBF {\"title\":\"Cook\",\"description\":\"Knives\\nFire\"}",
       Format::json_text, "Cook\nKnives\nFire\n"},
      {"not JSON at all", "[draft] Ida Rowan", Format::text, "[draft] Ida Rowan"},
      {"not JSON either", "{see below} Ida Rowan", Format::text, "{see below} Ida Rowan"},
  };
  for (const Row& row : rows) {
    CAPTURE(row.name);
    const Document document = read(row.json);
    CHECK(document.format == row.format);
    CHECK(document.text == row.text);
  }
}

TEST_CASE("JSON that is no document says why") {
  struct Row {
    const char* name;
    std::string json;
    ErrorCode code;
  };
  const Row rows[] = {
      {"cut off", R"({"basics":{"name":"Ida)", ErrorCode::malformed},
      {"two values", "{\"text\":\"a\"}\n{\"text\":\"b\"}", ErrorCode::malformed},
      {"some object", R"({"id":7})", ErrorCode::not_a_document},
      {"some list", R"([{"id":7}])", ErrorCode::not_a_document},
      {"deep lists", std::string(100000, '['), ErrorCode::too_large},
      {"deep objects",
       [] {
         std::string deep;
         for (int i = 0; i < 513; ++i) deep += R"({"a":)";
         return deep;
       }(),
       ErrorCode::too_large},
      {"brackets in strings are no nesting", R"({"id":")" + std::string(1000, '[') + R"("})",
       ErrorCode::not_a_document},
      {"no words", R"({"text":"  "})", ErrorCode::empty},
  };
  for (const Row& row : rows) {
    CAPTURE(row.name);
    const auto document = parse_document(row.json, "a.json", with_reader());
    REQUIRE(!document);
    CHECK(document.error().code == row.code);
    CHECK(document.error().file == "a.json");
  }
}

TEST_CASE("a JSON Resume is written out as a resume, every value a field") {
  const Document document = read(R"({
    "basics": {"name": "Ida Rowan", "label": "Baker", "website": "ida.example", "summary": "Bread.",
               "location": {"city": "Leeds", "countryCode": "GB"}},
    "work": [{"company": "Crust Ltd", "position": "Head Baker", "startDate": "2019-03-01",
              "highlights": ["Ovens", "Rye"]},
             {"name": "Mill", "position": "Apprentice", "startDate": "2015", "endDate": "2019-02-28"}],
    "education": [{"institution": "Leeds College", "studyType": "Diploma", "area": "Baking", "gpa": "1.3"}],
    "skills": [{"name": "Baking", "level": "Expert", "keywords": ["sourdough", "rye"]}],
    "languages": [{"language": "English", "fluency": "C2"}], "awards": null})");
  CHECK(document.text ==
        "Ida Rowan\nBaker\nida.example\nLeeds, GB\n"
        "\nSummary\nBread.\n"
        "\nExperience\nHead Baker, Crust Ltd\n2019-03-01 - Present\n\u2022 Ovens\n\u2022 Rye\n"
        "Apprentice, Mill\n2015 - 2019-02-28\n"
        "\nEducation\nDiploma, Baking, Leeds College\n1.3\n"
        "\nSkills\nBaking - Expert: sourdough, rye\n"
        "\nLanguages\nEnglish - C2\n");
  CHECK(fields_of(document) ==
        "basics.name=Ida Rowan;basics.label=Baker;basics.url=ida.example;basics.location.city=Leeds;"
        "basics.location.countryCode=GB;basics.summary=Bread.;work.position=Head Baker;work.name=Crust Ltd;"
        "work.startDate=2019-03-01;work.highlights=Ovens;work.highlights=Rye;work.position=Apprentice;work.name=Mill;"
        "work.startDate=2015;work.endDate=2019-02-28;education.studyType=Diploma;education.area=Baking;"
        "education.institution=Leeds College;education.score=1.3;skills.name=Baking;skills.level=Expert;"
        "skills.keywords=sourdough;skills.keywords=rye;languages.language=English;languages.fluency=C2;");
  std::size_t headings = 0;
  for (const Block& block : document.blocks) headings += block.kind == BlockKind::heading;
  CHECK(headings == 5);
}

TEST_CASE("names that JSON Resume used before 1.0") {
  const Document document = read(R"({
    "bio": {"firstName": "Ida", "lastName": "Rowan", "email": {"work": "ida@example.com"}, "summary": "Bread.",
            "location": {"city": "Leeds", "state": "Yorkshire"}},
    "work": [{"company": "Crust Ltd", "position": "Baker", "startDate": "2019", "endDate": "2020"}],
    "certifications": [{"name": "Food hygiene"}], "hobbies": [{"name": "Chess"}],
    "languages": [{"name": "English", "level": "C2"}]})");
  CHECK(document.format == Format::json_resume);
  CHECK(
      document.text ==
      "Ida, Rowan\nida@example.com\nLeeds, Yorkshire\n\nSummary\nBread.\n\nExperience\nBaker, Crust Ltd\n2019 - 2020\n"
      "\nCertificates\nFood hygiene\n\nLanguages\nEnglish - C2\n\nInterests\nChess\n");
}

TEST_CASE("a JobPosting: markup, entities, lists, objects and bracket tokens") {
  const Document document = read(R"({
    "@type": "JobPosting", "title": "Sous Chef -LRB-nights-RRB-",
    "hiringOrganization": {"@type": "Organization", "name": "Hotel Linden"},
    "jobLocation": [{"address": {"addressLocality": "Bergen", "addressCountry": {"name": "Norway"}}}],
    "description": "<p>Cook &amp; lead.</p><ul><li>Sauces<li>R&amp;D</ul><p style='display: none'>secret</p>",
    "responsibilities": "&lt;b&gt;Order&lt;/b&gt; stock",
    "qualifications": ["HACCP", "Bread &amp; butter"],
    "skills": [{"name": "Kitchen", "keywords": ["knives", "fire"]}, "order"],
    "experienceRequirements": {"@type": "OccupationalExperienceRequirements", "monthsOfExperience": 24},
    "educationRequirements": {"credentialCategory": "diploma"}})");
  CHECK(document.text ==
        "Sous Chef (nights)\nHotel Linden\nBergen, Norway\n"
        "Cook & lead.\n\u2022 Sauces\n\u2022 R&D\nsecret\n"
        "\nResponsibilities\nOrder stock\n"
        "\nQualifications\n\u2022 HACCP\n\u2022 Bread & butter\n"
        "\nSkills\n\u2022 Kitchen: knives, fire\n\u2022 order\n"
        "\nExperience requirements\n24 months of experience\n"
        "\nEducation requirements\ndiploma\n");
  REQUIRE(document.hidden.size() == 1);
  CHECK(slice(document.text, document.hidden[0]) == "secret");
  REQUIRE(document.notes.size() == 1);
  CHECK(document.notes[0].code == "hidden_text");
  CHECK(slice(document.text, document.notes[0].where) == "secret");
  CHECK(
      fields_of(document).starts_with("title=Sous Chef (nights);hiringOrganization=Hotel Linden;jobLocation=Bergen;"));
}

TEST_CASE("plain comparisons and ampersands are no markup") {
  for (const std::string text :
       {"a < b and c > d", "R&D; AT&T", "x <3 y", "C&C++ & more;", "<COMPANY> in <CITY>", "a List<T> here"}) {
    ReadOptions options;
    options.reader_path = "/nonexistent/reader";  // would fail if it were asked
    const auto document = parse_document(R"({"text":")" + text + R"("})", "a.json", options);
    REQUIRE(document);
    CHECK(document->text == text + "\n");
  }
}

TEST_CASE("of several postings in one file the first is read, and a note says so") {
  const Document document = read(R"([{"@type":"JobPosting","title":"A"},{"@type":"JobPosting","title":"B"}])");
  CHECK(document.text == "A\n");
  REQUIRE(document.notes.size() == 1);
  CHECK(document.notes[0].code == "truncated");
}
