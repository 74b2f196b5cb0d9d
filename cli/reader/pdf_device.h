// The device that reads a page: its words, as poppler's own text device finds them, and signs of what hides them.
#pragma once

#include <SplashOutputDev.h>
#include <TextOutputDev.h>

#include <cstdint>
#include <unordered_set>
#include <vector>

#include "pdf_file.h"
#include "pdf_signs.h"
#include "pdf_streams.h"

namespace skillfit::reader {

// What it does not watch it passes on. `brush` draws pages, and here knows the outlines of letters.
class WatchingDevice : public TextOutputDev {
 public:
  WatchingDevice(SplashOutputDev& brush, UnpackedStreams& streams)
      : TextOutputDev(nullptr, false, 0, false, false), brush_(brush), streams_(streams) {}

  PdfPage take_page();  // the last page, without its words

  bool needNonText() override { return true; }
  void startPage(int number, GfxState* state, XRef* objects) override;
  void saveState(GfxState* state) override;
  void restoreState(GfxState* state) override;

  void beginStringOp(GfxState* state) override;
  void drawChar(GfxState* state, double x, double y, double dx, double dy, double origin_x, double origin_y,
                CharCode code, int bytes, const Unicode* unicode, int length) override;

  void fill(GfxState* state) override;
  void eoFill(GfxState* state) override;
  void stroke(GfxState* state) override;
  void clip(GfxState* state) override;
  void eoClip(GfxState* state) override;
  void clipToStrokePath(GfxState* state) override;

  void drawImageMask(GfxState* state, Object* ref, Stream* str, int width, int height, bool invert, bool interpolate,
                     bool inside) override;
  void drawImage(GfxState* state, Object* ref, Stream* str, int width, int height, GfxImageColorMap* colours,
                 bool interpolate, const int* mask, bool inside) override;
  void drawMaskedImage(GfxState* state, Object*, Stream*, int, int, GfxImageColorMap*, bool, Stream*, int, int, bool,
                       bool) override;
  void drawSoftMaskedImage(GfxState* state, Object*, Stream*, int, int, GfxImageColorMap*, bool, Stream*, int, int,
                           GfxImageColorMap*, bool) override;

  void beginTransparencyGroup(GfxState*, const double*, GfxColorSpace*, bool, bool, bool) override { signs_.doubt(); }
  void setSoftMask(GfxState*, const double*, bool, Function*, GfxColor*) override { signs_.doubt(); }
  void setSoftMaskFromImageMask(GfxState*, Object*, Stream*, int, int, bool, bool, double*) override { signs_.doubt(); }

 private:
  // What is the same for all letters of a string.
  struct Letters {
    bool plain = false;             // dark, solid, of legible size, inside rectangular clips
    double half_x = 0, half_y = 0;  // from the baseline up to half the size of the font
    Box clip{};
  };
  struct Glyph {
    GfxState* state;
    double x, y, dx, dy;
    CharCode code;
  };
  bool has_ink(const Glyph& glyph);
  void check_clip(const GfxState& state);
  void paint_path(const GfxState& state);

  SplashOutputDev& brush_;
  UnpackedStreams& streams_;
  XRef* objects_ = nullptr;
  Ref brush_font_ = Ref::INVALID();
  PdfPage page_;
  PageSigns signs_{1, 1};
  Letters letters_;
  std::vector<bool> odd_clip_{false};  // for each saved state: clipped by more than a rectangle
  std::unordered_set<std::uint64_t> with_ink_;
};

}  // namespace skillfit::reader
