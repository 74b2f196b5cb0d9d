// Dark, solid letters with outlines, inside rectangular clips: such letters are noted with their places, all others
// raise doubt, and so does what is painted where letters are.
#include "pdf_device.h"

#include <GfxFont.h>
#include <GfxState.h>
#include <splash/SplashFont.h>
#include <splash/SplashPath.h>

#include <algorithm>
#include <cmath>
#include <memory>

namespace skillfit::reader {
namespace {

constexpr double kDark = 0.6, kLight = 0.85;  // luminance of letters and grounds whose contrast is beyond doubt
constexpr double kLegible = 4;                // points; what is smaller on either axis is in doubt
constexpr double kThin = 2;                   // points of a line

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

Bounds bounds_of(const GfxState& state) {
  Bounds bounds(state);
  const GfxPath& path = *state.getPath();
  for (int i = 0; i < path.getNumSubpaths(); ++i) {
    const GfxSubpath& sub = *path.getSubpath(i);
    for (int k = 0; k < sub.getNumPoints(); ++k) bounds.add(sub.getX(k), sub.getY(k));
  }
  return bounds;
}

Box image_of(const GfxState& state) {
  return Bounds(state).add(0, 0).add(1, 0).add(0, 1).add(1, 1).clipped();
}

Box clip_of(const GfxState& state) {
  Box clip{};
  state.getClipBBox(&clip.left, &clip.top, &clip.right, &clip.bottom);
  return clip;
}

bool is_inside(const Box& clip, const Box& box) {
  const double slack = (box.bottom - box.top) / 4;
  return box.left >= clip.left - slack && box.right <= clip.right + slack && box.top >= clip.top - slack &&
         box.bottom <= clip.bottom + slack;
}

bool is_solid(GfxState& state) {
  const int mode = state.getRender();
  if ((mode != 0 && mode != 2) || state.getFillOpacity() < 1 || state.getBlendMode() != gfxBlendNormal) return false;
  if (state.getFillColorSpace()->getMode() == csPattern || !state.getFont() || state.getFont()->getType() == fontType3)
    return false;
  GfxRGB colour;
  state.getFillRGB(&colour);
  return luminance(colour) <= kDark;
}

}  // namespace

PdfPage WatchingDevice::take_page() {
  page_.doubtful = signs_.doubtful();
  return std::move(page_);
}

void WatchingDevice::startPage(int number, GfxState* state, XRef* objects) {
  TextOutputDev::startPage(number, state, objects);
  brush_.startPage(number, nullptr, objects);  // a page of one pixel: of glyphs only the outlines matter
  objects_ = objects;
  brush_font_ = Ref::INVALID();
  page_ = {{}, state->getPageWidth(), state->getPageHeight(), false, false};
  signs_ = PageSigns(page_.width, page_.height);
  odd_clip_.assign(1, false);
}

void WatchingDevice::saveState(GfxState* state) {
  TextOutputDev::saveState(state);
  odd_clip_.push_back(odd_clip_.back());
}

void WatchingDevice::restoreState(GfxState* state) {
  TextOutputDev::restoreState(state);
  if (odd_clip_.size() > 1) odd_clip_.pop_back();
}

void WatchingDevice::beginStringOp(GfxState* state) {
  double m11 = 0, m12 = 0, m21 = 0, m22 = 0;
  state->getFontTransMat(&m11, &m12, &m21, &m22);
  const bool legible = m11 * m11 + m12 * m12 >= kLegible * kLegible / 4 && m21 * m21 + m22 * m22 >= kLegible * kLegible;
  letters_ = {legible && !odd_clip_.back() && is_solid(*state), m21 / 2, m22 / 2, clip_of(*state)};
}

void WatchingDevice::drawChar(GfxState* state, double x, double y, double dx, double dy, double origin_x,
                              double origin_y, CharCode code, int bytes, const Unicode* unicode, int length) {
  TextOutputDev::drawChar(state, x, y, dx, dy, origin_x, origin_y, code, bytes, unicode, length);
  if (length == 0 || !is_judged(unicode[0]) || signs_.doubtful()) return;
  if (!letters_.plain) return signs_.doubt();
  double left = 0, base = 0;
  state->transform(x, y, &left, &base);
  // Where the small letters have their ink: from the baseline up to half the size of the font.
  const Box box = Bounds(*state)
                      .add_device(left, base)
                      .add(x + dx, y + dy)
                      .add_device(left + letters_.half_x, base + letters_.half_y)
                      .box();
  if (!is_inside(letters_.clip, box) || !has_ink({state, x, y, dx, dy, code})) return signs_.doubt();
  signs_.letter(box);
}

// Whether the font draws anything for this letter. Asked once for each.
bool WatchingDevice::has_ink(const Glyph& glyph) {
  GfxFont& font = *glyph.state->getFont();
  const Ref id = *font.getID();
  const std::uint64_t key = (std::uint64_t{static_cast<std::uint32_t>(id.num)} << 32) ^
                            (std::uint64_t{static_cast<std::uint32_t>(id.gen)} << 24) ^ glyph.code;
  if (!with_ink_.insert(key).second) return true;
  Ref file;
  const bool embedded = font.getEmbeddedFontID(&file);
  page_.foreign_fonts |= !embedded;
  if (!embedded) return true;
  if (id != brush_font_) {  // the brush takes up a font with the first letter that it draws
    streams_.unpack(*objects_, file);
    brush_.updateFont(glyph.state);
    brush_.drawChar(glyph.state, glyph.x, glyph.y, glyph.dx, glyph.dy, 0, 0, glyph.code, 1, nullptr, 0);
    brush_font_ = id;
  }
  SplashFont* outlines = brush_.getCurrentFont();
  const std::unique_ptr<SplashPath> path(outlines ? outlines->getGlyphPath(static_cast<int>(glyph.code)) : nullptr);
  if (path && path->getLength() > 0) return true;
  with_ink_.erase(key);
  return false;
}

void WatchingDevice::fill(GfxState* state) {
  TextOutputDev::fill(state);
  paint_path(*state);
}

void WatchingDevice::eoFill(GfxState* state) {
  TextOutputDev::eoFill(state);
  paint_path(*state);
}

void WatchingDevice::paint_path(const GfxState& state) {
  GfxRGB colour{};
  const bool pattern = const_cast<GfxState&>(state).getFillColorSpace()->getMode() == csPattern;
  if (!pattern) state.getFillRGB(&colour);
  const Bounds bounds = bounds_of(state);
  if (is_thin(bounds.box())) return signs_.line(bounds.clipped());
  signs_.paint(bounds.clipped(), !pattern && luminance(colour) >= kLight);
}

void WatchingDevice::stroke(GfxState* state) {
  TextOutputDev::stroke(state);
  if (state->getTransformedLineWidth() > kThin) {
    const Bounds bounds = bounds_of(*state);
    return is_thin(bounds.box()) ? signs_.line(bounds.clipped()) : signs_.paint(bounds.clipped(), false);
  }
  const GfxPath& path = *state->getPath();
  for (int i = 0; i < path.getNumSubpaths(); ++i) {
    const GfxSubpath& sub = *path.getSubpath(i);
    for (int k = 1; k < sub.getNumPoints(); ++k)
      signs_.line(Bounds(*state).add(sub.getX(k - 1), sub.getY(k - 1)).add(sub.getX(k), sub.getY(k)).clipped());
  }
}

void WatchingDevice::clip(GfxState* state) {
  check_clip(*state);
}

void WatchingDevice::eoClip(GfxState* state) {
  check_clip(*state);
}

void WatchingDevice::clipToStrokePath(GfxState*) {
  odd_clip_.back() = true;
}

void WatchingDevice::check_clip(const GfxState& state) {
  if (!is_upright_rectangle(state, *state.getPath())) odd_clip_.back() = true;
}

void WatchingDevice::drawImageMask(GfxState* state, Object* ref, Stream* str, int width, int height, bool invert,
                                   bool interpolate, bool inside) {
  TextOutputDev::drawImageMask(state, ref, str, width, height, invert, interpolate, inside);
  signs_.paint(image_of(*state), false);
}

void WatchingDevice::drawImage(GfxState* state, Object* ref, Stream* str, int width, int height,
                               GfxImageColorMap* colours, bool interpolate, const int* mask, bool inside) {
  TextOutputDev::drawImage(state, ref, str, width, height, colours, interpolate, mask, inside);
  signs_.paint(image_of(*state), false);
}

void WatchingDevice::drawMaskedImage(GfxState* state, Object*, Stream*, int, int, GfxImageColorMap*, bool, Stream*, int,
                                     int, bool, bool) {
  signs_.paint(image_of(*state), false);
}

void WatchingDevice::drawSoftMaskedImage(GfxState* state, Object*, Stream*, int, int, GfxImageColorMap*, bool, Stream*,
                                         int, int, GfxImageColorMap*, bool) {
  signs_.paint(image_of(*state), false);
}

}  // namespace skillfit::reader
