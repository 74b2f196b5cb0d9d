// Ranges of months as people write them: "06/2019 to Current", "Jan 2018 - Mar 2021", "2015-2018", "Summer 2017".
#pragma once

#include <optional>

#include "outline/reading.h"
#include "skillfit/outline.h"

namespace skillfit {

struct DateRange {
  TokenSpan tokens;
  Month begin;
  std::optional<Month> end;  // inclusive; empty while it lasts
  bool has_months = false;   // written with months, not with years alone
  bool single = false;       // one date only: "2012", "May 2012", "Summer 2017"
  bool reversed = false;     // it ends before it begins
};

// The range or single date that begins at token `first`, all of it before `limit`. None if it lies outside the years
// 1950-2099.
std::optional<DateRange> parse_dates(const Reading& in, std::uint32_t first, std::uint32_t limit);

}  // namespace skillfit
