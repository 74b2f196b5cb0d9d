// Builds a document's text block by block.
#pragma once

#include <string_view>
#include <vector>

#include "appearance.h"
#include "skillfit/document.h"

namespace skillfit::reader {

class TextBuilder {
 public:
  // Appends to the current block. Control characters become spaces. `ink`: whether anyone sees it on the page.
  void put(std::string_view text, Ink ink = {});
  // As put, but white space of any length becomes one space, and none at the start of a block.
  void put_collapsed(std::string_view text, Ink ink = {});
  // A bullet before the next words, wherever their block begins; drop_bullet() takes it back if none came.
  void expect_bullet() { bullet_ = true; }
  void drop_bullet() { bullet_ = false; }
  // Ends the current block, if it holds anything, and its line.
  void end_block(BlockKind kind = BlockKind::paragraph);
  // A blank line, unless there is one already or nothing yet.
  void blank_line();
  void set_page(std::uint32_t page) { page_ = page; }

  bool in_block() const { return document_.text.size() > begin_; }
  std::size_t size() const { return document_.text.size(); }
  void note(std::string code, std::string message) {
    document_.notes.push_back({std::move(code), std::move(message), {}});
  }
  // The document, with a `hidden_text` note for every way in which text is hidden, and a `small_font` note if much of
  // what is seen is hard to read.
  Document take();

 private:
  struct Hidden {
    SourceSpan span;
    Unseen why;
  };
  void put_bullet(std::string_view before);
  void remember(std::size_t begin, Ink ink);
  void note_hidden(Unseen why, std::string_view words);
  std::uint32_t page_of(std::uint32_t at) const;

  Document document_;
  std::vector<Hidden> hidden_;
  std::size_t small_ = 0;  // bytes that are seen, but small
  std::size_t begin_ = 0;  // of the current block
  std::uint32_t page_ = 0;
  bool bullet_ = false;
};

}  // namespace skillfit::reader
