#include "profile/toml_file.h"

#include <algorithm>

#include "base/utf8.h"

namespace skillfit {
namespace {

constexpr std::size_t kMaxExcerpt = 120;  // bytes

}  // namespace

std::string quoted(std::string_view text) {
  return "\"" + std::string(text) + "\"";
}

TomlFile::TomlFile(std::string_view text, const std::string& name) : text_(text), name_(name), lines_{0} {
  for (std::size_t at = text.find('\n'); at != text.npos; at = text.find('\n', at + 1)) {
    lines_.push_back(static_cast<std::uint32_t>(at + 1));
  }
}

std::uint32_t TomlFile::line_begin(std::uint32_t line) const {
  return lines_[std::clamp<std::size_t>(line, 1, lines_.size()) - 1];
}

// Columns count characters.
std::uint32_t TomlFile::offset(toml::source_position at) const {
  std::size_t byte = line_begin(at.line);
  for (std::uint32_t column = 1; column < at.column && byte < text_.size(); ++column) decode_utf8(text_, byte);
  return static_cast<std::uint32_t>(byte);
}

std::uint32_t TomlFile::line_of(SourceSpan span) const {
  return static_cast<std::uint32_t>(std::upper_bound(lines_.begin(), lines_.end(), span.begin) - lines_.begin());
}

SourceSpan TomlFile::span(const toml::node& value) const {
  SourceSpan span{offset(value.source().begin), offset(value.source().end)};
  const auto is_quote = [&](std::uint32_t at) { return text_[at] == '"' || text_[at] == '\''; };
  if (!value.is_string()) return span;
  while (span.begin < span.end && is_quote(span.begin)) ++span.begin;
  while (span.begin < span.end && is_quote(span.end - 1)) --span.end;
  return span;
}

SourceSpan TomlFile::span(const toml::key& key) const {
  return {offset(key.source().begin), offset(key.source().end)};
}

void TomlFile::tell(toml::source_position at, std::string message) {
  if (problem_ && std::pair(problem_->line, problem_->column) <= std::pair(at.line, at.column)) return;
  problem_ = fail(ErrorCode::malformed, std::move(message), name_).value();
  problem_->line = at.line;
  problem_->column = at.column;
  std::string_view line = text_.substr(line_begin(at.line));
  line = line.substr(0, line.find('\n'));
  problem_->excerpt = line.substr(0, utf8_floor(line, std::min(line.size(), kMaxExcerpt)));
  std::erase_if(problem_->excerpt, [](char c) { return static_cast<unsigned char>(c) < 0x20 || c == 0x7f; });
}

void TomlFile::tell(SourceSpan at, std::string message) {
  const std::uint32_t line = line_of(at);
  const std::string_view before = text_.substr(line_begin(line), at.begin - line_begin(line));
  const auto columns = std::count_if(before.begin(), before.end(), [](char c) { return (c & 0xC0) != 0x80; });
  tell(toml::source_position{line, static_cast<std::uint32_t>(columns) + 1}, std::move(message));
}

void TomlFile::tell_unknown(const toml::key& field, std::string_view where, std::string_view fields) {
  tell(field.source().begin,
       "unknown field " + quoted(field.str()) + "; " + std::string(where) + " has " + std::string(fields));
}

std::optional<std::string> TomlFile::read_string(std::string_view what, const toml::node& value) {
  std::optional<std::string> text = value.value_exact<std::string>();
  if (text && text->find_first_not_of(" \t\r\n") != text->npos) return text;
  tell(value.source().begin, std::string(what) + " must be a text in quotes");
  return {};
}

std::vector<std::string> TomlFile::read_strings(std::string_view what, const toml::node& value) {
  std::vector<std::string> texts;
  const toml::array* list = value.as_array();
  if (list == nullptr)
    tell(value.source().begin, std::string(what) + " must be a list of texts, such as [\"a\", \"b\"]");
  for (std::size_t i = 0; list != nullptr && i < list->size(); ++i) {
    if (auto text = read_string(what, (*list)[i])) texts.push_back(*std::move(text));
  }
  return texts;
}

std::optional<bool> TomlFile::read_bool(std::string_view what, const toml::node& value) {
  const std::optional<bool> flag = value.value_exact<bool>();
  if (!flag) tell(value.source().begin, std::string(what) + " must be true or false");
  return flag;
}

std::optional<std::int32_t> TomlFile::read_number(std::string_view what, const toml::node& value, Range range) {
  const std::optional<std::int64_t> number = value.value_exact<std::int64_t>();
  if (number && *number >= range.least && *number <= range.most) return static_cast<std::int32_t>(*number);
  tell(value.source().begin, std::string(what) + " must be a whole number from " + std::to_string(range.least) +
                                 " to " + std::to_string(range.most));
  return {};
}

}  // namespace skillfit
