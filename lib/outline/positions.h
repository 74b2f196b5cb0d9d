// Dated positions of a resume, and titles.
#pragma once

#include <vector>

#include "outline/dates.h"
#include "outline/lines.h"

namespace skillfit {

// All dates in lines that can hold one, in text order, disjoint.
std::vector<DateRange> find_dates(const Reading& in, const Scan& scan);

// The dates that head a position become one. REQUIRES: lines and sections are filled; `dates` in text order.
void find_positions(const Reading& in, const std::vector<DateRange>& dates, Outline& outline);

}  // namespace skillfit
