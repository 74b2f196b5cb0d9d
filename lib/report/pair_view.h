// What the tables of one pair show: requirements with how far they are met and why, and the words behind them.
#pragma once

#include <string>
#include <vector>

#include "report/excerpt.h"
#include "report/naming.h"
#include "report/parts.h"
#include "report/sheet.h"

namespace skillfit {

// Both documents of a pair with their line starts.
struct PairLines {
  explicit PairLines(const PairReport& report)
      : resume(report.resume.document.text), posting(report.posting.document.text) {}
  LineIndex resume, posting;
};

// One word for how far: "met", "partly", "related", "missing", "silent"; green only if nothing is left to gain.
Cell fulfilment_cell(const Contribution& asked);

// What earned the points, or why there are none: "4 years in dated positions", "only listed", "through Docker".
std::string reason(const Contribution& asked, const PairReport& report);

struct Marked {
  const Document& document;
  const LineIndex& lines;
  SourceSpan span;
};

// "cv.txt:14": the file without its folders, in at most `width` cells.
std::string place_text(const Marked& marked, std::size_t width);

// "…built services in [Go] and gRPC…" in at most `width` cells.
std::string excerpt_text(const Marked& marked, std::size_t width, const Sheet& sheet);

// "must-have, missing; related and held: Docker".
std::string gap_reason(const Gap& gap, const ReportContext& context);

// The notes of a match or document under a heading; nothing if there are none.
void write_notes(Sheet& sheet, const std::vector<Note>& notes);

// Title and path of a document on one line: "Backend Engineer (postings/backend.md)".
std::string document_text(const Analysis& analysis);

}  // namespace skillfit
