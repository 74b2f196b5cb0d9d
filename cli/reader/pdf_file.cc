// This file alone knows poppler, and knows it by its core rather than by its C++ face: only there one walk over a page
// gives both its words and all that is drawn around them. What the core does not promise from one release to the next
// is overridden with `override`, so that a change is an error of the compiler and no sign that silently stays out.
#include "pdf_file.h"

#include <Error.h>
#include <ErrorCodes.h>
#include <GfxFont.h>
#include <GfxState.h>
#include <GlobalParams.h>
#include <PDFDoc.h>
#include <SplashOutputDev.h>
#include <TextOutputDev.h>
#include <splash/SplashBitmap.h>
#include <splash/SplashFont.h>
#include <splash/SplashPath.h>

#include <algorithm>
#include <array>
#include <cmath>
#include <unordered_set>

#include "base/utf8.h"
#include "pdf_signs.h"

namespace skillfit::reader {
namespace {

constexpr double kDark = 0.6, kLight = 0.85;  // luminance of letters and grounds whose contrast is beyond doubt
constexpr double kLegible = 4;                // points; what is smaller on either axis is in doubt
constexpr double kThin = 2;                   // points of a line
constexpr double kPointsPerInch = 72;

int& complaints() {
  static int count = 0;  // poppler's callback carries no context
  return count;
}

void complain(ErrorCategory, Goffset, const char*) {
  ++complaints();
}

double luminance(const GfxRGB& colour) {
  return colToDbl(colour.r) * 0.3 + colToDbl(colour.g) * 0.59 + colToDbl(colour.b) * 0.11;
}

// The smallest box around points of the page's own space.
class Bounds {
 public:
  explicit Bounds(const GfxState& state) : state_(state) {}
  Bounds& add(double x, double y) {
    double left = 0, top = 0;
    state_.transform(x, y, &left, &top);
    return add_device(left, top);
  }
  Bounds& add_device(double x, double y) {
    box_ = {std::min(box_.left, x), std::min(box_.top, y), std::max(box_.right, x), std::max(box_.bottom, y)};
    return *this;
  }
  const Box& box() const { return box_; }
  // Without what is clipped away.
  Box clipped() const {
    double left = 0, top = 0, right = 0, bottom = 0;
    state_.getClipBBox(&left, &top, &right, &bottom);
    return {std::max(box_.left, left), std::max(box_.top, top), std::min(box_.right, right),
            std::min(box_.bottom, bottom)};
  }

 private:
  const GfxState& state_;
  Box box_{1e9, 1e9, -1e9, -1e9};
};

bool is_thin(const Box& box) {
  return std::min(box.right - box.left, box.bottom - box.top) <= kThin;
}

// Whether a path is one rectangle whose sides run along those of the page: then its bounds say all. Its points may only
// go from corner to corner along the sides, and once around.
bool is_upright_rectangle(const GfxState& state, const GfxPath& path) {
  if (path.getNumSubpaths() != 1) return path.getNumSubpaths() == 0;
  const GfxSubpath& sub = *path.getSubpath(0);
  Bounds bounds(state);
  for (int i = 0; i < sub.getNumPoints(); ++i) bounds.add(sub.getX(i), sub.getY(i));
  const Box& box = bounds.box();
  const auto near = [](double a, double b) { return std::abs(a - b) < 0.1; };
  const auto is_corner = [&](double x, double y) {
    return (near(x, box.left) || near(x, box.right)) && (near(y, box.top) || near(y, box.bottom));
  };
  double twice_area = 0, last_x = 0, last_y = 0;
  state.transform(sub.getLastX(), sub.getLastY(), &last_x, &last_y);
  for (int i = 0; i < sub.getNumPoints(); ++i) {
    double x = 0, y = 0;
    state.transform(sub.getX(i), sub.getY(i), &x, &y);
    if (!is_corner(x, y) || (!near(x, last_x) && !near(y, last_y))) return false;
    twice_area += last_x * y - x * last_y;
    last_x = x;
    last_y = y;
  }
  const double area = (box.right - box.left) * (box.bottom - box.top);
  return std::abs(std::abs(twice_area) / 2 - area) <= 0.02 * area;
}

// Reads the words of a page, as poppler's own text device does, and watches what else is drawn.
class WatchingDevice : public TextOutputDev {
 public:
  explicit WatchingDevice(SplashOutputDev& brush) : TextOutputDev(nullptr, false, 0, false, false), brush_(brush) {}

