// One loop over all tokens, the only one here that sees every one of them: it cuts lines at newlines, tells lists and
// items from prose by their separators, and notes which lines hold a year, a colon or a word of time.
#include "outline/lines.h"

namespace skillfit {
namespace {

constexpr std::uint32_t kItemWords = 4;  // the longest item of a list
constexpr std::uint32_t kPairWords = 3;  // the longest item when there are only two

// Reads line after line, token by token. Everything here runs for every token of every document.
class LineReader {
 public:
  LineReader(const Reading& in, Scan& scan)
      : tokens_(in.tokens),
        starts_(in.lexicon.starts_of(CueFamily::degree)),
        text_(in.tokens.text().folded().data()),
        scan_(scan) {}

  // From `first` to the next newline or `limit`; returns where that is.
  std::uint32_t read(std::uint32_t first, std::uint32_t limit) {
    first_ = first;
    separators_ = item_words_ = longest_ = 0;
    sentence_inside_ = false;
    traits_ = {};
    std::uint32_t i = first;
    for (; i < limit; ++i) {
      const Token token = tokens_[i];
      if (token.kind == TokenKind::word) {
        ++item_words_;
        token.numeric ? number(token, i) : word(token, i);
      } else if (token.kind == TokenKind::symbol) {
        symbol(token, i);
      } else if (token.kind == TokenKind::stop) {
        stop(token);
      } else if (token.kind == TokenKind::newline) {
        break;
      }
    }
    end_item();
    last_ = i;
    return i;
  }

  ScannedLine line() const { return {{first_, last_}, kind(), traits_}; }

 private:
  void number(Token token, std::uint32_t i) {
    const char first = text_[token.begin];
    if (token.size == 1 && starts_.may_hold({text_ + token.begin, 1}))
      scan_.degree_starts.push_back(i);  // "4 year degree"
    if (token.size == 4 && (first == '1' || first == '2')) traits_.year = true;
  }

  void word(Token token, std::uint32_t i) {
    const std::string_view word(text_ + token.begin, token.size);
    if (starts_.may_hold(word)) scan_.degree_starts.push_back(i);
    switch (word[0]) {
      case 'y':
        if (word == "years" || word == "year" || word == "yrs" || word == "yr") traits_.duration = true;
        if (word == "you" || word == "your") ++scan_.address;
        return;
      case 'm':
        if (word == "months" || word == "month") traits_.duration = true;
        return;
      case 'o':
        if (word == "our") ++scan_.address;
        return;
      case 'w':
        if (word == "we") ++scan_.address;
        return;
      default:
        return;
    }
  }

  void symbol(Token token, std::uint32_t i) {
    if (i + 1 >= tokens_.size()) return;
    const Token next = tokens_[i + 1];
    switch (token.symbol()) {
      case '.':
        sentence_inside_ |= !next.glued && next.kind != TokenKind::newline;
        return;
      case '\'':  // '18
        if (next.numeric && next.size == 2) traits_.year = true;
        return;
      case '/':  // 06/18
        if (i > first_ && tokens_[i - 1].numeric && next.numeric && next.size == 2) traits_.year = true;
        return;
      default:
        return;
    }
  }

  void stop(Token token) {
    switch (token.symbol()) {
      case ':':
        traits_.colon = true;
        return end_item();
      case '?':
        traits_.colon = true;
        return;
      case ',':
      case ';':
      case '|':
      case '*':  // a bullet inside the line
      case ' ':  // another mark outside ASCII
        ++separators_;
        return end_item();
      default:
        return;
    }
  }

  void end_item() {
    longest_ = std::max(longest_, item_words_);
    item_words_ = 0;
  }

  LineKind kind() const {
    const bool item = begins_item();
    const bool list = (separators_ >= 2 && longest_ <= kItemWords) || (separators_ == 1 && longest_ <= kPairWords);
    if (list && !sentence_inside_ && longest_ > 0) return LineKind::list;
    return item ? LineKind::item : LineKind::text;
  }

  // "• text", "1. text", "2) text".
  bool begins_item() const {
    if (first_ == last_) return false;
    if (tokens_[first_].kind == TokenKind::bullet) return true;
    if (last_ - first_ < 3 || !tokens_[first_].numeric || tokens_[first_].size > 2) return false;
    const char mark = tokens_[first_ + 1].symbol();
    return (mark == '.' || mark == ')') && tokens_[first_ + 1].glued && !tokens_[first_ + 2].glued;
  }

  const Tokens& tokens_;
  const WordFilter& starts_;
  const char* text_;
  Scan& scan_;
  std::uint32_t first_ = 0, last_ = 0;
  std::uint32_t separators_ = 0, item_words_ = 0, longest_ = 0;
  bool sentence_inside_ = false;
  Traits traits_;
};

}  // namespace

Scan scan_lines(const Reading& in) {
  Scan scan;
  const std::uint32_t size = in.tokens.size();
  scan.lines.reserve(size / 12 + 4);
  LineReader reader(in, scan);
  for (std::uint32_t i = 0; i < size; ++i) {
    if (in.tokens[i].kind == TokenKind::newline) continue;
    i = reader.read(i, size);
    scan.lines.push_back(reader.line());
  }
  return scan;
}

LineKind kind_of(const Reading& in, TokenSpan line) {
  Scan unused;
  LineReader reader(in, unused);
  reader.read(line.first, line.last);
  return reader.line().kind;
}

}  // namespace skillfit
