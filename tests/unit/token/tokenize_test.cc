#include <doctest/doctest.h>
#include <unicode/uchar.h>

#include "skillfit/token.h"
#include "token/characters.h"
#include "token/masks.h"
#include "token/print.h"
#include "unit/text/generated_text.h"

using namespace skillfit;

namespace {

// One line a token list: words as they are, symbols and stops as what they stand for, bullets as (*), newlines as /n;
// a glued token follows a +, another a space. Numeric words stand in <>.
std::string show(const Tokens& tokens) {
  std::string out;
  for (std::uint32_t i = 0; i < tokens.size(); ++i) {
    const Token& token = tokens[i];
    if (i > 0) out += token.glued ? '~' : ' ';
    switch (token.kind) {
      case TokenKind::word:
        out += token.numeric ? "<" + std::string(tokens.word(i)) + ">" : std::string(tokens.word(i));
        break;
      case TokenKind::symbol:
        out += token.symbol();
        break;
      case TokenKind::stop:
        out += std::string("s") + token.symbol();
        break;
      case TokenKind::bullet:
        out += "(*)";
        break;
      case TokenKind::newline:
        out += "/" + std::to_string(token.value);
        break;
    }
  }
  return out;
}

std::string show(std::string_view source) {
  return show(tokenize(normalize(source)));
}

// A trade mark sign is a stop although it folds to letters; only the source tells it from them.
bool is_trademark(const Text& text, std::size_t at) {
  const auto begin = static_cast<std::uint32_t>(at);
  const std::string_view letters = text.folded().substr(at, 2);
  if (letters != "tm" && letters != "sm") return false;
  return text.to_source({begin, begin + 1}).size() == 3 && text.to_source({begin, begin + 2}).size() == 3;
}

// The contract, one code point after the other.
class SlowTokenizer {
 public:
  explicit SlowTokenizer(const Text& text) : text_(text), folded_(text.folded()) {}

  std::vector<Token> run() {
    while (at_ < folded_.size()) step();
    return tokens_;
  }

 private:
  static bool is_word(char32_t c) { return character(c).kind == CharacterKind::word; }

  bool is_seam(std::size_t at) const {
    return std::binary_search(text_.seams().begin(), text_.seams().end(), static_cast<std::uint32_t>(at));
  }

  void step() {
    const std::size_t begin = at_;
    if (is_seam(begin)) {
      Token lost;
      lost.begin = static_cast<std::uint32_t>(begin);
      lost.kind = TokenKind::newline;
      lost.value = 1;
      tokens_.push_back(lost);
      glued_ = false;
    }
    const char32_t c = decode_utf8(folded_, at_);
    const Character kind = character(c);
    if (kind.kind == CharacterKind::space) {
      glued_ = false;
    } else if (kind.kind == CharacterKind::newline) {
      newline(begin, c);
    } else if (is_trademark(text_, begin)) {
      ++at_;
      other(begin, c, {CharacterKind::stop, 0});
    } else if (is_word(c)) {
      word(begin, c);
    } else {
      other(begin, c, kind);
    }
  }

  void newline(std::size_t begin, char32_t c) {
    if (c == '\r' && at_ < folded_.size() && folded_[at_] == '\n') ++at_;
    if (tokens_.empty() || tokens_.back().kind != TokenKind::newline) {
      Token token;
      token.begin = static_cast<std::uint32_t>(begin);
      token.kind = TokenKind::newline;
      tokens_.push_back(token);
    }
    Token& token = tokens_.back();
    token.size = static_cast<std::uint16_t>(std::min<std::size_t>(at_ - token.begin, 65535));
    token.value = static_cast<std::uint8_t>(std::min(token.value + 1, 255));
    glued_ = false;
    line_begins_ = true;
  }

  void word(std::size_t begin, char32_t first) {
    std::size_t next = at_;
    while (at_ < folded_.size() && !is_trademark(text_, at_) && is_word(decode_utf8(folded_, next)) &&
           next - begin <= 65535 && (at_ == begin || !is_seam(at_))) {
      at_ = next;
    }
    Token token;
    token.numeric = true;
    for (std::size_t i = begin; i < at_; ++i) token.numeric = token.numeric && folded_[i] >= '0' && folded_[i] <= '9';
    if (line_begins_ && first == 'o' && at_ == begin + 1 && space_follows()) {
      token.kind = TokenKind::bullet;
      token.numeric = false;
    }
    add(begin, token);
  }

