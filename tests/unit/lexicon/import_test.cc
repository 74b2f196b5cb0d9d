#include "skillfit/import.h"

#include <doctest/doctest.h>

#include "lexicon/delimited.h"
#include "skillfit/engine.h"

using namespace skillfit;

namespace {

std::string cells_of(std::string_view text) {
  const Result<DelimitedTable> table = read_delimited("t.csv", text);
  if (!table) return to_string(table.error());
  std::string out;
  for (const DelimitedRow& row : table->rows) {
    out += std::to_string(row.line) + ":";
    for (const std::string& cell : row.cells) out += "<" + cell + ">";
  }
  return out;
}

Imported import(ImportSource source, std::vector<ImportFile> files, const Lexicon* base = nullptr) {
  Result<Imported> imported = import_lexicon(source, files, base);
  REQUIRE_MESSAGE(imported.has_value(), (imported ? "" : to_string(imported.error())));
  return std::move(*imported);
}

const Lexicon& base() {
  static const Lexicon kBase = *Lexicon::compile({{"base.toml",
                                                   "[python]\nname = \"Python\"\nkind = \"tool\"\nbroader = "
                                                   "[\"programming\"]\n[programming]\nname = \"Computer "
                                                   "programming\"\nkind = \"knowledge\"\nalias = [\"coding\"]\n"}});
  return kBase;
}

constexpr std::string_view kEsco =
    "conceptType,conceptUri,skillType,reuseLevel,preferredLabel,altLabels,broaderConceptUri,broaderConceptPT\n"
    "KnowledgeSkillCompetence,u:1,knowledge,sector-specific,Swift (computer programming),,u:9,computer programming\n"
    "KnowledgeSkillCompetence,u:2,skill/competence,transversal,show initiative,\"take initiative\nact first\",,\n"
    "KnowledgeSkillCompetence,u:3,knowledge,transversal,Welsh,Cymraeg,,languages\n"
    "KnowledgeSkillCompetence,u:4,knowledge,sector-specific,bee keeping,beekeeping | apiculture,,\n"
    "KnowledgeSkillCompetence,u:5,knowledge,sector-specific,Python,CPython,u:9,computer programming\n"
    "KnowledgeSkillCompetence,u:6,knowledge,sector-specific,R,,u:9,computer programming\n"
    "SkillGroup,u:9,,,computer programming,,,\n"
    "Occupation,u:8,,,beekeeper,,,\n";

}  // namespace

TEST_CASE("tables of delimited text") {
  struct Case {
    const char *name, *text, *expected;
  };
  const Case cases[] = {
      {"commas", "a,b\n1,2\n", "2:<1><2>"},
      {"semicolons, no last line end", "a;b\n1;2,5", "2:<1><2,5>"},
      {"tabs and CR LF", "a\tb\r\n1\t2\r\n3\t4\r\n", "2:<1><2>3:<3><4>"},
      {"quotes", "a,b\n\"x,\"\"y\"\"\nz\",2\n3,4\n", "2:<x,\"y\"\nz><2>4:<3><4>"},
      {"short and blank rows", "a,b\n1\n\n,2\n", "2:<1><>4:<><2>"},
      {"a byte order mark",
       "\xEF\xBB\xBF"
       "a,b\n1,2\n",
       "2:<1><2>"},
      {"open quote", "a,b\n1,2\n\"x,2\n", "t.csv:3: a cell begins with a quote that never ends"},
      {"not UTF-8", "a,b\n1,2\n\xff,2\n", "t.csv:3: not valid UTF-8; save the file as UTF-8"},
      {"empty", "", "t.csv: is empty; a table begins with a line of column names"},
  };
  for (const Case& c : cases) {
    CAPTURE(c.name);
    CHECK(cells_of(c.text) == c.expected);
  }
}

TEST_CASE("ESCO: kinds, qualifiers, groups, and what the base has already") {
  const Imported alone = import(ImportSource::esco, {{"skills.csv", std::string(kEsco)}});
  CHECK(alone.toml ==
        "[bee-keeping]\nname = \"bee keeping\"\nkind = \"knowledge\"\nalias = [\"apiculture\"]\n\n"
        "[computer-programming]\nname = \"computer programming\"\nkind = \"knowledge\"\n\n"
        "[python]\nname = \"Python\"\nkind = \"knowledge\"\nalias = [\"CPython\"]\nbroader = "
        "[\"computer-programming\"]\n\n"
        "[show-initiative]\nname = \"show initiative\"\nkind = \"soft\"\nalias = [\"take initiative\", \"act "
        "first\"]\n\n"
        "[swift]\nname = \"Swift\"\nkind = \"knowledge\"\nambiguous = [\"Swift\"]\nnear = [\"computer "
        "programming\"]\nbroader = [\"computer-programming\"]\nyes = [\"Swift (computer programming)\"]\nno = "
        "[\"Swift\"]\n\n"
        "[welsh]\nname = \"Welsh\"\nkind = \"language\"\nalias = [\"Cymraeg\"]\n\n");
  CHECK(alone.unsafe == 1);  // R
  CHECK(alone.taken == 1);   // beekeeping: a rule makes it
  CHECK(alone.skills == 6);

  const Imported over = import(ImportSource::esco, {{"skills.csv", std::string(kEsco)}}, &base());
  CHECK(over.known == 2);  // Python, computer programming
  CHECK(over.toml.find("[python]") == std::string::npos);
  CHECK(over.toml.find("[swift]\nname = \"Swift\"\nkind = \"knowledge\"\nambiguous = [\"Swift\"]\nnear = [\"computer "
                       "programming\"]\nbroader = [\"programming\"]") != std::string::npos);
}

