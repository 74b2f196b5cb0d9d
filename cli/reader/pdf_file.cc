// This file, pdf_device and pdf_streams alone know poppler, and know it by its core rather than by its C++ face: only
// there one walk over a page gives both its words and all that is drawn around them. What the core does not promise
// from one release to the next is overridden with `override`, so that a change is an error of the compiler and no sign
// that silently stays out.
#include "pdf_file.h"

#include <Error.h>
#include <ErrorCodes.h>
#include <GlobalParams.h>
#include <PDFDoc.h>
#include <splash/SplashBitmap.h>

#include <array>

#include "base/utf8.h"
#include "pdf_device.h"

namespace skillfit::reader {
namespace {

constexpr double kPointsPerInch = 72;

int& complaints() {
  static int count = 0;  // poppler's callback carries no context
  return count;
}

void complain(ErrorCategory, Goffset, const char*) {
  ++complaints();
}

char32_t mended(Unicode c) {
  if ((c & 0xFFFFF800) == 0xD800 || c > 0x10FFFF) return 0xFFFD;  // no character
  return c == 0xF0B7 || c == 0xF0A7 ? 0x2022 : c;                 // the bullets of Word's symbol fonts
}

std::string text_of(const TextWord& word) {
  std::string text;
  for (int i = 0; i < word.getLength(); ++i) append_utf8(text, mended(*word.getChar(i)));
  return text;
}

std::vector<Word> words_of(TextOutputDev& device) {
  std::vector<Word> words;
  const std::unique_ptr<TextWordList> list = device.makeWordList();
  for (int i = 0; list && i < list->getLength(); ++i) {
    const TextWord& word = *list->get(i);
    Word out{text_of(word)};
    word.getBBox(&out.left, &out.top, &out.right, &out.bottom);
    out.space_after = word.hasSpaceAfter();
    out.points = word.getFontSize();
    words.push_back(std::move(out));
  }
  return words;
}

}  // namespace

struct PdfFile::Core {
  explicit Core(std::string_view bytes)
      : document(new MemStream(bytes.data(), 0, static_cast<Goffset>(bytes.size()), Object(objNull))),
        brush(splashModeMono8, 4, false, white.data(), true),
        device(brush, streams) {
    brush.setFontAntialias(true);
    brush.setFreeTypeHinting(false, false);
    if (document.isOk()) brush.startDoc(&document);
  }
  const int complaints_before = complaints();
  std::array<unsigned char, 4> white = {255, 255, 255, 255};
  UnpackedStreams streams;  // the document points into them
  PDFDoc document;
  SplashOutputDev brush;
  WatchingDevice device;
};

PdfFile::PdfFile(std::string_view bytes) {
  static const GlobalParamsIniter kGlobals(complain);
  core_ = std::make_unique<Core>(bytes);
}

PdfFile::~PdfFile() = default;

bool PdfFile::is_open() const {
  return core_->document.isOk();
}

bool PdfFile::is_locked() const {
  return !is_open() && core_->document.getErrorCode() == errEncrypted;
}

int PdfFile::pages() const {
  return core_->document.getNumPages();
}

bool PdfFile::any_complaints() const {
  return complaints() > core_->complaints_before;
}

PdfPage PdfFile::read(int number) {
  core_->streams.unpack_contents(core_->document, number);
  core_->document.displayPage(&core_->device, number, kPointsPerInch, kPointsPerInch, 0, false, true, false);
  PdfPage page = core_->device.take_page();
  page.words = words_of(core_->device);
  return page;
}

PageImage PdfFile::render(int number, double dpi) {
  core_->document.displayPage(&core_->brush, number, dpi, dpi, 0, false, true, false);
  const SplashBitmap* bitmap = core_->brush.getBitmap();
  PageImage image;
  if (!bitmap || !bitmap->getDataPtr()) return image;
  image.width = bitmap->getWidth();
  image.height = bitmap->getHeight();
  for (int y = 0; y < image.height; ++y) {
    const unsigned char* row = bitmap->getDataPtr() + static_cast<std::ptrdiff_t>(y) * bitmap->getRowSize();
    image.pixels.insert(image.pixels.end(), row, row + image.width);
  }
  return image;
}

}  // namespace skillfit::reader
