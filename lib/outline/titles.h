// Job titles: which stretch of a line is one.
#pragma once

#include "outline/reading.h"
#include "skillfit/outline.h"

namespace skillfit {

// Holds a word that people are called by ("engineer", "nurse", "manager").
bool names_a_job(const Reading& in, TokenSpan span);

// The part of `span` between separators that names a job; empty if none does. If it does not tell the trade, it takes
// along the part behind a comma or dash that does: "Director, Finance", but "Accountant".
TokenSpan job_part(const Reading& in, TokenSpan span);

// The first part of `span` between separators, without marks at its ends; may be empty.
TokenSpan first_part(const Reading& in, TokenSpan span);

// Outline::title. REQUIRES: everything else of the outline is filled; of a posting, lines and sections.
TokenSpan find_title(const Reading& in, const Outline& outline);

}  // namespace skillfit
