// extract and inspect as JSON: one object a document. Offsets are bytes of the document's text.
#include "report/json_parts.h"
#include "report/naming.h"
#include "report/words.h"

namespace skillfit {
namespace {

void write_span(JsonWriter& json, SourceSpan span) {
  json.key("begin").number(span.begin).key("end").number(span.end);
}

// The source bytes of some tokens; an empty span at 0 if there are none.
SourceSpan span_of(const Analysis& a, TokenSpan tokens) {
  return tokens.empty() ? SourceSpan{} : a.tokens.source_span(tokens);
}

std::string_view text_of(const Analysis& a, TokenSpan tokens) {
  return slice(a.document.text, span_of(a, tokens));
}

void write_mention(JsonWriter& json, const Analysis& a, const Mention& m, const Lexicon& lexicon) {
  json.begin_object();
  json.key("skill").string(lexicon.key(m.skill)).key("name").string(lexicon.name(m.skill));
  json.key("kind").string(skill_kind_name(lexicon.kind(m.skill)));
  write_span(json, m.span);
  json.key("surface").string(slice(a.document.text, m.span)).key("section").string(section_name(m.section));
  json.key("stance").string(stance_name(m.stance)).key("rule").string(rule_name(m.rule));
  json.end_object();
}

void write_head(JsonWriter& json, const Row& row) {
  write_path(json, row.input.path);
  json.key("status").string(row_status_name(row.status));
  if (row.status != RowStatus::ok) write_error(json, row.error);
}

void write_file(JsonWriter& json, const Document& document) {
  json.key("bytes").number(static_cast<std::int64_t>(document.file_bytes));
  json.key("sha256").string(to_hex(document.sha256));
}

void write_extracted(JsonWriter& json, const Row& row, const ReportContext& context) {
  const Analysis& a = *row.analysis;
  json.key("as").string(as_name(a.outline.as));
  write_file(json, a.document);
  json.key("mentions").begin_array();
  for (const Mention& m : a.mentions.mentions) write_mention(json, a, m, context.lexicon);
  json.end_array().key("terms").begin_array();
  for (const Term& term : a.mentions.terms) {
    json.begin_object().key("text").string(slice(a.document.text, term.span));
    write_span(json, term.span);
    json.end_object();
  }
  json.end_array();
}

void write_sections(JsonWriter& json, const Analysis& a) {
  json.key("sections").begin_array();
  for (const Section& section : a.outline.sections) {
    json.begin_object().key("kind").string(section_name(section.kind));
    json.key("heading").string(text_of(a, section.heading));
    write_span(json, span_of(a, section.tokens));
    json.end_object();
  }
  json.end_array();
}

void write_positions(JsonWriter& json, const Analysis& a) {
  json.key("positions").begin_array();
  for (const Position& position : a.outline.positions) {
    json.begin_object().key("title").string(text_of(a, position.title));
    json.key("from").string(month_text(position.begin)).key("to");
    if (position.end) {
      json.string(month_text(*position.end));
    } else {
      json.null();
    }
    json.key("section").string(section_name(position.section));
    write_span(json, span_of(a, position.tokens));
    json.end_object();
  }
  json.end_array();
}

void write_degrees_and_durations(JsonWriter& json, const Analysis& a) {
  json.key("degrees").begin_array();
  for (const Degree& degree : a.outline.degrees) {
    json.begin_object().key("level").string(degree_name(degree.level));
    json.key("or_equivalent").boolean(degree.or_equivalent);
    write_span(json, span_of(a, degree.tokens));
    json.end_object();
  }
  json.end_array().key("durations").begin_array();
  for (const Duration& duration : a.outline.durations) {
    json.begin_object().key("months").number(duration.months);
    write_span(json, span_of(a, duration.tokens));
    json.end_object();
  }
  json.end_array();
}

bool is_margin(const Block& block) {
  return block.kind == BlockKind::header || block.kind == BlockKind::footer;
}

// Pages, and apart from them the headers and footers: from the first block to the last that follow each other.
void write_pages(JsonWriter& json, const Document& document) {
  const auto write = [&](const char* name, auto&& belongs) {
    json.key(name).begin_array();
    for (std::size_t i = 0; i < document.blocks.size();) {
      const Block& first = document.blocks[i];
      SourceSpan span = first.span;
      const auto goes_on = [&](const Block& next) {
        return next.page == first.page && is_margin(next) == is_margin(first) &&
               (!is_margin(next) || next.kind == first.kind);
      };
      for (; i < document.blocks.size() && goes_on(document.blocks[i]); ++i) span.end = document.blocks[i].span.end;
      if (!belongs(first)) continue;
      json.begin_object();
      if (is_margin(first)) json.key("kind").string(first.kind == BlockKind::header ? "header" : "footer");
      if (first.page > 0) json.key("page").number(first.page);
      write_span(json, span);
      json.end_object();
    }
    json.end_array();
  };
  write("pages", [](const Block& block) { return block.page > 0 && !is_margin(block); });
  write("margins", is_margin);
}

void write_inspected(JsonWriter& json, const Row& row) {
  const Analysis& a = *row.analysis;
  json.key("as").string(as_name(a.outline.as)).key("as_guessed").boolean(a.outline.as_guessed);
  json.key("format").string(format_name(a.document.format));
  write_file(json, a.document);
  json.key("title").string(title_text(a));
  json.key("months").number(a.profile.months);
  write_sections(json, a);
  write_positions(json, a);
  write_degrees_and_durations(json, a);
  write_pages(json, a.document);
  json.key("hidden").begin_array();
  for (const SourceSpan span : a.document.hidden) {
    json.begin_object();
    write_span(json, span);
    json.end_object();
  }
  json.end_array();
  write_notes(json, a.document.notes);
  json.key("text").string(a.document.text);
}

template <class WriteRow>
std::string write_rows(const RowsReport& report, std::string_view command, const WriteRow& write_row) {
  JsonRows rows(report.context, JsonRows::Head::json_only, [&](JsonWriter& json) {
    json.key("command").string(command);
    write_provenance(json, report.context);
  });
  for (const Row& row : report.rows) {
    rows.add([&](JsonWriter& json) {
      write_head(json, row);
      if (row.status == RowStatus::ok) write_row(json, row);
    });
  }
  return rows.take();
}

}  // namespace

std::string extract_json(const RowsReport& report) {
  return write_rows(report, "extract",
                    [&](JsonWriter& json, const Row& row) { write_extracted(json, row, report.context); });
}

std::string inspect_json(const RowsReport& report) {
  return write_rows(report, "inspect", [](JsonWriter& json, const Row& row) { write_inspected(json, row); });
}

}  // namespace skillfit
