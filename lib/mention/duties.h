// Sentences of a posting that say what is to be done, and by whom.
#pragma once

#include "skillfit/token.h"

namespace skillfit {

// Whether the sentence says what the person wanted is going to do: "You will design ...", "The baker should ...", "The
// role will ...".
bool tells_duty(const Tokens& tokens, TokenSpan sentence);

// The word with which it says that somebody is wanted, or its end: "We are looking for a baker", "The mill seeks a
// baker", "We expect ...". What stands before is told of the employer.
std::uint32_t search_in(const Tokens& tokens, TokenSpan sentence);

// Whether it begins with the work itself: "Design pumps", "Designing pumps", "Designs pumps".
bool begins_with_work(const Tokens& tokens, TokenSpan sentence);

// Whether its subject is the employer or a part of it: "We have ...", "Our mills ...", "The data team is ...".
bool tells_of_employer(const Tokens& tokens, TokenSpan sentence);

}  // namespace skillfit
