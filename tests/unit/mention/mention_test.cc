#include "skillfit/mention.h"

#include <doctest/doctest.h>

#include "random.h"
#include "reading.h"
#include "tricky_lexicon.h"

using namespace skillfit;
using namespace skillfit::testing;

TEST_CASE("names are found whole, and not inside other names") {
  struct Case {
    const char *text, *expected;
  };
  const Case cases[] = {
      {"C++, C# and .NET developer", "C++=cpp C#=csharp .NET=dot-net"},
      {"Wrote C++17 on ASP.NET", "C++17=cpp ASP.NET=dot-net"},
      {"JavaScript is not Java", "JavaScript=javascript Java=java"},
      {"React Native and React", "React Native=react-native React=react"},
      {"Node.js, NodeJS, node js", "Node.js=node-js NodeJS=node-js node js=node-js"},
      {"K8s / Kubernetes", "K8s=kubernetes Kubernetes=kubernetes"},
      {"problem-solving and Problem Solving", "problem-solving=problem-solving Problem Solving=problem-solving"},
      {"machine learning operations", "machine learning operations=machine-learning-operations"},
      {"machine-learning engineer", "machine-learning=machine-learning"},
      {"JAVA\xE2\x80\x94"
       "Java",
       "JAVA=java Java=java"},
      {"\xEF\xBC\xAA\xEF\xBD\x81\xEF\xBD\x96\xEF\xBD\x81", "\xEF\xBC\xAA\xEF\xBD\x81\xEF\xBD\x96\xEF\xBD\x81=java"},
      {"visit www.java.com or mail me@java.org", ""},
      {"https://example.com/java/index.js", ""},
      {"in Java.Experience with SQL", "Java=java SQL=ambiguous-sql"},
      {"(Java)", "Java=java"},
      {"Java's garbage collector", "Java=java"},
      {"non-Java, Java-based", "Java=java Java=java"},
      {"SAP, sap of a tree", "SAP=sap"},
      {"the team works, team work", "team work=team-work"},
      {"Operations react to alerts", ""},
      {"machine learning operations react to alerts", "machine learning operations=machine-learning-operations"},
      {"machine learning operations, React", "machine learning operations=machine-learning-operations React=react"},
      {"machine learning operations React Native",
       "machine learning operations=machine-learning-operations React Native=react-native"},
  };
  for (const Case& c : cases) {
    CAPTURE(c.text);
    CHECK(surfaces(read(c.text, lexicon(), As::resume), lexicon()) == c.expected);
  }
}

TEST_CASE("a list may be wrapped inside a name") {
  const Reading joined = read("Skills\nJava, JavaScript, SQL databases, TypeScript, Python, machine\nlearning, React\n",
                              lexicon(), As::resume);
  CHECK(surfaces(joined, lexicon()).find("machine-learning") != std::string::npos);
  // A line that ends with a comma, or a short one, is not wrapped.
  for (const char* const apart :
       {"Skills\nJava, JavaScript, SQL databases, TypeScript, Python, machine,\nlearning, React\n",
        "Skills\nJava, Python, machine\nlearning, React\n"}) {
    CAPTURE(apart);
    CHECK(surfaces(read(apart, lexicon(), As::resume), lexicon()).find("machine-learning") == std::string::npos);
  }
}

TEST_CASE("ambiguous names need their spelling and their context") {
  struct Case {
    const char *text, *expected;
  };
  const Case cases[] = {
      {"Services in Go and Java", "Go=go Java=java"},
      {"Ready to go the extra mile as a developer", ""},
      {"Go developer", "Go=go"},
      {"Go to the office daily", ""},
      {"Experience with Go", "Go=go"},
      {"Experience in Go", ""},
      {"experience with go", ""},
      {"Go To Market plans for a developer", ""},
      {"R&D developer, statistics", "R&D=research-and-development"},
      {"R and statistics", "R=r"},
      {"John R. Smith", ""},
      {"C programming", "C=c"},
      {"a C-level programming director", ""},
      {"Vitamin C and programming", ""},
      {"Skills\nJava, C, R, Go", "Java=java C=c R=r Go=go"},
      {"Skills\njava, c, r, go", "java=java c=c r=r go=go"},
      {"Skills\nJava, Office, go", "Java=java"},
      {"Skills\nKubernetes, C", "Kubernetes=kubernetes"},
      {"Skills\nkubernetes, go", "kubernetes=kubernetes"},
      {"We go far, r they, c us", ""},
      {"Languages: C, Go, R", "C=c Go=go R=r"},
      {"Wrote C, Go and R", "C=c Go=go R=r"},
      {"Vitamins A, C, E", ""},
      {"Grades: C, Excel", ""},
      {"Excel and Word", "Excel=excel"},
      {"Excel at spreadsheet work", ""},
      {"MS Excel", "MS Excel=excel"},
      {"We excel, and write word by word", ""},
  };
  for (const Case& c : cases) {
    CAPTURE(c.text);
    CHECK(surfaces(read(c.text, lexicon(), As::resume), lexicon()) == c.expected);
  }
}

