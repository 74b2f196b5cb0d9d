#include "skillfit/posting_file.h"

#include <doctest/doctest.h>

#include <algorithm>
#include <string>

#include "profile/tfidf.h"
#include "random.h"
#include "sample_lexicon.h"

using namespace skillfit;
using namespace skillfit::testing;

namespace {

const Weights& weights() {
  static const Weights kWeights =
      *Weights::parse("#documents\t99\njava\t49\npython\t24\nkotlin\t4\n", "", sample_lexicon());
  return kWeights;
}

Profile posting_of(const std::string& toml, RoleLevel level = RoleLevel::entry) {
  const Result<PostingFile> file = parse_posting_file(toml, "p.toml", sample_lexicon());
  CAPTURE(toml);
  REQUIRE_MESSAGE(file, to_string(file.error()));
  return make_profile(*file, level, {sample_lexicon(), weights(), {make_month(2026, 6)}});
}

std::string skills_of(const Requirement& requirement) {
  std::string out;
  for (const SkillId skill : requirement.any_of)
    out += (out.empty() ? "" : "|") + std::string(sample_lexicon().key(skill));
  return out;
}

// "required java|kotlin 36 m; preferred bachelor": what is asked for, in order.
std::string asks_of(const Profile& posting) {
  std::string out;
  for (const Requirement& r : posting.requirements) {
    out += (out.empty() ? "" : "; ") + std::string(stance_name(r.stance));
    if (r.kind == RequirementKind::skill) out += " " + skills_of(r);
    if (r.kind == RequirementKind::term) out += " " + posting.asked_terms[static_cast<std::size_t>(r.term)].text;
    if (r.kind == RequirementKind::degree) out += " " + std::string(degree_name(r.degree));
    if (r.kind == RequirementKind::title) out += " title";
    if (r.level != LanguageLevel::unstated) out += " " + std::string(language_level_name(r.level));
    if (r.or_equivalent) out += " or equivalent";
    if (r.months > 0) out += " " + std::to_string(r.months) + " m";
  }
  return out;
}

}  // namespace

TEST_CASE("posting file: what is asked for") {
  struct Case {
    const char* name;
    const char* toml;
    const char* expected;
  };
  const Case cases[] = {
      {"a skill", "[[requirement]]\nany_of = ['java']", "required java"},
      {"alternatives, by key", "[[requirement]]\nany_of = ['kotlin', 'java']\nmonths = 36",
       "required java|kotlin 36 m"},
      {"time, a degree, a title",
       "title = 'Developer'\n[[requirement]]\nmonths = 60\nstance = 'preferred'\n"
       "[[requirement]]\ndegree = 'bachelor'\nor_equivalent = true\n[[requirement]]\nany_of = ['java']",
       "mentioned title; preferred 60 m; required bachelor or equivalent; required java"},
      {"a language with its level", "[[requirement]]\nany_of = ['german']\nlevel = 'C1'", "required german C1"},
      {"a name that the lexicon does not know",
       "[[requirement]]\nany_of = ['java']\n[[requirement]]\nterm = 'Zorvex'\ntext = 'Zorvex, too'",
       "required java; required Zorvex"},
      {"a term where no skill is asked for as strongly",
       "[[requirement]]\nany_of = ['java']\n"
       "[[requirement]]\nterm = 'Zorvex'\nstance = 'preferred'",
       "required java"},
      {"an item of a list of skills where none is asked for as strongly",
       "[[requirement]]\nany_of = ['java']\n"
       "[[requirement]]\nterm = 'Zorvex'\nstance = 'preferred'\nlisted = true",
       "required java; preferred Zorvex"},
      {"Windows line ends and a byte order mark", "\xEF\xBB\xBF[[requirement]]\r\nany_of = ['java']\r\n",
       "required java"},
  };
  for (const Case& c : cases) {
    CAPTURE(c.name);
    CHECK(asks_of(posting_of(c.toml)) == c.expected);
  }
}

TEST_CASE("posting file: evidence is the bytes of the file") {
  const std::string toml =
      "# \xC3\xA4\ntitle = \"D\xC3\xA9veloppeur Java\"\n[[requirement]]\nany_of = [ 'kotlin', \"java\" ]\n"
      "text = \"caf\xC3\xA9 Java\"\n";
  const Profile posting = posting_of(toml);
  REQUIRE(posting.requirements.size() == 2);
  CHECK(slice(toml, posting.title) == "D\xC3\xA9veloppeur Java");
  const Requirement& java = posting.requirements[1];
  REQUIRE(java.evidence.size() == 2);
  CHECK(slice(toml, java.evidence[0]) == "kotlin");
  CHECK(slice(toml, java.evidence[1]) == "java");
  CHECK(slice(toml, java.sentence) == "caf\xC3\xA9 Java");
}

