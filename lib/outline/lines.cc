// Two loops: one over the prints of all words picks the few that are worth a second look, without a branch that depends
// on the word: it would be mispredicted too often. The other goes from mark to mark; the words between two of them are
// counted by subtraction.
#include "outline/lines.h"

#include <array>

#include "base/search.h"

namespace skillfit {
namespace {

constexpr std::uint32_t kItemWords = 4;  // the longest item of a list
constexpr std::uint32_t kPairWords = 3;  // the longest item when there are only two

template <std::size_t N>
struct Words {  // told by their first eight letters
  std::array<std::uint64_t, N> letters;
  std::array<std::uint32_t, N> prints;

  bool hold(std::uint64_t word) const {
    bool found = false;
    for (const std::uint64_t one : letters) found |= one == word;
    return found;
  }
};
template <class... Word>
constexpr Words<sizeof...(Word)> make_words(Word... words) {
  return {{letters_of(words)...}, {print_of(words)...}};
}
constexpr auto kTimeWords = make_words("years", "year", "yrs", "yr", "months", "month");
// Said to a reader, of what is to come, and of what is asked for.
constexpr auto kPostingWords =
    make_words("you", "your", "we", "our", "will", "must", "apply", "preferred", "desired", "required");

// What a mark does inside its line.
constexpr std::uint8_t kSeparates = 1;  // two items of a list
constexpr std::uint8_t kEndsItem = 2;
constexpr std::uint8_t kEndsLeadIn = 4;  // or a sentence
constexpr std::uint8_t kIsDot = 8;
// By kind and Token::value; a mark outside ASCII has the value of a space.
constexpr auto kEffects = [] {
  std::array<std::array<std::uint8_t, 128>, 5> effects{};
  auto& stops = effects[static_cast<std::size_t>(TokenKind::stop)];
  for (const char c : {',', ';', '|', '*', ' '}) stops[static_cast<std::size_t>(c - 32)] = kSeparates | kEndsItem;
  for (auto& of_kind : effects) of_kind[':' - 32] |= kEndsItem;
  for (const char c : {':', '?', '!', ';', '*'}) stops[static_cast<std::size_t>(c - 32)] |= kEndsLeadIn;
  effects[static_cast<std::size_t>(TokenKind::symbol)]['.' - 32] = kIsDot;
  return effects;
}();
unsigned effect_of(const Token& token) {
  return kEffects[static_cast<std::size_t>(token.kind)][token.value & 127];
}

// What is counted inside one line.
struct Counts {
  std::uint32_t separators = 0, item_words = 0, longest = 0;
  unsigned sentence_inside = 0;  // 0 or 1

