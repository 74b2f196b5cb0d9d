// Colours say too little: text is also hidden by drawing over it, by transparency or by an invisible mode, and white
// text is seen well on navy. So the page is rendered in grey, and where a word should stand the darkest and the
// lightest pixel are compared. Only the middle of the word's box counts, where every letter has ink and the lines,
// borders and neighbours around it have none.
#include "pdf_look.h"

#include <poppler/cpp/poppler-image.h>
#include <poppler/cpp/poppler-page-renderer.h>

#include <algorithm>
#include <cmath>
#include <memory>
#include <string_view>

#include "base/utf8.h"

namespace skillfit::reader {
namespace {

constexpr double kDpi = 60;       // finer shows no more; coarser loses the traces of small letters
constexpr double kPixels = 16e6;  // of one page: posters are rendered coarser
constexpr int kTrace = 12;        // of 255 grey levels, within which all pixels of a word lie if it leaves none
constexpr int kLetters = 3;       // of a word that can be judged; less are marks and numerals

constexpr double kTiny = 4, kSmall = 8;  // points

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
  for (std::size_t at = 0; at < text.size();) {
    const char32_t c = decode_utf8(text, at);
    // Pictures live in the private area and among the symbols.
    letters +=
        (c >= 'A' && c <= 'Z') || (c >= 'a' && c <= 'z') || (c >= 0xC0 && c < 0x2000) || (c >= 0x3040 && c < 0xE000);
  }
  return letters;
}

poppler::image render(const poppler::page& page, double dpi) {
  poppler::page_renderer renderer;
  renderer.set_render_hint(poppler::page_renderer::text_antialiasing, true);
  renderer.set_image_format(poppler::image::format_gray8);
  return renderer.render_page(&page, dpi, dpi);
}

// The difference between the lightest and the darkest pixel inside a box, given in pixels.
int contrast(const poppler::image& image, const Word& box) {
  const auto clamp = [](double value, int most) { return std::clamp(static_cast<int>(value), 0, most); };
  const int left = clamp(std::floor(box.left), image.width()), right = clamp(std::ceil(box.right), image.width());
  const int top = clamp(std::ceil(box.top), image.height() - 1);
  const int bottom = std::max(top + 1, clamp(std::floor(box.bottom), image.height()));
  int darkest = 255, lightest = 0;
  for (int y = top; y < bottom; ++y) {
    const char* row = image.const_data() + static_cast<std::ptrdiff_t>(y) * image.bytes_per_row();
    for (int x = left; x < right; ++x) {
      const int grey = static_cast<unsigned char>(row[x]);
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
  static const bool can = [] {
    const std::unique_ptr<poppler::document> pdf(
        poppler::document::load_from_raw_data(kProbe.data(), static_cast<int>(kProbe.size())));
    const std::unique_ptr<poppler::page> page(pdf ? pdf->create_page(0) : nullptr);
    if (!page) return false;
    return contrast(render(*page, kDpi), {{}, 0, 0, 100, 50, false}) > kTrace;
  }();
  return can;
}

}  // namespace

bool can_be_looked_at(const poppler::document& pdf) {
  if (can_draw_foreign_fonts()) return true;
  return std::ranges::all_of(pdf.fonts(), [](const poppler::font_info& font) { return font.is_embedded(); });
}

void look_at(const poppler::page& page, std::vector<Word>& words) {
  for (Word& word : words) word.ink = {word.points < kTiny ? Unseen::tiny : Unseen::no, word.points < kSmall};
  const poppler::rectf size = page.page_rect();
  const double area = size.width() * size.height() / (72.0 * 72.0);
  if (words.empty() || !(area > 0)) return;
  const double dpi = std::min(kDpi, std::sqrt(kPixels / area));
  const poppler::image image = render(page, dpi);
  if (!image.is_valid()) return;
  for (Word& word : words) {
    if (word.ink.unseen == Unseen::no && count_letters(word.text) >= kLetters &&
        contrast(image, middle_of(word, dpi / 72)) <= kTrace)
      word.ink.unseen = Unseen::covered;
  }
}

}  // namespace skillfit::reader
