// Nothing is rewritten: offsets of every later stage are offsets into the user's file. Markdown only gains blocks; its
// marks (#, *, -, |) stay in the text, where the tokeniser treats them as punctuation.
#include "document/plain.h"

namespace skillfit {
namespace {

constexpr std::string_view kSpace = " \t\r";

BlockKind line_kind(std::string_view line) {
  const std::size_t marks = line.find_first_not_of('#');
  if (marks != std::string_view::npos && marks >= 1 && marks <= 6 && line[marks] == ' ') return BlockKind::heading;
  if (line.starts_with("- ") || line.starts_with("* ") || line.starts_with("+ ")) return BlockKind::list_item;
  return line.front() == '|' ? BlockKind::table_row : BlockKind::paragraph;
}

// The span of text[begin, end) without the marks and white space around the words; empty if nothing is left.
SourceSpan trimmed(std::string_view text, std::size_t begin, std::size_t end, std::string_view marks) {
  const std::size_t first = text.find_first_not_of(marks, begin);
  if (first == std::string_view::npos || first >= end) return {};
  const std::size_t last = text.find_last_not_of(marks, end - 1);
  return {static_cast<std::uint32_t>(first), static_cast<std::uint32_t>(last + 1)};
}

}  // namespace

Result<Document> read_text(Source& source) {
  Document document;
  document.text = std::move(source.bytes);
  return document;
}

Result<Document> read_markdown(Source& source) {
  Document document;
  document.text = std::move(source.bytes);
  const std::string_view text = document.text;
  for (std::size_t begin = 0; begin < text.size();) {
    const std::size_t end = std::min(text.find('\n', begin), text.size());
    SourceSpan span = trimmed(text, begin, end, kSpace);
    if (!span.empty()) {
      const BlockKind kind = line_kind(slice(text, span));
      if (kind == BlockKind::heading) span = trimmed(text, span.begin, span.end, "# \t\r");
      if (!span.empty()) document.blocks.push_back({kind, span, 0});
    }
    begin = end + 1;
  }
  return document;
}

}  // namespace skillfit
