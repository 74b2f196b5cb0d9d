// Looks at a page of a PDF as a person would: rendered.
#pragma once

#include "pdf_file.h"

namespace skillfit::reader {

// Sets `ink` of the page's words: tiny ones by their font, and on a doubtful page those that leave no trace on it when
// it is rendered, for whatever reason (white, transparent, invisible, covered). False if it cannot be looked at: it
// draws with fonts that are neither in the file nor on this machine, so that it shows less here than elsewhere.
bool look_at(PdfFile& pdf, int number, PdfPage& page);

}  // namespace skillfit::reader
