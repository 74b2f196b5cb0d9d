#include <array>

#include "skillfit/profile.h"

namespace skillfit {

std::string_view grade_name(Grade grade) {
  constexpr std::array<std::string_view, 4> kNames = {"none", "list", "prose", "position"};
  return kNames[static_cast<std::size_t>(grade)];
}

}  // namespace skillfit
