#include "base/search.h"

#include <doctest/doctest.h>

#include <algorithm>
#include <vector>

#include "random.h"

using namespace skillfit;
using skillfit::testing::Random;

TEST_CASE("the search without branches finds what std::partition_point finds") {
  Random random(11);
  for (std::uint32_t size = 0; size < 40; ++size) {
    std::vector<std::uint32_t> numbers(size);
    for (std::uint32_t& number : numbers) number = random.below(20);
    std::sort(numbers.begin(), numbers.end());
    for (std::uint32_t limit = 0; limit <= 20; ++limit) {
      CAPTURE(size);
      CAPTURE(limit);
      const auto below = [limit](std::uint32_t number) { return number < limit; };
      CHECK(first_not(numbers, below) == std::partition_point(numbers.begin(), numbers.end(), below));
    }
  }
}
