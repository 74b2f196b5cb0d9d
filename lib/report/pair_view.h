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

// " 9.120 of 15.000", points below points.
std::string points_text(Points points, Points max);

// What earned the points, or why there are none: "4 years on the job", "only listed", "not itself, but Docker".
std::string reason(const Contribution& asked, const PairReport& report);

// A span of one of the two documents; `name` says which: "resume", "posting".
struct Marked {
  std::string_view name;
  const Document& document;
  const LineIndex& lines;
  SourceSpan span;
};

// Where a person reads what a requirement asks for: the places themselves or, in a posting file, whose tables say no
// more than the requirement's name does, its `text` if it has one.
std::vector<SourceSpan> readable_places(const Analysis& posting, std::int32_t requirement,
                                        const std::vector<SourceSpan>& places);

// "resume:14".
std::string place_text(const Marked& marked);

// "…built services in [Go] and gRPC…" in at most `width` cells.
std::string excerpt_text(const Marked& marked, std::size_t width, const Sheet& sheet);

// "must-have, only listed".
std::string gap_reason(const Gap& gap);

// "+7.895 for the job title. If ...": what nobody can work on; empty if the title has no gap.
std::string title_gap_text(const PairReport& report);

// "related and held: Docker"; empty if nothing related is held.
std::string related_text(const Gap& gap, const Lexicon& lexicon);

// "61.2 of 100, +12.8, with Kafka ...": the score with the skills that were supposed; empty if none were.
std::string what_if_text(const PairReport& report);

// "What if": the score with the skills that were supposed; nothing if none were.
void write_what_if(Sheet& sheet, const PairReport& report);

// Where the resume calls a skill otherwise than the posting, under a heading; nothing if nowhere.
void write_wordings(Sheet& sheet, const PairReport& report);

// The notes of a match or document under a heading; nothing if there are none.
void write_notes(Sheet& sheet, const std::vector<Note>& notes);

// Title and path of a document on one line: "Backend Engineer (postings/backend.md)".
std::string document_text(const Analysis& analysis);

}  // namespace skillfit