  void other(std::size_t begin, char32_t c, Character kind) {
    const bool is_symbol = kind.kind == CharacterKind::symbol || kind.kind == CharacterKind::dash;
    Token token;
    token.kind = is_symbol ? TokenKind::symbol : TokenKind::stop;
    token.value = kind.value;
    const bool strong = kind.kind == CharacterKind::bullet || kind.kind == CharacterKind::dash;
    const bool weak = c == '*' || (kind.kind == CharacterKind::symbol && token.symbol() == '-');
    if (line_begins_ && (strong || (weak && space_follows()))) {
      token.kind = TokenKind::bullet;
      token.value = 0;
    }
    add(begin, token);
  }

  void add(std::size_t begin, Token token) {
    token.begin = static_cast<std::uint32_t>(begin);
    token.size = static_cast<std::uint16_t>(at_ - begin);
    token.glued = glued_;
    tokens_.push_back(token);
    glued_ = true;
    line_begins_ = false;
  }

  bool space_follows() const {
    std::size_t at = at_;
    return at < folded_.size() && character(decode_utf8(folded_, at)).kind == CharacterKind::space;
  }

  const Text& text_;
  std::string_view folded_;
  std::size_t at_ = 0;
  bool glued_ = false;
  bool line_begins_ = true;
  std::vector<Token> tokens_;
};

bool same(const Token& a, const Token& b) {
  return a.begin == b.begin && a.size == b.size && a.kind == b.kind && a.glued == b.glued && a.numeric == b.numeric &&
         a.value == b.value;
}

// What is wrong with the tokens, judged by the slow tokeniser and by what every token list must keep.
std::string fault_of(const Tokens& tokens) {
  const std::string_view folded = tokens.text().folded();
  const std::vector<Token> slow = SlowTokenizer(tokens.text()).run();
  if (tokens.size() != slow.size()) return "other number of tokens";
  std::size_t at = 0;
  std::vector<std::uint32_t> others;
  for (std::uint32_t i = 0; i < tokens.size(); ++i) {
    if (!same(tokens[i], slow[i])) return "token " + std::to_string(i) + " differs";
    if (tokens.print(i) != print_of(tokens.word(i))) return "print " + std::to_string(i) + " differs";
    if (slow[i].kind != TokenKind::word || slow[i].numeric) others.push_back(i);
    const bool lost = tokens[i].kind == TokenKind::newline && tokens[i].size == 0;
    if ((tokens[i].size == 0 && !lost) || tokens[i].begin < at) return "tokens out of order";
    while (at < tokens[i].begin) {
      const CharacterKind kind = character(decode_utf8(folded, at)).kind;
      if (kind != CharacterKind::space && kind != CharacterKind::newline) return "a character in no token";
    }
    at = tokens[i].span().end;
  }
  return tokens.others() == others ? "" : "the tokens that are no words with a letter";
}

}  // namespace

TEST_CASE("tokenize keeps names whole and says what is glued") {
  struct Case {
    std::string input, expected;
  };
  const Case cases[] = {
      {"", ""},
      {"   \t ", ""},
      {"C++", "c~+~+"},
      {"C#, .NET", "c~#~s, .~net"},
      {"Node.js", "node~.~js"},
      {"CI/CD", "ci~/~cd"},
      {"R&D", "r~&~d"},
      {"C++17", "c~+~+~<17>"},
      {"A/B testing", "a~/~b testing"},
      {"k8s html5 3D", "k8s html5 3d"},
      {"Bachelor's", "bachelor~'~s"},
      {"Bachelor’s", "bachelor~'~s"},
      {"“Agile”", "s\"~agile~s\""},
      {"problem-solving pre–sales e‑mail", "problem~-~solving pre~-~sales e~-~mail"},
      {"ann.lee@example.org", "ann~.~lee~@~example~.~org"},
      {"https://example.org/cv_1?x=2", "https~s:~/~/~example~.~org~/~cv~_~<1>~s?~x~s=~<2>"},
      {"06/2019 - 12/2021", "<06>~/~<2019> - <12>~/~<2021>"},
      {"a|b {c} ~ `d` ^ 5% $6", "a~s|~b s{~c~s} s~ s`~d~s` s^ <5>~s% s$~<6>"},
      {"3,5 (x) [y]; z!", "<3>~s,~<5> s(~x~s) s[~y~s]~s; z~s!"},
      {"\\ \x01 \x7F", "s\\ s  s\x7F"},
      {"…", ".~.~."},
      {"Java™ SAFe℠, ™ 365™ ™™tm™x", "java~s  safe~s ~s, s  <365>~s  s ~s ~tm~s ~x"},
      {"ＴＭ tm Tm", "tm tm tm"},
      {"Straße, ﬁnance", "strasse~s, finance"},
      {"ＪＡＶＡ＋＋", "java~+~+"},
      {"re\u0301sume\u0301", "résumé"},
      {"x\u0323\u0301y", "x\u0323\u0301y"},
      {"Ｃ＋＋、Ｊａｖａ", "c~+~+~s,~java"},
      {"Программист 1С", "программист 1с"},
      {"مهندس برمجيات، ٣", "مهندس برمجيات~s, ٣"},
      {"שָׁלוֹם־עולם", "שָׁלוֹם~-~עולם"},
      {"हिन्दी भाषा", "हिन्दी भाषा"},
      {"软件工程师。Java", "软件工程师~s ~java"},
      {"\u1112\u1161\u11AB\u1100\u1173\u11AF", "한글"},
      {"👩\u200D💻 dev", "s ~s  dev"},
      {"Java\u00ADScript Py\u200Bthon", "javascript python"},
      {"a\u00A0b\u202Fc\u3000d\u1680e", "a b c d e"},
      {"Aİı", "ai\u0307ı"},
  };
  for (const Case& c : cases) {
    CAPTURE(c.input);
    CHECK(show(c.input) == c.expected);
  }
}

