// The readers of this program: one function a format, from bytes to text.
#pragma once

#include "document/wire.h"

namespace skillfit::reader {

// Errors: malformed, encrypted, needs_ocr, too_large. They may throw std::bad_alloc.
Result<Document> read_pdf(const ReaderRequest& request);
Result<Document> read_docx(const ReaderRequest& request);
Result<Document> read_odt(const ReaderRequest& request);
Result<Document> read_rtf(const ReaderRequest& request);
Result<Document> read_html(const ReaderRequest& request);  // the bytes are UTF-8

// Tasks with the bytes of a zip archive. Errors of the whole: malformed, too_large; of an entry: those of Zip::part.
Result<ArchiveEntries> list_archive(const ReaderRequest& request);
Result<ArchiveEntries> unpack_archive(const ReaderRequest& request);

}  // namespace skillfit::reader
