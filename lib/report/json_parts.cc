#include "report/json_parts.h"

#include <array>

#include "report/naming.h"
#include "report/words.h"

namespace skillfit {

JsonWriter json_writer(const ReportContext& context) {
  return JsonWriter(context.options.form == ReportForm::json ? 2 : 0);
}

JsonRows::JsonRows(const ReportContext& context, Head head, const std::function<void(JsonWriter&)>& write_head)
    : lines_(context.options.form == ReportForm::jsonl), json_(json_writer(context)) {
  if (lines_ && head == Head::json_only) return;
  json_.begin_object();
  write_head(json_);
  if (lines_) {
    json_.end_object().end_document();
  } else {
    json_.key("rows").begin_array();
  }
}

void JsonRows::add(const std::function<void(JsonWriter&)>& write_members) {
  json_.begin_object();
  write_members(json_);
  json_.end_object();
  if (lines_) json_.end_document();
}

std::string JsonRows::take() {
  if (!lines_) json_.end_array().end_object().end_document();
  return json_.take();
}

void write_path(JsonWriter& json, std::string_view path) {
  const ShownPath shown = shown_path(path);
  json.key("path").string(shown.text);
  if (!shown.bytes.empty()) json.key("path_bytes").string(shown.bytes);
}

void write_document(JsonWriter& json, const Analysis& analysis) {
  const Document& document = analysis.document;
  json.begin_object();
  write_path(json, document.path);
  json.key("format").string(format_name(document.format));
  json.key("bytes").number(static_cast<std::int64_t>(document.file_bytes));
  json.key("sha256").string(to_hex(document.sha256));
  json.key("title").string(title_text(analysis));
  json.end_object();
}

void write_provenance(JsonWriter& json, const ReportContext& context) {
  json.key("as_of").string(context.options.as_of);
  write_lexicon(json, context);
}

void write_lexicon(JsonWriter& json, const ReportContext& context) {
  json.key("lexicon").string(context.lexicon.digest());
  json.key("version").string(SKILLFIT_VERSION);
}

void write_ratio(JsonWriter& json, std::string_view name, const Ratio& ratio) {
  json.key(name);
  const std::optional<std::int64_t> value = ratio.thousandths();
  if (value) {
    json.thousandths(*value);
  } else {
    json.null();
  }
}

void write_notes(JsonWriter& json, const std::vector<Note>& notes) {
  json.key("notes").begin_array();
  for (const Note& note : notes) {
    json.begin_object().key("code").string(note.code).key("message").string(note.message).end_object();
  }
  json.end_array();
}

void write_error(JsonWriter& json, const Error& error) {
  json.key("code").string(error_code_name(error.code)).key("message").string(error.message);
}

std::string_view row_status_name(RowStatus status) {
  constexpr std::array<std::string_view, 3> kNames = {"ok", "error", "skipped"};
  return kNames[static_cast<std::size_t>(status)];
}

const Profile* posting_of(const Row& row, const RankReport& report) {
  if (!report.of_postings()) return &report.fixed.profile;
  return row.analysis ? &row.analysis->profile : nullptr;
}

}  // namespace skillfit
