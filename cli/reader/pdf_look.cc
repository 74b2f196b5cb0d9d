// Colours say too little: text is also hidden by drawing over it, by transparency or by an invisible mode, and white
// text is seen well on navy. So the page is rendered in grey, and where a word should stand the darkest and the
// lightest pixel are compared. Only the middle of the word's box counts, where every letter has ink and the lines,
// borders and neighbours around it have none.
#include "pdf_look.h"

#include <algorithm>
#include <cmath>
#include <string_view>

#include "base/utf8.h"

namespace skillfit::reader {
namespace {

constexpr double kDpi = 60;       // finer shows no more; coarser loses the traces of letters
constexpr double kFineDpi = 120;  // for pages with words in less than kFine points
constexpr double kPixels = 16e6;  // of one page: posters are rendered coarser
constexpr int kTrace = 12;        // of 255 grey levels, within which all pixels of a word lie if it leaves none
constexpr int kLetters = 3;       // of a word that can be judged; less are marks and numerals

constexpr double kTiny = 4, kFine = 7, kSmall = 8;  // points

// A page with one word in a font that the file does not bring.
constexpr std::string_view kProbe =
    "%PDF-1.4\n1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj\n2 0 obj<</Type/Pages/Kids[3 0 R]/Count 1>>endobj\n"
    "3 0 obj<</Type/Page/Parent 2 0 R/MediaBox[0 0 72 36]/Contents 4 0 R/Resources<</Font<</F 5 0 R>>>>>>endobj\n"
    "4 0 obj<</Length 36>>stream\nBT /F 20 Tf 9 9 Td (Hamburg) Tj ET  \nendstream endobj\n"
    "5 0 obj<</Type/Font/Subtype/Type1/BaseFont/Helvetica>>endobj\nxref\n0 6\n0000000000 65535 f \n"
    "0000000009 00000 n \n0000000052 00000 n \n0000000101 00000 n \n0000000208 00000 n \n0000000290 00000 n \n"
    "trailer<</Size 6/Root 1 0 R>>\nstartxref\n351\n%%EOF\n";

int count_letters(std::string_view text) {
  int letters = 0;
  for (std::size_t at = 0; at < text.size();) letters += is_judged(decode_utf8(text, at));
  return letters;
}

// The difference between the lightest and the darkest pixel inside a box, given in pixels.
int contrast(const PageImage& image, const Word& box) {
  const auto clamp = [](double value, int most) { return std::clamp(static_cast<int>(value), 0, most); };
  const int left = clamp(std::floor(box.left), image.width), right = clamp(std::ceil(box.right), image.width);
  const int top = clamp(std::ceil(box.top), image.height - 1);
  const int bottom = std::max(top + 1, clamp(std::floor(box.bottom), image.height));
  int darkest = 255, lightest = 0;
  for (int y = top; y < bottom; ++y) {
    for (int x = left; x < right; ++x) {
      const int grey = image.pixels[static_cast<std::size_t>(y) * static_cast<std::size_t>(image.width) +
                                    static_cast<std::size_t>(x)];
      darkest = std::min(darkest, grey);
      lightest = std::max(lightest, grey);
    }
  }
  return lightest - darkest;
}

Word middle_of(const Word& word, double scale) {
  const double inset = word.height() * 0.25;
  return {{}, word.left * scale, (word.top + inset) * scale, word.right * scale, (word.bottom - inset) * scale, false};
}

bool can_draw_foreign_fonts() {
  static const bool kCan = [] {
    PdfFile probe(kProbe);
    return probe.is_open() && contrast(probe.render(1, kDpi), {{}, 0, 0, 100, 50, false}) > kTrace;
  }();
  return kCan;
}

}  // namespace

bool look_at(PdfFile& pdf, int number, PdfPage& page) {
  for (Word& word : page.words) word.ink = {word.points < kTiny ? Unseen::tiny : Unseen::no, word.points < kSmall};
  const double area = page.width * page.height / (72.0 * 72.0);
  if (!page.doubtful || page.words.empty() || !(area > 0)) return true;
  if (page.foreign_fonts && !can_draw_foreign_fonts()) return false;
  const bool fine = std::ranges::any_of(page.words, [](const Word& word) { return word.points < kFine; });
  const double dpi = std::min(fine ? kFineDpi : kDpi, std::sqrt(kPixels / area));
  const PageImage image = pdf.render(number, dpi);
  if (image.pixels.empty()) return true;
  for (Word& word : page.words) {
    if (word.ink.unseen == Unseen::no && count_letters(word.text) >= kLetters &&
        contrast(image, middle_of(word, dpi / 72)) <= kTrace)
      word.ink.unseen = Unseen::covered;
  }
  return true;
}

}  // namespace skillfit::reader
