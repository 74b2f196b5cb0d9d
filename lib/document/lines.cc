#include "document/lines.h"

#include <algorithm>

namespace skillfit {
namespace {

constexpr std::string_view kSpace = " \t\r\n";
constexpr std::string_view kBullet = "\u2022 ";

std::string_view trim(std::string_view value) {
  const std::size_t begin = value.find_first_not_of(kSpace);
  if (begin == std::string_view::npos) return {};
  return value.substr(begin, value.find_last_not_of(kSpace) + 1 - begin);
}

SourceSpan moved(SourceSpan span, std::uint32_t by) {
  return {span.begin + by, span.end + by};
}

}  // namespace

void LineBuilder::heading(std::string_view text) {
  end_line();
  if (!document_.text.empty()) document_.text += '\n';
  line_ = here();
  document_.text += text;
  end_line(BlockKind::heading);
}

void LineBuilder::add(std::string_view separator, std::string_view name, std::string_view value) {
  value = trim(value);
  if (value.empty()) return;
  if (here() > line_) document_.text += separator;
  const std::uint32_t begin = here();
  document_.text += value;
  std::replace_if(
      document_.text.begin() + begin, document_.text.end(), [](char c) { return c == '\n' || c == '\r'; }, ' ');
  document_.fields.push_back({std::string(name), {begin, here()}});
}

void LineBuilder::add_words(std::string_view words) {
  document_.text += words;
}

void LineBuilder::end_line(BlockKind kind) {
  if (here() > line_) {
    document_.blocks.push_back({kind, {line_, here()}, 0});
    document_.text += '\n';
  }
  line_ = here();
}

void LineBuilder::item(std::string_view name, std::string_view value) {
  if (trim(value).empty()) return;
  end_line();
  document_.text += kBullet;
  add("", name, value);
  end_line(BlockKind::list_item);
}

void LineBuilder::paragraphs(std::string_view name, std::string_view value) {
  end_line();
  value = trim(value);
  if (value.empty()) return;
  const std::uint32_t begin = here();
  while (!value.empty()) {
    const std::size_t end = std::min(value.find('\n'), value.size());
    const std::string_view line = trim(value.substr(0, end));
    document_.text += line;
    if (line.empty()) document_.text += '\n';  // a blank line stays one
    const bool listed = line.starts_with("- ") || line.starts_with("* ") || line.starts_with(kBullet);
    end_line(listed ? BlockKind::list_item : BlockKind::paragraph);
    value.remove_prefix(std::min(end + 1, value.size()));
  }
  document_.fields.push_back({std::string(name), {begin, here() - 1}});
}

void LineBuilder::append(std::string_view name, const Document& part) {
  end_line();
  const std::uint32_t begin = here();
  document_.text += part.text;
  if (!name.empty() && !part.text.empty()) document_.fields.push_back({std::string(name), {begin, here()}});
  for (const Field& field : part.fields) document_.fields.push_back({field.name, moved(field.span, begin)});
  for (const Block& block : part.blocks) document_.blocks.push_back({block.kind, moved(block.span, begin), block.page});
  for (const SourceSpan span : part.hidden) document_.hidden.push_back(moved(span, begin));
  for (const Note& note : part.notes) document_.notes.push_back({note.code, note.message, moved(note.where, begin)});
  if (here() > begin && !document_.text.ends_with('\n')) document_.text += '\n';
  line_ = here();
}

void LineBuilder::append_section(std::string_view title, std::string_view name, const Document& part) {
  if (part.text.empty()) return;
  if (!title.empty()) heading(title);
  append(name, part);
}

}  // namespace skillfit