TEST_CASE("bullets stand at the start of a line") {
  struct Case {
    std::string input, expected;
  };
  const Case cases[] = {
      {"• Java", "(*) java"},
      {"\uFEFF•Java", "(*)~java"},
      {"  ‣ a\n\t◦ b\n▪ c\n· d\n– e\n—f", "(*) a /1 (*) b /1 (*) c /1 (*) d /1 (*) e /1 (*)~f"},
      {"* a\n- b\no c", "(*) a /1 (*) b /1 (*) c"},
      {"*\ta\n-\u00A0b", "(*) a /1 (*) b"},
      {"*a\n-b\noc\no", "*~a /1 -~b /1 oc /1 o"},
      {"-\nx", "- /1 x"},
      {"‐ a ‐b", "(*) a -~b"},
      {"✓ a ➢ b", "(*) a s* b"},
      {"\uF0B7 a", "(*) a"},
      {"\u0095 a \u0096 b\u0092s", "(*) a - b~'~s"},
      {"• • a", "(*) s* a"},
      {"Java • C++ · Go", "java s* c~+~+ s* go"},
      {"a - b * c", "a - b * c"},
      {"word o word", "word o word"},
      {"+ a\n. b\n# c", "+ a /1 . b /1 # c"},
      {"☃ a", "s  a"},
  };
  for (const Case& c : cases) {
    CAPTURE(c.input);
    CHECK(show(c.input) == c.expected);
  }
}

TEST_CASE("line ends in a row are one token that counts them") {
  struct Case {
    std::string input, expected;
  };
  const Case cases[] = {
      {"a\nb", "a /1 b"},
      {"a\r\nb", "a /1 b"},
      {"a\rb", "a /1 b"},
      {"a\r\r\nb", "a /2 b"},
      {"a\n\rb", "a /2 b"},
      {"\uFEFFa\r\n \t\r\n\r\nb\r\n", "a /3 b /1"},
      {"\n\na", "/2 a"},
      {"a\vb\fc\u0085d\u2028e\u2029f", "a /1 b /1 c /1 d /1 e /1 f"},
      {"a \u2028 \n b", "a /2 b"},
      {"a\u00ADb \u00AD\nc", "ab /1 c"},
      {std::string(300, '\n'), "/255"},
  };
  for (const Case& c : cases) {
    CAPTURE(c.input);
    CHECK(show(c.input) == c.expected);
  }
}

TEST_CASE("spans of tokens lead back to the source") {
  const std::string source = "\uFEFF• ＪＡＶＡ and Node\u00AD.JS";
  const Tokens tokens = tokenize(normalize(source));
  REQUIRE(show(tokens) == "(*) java and node~.~js");
  CHECK(slice(source, tokens.source_span({1, 2})) == "ＪＡＶＡ");
  CHECK(slice(source, tokens.source_span({3, 6})) == "Node\u00AD.JS");
  CHECK(slice(source, tokens.source_span({3, 4})) == "Node");
  CHECK(slice(tokens.text().folded(), tokens.folded_span({3, 6})) == "node.js");
}

