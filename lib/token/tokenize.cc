// Tokenising in blocks of 64 bytes. A block becomes bit masks (token/masks.h); words are runs of set bits, every other
// visible character is a token of its own, and only the bits where a token begins are visited. Characters outside ASCII
// set the bits of all their bytes first, so the rest does not know them. What crosses the end of a block is carried:
// the tail of a character, an open word, the white space before a token.
//
// Lines are closed when their newline is met: only then is it decided whether the first token was a bullet.
#include <algorithm>
#include <array>
#include <bit>
#include <cstring>
#include <limits>

#include "base/utf8.h"
#include "skillfit/token.h"
#include "token/characters.h"
#include "token/masks.h"
#include "token/print.h"
#include "token/trademark.h"

namespace skillfit {
namespace {

constexpr std::uint32_t kBlock = 64;
constexpr std::uint32_t kLongestToken = std::numeric_limits<std::uint16_t>::max();

constexpr std::uint64_t low_bits(std::uint32_t count) {
  return count >= 64 ? ~std::uint64_t{0} : (std::uint64_t{1} << count) - 1;
}

// How many bits are set from bit 0 on without a gap.
std::uint32_t run_length(std::uint64_t bits) {
  return static_cast<std::uint32_t>(std::countr_one(bits));
}

constexpr TokenKind token_kind(CharacterKind kind) {
  switch (kind) {
    case CharacterKind::word:
      return TokenKind::word;
    case CharacterKind::symbol:
    case CharacterKind::dash:
      return TokenKind::symbol;
    case CharacterKind::newline:
      return TokenKind::newline;
    default:
      return TokenKind::stop;
  }
}

// The token that begins with a given byte, as far as the byte decides it. Beyond ASCII that is a word.
constexpr auto kTokenOfByte = [] {
  std::array<Token, 256> tokens{};
  for (unsigned char byte = 0; byte < 128; ++byte) {
    const Character c = ascii_character(static_cast<char>(byte));
    tokens[byte].kind = token_kind(c.kind);
    tokens[byte].value = c.value;
  }
  return tokens;
}();

// One block: where words, gaps and single characters are.
struct Block {
  std::uint32_t base = 0;
  std::uint64_t words = 0;     // all bytes of letters, digits and marks
  std::uint64_t digits = 0;    // ASCII digits
  std::uint64_t gaps = 0;      // white space and the bytes of line ends
  std::uint64_t newlines = 0;  // first bytes of line ends
  std::uint64_t singles = 0;   // first bytes of the other characters
};

}  // namespace

class Tokenizer {
 public:
  explicit Tokenizer(Text text) {
    result_.text_ = std::move(text);
    folded_ = result_.text_.folded();
  }

  Tokens run() && {
    result_.tokens_.resize(folded_.size() / 4 + 2 * kBlock);
    for (std::uint32_t base = 0; base < folded_.size(); base += kBlock) {
      if (result_.tokens_.size() - count_ < 2 * kBlock) result_.tokens_.resize(result_.tokens_.size() * 3 / 2);
      add_block(read_block(base));
    }
    close_line();
    result_.tokens_.resize(count_);
    const std::vector<std::uint32_t> signs = result_.text_.trademarks();
    if (!signs.empty()) result_.tokens_ = split_trademarks(result_.tokens_, signs, folded_);
    take_prints();
    return std::move(result_);
  }

 private:
  Block read_block(std::uint32_t base);
  void read_characters(std::uint64_t high, Block& block);
  void add_block(const Block& block);
  void add_tokens(const Block& block, std::uint64_t starts, std::uint64_t ends);
  void widen(Token& token) const;
  void extend_word(const Block& block);
  void add_newline(std::uint32_t begin);
  void close_line();
  void take_prints();
  bool space_at(std::size_t at) const;

