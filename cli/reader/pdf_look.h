// Looks at a page of a PDF as a person would: rendered.
#pragma once

#include <poppler/cpp/poppler-document.h>
#include <poppler/cpp/poppler-page.h>

#include <vector>

#include "pdf_layout.h"

namespace skillfit::reader {

// False if the document draws with fonts that are neither in it nor on this machine: then pages show less than others
// would see of them, and nothing can be said about hidden text.
bool can_be_looked_at(const poppler::document& pdf);

// Sets `ink` of the words: tiny ones by their font, and those that leave no trace on the rendered page, for whatever
// reason (white, transparent, invisible, covered).
void look_at(const poppler::page& page, std::vector<Word>& words);

}  // namespace skillfit::reader
