// From the outermost row of each page inwards, as long as the rows of all pages are alike. Rows may differ in numbers
// only if these go up with the pages: two jobs that begin at the top of two pages have different years, but no page
// numbers.
#include "pdf_margins.h"

#include <algorithm>
#include <charconv>
#include <cmath>
#include <cstdlib>
#include <optional>
#include <string>

namespace skillfit::reader {
namespace {

constexpr std::size_t kRows = 4;   // of a header or footer at most
constexpr double kSameHeight = 2;  // points
constexpr double kSameRow = 0.4;   // of the letters' height
constexpr double kMargin = 0.2;    // of the page's height, in which headers and footers stand
constexpr double kNear = 0.3;      // what is farther from the edge belongs to no row of the margin
enum class Edge { top, bottom };

// Places in a page's words, from left to right.
struct Row {
  std::vector<std::size_t> words;
  double middle = 0;
};

// Of the page's height.
double distance(const PdfPage& page, double middle, Edge edge) {
  const double from_top = middle / std::max(page.height, 1.0);
  return edge == Edge::top ? from_top : 1 - from_top;
}

// The rows of the words that are seen near the edge, from there inwards.
std::vector<Row> rows_from(const PdfPage& page, Edge edge) {
  std::vector<std::size_t> order;
  for (std::size_t i = 0; i < page.words.size(); ++i) {
    const Word& word = page.words[i];
    if (word.ink.unseen == Unseen::no && distance(page, word.middle(), edge) < kNear) order.push_back(i);
  }
  const double sign = edge == Edge::top ? 1 : -1;
  std::ranges::stable_sort(order, {}, [&](std::size_t i) { return sign * page.words[i].middle(); });
  std::vector<Row> rows;
  for (const std::size_t i : order) {
    const Word& word = page.words[i];
    if (rows.empty() || std::abs(word.middle() - rows.back().middle) > kSameRow * word.height()) {
      if (rows.size() == kRows) break;
      rows.push_back({{}, word.middle()});
    }
    rows.back().words.push_back(i);
  }
  for (Row& row : rows) std::ranges::stable_sort(row.words, {}, [&](std::size_t i) { return page.words[i].left; });
  return rows;
}

std::optional<int> number(std::string_view text) {
  int value = 0;
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), value);
  if (error != std::errc() || end != text.data() + text.size()) return {};
  return value;
}

struct Place {
  const PdfPage& page;
  const Row& row;
  int number;  // of the page
};

bool is_alike(const Place& a, const Place& b) {
  if (std::abs(a.row.middle - b.row.middle) > kSameHeight || a.row.words.size() != b.row.words.size()) return false;
  for (std::size_t i = 0; i < a.row.words.size(); ++i) {
    const std::string &left = a.page.words[a.row.words[i]].text, &right = b.page.words[b.row.words[i]].text;
    if (left == right) continue;
    const auto from = number(left), to = number(right);
    if (!from || !to || *to - *from != b.number - a.number) return false;
  }
  return true;
}

// For each page, the words of its rows at one edge.
std::vector<std::vector<std::size_t>> find_margin(const std::vector<PdfPage>& pages, Edge edge) {
  std::vector<std::vector<Row>> rows;
  for (const PdfPage& page : pages) rows.push_back(rows_from(page, edge));
  const auto place = [&](std::size_t page, std::size_t row) {
    return Place{pages[page], rows[page][row], static_cast<int>(page)};
  };
  std::vector<std::vector<std::size_t>> found(pages.size());
  bool first_too = true;
  for (std::size_t row = 0;; ++row) {
    const auto is_like_the_second = [&](std::size_t page) {
      return row < rows[page].size() && row < rows[1].size() &&
             distance(pages[1], rows[1][row].middle, edge) < kMargin && is_alike(place(1, row), place(page, row));
    };
    for (std::size_t page = 2; page < pages.size(); ++page) {
      if (!is_like_the_second(page)) return found;
    }
    first_too = first_too && is_like_the_second(0);
    if (!first_too && pages.size() < 3) return found;
    for (std::size_t page = first_too ? 0 : 1; page < pages.size(); ++page)
      found[page].insert(found[page].end(), rows[page][row].words.begin(), rows[page][row].words.end());
  }
}

// Takes the words at `places` out of `words`, in their order.
std::vector<Word> take(std::vector<Word>& words, std::vector<std::size_t> places) {
  std::vector<Word> taken, left;
  std::ranges::sort(places);
  for (std::size_t i = 0; i < words.size(); ++i)
    (std::ranges::binary_search(places, i) ? taken : left).push_back(std::move(words[i]));
  words = std::move(left);
  return taken;
}

}  // namespace

std::vector<Margins> take_margins(std::vector<PdfPage>& pages) {
  std::vector<Margins> margins(pages.size());
  if (pages.size() < 2) return margins;
  for (const Edge edge : {Edge::top, Edge::bottom}) {
    const auto found = find_margin(pages, edge);
    for (std::size_t i = 0; i < pages.size(); ++i)
      (edge == Edge::top ? margins[i].header : margins[i].footer) = take(pages[i].words, found[i]);
  }
  return margins;
}

}  // namespace skillfit::reader
