// Binary search without branches. The searches in one document follow no pattern, so a branch in each step would be
// guessed wrong half of the time, which costs more than the step.
#pragma once

#include <cstddef>
#include <iterator>

namespace skillfit {

// As std::partition_point: the first element for which `holds` is false. REQUIRES: it is true for all before that one
// and for none behind it.
template <class Container, class Holds>
auto first_not(const Container& elements, Holds holds) {
  auto at = std::begin(elements);
  std::size_t count = std::size(elements);
  if (count == 0) return at;
  for (std::size_t half; count > 1; count -= half) {
    half = count / 2;
    at +=
        static_cast<std::ptrdiff_t>(half * static_cast<std::size_t>(holds(at[static_cast<std::ptrdiff_t>(half - 1)])));
  }
  return at + static_cast<std::ptrdiff_t>(holds(*at));
}

}  // namespace skillfit
