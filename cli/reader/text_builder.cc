#include "text_builder.h"

#include <algorithm>

namespace skillfit::reader {
namespace {

constexpr std::string_view kSpace = " \t\r\n\f\v";

bool is_space(char c) {
  return kSpace.find(c) != std::string_view::npos;
}

char printable(char c) {
  const auto byte = static_cast<unsigned char>(c);
  return (byte < 0x20 && c != '\t' && c != '\n') || byte == 0x7F ? ' ' : c;
}

}  // namespace

void TextBuilder::put_bullet(std::string_view before) {
  if (!bullet_ || std::ranges::all_of(before, is_space)) return;
  document_.text += "\u2022 ";
  bullet_ = false;
}

void TextBuilder::put(std::string_view text, bool hidden) {
  put_bullet(text);
  const std::size_t begin = size();
  document_.text.resize(begin + text.size());
  std::transform(text.begin(), text.end(), document_.text.begin() + static_cast<std::ptrdiff_t>(begin), printable);
  if (hidden) hide_from(begin);
}

void TextBuilder::put_collapsed(std::string_view text, bool hidden) {
  put_bullet(text);
  const std::size_t begin = size();
  for (const char c : text) {
    if (!is_space(c)) {
      document_.text += printable(c);
    } else if (in_block() && !is_space(document_.text.back())) {
      document_.text += ' ';
    }
  }
  if (hidden) hide_from(begin);
}

void TextBuilder::hide_from(std::size_t begin) {
  if (begin == size()) return;
  auto& hidden = document_.hidden;
  if (!hidden.empty() && hidden.back().end == begin) {
    hidden.back().end = static_cast<std::uint32_t>(size());
  } else {
    hidden.push_back({static_cast<std::uint32_t>(begin), static_cast<std::uint32_t>(size())});
  }
}

void TextBuilder::end_block(BlockKind kind) {
  while (in_block() && is_space(document_.text.back())) document_.text.pop_back();
  for (auto& hidden = document_.hidden; !hidden.empty() && hidden.back().end > size();) {
    hidden.back().end = static_cast<std::uint32_t>(size());
    if (hidden.back().begin >= hidden.back().end) hidden.pop_back();
  }
  if (!in_block()) return;
  document_.blocks.push_back({kind, {static_cast<std::uint32_t>(begin_), static_cast<std::uint32_t>(size())}, page_});
  document_.text += '\n';
  begin_ = size();
}

void TextBuilder::blank_line() {
  end_block();
  if (size() > 0 && !document_.text.ends_with("\n\n")) document_.text += '\n';
  begin_ = size();
}

Document TextBuilder::take() {
  end_block();
  if (!document_.hidden.empty()) {
    std::size_t bytes = 0;
    for (const SourceSpan span : document_.hidden) bytes += span.size();
    document_.notes.push_back(
        {"hidden_text", std::to_string(bytes) + " bytes of text stand in the file but cannot be seen on the page",
         document_.hidden.front()});
  }
  return std::move(document_);
}

}  // namespace skillfit::reader
