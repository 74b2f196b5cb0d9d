// toml++ as headers, without its assertions: damaged files break some of them, whose mistakes it tells all the same.
#pragma once

#pragma push_macro("NDEBUG")
#undef NDEBUG  // where it is set, some compilers would take the assertions for granted
#define TOML_ASSERT(expr) static_assert(true)
#include <toml++/toml.h>
#pragma pop_macro("NDEBUG")
