// The guard in front of the HTML parser, which takes quadratic time and memory on elements that are never closed.
#pragma once

#include <cstdint>
#include <string_view>

namespace skillfit::reader {

// True if more than `limit` elements may be open at once. Elements whose end tag HTML lets authors leave out (<p>,
// <li>, <td>) do not count: they close each other.
bool nested_deeper_than(std::string_view html, std::uint32_t limit);

}  // namespace skillfit::reader
