// How an element of a page looks: style properties and the attributes of older pages, read together.
#pragma once

#include "appearance.h"
#include "css.h"

namespace skillfit::reader {

// What an element looks like inside `outer`. What it declares and what it inherits are both in it.
Appearance look_of(const GumboNode& element, const StyleSheet& sheet, const Appearance& outer);

}  // namespace skillfit::reader
