// Who bears the name of a field and is no skill.
#pragma once

#include "outline/reading.h"
#include "skillfit/lexicon.h"
#include "skillfit/outline.h"

namespace skillfit {

// Where a name stands.
struct Place {
  As as;
  SectionKind section;
};

// Whether the name at `span`, of a skill of this kind, names something that is called after it: a place of work ("the
// Department of Physics", "our pricing team", "a catering company"; in a resume no team its author leads), whom one
// works with ("in cooperation with audit and purchasing"), a body or an honour ("the Public Relations Student
// Society").
bool is_namesake(const Reading& in, Place place, TokenSpan span, SkillKind kind);

}  // namespace skillfit
