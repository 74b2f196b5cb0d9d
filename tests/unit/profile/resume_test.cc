#include <doctest/doctest.h>

#include <map>

#include "profile/parts.h"
#include "random.h"
#include "sample_reading.h"

using namespace skillfit;
using namespace skillfit::testing;

namespace {

Profile resume(std::string_view text) {
  return read_sample(As::resume, text).profile();
}

SkillId skill(std::string_view key) {
  return *sample_lexicon().find(key);
}

// "zorbase list; zorvex none": keys with their grades.
std::string summary(const std::vector<NamedTerm>& terms) {
  std::string out;
  for (const NamedTerm& named : terms) {
    out += (out.empty() ? "" : "; ") + named.key + " " + std::string(grade_name(named.evidence.grade));
  }
  return out;
}

}  // namespace

TEST_CASE("resume: evidence is graded by where it stands") {
  struct Case {
    const char* name;
    const char* text;
    Grade expected;
  };
  const Case cases[] = {
      {"dated position", "# experience\n> 2020 2021\nbuilt java services", Grade::position},
      {"dated project", "# projects\n> 2020 2021\na java game", Grade::position},
      {"dated, without a heading we know", "> 2020 2021\njava", Grade::position},
      {"undated project", "# projects\na java game", Grade::prose},
      {"summary", "# summary\njava developer", Grade::prose},
      {"dated studies", "# education\n> 2015 2019\njava course", Grade::prose},
      {"bare list", "# skills\njava, python", Grade::list},
      {"negated", "# summary\nno java", Grade::none},
      {"learning", "# summary\nlearning java", Grade::none},
      {"hidden", "# experience\n> 2020 2021\nhidden java", Grade::none},
      {"the best of several", "# skills\njava\n# summary\njava", Grade::prose},
  };
  for (const Case& c : cases) {
    CAPTURE(c.name);
    const Profile profile = resume(c.text);
    REQUIRE(profile.find(skill("java")) != nullptr);
    CHECK(profile.find(skill("java"))->best == c.expected);
    CHECK((profile.tfidf.coeff(index(skill("java"))) > 0) == (c.expected != Grade::none));
  }
}

TEST_CASE("skills are the mentions put in order by skill, each with its places in text order") {
  const Lexicon& lexicon = Lexicon::embedded();
  const Weights weights = Weights::embedded(lexicon);
  Random random(33);
  for (int round = 0; round < 500; ++round) {
    const std::uint32_t skills = 1 + random.below(lexicon.size());  // few: many places each
    Reading reading;
    reading.outline.lines.push_back({});
    std::map<SkillId, std::vector<SourceSpan>> expected;
    for (std::uint32_t at = 0, count = random.below(80); at < count; ++at) {
      Mention mention;
      mention.skill = SkillId{lexicon.size() - 1 - random.below(round % 2 == 0 ? skills : std::min(skills, 9u))};
      mention.span = {at, at + 1};
      reading.mentions.mentions.push_back(mention);
      expected[mention.skill].push_back(mention.span);
    }
    const Profile profile = make_profile(reading.document, reading.tokens, reading.outline, reading.mentions,
                                         {lexicon, weights, {make_month(2024, 12)}});
    REQUIRE(profile.skills.size() == expected.size());
    auto next = expected.begin();
    for (const SkillEvidence& one : profile.skills) {
      std::vector<SourceSpan> places;
      for (const Evidence& evidence : one.evidence) places.push_back(evidence.span);
      REQUIRE(one.skill == next->first);
      REQUIRE(places == next++->second);
    }
  }
}

TEST_CASE("resume: stance is `has` as soon as anything counts") {
  const auto stance = [](std::string_view text) {
    const Profile profile = resume(text);
    return profile.find(skill("java"))->stance;
  };
  CHECK(stance("no java\nbuilt java") == Stance::has);
  CHECK(stance("learning java\nno java") == Stance::learning);
  CHECK(stance("no java") == Stance::negated);
  const Profile other = resume("python");
  CHECK(other.find(skill("java")) == nullptr);
}