TEST_CASE("ESCO: relations in a file of their own, circles left open") {
  const Imported imported = import(
      ImportSource::esco,
      {{"relations.csv", "conceptType,conceptUri,broaderType,broaderUri\nx,u:1,x,u:2\nx,u:2,x,u:1\nx,u:1,x,u:1\n"},
       {"skills.csv",
        "conceptType,conceptUri,preferredLabel\nSkillGroup,u:1,bakery\nSkillGroup,u:2,food production\n"}});
  CHECK(imported.toml ==
        "[bakery]\nname = \"bakery\"\nkind = \"knowledge\"\nbroader = [\"food-production\"]\n\n"
        "[food-production]\nname = \"food production\"\nkind = \"knowledge\"\n\n");
}

TEST_CASE("O*NET: examples under their commodity, once each") {
  const Imported imported = import(ImportSource::onet, {{"Technology Skills.txt",
                                                         "O*NET-SOC Code\tExample\tCommodity Code\tCommodity Title\n"
                                                         "1\tAcme Payroll software\t9\tAccounting software\n"
                                                         "2\tAcme Payroll software\t9\tAccounting software\n"
                                                         "2\tEmail software\t8\tMail software\n"}});
  CHECK(imported.toml ==
        "[accounting-software]\nname = \"Accounting software\"\nkind = \"knowledge\"\n\n"
        "[acme-payroll-software]\nname = \"Acme Payroll software\"\nkind = \"tool\"\nalias = [\"Acme "
        "Payroll\"]\nbroader = [\"accounting-software\"]\n\n"
        "[email-software]\nname = \"Email software\"\nkind = \"tool\"\nbroader = [\"mail-software\"]\n\n"
        "[mail-software]\nname = \"Mail software\"\nkind = \"knowledge\"\n\n");
}

TEST_CASE("a spreadsheet: columns by name, references by key or name") {
  const Imported imported =
      import(ImportSource::csv,
             {{"ours.csv",
               "Skill;Kind;Aliases;Broader\nZorba \"Suite\";tool;Zorba|ZS9;coding|Back office\nBack "
               "office;knowledge;;\nBack  Office;knowledge;middle office;\nCoding;knowledge;;\n"}},
             &base());
  CHECK(imported.toml ==
        "[back-office]\nname = \"Back  Office\"\nkind = \"knowledge\"\nalias = [\"middle office\"]\n\n"
        "[zorba-suite]\nname = \"Zorba \\\"Suite\\\"\"\nkind = \"tool\"\nalias = [\"Zorba\", \"ZS9\"]\nbroader = "
        "[\"programming\", \"back-office\"]\n\n");
  CHECK(imported.known == 1);
}

TEST_CASE("what an import makes is clean, and finds what it names") {
  const Imported imported = import(ImportSource::esco, {{"skills.csv", std::string(kEsco)}}, &base());
  const std::vector<LexiconFile> files = {{"esco.toml", imported.toml}};
  for (const Finding& finding : lint(files, &base())) FAIL_CHECK(finding.message);
  const Result<Lexicon> lexicon = base().overlay(files);
  REQUIRE(lexicon);
  CHECK(check_examples(*lexicon).empty());
  CHECK(lexicon->is_a(*lexicon->find("swift"), *lexicon->find("programming")));
}

TEST_CASE("tables that cannot be imported say why and where") {
  struct Case {
    const char *name, *text, *expected;
    ImportSource source;
  };
  const Case cases[] = {
      {"no name column", "id,foo\n1,2\n",
       "t.csv:1: has no column `name` (nor skill, nor label); its columns are id, foo", ImportSource::csv},
      {"a row without a name", "name,kind\nA1b,tool\n,tool\n", "t.csv:3: a row without a name", ImportSource::csv},
      {"an unknown kind", "name,kind\nA1b,hard\n",
       "t.csv:2: unknown kind \"hard\"; use tool, knowledge, method, soft, language or certificate", ImportSource::csv},
      {"nothing of the source", "name,kind\nA1b,tool\n", "t.csv: holds no skill of esco", ImportSource::esco},
      {"not O*NET", "name,kind\nA1b,tool\n", "t.csv: holds no skill of onet", ImportSource::onet},
  };
  for (const Case& c : cases) {
    CAPTURE(c.name);
    const Result<Imported> imported = import_lexicon(c.source, {{"t.csv", c.text}}, nullptr);
    REQUIRE(!imported);
    CHECK(to_string(imported.error()) == c.expected);
  }
}
