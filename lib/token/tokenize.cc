// Tokenising in blocks of up to 60 bytes. A block becomes bit masks (token/masks.h); words are runs of set bits, every
// other visible character is a token of its own, and only the bits where a token begins are visited. Characters outside
// ASCII set the bits of all their bytes first, so the rest does not know them. A block ends where its last word begins,
// so that no token crosses into the next one, unless a word is longer than a block.
//
// Line ends are tokens like the others first, one for all that nothing stands between. When the next one is met it is
// decided whether its line began with a bullet.
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
#include "token/split.h"

namespace skillfit {
namespace {

constexpr std::uint32_t kBlock = 60;  // bytes; a mask has bits for 64
constexpr int kStep = 4;              // tokens
constexpr std::uint32_t kLongestToken = std::numeric_limits<std::uint16_t>::max();

constexpr std::uint64_t low_bits(std::uint32_t count) {  // REQUIRES: count < 64
  return (std::uint64_t{1} << count) - 1;
}
constexpr std::uint64_t kBehind = ~low_bits(kBlock + 1);  // where a step may go too far
static_assert(std::popcount(kBehind) >= kStep - 1);

constexpr std::uint64_t lowest(std::uint64_t bits) {
  return bits & -bits;
}
// Its number. REQUIRES: bits != 0.
std::uint64_t lowest_place(std::uint64_t bits) {
  if (bits == 0) __builtin_unreachable();
  return static_cast<std::uint64_t>(std::countr_zero(bits));
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

// The token that begins with a given byte, as far as the byte decides it; beyond ASCII that is a word. First those that
// stand apart from the token before, then those that are glued to it.
constexpr auto kTokens = [] {
  std::array<std::array<Token, 256>, 2> tokens{};
  for (std::size_t byte = 0; byte < 128; ++byte) {
    const Character c = ascii_character(static_cast<char>(byte));
    tokens[0][byte].kind = token_kind(c.kind);
    tokens[0][byte].value = c.value;
  }
  tokens[1] = tokens[0];
  for (Token& token : tokens[1]) token.glued = true;
  return tokens;
}();

// One block: where words, gaps and single characters are. No bits behind `size`.
struct Block {
  std::uint32_t base = 0, size = 0;
  std::uint64_t words = 0;        // all bytes of letters, digits and marks
  std::uint64_t digits = 0;       // ASCII digits
  std::uint64_t newlines = 0;     // first bytes of line ends
  std::uint64_t singles = 0;      // first bytes of the other characters that are no white space
  std::uint64_t single_ends = 0;  // the bytes behind them
  std::uint64_t wide = 0;         // those of them that are not ASCII
};

// Where tokens begin in a block, and the bytes behind them; in pairs.
struct Edges {
  std::uint64_t starts = 0, ends = 0;

  // The token that holds a byte, as the number of tokens that begin before it. REQUIRES: one does.
  std::uint32_t token_at(std::uint64_t bit) const {
    return static_cast<std::uint32_t>(std::popcount(starts & (bit ^ (bit - 1)))) - 1;
  }
};

// The line ends that follow a token and not another line end. `after_token`: what stands before the block is no line
// end. From behind each token a bit is carried over what is none; where it comes out begins the next token or line end.
std::uint64_t first_newlines(std::uint64_t newlines, std::uint64_t starts, bool after_token) {
  const std::uint64_t from = starts << 1 | std::uint64_t{after_token};
  const std::uint64_t over = ~(starts | newlines);
  return newlines & (((from & over) + over) | from);
}

// Where words of digits end. From the start of each word that begins with one a bit is carried over all digits.
std::uint64_t number_ends(const Block& block, std::uint64_t starts) {
  return ((starts & block.digits) + block.digits) & ~block.words;
}

}  // namespace

class Tokenizer {
 public:
  explicit Tokenizer(Text text) {
    result_.text_ = std::move(text);
    folded_ = result_.text_.folded();
  }

  Tokens run() && {
    resize(folded_.size() / 5 + 2 * kBlock);
    for (std::uint32_t base = 0; base < folded_.size();) {
      if (result_.tokens_.size() - count_ < 2 * kBlock) resize(result_.tokens_.size() * 3 / 2);
      const Block block = read_block(base);
      add_block(block);
      base += block.size;
    }
    close_line(count_);
    resize(count_);
    result_.others_.resize(others_);
    split_words();
    if (stale_) note_all_others();
    return std::move(result_);
  }

 private:
  Block read_block(std::uint32_t base) const;
  void read_characters(std::uint64_t high, Block& block) const;
  void add_block(const Block& block);
  void add_tokens(const Block& block, Edges edges);
  void widen(const Block& block, const Edges& edges);
  void note_others(std::uint64_t others, const Edges& edges);
  void extend_word(const Block& block);
  void add_newlines(const Block& block, const Edges& edges);
  void close_line(std::uint32_t end);
  void split_words();
  void note_all_others();
  bool space_at(std::size_t at) const;
  void resize(std::size_t size) {
    result_.tokens_.resize(size);
    result_.prints_.resize(size);
    result_.others_.resize(size);
  }
  void take_print(std::uint32_t i) {
    const Token token = result_.tokens_[i];
    result_.prints_[i] = word_print(folded_.data() + token.begin, token.size);
  }
  bool after_newline() const { return line_first_ > 0 && line_first_ == count_; }