  Tokens result_;
  std::string_view folded_;
  std::uint32_t count_ = 0;                         // tokens so far; the vector is longer
  std::uint32_t line_first_ = 0;                    // the first token of the line
  bool open_word_ = false;                          // the last byte of the block before was part of a word
  bool open_gap_ = true;                            // ... of white space, or there is none
  CharacterKind tail_kind_ = CharacterKind::space;  // of the character that began in the block before
  std::uint32_t tail_size_ = 0;                     // and its bytes in this one
};

Block Tokenizer::read_block(std::uint32_t base) {
  char last[kBlock] = {};
  const char* bytes = folded_.data() + base;
  const auto size = static_cast<std::uint32_t>(std::min<std::size_t>(kBlock, folded_.size() - base));
  if (size < kBlock) {
    std::memcpy(last, bytes, size);
    bytes = last;
  }
  const Masks masks = classify_block(bytes);
  Block block;
  block.base = base;
  block.words = masks.letters | masks.digits;
  block.digits = masks.digits;
  block.newlines = masks.newlines;
  block.gaps = masks.spaces | masks.newlines;
  block.singles = ~(block.words | block.gaps | masks.high) & low_bits(size);
  if (masks.high) read_characters(masks.high, block);
  return block;
}

void Tokenizer::read_characters(std::uint64_t high, Block& block) {
  const auto mark = [&](CharacterKind kind, std::uint64_t bits) {
    if (kind == CharacterKind::word) block.words |= bits;
    if (kind == CharacterKind::space || kind == CharacterKind::newline) block.gaps |= bits;
    high &= ~bits;
  };
  mark(tail_kind_, low_bits(tail_size_));
  tail_size_ = 0;
  while (high) {
    const auto bit = static_cast<std::uint32_t>(std::countr_zero(high));
    std::size_t end = block.base + bit;
    const CharacterKind kind = character(decode_utf8(folded_, end)).kind;
    const auto size = static_cast<std::uint32_t>(end) - (block.base + bit);
    const std::uint64_t first = std::uint64_t{1} << bit;
    if (kind == CharacterKind::newline) block.newlines |= first;
    if (kind > CharacterKind::newline) block.singles |= first;
    mark(kind, low_bits(size) << bit);
    if (bit + size > kBlock) {
      tail_size_ = bit + size - kBlock;
      tail_kind_ = kind;
    }
  }
}

void Tokenizer::add_block(const Block& block) {
  const std::uint64_t open = open_word_;
  std::uint64_t starts = (block.words & ~(block.words << 1 | open)) | block.singles;
  std::uint64_t ends = (block.words << 1 & ~block.words) | block.singles << 1;
  if (open & block.words) {
    extend_word(block);
    ends &= ends - 1;
  }
  for (std::uint64_t newlines = block.newlines; newlines; newlines &= newlines - 1) {
    const std::uint64_t up_to = newlines ^ (newlines - 1);
    add_tokens(block, starts & up_to, ends & up_to);
    add_newline(block.base + static_cast<std::uint32_t>(std::countr_zero(newlines)));
    starts &= ~up_to;
    ends &= ~up_to;
  }
  add_tokens(block, starts, ends);
  open_word_ = block.words >> 63;
  open_gap_ = block.gaps >> 63;
}

// The hot loop. Words and single ASCII characters differ in what a table says about their first byte, not in the path.
// Starts and ends come in pairs; the last end is missing if it lies beyond the block.
void Tokenizer::add_tokens(const Block& block, std::uint64_t starts, std::uint64_t ends) {
  const std::uint32_t base = block.base;
  const std::uint64_t not_digits = ~block.digits;
  const std::uint64_t after_gap = block.gaps << 1 | std::uint64_t{open_gap_};
  const char* const bytes = folded_.data() + base;
  Token* next = result_.tokens_.data() + count_;
  for (; starts; starts &= starts - 1, ends &= ends - 1) {
    const std::uint64_t start = starts & -starts;
    const std::uint64_t covered = (ends & -ends) - start;
    const auto bit = static_cast<std::uint32_t>(std::countr_zero(starts));
    const auto byte = static_cast<unsigned char>(bytes[bit]);
    Token token;
    token.begin = base + bit;
    token.size = static_cast<std::uint16_t>(std::popcount(covered));
    token.kind = kTokenOfByte[byte].kind;
    token.glued = !(after_gap & start);
    token.numeric = !(covered & not_digits);
    token.value = kTokenOfByte[byte].value;
    *next = token;
    if (byte >= 0x80 && (block.singles & start)) widen(*next);
    ++next;
  }
  count_ = static_cast<std::uint32_t>(next - result_.tokens_.data());
}

// A character beyond ASCII that is not part of a word: its first byte does not say what it is.
void Tokenizer::widen(Token& token) const {
  std::size_t end = token.begin;
  const Character c = character(decode_utf8(folded_, end));
  token.size = static_cast<std::uint16_t>(end - token.begin);
  token.kind = token_kind(c.kind);
  token.value = c.value;
}

// The word that ended the block before goes on.
void Tokenizer::extend_word(const Block& block) {
  const std::uint32_t more = run_length(block.words);
  Token& word = result_.tokens_[count_ - 1];
  word.numeric = word.numeric && run_length(block.digits) >= more;
  if (word.size + more <= kLongestToken) {
    word.size = static_cast<std::uint16_t>(word.size + more);
    return;
  }
  const auto cut = static_cast<std::uint32_t>(utf8_floor(folded_, word.begin + kLongestToken));
  Token rest;
  rest.begin = cut;
  rest.size = static_cast<std::uint16_t>(word.begin + word.size + more - cut);
  rest.glued = true;
  word.size = static_cast<std::uint16_t>(cut - word.begin);
  word.numeric = all_digits(slice(folded_, word.span()));
  rest.numeric = all_digits(slice(folded_, rest.span()));
  result_.tokens_[count_++] = rest;
}

void Tokenizer::add_newline(std::uint32_t begin) {
  std::size_t end = begin;
  decode_utf8(folded_, end);
  const bool second_of_crlf = folded_[begin] == '\n' && begin > 0 && folded_[begin - 1] == '\r';
  if (count_ == 0 || count_ > line_first_) {
    close_line();
    Token token;
    token.begin = begin;
    token.kind = TokenKind::newline;
    result_.tokens_[count_++] = token;
    line_first_ = count_;
  }
  Token& newline = result_.tokens_[count_ - 1];
  newline.size = static_cast<std::uint16_t>(std::min<std::size_t>(end - newline.begin, kLongestToken));
  if (!second_of_crlf && newline.value < 255) ++newline.value;
}

void Tokenizer::close_line() {
  if (line_first_ >= count_) return;
  Token& token = result_.tokens_[line_first_];
  const char first = folded_[token.begin];
  if (static_cast<unsigned char>(first) < 0x80 && first != '*' && first != '-' && first != 'o') return;
  std::size_t end = token.begin;
  const char32_t c = decode_utf8(folded_, end);
  const CharacterKind kind = character(c).kind;
  const bool weak = c == '*' || c == 'o' || (kind == CharacterKind::symbol && token.symbol() == '-');
  const bool is_bullet = kind == CharacterKind::bullet || kind == CharacterKind::dash ||
                         (weak && end == token.begin + token.size && space_at(end));
  if (!is_bullet) return;
  token.kind = TokenKind::bullet;
  token.value = 0;
}

bool Tokenizer::space_at(std::size_t at) const {
  return at < folded_.size() && character(decode_utf8(folded_, at)).kind == CharacterKind::space;
}

// What is no other is overwritten: no branch to mispredict.
void Tokenizer::take_prints() {
  const std::vector<Token>& tokens = result_.tokens_;
  std::vector<std::uint32_t>& others = result_.others_;
  result_.prints_.resize(tokens.size());
  others.resize(tokens.size() + 1);
  std::uint32_t count = 0;
  for (std::uint32_t i = 0; i < tokens.size(); ++i) {
    const Token token = tokens[i];
    result_.prints_[i] = word_print(folded_.data() + token.begin, token.size);
    others[count] = i;
    count += static_cast<unsigned>(token.kind != TokenKind::word) | token.numeric;
  }
  others.resize(count);
}

Tokens tokenize(Text text) {
  return Tokenizer(std::move(text)).run();
}

}  // namespace skillfit
