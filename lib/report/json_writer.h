// JSON text, written front to back. Numbers are integers or exact thousandths, so no floating point is ever formatted
// and the bytes are the same on every machine.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace skillfit {

// REQUIRES: calls in the order of the grammar: inside an object every value follows a key(), ends match begins.
class JsonWriter {
 public:
  // Values nested less deep than `line_depth` stand on lines of their own, the rest on one line: 0 writes a whole
  // document on one line.
  explicit JsonWriter(unsigned line_depth = 0) : line_depth_(line_depth) {}

  JsonWriter& begin_object() { return open('{'); }
  JsonWriter& end_object() { return close('}'); }
  JsonWriter& begin_array() { return open('['); }
  JsonWriter& end_array() { return close(']'); }
  JsonWriter& key(std::string_view name);

  JsonWriter& string(std::string_view text);  // what is not UTF-8 becomes U+FFFD
  JsonWriter& number(std::int64_t value) { return raw(std::to_string(value)); }
  JsonWriter& thousandths(std::int64_t value);
  JsonWriter& boolean(bool value) { return raw(value ? "true" : "false"); }
  JsonWriter& null() { return raw("null"); }

  // Ends one document with a line end; another may follow.
  JsonWriter& end_document();

  std::string take() { return std::move(out_); }

 private:
  JsonWriter& open(char bracket);
  JsonWriter& close(char bracket);
  JsonWriter& raw(std::string_view text);
  void separate();  // the comma and line break that belong before the next value or key
  void break_line();

  std::string out_;
  unsigned line_depth_;
  std::vector<bool> filled_;  // for every open bracket: has it a member yet?
  bool after_key_ = false;
};

}  // namespace skillfit
