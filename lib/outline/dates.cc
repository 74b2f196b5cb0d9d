// A range is two points with a dash or a word like "to" between; a point is a month, a season or a year in one of a
// dozen spellings. The grammar is walked over tokens, where the words are cut and compared already; a pattern over
// bytes would have to find them again, and give bytes back that nobody can use.
//
// A year alone stands for its middle (begin: July, end: June), so that "2015-2018" is three years and adjacent ranges
// add up; where the other end lies in the same year, it stands for its outer month.
#include "outline/dates.h"

#include <array>

namespace skillfit {
namespace {

constexpr std::uint32_t kLongestDash = 4;  // tokens
constexpr int kFirstYear = 1950, kLastYear = 2099;

struct NamedMonth {
  std::string_view name;
  std::int8_t first, last;  // 1..12; a season has several
};

// English, German, French, Spanish; sorted.
constexpr std::array kNamedMonths = std::to_array<NamedMonth>(
    {{"abril", 4, 4},      {"agosto", 8, 8},     {"août", 8, 8},       {"apr", 4, 4},         {"april", 4, 4},
     {"aug", 8, 8},        {"august", 8, 8},     {"autumn", 9, 11},    {"avril", 4, 4},       {"dec", 12, 12},
     {"december", 12, 12}, {"dez", 12, 12},      {"dezember", 12, 12}, {"diciembre", 12, 12}, {"décembre", 12, 12},
     {"enero", 1, 1},      {"fall", 9, 11},      {"feb", 2, 2},        {"febrero", 2, 2},     {"februar", 2, 2},
     {"february", 2, 2},   {"février", 2, 2},    {"jan", 1, 1},        {"januar", 1, 1},      {"january", 1, 1},
     {"janvier", 1, 1},    {"juillet", 7, 7},    {"juin", 6, 6},       {"jul", 7, 7},         {"juli", 7, 7},
     {"julio", 7, 7},      {"july", 7, 7},       {"jun", 6, 6},        {"june", 6, 6},        {"juni", 6, 6},
     {"junio", 6, 6},      {"mai", 5, 5},        {"mar", 3, 3},        {"march", 3, 3},       {"mars", 3, 3},
     {"marzo", 3, 3},      {"may", 5, 5},        {"mayo", 5, 5},       {"mär", 3, 3},         {"märz", 3, 3},
     {"nov", 11, 11},      {"november", 11, 11}, {"novembre", 11, 11}, {"noviembre", 11, 11}, {"oct", 10, 10},
     {"october", 10, 10},  {"octobre", 10, 10},  {"octubre", 10, 10},  {"okt", 10, 10},       {"oktober", 10, 10},
     {"q1", 1, 3},         {"q2", 4, 6},         {"q3", 7, 9},         {"q4", 10, 12},        {"sep", 9, 9},
     {"sept", 9, 9},       {"september", 9, 9},  {"septembre", 9, 9},  {"septiembre", 9, 9},  {"spring", 3, 5},
     {"summer", 6, 8},     {"winter", 1, 2}});
constexpr bool by_name(const NamedMonth& a, const NamedMonth& b) {
  return a.name < b.name;
}
static_assert(std::is_sorted(kNamedMonths.begin(), kNamedMonths.end(), by_name));

constexpr std::array<std::string_view, 21> kOpen = {
    "present", "current",     "currently", "now",     "ongoing", "today",  "date",
    "heute",   "jetzt",       "laufend",   "aujourd", "présent", "actuel", "actualidad",
    "actual",  "actualmente", "presente",  "hoy",     "attuale", "oggi",   "continuing"};
constexpr std::array<std::string_view, 12> kTo = {"to",  "until", "till", "til", "through", "thru",
                                                  "bis", "à",     "a",    "au",  "al",      "hasta"};
constexpr std::array<std::string_view, 4> kSince = {"since", "seit", "depuis", "desde"};

template <std::size_t N>
bool is_one_of(const std::array<std::string_view, N>& words, std::string_view word) {
  return std::find(words.begin(), words.end(), word) != words.end();
}

// One date. year 0: a month that takes its year from the other end ("Jan - Mar 2018").
struct Point {
  int year = 0;
  int first_month = 0, last_month = 0;  // 0: a year alone
  std::uint32_t next = 0;               // the token after it
};

class DateParser {
 public:
  DateParser(const Reading& in, std::uint32_t limit) : in_(in), limit_(limit) {}

