// Columns are cut first and lines joined afterwards, because the two mistakes are opposite: a sidebar read across gives
// "Skills Experience", and a date at the right margin read as a column of its own loses the job it belongs to.
//
// A gutter is a vertical line that no segment crosses over a run of neighbouring segments. The longest run with a
// gutter whose two sides are columns is cut out: what is above it, the left side, the right side and what is below it
// are laid out in turn, each by the same rule. Two sides are no columns if the smaller one only annotates the lines of
// the other (dates, places) or if both are cells of a grid.
#include "pdf_layout.h"

#include <algorithm>
#include <cmath>
#include <iterator>
#include <optional>

namespace skillfit::reader {
namespace {

// All lengths are multiples of the height of the letters concerned.
constexpr double kWordGap = 1.0;        // more is not one segment of a line
constexpr double kTabGap = 2.5;         // more is shown as a tab
constexpr double kSameLine = 0.4;       // middles differ by less
constexpr double kParagraphGap = 0.7;   // more white between lines sets them apart
constexpr double kGutter = 0.8;         // least width between columns
constexpr std::size_t kLeastLines = 3;  // of a column
constexpr double kAligned = 0.8;        // share of lines that two columns have in common by design
constexpr std::size_t kSidebar = 12;    // lines from which a column is more than a list
constexpr int kDepth = 8;               // of cuts inside cuts

struct Segment {
  std::vector<Word> words;
  double left, top, right, bottom;