TEST_CASE("posting file: other titles will do as well as the first") {
  const std::string toml =
      "title = \"Sous chef\"\nalso_called = [\"Kitchen manager\", \"Cook\"]\n[[requirement]]\nany_of = [\"java\"]\n";
  const Profile posting = posting_of(toml);
  std::string words;
  for (const TitleWord& word : posting.title_words) words += word.word + " " + std::to_string(word.title) + "; ";
  CHECK(words == "sou 0; chef 0; kitchen 1; manager 1; cook 2; ");
  std::string evidence;
  for (const SourceSpan place : posting.requirements[0].evidence) evidence += std::string(slice(toml, place)) + "; ";
  CHECK(evidence == "Sous chef; Kitchen manager; Cook; ");
}

TEST_CASE("posting file: how often a skill is named counts in the vector") {
  const auto entry = [](const Profile& posting, const char* key) {
    return static_cast<std::int32_t>(
        posting.tfidf.coeff(static_cast<Eigen::Index>(index(*sample_lexicon().find(key)))));
  };
  const std::int32_t java = weights().idf(*sample_lexicon().find("java"));
  const std::int32_t kotlin = weights().idf(*sample_lexicon().find("kotlin"));
  const std::string asked = "[[requirement]]\nany_of = ['java', 'kotlin']\n";
  CHECK(entry(posting_of(asked), "java") == tfidf_entry(1, java));
  CHECK(entry(posting_of(asked + "times = 3"), "kotlin") == tfidf_entry(3, kotlin));
  CHECK(entry(posting_of(asked + "times = { java = 2 }"), "java") == tfidf_entry(2, java));
  CHECK(entry(posting_of(asked + "times = { java = 2 }"), "kotlin") == tfidf_entry(1, kotlin));
  CHECK(entry(posting_of(asked + "times = 900"), "java") == tfidf_entry(5, java));
  const Profile named = posting_of(asked + "[also_named]\npython = 2\n");
  CHECK(entry(named, "python") == tfidf_entry(2, weights().idf(*sample_lexicon().find("python"))));
  CHECK(asks_of(named) == "required java|kotlin");
}

TEST_CASE("posting file: a role asks for more with every level") {
  const std::string role =
      "title = 'Developer'\n[entry]\nyears = [0, 1]\n[mid]\nyears = [2, 5]\n[senior]\nyears = [6]\n"
      "[[requirement]]\nany_of = ['java']\n"
      "[[requirement]]\nany_of = ['python']\nstance = 'preferred'\nfrom = 'mid'\n"
      "[[requirement]]\nany_of = ['python']\nfrom = 'senior'\n"
      "[[requirement]]\ndegree = 'bachelor'\n[[requirement]]\ndegree = 'master'\nfrom = 'senior'\n";
  CHECK(asks_of(posting_of(role, RoleLevel::entry)) == "mentioned title; required java; required bachelor");
  CHECK(asks_of(posting_of(role, RoleLevel::mid)) ==
        "mentioned title; required 24 m; required java; preferred python; required bachelor");
  CHECK(asks_of(posting_of(role, RoleLevel::senior)) ==
        "mentioned title; required 72 m; required java; required python; required master");
}

