// Builds the text of a document from values that have names (JSON), line by line, with a Block for every line and a
// Field for every value.
#pragma once

#include <string_view>

#include "skillfit/document.h"

namespace skillfit {

class LineBuilder {
 public:
  // A heading on a line of its own, set apart by a blank line.
  void heading(std::string_view text);
  // Appends `value` to the current line as the field `name`, after `separator` unless it is the first. Line breaks in
  // the value become spaces. An empty value adds nothing.
  void add(std::string_view separator, std::string_view name, std::string_view value);
  // Appends words that are no value: "Present".
  void add_words(std::string_view words);
  // Ends the current line if it holds anything.
  void end_line(BlockKind kind = BlockKind::paragraph);
  // One value as one item of a list.
  void item(std::string_view name, std::string_view value);
  // One value of many lines.
  void paragraphs(std::string_view name, std::string_view value);
  // A text that was built or read before, with everything that points into it; as one field unless `name` is empty.
  void append(std::string_view name, const Document& part);
  // The same under a heading; nothing at all if `part` has no text.
  void append_section(std::string_view title, std::string_view name, const Document& part);

  Document take() { return std::move(document_); }

 private:
  std::uint32_t here() const { return static_cast<std::uint32_t>(document_.text.size()); }
  Document document_;
  std::uint32_t line_ = 0;  // where the current line began
};

}  // namespace skillfit
