#include "evaluate/bm25.h"

#include <doctest/doctest.h>

#include <algorithm>
#include <cmath>
#include <map>
#include <set>

#include "../../random.h"

using namespace skillfit;
using testing::Random;

namespace {

WordCounts words(const std::string& text) {
  return count_words(tokenize(normalize(text)));
}

using Bag = std::vector<std::string>;  // the words of a text, in order

// The formulas of the header, word by word, with everything counted anew each time.
struct Slow {
  const std::vector<Bag>& documents;

  static double tf(const Bag& bag, const std::string& word) {
    return static_cast<double>(std::count(bag.begin(), bag.end(), word));
  }
  double df(const std::string& word) const {
    return static_cast<double>(
        std::count_if(documents.begin(), documents.end(), [&](const Bag& bag) { return tf(bag, word) > 0; }));
  }
  double n() const {
    return static_cast<double>(
        std::count_if(documents.begin(), documents.end(), [](const Bag& bag) { return !bag.empty(); }));
  }
  double bm25(const Bag& query, const Bag& document) const {
    double total = 0, sum = 0;
    for (const Bag& bag : documents) total += static_cast<double>(bag.size());
    for (const std::string& word : query) {
      const double idf = std::log(1 + (n() - df(word) + 0.5) / (df(word) + 0.5)), count = tf(document, word);
      const double length = static_cast<double>(document.size()) / (total / n());
      if (count > 0) sum += idf * count * 2.2 / (count + 1.2 * (0.25 + 0.75 * length));
    }
    return sum;
  }
  double cosine(const Bag& query, const Bag& document) const {
    std::set<std::string> all(query.begin(), query.end());
    all.insert(document.begin(), document.end());
    double product = 0, q = 0, d = 0;
    for (const std::string& word : all) {
      const double idf = 1 + std::log((1 + n()) / (1 + df(word)));
      product += tf(query, word) * tf(document, word) * idf * idf;
      q += std::pow(tf(query, word) * idf, 2);
      d += std::pow(tf(document, word) * idf, 2);
    }
    return product == 0 ? 0 : product / std::sqrt(q * d);
  }
};

WordCounts counts_of(const Bag& bag) {
  std::map<std::string, std::uint32_t> counts;
  for (const std::string& word : bag) ++counts[word];
  return {counts.begin(), counts.end()};
}

Bag random_bag(Random& random, std::uint32_t longest) {
  Bag bag;
  for (std::uint32_t i = random.below(longest + 1); i > 0; --i) bag.push_back("w" + std::to_string(random.below(12)));
  return bag;
}

}  // namespace

TEST_CASE("words are folded, counted and without marks") {
  CHECK(words("Java, JAVA; C++ 17 - r&d!") == WordCounts{{"17", 1}, {"c", 1}, {"d", 1}, {"java", 2}, {"r", 1}});
  CHECK(words(" - ").empty());
}

TEST_CASE("BM25 by hand: three documents of two words each") {
  const WordIndex index({words("java sql"), words("java java"), words("cobol sql")});
  // idf("java") = ln(1 + 1.5 / 2.5) = 0.470004; of length = mean length, tf 1 gives a factor of 1, tf 2 of 4.4 / 3.2.
  CHECK(index.bm25(words("java")) == std::vector<std::int64_t>{470'004, 646'255, 0});
  // Asked twice counts twice; an unknown word counts nothing.
  CHECK(index.bm25(words("Java java fortran")) == std::vector<std::int64_t>{940'007, 1'292'510, 0});
  CHECK(index.bm25({}) == std::vector<std::int64_t>{0, 0, 0});
}

TEST_CASE("TF-IDF cosine by hand") {
  const WordIndex index({words("java sql"), words("java java"), words("cobol sql")});
  // java and sql have one idf, so the first is at 45 degrees to "java", the second is it.
  CHECK(index.cosine(words("java")) == std::vector<std::int64_t>{707'107, 1'000'000, 0});
  CHECK(index.cosine(words("fortran")) == std::vector<std::int64_t>{0, 0, 0});
}

TEST_CASE("the index says what the formulas say") {
  Random random(25);
  for (int round = 0; round < 100; ++round) {
    std::vector<Bag> documents(1 + random.below(8));
    for (Bag& bag : documents) bag = random_bag(random, 20);
    documents.front().push_back("w1");
    std::vector<WordCounts> counted;
    for (const Bag& bag : documents) counted.push_back(counts_of(bag));
    const Bag query = random_bag(random, 10);
    const WordIndex index(counted);
    const auto bm25 = index.bm25(counts_of(query)), cosine = index.cosine(counts_of(query));
    const Slow slow{documents};
    for (std::size_t d = 0; d < documents.size(); ++d) {
      CAPTURE(round);
      CHECK(std::abs(static_cast<double>(bm25[d]) - 1e6 * slow.bm25(query, documents[d])) <= 1);
      CHECK(std::abs(static_cast<double>(cosine[d]) - 1e6 * slow.cosine(query, documents[d])) <= 1);
    }
  }
}