  double height() const { return bottom - top; }
  double middle() const { return (top + bottom) / 2; }
};
using Segments = std::vector<Segment>;

bool continues(const Segment& segment, const Word& word) {
  const double height = std::min(segment.height(), word.height());
  const double gap = word.left - segment.right;
  return std::abs(word.middle() - segment.middle()) < kSameLine * height && gap < kWordGap * height &&
         gap > -kWordGap * height;
}

Segments make_segments(std::vector<Word> words) {
  Segments segments;
  for (Word& word : words) {
    if (segments.empty() || !continues(segments.back(), word))
      segments.push_back({{}, word.left, word.top, word.right, word.bottom});
    Segment& last = segments.back();
    last.right = std::max(last.right, word.right);
    last.top = std::min(last.top, word.top);
    last.bottom = std::max(last.bottom, word.bottom);
    last.words.push_back(std::move(word));
  }
  std::ranges::stable_sort(segments, {}, &Segment::top);
  return segments;
}

bool on_one_line(const Segment& a, const Segment& b) {
  return std::abs(a.middle() - b.middle()) < kSameLine * std::min(a.height(), b.height());
}

bool has_year(const Segment& segment) {
  const auto is_digit = [](char c) { return c >= '0' && c <= '9'; };
  return std::ranges::any_of(segment.words,
                             [&](const Word& word) { return std::ranges::count_if(word.text, is_digit) >= 4; });
}

double share(const std::vector<const Segment*>& side, bool (*holds)(const Segment&)) {
  return static_cast<double>(std::ranges::count_if(side, [&](const Segment* s) { return holds(*s); })) /
         static_cast<double>(side.size());
}

using Side = std::vector<const Segment*>;

// The share of `side` with a partner on the same line of `other`. Both from top to bottom.
double aligned_share(const Side& side, const Side& other) {
  std::size_t aligned = 0, at = 0;
  for (const Segment* segment : side) {
    while (at < other.size() && other[at]->bottom < segment->top) ++at;
    for (std::size_t i = at; i < other.size() && other[i]->top <= segment->bottom; ++i) {
      if (on_one_line(*segment, *other[i])) {
        ++aligned;
        break;
      }
    }
  }
  return static_cast<double>(aligned) / static_cast<double>(side.size());
}

// A bullet or a number that its list sets apart from the words.
bool is_mark(const Segment& segment) {
  const std::string& text = segment.words.front().text;
  const auto is_ascii = [](char c) { return (c & 0x80) == 0; };
  return segment.words.size() == 1 && (text.size() == 1 || (text.size() <= 3 && std::ranges::none_of(text, is_ascii)) ||
                                       (text.size() <= 3 && (text.back() == '.' || text.back() == ')')));
}

// Whether one side stands beside the lines of the other rather than on its own.
bool annotates(const Side& left, const Side& right) {
  const Side& small = left.size() <= right.size() ? left : right;
  const Side& large = left.size() <= right.size() ? right : left;
  const bool sparse = small.size() * 2 < large.size();
  const auto is_short = [](const Segment& s) { return s.words.size() <= 3; };
  const bool grid = share(small, is_short) > 0.8 && share(large, is_short) > 0.8;
  const bool dated = share(small, has_year) >= 0.5;
  const bool marks = share(left, is_mark) >= 0.8;
  return marks || (aligned_share(small, large) >= kAligned && (sparse || grid || dated));
}

bool are_columns(const Side& left, const Side& right) {
  if (left.size() < kLeastLines || right.size() < kLeastLines) return false;
  const double top = std::max(left.front()->top, right.front()->top);
  const double bottom = std::min(left.back()->bottom, right.back()->bottom);
  const auto extent = [](const Side& side) { return side.back()->bottom - side.front()->top; };
  if (bottom - top < 0.5 * std::min(extent(left), extent(right))) return false;  // one above the other
  const double edge = (*std::ranges::max_element(left, {}, [](const Segment* s) { return s->right; }))->right;
  const double start = (*std::ranges::min_element(right, {}, [](const Segment* s) { return s->left; }))->left;
  return start - edge >= kGutter * left.front()->height() && !annotates(left, right);
}

// Segments [first, last) of a region, which the gutter at `x` divides.
struct Cut {
  std::size_t first = 0, last = 0;
  double x = 0;
};

// Where the lines that go on below the shorter column stop being part of the longer one: at a gap or another margin.
std::size_t end_of_columns(const Segments& region, const Cut& cut, double bottom) {
  std::size_t last = cut.last;
  while (region[last - 1].top > bottom) --last;
  const auto on_left = [&](const Segment& segment) { return segment.right <= cut.x; };
  for (; last < cut.last; ++last) {
    const Segment& next = region[last];
    std::size_t before = last - 1;
    while (before > cut.first && on_left(region[before]) != on_left(next)) --before;
    const Segment& previous = region[before];
    if (next.top - previous.bottom > kParagraphGap * next.height()) break;
    if (std::abs(next.left - previous.left) > next.height()) break;
  }
  const auto tears_line = [&] {
    return last < cut.last && last > cut.first + 1 && on_left(region[last - 1]) == on_left(region[last]) &&
           on_one_line(region[last - 1], region[last]);
  };
  while (tears_line()) --last;
  return last;
}

// Where the lines above the shorter column begin to be part of the longer one: as long as nothing sets them apart.
std::size_t begin_of_columns(const Segments& region, const Cut& cut, double top) {
  std::size_t first = cut.first;
  while (region[first].bottom < top) ++first;
  const auto on_left = [&](const Segment& segment) { return segment.right <= cut.x; };
  for (; first > cut.first; --first) {
    const Segment& above = region[first - 1];
    std::size_t after = first;
    while (after + 1 < cut.last && on_left(region[after]) != on_left(above)) ++after;
    const Segment& next = region[after];
    if (next.top - above.bottom > kParagraphGap * above.height()) break;
    if (std::abs(next.left - above.left) > above.height()) break;
  }
  return first;
}

// Whether what follows the end of the right column still keeps to the left one: it is filled up to its edge, and not
// beyond.
bool fills_column(const Segments& region, const Cut& cut, std::size_t from) {
  constexpr int kFull = 3;         // lines
  constexpr double kRagged = 0.1;  // of a column's width, by which a full line may be shorter
  double left = cut.x, right = 0;
  for (std::size_t i = cut.first; i < from; ++i) {
    if (region[i].right > cut.x) continue;
    left = std::min(left, region[i].left);
    right = std::max(right, region[i].right);
  }
  const auto is_full = [&](const Segment& s) { return s.right <= cut.x && s.right > right - kRagged * (right - left); };
  const auto begin = region.begin() + static_cast<std::ptrdiff_t>(from);
  return std::count_if(begin, region.begin() + static_cast<std::ptrdiff_t>(cut.last), is_full) >= kFull;
}

// A list set in two columns is short or shares its lines, or what goes on below the shorter column is little: then that
// is no part of it. A sidebar is long, has lines of its own, and the column beside it stays in one piece.
Cut trimmed(const Segments& region, Cut cut, const Side& left, const Side& right) {
  const Side& small = left.size() <= right.size() ? left : right;
  const Side& large = left.size() <= right.size() ? right : left;
  const std::size_t last = end_of_columns(region, cut, std::min(left.back()->bottom, right.back()->bottom));
  const bool little_below = (cut.last - last) * 4 < cut.last - cut.first && !fills_column(region, cut, last);
  if (small.size() >= kSidebar && !little_below && aligned_share(small, large) < kAligned) return cut;
  cut.last = last;
  cut.first = begin_of_columns(region, cut, std::max(left.front()->top, right.front()->top));
  return cut;
}

// The longest run of segments that the line at `x` cuts into columns.
std::optional<Cut> best_run(const Segments& region, double x) {
  std::optional<Cut> best;
  for (std::size_t first = 0; first < region.size();) {
    std::size_t last = first;
    Side left, right;
    for (; last < region.size() && (region[last].right <= x || region[last].left >= x); ++last)
      (region[last].right <= x ? left : right).push_back(&region[last]);
    const bool longer = !best || last - first > best->last - best->first;
    if (longer && are_columns(left, right)) best = trimmed(region, {first, last, x}, left, right);
    for (first = last + 1; first < region.size() && on_one_line(region[last], region[first]);) ++first;
  }
  return best;
}

// Gutters end where columns begin: only left edges that several segments share are tried.
std::optional<Cut> find_cut(const Segments& region) {
  std::vector<double> edges;
  for (const Segment& segment : region) edges.push_back(segment.left);
  std::ranges::sort(edges);
  std::optional<Cut> best;
  for (std::size_t i = 0; i + kLeastLines <= edges.size();) {
    std::size_t end = i;
    while (end < edges.size() && edges[end] - edges[i] < 2) ++end;
    if (end - i >= kLeastLines) {
      const std::optional<Cut> cut = best_run(region, edges[i] - 0.5);
      if (cut && (!best || cut->last - cut->first > best->last - best->first)) best = cut;
    }
    i = end;
  }
  return best;
}

void add_lines(Segments region, Layout& layout) {
  const std::size_t begin = layout.lines.size();
  double bottom = 0;
  for (std::size_t i = 0; i < region.size();) {
    std::vector<Segment*> row;
    const Segment& first = region[i];
    const bool apart = layout.lines.size() == begin || first.top - bottom > kParagraphGap * first.height();
    for (; i < region.size() && (row.empty() || on_one_line(first, region[i])); ++i) row.push_back(&region[i]);
    std::ranges::stable_sort(row, {}, [](const Segment* s) { return s->left; });
    Line line{{}, apart};
    for (Segment* segment : row) {
      bottom = std::max(bottom, segment->bottom);
      std::ranges::move(segment->words, std::back_inserter(line.words));
    }
    layout.lines.push_back(std::move(line));
  }
}

void add_region(Segments region, int depth, Layout& layout) {
  const std::optional<Cut> cut = depth < kDepth ? find_cut(region) : std::nullopt;
  if (!cut) return add_lines(std::move(region), layout);
  layout.columns = true;
  Segments above, left, right, below;
  for (std::size_t i = 0; i < region.size(); ++i) {
    Segments& part = i < cut->first ? above : i >= cut->last ? below : region[i].right <= cut->x ? left : right;
    part.push_back(std::move(region[i]));
  }
  for (Segments* part : {&above, &left, &right, &below}) add_region(std::move(*part), depth + 1, layout);
}

}  // namespace

Layout lay_out(std::vector<Word> words) {
  Layout layout;
  add_region(make_segments(std::move(words)), 0, layout);
  return layout;
}

std::string text_of(const Line& line) {
  std::string text;
  for (std::size_t i = 0; i < line.words.size(); ++i) {
    const Word& word = line.words[i];
    text += word.text;
    if (i + 1 == line.words.size()) break;
    const double gap = line.words[i + 1].left - word.right;
    if (gap > kTabGap * word.height()) {
      text += '\t';
    } else if (word.space_after || gap > 0.1 * word.height()) {
      text += ' ';
    }
  }
  return text;
}

}  // namespace skillfit::reader
