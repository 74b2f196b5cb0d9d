// Names touch punctuation in ways that matter: "C++," is C++ in a list, "C-level" is no C, "oracle.com" is an address.
// The rules here look at the glued neighbours of a span only, so they cost nothing where white space stands.
#include "mention/boundary.h"

#include "base/utf8.h"
#include "token/few_words.h"

namespace skillfit {
namespace {

// A line at least this long that ends without punctuation is taken for wrapped prose: the next line continues it.
constexpr std::uint32_t kWrappedLineBytes = 50;
constexpr std::uint32_t kShortName = 2;      // names of so few bytes are refused next to any glued symbol
constexpr std::uint32_t kAddressReach = 24;  // tokens of a glued run that are searched for "@" and "://"

bool is_glued(const Tokens& tokens, std::uint32_t i) {
  return i < tokens.size() && tokens[i].glued;
}

// True if the run of tokens without white space around the span is a web or mail address.
bool inside_address(const Tokens& tokens, TokenSpan span) {
  std::uint32_t first = span.first;
  while (first > 0 && tokens[first].glued && span.first - first < kAddressReach) --first;
  std::uint32_t last = span.last;
  while (is_glued(tokens, last) && last - span.last < kAddressReach) ++last;
  for (std::uint32_t i = first; i < last; ++i) {
    const char symbol = tokens[i].kind == TokenKind::word ? ' ' : tokens[i].symbol();
    if (symbol == '@' && i > first && is_glued(tokens, i + 1)) return true;
    if (symbol == ':' && i + 2 < last && tokens[i + 1].symbol() == '/' && tokens[i + 2].symbol() == '/') return true;
    if (i == first && is_word(tokens, i) && tokens.word(i) == "www") return true;
  }
  return false;
}

bool is_upper(char c) {
  return c >= 'A' && c <= 'Z';
}
bool is_lower(char c) {
  return c >= 'a' && c <= 'z';
}

// "in Python.Experience with ...": a full stop whose space was lost in copying, not a dot inside a name.
bool is_lost_space(std::string_view text, const Tokens& tokens, std::uint32_t dot) {
  const SourceSpan at = tokens.source_span({dot, dot + 1});
  return at.begin >= 1 && at.end + 1 < text.size() && !is_upper(text[at.begin - 1]) && is_upper(text[at.end]) &&
         is_lower(text[at.end + 1]);
}

// Whether the glued symbol right behind the span (Document::text for the case of letters), makes the name part of
// something longer.
bool extends_right(std::string_view text, const Tokens& tokens, TokenSpan span) {
  const std::uint32_t at = span.last;
  const bool word_behind = is_word(tokens, at + 1) && tokens[at + 1].glued;
  const bool short_name = tokens.folded_span(span).size() <= kShortName;
  switch (tokens[at].symbol()) {
    case '#':
      return true;
    case '+':
      return !word_behind;
    case '.':
      return word_behind && !is_lost_space(text, tokens, at);
    case '-':
    case '&':
      return word_behind && short_name;
    case '@':
    case '_':
      return word_behind;
    default:
      return false;
  }
}

bool extends_left(std::string_view text, const Tokens& tokens, TokenSpan span) {
  const Token& before = tokens[span.first - 1];
  const bool word_before = span.first >= 2 && is_word(tokens, span.first - 2) && before.glued;
  const bool short_name = tokens.folded_span(span).size() <= kShortName;
  switch (before.symbol()) {
    case '.':
      return !is_lost_space(text, tokens, span.first - 1);
    case '@':
    case '_':
      return true;
    case '-':
    case '\'':
    case '&':
      return word_before && short_name;
    default:
      return false;
  }
}

constexpr FewWords kConjunctions = few_words({"and", "or"});

bool separates(const Tokens& tokens, std::uint32_t i) {
  const Token& token = tokens[i];
  switch (token.kind) {
    case TokenKind::newline:
    case TokenKind::bullet:
      return true;
    case TokenKind::stop:
      return token.symbol() != '"' && token.symbol() != '<' && token.symbol() != '>';
    case TokenKind::symbol: {
      const char symbol = token.symbol();
      return symbol == '/' || symbol == '&' || symbol == '*' || symbol == '-' || symbol == '.';
    }
    case TokenKind::word:
      return kConjunctions.hold(tokens, i);
  }
  return false;
}

char plain(char32_t c) {
  if (c == U'\u2018' || c == U'\u2019' || c == U'\u02BC') return '\'';
  if (c >= U'\u2010' && c <= U'\u2015') return '-';
  if (c == U'\u00A0' || c == U'\n' || c == U'\r' || c == U'\t') return ' ';
  return c < 0x80 ? static_cast<char>(c) : '\0';
}

// The bytes of a line from its line end to the one before that was not lost (text/seams.h).
std::uint32_t line_bytes(const Tokens& tokens, const Outline& outline, std::size_t line) {
  TokenSpan whole = outline.lines[line].tokens;
  for (; line > 0 && whole.first > 0 && tokens[whole.first - 1].kind == TokenKind::newline; --line) {
    if (tokens[whole.first - 1].size > 0) break;
    whole.first = outline.lines[line - 1].tokens.first;
  }
  return tokens.folded_span(whole).size();
}

// Whether a long line ends without a mark right above another of its section.
bool runs_on(const Tokens& tokens, const Outline& outline, std::size_t line) {
  const Line& upper = outline.lines[line];
  const Line& lower = outline.lines[line + 1];
  if (upper.section != lower.section || upper.tokens.empty()) return false;
  const std::uint32_t newline = upper.tokens.last;
  const bool next = newline + 1 == lower.tokens.first && tokens[newline].kind == TokenKind::newline;
  if (!next || tokens[newline].value != 1 || tokens[newline - 1].kind != TokenKind::word) return false;
  return tokens[newline].size > 0 && line_bytes(tokens, outline, line) >= kWrappedLineBytes;
}

}  // namespace

bool stands_alone(std::string_view text, const Tokens& tokens, TokenSpan span) {
  const bool touches_right = is_glued(tokens, span.last) && tokens[span.last].kind == TokenKind::symbol;
  const bool touches_left =
      span.first > 0 && tokens[span.first].glued && tokens[span.first - 1].kind == TokenKind::symbol;
  if (touches_right && extends_right(text, tokens, span)) return false;
  if (touches_left && extends_left(text, tokens, span)) return false;
  // A mark behind the name with nothing glued to it makes no address: "Java," and "(Java)".
  const bool goes_on = is_glued(tokens, span.last) && is_glued(tokens, span.last + 1);
  const bool follows = tokens[span.first].glued && tokens[span.first - 1].glued;
  return !(goes_on || follows) || !inside_address(tokens, span);
}

bool is_whole_item(const Tokens& tokens, TokenSpan span) {
  return (span.first == 0 || separates(tokens, span.first - 1)) &&
         (span.last == tokens.size() || separates(tokens, span.last));
}

bool same_spelling(std::string_view source, std::string_view spelling) {
  std::size_t i = 0, j = 0;
  while (i < source.size() && j < spelling.size()) {
    if (source[i] == spelling[j] && static_cast<unsigned char>(source[i]) < 0x80) {
      ++i, ++j;
      continue;
    }
    const char32_t a = decode_utf8(source, i);
    const char32_t b = decode_utf8(spelling, j);
    if (a == b) continue;
    if (plain(a) == '\0' || plain(a) != plain(b)) return false;
  }
  return i == source.size() && j == spelling.size();
}

bool ends_sentence(std::string_view text, const Tokens& tokens, std::uint32_t token) {
  const Token& mark = tokens[token];
  if (mark.kind == TokenKind::word || mark.kind == TokenKind::newline) return false;
  if (mark.symbol() == '!' || mark.symbol() == '?') return true;
  if (mark.symbol() == '*' && mark.kind != TokenKind::symbol)
    return true;  // a bullet inside a line that lost its breaks
  if (mark.symbol() != '.' || mark.kind != TokenKind::symbol) return false;
  std::uint32_t behind = token + 1;
  while (behind < tokens.size() && tokens[behind].kind != TokenKind::word && tokens[behind].glued &&
         tokens[behind].symbol() == ')')
    ++behind;  // "etc.) a plus"
  if (behind >= tokens.size() || tokens[behind].kind == TokenKind::newline) return true;
  if (token > 0 && is_word(tokens, token - 1) && tokens[token - 1].size <= 2 && !tokens[token - 1].numeric)
    return false;
  const SourceSpan next = tokens.source_span({behind, behind + 1});
  const char initial = next.empty() ? ' ' : text[next.begin];
  return !(initial >= 'a' && initial <= 'z') && !(tokens[behind].glued && initial >= '0' && initial <= '9');
}

bool is_wrapped(const Tokens& tokens, const Outline& outline, std::size_t line) {
  if (line + 1 >= outline.lines.size()) return false;
  const Line& upper = outline.lines[line];
  const Line& lower = outline.lines[line + 1];
  if (upper.kind != LineKind::text && upper.kind != LineKind::item) return false;
  return lower.kind == LineKind::text && runs_on(tokens, outline, line);
}

bool is_wrapped_list(const Tokens& tokens, const Outline& outline, std::size_t line) {
  if (line + 1 >= outline.lines.size()) return false;
  const Line& upper = outline.lines[line];
  const Line& lower = outline.lines[line + 1];
  if (upper.kind != LineKind::list && lower.kind != LineKind::list) return false;
  return lower.kind != LineKind::item && runs_on(tokens, outline, line);
}

}  // namespace skillfit
