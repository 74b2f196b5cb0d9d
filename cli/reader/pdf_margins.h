// The headers and footers of a PDF's pages, which it does not name as such.
#pragma once

#include <vector>

#include "pdf_file.h"

namespace skillfit::reader {

struct Margins {
  std::vector<Word> header, footer;
};

// Moves them out of the pages' words: for each page what stood at its top and bottom. Lines that stand at the same
// height of all pages and say the same, or count the pages; the first page of three and more may have others.
std::vector<Margins> take_margins(std::vector<PdfPage>& pages);

}  // namespace skillfit::reader