  Tokens result_;
  std::string_view folded_;
  std::uint32_t count_ = 0;       // tokens so far; the vectors are longer
  std::uint32_t others_ = 0;      // how many of them are no words with a letter
  bool stale_ = false;            // that has to be told again
  std::uint32_t end_ = 0;         // of the last token
  std::uint32_t line_first_ = 0;  // the first token of the line
  bool open_word_ = false;        // the last byte of the block before was part of a word
};

Block Tokenizer::read_block(std::uint32_t base) const {
  const Masks masks = classify_block(folded_.data() + base);
  Block block;
  block.base = base;
  block.size = static_cast<std::uint32_t>(std::min<std::size_t>(kBlock, folded_.size() - base));
  block.words = masks.letters | masks.digits;
  block.newlines = masks.newlines;
  block.singles = ~(block.words | masks.spaces | masks.newlines | masks.high) & low_bits(block.size);
  block.single_ends = block.singles << 1;
  if (masks.high) read_characters(masks.high, block);
  if (base + block.size < folded_.size()) {
    const auto open = static_cast<std::uint32_t>(std::countl_one(block.words << (64 - block.size)));
    block.size -= open < block.size ? open : 0;
  }
  const std::uint64_t inside = low_bits(block.size);
  block.words &= inside;
  block.digits = masks.digits & inside;
  block.newlines &= inside;
  return block;
}

// A character that does not lie in the block as a whole belongs to the next one.
void Tokenizer::read_characters(std::uint64_t high, Block& block) const {
  while (high) {
    const auto bit = static_cast<std::uint32_t>(std::countr_zero(high));
    std::size_t end = block.base + bit;
    const CharacterKind kind = character(decode_utf8(folded_, end)).kind;
    const auto size = static_cast<std::uint32_t>(end) - (block.base + bit);
    if (bit + size > kBlock) {
      block.size = std::min(block.size, bit);
      return;
    }
    const std::uint64_t first = lowest(high), behind = first << size;
    high &= ~(behind - first);
    if (kind == CharacterKind::word) block.words |= behind - first;
    if (kind == CharacterKind::newline) block.newlines |= first;
    if (kind <= CharacterKind::newline) continue;
    block.singles |= first;
    block.single_ends |= behind;
    block.wide |= first;
  }
}

void Tokenizer::add_block(const Block& block) {
  const std::uint64_t open = open_word_;
  Edges edges{(block.words & ~(block.words << 1 | open)) | block.singles,
              (block.words << 1 & ~block.words) | block.single_ends};
  if (open & block.words) {
    extend_word(block);
    edges.ends &= edges.ends - 1;
  }
  const std::uint64_t newlines = first_newlines(block.newlines, edges.starts, !after_newline());
  edges.starts |= newlines;
  edges.ends |= newlines << 1;
  const std::uint64_t numbers = number_ends(block, edges.starts);
  add_tokens(block, edges);
  for (std::uint64_t left = numbers; left; left &= left - 1) {
    result_.tokens_[count_ + edges.token_at(lowest(left) >> 1)].numeric = true;
  }
  note_others(block.singles | newlines | numbers >> 1, edges);
  if (block.wide) widen(block, edges);
  if (block.newlines) add_newlines(block, edges);
  count_ += static_cast<std::uint32_t>(std::popcount(edges.starts));
  if (edges.ends) end_ = block.base + 63 - static_cast<std::uint32_t>(std::countl_zero(edges.ends));
  open_word_ = block.words >> (block.size - 1) & 1;
}

// The hot loop. Words, single characters and line ends differ in what a table says about their first byte, not in the
// path. It goes in steps of several tokens: what the last one adds too many is overwritten later, and the end of the
// loop is easier to foresee.
void Tokenizer::add_tokens(const Block& block, Edges edges) {
  const char* const bytes = folded_.data() + block.base;
  Token* token = result_.tokens_.data() + count_;
  std::uint32_t* print = result_.prints_.data() + count_;
  std::uint64_t before = std::uint64_t{end_} - block.base;
  int left = std::popcount(edges.starts);
  edges.starts |= kBehind;
  edges.ends |= kBehind;
  const auto add = [&] {
    const std::uint64_t begin = lowest_place(edges.starts), end = lowest_place(edges.ends), size = end - begin;
    *token = kTokens[begin == before ? 1 : 0][static_cast<unsigned char>(bytes[begin])];
    token->begin = static_cast<std::uint32_t>(block.base + begin);
    token->size = static_cast<std::uint16_t>(size);
    *print = word_print(load_word(bytes + begin) & kLetterMasks[size], size);
    before = end;
    ++token, ++print;
    edges.starts &= edges.starts - 1;
    edges.ends &= edges.ends - 1;
  };
  for (; left > 0; left -= kStep) add(), add(), add(), add();
}

// In steps, too.
void Tokenizer::note_others(std::uint64_t others, const Edges& edges) {
  std::uint32_t* other = result_.others_.data() + others_;
  auto left = std::popcount(others);
  others_ += static_cast<std::uint32_t>(left);
  const auto note = [&] {
    *other++ = count_ + edges.token_at(lowest(others));
    others &= others - 1;
  };
  for (; left > 0; left -= kStep) note(), note(), note(), note();
}

// The characters beyond ASCII that are not part of a word: their first byte does not say what they are.
void Tokenizer::widen(const Block& block, const Edges& edges) {
  for (std::uint64_t wide = block.wide; wide; wide &= wide - 1) {
    Token& token = result_.tokens_[count_ + edges.token_at(lowest(wide))];
    std::size_t at = token.begin;
    const Character c = character(decode_utf8(folded_, at));
    token.kind = token_kind(c.kind);
    token.value = c.value;
  }
}

// The word that ended the block before goes on.
void Tokenizer::extend_word(const Block& block) {
  const std::uint32_t more = run_length(block.words);
  end_ = block.base + more;
  stale_ = true;
  Token& word = result_.tokens_[count_ - 1];
  word.numeric = word.numeric && run_length(block.digits) >= more;
  if (word.size + more <= kLongestToken) {
    word.size = static_cast<std::uint16_t>(word.size + more);
    return take_print(count_ - 1);
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
  take_print(count_ - 2);
  take_print(count_ - 1);
}

// The line ends of a block, whose tokens are there already.
void Tokenizer::add_newlines(const Block& block, const Edges& edges) {
  for (std::uint64_t newlines = block.newlines; newlines; newlines &= newlines - 1) {
    const auto begin = static_cast<std::uint32_t>(block.base + lowest_place(newlines));
    if (edges.starts & lowest(newlines)) {
      const std::uint32_t at = count_ + edges.token_at(lowest(newlines));
      close_line(at);
      result_.tokens_[at] = Token{begin, 0, TokenKind::newline};
      line_first_ = at + 1;
    }
    std::size_t end = begin;
    decode_utf8(folded_, end);
    const bool second_of_crlf = folded_[begin] == '\n' && begin > 0 && folded_[begin - 1] == '\r';
    Token& newline = result_.tokens_[line_first_ - 1];
    newline.size = static_cast<std::uint16_t>(std::min<std::size_t>(end - newline.begin, kLongestToken));
    if (!second_of_crlf && newline.value < 255) ++newline.value;
    take_print(line_first_ - 1);
  }
}

// The line ends before token `end`.
void Tokenizer::close_line(std::uint32_t end) {
  if (line_first_ >= end) return;
  Token& token = result_.tokens_[line_first_];
  token.glued = false;
  const char first = folded_[token.begin];
  if (static_cast<unsigned char>(first) < 0x80 && first != '*' && first != '-' && first != 'o') return;
  std::size_t behind = token.begin;
  const char32_t c = decode_utf8(folded_, behind);
  const CharacterKind kind = character(c).kind;
  const bool weak = c == '*' || c == 'o' || (kind == CharacterKind::symbol && token.symbol() == '-');
  const bool is_bullet = kind == CharacterKind::bullet || kind == CharacterKind::dash ||
                         (weak && behind == token.begin + token.size && space_at(behind));
  if (!is_bullet) return;
  stale_ = stale_ || token.kind == TokenKind::word;
  token.kind = TokenKind::bullet;
  token.value = 0;
}

bool Tokenizer::space_at(std::size_t at) const {
  return at < folded_.size() && character(decode_utf8(folded_, at)).kind == CharacterKind::space;
}

void Tokenizer::split_words() {
  const std::vector<std::uint32_t> signs = result_.text_.trademarks();
  const std::vector<std::uint32_t>& seams = result_.text_.seams();
  if (signs.empty() && seams.empty()) return;
  stale_ = true;
  if (!signs.empty()) result_.tokens_ = split_trademarks(result_.tokens_, signs, folded_);
  if (!seams.empty()) result_.tokens_ = split_seams(result_.tokens_, seams, folded_);
  result_.prints_.resize(result_.tokens_.size());
  for (std::uint32_t i = 0; i < result_.size(); ++i) take_print(i);
}

// The others of all tokens at once, for the few texts in which tokens changed after they were added.
void Tokenizer::note_all_others() {
  result_.others_.resize(result_.size() + 1);
  const Token* token = result_.tokens_.data();
  std::uint32_t* other = result_.others_.data();
  for (std::uint32_t i = 0, size = result_.size(); i < size; ++i, ++token) {
    *other = i;
    other += static_cast<unsigned>(token->kind != TokenKind::word) | token->numeric;
  }
  result_.others_.resize(static_cast<std::size_t>(other - result_.others_.data()));
}

Tokens tokenize(Text text) {
  return Tokenizer(std::move(text)).run();
}

}  // namespace skillfit
