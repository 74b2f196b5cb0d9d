#include "skillfit/weights.h"

#include <doctest/doctest.h>

#include "profile/tfidf.h"
#include "random.h"
#include "sample_lexicon.h"

using namespace skillfit;
using skillfit::testing::sample_lexicon;

TEST_CASE("weights: what is read") {
  const Lexicon& lexicon = sample_lexicon();
  const Result<Weights> weights = Weights::parse(
      "#documents\t100\r\n# counted by hand\n\njava\t9\r\nnot-in-this-lexicon\t3\nkotlin\t100", "w.tsv", lexicon);
  REQUIRE(weights);
  CHECK(weights->idf(*lexicon.find("java")) == inverse_document_frequency(100, 9));
  CHECK(weights->idf(*lexicon.find("kotlin")) == 1000);
  CHECK(weights->idf(*lexicon.find("python")) == inverse_document_frequency(100, 0));
  CHECK(weights->digest().size() == 64);
  CHECK(weights->digest() != Weights::parse("#documents\t100\n", "", lexicon)->digest());
}

TEST_CASE("weights: what is refused, and on which line") {
  struct Case {
    const char* name;
    const char* tsv;
    std::uint32_t line;
  };
  const Case cases[] = {
      {"empty", "", 1},
      {"no header", "java\t3\n", 1},
      {"header without a number", "#documents\tmany\n", 1},
      {"negative", "#documents\t10\njava\t-1\n", 2},
      {"trailing words", "#documents\t10\n\njava\t1 or so\n", 3},
      {"spaces for a tab", "#documents\t10\njava 1\n", 2},
      {"nothing before the tab", "#documents\t10\n\t1\n", 2},
      {"more than all", "#documents\t10\njava\t11\n", 2},
      {"twice", "#documents\t10\njava\t1\npython\t1\njava\t2\n", 4},
      {"a number too large", "#documents\t99999999999999999999\n", 1},
  };
  for (const Case& c : cases) {
    CAPTURE(c.name);
    const Result<Weights> weights = Weights::parse(c.tsv, "w.tsv", sample_lexicon());
    REQUIRE_FALSE(weights);
    CHECK(weights.error().code == ErrorCode::bad_weights);
    CHECK(weights.error().file == "w.tsv");
    CHECK(weights.error().line == c.line);
  }
}

TEST_CASE("weights: keys in any order, and every count, by the formula") {
  const Lexicon& lexicon = sample_lexicon();
  testing::Random random(3);
  for (int round = 0; round < 300; ++round) {
    const std::uint64_t documents = 1 + random.below(500);
    std::vector<std::uint32_t> order;
    for (std::uint32_t i = 0; i < lexicon.size(); ++i) {
      if (!random.one_in(3)) order.push_back(i);
    }
    for (std::size_t i = order.size(); random.one_in(2) && i > 1; --i) {
      std::swap(order[i - 1], order[random.below(static_cast<std::uint32_t>(i))]);
    }
    std::string tsv = "#documents\t" + std::to_string(documents) + "\n";
    std::vector<std::uint64_t> counts(lexicon.size(), 0);
    for (const std::uint32_t i : order) {
      counts[i] = random.below(static_cast<std::uint32_t>(documents) + 1);
      tsv += std::string(lexicon.key(SkillId{i})) + "\t" + std::to_string(counts[i]) + "\n";
      if (random.one_in(9)) tsv += "not-in-it-" + std::to_string(i) + "\t1\n";
    }
    const Result<Weights> weights = Weights::parse(tsv, "", lexicon);
    REQUIRE(weights);
    for (std::uint32_t i = 0; i < lexicon.size(); ++i) {
      REQUIRE(weights->idf(SkillId{i}) == inverse_document_frequency(documents, counts[i]));
    }
  }
}

TEST_CASE("weights: the embedded table is well-formed") {
  const Lexicon& lexicon = Lexicon::embedded();
  const Weights weights = Weights::embedded(lexicon);
  CHECK(weights.digest().size() == 64);
  for (std::uint32_t i = 0; i < lexicon.size(); ++i) REQUIRE(weights.idf(SkillId{i}) >= 1000);
  CHECK(weights.digest() != Weights::parse("#documents\t0", "", lexicon)->digest());  // the fallback is not in use
}

TEST_CASE("counted frequencies come back as weights, in whatever order documents were added") {
  const Lexicon& lexicon = sample_lexicon();
  const SkillId java = *lexicon.find("java"), python = *lexicon.find("python");
  FrequencyCounter one(lexicon), other(lexicon);
  for (const auto& skills : {std::vector{java}, std::vector{java, python}, std::vector<SkillId>{}}) one.add(skills);
  for (const auto& skills : {std::vector<SkillId>{}, std::vector{java, python}, std::vector{java}}) other.add(skills);
  CHECK(one.to_tsv() == "#documents\t3\njava\t2\npython\t1\n");
  CHECK(one.to_tsv() == other.to_tsv());
  const Result<Weights> weights = Weights::parse(one.to_tsv(), "", lexicon);
  REQUIRE(weights);
  CHECK(weights->idf(java) == inverse_document_frequency(3, 2));
  CHECK(weights->idf(python) == inverse_document_frequency(3, 1));
}
