// Pieces that several JSON reports share.
#pragma once

#include <functional>
#include <string_view>

#include "report/json_writer.h"
#include "report/parts.h"

namespace skillfit {

// Strengths and gaps named in a row of a ranking.
inline constexpr std::size_t kRankTop = 3;

// One line a document for jsonl; for json two levels on lines, so that a contribution or a mention is one line.
JsonWriter json_writer(const ReportContext& context);

// Many objects of one kind. jsonl: each on a line, after a line with the head if that is wanted there; json: one object
// with the head's members and "rows".
class JsonRows {
 public:
  enum class Head { always, json_only };
  JsonRows(const ReportContext& context, Head head, const std::function<void(JsonWriter&)>& write_head);

  void add(const std::function<void(JsonWriter&)>& write_members);
  std::string take();

 private:
  bool lines_;
  JsonWriter json_;
};

// "path", and "path_bytes" if it needs it: members of the object being written.
void write_path(JsonWriter& json, std::string_view path);

// {"path", "format", "bytes", "sha256", "title"}.
void write_document(JsonWriter& json, const Analysis& analysis);

// "as_of", "lexicon", "version"; or only the last two, where no date plays a part.
void write_provenance(JsonWriter& json, const ReportContext& context);
void write_lexicon(JsonWriter& json, const ReportContext& context);

// A member: a decimal with three places, or null.
void write_ratio(JsonWriter& json, std::string_view name, const Ratio& ratio);

// "notes": [{"code", "message"}].
void write_notes(JsonWriter& json, const std::vector<Note>& notes);

// "code", "message".
void write_error(JsonWriter& json, const Error& error);

std::string_view row_status_name(RowStatus status);

// The posting that a row was matched with; null if the row did not keep it.
const Profile* posting_of(const Row& row, const RankReport& report);

}  // namespace skillfit