TEST_CASE("resume: months are a union of intervals") {
  struct Case {
    const char* name;
    const char* text;
    std::int32_t all, java;
    std::optional<Month> last_used;
  };
  const Case cases[] = {
      {"none", "# skills\njava", 0, 0, {}},
      {"one year", "# experience\n> 2020 2020\njava", 12, 12, make_month(2020, 12)},
      {"named twice", "# experience\n> 2020 2020\njava and java", 12, 12, make_month(2020, 12)},
      {"overlapping", "# experience\n> 2018 2020\njava\n> 2019 2021\njava", 48, 48, make_month(2021, 12)},
      {"one inside the other", "# experience\n> 2015 2021\njava\n> 2018 2018\njava", 84, 84, make_month(2021, 12)},
      {"with a gap", "# experience\n> 2015 2015\njava\n> 2020 2020\njava", 24, 24, make_month(2020, 12)},
      {"only where it is named", "# experience\n> 2015 2016\njava\n> 2018 2020\npython", 60, 24, make_month(2016, 12)},
      {"until now", "# experience\n> 2024 now\njava", 12, 12, make_month(2024, 12)},
      {"studies are no work", "# education\n> 2010 2014\njava", 0, 0, {}},
      {"a position still to come", "# experience\n> 2030 2031\njava", 0, 0, {}},
      {"an end still to come is cut off", "# experience\n> 2024 2030\njava", 12, 12, make_month(2024, 12)},
      {"begin after end", "# experience\n> 2021 2019\njava", 0, 0, {}},
  };
  for (const Case& c : cases) {
    CAPTURE(c.name);
    const Profile profile = resume(c.text);
    CHECK(profile.months == c.all);
    CHECK(profile.find(skill("java"))->months == c.java);
    CHECK(profile.find(skill("java"))->last_used == c.last_used);
  }
}

TEST_CASE("covered_months agrees with marking every month") {
  Random random(21);
  for (int round = 0; round < 20'000; ++round) {
    std::vector<bool> marked(130);
    std::vector<Interval> intervals(random.below(8));
    for (Interval& interval : intervals) {
      interval.begin.value = static_cast<std::int32_t>(random.below(100));
      interval.end.value = interval.begin.value + static_cast<std::int32_t>(random.below(30)) - 2;
      for (std::int32_t month = interval.begin.value; month <= interval.end.value; ++month) {
        marked[static_cast<std::size_t>(month)] = true;
      }
    }
    REQUIRE(covered_months(intervals) == std::count(marked.begin(), marked.end(), true));
  }
}

TEST_CASE("resume: tf counts the places that count") {
  const Profile profile = resume("java java hidden java\nno java\npython python python python python python python");
  const SkillEvidence& java = *profile.find(skill("java"));
  CHECK(java.evidence.size() == 4);
  CHECK(java.count() == 2);
  CHECK(java.idf == inverse_document_frequency(99, 49));
  CHECK(profile.tfidf.coeff(index(java.skill)) == static_cast<float>(tfidf_entry(2, java.idf)));
  const SkillEvidence& python = *profile.find(skill("python"));
  CHECK(profile.tfidf.coeff(index(python.skill)) == static_cast<float>(tfidf_entry(5, python.idf)));
  CHECK(profile.tfidf.nonZeros() == 2);
  CHECK(profile.tfidf.size() == sample_lexicon().size());
}

TEST_CASE("resume: the highest degree, and where it stands") {
  CHECK(resume("nothing").degree == DegreeLevel::none);
  const Profile profile = resume("bachelor then master then bachelor");
  CHECK(profile.degree == DegreeLevel::master);
  CHECK(profile.degree_span == SourceSpan{14, 20});
}

TEST_CASE("resume: a developer is of one trade, an engineer of any") {
  const Profile developer = resume("title Web Developer"), engineer = resume("title Service Engineers");
  REQUIRE(developer.title_words.size() == 2);
  REQUIRE(engineer.title_words.size() == 2);
  CHECK(developer.title_words[1].word == engineer.title_words[1].word);
  CHECK((developer.title_words[1].trades & developer.title_words[0].trades) != 0);
  CHECK(engineer.title_words[1].trades == 0);
}

