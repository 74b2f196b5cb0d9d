// The words of RTF that are looked up: code pages, destinations, characters that have names.
#pragma once

#include <cstdint>
#include <optional>
#include <string_view>

#include "skillfit/document.h"

namespace skillfit::reader {

// Where the text of a group goes.
enum class Goes : std::uint8_t { to_text, nowhere, to_fonts, to_colours, to_styles };

// Of \ansicpg and \fcharset, as ICU knows them; empty if unknown.
std::string_view charset_of_page(int code_page);
std::string_view charset_of_font(int charset);

// For a word that begins a group: where it goes. Words that are not destinations give nothing.
std::optional<Goes> destination_of(std::string_view word);
// For a group that is read after the body, as blocks of this kind.
std::optional<BlockKind> kind_apart(std::string_view word);

// "emdash" -> U+2014; empty if the word is no character.
std::string_view sign_of(std::string_view word);

}  // namespace skillfit::reader
