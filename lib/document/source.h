// One file on its way to a Document: what the sniffers look at and the readers read.
#pragma once

#include <array>
#include <cstdint>
#include <nlohmann/json_fwd.hpp>
#include <string>
#include <string_view>

#include "skillfit/document.h"

namespace skillfit {

struct Source {
  std::string bytes;  // as they came; decoded to UTF-8 before the formats made of text are sniffed
  std::string path;
  const ReadOptions& options;
  std::array<std::uint8_t, 32> digest = {};  // of the bytes as they came
  std::vector<Note> notes = {};              // what decoding had to say
  const nlohmann::json* json = nullptr;      // the value of `bytes` if they are JSON
};

// ".md", in lower case; empty if the name has none.
std::string extension_of(std::string_view path);

}  // namespace skillfit
