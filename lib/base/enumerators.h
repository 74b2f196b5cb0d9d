// Enumerators by the names they print as: for every parser of names.
#pragma once

#include <optional>
#include <string>
#include <string_view>

namespace skillfit {

// The enumerator up to `last` that name() prints as `text`.
template <class Enum>
std::optional<Enum> enumerator(std::string_view text, Enum last, std::string_view (*name)(Enum)) {
  for (int i = 0; i <= static_cast<int>(last); ++i) {
    if (name(static_cast<Enum>(i)) == text) return static_cast<Enum>(i);
  }
  return std::nullopt;
}

// "a, b or c".
template <class Enum>
std::string all_names(Enum last, std::string_view (*name)(Enum)) {
  std::string out;
  for (int i = 0; i <= static_cast<int>(last); ++i) {
    if (i > 0) out += i == static_cast<int>(last) ? " or " : ", ";
    out += name(static_cast<Enum>(i));
  }
  return out;
}

}  // namespace skillfit