TEST_CASE("words and gaps longer than a token can say") {
  for (const std::uint32_t size : {65534u, 65535u, 65536u, 65600u, 131070u, 131071u, 200000u}) {
    for (const std::string unit : {"a", "7", "é", "語"}) {
      std::string text = "x ";
      while (text.size() < size + 2) text += unit;
      CAPTURE(size);
      CAPTURE(unit);
      CHECK(fault_of(tokenize(normalize(text + " 1"))) == "");
      CHECK(fault_of(tokenize(normalize(text + "1a 1"))) == "");
    }
    CHECK(fault_of(tokenize(normalize("a\n" + std::string(size, ' ') + "\nb"))) == "");
  }
}

TEST_CASE("whatever stands where a block ends") {
  const std::vector<std::string> units = {"a", "7", "7a", "é", "語", "’", "• ", "\n", "\u2028", " ", "+"};
  for (const std::string& unit : units) {
    for (std::size_t before = 0; before < 70; ++before) {
      for (std::size_t size = 0; size < 140; size += 1 + size / 8) {
        std::string text(before, before % 2 == 0 ? 'b' : '.');
        if (before % 3 == 0) text += ' ';
        while (text.size() < before + size) text += unit;
        const std::string fault = fault_of(tokenize(normalize(text + ". 12 x\n8")));
        if (fault.empty()) continue;
        INFO(text);
        FAIL(fault);
      }
    }
  }
}

TEST_CASE("the two ways to classify a block agree, and with the character table") {
  testing::Random random(11);
  for (int round = 0; round < 20'000; ++round) {
    char block[64];
    for (char& byte : block) byte = static_cast<char>(random.one_in(4) ? random.below(256) : random.below(128));
    REQUIRE(classify_block(block) == classify_block_portable(block));
  }
  for (unsigned byte = 0; byte < 128; ++byte) {
    char block[64] = {};
    block[9] = static_cast<char>(byte);
    const Masks masks = classify_block(block);
    const auto has = [](std::uint64_t mask) { return (mask >> 9 & 1) != 0; };
    const CharacterKind kind = character(byte).kind;
    CHECK(has(masks.letters | masks.digits) == (kind == CharacterKind::word));
    CHECK(has(masks.spaces) == (kind == CharacterKind::space));
    CHECK(has(masks.newlines) == (kind == CharacterKind::newline));
    CHECK(has(masks.high) == false);
  }
}

TEST_CASE("characters outside ASCII are what Unicode says, but for typography") {
  std::uint32_t overruled = 0;
  for (char32_t c = 0x80; c <= 0x10FFFF; ++c) {
    if (c >= 0xD800 && c < 0xE000) continue;
    const auto code_point = static_cast<UChar32>(c);
    const bool word = u_isalnum(code_point) || (U_GET_GC_MASK(code_point) & U_GC_M_MASK) != 0;
    const CharacterKind kind = character(c).kind;
    if (word != (kind == CharacterKind::word)) ++overruled;
    if (u_isUWhiteSpace(code_point)) CHECK((kind == CharacterKind::space || kind == CharacterKind::newline));
  }
  CHECK(overruled == 4);  // modifier letters that people type for an apostrophe
}

TEST_CASE("only the two signs are taken for signs") {
  std::string found;
  for (char32_t c = 0x80; c < 0x10000; ++c) {
    if (c >= 0xD800 && c < 0xE000) continue;
    std::string source;
    append_utf8(source, c);
    const Tokens tokens = tokenize(normalize(source));
    if (tokens.size() == 1 && tokens[0].kind == TokenKind::stop && u_isalnum(tokens.word(0)[0])) found += source;
  }
  CHECK(found == "℠™");
}

TEST_CASE("tokenize agrees with the slow tokeniser on generated text") {
  testing::Random random(42);
  const std::vector<std::string> pieces = {" ",      "  ", "\n", "\r\n", "\r", "\t",     "-", "- ", "* ",     "o ",
                                           "•",      "– ", "+",  "#",    ".",  "17",     "a", "é",  "\u2028", "’",
                                           "\u0301", "語", "™",  "℠",    "👩",  "\u00A0", ",", "|",  "0x1F"};
  for (int round = testing::rounds(100'000); round > 0; --round) {
    std::string source;
    for (std::uint32_t left = random.below(40); left > 0; --left) {
      if (random.one_in(3)) source += testing::random_text(random, 3);
      source += random.pick(pieces);
    }
    const std::string fault = fault_of(tokenize(normalize(source)));
    if (fault.empty()) continue;
    INFO(source);
    FAIL(fault);
  }
}
