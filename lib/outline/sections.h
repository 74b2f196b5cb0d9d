// Lines and sections of the outline, and whether the document is a resume or a posting.
#pragma once

#include <vector>

#include "outline/dates.h"
#include "outline/headings.h"

namespace skillfit {

// Resume or posting, by headings, dated ranges, and whether the text speaks to a reader ("you", "we").
As judge(const Reading& in, const Scan& scan, const std::vector<Heading>& headings,
         const std::vector<DateRange>& dates);

// Fills lines and sections. REQUIRES: outline.as is set.
void build_sections(const Reading& in, const Scan& scan, const std::vector<Heading>& headings, Outline& outline);

}  // namespace skillfit