TEST_CASE("everyday words need a context, not a spelling") {
  struct Case {
    const char *text, *expected;
  };
  const Case cases[] = {
      {"We are a retail company", ""},
      {"RETAIL", ""},
      {"Ten years of experience in retail", "retail=retail"},
      {"Experience in the Retail Industry", "Retail Industry=retail"},
      {"Merchandising for RETAIL industries", "RETAIL industries=retail"},
      {"merchandise planning, retail", "merchandise planning=merchandise-planning retail=retail"},
      {"Skills\nproblem solving, merchandise planning, Retail",
       "problem solving=problem-solving merchandise planning=merchandise-planning Retail=retail"},
      {"Skills\nretail, travel", ""},
  };
  for (const Case& c : cases) {
    CAPTURE(c.text);
    CHECK(surfaces(read(c.text, lexicon(), As::resume), lexicon()) == c.expected);
  }
}

TEST_CASE("each mention names the rule that accepted it") {
  const auto rule_of = [](const char* text) {
    const Reading r = read(text, lexicon(), As::resume);
    REQUIRE(!r.mentions.mentions.empty());
    return std::string(rule_name(r.mentions.mentions.back().rule));
  };
  CHECK(rule_of("Kubernetes") == "alias");
  CHECK(rule_of("SAP") == "exact");
  CHECK(rule_of("goroutine pools in Go") == "context");
  CHECK(rule_of("Skills\njava, go") == "list");
}

TEST_CASE("where a posting speaks of its employer, fields are no mentions and tools are") {
  const auto found = [](const char* text) { return surfaces(read(text, lexicon(), As::posting), lexicon()); };
  CHECK(found("Requirements\nSQL\nWhat we offer\nmachine learning courses, Java mugs") ==
        "SQL=ambiguous-sql Java=java");
  CHECK(found("Requirements\nSQL\nAbout us\nR&D since 1990, in Java") == "SQL=ambiguous-sql Java=java");
  CHECK(found("About us\nR&D, Java") == "R&D=research-and-development Java=java");
  CHECK(found("Our house has done R&D for ninety years, and Java for ten.") == "Java=java");
  CHECK(found("Our house, known for machine learning, is looking for a baker with love for R&D, and Java.") ==
        "R&D=research-and-development Java=java");
  CHECK(found("Coordinating the R&D of a whole house and its baker in Java.") ==
        "R&D=research-and-development Java=java");
  CHECK(found("You bring to our house R&D of ten years, and Java.") == "R&D=research-and-development Java=java");
  CHECK(found("Requirements\nSQL\nAbout us\nA fine house. Experience with R&D and Java needed.") ==
        "SQL=ambiguous-sql R&D=research-and-development Java=java");
  CHECK(found("Requirements\nSQL\nAbout us\nOur expertise in machine learning and Java is known.") ==
        "SQL=ambiguous-sql Java=java");
  CHECK(found("Requirements\nSQL\nFollow us on Java and React.") == "SQL=ambiguous-sql");
  CHECK(found("Requirements\nMachine learning") == "Machine learning=machine-learning");
}

TEST_CASE("the name of a department is no mention of its field, and a team's tool is one") {
  for (const As as : {As::resume, As::posting}) {
    const auto found = [as](const char* text) { return surfaces(read(text, lexicon(), as), lexicon()); };
    CHECK(found("Skills of the R&D department") == "");
    CHECK(found("You know the Department of Machine Learning") == "");
    CHECK(found("Division: Computing and Machine Learning") == "");
    CHECK(found("You know, as a team: machine learning.") == "machine learning=machine-learning");
    CHECK(found("You know our machine learning & marketing team") == "");
    CHECK(found("You work with R&D, machine learning, sales and Java teams.") == "Java=java");
    CHECK(found("You know R&D, and the needs of Java teams.") == "R&D=research-and-development Java=java");
    CHECK(found("Shift: day Department: R&D") == "");
    CHECK(found("You know the Museum of Machine Learning, a machine learning conference and the R&D Academy") == "");
    CHECK(found("You know a large machine learning company, R&D firms and Java companies") == "Java=java");
    CHECK(found("You know R&D, and our Java team.") == "R&D=research-and-development Java=java");
  }
  CHECK(surfaces(read("A manager of R&D, machine learning\nCompany Ltd", lexicon(), As::resume), lexicon()) ==
        "R&D=research-and-development machine learning=machine-learning");
}