  bool needNonText() override { return true; }

  void startPage(int number, GfxState* state, XRef* xref) override {
    TextOutputDev::startPage(number, state, xref);
    brush_.startPage(number, nullptr, xref);  // a page of one pixel: of glyphs only the outlines matter
    page_ = {{}, state->getPageWidth(), state->getPageHeight(), false, false};
    signs_ = PageSigns(page_.width, page_.height);
    odd_clip_.assign(1, false);
  }
  void saveState(GfxState* state) override {
    TextOutputDev::saveState(state);
    odd_clip_.push_back(odd_clip_.back());
  }
  void restoreState(GfxState* state) override {
    TextOutputDev::restoreState(state);
    if (odd_clip_.size() > 1) odd_clip_.pop_back();
  }

  void drawChar(GfxState* state, double x, double y, double dx, double dy, double origin_x, double origin_y,
                CharCode code, int bytes, const Unicode* unicode, int length) override {
    TextOutputDev::drawChar(state, x, y, dx, dy, origin_x, origin_y, code, bytes, unicode, length);
    if (length == 0 || !is_judged(unicode[0]) || signs_.doubtful()) return;
    const Box box = letter_box(*state, x, y, dx, dy);
    if (odd_clip_.back() || !is_legible(*state) || !is_solid(*state) || !is_inside(*state, box) ||
        !has_ink({state, x, y, dx, dy, code}))
      return signs_.doubt();
    signs_.letter(box);
  }

  void fill(GfxState* state) override {
    TextOutputDev::fill(state);
    fill_area(*state);
  }
  void eoFill(GfxState* state) override {
    TextOutputDev::eoFill(state);
    fill_area(*state);
  }
  void stroke(GfxState* state) override {
    TextOutputDev::stroke(state);
    if (state->getTransformedLineWidth() > kThin) return paint_area(bounds_of(*state), false);
    const GfxPath& path = *state->getPath();
    for (int i = 0; i < path.getNumSubpaths(); ++i) {
      const GfxSubpath& sub = *path.getSubpath(i);
      for (int k = 1; k < sub.getNumPoints(); ++k)
        signs_.line(Bounds(*state).add(sub.getX(k - 1), sub.getY(k - 1)).add(sub.getX(k), sub.getY(k)).clipped());
    }
  }

  void clip(GfxState* state) override { check_clip(*state); }
  void eoClip(GfxState* state) override { check_clip(*state); }
  void clipToStrokePath(GfxState*) override { odd_clip_.back() = true; }

  void drawImageMask(GfxState* state, Object* ref, Stream* str, int width, int height, bool invert, bool interpolate,
                     bool inside) override {
    TextOutputDev::drawImageMask(state, ref, str, width, height, invert, interpolate, inside);
    paint_image(*state);
  }
  void drawImage(GfxState* state, Object* ref, Stream* str, int width, int height, GfxImageColorMap* colours,
                 bool interpolate, const int* mask, bool inside) override {
    TextOutputDev::drawImage(state, ref, str, width, height, colours, interpolate, mask, inside);
    paint_image(*state);
  }
  void drawMaskedImage(GfxState* state, Object*, Stream*, int, int, GfxImageColorMap*, bool, Stream*, int, int, bool,
                       bool) override {
    paint_image(*state);
  }
  void drawSoftMaskedImage(GfxState* state, Object*, Stream*, int, int, GfxImageColorMap*, bool, Stream*, int, int,
                           GfxImageColorMap*, bool) override {
    paint_image(*state);
  }

  void beginTransparencyGroup(GfxState*, const double*, GfxColorSpace*, bool, bool, bool) override { signs_.doubt(); }
  void setSoftMask(GfxState*, const double*, bool, Function*, GfxColor*) override { signs_.doubt(); }
  void setSoftMaskFromImageMask(GfxState*, Object*, Stream*, int, int, bool, bool, double*) override { signs_.doubt(); }

  PdfPage take_page() {
    page_.doubtful = signs_.doubtful();
    return std::move(page_);
  }

 private:
  struct Glyph {
    GfxState* state;
    double x, y, dx, dy;
    CharCode code;
  };

  static Bounds bounds_of(const GfxState& state) {
    Bounds bounds(state);
    const GfxPath& path = *state.getPath();
    for (int i = 0; i < path.getNumSubpaths(); ++i) {
      const GfxSubpath& sub = *path.getSubpath(i);
      for (int k = 0; k < sub.getNumPoints(); ++k) bounds.add(sub.getX(k), sub.getY(k));
    }
    return bounds;
  }