std::vector<std::string> words_of(const Profile& profile, bool only_latest = false) {
  std::vector<std::string> words;
  for (const TitleWord& word : profile.title_words) {
    if (word.latest || !only_latest) words.push_back(word.word);
  }
  return words;
}

TEST_CASE("titles in the words that say which job it is") {
  struct Case {
    const char* name;
    const char* title;
    std::vector<std::string> expected;
  };
  const Case cases[] = {
      {"plain", "Data Engineer", {"data", "engineer"}},
      {"seniority", "Senior Data Engineer II", {"data", "engineer"}},
      {"gender markers", "Krankenpfleger (m/w/d)", {"krankenpfleger"}},
      {"gender markers without brackets", "Welder m/f/d", {"welder"}},
      {"place after a dash", "Welder - Hamburg", {"welder"}},
      {"hyphens inside stay", "Real-Estate Clerk", {"real", "estate", "clerk"}},
      {"front end as one word and as two", "Front-End Frontend Front End", {"front"}},
      {"words for the same job", "Backend Developer, Programmer", {"back", "engineer"}},
      {"British and American", "Programme Counsellor", {"program", "counselor"}},
      {"plurals", "Secretaries Coaches Welders", {"secretary", "coach", "welder"}},
      {"not plurals", "Business Analysis Campus Bus", {"business", "analysis", "campus", "bus"}},
      {"a synonym in the plural", "Developers", {"engineer"}},
      {"not the same: a coder may be a medical one", "Medical Coder", {"medical", "coder"}},
      {"company after at", "Welder at Blue Harbour", {"welder"}},
      {"company after a comma", "Welder, Blue Harbour", {"welder"}},
      {"headline of technologies", "Data Engineer | Python | AWS", {"data", "engineer"}},
      {"the job stands second", "Remote - Data Engineer", {"data", "engineer"}},
      {"a comma in brackets", "Nurse (ICU, nights) Manager", {"nurse", "manager"}},
      {"a word twice", "Manager of managers, manager", {"manager"}},
      {"only seniority", "Senior Lead (m/w/d)", {}},
      {"forms of a word", "Banking Manager", {"banker", "manager"}},
      {"two words that people write as one", "Human Resources Manager", {"hr", "manager"}},
      {"not across what stands between", "Human - Resources", {"human"}},
      {"the trade behind a comma, if nothing tells it before",
       "Director, Retail Banking",
       {"director", "retail", "banker"}},
      {"nothing else behind a comma", "Director, Blue Harbour", {"director"}},
      {"no second comma", "Director, Blue Harbour, Finance", {"director"}},
  };
  for (const Case& c : cases) {
    CAPTURE(c.name);
    CHECK(words_of(resume("title " + std::string(c.title))) == c.expected);
  }
}

TEST_CASE("resume: a word of the headline that people are named by is a name, unless a position says it") {
  using Words = std::vector<std::string>;
  CHECK(words_of(resume("title Carol Baker Electrician")) == Words{"carol", "electrician"});
  CHECK(words_of(resume("title Baker")) == Words{"baker"});
  CHECK(words_of(resume("title Line Cook\n# experience\n> 2018 2019 Cook")) == Words{"cook", "line"});
}

TEST_CASE("resume: titles of all positions count, each word once") {
  const Profile profile = resume(
      "title Engineer\n# experience\n> 2020 2021 Data Engineer\n> 2018 2019 Welder\n# education\n> 2010 2012 Student");
  CHECK(words_of(profile) == std::vector<std::string>{"data", "engineer", "welder"});
  CHECK(words_of(profile, true) == std::vector<std::string>{"engineer"});
  CHECK(profile.has_positions);
  CHECK_FALSE(resume("# education\n> 2010 2012 Student").has_positions);
}

TEST_CASE("resume: without a headline it goes by the title held last, or by all that were held last at once") {
  const auto latest = [](const std::string& positions, std::size_t newest) {
    Reading reading = read_sample(As::resume, "# experience\n" + positions);
    reading.outline.title = reading.outline.positions[newest].title;
    return words_of(reading.profile(), true);
  };
  using Words = std::vector<std::string>;
  CHECK(latest("> 2018 2019 Welder\n> 2020 2021 Baker", 1) == Words{"baker"});
  CHECK(latest("> 2020 2021 Baker\n> 2018 2019 Welder", 0) == Words{"baker"});
  CHECK(latest("> 2020 2021 Baker\n> 2020 2021 Welder", 0) == Words{"baker", "welder"});
  CHECK(latest("> 2020 2021 Baker\n> 2018 2019 Head Baker", 0) == Words{"baker"});
}

