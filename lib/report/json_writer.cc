#include "report/json_writer.h"

#include "base/utf8.h"
#include "report/words.h"

namespace skillfit {
namespace {

// Escapes what RFC 8259 demands, and DEL and C1 too: some terminals obey them, and JSON is often read on one.
void append_escaped(std::string& out, std::string_view text) {
  for (std::size_t at = 0; at < text.size();) {
    const std::size_t begin = at;
    const char32_t c = decode_utf8(text, at);
    if (c == '"' || c == '\\') {
      (out += '\\') += static_cast<char>(c);
    } else if (c == '\n' || c == '\t' || c == '\r') {
      out += c == '\n' ? "\\n" : c == '\t' ? "\\t" : "\\r";
    } else if (c < 0x20 || (c >= 0x7F && c < 0xA0)) {
      (out += "\\u00") += hexadecimal(std::string(1, static_cast<char>(c)));
    } else {
      out += text.substr(begin, at - begin);
    }
  }
}

}  // namespace

JsonWriter& JsonWriter::key(std::string_view name) {
  separate();
  (out_ += '"') += name;
  out_ += filled_.size() <= line_depth_ ? "\": " : "\":";
  after_key_ = true;
  return *this;
}

JsonWriter& JsonWriter::string(std::string_view text) {
  separate();
  out_ += '"';
  if (is_valid_utf8(text)) {
    append_escaped(out_, text);
  } else {
    append_escaped(out_, repair_utf8(text));
  }
  out_ += '"';
  return *this;
}

JsonWriter& JsonWriter::thousandths(std::int64_t value) {
  return raw(skillfit::thousandths(value));
}

JsonWriter& JsonWriter::end_document() {
  out_ += '\n';
  return *this;
}

JsonWriter& JsonWriter::raw(std::string_view text) {
  separate();
  out_ += text;
  return *this;
}

JsonWriter& JsonWriter::open(char bracket) {
  separate();
  out_ += bracket;
  filled_.push_back(false);
  return *this;
}

JsonWriter& JsonWriter::close(char bracket) {
  const bool on_lines = filled_.back() && filled_.size() <= line_depth_;
  filled_.pop_back();
  if (on_lines) break_line();
  out_ += bracket;
  return *this;
}

void JsonWriter::separate() {
  if (after_key_) {
    after_key_ = false;
    return;
  }
  if (filled_.empty()) return;
  if (filled_.back()) out_ += ',';
  filled_.back() = true;
  if (filled_.size() <= line_depth_) break_line();
}

void JsonWriter::break_line() {
  out_ += '\n';
  out_.append(2 * filled_.size(), ' ');
}

}  // namespace skillfit
