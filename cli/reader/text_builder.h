// Builds a document's text block by block.
#pragma once

#include <string_view>

#include "skillfit/document.h"

namespace skillfit::reader {

class TextBuilder {
 public:
  // Appends to the current block. Control characters become spaces. `hidden`: on the page nobody sees it.
  void put(std::string_view text, bool hidden = false);
  // As put, but white space of any length becomes one space, and none at the start of a block.
  void put_collapsed(std::string_view text, bool hidden = false);
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
  // The document, with a `hidden_text` note if there is any.
  Document take();

 private:
  void put_bullet(std::string_view before);
  void hide_from(std::size_t begin);
  Document document_;
  std::size_t begin_ = 0;  // of the current block
  std::uint32_t page_ = 0;
  bool bullet_ = false;
};

}  // namespace skillfit::reader
