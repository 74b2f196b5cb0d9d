// A PDF, page by page: its words and, where asked for, how the page looks.
#pragma once

#include <cstdint>
#include <memory>
#include <string_view>
#include <vector>

#include "pdf_layout.h"

namespace skillfit::reader {

// Whether a character is a letter, by whose words a page is judged: pictures live in the private area and among the
// symbols.
constexpr bool is_judged(char32_t c) {
  return (c >= 'A' && c <= 'Z') || (c >= 'a' && c <= 'z') || (c >= 0xC0 && c < 0x2000) || (c >= 0x3040 && c < 0xE000);
}

struct PdfPage {
  std::vector<Word> words;       // in the order of the page's text flow
  double width = 0, height = 0;  // points
  bool doubtful = false;         // something could be hidden: see PageSigns
  bool foreign_fonts = false;    // some words are in fonts that the file does not bring
};

// Grey levels, from the top left.
struct PageImage {
  int width = 0, height = 0;
  std::vector<std::uint8_t> pixels;
};

// Pages are numbered from 1. The bytes must outlive it.
class PdfFile {
 public:
  explicit PdfFile(std::string_view bytes);
  PdfFile(const PdfFile&) = delete;
  PdfFile& operator=(const PdfFile&) = delete;
  ~PdfFile();

  bool is_open() const;    // else nothing of it can be read
  bool is_locked() const;  // not open, as it needs a password
  int pages() const;
  bool any_complaints() const;  // about damage met so far

  PdfPage read(int number);
  PageImage render(int number, double dpi);

 private:
  struct Core;
  std::unique_ptr<Core> core_;
};

}  // namespace skillfit::reader
