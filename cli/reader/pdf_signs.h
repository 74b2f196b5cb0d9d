// Whether a page of a PDF could hide text, judged while its words are read.
#pragma once

#include <cstdint>
#include <vector>

namespace skillfit::reader {

// In points from the page's top left corner.
struct Box {
  double left, top, right, bottom;
};

// Follows what a page draws, in its order. Nothing is hidden on a page of dark, solid letters on a light ground over
// which nothing is drawn: such a page raises no doubt and need not be looked at.
class PageSigns {
 public:
  PageSigns(double width, double height);

  void letter(const Box& box);             // dark and solid
  void paint(const Box& box, bool light);  // an area: filled, or an image
  void line(const Box& box);               // too thin to hide a letter; many together are not
  void doubt() { doubtful_ = true; }       // anything else

  bool doubtful() const { return doubtful_; }

 private:
  template <class Visit>
  void visit(const Box& box, Visit&& at);

  double scale_x_, scale_y_;         // cells a point
  std::vector<std::uint8_t> cells_;  // what each has seen: see the constants in pdf_signs.cc
  bool any_letter_ = false, doubtful_ = false;
  std::uint32_t visited_ = 0;
};

}  // namespace skillfit::reader
