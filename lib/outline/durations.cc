// "5+ years of experience", read backwards from the word years: the number before it, and before that the lower end of
// a range. It counts when the sentence is about experience or the words make it a minimum; "18 years of age" and "a
// company with 25 years of history" are neither.
#include <array>

#include "outline/claims.h"

namespace skillfit {
namespace {

constexpr int kMostMonths = 50 * 12;
constexpr std::uint32_t kReach = 28;  // tokens of the sentence on either side that are looked at
constexpr std::array<std::string_view, 21> kNumbers = {
    "zero",     "one",     "two",     "three",     "four",     "five",     "six",
    "seven",    "eight",   "nine",    "ten",       "eleven",   "twelve",   "thirteen",
    "fourteen", "fifteen", "sixteen", "seventeen", "eighteen", "nineteen", "twenty"};
constexpr std::array<std::string_view, 7> kMinimum = {"least", "minimum",    "min",    "over",
                                                      "than",  "mindestens", "minimal"};
constexpr std::array<std::string_view, 6> kAbout = {"experience",  "exp",        "experienced",
                                                    "experiences", "background", "expertise"};
constexpr std::array<std::string_view, 10> kNotWork = {"age",    "old",     "older",   "history",    "ago",
                                                       "degree", "degrees", "college", "university", "contract"};

template <std::size_t N>
bool is_one_of(const std::array<std::string_view, N>& words, std::string_view word) {
  return std::find(words.begin(), words.end(), word) != words.end();
}

class DurationFinder {
 public:
  DurationFinder(const Reading& in, Outline& outline) : in_(in), outline_(outline) {}

  void find(const Scan& scan) {
    auto line = scan.lines.begin();
    for (const std::uint32_t i : scan.time_words) {
      while (line->tokens.last <= i) ++line;
      if (line->tokens != line_) floor_ = line->tokens.first;
      line_ = line->tokens;
      if (i > floor_) take(i, in_.tokens.word(i)[0] == 'y' ? 12 : 1);
    }
  }

 private:
  // 0..99 in digits or words, -1 if it is no number.
  int number(std::uint32_t i) const {
    if (in_.tokens[i].kind != TokenKind::word) return -1;
    const std::string_view word = in_.tokens.word(i);
    if (in_.tokens[i].numeric)
      return word.size() == 1 ? word[0] - '0' : word.size() == 2 ? (word[0] - '0') * 10 + word[1] - '0' : -1;
    const auto* found = std::find(kNumbers.begin(), kNumbers.end(), word);
    return found == kNumbers.end() ? -1 : static_cast<int>(found - kNumbers.begin());
  }

  // The number that ends before token `end`, and where it begins: "4", "four (4)", "5+", "(5)".
  struct Amount {
    int value = -1;
    std::uint32_t first = 0;
    bool plus = false;
  };
  Amount amount_before(std::uint32_t end) const {
    Amount amount{-1, end, false};
    std::uint32_t i = end;
    while (i > floor_ && (in_.is_symbol(i - 1, '+') || in_.is_symbol(i - 1, '-') || in_.is_stop(i - 1, ')') ||
                          in_.is_word(i - 1, "plus") || in_.is_word(i - 1, "or") || in_.is_word(i - 1, "more"))) {
      --i;
      amount.plus |= !in_.is_stop(i, ')') && !in_.is_symbol(i, '-');
    }
    if (i == floor_) return amount;
    amount.value = number(i - 1);
    amount.first = i - 1;
    if (amount.value < 0 || !in_.is_stop(amount.first - 1, '(') || amount.first < floor_ + 2) return amount;
    if (number(amount.first - 2) >= 0) amount.first -= 2;
    return amount;
  }

  void take(std::uint32_t unit, int months) {
    Amount low = amount_before(unit);
    if (low.value <= 0 || is_inside_number(low.first)) return;
    const std::uint32_t joint = low.first;
    if (joint > floor_ + 1 &&
        (in_.is_symbol(joint - 1, '-') || in_.is_word(joint - 1, "to") || in_.is_word(joint - 1, "or"))) {
      const Amount lower = amount_before(joint - 1);
      if (lower.value >= 0 && lower.value < low.value) low = {lower.value, lower.first, low.plus || lower.plus};
    }
    const int total = low.value * months;
    if (total <= 0 || total > kMostMonths || !is_about_work(low, unit)) return;
    outline_.durations.push_back({total, {low.first, unit + 1}});
    floor_ = unit + 1;
  }
  bool is_inside_number(std::uint32_t i) const {
    return i > floor_ && in_.tokens[i].glued && !in_.is_symbol(i - 1, '-') && !in_.is_stop(i - 1, '(') &&
           !in_.is_stop(i - 1, ':');
  }

  bool is_about_work(Amount amount, std::uint32_t unit) const {
    for (std::uint32_t i = unit + 1; i < std::min(line_.last, unit + 4); ++i)
      if (in_.tokens[i].kind == TokenKind::word && is_one_of(kNotWork, in_.tokens.word(i))) return false;
    if (amount.plus) return true;
    const SectionKind section = outline_.sections[outline_.lines[outline_.line_of(unit)].section].kind;
    if (section == SectionKind::requirements || section == SectionKind::preferred) return true;
    for (std::uint32_t i = amount.first; i > line_.first && i + 4 > amount.first; --i)
      if (is_word_of(kMinimum, i - 1)) return true;
    return says_experience(amount.first, unit);
  }
  bool says_experience(std::uint32_t first, std::uint32_t unit) const {
    for (std::uint32_t i = unit + 1; i < std::min(line_.last, unit + kReach) && !in_.ends_sentence(i); ++i)
      if (is_word_of(kAbout, i)) return true;
    for (std::uint32_t i = first; i > line_.first && i + kReach > first && !in_.ends_sentence(i - 1); --i)
      if (is_word_of(kAbout, i - 1)) return true;
    return false;
  }
  template <std::size_t N>
  bool is_word_of(const std::array<std::string_view, N>& words, std::uint32_t i) const {
    return in_.tokens[i].kind == TokenKind::word && is_one_of(words, in_.tokens.word(i));
  }

  const Reading& in_;
  Outline& outline_;
  TokenSpan line_;
  std::uint32_t floor_ = 0;  // numbers before this token are spent
};

}  // namespace

void find_durations(const Reading& in, const Scan& scan, Outline& outline) {
  DurationFinder(in, outline).find(scan);
}

}  // namespace skillfit