TEST_CASE("posting file: a mistake is told with its place and what to write instead") {
  struct Case {
    const char* name;
    const char* toml;
    std::uint32_t line, column;
    const char* says;
  };
  const Case cases[] = {
      {"no TOML", "[[requirement]]\nany_of = java\n", 2, 10, ""},
      {"nothing asked for", "title = 'Developer'\n", 1, 1, "add a [[requirement]]"},
      {"a slip", "[[requirement]]\nany_of = ['jva']\n", 2, 11, "did you mean \"java\"?"},
      {"a name in place of a key", "[[requirement]]\nany_of = ['java', 'first aid certificate']\n", 2, 19,
       "did you mean \"first-aid\"?"},
      {"no such skill", "[[requirement]]\nany_of = ['zorvexation']\n", 2, 11, "skillfit lexicon find"},
      {"an unknown stance", "[[requirement]]\nany_of = ['java']\nstance = 'must'\n", 3, 10,
       "use required, preferred or mentioned"},
      {"a stance of resumes", "[[requirement]]\nany_of = ['java']\nstance = 'has'\n", 3, 10, "use required"},
      {"negative months", "[[requirement]]\nany_of = ['java']\nmonths = -3\n", 3, 10, "from 1 to 600"},
      {"months with a fraction", "[[requirement]]\nmonths = 3.5\n", 2, 10, "whole number"},
      {"a skill twice in one", "[[requirement]]\nany_of = ['java', 'java']\n", 2, 20, "stands here twice"},
      {"a skill in two", "[[requirement]]\nany_of = ['java']\n[[requirement]]\nany_of = ['kotlin', 'java']\n", 4, 12,
       "in line 2"},
      {"time asked for twice", "[[requirement]]\nmonths = 6\n[[requirement]]\nmonths = 9\n", 4, 10, "in line 2"},
      {"two things at once", "[[requirement]]\nany_of = ['java']\ndegree = 'master'\n", 1, 1, "one thing"},
      {"a requirement without a thing", "\n[[requirement]]\nstance = 'required'\n", 2, 1, "one thing"},
      {"an unknown field", "[[requirement]]\nany_of = ['java']\nlevle = 'C1'\n", 3, 1, "any_of, months, times, level"},
      {"a field of another kind", "[[requirement]]\ndegree = 'master'\ntimes = 2\n", 3, 1, "or_equivalent"},
      {"an unknown field above", "titel = 'Developer'\n[[requirement]]\nany_of = ['java']\n", 1, 1, "title"},
      {"one table only", "[requirement]\nany_of = ['java']\n", 1, 1, "[[requirement]]"},
      {"times of another skill", "[[requirement]]\nany_of = ['java']\ntimes = { python = 2 }\n", 3, 11,
       "does not name"},
      {"the first of two", "title = 3\n[[requirement]]\nany_of = []\n", 1, 9, "in quotes"},
      {"columns are characters",
       "title = '\xC3\xA4\xC3\xB6'\n[[requirement]]\ntext = '\xC3\xA4'\nany_of = ['\xC3\xA4\xC3\xB6', 'jva']\n", 4, 11,
       "key"},
      {"pay without a year", "[entry]\nyears = [0]\npay = { from = 1, to = 2 }\n[[requirement]]\nany_of = ['java']\n",
       3, 7, "pay must be such as"},
      {"years that end before they begin", "[entry]\nyears = [3, 1]\n[[requirement]]\nany_of = ['java']\n", 2, 13,
       "from 3 to 50"},
  };
  for (const Case& c : cases) {
    CAPTURE(c.name);
    const Result<PostingFile> file = parse_posting_file(c.toml, "p.toml", sample_lexicon());
    REQUIRE_FALSE(file);
    const Error& error = file.error();
    CAPTURE(to_string(error));
    CHECK(error.code == ErrorCode::malformed);
    CHECK(error.file == "p.toml");
    CHECK(error.line == c.line);
    CHECK(error.column == c.column);
    CHECK(error.message.find(c.says) != std::string::npos);
    CHECK_FALSE(error.excerpt.empty());
  }
}

TEST_CASE("posting file: damaged files end in a posting or in a place") {
  const std::string whole =
      "title = \"D\xC3\xA9veloppeur\"\n[entry]\nyears = [0, 1]\n[[requirement]]\nany_of = ['java', \"kotlin\"]\n"
      "times = { java = 2 }\nmonths = 12\n[[requirement]]\ndegree = 'bachelor'\nfields = ['database']\n"
      "[[requirement]]\nterm = \"\"\"Zor\nvex\"\"\"\n[also_named]\npython = 1\n";
  const std::vector<std::string> scraps = {"'''",         "\"\"\"", "[[", "\r\n", "{", "\xC3", "= 9999999999999999999",
                                           "\xEF\xBB\xBF"};
  Random random(7);
  int good = 0;
  for (int round = 0; round < 4000; ++round) {
    std::string toml = whole;
    for (std::uint32_t left = random.below(4); left > 0; --left) {
      const std::uint32_t at = random.below(static_cast<std::uint32_t>(toml.size()));
      if (random.one_in(2)) {
        toml.erase(at, 1 + random.below(20));
      } else {
        toml.insert(at, random.pick(scraps));
      }
    }
    CAPTURE(toml);
    const Result<PostingFile> file = parse_posting_file(toml, "p.toml", sample_lexicon());
    if (file) {
      ++good;
      for (const Requirement& asked :
           make_profile(*file, RoleLevel::entry, {sample_lexicon(), weights(), {}}).requirements) {
        REQUIRE_FALSE(asked.evidence.empty());
        for (const SourceSpan span : asked.evidence) REQUIRE((span.begin <= span.end && span.end <= toml.size()));
      }
    } else if (file.error().line > 0) {  // 0: not UTF-8
      REQUIRE(file.error().line <= static_cast<std::uint32_t>(std::count(toml.begin(), toml.end(), '\n')) + 1);
    }
  }
  CHECK(good > 500);
  CHECK(good < 3500);
}
