// Bytes of unknown encoding -> UTF-8.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "skillfit/document.h"

namespace skillfit {

struct Decoded {
  std::string text;         // valid UTF-8
  std::vector<Note> notes;  // `charset`, `unmapped_bytes`; empty if the bytes were UTF-8 already
};

// Valid UTF-8 comes back as it is, a BOM and CR LF included. Then a BOM decides, then what the document declares
// (<meta charset>), then detection. Total.
Decoded decode_text(std::string bytes);

// UTF-8 of bytes in an encoding that ICU knows by this name; what cannot be mapped becomes U+FFFD.
std::string decode_charset(std::string_view bytes, std::string_view charset);

// True if no encoding makes text of these bytes: too many control characters, and no BOM of UTF-16 or UTF-32.
bool is_binary(std::string_view bytes);

// True if anything in `text` leaves ink on the page: not only white space, controls and invisible characters.
// REQUIRES: valid UTF-8.
bool has_visible_text(std::string_view text);

}  // namespace skillfit
