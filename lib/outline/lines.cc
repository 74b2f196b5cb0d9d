// One loop over all tokens, the only one here that sees every one of them: it cuts lines at newlines, tells lists and
// items from prose by their separators, and notes where a year, a mark, a word of time or a degree can be.
#include "outline/lines.h"

#include <array>

namespace skillfit {
namespace {

constexpr std::uint32_t kItemWords = 4;  // the longest item of a list
constexpr std::uint32_t kPairWords = 3;  // the longest item when there are only two

// The first kTimeWords speak of time, the others to a reader.
constexpr std::array<std::string_view, 10> kOwnWords = {"years", "year", "yrs",  "yr", "months",
                                                        "month", "you",  "your", "we", "our"};
constexpr std::ptrdiff_t kTimeWords = 6;

// What is counted inside one line.
struct Counts {
  std::uint32_t separators = 0, item_words = 0, longest = 0;
  bool sentence_inside = false;

  void end_item() {
    longest = std::max(longest, item_words);
    item_words = 0;
  }
};

bool ends_sentence(const Tokens& tokens, std::uint32_t dot) {
  return dot + 1 == tokens.size() || !tokens[dot + 1].glued;
}

// Counts token i, which is no word.
void count(const Tokens& tokens, std::uint32_t i, Counts& counts) {
  const Token token = tokens[i];
  switch (token.symbol()) {
    case '.':
      if (token.kind != TokenKind::symbol || !ends_sentence(tokens, i)) return;
      counts.sentence_inside |= i + 1 < tokens.size() && tokens[i + 1].kind != TokenKind::newline;
      return;
    case ':':
      return counts.end_item();
    case ',':
    case ';':
    case '|':
    case '*':  // a bullet inside the line
    case ' ':  // another mark outside ASCII
      if (token.kind != TokenKind::stop) return;
      ++counts.separators;
      return counts.end_item();
    default:
      return;
  }
}

// "• text", "1. text", "2) text".
bool begins_item(const Tokens& tokens, TokenSpan line) {
  if (line.empty()) return false;
  if (tokens[line.first].kind == TokenKind::bullet) return true;
  if (line.size() < 3 || !tokens[line.first].numeric || tokens[line.first].size > 2) return false;
  const char mark = tokens[line.first + 1].symbol();
  return (mark == '.' || mark == ')') && tokens[line.first + 1].glued && !tokens[line.first + 2].glued;
}

LineKind kind_of(const Tokens& tokens, TokenSpan line, Counts counts) {
  counts.end_item();
  const bool list = (counts.separators >= 2 && counts.longest <= kItemWords) ||
                    (counts.separators == 1 && counts.longest <= kPairWords);
  if (list && !counts.sentence_inside && counts.longest > 0) return LineKind::list;
  return begins_item(tokens, line) ? LineKind::item : LineKind::text;
}

// Reads line after line, token by token. Everything here runs for every token of every document.
class LineReader {
 public:
  LineReader(const Reading& in, Scan& scan)
      : tokens_(in.tokens),
        starts_(in.lexicon.starts_of(CueFamily::degree)),
        text_(in.tokens.text().folded().data()),
        scan_(scan) {
    for (const std::string_view word : kOwnWords) starts_.add(word);
  }

  // The line from `first` to the next newline or `limit`.
  ScannedLine read(std::uint32_t first, std::uint32_t limit) {
    const std::size_t years = scan_.years.size();
    Counts counts;
    std::uint32_t i = first;
    for (; i < limit; ++i) {
      const Token token = tokens_[i];
      if (token.kind == TokenKind::word) {
        ++counts.item_words;
        const char* word = text_ + token.begin;
        if (starts_.may_hold(word, token.size)) [[unlikely]]
          note_word({word, token.size}, i);
        if (token.numeric && token.size == 4 && (*word == '1' || *word == '2')) scan_.years.push_back(i);
      } else if (token.kind == TokenKind::newline) {
        break;
      } else {
        if (token.kind == TokenKind::symbol) note_symbol(token, i);
        if (token.kind == TokenKind::stop && is_mark(token)) scan_.marks.push_back(i);
        count(tokens_, i, counts);
      }
    }
    return {{first, i}, kind_of(tokens_, {first, i}, counts), scan_.years.size() > years};
  }

 private:
  static bool is_mark(Token token) {
    const char c = token.symbol();
    return c == ':' || c == '?' || c == '!' || c == ';';
  }

  void note_word(std::string_view word, std::uint32_t i) {
    scan_.degree_starts.push_back(i);
    const auto* own = std::find(kOwnWords.begin(), kOwnWords.end(), word);
    if (own == kOwnWords.end()) return;
    if (own - kOwnWords.begin() < kTimeWords)
      scan_.time_words.push_back(i);
    else
      ++scan_.address;
  }

  void note_symbol(Token token, std::uint32_t i) {
    const char c = token.symbol();
    if (c == '.') {
      if (ends_sentence(tokens_, i)) scan_.marks.push_back(i);
    } else if ((c == '\'' || c == '/') && i + 1 < tokens_.size() && tokens_[i + 1].numeric &&
               tokens_[i + 1].size == 2) {
      if (c == '\'' || (i > 0 && tokens_[i - 1].numeric)) scan_.years.push_back(i + 1);
    }
  }

  const Tokens& tokens_;
  WordFilter starts_;  // of degrees and of the words wanted here: one question for most words
  const char* text_;
  Scan& scan_;
};

}  // namespace

Scan scan_lines(const Reading& in) {
  Scan scan;
  const std::uint32_t size = in.tokens.size();
  scan.lines.reserve(size / 12 + 4);
  scan.marks.reserve(size / 16 + 4);
  scan.degree_starts.reserve(size / 16 + 4);
  LineReader reader(in, scan);
  for (std::uint32_t i = 0; i < size; ++i) {
    if (in.tokens[i].kind == TokenKind::newline) continue;
    scan.lines.push_back(reader.read(i, size));
    i = scan.lines.back().tokens.last;
  }
  return scan;
}

LineKind kind_of(const Tokens& tokens, TokenSpan line) {
  Counts counts;
  for (std::uint32_t i = line.first; i < line.last; ++i) {
    if (tokens[i].kind == TokenKind::word)
      ++counts.item_words;
    else
      count(tokens, i, counts);
  }
  return kind_of(tokens, line, counts);
}

}  // namespace skillfit