TEST_CASE("a long text with hardly a known skill is a note, a short or a skilled one is not") {
  std::string words;
  for (int i = 0; i < 150; ++i) words += "lorem ";
  const auto is_noted = [](const Profile& profile) {
    return std::any_of(profile.notes.begin(), profile.notes.end(),
                       [](const Note& note) { return note.code == "low_confidence"; });
  };
  CHECK(is_noted(resume(words + "java")));
  CHECK_FALSE(is_noted(resume(words + "java python")));
  CHECK_FALSE(is_noted(resume("lorem ipsum")));
}

TEST_CASE("notes of the document are carried on") {
  Reading reading = read_sample(As::resume, "java");
  reading.document.notes.push_back({"hidden_text", "some", {1, 2}});
  const std::vector<Note> notes = reading.profile().notes;
  REQUIRE_FALSE(notes.empty());
  CHECK(notes.front() == reading.document.notes.front());
}

TEST_CASE("empty documents have empty profiles") {
  for (const As as : {As::resume, As::posting}) {
    const Profile profile = read_sample(as, "").profile();
    CHECK(profile.skills.empty());
    CHECK(profile.requirements.empty());
    CHECK(profile.tfidf.nonZeros() == 0);
    CHECK(profile.words == 0);
  }
}

TEST_CASE("resume: terms, by key") {
  CHECK(summary(resume("# experience\n> 2020 2021\nZorvex\n# skills\nZORVEX, Zorbases\n# summary\nno zordan").terms) ==
        "zorbase list; zordan none; zorvex position; zorvex list");
  CHECK(read_sample(As::posting, "# requirements\njava, Zorvex").profile().terms.empty());
}

TEST_CASE("resume: terms that a posting asks for, anywhere in the text") {
  struct Case {
    const char* name;
    const char* text;
    const char* expected;
  };
  const Case cases[] = {
      {"in prose", "# summary\nran plindar for all", "plindar prose"},
      {"in any case, in the plural", "# summary\nall PLINDARS", "plindar prose"},
      {"in a dated position", "# experience\n> 2020 2021\nplindar", "plindar position"},
      {"in a list", "# skills\nplindar", "plindar list"},
      {"as often as it stands there", "# summary\nplindar, plindar", "plindar prose; plindar prose"},
      {"two words, however joined", "# summary\nQuill Base, quill-base, quill/bases",
       "quill base prose; quill base prose; quill base prose"},
      {"not over a comma, a line or another word", "# summary\nquill, base; quill\nbase; quill of base", ""},
      {"not a part of a word or of a compound", "# summary\nplindarian, plindar.com, quillbase", ""},
      {"with its sign", "# summary\nwimb, wimb++", "wimb++ prose"},
      {"not without", "# summary\nwimb", ""},
      {"a term of the resume's own is known already", "# summary\nZorvex, learning Zorvex", ""},
      {"inside such a term: as it is held", "# summary\nno Zorvex-plindar", "plindar prose"},
      {"not in a name, an address or a pastime",
       "Quill Base\n# contact\nplindar street\n# references\nplindar\n# interests\nplindar", ""},
      {"nor in the first line where nothing has a heading", "plindar\nplindar", "plindar prose"},
      {"unless all is one line", "plindar", "plindar prose"},
  };
  Profile posting;
  posting.asked_terms = {{"plindar", ""}, {"quill base", ""}, {"wimb++", ""}, {"zorvex", ""}};
  for (const Case& c : cases) {
    CAPTURE(c.name);
    const Reading read = read_sample(As::resume, c.text);
    const Weights weights = Weights::embedded(sample_lexicon());
    const ProfileContext context{sample_lexicon(), weights, {make_month(2024, 12)}};
    CHECK(summary(find_asked_terms({read.document, read.tokens, read.outline, read.mentions, context}, posting)) ==
          c.expected);
  }
}