TEST_CASE("whom one works with, and what is called after a field, is no mention of it") {
  struct Case {
    const char* text;
    const char* expected;
  };
  const Case cases[] = {
      {"Conferred with sales, machine learning and R&D personnel", ""},
      {"Conferred with sales about R&D, machine learning",
       "R&D=research-and-development machine learning=machine-learning"},
      {"Cooperation with the lab, machine learning, and R&D", ""},
      {"Cooperation with the lab using machine learning, R&D",
       "machine learning=machine-learning R&D=research-and-development"},
      {"Coordinated large proposals with planning, R&D, and print", ""},
      {"Wrote large proposals with planning, R&D, and print", "R&D=research-and-development"},
      {"Served as liaison to the patent and R&D communities", ""},
      {"Worked with the R&D manager", ""},
      {"Worked with R&D, Java", "R&D=research-and-development Java=java"},
      {"Partnered with R&D, Java", "Java=java"},
      {"Partnered with R&D systems", "R&D=research-and-development"},
      {"Orders for all departments, such as sourcing, R&D", ""},
      {"Orders for all departments. Such are sourcing, R&D", "R&D=research-and-development"},
      {"Stakeholders (sales, R&D)", ""},
      {"Orders for vendors including print, R&D", ""},
      {"Clients include: Java, R&D, Kubernetes", ""},
      {"Clients, including conducting R&D, and Java", "R&D=research-and-development Java=java"},
      {"Companies such as Kubernetes, Java", ""},
      {"Tools such as Kubernetes, Java", "Kubernetes=kubernetes Java=java"},
      {"Interface with R&D, print", ""},
      {"Interface with R&D.", "R&D=research-and-development"},
      {"Closely with the press office,\nmachine learning and R&D", ""},
      {"Closely with the press office,\nMachine learning and R&D",
       "Machine learning=machine-learning R&D=research-and-development"},
      {"Experience in telecom, machine learning and other market segments", ""},
      {"Experience in telecom, machine learning and print", "machine learning=machine-learning"},
      {"Across telecom, machine learning, print, among other verticals", ""},
      {"Northern Machine Learning is looking for bakers", ""},
      {"Machine learning is fun", "Machine learning=machine-learning"},
      {"Print Division Family: R&D", ""},
      {"_Group:_ _Print & R&D_", ""},
      {"Established links with R&D and print", ""},
      {"Meetings with the print, R&D, optics or cloud teams", ""},
      {"The School of Physics & Machine Learning, the Office of Trade and R&D", ""},
      {"University of Ulm Physics and Machine Learning", "Machine Learning=machine-learning"},
      {"Machine Learning Student Society of Ulm", ""},
      {"Machine Learning and Trade Alliance", ""},
      {"Machine Learning, Student Society", "Machine Learning=machine-learning"},
      {"Machine Learning National Honor Society", "Machine Learning=machine-learning"},
      {"Machine learning in a society of experts", "Machine learning=machine-learning"},
  };
  for (const Case& c : cases) {
    CAPTURE(c.text);
    CHECK(surfaces(read(c.text, lexicon(), As::resume), lexicon()) == c.expected);
  }
}

TEST_CASE("a team that the author of a resume leads or belongs to brings its field") {
  const auto found = [](const char* text, As as = As::resume) {
    return surfaces(read(text, lexicon(), as), lexicon());
  };
  CHECK(found("Led the R&D team of the plant") == "R&D=research-and-development");
  CHECK(found("R&D team member") == "R&D=research-and-development");
  CHECK(found("Chair of the machine learning department") == "machine learning=machine-learning");
  CHECK(found("Helped the R&D team") == "");
  CHECK(found("Led the choir. The R&D team helped") == "");
  CHECK(found("Led the R&D committee") == "");
  CHECK(found("Our people led the R&D team for years.", As::posting) == "");
}

TEST_CASE("who is named as a reference brings nothing for the candidate") {
  const char* text = "Skills\nSQL, Java\nReferences\nDr. Ada Moss, Machine Learning, Java";
  CHECK(surfaces(read(text, lexicon(), As::resume), lexicon()) == "SQL=ambiguous-sql Java=java");
}

TEST_CASE("in a posting a job is no mention of its field, and its tool is one where nothing else names it") {
  const auto found = [](const char* text, As as = As::posting) {
    return surfaces(read(text, lexicon(), as), lexicon());
  };
  CHECK(found("Machine Learning Engineer (R&D)\nRequirements\nSQL") == "SQL=ambiguous-sql");
  CHECK(found("Java Developer\nRequirements\nSQL") == "Java=java SQL=ambiguous-sql");
  CHECK(found("Senior Developer, Java\nRequirements\nJava, SQL") == "Java=java SQL=ambiguous-sql");
  CHECK(found("Requirements\nSQL\nYou work with machine learning engineers.") == "SQL=ambiguous-sql");
  CHECK(found("Requirements\nSQL\nYou call our Engineer of Machine Learning or the R&D / Sales Developer.") ==
        "SQL=ambiguous-sql");
  CHECK(found("Machine Learning Engineer\nSkills\nSQL", As::resume) ==
        "Machine Learning=machine-learning SQL=ambiguous-sql");
}

