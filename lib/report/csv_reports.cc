// Every report as rows of cells: a header line, then one line for each contribution, gap, candidate, mention ...
#include <algorithm>

#include "report/csv.h"
#include "report/excerpt.h"
#include "report/json_parts.h"
#include "report/naming.h"
#include "report/words.h"

namespace skillfit {
namespace {

using Cells = std::vector<std::string>;

std::string key_of(const std::optional<SkillId>& skill, const Lexicon& lexicon) {
  return skill ? std::string(lexicon.key(*skill)) : std::string();
}

std::string keys_of(const std::vector<SkillId>& skills, const Lexicon& lexicon) {
  Cells keys;
  for (const SkillId skill : skills) keys.emplace_back(lexicon.key(skill));
  return joined(keys, kCsvList);
}

// "12:5" for each span.
template <class Places>
std::string places_of(const Places& places, const LineIndex& lines) {
  Cells out;
  for (const auto& place : places) {
    const Place at = lines.place(place.begin);
    out.push_back(std::to_string(at.line) + ":" + std::to_string(at.column));
  }
  return joined(out, kCsvList);
}

std::vector<SourceSpan> spans_of(const std::vector<Evidence>& evidence) {
  std::vector<SourceSpan> spans;
  for (const Evidence& e : evidence) spans.push_back(e.span);
  return spans;
}

Cells ranked_cells(const Row& row, const RankReport& report) {
  const Profile* posting = posting_of(row, report);
  const Lexicon& lexicon = report.context.lexicon;
  Cells strengths, gaps, notes;
  for (const Contribution* c : top_strengths(row.match, kRankTop))
    strengths.push_back(asked_name(*c, posting, lexicon));
  for (const Gap* gap : top_gaps(row.match, kRankTop)) gaps.push_back(gap_name(*gap, row.match, posting, lexicon));
  for (const Note& note : row.match.notes) notes.push_back(note.code);
  const ShownPath path = shown_path(row.input.path);
  return {std::to_string(row.rank),
          path.text,
          "ok",
          thousandths(row.match.score.value_or(0)),
          thousandths(row.match.confidence),
          std::to_string(row.match.required_met),
          std::to_string(row.match.required_total),
          joined(strengths, kCsvList),
          joined(gaps, kCsvList),
          joined(notes, kCsvList),
          "",
          "",
          path.bytes};
}

Cells unranked_cells(const Row& row) {
  const ShownPath path = shown_path(row.input.path);
  Cells cells(13);
  cells[1] = path.text;
  cells[2] = row_status_name(row.status);
  cells[10] = error_code_name(row.error.code);
  cells[11] = row.error.message;
  cells[12] = path.bytes;
  return cells;
}

}  // namespace

std::string match_csv(const PairReport& report) {
  const Lexicon& lexicon = report.context.lexicon;
  const LineIndex resume(report.resume.document.text), posting(report.posting.document.text);
  std::string out = csv_line({"signal", "skill", "term", "name", "any_of", "points", "max", "related_points", "via",
                              "resume_places", "posting_places"});
  for (const Contribution& c : report.match.contributions) {
    out += csv_line({std::string(signal_name(c.signal)), key_of(c.skill, lexicon), c.term,
                     asked_name(c, &report.posting.profile, lexicon), keys_of(c.any_of, lexicon), thousandths(c.points),
                     thousandths(c.max), thousandths(c.related_points), key_of(c.via, lexicon),
                     places_of(spans_of(c.resume_evidence), resume), places_of(c.posting_evidence, posting)});
  }
  return out;
}

std::string gaps_csv(const PairReport& report) {
  const Lexicon& lexicon = report.context.lexicon;
  const LineIndex posting(report.posting.document.text);
  std::string out = csv_line({"skill", "term", "name", "stance", "gain", "state", "related_held", "posting_places"});
  for (const Gap& gap : report.match.gaps) {
    out +=
        csv_line({key_of(gap.skill, lexicon), gap.term, gap_name(gap, report.match, &report.posting.profile, lexicon),
                  std::string(stance_name(gap.stance)), thousandths(gap.gain), gap.weak ? "weak" : "missing",
                  keys_of(gap.related_held, lexicon), places_of(gap.posting_evidence, posting)});
  }
  return out;
}

std::string rank_csv(const RankReport& report) {
  std::string out = csv_line({"rank", "path", "status", "score", "confidence", "required_met", "required_total",
                              "top_strengths", "top_gaps", "notes", "code", "message", "path_bytes"});
  for (std::size_t i = 0; i < report.rows.size(); ++i) {
    const Row& row = report.rows[i];
    if (row.status != RowStatus::ok) {
      out += csv_line(unranked_cells(row));
    } else if (i < report.shown()) {
      out += csv_line(ranked_cells(row, report));
    }
  }
  return out;
}

std::string extract_csv(const RowsReport& report) {
  const Lexicon& lexicon = report.context.lexicon;
  std::string out = csv_line({"path", "status", "skill", "name", "kind", "begin", "end", "line", "column", "surface",
                              "section", "stance", "rule", "message"});
  for (const Row& row : report.rows) {
    const std::string path = shown_path(row.input.path).text;
    if (row.status != RowStatus::ok) {
      Cells cells(14);
      cells[0] = path;
      cells[1] = row_status_name(row.status);
      cells[13] = row.error.message;
      out += csv_line(cells);
      continue;
    }
    const std::string& text = row.analysis->document.text;
    const LineIndex lines(text);
    for (const Mention& m : row.analysis->mentions.mentions) {
      const Place at = lines.place(m.span.begin);
      out += csv_line({path, "ok", std::string(lexicon.key(m.skill)), std::string(lexicon.name(m.skill)),
                       std::string(skill_kind_name(lexicon.kind(m.skill))), std::to_string(m.span.begin),
                       std::to_string(m.span.end), std::to_string(at.line), std::to_string(at.column),
                       std::string(slice(text, m.span)), std::string(section_name(m.section)),
                       std::string(stance_name(m.stance)), std::string(rule_name(m.rule)), ""});
    }
  }
  return out;
}

std::string inspect_csv(const RowsReport& report) {
  std::string out = csv_line({"path", "status", "as", "format", "bytes", "sections", "positions", "months", "degrees",
                              "notes", "code", "message"});
  for (const Row& row : report.rows) {
    const std::string path = shown_path(row.input.path).text;
    const std::string status(row_status_name(row.status));
    if (row.status != RowStatus::ok) {
      out += csv_line({path, status, "", "", "", "", "", "", "", "", std::string(error_code_name(row.error.code)),
                       row.error.message});
      continue;
    }
    const Analysis& a = *row.analysis;
    Cells notes;
    for (const Note& note : a.document.notes) notes.push_back(note.code);
    out += csv_line({path, status, std::string(as_name(a.outline.as)), std::string(format_name(a.document.format)),
                     std::to_string(a.document.file_bytes), std::to_string(a.outline.sections.size()),
                     std::to_string(a.outline.positions.size()), std::to_string(a.profile.months),
                     std::to_string(a.outline.degrees.size()), joined(notes, kCsvList), "", ""});
  }
  return out;
}

}  // namespace skillfit
