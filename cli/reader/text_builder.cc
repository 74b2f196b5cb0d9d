#include "text_builder.h"

#include <algorithm>
#include <array>
#include <string>

namespace skillfit::reader {
namespace {

constexpr std::string_view kSpace = " \t\r\n\f\v";

// Small print that deserves a note: not a footnote or the reference of a form.
constexpr std::size_t kMuchSmall = 100;  // bytes
constexpr std::size_t kSmallShare = 10;  // one part in so many of the text

constexpr std::size_t kWord = 3;  // letters from which hidden text is worth a note: not a space or a mark

struct Reason {
  Unseen why;
  std::string_view words;
};
constexpr std::array kReasons = {
    Reason{Unseen::marked, "marked as hidden"},
    Reason{Unseen::tiny, "in letters under 4 points"},
    Reason{Unseen::colour, "in the colour of what is behind it"},
    Reason{Unseen::away, "kept off the page"},
    Reason{Unseen::covered, "that leaves no trace on the rendered page"},
};

bool is_space(char c) {
  return kSpace.find(c) != std::string_view::npos;
}

bool is_letter(char c) {
  return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || static_cast<unsigned char>(c) >= 0xC0;
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

void TextBuilder::put(std::string_view text, Ink ink) {
  put_bullet(text);
  const std::size_t begin = size();
  document_.text.resize(begin + text.size());
  std::transform(text.begin(), text.end(), document_.text.begin() + static_cast<std::ptrdiff_t>(begin), printable);
  remember(begin, ink);
}

void TextBuilder::put_collapsed(std::string_view text, Ink ink) {
  put_bullet(text);
  const std::size_t begin = size();
  for (const char c : text) {
    if (!is_space(c)) {
      document_.text += printable(c);
    } else if (in_block() && !is_space(document_.text.back())) {
      document_.text += ' ';
    }
  }
  remember(begin, ink);
}

void TextBuilder::remember(std::size_t begin, Ink ink) {
  if (begin == size()) return;
  if (ink.unseen == Unseen::no) {
    small_ += ink.small ? size() - begin : 0;
  } else if (!hidden_.empty() && hidden_.back().span.end == begin && hidden_.back().why == ink.unseen) {
    hidden_.back().span.end = static_cast<std::uint32_t>(size());
  } else {
    hidden_.push_back({{static_cast<std::uint32_t>(begin), static_cast<std::uint32_t>(size())}, ink.unseen});
  }
}

void TextBuilder::end_block(BlockKind kind) {
  while (in_block() && is_space(document_.text.back())) document_.text.pop_back();
  for (; !hidden_.empty() && hidden_.back().span.end > size();) {
    SourceSpan& last = hidden_.back().span;
    last.end = static_cast<std::uint32_t>(size());
    if (last.begin >= last.end) hidden_.pop_back();
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

std::uint32_t TextBuilder::page_of(std::uint32_t at) const {
  const auto block = std::ranges::find_if(document_.blocks, [&](const Block& b) { return b.span.end > at; });
  return block == document_.blocks.end() ? 0 : block->page;
}

void TextBuilder::note_hidden(Unseen why, std::string_view words) {
  std::size_t letters = 0, places = 0;
  SourceSpan first;
  for (const Hidden& hidden : hidden_) {
    if (hidden.why != why) continue;
    letters += static_cast<std::size_t>(std::ranges::count_if(slice(document_.text, hidden.span), is_letter));
    if (places++ == 0) first = hidden.span;
  }
  if (letters < kWord) return;
  const std::uint32_t page = page_of(first.begin);
  std::string message = std::to_string(letters) + " letters of text ";
  message.append(words).append(" in ").append(std::to_string(places)).append(places == 1 ? " place" : " places");
  if (page > 0) message += (places == 1 ? " on page " : ", the first on page ") + std::to_string(page);
  document_.notes.push_back({"hidden_text", message + ": it stands in the file, but no reader sees it", first});
}

Document TextBuilder::take() {
  end_block();
  for (const Hidden& hidden : hidden_) {
    auto& spans = document_.hidden;
    if (!spans.empty() && spans.back().end == hidden.span.begin) {
      spans.back().end = hidden.span.end;
    } else {
      spans.push_back(hidden.span);
    }
  }
  for (const auto& [why, words] : kReasons) note_hidden(why, words);
  if (small_ >= kMuchSmall && small_ * kSmallShare > size()) {
    note("small_font", std::to_string(small_ * 100 / size()) + " % of the text is set in letters under 8 points");
  }
  return std::move(document_);
}

}  // namespace skillfit::reader