TEST_CASE("hidden text is marked, and lists are told from prose") {
  Document document;
  document.text = "Skills\nJava, SQL\nExperience\nI wrote Kubernetes operators for a living";
  document.hidden = {{7, 11}};
  const Tokens tokens = tokenize(normalize(document.text));
  const Outline outline = make_outline(document, tokens, lexicon(), As::resume);
  const Mentions found = find_mentions(document, tokens, outline, lexicon());
  REQUIRE(found.mentions.size() == 3);
  CHECK(found.mentions[0].hidden);
  CHECK(!found.mentions[1].hidden);
  CHECK(found.mentions[1].in_list);
  CHECK(!found.mentions[2].in_list);
  CHECK(found.mentions[2].section == SectionKind::experience);
}

TEST_CASE("names without separators are a list, and a sentence with many names is none") {
  const auto in_list = [](const char* text) {
    return read(text, lexicon(), As::resume).mentions.mentions.back().in_list;
  };
  CHECK(in_list("java javascript sql kubernetes react java"));
  CHECK(!in_list("I moved java services and their sql to kubernetes, then taught react to the whole team"));
  CHECK(!in_list("java and sql"));
  CHECK(in_list("Skills\nI know java"));
}

namespace {

// The obvious matcher for unambiguous aliases: at every token, try every alias, longest first.
std::string slow_surfaces(const Reading& r, const std::vector<std::vector<std::string>>& aliases) {
  std::string out;
  for (std::uint32_t i = 0; i < r.tokens.size();) {
    std::uint32_t best = 0;
    for (const auto& alias : aliases) {
      std::uint32_t words = 0;
      while (words < alias.size() && i + words < r.tokens.size() && r.tokens[i + words].kind == TokenKind::word &&
             r.tokens.word(i + words) == alias[words]) {
        ++words;
      }
      if (words == alias.size()) best = std::max(best, words);
    }
    if (best > 0) out += std::string(slice(r.document.text, r.tokens.source_span({i, i + best}))) + ";";
    i += std::max(best, 1u);
  }
  return out;
}

}  // namespace

TEST_CASE("the trie walk agrees with the quadratic matcher on generated text") {
  Random random(11);
  const std::vector<std::string> words = {"a", "bb", "ccc", "dd"};
  for (int round = 0; round < 300; ++round) {
    std::string toml;
    std::vector<std::vector<std::string>> aliases;
    for (int skill = 0; skill < 6; ++skill) {
      std::vector<std::string> alias;
      std::string name;
      for (std::uint32_t n = 1 + random.below(4); n > 0; --n) alias.push_back("q" + random.pick(words));
      for (const std::string& word : alias) name += (name.empty() ? "" : " ") + word;
      if (toml.find("\"" + name + "\"") != std::string::npos) continue;
      toml += "[s" + std::to_string(skill) + "]\nname = \"" + name + "\"\nkind = \"tool\"\n";
      aliases.push_back(alias);
    }
    const Result<Lexicon> lexicon = Lexicon::compile({{"random.toml", toml}});
    if (!lexicon) continue;  // two names may join to the same letters: a clash, rightly refused
    std::string text;
    for (int n = 0; n < 40; ++n) text += "q" + random.pick(words) + (random.one_in(9) ? ", " : " ");
    const Reading r = read(text, *lexicon, As::resume);
    std::string found;
    for (const Mention& m : r.mentions.mentions) found += std::string(slice(r.document.text, m.span)) + ";";
    CAPTURE(toml);
    CAPTURE(text);
    REQUIRE(found == slow_surfaces(r, aliases));
  }
}

TEST_CASE("any bytes whatever give disjoint mentions in text order") {
  Random random(5);
  const std::vector<std::string> pieces = {
      "Java",     "C",  "C++",     ".NET",     "R&D",           "go",   "Go",     " ",
      "\n",       ", ", ":",       "-",        "\xE2\x80\xA2 ", "/",    "skills", "requirements",
      "\xC3\xA9", ".",  "machine", "learning", "is a plus",     "2019", "\t",     "@",
      "'"};
  for (int round = 0; round < 2000; ++round) {
    std::string text;
    for (std::uint32_t n = random.below(60); n > 0; --n) text += random.pick(pieces);
    const Reading r = read(text, lexicon(), random.one_in(2) ? As::resume : As::posting);
    std::uint32_t end = 0;
    for (const Mention& m : r.mentions.mentions) {
      REQUIRE(m.span.begin >= end);
      REQUIRE(m.span.end > m.span.begin);
      REQUIRE(m.span.end <= text.size());
      end = m.span.end;
    }
  }
}
