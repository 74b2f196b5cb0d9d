#include "profile/tfidf.h"

#include <doctest/doctest.h>

#include <cmath>
#include <cstdlib>

#include "random.h"

using namespace skillfit;

namespace {

std::int64_t by_libm(std::uint64_t documents, std::uint64_t df) {
  return std::llround(1000.0L * (1.0L + std::log((1.0L + static_cast<long double>(documents)) /
                                                 (1.0L + static_cast<long double>(df)))));
}

}  // namespace

TEST_CASE("idf in integers is within a thousandth of the logarithm") {
  int different = 0, checked = 0;
  const auto check = [&](std::uint64_t documents, std::uint64_t df) {
    const std::int64_t error = inverse_document_frequency(documents, df) - by_libm(documents, df);
    REQUIRE(std::abs(error) <= 1);
    different += error != 0 ? 1 : 0;
    ++checked;
  };
  for (std::uint64_t documents = 0; documents <= 400; ++documents) {
    for (std::uint64_t df = 0; df <= documents; ++df) check(documents, df);
  }
  testing::Random random(11);
  for (int round = 0; round < 200'000; ++round) {
    const std::uint64_t documents = random.next() >> (2 + random.below(60));
    check(documents, random.next() % (documents + 1));
  }
  CHECK(different * 1000 <= checked);  // and nearly always the same
}

TEST_CASE("idf: known values, and it falls as more documents name the skill") {
  struct Case {
    const char* name;
    std::uint64_t documents, df;
    std::int32_t expected;
  };
  const Case cases[] = {
      {"no documents", 0, 0, 1000},
      {"in every document", 99, 99, 1000},
      {"in none of 999: 1 + ln 1000", 999, 0, 7908},
      {"in half: 1 + ln 2", 1999, 999, 1693},
      {"the most documents that fit", (std::uint64_t{1} << 63) - 1, 0, 44'668},
  };
  for (const Case& c : cases) {
    CAPTURE(c.name);
    CHECK(inverse_document_frequency(c.documents, c.df) == c.expected);
  }
  for (std::uint64_t df = 1; df <= 5000; ++df) {
    REQUIRE(inverse_document_frequency(5000, df) <= inverse_document_frequency(5000, df - 1));
  }
}

TEST_CASE("tf is sublinear, and capped at five") {
  CHECK(term_frequency(0) == 0);
  for (std::uint32_t count = 1; count <= 5; ++count) {
    CHECK(term_frequency(count) == std::lround(1000 * (1 + std::log(count))));
  }
  CHECK(term_frequency(6) == term_frequency(5));
  CHECK(term_frequency(4'000'000'000u) == term_frequency(5));
}

TEST_CASE("entries of the vector are exact as float") {
  const std::int32_t largest = tfidf_entry(5, inverse_document_frequency((std::uint64_t{1} << 63) - 1, 0));
  CHECK(largest < 1 << 24);
  for (std::int32_t entry = 0; entry <= largest; ++entry) {
    REQUIRE(static_cast<std::int32_t>(static_cast<float>(entry)) == entry);
  }
  CHECK(tfidf_entry(1, 3456) == 3456);
  CHECK(tfidf_entry(2, 1000) == 1693);
  CHECK(tfidf_entry(2, 1001) == 1695);  // 1694.693
}
