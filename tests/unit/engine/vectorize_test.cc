// The row alone is the row of the whole analysis, whatever the document and however it is read.
#include <doctest/doctest.h>

#include <array>
#include <filesystem>

#include "base/files.h"
#include "random.h"
#include "skillfit/engine.h"

using namespace skillfit;
using skillfit::testing::Random;
namespace fs = std::filesystem;

namespace {

const fs::path kCorpora = fs::path(SKILLFIT_SOURCE_DIR) / "corpora";
constexpr std::array<std::optional<As>, 3> kReadings = {As::resume, As::posting, std::nullopt};

const EngineContext& context() {
  static const Weights kWeights = Weights::embedded(Lexicon::embedded());
  static const EngineContext kContext{Lexicon::embedded(), kWeights, {}, make_month(2026, 6)};
  return kContext;
}

// As (skill, entry), ascending.
std::vector<std::pair<int, float>> entries(const Eigen::SparseVector<float>& row) {
  std::vector<std::pair<int, float>> all;
  for (Eigen::SparseVector<float>::InnerIterator at(row); at; ++at) all.emplace_back(at.index(), at.value());
  return all;
}

std::vector<SkillCount> counted(const Profile& profile) {
  std::vector<SkillCount> all;
  for (const SkillEvidence& skill : profile.skills) {
    if (skill.count() > 0) all.push_back({skill.skill, skill.count()});
  }
  return all;
}

// Returns how many skills the row holds.
std::size_t check(const Document& document, std::optional<As> as) {
  const TfidfRow row = vectorize(document, context(), as);
  const Analysis whole = analyze(document, context(), as);
  CHECK(row.as == whole.outline.as);
  CHECK(row.counts == counted(whole.profile));
  CHECK(row.tfidf.size() == Lexicon::embedded().size());
  CHECK(entries(row.tfidf) == entries(whole.profile.tfidf));
  return row.counts.size();
}

}  // namespace

TEST_CASE("every sample has the row of its analysis") {
  std::size_t documents = 0, skills = 0;
  for (const Input& input : list_inputs({kCorpora / "samples"})) {
    const Result<Document> document = read_input(input, {});
    if (!document) continue;
    INFO(input.path);
    ++documents;
    for (const auto as : kReadings) skills += check(*document, as);
  }
  CHECK(documents > 50);
  CHECK(skills > 1000);
}

TEST_CASE("every gold document has the row of its analysis") {
  std::size_t documents = 0;
  for (const fs::directory_entry& entry : fs::recursive_directory_iterator(kCorpora / "gold")) {
    if (entry.path().extension() != ".marked") continue;
    INFO(entry.path());
    ++documents;
    Document document;
    document.text = *read_file(entry.path(), 1 << 20);
    for (const auto as : kReadings) check(document, as);
  }
  CHECK(documents >= 40);
}

TEST_CASE("any text has the row of its analysis") {
  const std::vector<std::string> pieces = {"Python",
                                           "Java",
                                           "SQL",
                                           "Excel",
                                           "Go",
                                           "C",
                                           "R",
                                           "project management",
                                           "nursing",
                                           "accounting",
                                           "German",
                                           "AWS",
                                           "teamwork",
                                           "Kubernetes",
                                           "Zuora",
                                           "Acme",
                                           "engineer",
                                           "Data Engineer",
                                           "the",
                                           "our team",
                                           "you will",
                                           "experience with",
                                           "no experience with",
                                           "is a plus",
                                           "learning",
                                           "or",
                                           "and",
                                           "such as",
                                           "not required",
                                           "5+ years of",
                                           "Requirements:",
                                           "Nice to have:",
                                           "Benefits",
                                           "About us",
                                           "SKILLS",
                                           "Work Experience",
                                           "Languages:",
                                           "Education",
                                           "BSc in",
                                           "Jan 2018 - Mar 2021",
                                           "2015",
                                           "equal opportunity employer",
                                           ", ",
                                           ". ",
                                           ": ",
                                           "(",
                                           ")",
                                           "/",
                                           "\n",
                                           "\n",
                                           "\n\n",
                                           "\n• ",
                                           "\n- ",
                                           " ",
                                           "\xC3\xA9",
                                           "\xE2\x84\xA2",
                                           "\xC2\xAD",
                                           "&"};
  Random random(20261121);
  std::size_t skills = 0;
  for (int round = 0; round < 400; ++round) {
    Document document;
    for (std::uint32_t left = random.below(120); left > 0; --left) {
      document.text += random.pick(pieces);
      if (!random.one_in(4)) document.text += ' ';
    }
    if (random.one_in(3) && document.text.size() > 40) document.hidden.push_back({10, 40});
    INFO(document.text);
    for (const auto as : kReadings) skills += check(document, as);
  }
  CHECK(skills > 1000);
}
