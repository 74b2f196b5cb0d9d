#include <doctest/doctest.h>

#include "skillfit/engine.h"

using namespace skillfit;

namespace {

constexpr const char* kPosting =
    "Backend Engineer\n\nRequirements\n- 3 years of Kotlin\n- Kubernetes and Apache Kafka\n- Fluent German\n";
constexpr const char* kResume =
    "Jo Doe\n\nExperience\n\nDeveloper, 01/2019 - 12/2022\n- Built Java services\n\nSkills\nSQL, Docker\n";

struct Scene {
  Weights weights = Weights::embedded(Lexicon::embedded());
  EngineContext context{Lexicon::embedded(), weights, {}, make_month(2026, 6)};
  Analysis read(const std::string& text, As as) const { return analyze(*parse_document(text, "a.txt"), context, as); }
};

std::string keys_of(const Result<std::vector<SkillId>>& skills) {
  if (!skills) return std::string(error_code_name(skills.error().code)) + ": " + skills.error().message;
  std::string out;
  for (const SkillId id : *skills) out += (out.empty() ? "" : " ") + std::string(Lexicon::embedded().key(id));
  return out;
}

bool has_note(const std::vector<Note>& notes, std::string_view code) {
  return std::any_of(notes.begin(), notes.end(), [&](const Note& note) { return note.code == code; });
}

}  // namespace

TEST_CASE("skills as people name them") {
  const struct {
    const char* names;
    const char* expected;
  } cases[] = {
      {"kubernetes", "kubernetes"},
      {"K8s", "kubernetes"},
      {"Kubernetes, Apache Kafka", "kubernetes kafka"},
      {"kubernets", "usage: no skill is called 'kubernets'; did you mean kubernetes?"},
      {"zorvexing plindar", "usage: no skill is called 'zorvexing plindar'; skillfit lexicon find looks for one"},
      {" , ", "usage: no skill is named"},
  };
  for (const auto& c : cases) CHECK_MESSAGE(keys_of(find_skills(c.names, Lexicon::embedded())) == c.expected, c.names);
}

TEST_CASE("what if: one gap gains what it says, and a resume that really shows the skill scores the same") {
  const Scene scene;
  const Analysis resume = scene.read(kResume, As::resume), posting = scene.read(kPosting, As::posting);
  const Match now = match(resume, posting, scene.context);
  REQUIRE(now.score);
  int gaps = 0;
  for (const Gap& gap : now.gaps) {
    if (!gap.skill) continue;
    const Match then = match(resume, posting, scene.context, {*gap.skill});
    REQUIRE(then.what_if);
    CHECK(then.what_if->score - *now.score == gap.gain);
    CHECK(then.score == now.score);
    ++gaps;
  }
  CHECK(gaps >= 3);
  // The twin: the words put into the dated position, which lasts longer than the three years asked.
  std::string richer = kResume;
  richer.replace(richer.find("Java services"), 4, "Java, Kubernetes and Kafka");
  const Match twin = match(scene.read(richer, As::resume), posting, scene.context);
  const auto both = find_skills("kubernetes, kafka", Lexicon::embedded());
  REQUIRE(both);
  CHECK(match(resume, posting, scene.context, *both).what_if->score == *twin.score);
}

TEST_CASE("the wrong two documents are noticed") {
  const Scene scene;
  const std::string resume = std::string(kResume) + "\nEducation\nBSc Physics, 2015\n\nReferences\nOn request\n";
  const std::string posting =
      std::string(kPosting) + "\nWhat we offer\n- A team that likes you\n\nHow to apply\nSend us your resume.\n";
  const auto notes = [&](const std::string& a, const std::string& b) {
    return match(scene.read(a, As::resume), scene.read(b, As::posting), scene.context).notes;
  };
  CHECK_FALSE(has_note(notes(resume, posting), "swapped"));
  CHECK(has_note(notes(posting, resume), "swapped"));
  CHECK(has_note(notes(posting, posting), "same_document"));
  CHECK_FALSE(has_note(notes(posting, posting), "swapped"));
}

TEST_CASE("notes on dates and claims") {
  const Scene scene;
  const struct {
    const char* name;
    const char* text;
    const char* code;
    bool noted;
  } cases[] = {
      {"fine", "Experience\nCook, 2019 - 2022\n- Grilling, kitchen hygiene", "impossible_dates", false},
      {"ends before it begins", "Experience\nCook, 05/2022 - 03/2019\n- Grilling", "impossible_dates", true},
      {"begins in the future", "Experience\nCook, 05/2031 - present\n- SQL", "future_dates", true},
      {"begins now", "Experience\nCook, 06/2026 - present\n- SQL", "future_dates", false},
      {"no dates", "Experience\nCook at Riddle\n- SQL", "no_dates", true},
      {"dates", "Experience\nCook at Riddle, 2019 - 2022\n- SQL", "no_dates", false},
      {"nothing at all", "Jo Doe", "no_dates", false},
      {"more than is dated", "20 years of experience with Kubernetes.\n\nExperience\nCook, 2019 - 2022\n- SQL",
       "claimed_years", true},
      {"as much as is dated", "7 years of experience with Kubernetes.\n\nExperience\nCook, 2019 - 2022\n- SQL",
       "claimed_years", false},
      {"an ordinary list", "Skills\nSQL, Python, Java, Docker", "stuffing", false},
  };
  for (const auto& c : cases) {
    CAPTURE(c.name);
    const Profile profile = scene.read(c.text, As::resume).profile;
    CHECK(has_note(profile.notes, c.code) == c.noted);
    CHECK(profile.months >= 0);
    for (const SkillEvidence& skill : profile.skills) CHECK(skill.months >= 0);
  }
}

TEST_CASE("stuffing: a text that is mostly names of skills") {
  const Scene scene;
  std::string list;
  for (int i = 0; i < 10; ++i) list += "Python, Java, SQL, Docker, Kubernetes, Terraform, Kafka, Redis, Jenkins, Git\n";
  std::string prose = "Experience\nDeveloper, 2019 - 2022\n";
  for (int i = 0; i < 20; ++i) prose += "- Built services in Python for the people of a small town by the sea\n";
  const auto noted = [&](const std::string& text) {
    return has_note(scene.read(text, As::resume).profile.notes, "stuffing");
  };
  CHECK(noted("Skills\n" + list));
  CHECK_FALSE(noted(prose + "Skills\n" + list));
}

TEST_CASE("a posting that asks for twenty years with one tool") {
  const Scene scene;
  CHECK(has_note(scene.read("Requirements\n- 20 years of Kubernetes", As::posting).profile.notes, "long_time"));
  CHECK_FALSE(has_note(scene.read("Requirements\n- 5 years of Kubernetes", As::posting).profile.notes, "long_time"));
}
