// Plain text and Markdown: the text is the file's own bytes.
#pragma once

#include "document/source.h"

namespace skillfit {

Result<Document> read_text(Source& source);
// As read_text, with one block a line: headings, list items, table rows, paragraphs.
Result<Document> read_markdown(Source& source);

}  // namespace skillfit