  // The mark at token i; 1 if a sentence or a lead-in can end there, else 0. Marks follow in no order, so nothing here
  // is a branch that depends on one.
  unsigned take(const Tokens& tokens, std::uint32_t i) {
    const unsigned effect = effect_of(tokens[i]);
    unsigned full_stop = effect / kIsDot;
    if (i + 1 < tokens.size()) [[likely]] {
      const Token& next = tokens[i + 1];
      full_stop &= static_cast<unsigned>(!next.glued);
      sentence_inside |= full_stop & static_cast<unsigned>(next.kind != TokenKind::newline);
    }
    separators += effect & kSeparates;
    const std::uint32_t ended = (effect / kEndsItem & 1) * item_words;
    longest = std::max(longest, ended);
    item_words -= ended;
    return full_stop | (effect / kEndsLeadIn & 1);
  }
};

// "• text", "1. text", "2) text".
bool begins_item(const Tokens& tokens, TokenSpan line) {
  if (line.empty()) return false;
  if (tokens[line.first].kind == TokenKind::bullet) return true;
  if (line.size() < 3 || !tokens[line.first].numeric || tokens[line.first].size > 2) return false;
  const char mark = tokens[line.first + 1].symbol();
  return (mark == '.' || mark == ')') && tokens[line.first + 1].glued && !tokens[line.first + 2].glued;
}

LineKind kind_of(const Tokens& tokens, TokenSpan line, Counts counts) {
  counts.longest = std::max(counts.longest, counts.item_words);
  constexpr std::array<std::uint32_t, 3> kLongestItem = {0, kPairWords, kItemWords};  // by separators
  const std::uint32_t most = kLongestItem[std::min(counts.separators, 2u)];
  if (counts.longest - 1 < most && counts.sentence_inside == 0) return LineKind::list;
  return begins_item(tokens, line) ? LineKind::item : LineKind::text;
}

// The words that may begin a degree or are wanted below. What is none is overwritten: no branch to mispredict.
std::vector<std::uint32_t> find_words(const Reading& in) {
  WordFilter wanted = in.lexicon.starts_of(CueFamily::degree);
  for (const std::uint32_t print : kTimeWords.prints) wanted.add(print);
  for (const std::uint32_t print : kPostingWords.prints) wanted.add(print);
  std::vector<std::uint32_t> noted(in.tokens.size() + 1);
  std::size_t count = 0;
  for (std::uint32_t i = 0; i < in.tokens.size(); ++i) {
    noted[count] = i;
    count += wanted.may_hold(in.tokens.print(i));
  }
  noted.resize(count);
  return noted;
}

// "2018", "'18", "06/18".
bool can_be_year(const Tokens& tokens, std::uint32_t i) {
  const char first = tokens.word(i)[0];
  if (tokens[i].size == 4) return first == '1' || first == '2';
  if (tokens[i].size != 2 || i == 0 || tokens[i - 1].kind != TokenKind::symbol) return false;
  const char mark = tokens[i - 1].symbol();
  return mark == '\'' || (mark == '/' && i > 1 && tokens[i - 2].numeric);
}

// Cuts lines at newlines, and finds the marks and years in them.
void cut_lines(const Tokens& tokens, Scan& scan) {
  scan.lines.reserve(tokens.size() / 12 + 4);
  scan.marks.resize(tokens.others().size());
  std::size_t marks = 0;
  Counts counts;
  std::uint32_t first = 0, at = 0;  // of the line; behind the mark before
  const auto end_line = [&](std::uint32_t end) {
    counts.item_words += end - at;
    const bool has_year = !scan.years.empty() && scan.years.back() >= first;
    if (first < end) scan.lines.push_back({{first, end}, kind_of(tokens, {first, end}, counts), has_year});
    counts = {};
    first = at = end + 1;
  };
  for (const std::uint32_t i : tokens.others()) {
    if (tokens[i].kind == TokenKind::newline) {
      end_line(i);
    } else if (tokens[i].numeric) {
      if (can_be_year(tokens, i)) scan.years.push_back(i);
    } else {
      counts.item_words += i - at;
      at = i + 1;
      scan.marks[marks] = i;
      marks += counts.take(tokens, i);
    }
  }
  end_line(tokens.size());
  scan.marks.resize(marks);
}

}  // namespace

Scan scan_lines(const Reading& in) {
  Scan scan;
  cut_lines(in.tokens, scan);
  return scan;
}

void note_words(const Reading& in, Scan& scan) {
  const std::vector<std::uint32_t> noted = find_words(in);
  const WordFilter& degrees = in.lexicon.starts_of(CueFamily::degree);
  scan.degree_starts.resize(noted.size());
  scan.time_words.resize(noted.size());
  std::size_t starts = 0, times = 0;
  for (const std::uint32_t i : noted) {
    const std::string_view word = in.tokens.word(i);
    const std::uint64_t letters = first_letters(word.data(), word.size());
    scan.degree_starts[starts] = i;
    starts += degrees.may_hold(in.tokens.print(i));
    scan.time_words[times] = i;
    times += kTimeWords.hold(letters);
    scan.posting_words += kPostingWords.hold(letters);
  }
  scan.degree_starts.resize(starts);
  scan.time_words.resize(times);
}

LineKind kind_of(const Tokens& tokens, TokenSpan line) {
  Counts counts;
  std::uint32_t at = line.first;
  const std::vector<std::uint32_t>& others = tokens.others();
  auto other = first_not(others, [line](std::uint32_t i) { return i < line.first; });
  for (; other != others.end() && *other < line.last; ++other) {
    if (tokens[*other].numeric) continue;
    counts.item_words += *other - at;
    at = *other + 1;
    counts.take(tokens, *other);
    if (counts.sentence_inside || counts.longest > kItemWords) break;  // no list, whatever follows
  }
  counts.item_words += line.last - at;
  return kind_of(tokens, line, counts);
}

}  // namespace skillfit
