#include "skillfit/spelling.h"

#include <doctest/doctest.h>

#include <algorithm>

#include "random.h"

using namespace skillfit;

namespace {

// By the definition, without a table.
std::size_t slow_distance(std::string_view a, std::string_view b) {
  if (a.empty() || b.empty()) return a.size() + b.size();
  if (a.back() == b.back()) return slow_distance(a.substr(0, a.size() - 1), b.substr(0, b.size() - 1));
  const std::string_view shorter_a = a.substr(0, a.size() - 1), shorter_b = b.substr(0, b.size() - 1);
  return 1 + std::min({slow_distance(shorter_a, b), slow_distance(a, shorter_b), slow_distance(shorter_a, shorter_b)});
}

}  // namespace

TEST_CASE("the distance of two spellings is that of the definition") {
  testing::Random random(2);
  const auto word = [&] {
    std::string out;
    for (std::uint32_t i = random.below(6); i > 0; --i) out += static_cast<char>('a' + random.below(3));
    return out;
  };
  for (int round = 0; round < 2000; ++round) {
    const std::string a = word(), b = word();
    CAPTURE(a);
    CAPTURE(b);
    REQUIRE(edit_distance(a, b) == slow_distance(a, b));
  }
}

TEST_CASE("names are written like keys") {
  struct Case {
    const char* name;
    const char* expected;
  };
  for (const Case& c : {Case{"Machine Learning_Engineer", "machine-learning-engineer"}, Case{"Node.js", "node-js"},
                        Case{"go", "go"}, Case{"", ""}, Case{"C++ / Qt", "c++-/-qt"}}) {
    CHECK(as_key(c.name) == c.expected);
  }
}
