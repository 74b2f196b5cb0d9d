#include <doctest/doctest.h>

#include <algorithm>
#include <string>

#include "random.h"
#include "skillfit/engine.h"

using namespace skillfit;
using namespace skillfit::testing;

namespace {

// The names are invented, so that no lexicon will ever know them.
constexpr const char* kPosting =
    "Requirements\n- SQL and Python\n- Experience with Zorvex, Quillbase and thermal plating\n"
    "Nice to have\n- Docker\n- Experience with Plindar Spooler\n";

struct Scene {
  Weights weights = Weights::embedded(Lexicon::embedded());
  EngineContext context{Lexicon::embedded(), weights, {}, make_month(2026, 6)};
  Analysis read(const std::string& text, As as) const { return analyze(*parse_document(text, "a.txt"), context, as); }
  Analysis posting = read(kPosting, As::posting);

  Match match_of(const std::string& resume) const { return match(read(resume, As::resume), posting, context); }
};

// "Zorvex +; Plindar Spooler -": the terms in the order of the contributions, and whether they are met.
std::string terms_of(const Match& result) {
  std::string out;
  for (const Contribution& part : result.contributions) {
    if (part.term.empty()) continue;
    REQUIRE(part.points <= part.max);
    REQUIRE((part.points > 0) == !part.resume_evidence.empty());
    REQUIRE_FALSE(part.posting_evidence.empty());
    out += (out.empty() ? "" : "; ") + part.term + (part.points > 0 ? " +" : " -");
  }
  return out;
}

}  // namespace

TEST_CASE("pair: terms of a posting that a resume names") {
  struct Case {
    const char* name;
    const char* resume;
    const char* expected;
  };
  const Case cases[] = {
      {"nowhere", "Jo Doe\nSkills\nSQL\n", "Zorvex -; Quillbase -; Plindar Spooler -"},
      {"in a list of skills", "Jo Doe\nSkills\nSQL, Zorvex, quillbase\n", "Zorvex +; Quillbase +; Plindar Spooler -"},
      {"in prose", "Jo Doe\nExperience\nMoved plindar-spoolers to QUILLBASE.\n",
       "Zorvex -; Quillbase +; Plindar Spooler +"},
      {"as a name of a person", "Quillbase Zorvex\nSkills\nSQL\n", "Zorvex -; Quillbase -; Plindar Spooler -"},
      {"as what is not known", "Jo Doe\nSummary\nNo experience with Zorvex.\n",
       "Zorvex -; Quillbase -; Plindar Spooler -"},
  };
  const Scene scene;
  for (const Case& c : cases) {
    CAPTURE(c.name);
    CHECK(terms_of(scene.match_of(c.resume)) == c.expected);
  }
}

TEST_CASE("pair: what a list of skills asks for in its own words") {
  const Scene scene;
  const Analysis posting = scene.read("Key skills:\n- quill switches\n- plindar\n- cooking\n", As::posting);
  struct Case {
    const char* name;
    const char* resume;
    const char* expected;
  };
  const Case cases[] = {
      {"none of it", "Jo Doe\nSkills\nSQL\n", "quill switches -; plindar -; cooking -"},
      {"in a list", "Jo Doe\nSkills\nplindar, SQL\n", "quill switches -; plindar +; cooking -"},
      {"plurals", "Jo Doe\nSummary\nEach quills switch.\n", "quill switches +; plindar -; cooking -"},
      {"turned round", "Jo Doe\nSummary\nMany switches of the quills.\n", "quill switches +; plindar -; cooking -"},
      {"not next to each other", "Jo Doe\nSummary\nQuill and switches, switches of all quills.\n",
       "quill switches -; plindar -; cooking -"},
      {"inside a longer word", "Jo Doe\nSummary\nprecooking plindars2\n", "quill switches -; plindar -; cooking -"},
      {"a word that the lexicon cannot tell", "Jo Doe\nSummary\nAlways good at cooking.\n",
       "quill switches -; plindar -; cooking +"},
      {"denied", "Jo Doe\nSummary\nNo cooking, never any plindar.\n", "quill switches -; plindar -; cooking -"},
      {"a pastime", "Jo Doe\nSkills\nSQL\nInterests\ncooking\n", "quill switches -; plindar -; cooking -"},
  };
  for (const Case& c : cases) {
    CAPTURE(c.name);
    const Match result = match(scene.read(c.resume, As::resume), posting, scene.context);
    REQUIRE(result.score);
    CHECK(terms_of(result) == c.expected);
    CHECK(result.required_total == 3);
  }
}

