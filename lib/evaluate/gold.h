// Annotated data on its way in: what the forms of it share.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "skillfit/evaluate.h"

namespace skillfit {

// A place in a file of annotated data.
struct GoldPlace {
  const std::string& path;
  std::uint32_t line = 0, column = 0;
};

// An Error with that place. `excerpt` is cut to a line's worth.
tl::unexpected<Error> refuse(const GoldPlace& at, std::string message, std::string_view excerpt = {});

Result<As> parse_as(std::string_view name, const GoldPlace& at);

// A stance that documents of this sort can have.
Result<Stance> parse_stance(std::string_view name, std::optional<As> as, const GoldPlace& at);

using GoldDocuments = std::vector<GoldDocument>;

// REQUIRES of both: bytes are valid UTF-8 without a byte order mark.
Result<GoldDocuments> parse_marked(std::string_view bytes, const std::string& path);
Result<GoldDocuments> parse_annotated(std::string_view bytes, const std::string& path);

}  // namespace skillfit
