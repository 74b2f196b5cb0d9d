// Levels of languages, degree fields, seniority and sentences: what stands around the names, read with the real
// lexicon.
#include <doctest/doctest.h>

#include "skillfit/engine.h"

using namespace skillfit;

namespace {

Analysis read_text(const std::string& text, As as) {
  static const Weights kWeights = Weights::embedded(Lexicon::embedded());
  Document document;
  document.text = text;
  return analyze(std::move(document), {Lexicon::embedded(), kWeights, {}, make_month(2026, 1)}, as);
}

// "german C1, spanish unstated": the languages of a profile with their levels.
std::string levels(const std::string& text, As as) {
  const Analysis a = read_text(text, as);
  std::string out;
  for (const SkillEvidence& skill : a.profile.skills) {
    if (Lexicon::embedded().kind(skill.skill) != SkillKind::language) continue;
    out += (out.empty() ? "" : ", ") + std::string(Lexicon::embedded().key(skill.skill)) + " ";
    out += language_level_name(skill.level);
  }
  return out;
}

std::string names_of(const Few<SkillId, 2>& skills) {
  std::string out;
  for (const SkillId id : skills) out += (out.empty() ? "" : " ") + std::string(Lexicon::embedded().key(id));
  return out;
}

}  // namespace

TEST_CASE("levels of languages") {
  const struct {
    const char* text;
    As as;
    const char* expected;
  } cases[] = {
      {"Requirements\nFluent German", As::posting, "german C1"},
      {"Requirements\nFluent in German and French", As::posting, "french C1, german C1"},
      {"Requirements\nGerman language skills (C1)", As::posting, "german C1"},
      {"Requirements\nGerman language skills at level B2 or C1", As::posting, "german B2"},
      {"Requirements\nNative English speaker", As::posting, "english native"},
      {"Requirements\nFluent English, conversational Spanish", As::posting, "english C1, spanish B1"},
      {"Requirements\nFluent English and basic German", As::posting, "english C1, german A2"},
      {"Requirements\nExcellent written and spoken English", As::posting, "english C1"},
      {"Requirements\nEnglish language required", As::posting, "english unstated"},
      {"Requirements\nNear-native English language", As::posting, "english C2"},
      {"Languages\nGerman (B2), English: fluent, Spanish - native", As::resume,
       "english C1, german B2, spanish native"},
      {"Languages\nEnglish, native; German, B2", As::resume, "english native, german B2"},
      {"Languages\nEnglish native German fluent", As::resume, "english native, german C1"},
      {"Languages\nEnglish (native)\nGerman (basic)\nFrench", As::resume, "english native, french unstated, german A2"},
      {"Languages\nEnglish: native or bilingual proficiency\nGerman: limited working proficiency", As::resume,
       "english native, german B1"},
      {"Languages\nGerman B1/B2", As::resume, "german B2"},
      {"Languages\nEnglish - mother tongue, French - upper intermediate", As::resume, "english native, french B2"},
  };
  for (const auto& c : cases) CHECK_MESSAGE(levels(c.text, c.as) == c.expected, c.text);
}

TEST_CASE("of the fields of a degree one is asked for") {
  const Profile posting = read_text(
                              "Clerk\n\nRequirements\nBachelor's degree in computer science, statistics or a related "
                              "field\nPython, accounting",
                              As::posting)
                              .profile;
  std::string asked;
  for (const Requirement& requirement : posting.requirements) {
    asked += std::string(requirement_kind_name(requirement, Lexicon::embedded())) + " " + names_of(requirement.any_of) +
             names_of(requirement.fields) + (requirement.related_field ? " or related" : "") + "; ";
  }
  CHECK(asked ==
        "title ; degree computer-science statistics or related; field computer-science statistics; skill python; "
        "skill accounting; ");
  const Profile resume = read_text("Education\nBSc Computer Science, Riddle University, 2015", As::resume).profile;
  CHECK(names_of(resume.degree_fields) == "computer-science");
}

TEST_CASE("kinds of requirements") {
  const Profile posting =
      read_text("Clerk\n\nRequirements\n5+ years of experience\nFluent German\nForklift licence\nPython", As::posting)
          .profile;
  std::string kinds;
  for (const Requirement& requirement : posting.requirements) {
    kinds += std::string(requirement_kind_name(requirement, Lexicon::embedded())) + " ";
  }
  CHECK(kinds == "title years language certificate skill ");
}

TEST_CASE("seniority of titles") {
  const struct {
    const char* title;
    Seniority expected;
  } cases[] = {
      {"Senior Data Engineer", Seniority::senior},   {"Jr. Accountant", Seniority::junior},
      {"Mid-level Developer", Seniority::mid},       {"Software Engineer II", Seniority::mid},
      {"Staff Engineer", Seniority::lead},           {"Staff Nurse", Seniority::unstated},
      {"Lead Senior Developer", Seniority::lead},    {"Head of Marketing", Seniority::head},
      {"Head Nurse", Seniority::unstated},           {"Vice President of Sales", Seniority::head},
      {"Entry-level Accountant", Seniority::junior}, {"Data Engineer", Seniority::unstated},
      {"Apprentice Electrician", Seniority::intern},
  };
  for (const auto& c : cases) {
    CHECK_MESSAGE(
        read_text(std::string("Job title: ") + c.title + "\n\nRequirements\nPython", As::posting).profile.seniority ==
            c.expected,
        c.title);
  }
}

TEST_CASE("each requirement carries the sentence that asks for it") {
  const std::string text =
      "Clerk\n\nRequirements\n- You know Python well. Kafka is used here, too.\n- Fluent German\n\nNice to have\n- "
      "Kafka";
  const Analysis a = read_text(text, As::posting);
  std::string sentences;
  for (const Requirement& requirement : a.profile.requirements) {
    sentences += std::string(slice(text, requirement.sentence)) + "|";
  }
  CHECK(sentences == "Clerk|You know Python well|Kafka is used here, too|Fluent German|");
  std::string wall = "Requirements\n";
  for (int i = 0; i < 5000; ++i) wall += "word ";
  wall += "Python ";
  for (int i = 0; i < 5000; ++i) wall += "word ";
  const Profile long_one = read_text(wall, As::posting).profile;
  REQUIRE(long_one.requirements.size() == 1);
  CHECK(long_one.requirements[0].sentence.size() < 500);
}
