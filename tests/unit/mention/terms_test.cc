#include <doctest/doctest.h>

#include <string>

#include "random.h"
#include "reading.h"

using namespace skillfit;
using namespace skillfit::testing;

namespace {

// "Zorvex; thermal plating" in text order. The names are invented, so that no lexicon will ever know them.
std::string terms_of(const Reading& r) {
  std::string out;
  for (const Term& term : r.mentions.terms) {
    out += (out.empty() ? "" : "; ") + std::string(slice(r.document.text, term.span));
  }
  return out;
}

struct Case {
  std::string text;
  std::string expected;
};

void check(const Case* cases, std::size_t count, As as, const std::string& heading) {
  for (std::size_t i = 0; i < count; ++i) {
    CAPTURE(cases[i].text);
    CHECK(terms_of(read(heading + cases[i].text, Lexicon::embedded(), as)) == cases[i].expected);
  }
}

}  // namespace

TEST_CASE("terms: what a cue in prose announces") {
  const Case kCases[] = {
      {"Experience with Zorvex.", "Zorvex"},
      {"Experience with Zorvex, Quillbase and Plindar Cloud.", "Zorvex; Quillbase; Plindar Cloud"},
      {"Experience with Zorvex or Quillbase is required.", "Zorvex; Quillbase"},
      {"Knowledge of Zorvex/Quillbase", "Zorvex; Quillbase"},
      {"Strong knowledge of Zorvex and/or Quillbase", "Zorvex; Quillbase"},
      {"Proficient in Java, Zorvex and SQL.", "Zorvex"},
      {"Familiarity with the Zorvex spooling platform", "Zorvex"},
      {"Familiarity with Zorvex tools", "Zorvex"},
      {"Familiarity with modern Zorvex skills", "Zorvex"},
      {"Experience with QRZ design", "QRZ design"},
      {"Experience with eQuill and iZorv", "eQuill; iZorv"},
      {"Experience with zorvex.js and quill-base", "zorvex.js; quill-base"},
      {"Experience with Zorvex 7", "Zorvex"},
      {"Knowledge of the Bill of Quillage", "Bill of Quillage"},
      {"Knowledge of plindar spooling", "plindar spooling"},
      {"Knowledge of plindar spooling and quill wimbling", "plindar spooling; quill wimbling"},
      {"Knowledge of plindar and quill spooling", "plindar and quill spooling"},
      {"Good knowledge of the principles of plindar spooling", "plindar spooling"},
      {"Understanding of various plindar spooling techniques", "plindar spooling techniques"},
      {"Degree in plindarology", ""},
      {"Bachelor's degree in Plindar Science or a related field", "Plindar Science"},
      {"Certified in Zorvex", "Zorvex"},
      {"Expertise in: Zorvex, Quillbase", "Zorvex; Quillbase"},
      {"Tools such as Zorvex and Quillbase", "Zorvex; Quillbase"},
      {"Databases like Quillbase", "Quillbase"},
      {"Java frameworks, e.g. Zorvex or Quill", "Zorvex; Quill"},
      {"Build services using Zorvex", "Zorvex"},
      {"We ask for EXPERIENCE WITH ZORVEX", "ZORVEX"},
      {"Knowledge of <PRODUCT> and Zorvex", ""},
      {"Experience with <ORGANIZATION>", ""},
      {"Experience with Java", ""},
      {"Experience with Java and SQL.", ""},
      {"Experience in a fast-paced environment", ""},
      {"Experience working with people", ""},
      {"Experience with other teams", ""},
      {"Experience with our customers and partners", ""},
      {"Experience in developing and maintaining things", ""},
      {"5 years of experience with 3 employers", ""},
      {"Understanding of the importance of details", ""},
      {"Understanding of how we work", ""},
      {"Knowledge of scientific or technical matters", ""},
      {"Build services using the right approach", ""},
      {"Experience with written and spoken Java", ""},
      {"Experience with plindar spooling quill wimbling zorvex bending methods", ""},
      {"Experience as a Zorvex Consultant", ""},
      {"Experience with Zorvex Consultants", ""},
      {"Experience with Zorvex's", ""},
      {"Experience with zorvexDesired", ""},
      {"We sold chairs such as Quillbase", ""},
      {"We met Zorvex and had lunch with Quillbase.", ""},
      {"Experience at Zorvex Ltd", ""},
  };
  check(kCases, std::size(kCases), As::posting, "Requirements\n");
}