  // Where the small letters have their ink: from the baseline up to half the size of the font.
  static Box letter_box(const GfxState& state, double x, double y, double dx, double dy) {
    double m11 = 0, m12 = 0, m21 = 0, m22 = 0, left = 0, base = 0;
    state.getFontTransMat(&m11, &m12, &m21, &m22);
    state.transform(x, y, &left, &base);
    return Bounds(state).add(x, y).add(x + dx, y + dy).add_device(left + m21 / 2, base + m22 / 2).box();
  }

  static bool is_legible(const GfxState& state) {
    double m11 = 0, m12 = 0, m21 = 0, m22 = 0;
    state.getFontTransMat(&m11, &m12, &m21, &m22);
    return std::hypot(m11, m12) >= kLegible / 2 && std::hypot(m21, m22) >= kLegible;
  }

  static bool is_solid(GfxState& state) {
    const int mode = state.getRender();
    if ((mode != 0 && mode != 2) || state.getFillOpacity() < 1 || state.getBlendMode() != gfxBlendNormal) return false;
    if (state.getFillColorSpace()->getMode() == csPattern || state.getFont()->getType() == fontType3) return false;
    GfxRGB colour;
    state.getFillRGB(&colour);
    return luminance(colour) <= kDark;
  }

  static bool is_inside(const GfxState& state, const Box& box) {
    double left = 0, top = 0, right = 0, bottom = 0;
    state.getClipBBox(&left, &top, &right, &bottom);
    const double slack = (box.bottom - box.top) / 4;
    return box.left >= left - slack && box.right <= right + slack && box.top >= top - slack &&
           box.bottom <= bottom + slack;
  }

  // Whether the font draws anything for this letter. Asked once for each.
  bool has_ink(const Glyph& glyph) {
    GfxFont& font = *glyph.state->getFont();
    const Ref id = *font.getID();
    const std::uint64_t key = (std::uint64_t{static_cast<std::uint32_t>(id.num)} << 32) ^
                              (std::uint64_t{static_cast<std::uint32_t>(id.gen)} << 24) ^ glyph.code;
    if (!with_ink_.insert(key).second) return true;
    Ref file;
    const bool embedded = font.getEmbeddedFontID(&file);
    page_.foreign_fonts |= !embedded;
    if (!embedded) return true;
    brush_.updateFont(glyph.state);
    brush_.drawChar(glyph.state, glyph.x, glyph.y, glyph.dx, glyph.dy, 0, 0, glyph.code, 1, nullptr, 0);
    SplashFont* outlines = brush_.getCurrentFont();
    const std::unique_ptr<SplashPath> path(outlines ? outlines->getGlyphPath(static_cast<int>(glyph.code)) : nullptr);
    if (path && path->getLength() > 0) return true;
    with_ink_.erase(key);
    return false;
  }

  void check_clip(const GfxState& state) {
    if (!is_upright_rectangle(state, *state.getPath())) odd_clip_.back() = true;
  }

  void fill_area(const GfxState& state) {
    GfxRGB colour{};
    const bool pattern = const_cast<GfxState&>(state).getFillColorSpace()->getMode() == csPattern;
    if (!pattern) state.getFillRGB(&colour);
    paint_area(bounds_of(state), !pattern && luminance(colour) >= kLight);
  }

  void paint_area(const Bounds& bounds, bool light) {
    if (is_thin(bounds.box())) return signs_.line(bounds.clipped());
    signs_.paint(bounds.clipped(), light);
  }

  void paint_image(const GfxState& state) {
    signs_.paint(Bounds(state).add(0, 0).add(1, 0).add(0, 1).add(1, 1).clipped(), false);
  }

  SplashOutputDev& brush_;
  PdfPage page_;
  PageSigns signs_{1, 1};
  std::vector<bool> odd_clip_{false};  // for each saved state: clipped by more than a rectangle
  std::unordered_set<std::uint64_t> with_ink_;
};

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
        device(brush) {
    brush.setFontAntialias(true);
    brush.setFreeTypeHinting(false, false);
    if (document.isOk()) brush.startDoc(&document);
  }
  const int complaints_before = complaints();
  std::array<unsigned char, 4> white = {255, 255, 255, 255};
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
