#include "skillfit/few.h"

#include <doctest/doctest.h>

#include "random.h"

using namespace skillfit;
using namespace skillfit::testing;

TEST_CASE("a list of few is a vector, inside and beyond what stands in the object") {
  Random random(11);
  for (int round = 0; round < 500; ++round) {
    Few<std::uint32_t, 2> few;
    std::vector<std::uint32_t> oracle;
    for (std::uint32_t step = random.below(12); step > 0; --step) {
      if (random.one_in(8)) {
        few.clear();
        oracle.clear();
      } else if (!few.empty() && random.one_in(4)) {
        few.push_back(few.front());
        oracle.push_back(std::uint32_t{oracle.front()});
      } else {
        const std::uint32_t item = random.below(5);
        few.push_back(item);
        oracle.push_back(item);
      }
      const Few<std::uint32_t, 2> copy = few;
      REQUIRE(std::vector<std::uint32_t>(copy) == oracle);
      REQUIRE(copy.empty() == oracle.empty());
      if (!oracle.empty()) REQUIRE(copy.back() == oracle.back());
      REQUIRE(Few<std::uint32_t, 2>(oracle) == few);
    }
  }
}

TEST_CASE("lists of few compare like vectors, and may be moved from and used again") {
  Random random(12);
  const auto list = [&] {
    std::vector<std::uint32_t> items(random.below(4));
    for (std::uint32_t& item : items) item = random.below(2);
    return items;
  };
  for (int round = 0; round < 500; ++round) {
    const std::vector<std::uint32_t> a = list(), b = list();
    Few<std::uint32_t, 2> x = a;
    const Few<std::uint32_t, 2> y = b;
    REQUIRE((x == y) == (a == b));
    REQUIRE((x < y) == (a < b));
    const Few<std::uint32_t, 2> moved = std::move(x);
    REQUIRE(std::vector<std::uint32_t>(moved) == a);
    x = y;
    REQUIRE(std::vector<std::uint32_t>(x) == b);
  }
}