TEST_CASE("terms: neighbours and brackets") {
  const Case kCases[] = {
      {"All of it runs on Java, Zorvex and SQL here.", "Zorvex"},
      {"You maintain SQL and our Docker, Zorvex.", "Zorvex"},
      {"You know your SQL, your Java and Zorvex", "Zorvex"},
      {"As you know we have learnt so much of Java, The Zorvex Mill", ""},
      {"Java (Zorvex, Quillbase)", "Zorvex; Quillbase"},
      {"Experience with spooling tools (Zorvex, Quillbase)", "spooling tools; Zorvex; Quillbase"},
      {"Experience with spooling tools (Zorvex)", "spooling tools"},
      {"Zorvex Execution Systems (ZES)", ""},
      {"We sold many chairs (Zorvex, Quillbase)", ""},
      {"You maintain Java, Zorvex products are sold elsewhere", ""},
      {"We love Java, people and coffee", ""},
      {"Reach us at Java, hello@zorvex.com", ""},
  };
  check(kCases, std::size(kCases), As::posting, "Requirements\n");
}

TEST_CASE("terms: items of lists of skills") {
  const Case kCases[] = {
      {"Java, Zorvex, Plindar Quilling", "Zorvex; Plindar Quilling"},
      {"- Zorvex\n- Plindar spooling\n- Java", "Zorvex; Plindar spooling"},
      {"Languages: Java, Zorvex", "Zorvex"},
      {"Zorvex | Quillbase | Java", "Zorvex; Quillbase"},
      {"Plindar spooling and wimbling", ""},
      {"java, zorvex, quillbase", "zorvex; quillbase"},
      {"Java, SQL, plindar spooling, quilling", "plindar spooling"},
      {"Managed a team of nine", ""},
      {"Java, Zorvex Consultant", ""},
      {"Highly organized", ""},
      {"2014", ""},
      {"Java, 2014", ""},
      {"Java, <LOCATION>", ""},
      {"Good at plindar spooling when it rains", ""},
      {"Excel", ""},
  };
  check(kCases, std::size(kCases), As::resume, "Skills\n");
}

TEST_CASE("terms: a posting's list of skills means each of its items") {
  const Case kCases[] = {
      {"- Java\n- zorvex\n- plindar spooling", "zorvex; plindar spooling"},
      {"Java, customers, plindar manager", "customers; plindar manager"},
      {"- excel\n- Java", "excel"},  // the policy cannot tell
      {"- strong communication", ""},
      {"- Head of Plindar", "Head of Plindar"},
      {"- quill executive/plindar officer\n- QX/UV", "quill executive; plindar officer; QX/UV"},
      {"- hr\n- it", ""},
      {"- 2014\n- <PLACE>", ""},
      {"- add, subtract, multiply with Java in whatever place you are", ""},
      {"- able to plindar", ""},
      {"You know tools, methods and software for plindar spooling.", ""},
  };
  check(kCases, std::size(kCases), As::posting, "Key skills:\n");
  for (const As as : {As::posting, As::resume}) {
    const Reading r = read("Skills\nJava, Zorvex, plindar spooling\nRequirements\n- Experience with Quillbase\n",
                           Lexicon::embedded(), as);
    REQUIRE(terms_of(r) == "Zorvex; plindar spooling; Quillbase");
    CHECK(r.mentions.terms[0].listed == (as == As::posting));
    CHECK(r.mentions.terms[1].listed == (as == As::posting));
    CHECK_FALSE(r.mentions.terms[2].listed);
  }
}