TEST_CASE("pair: the jobs that a list names are its titles, of which one will do") {
  const Scene scene;
  const Analysis list =
      scene.read("Key skills:\n- SQL\n- sous chef\n- kitchen manager\n- senior associate\n", As::posting);
  const Analysis titled = scene.read("Data Analyst\n\nKey skills:\n- SQL\n- sous chef\n", As::posting);
  const auto title_of = [&](const Analysis& posting, const std::string& held) {
    const Analysis resume =
        scene.read("Jo Doe\nExperience\n" + held + ", The Old Mill\nJanuary 2020 - March 2021\n", As::resume);
    const Match result = match(resume, posting, scene.context);
    const auto title = std::ranges::find(result.contributions, SignalId::title, &Contribution::signal);
    REQUIRE(title != result.contributions.end());
    return std::pair(title->points, title->max);
  };
  for (const char* held : {"Sous Chef", "Kitchen Manager"}) {
    CAPTURE(held);
    const auto [points, max] = title_of(list, held);
    CHECK((points == max && max > 0));
    CHECK(title_of(titled, held).first == 0);  // there it is a term: the posting has a title
  }
  CHECK(title_of(list, "Manager").first < title_of(list, "Kitchen Assistant").first);
  CHECK(terms_of(match(scene.read("Jo Doe\n", As::resume), list, scene.context)) == "senior associate -");
  CHECK(terms_of(match(scene.read("Jo Doe\n", As::resume), titled, scene.context)) == "sous chef -");
}

TEST_CASE("pair: the order of a list of skills is irrelevant, and more never lowers") {
  const Scene scene;
  Random random(72);
  const std::vector<std::string> all = {"SQL", "sous chef", "plindar", "kitchen manager", "wimbling", "quill switches"};
  const std::vector<std::string> lines = {"Skills\nplindar, SQL\n", "Summary\nSwitches of quills and wimbling.\n",
                                          "Experience\nSous Chef, The Old Mill\nJanuary 2020 - March 2021\nWimbling.\n",
                                          "Experience\nCook, The Salt Mill\nMay 2018 - July 2019\nplindars\n"};
  const auto posting_of = [&](const std::vector<std::string>& items) {
    std::string text = "Key skills:\n";
    for (const std::string& item : items) text += "- " + item + "\n";
    return scene.read(text, As::posting);
  };
  for (int round = 0; round < 100; ++round) {
    std::vector<std::string> items(all.begin(), all.begin() + 2 + random.below(5));
    const Analysis posting = posting_of(items);
    for (std::uint32_t i = 0; i < items.size(); ++i) {
      std::swap(items[i], items[i + random.below(static_cast<std::uint32_t>(items.size()) - i)]);
    }
    const Analysis turned = posting_of(items);
    const std::uint32_t told = random.below(static_cast<std::uint32_t>(lines.size()));
    std::string resume = "Jo Doe\n";
    for (std::uint32_t i = 0; i < told; ++i) resume += lines[i];
    const auto score_of = [&](const std::string& text, const Analysis& asked) {
      const Match result = match(scene.read(text, As::resume), asked, scene.context);
      REQUIRE(result.score);
      return *result.score;
    };
    const Points score = score_of(resume, posting);
    REQUIRE(score_of(resume, turned) == score);
    REQUIRE(score_of(resume + lines[told], posting) >= score);
    REQUIRE(score_of(resume + "Interests\nBaroque lutes.\n", posting) == score);
  }
}

TEST_CASE("pair: evidence for a term leads back to the words on both sides") {
  const Scene scene;
  const std::string resume = "Jo Doe\nExperience\nRan Zorvex.\n";
  for (const Contribution& part : scene.match_of(resume).contributions) {
    if (part.term != "Zorvex") continue;
    CHECK(slice(kPosting, part.posting_evidence.front()) == "Zorvex");
    CHECK(slice(resume, part.resume_evidence.front().span) == "Zorvex");
  }
}

TEST_CASE("pair: closing the gap of a term in the text gains what it says") {
  const Scene scene;
  const std::string resume = "Jo Doe\nSkills\nSQL\nExperience\nClerk, The Old Mill\nJanuary 2020 - March 2021\n";
  const Match now = scene.match_of(resume);
  int closed = 0;
  for (const Gap& gap : now.gaps) {
    if (gap.term.empty()) continue;
    CHECK(*scene.match_of(resume + "Ran " + gap.term + ".\n").score - *now.score == gap.gain);
    ++closed;
  }
  CHECK(closed == 3);
}

TEST_CASE("pair: more words never lower the score, and the order of lines is irrelevant") {
  const Scene scene;
  Random random(71);
  const std::vector<std::string> lines = {"Zorvex\n", "ran quillbase daily\n", "SQL, Plindar Spoolers\n",
                                          "Python Zorv\n", "Docker and zorvex\n"};
  for (int round = 0; round < 100; ++round) {
    std::string text = "Jo Doe\nSkills\n", turned = text, body;
    std::vector<std::string> chosen;
    for (std::uint32_t i = 1 + random.below(4); i > 0; --i) chosen.push_back(random.pick(lines));
    for (std::size_t i = 0; i < chosen.size(); ++i) {
      text += chosen[i];
      turned += chosen[chosen.size() - 1 - i];
    }
    const Match result = scene.match_of(text);
    REQUIRE(scene.match_of(turned).score == result.score);
    REQUIRE(*scene.match_of(text + random.pick(lines)).score >= *result.score);
  }
}
