// The page is a grid of cells of some four points. A letter and an area that meet in one cell are in doubt, whichever
// came first: a dark area under a letter, any area over one. It costs a few bytes a letter, where looking at the page
// costs as much again as reading it.
#include "pdf_signs.h"

#include <algorithm>
#include <cmath>

namespace skillfit::reader {
namespace {

constexpr double kCell = 4;           // points
constexpr std::size_t kAcross = 256;  // cells of a side at most: those of a poster are larger
constexpr double kEdge = 1;           // points by which an area may touch a letter without hiding it
// What a cell has seen: letters, dark areas, and in the low bits the number of lines.
constexpr std::uint8_t kLetter = 0x80, kDark = 0x40, kCount = 0x3F;
constexpr std::uint8_t kLines = 3;              // through one cell: table borders and a double underline
constexpr std::uint32_t kPatience = 4'000'000;  // cells visited, after which looking is cheaper

double cells_per_point(double side) {
  return std::clamp(kAcross / std::max(1.0, side), 1e-6, 1 / kCell);
}

}  // namespace

PageSigns::PageSigns(double width, double height)
    : scale_x_(cells_per_point(width)), scale_y_(cells_per_point(height)), cells_(kAcross * kAcross) {}

template <class Visit>
void PageSigns::visit(const Box& box, Visit&& at) {
  const auto cell = [](double place, double scale) {
    return static_cast<std::size_t>(std::clamp(std::floor(place * scale), 0.0, kAcross - 1.0));
  };
  if (doubtful_ || !(box.left <= box.right) || !(box.top <= box.bottom)) return;
  const std::size_t right = cell(box.right, scale_x_), bottom = cell(box.bottom, scale_y_);
  for (std::size_t y = cell(box.top, scale_y_); y <= bottom; ++y) {
    for (std::size_t x = cell(box.left, scale_x_); x <= right; ++x, ++visited_) at(cells_[y * kAcross + x]);
  }
  doubtful_ |= visited_ > kPatience;
}

void PageSigns::letter(const Box& box) {
  any_letter_ = true;
  visit(box, [&](std::uint8_t& cell) {
    cell |= kLetter;
    doubtful_ |= (cell & kDark) != 0 || (cell & kCount) > kLines;
  });
}

void PageSigns::paint(const Box& box, bool light) {
  if (light && !any_letter_) return;
  visit({box.left + kEdge, box.top + kEdge, box.right - kEdge, box.bottom - kEdge}, [&](std::uint8_t& cell) {
    if (!light) cell |= kDark;
    doubtful_ |= (cell & kLetter) != 0;
  });
}

void PageSigns::line(const Box& box) {
  visit(box, [&](std::uint8_t& cell) {
    if ((cell & kCount) <= kLines) ++cell;
    doubtful_ |= (cell & kLetter) != 0 && (cell & kCount) > kLines;
  });
}

}  // namespace skillfit::reader
