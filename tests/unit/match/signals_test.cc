#include "match/signals.h"

#include <doctest/doctest.h>

#include <set>

#include "sample_profiles.h"

using namespace skillfit;
using namespace skillfit::testing;

TEST_CASE("signals: every row is complete, unique and in its place") {
  std::set<std::string_view> names, docs;
  std::int32_t place = 0;
  for (const Signal& signal : signals()) {
    CAPTURE(signal.name);
    CHECK(static_cast<std::int32_t>(signal.id) == place++);
    CHECK(signal.weight > 0);
    CHECK(names.insert(signal.name).second);
    CHECK(docs.insert(signal.doc).second);
    CHECK(signal.doc.size() > 20);
    CHECK(signal_name(signal.id) == signal.name);
  }
}

TEST_CASE("signals: default weights add up to 100, so that they read as per cent") {
  std::int32_t sum = 0;
  for (const std::int32_t weight : default_signal_weights().value) sum += weight;
  CHECK(sum == 100);
}

TEST_CASE("skills: what evidence is worth") {
  struct Case {
    const char* name;
    AskedSkill asked;
    std::vector<std::tuple<const char*, Grade, std::int32_t>> held;
    Value value, own;
    const char* holder;
  };
  const Case cases[] = {
      {"nothing", {{skill("java")}}, {}, 0, 0, ""},
      {"hidden", {{skill("java")}}, {{"java", Grade::none, 0}}, 0, 0, ""},
      {"bare list", {{skill("java")}}, {{"java", Grade::list, 0}}, 400'000, 400'000, "java"},
      {"prose", {{skill("java")}}, {{"java", Grade::prose, 0}}, 700'000, 700'000, "java"},
      {"dated position", {{skill("java")}}, {{"java", Grade::position, 3}}, 1'000'000, 1'000'000, "java"},
      {"the best place counts",
       {{skill("java")}},
       {{"java", Grade::list, 0}, {"java", Grade::prose, 0}},
       700'000,
       700'000,
       "java"},
      {"as many months as asked",
       {{skill("java")}, Stance::required, 36},
       {{"java", Grade::position, 36}},
       1'000'000,
       1'000'000,
       "java"},
      {"a third of the months: half and a sixth",
       {{skill("java")}, Stance::required, 36},
       {{"java", Grade::position, 12}},
       666'666,
       666'666,
       "java"},
      {"months asked, a bare list shows none",
       {{skill("java")}, Stance::required, 36},
       {{"java", Grade::list, 0}},
       200'000,
       200'000,
       "java"},
      {"a narrower skill is the skill",
       {{skill("programming")}},
       {{"python", Grade::position, 1}},
       1'000'000,
       1'000'000,
       "python"},
      {"also two steps down", {{skill("database")}}, {{"mysql", Grade::prose, 0}}, 700'000, 700'000, "mysql"},
      {"a broader skill is not", {{skill("python")}}, {{"programming", Grade::position, 9}}, 0, 0, ""},
      {"a related skill earns its share", {{skill("java")}}, {{"kotlin", Grade::position, 9}}, 500'000, 0, "kotlin"},
      {"related is not symmetric", {{skill("kotlin")}}, {{"java", Grade::position, 9}}, 700'000, 0, "java"},
      {"the share of a lower grade", {{skill("java")}}, {{"kotlin", Grade::list, 0}}, 200'000, 0, "kotlin"},
      {"own and related: the better, not the sum",
       {{skill("kotlin")}},
       {{"kotlin", Grade::list, 0}, {"java", Grade::position, 5}},
       700'000,
       400'000,
       "java"},
      {"siblings are not related by themselves", {{skill("python")}}, {{"java", Grade::position, 5}}, 0, 0, ""},
      {"of alternatives the best",
       {{skill("java"), skill("python")}},
       {{"java", Grade::list, 0}, {"python", Grade::prose, 0}},
       700'000,
       700'000,
       "python"},
      {"a certificate in a list is held",
       {{skill("first-aid")}},
       {{"first-aid", Grade::list, 0}},
       1'000'000,
       1'000'000,
       "first-aid"},
      {"so is a language, whatever the months",
       {{skill("german")}, Stance::required, 24},
       {{"german", Grade::list, 0}},
       1'000'000,
       1'000'000,
       "german"},
  };
  for (const Case& c : cases) {
    CAPTURE(c.name);
    const Profile posting = posting_asking({c.asked});
    Profile resume = empty_profile(As::resume);
    for (const auto& [key, grade, months] : c.held) add_evidence(resume, skill(key), grade, months);
    const Ask asked = make_asks(posting, default_signal_weights()).front();
    const Verdict verdict = signal_of(asked).judge(asked, {resume, posting, sample_lexicon()});
    CHECK(verdict.value == c.value);
    CHECK(verdict.own == c.own);
    CHECK((verdict.holder ? sample_lexicon().key(*verdict.holder) : std::string_view()) == c.holder);
  }
}

TEST_CASE("title, years and education: what earns how much") {
  struct Case {
    const char* name;
    Requirement asked;
    std::int32_t months;
    DegreeLevel degree;
    std::vector<std::string> titled;
    Value expected;
  };
  const auto of = [](RequirementKind kind, std::int32_t months, DegreeLevel degree, bool or_equivalent) {
    Requirement requirement;
    requirement.kind = kind;
    requirement.months = months;
    requirement.degree = degree;
    requirement.or_equivalent = or_equivalent;
    requirement.weight = 1;
    return requirement;
  };
  using enum DegreeLevel;
  const Requirement years = of(RequirementKind::months, 60, none, false);
  const Requirement title = of(RequirementKind::title, 0, none, false);
  const auto degree = [&](DegreeLevel level) { return of(RequirementKind::degree, 0, level, false); };
  const auto equivalent = [&](DegreeLevel level) { return of(RequirementKind::degree, 0, level, true); };
  const Case cases[] = {
      {"no time", years, 0, none, {}, 0},
      {"a third of it", years, 20, none, {}, 333'333},
      {"all", years, 60, none, {}, kFullValue},
      {"more", years, 600, none, {}, kFullValue},
      {"no title", title, 0, none, {}, 0},
      {"one word of two", title, 0, none, {"data", "entry"}, 500'000},
      {"both, in any order", title, 0, none, {"engineer", "of", "data"}, kFullValue},
      {"no degree", degree(bachelor), 0, none, {}, 0},
      {"the level below", degree(bachelor), 0, associate, {}, 500'000},
      {"two below", degree(master), 0, associate, {}, 0},
      {"the level", degree(bachelor), 0, bachelor, {}, kFullValue},
      {"above", degree(bachelor), 0, doctorate, {}, kFullValue},
      {"school asked, nothing said", degree(secondary), 0, none, {}, 0},
      {"time without 'or equivalent'", degree(bachelor), 400, none, {}, 0},
      {"or equivalent: four years", equivalent(bachelor), 48, none, {}, kFullValue},
      {"or equivalent: a month short", equivalent(bachelor), 47, none, {}, 0},
      {"or equivalent: two years from bachelor to master", equivalent(master), 24, bachelor, {}, kFullValue},
      {"or equivalent: short, but the level below", equivalent(master), 23, bachelor, {}, 500'000},
  };
  for (const Case& c : cases) {
    CAPTURE(c.name);
    Profile posting = posting_asking({{{skill("java")}}});
    posting.requirements.push_back(c.asked);
    posting.title_words = title_words({"data", "engineer"});
    Profile resume = empty_profile(As::resume);
    resume.months = c.months;
    resume.degree = c.degree;
    resume.title_words = title_words(c.titled);
    const Ask asked = make_asks(posting, default_signal_weights()).back();
    REQUIRE(asked.requirement->kind == c.asked.kind);
    CHECK(signal_of(asked).judge(asked, {resume, posting, sample_lexicon()}).value == c.expected);
  }
}

TEST_CASE("title: what its words are worth") {
  Profile posting = posting_asking({{{skill("java")}}});
  posting.title_words = title_words({"hotel", "manager"});
  ask(posting, RequirementKind::title);
  struct Case {
    const char* name;
    std::vector<TitleWord> held;
    Value expected;
  };
  const Case cases[] = {
      {"nothing of it", {title_word("nurse")}, 0},
      {"a word that any trade has counts a quarter", {title_word("manager")}, 200'000},
      {"the word that says which", {title_word("hotel")}, 800'000},
      {"both", {title_word("manager"), title_word("hotel")}, kFullValue},
      {"both, in an earlier position", {title_word("manager", false), title_word("hotel", false)}, 500'000},
      {"one now, one earlier", {title_word("manager"), title_word("hotel", false)}, 600'000},
      {"another job of the trade", {title_word("concierge")}, 400'000},
      {"that one earlier", {title_word("concierge", false)}, 200'000},
      {"earlier itself, now another of the trade", {title_word("hotel", false), title_word("concierge")}, 400'000},
  };
  for (const Case& c : cases) {
    CAPTURE(c.name);
    Profile resume = empty_profile(As::resume);
    resume.title_words = c.held;
    const Ask asked = make_asks(posting, default_signal_weights()).back();
    REQUIRE(asked.signal == SignalId::title);
    CHECK(signal_of(asked).judge(asked, {resume, posting, sample_lexicon()}).value == c.expected);
  }
}