TEST_CASE("terms: the place decides") {
  const Case kCases[] = {
      {"Requirements\nJava, Zorvex", "Zorvex"},
      {"Technologies\nJava, Zorvex", "Zorvex"},
      {"About us\nWe have experience with Zorvex.", ""},
      {"Benefits\nTraining in Zorvex", ""},
      {"Education\nJava, Zorvex Hall, 2014", ""},
      {"Requirements\nJava, University of Zorvex, Zorvex College", ""},
      {"Responsibilities\nJava, Zorvex, SQL", "Zorvex"},
      {"Responsibilities\nZorvex, Quillbase, Berlin", ""},
      {"Requirements\nWithout regard to race, religion, experience with Zorvex.", ""},
  };
  check(kCases, std::size(kCases), As::posting, "");
}

TEST_CASE("terms of two documents are compared by folded words") {
  const Case cases[] = {
      {"Zorvex", "zorvex"},
      {"ZORVEX", "zorvex"},
      {"quill-base", "quill base"},
      {"Quill_Base", "quill base"},
      {"Quill / Base", "quill base"},
      {"zorvex.js", "zorvex js"},
      {"Data Vaults", "data vault"},
      {"data vault", "data vault"},
      {"Quill switches", "quill switch"},
      {"Zorvex++", "zorvex++"},
      {"quill glass", "quill glass"},
      {"Zorvexus", "zorvexus"},
      {"quills switch", "quill switch"},
      {"Straße", "strasse"},
      {"Ｚｏｒｖｅｘ", "zorvex"},
  };
  for (const Case& c : cases) {
    CAPTURE(c.text);
    const Tokens tokens = tokenize(normalize(c.text));
    CHECK(term_key(tokens, {0, tokens.size()}) == c.expected);
  }
}

TEST_CASE("terms have the stance of their sentence") {
  const Reading posting =
      read("Requirements\nExperience with Zorvex.\nExperience with Quillbase is a plus.\nNo experience with Plindar.",
           Lexicon::embedded(), As::posting);
  REQUIRE(terms_of(posting) == "Zorvex; Quillbase; Plindar");
  CHECK(posting.mentions.terms[0].stance == Stance::required);
  CHECK(posting.mentions.terms[1].stance == Stance::preferred);
  CHECK(posting.mentions.terms[2].stance == Stance::negated);
  const Reading resume = read("Skills\nZorvex\n", Lexicon::embedded(), As::resume);
  REQUIRE(terms_of(resume) == "Zorvex");
  CHECK(resume.mentions.terms[0].stance == Stance::has);
  CHECK(resume.mentions.terms[0].section == SectionKind::skills);
}

// Whatever the text: in order, disjoint from each other and from the mentions, whole tokens of one line.
TEST_CASE("terms keep their promises on texts put together at random") {
  const std::vector<std::string> words = {"Java",
                                          "SQL",
                                          "Zorvex",
                                          "quill-base",
                                          "and",
                                          "or",
                                          ",",
                                          "/",
                                          "(",
                                          ")",
                                          "tools such as",
                                          "the",
                                          "plindar",
                                          "of",
                                          "\n",
                                          "\n- ",
                                          ":",
                                          ".",
                                          "experience with",
                                          "skills",
                                          "Skills\n",
                                          "\nRequirements\n",
                                          "<",
                                          "team",
                                          "C++",
                                          "node.js",
                                          "2014",
                                          "knowledge of",
                                          "é",
                                          "’s"};
  Random random(20260607);
  std::size_t found = 0;
  for (int round = 0; round < 3000; ++round) {
    std::string text;
    for (std::uint32_t n = random.below(60); n > 0; --n) {
      text += random.pick(words);
      if (!random.one_in(8)) text += ' ';
    }
    CAPTURE(text);
    const Reading r = read(text, Lexicon::embedded(), round % 2 == 0 ? As::posting : As::resume);
    std::uint32_t free_from = 0;
    for (const Term& term : r.mentions.terms) {
      ++found;
      REQUIRE(term.tokens.first >= free_from);
      free_from = term.tokens.last;
      REQUIRE(term.span == r.tokens.source_span(term.tokens));
      REQUIRE(slice(r.document.text, term.span).find('\n') == std::string_view::npos);
      for (const Mention& m : r.mentions.mentions) {
        REQUIRE((m.tokens.last <= term.tokens.first || term.tokens.last <= m.tokens.first));
      }
    }
  }
  CHECK(found > 500);
}