  std::optional<DateRange> parse(std::uint32_t first) const {
    if (is_inside_number(first)) return std::nullopt;
    if (is_word_of(kSince, first)) return since(first);
    std::optional<Point> begin = point(first);
    if (!begin) return std::nullopt;
    if (const auto range = range_from(first, *begin)) return range;
    if (const auto years = year_pair(first)) return years;
    if (begin->year == 0 || continues_number(begin->next)) return std::nullopt;
    DateRange single = make_range({first, begin->next}, *begin, *begin);
    single.single = true;
    return single;
  }

 private:
  template <std::size_t N>
  bool is_word_of(const std::array<std::string_view, N>& words, std::uint32_t i) const {
    return i < limit_ && in_.tokens[i].kind == TokenKind::word && is_one_of(words, in_.tokens.word(i));
  }
  // The value of token i if it is a number of `digits` digits (0: one or two), else -1.
  int number(std::uint32_t i, std::uint32_t digits) const {
    if (i >= limit_ || !in_.tokens[i].numeric) return -1;
    const std::string_view word = in_.tokens.word(i);
    if (digits != 0 ? word.size() != digits : word.size() > 2) return -1;
    int value = 0;
    for (const char c : word) value = value * 10 + (c - '0');
    return value;
  }
  int year(std::uint32_t i) const {
    const int value = number(i, 4);
    return value >= kFirstYear && value <= kLastYear ? value : -1;
  }
  int short_year(std::uint32_t i) const {
    const int value = number(i, 2);
    return value < 0 ? -1 : value < 50 ? 2000 + value : 1900 + value;
  }
  bool glued_symbol(std::uint32_t i) const {
    if (i >= limit_ || !in_.tokens[i].glued || in_.tokens[i].kind != TokenKind::symbol) return false;
    const char c = in_.tokens[i].symbol();
    return c == '/' || c == '-' || c == '.';
  }
  // Part of a telephone number, a version, an address.
  bool is_inside_number(std::uint32_t i) const {
    return in_.tokens[i].glued && i > 0 && in_.tokens[i - 1].kind == TokenKind::symbol && i > 1 &&
           in_.tokens[i - 1].glued && in_.tokens[i - 2].numeric;
  }
  bool continues_number(std::uint32_t i) const {
    return glued_symbol(i) && i + 1 < limit_ && in_.tokens[i + 1].glued && in_.tokens[i + 1].kind == TokenKind::word;
  }

  std::optional<Point> point(std::uint32_t i) const {
    if (i >= limit_ || in_.tokens[i].kind != TokenKind::word) return std::nullopt;
    if (!in_.tokens[i].numeric) return named_point(i);
    if (year(i) > 0) return year_point(i);
    return number_point(i);
  }

  // "Jan 2018", "Jan. 2018", "January 5, 2018", "Jul '18", "Jan-18", "Summer 2017", and "Jan" alone.
  std::optional<Point> named_point(std::uint32_t i) const {
    const NamedMonth key{in_.tokens.word(i), 0, 0};
    const auto* found = std::lower_bound(kNamedMonths.begin(), kNamedMonths.end(), key, by_name);
    if (found == kNamedMonths.end() || found->name != key.name) return std::nullopt;
    Point point{0, found->first, found->last, i + 1};
    std::uint32_t at = i + 1;
    if (in_.is_symbol(at, '.')) ++at;
    if (number(at, 0) > 0 && number(at, 0) <= 31 && (in_.is_stop(at + 1, ',') || year(at + 1) > 0)) ++at;
    const bool apostrophe = in_.is_symbol(at, '\'');
    const bool dash = glued_symbol(at) && at + 1 < limit_ && in_.tokens[at + 1].glued;
    if (apostrophe || dash || in_.is_stop(at, ',') || in_.is_word(at, "of")) ++at;
    if (year(at) > 0) return Point{year(at), point.first_month, point.last_month, at + 1};
    if ((apostrophe || dash) && short_year(at) > 0)
      return Point{short_year(at), point.first_month, point.last_month, at + 1};
    return point;
  }

  // "2019", "2019-03", "2019/03/15".
  std::optional<Point> year_point(std::uint32_t i) const {
    Point point{year(i), 0, 0, i + 1};
    if (!glued_symbol(i + 1) || i + 2 >= limit_ || !in_.tokens[i + 2].glued) return point;
    const int month = number(i + 2, 2);
    if (month < 1 || month > 12) return point;
    const bool day = glued_symbol(i + 3) && number(i + 4, 2) > 0 && in_.tokens[i + 4].glued;
    return Point{point.year, month, month, day ? i + 5 : i + 3};
  }

