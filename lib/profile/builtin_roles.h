// The role files built into the library, as text.
#pragma once

#include <span>
#include <string_view>

namespace skillfit {

struct BuiltinRole {
  std::string_view key;
  std::string_view toml;
};

// corpora/roles/*.toml by key, ascending.
std::span<const BuiltinRole> builtin_roles();

}  // namespace skillfit