  // "03/2016", "3.2016", "03/15/2016", "15.03.2016", "06/19".
  std::optional<Point> number_point(std::uint32_t i) const {
    const int first = number(i, 0);
    if (first < 1 || first > 31 || i + 2 >= limit_ || in_.tokens[i + 1].kind != TokenKind::symbol) return std::nullopt;
    const char mark = in_.tokens[i + 1].symbol();
    if (mark != '/' && mark != '-' && mark != '.') return std::nullopt;
    if (first <= 12 && year(i + 2) > 0) return Point{year(i + 2), first, first, i + 3};
    const int second = number(i + 2, 0);
    if (second < 1 || !in_.tokens[i + 1].glued) return std::nullopt;
    if (in_.is_symbol(i + 3, mark) && year(i + 4) > 0) {
      const int month = mark == '.' || first > 12 ? second : first;
      if (month > 12) return std::nullopt;
      return Point{year(i + 4), month, month, i + 5};
    }
    if (mark != '/' || first > 12 || short_year(i + 2) < 0) return std::nullopt;
    return Point{short_year(i + 2), first, first, i + 3};
  }

  // An arrow, or a dash whose encoding was lost on the way ("â€“").
  bool is_outside_ascii(std::uint32_t i) const { return static_cast<unsigned char>(in_.tokens.word(i)[0]) >= 0x80; }

  // The token after a separator at i, or i if there is none.
  std::uint32_t after_separator(std::uint32_t i) const {
    std::uint32_t at = i;
    if (in_.is_stop(at, ')') || in_.is_stop(at, ',')) ++at;
    const std::uint32_t mark = at;
    while (at < limit_ && at < mark + kLongestDash && (in_.is_symbol(at, '-') || is_outside_ascii(at))) {
      const bool letters = in_.tokens[at++].kind == TokenKind::word;
      while (letters && at < limit_ && in_.tokens[at].glued && at < mark + kLongestDash) ++at;  // "ï¼" folds to three
    }
    if (is_word_of(kTo, at)) ++at;
    if (at == mark) return i;
    if (in_.is_word(at, "the") || in_.is_stop(at, '(')) ++at;
    return at;
  }

  std::optional<DateRange> range_from(std::uint32_t first, Point begin) const {
    const std::uint32_t at = after_separator(begin.next);
    if (at == begin.next) return std::nullopt;
    const bool ends_line = at >= limit_ || in_.tokens[at].kind == TokenKind::newline || in_.is_stop(at, ')');
    if (ends_line && begin.year != 0 && in_.is_symbol(at - 1, '-')) return make_range({first, at}, begin, std::nullopt);
    if (is_word_of(kOpen, at) && begin.year != 0) return make_range({first, at + 1}, begin, std::nullopt);
    const std::optional<Point> end = point(at);
    if (!end || end->year == 0 || continues_number(end->next)) return std::nullopt;
    if (begin.year == 0) begin.year = end->year;
    return make_range({first, end->next}, begin, end);
  }

  // "2015-18": a second year of two digits, read so only where it is not a month of a longer range.
  std::optional<DateRange> year_pair(std::uint32_t first) const {
    if (year(first) < 0 || !in_.is_symbol(first + 1, '-') || continues_number(first + 3)) return std::nullopt;
    const int end = number(first + 2, 2);
    if (end < 0) return std::nullopt;
    const int century = year(first) / 100 * 100;
    const int last = century + end < year(first) ? century + 100 + end : century + end;
    if (last > kLastYear || last - year(first) > 50) return std::nullopt;
    return make_range({first, first + 3}, Point{year(first), 0, 0, 0}, Point{last, 0, 0, 0});
  }

  std::optional<DateRange> since(std::uint32_t first) const {
    const std::optional<Point> begin = point(first + 1);
    if (!begin || begin->year == 0) return std::nullopt;
    return make_range({first, begin->next}, *begin, std::nullopt);
  }

  static DateRange make_range(TokenSpan tokens, Point begin, std::optional<Point> end) {
    const bool same_year = end && begin.year == end->year;
    const int first = begin.first_month != 0 ? begin.first_month : same_year ? 1 : 7;
    DateRange range{tokens, make_month(begin.year, first), std::nullopt, begin.first_month != 0, false};
    if (!end) return range;
    const int last = end->last_month != 0 ? end->last_month : same_year ? 12 : 6;
    range.end = make_month(end->year, last);
    range.has_months = range.has_months || end->last_month != 0;
    return range;
  }

  const Reading& in_;
  std::uint32_t limit_;
};

}  // namespace

std::optional<DateRange> parse_dates(const Reading& in, std::uint32_t first, std::uint32_t limit) {
  std::optional<DateRange> range = DateParser(in, limit).parse(first);
  if (range && range->end) range->reversed = *range->end < range->begin;
  return range;
}

}  // namespace skillfit
