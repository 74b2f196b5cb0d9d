// A name is what stands between words and marks that cannot be part of one. Which words those are, and which are cut
// off its ends ("strong", "skills"), is data: [term.*] of lexicon/cues.toml. In prose a capital is worth more than
// grammar: of "the Zuora billing platform" the name is "Zuora".
#include "mention/names.h"

#include <algorithm>

#include "base/search.h"
#include "mention/boundary.h"

namespace skillfit {
namespace {

constexpr std::size_t kMostWords = 4;
constexpr std::uint32_t kMostBytes = 40;
constexpr std::uint32_t kLeastLetters = 4;    // of a name of one small word
constexpr std::uint32_t kLeastCapitals = 3;   // of any other: two are a state, a degree or the like
constexpr std::uint32_t kLongestAcronym = 5;  // "API design" is one name, "Zuora billing" is not
constexpr std::uint32_t kLongestArticle = 3;
constexpr std::uint32_t kLongestJoin = 4;  // the first word of "and", "or", "plus", "as well as"

bool is_upper(char c) {
  return c >= 'A' && c <= 'Z';
}
bool is_lower(char c) {
  return c >= 'a' && c <= 'z';
}

// "scientific", "mechanical": a single small word with such an ending needs a noun behind it.
bool is_adjective(std::string_view word) {
  constexpr std::array<std::string_view, 8> kEndings = {"al", "ic", "ive", "ous", "able", "ible", "ed", "ly"};
  return std::any_of(kEndings.begin(), kEndings.end(), [&](std::string_view end) { return word.ends_with(end); });
}

// "proceduresDesired": two words whose space was lost, unlike "iPhone" and "eClinicalWorks".
bool is_run_together(std::string_view source) {
  const auto capital = std::find_if(source.begin(), source.end(), is_upper);
  return capital != source.end() && capital - source.begin() >= 4 && std::all_of(source.begin(), capital, is_lower);
}

// Nouns that say too little by themselves, and what is cut off.
bool is_generic(TermPart part) {
  return part == TermPart::kind || part == TermPart::head || part == TermPart::leading || part == TermPart::trailing ||
         part == TermPart::never;
}

}  // namespace

bool NameReader::is_known(std::uint32_t token) const {
  const auto mention = first_not(known_, [&](const Accepted& m) { return m.tokens.last <= token; });
  return mention != known_.end() && mention->tokens.contains(token);
}

bool NameReader::is_kind(std::uint32_t token) const {
  if (in_.tokens[token].kind != TokenKind::word) return false;
  const Piece piece = piece_at(token, token + 1);
  return piece.is(TermPart::kind) || piece.is(TermPart::trailing);
}

bool NameReader::has_capital(TokenSpan span) const {
  const std::string_view source = slice(in_.document.text, in_.tokens.source_span(span));
  return std::any_of(source.begin(), source.end(), is_upper);
}

// Whether the lexicon knows the name: then the policy has had its say.
bool NameReader::is_listed(TokenSpan span) const {
  auto surface = first_not(surfaces_, [&](const Surface& s) { return s.tokens.first < span.first; });
  for (; surface != surfaces_.end() && surface->tokens.first == span.first; ++surface) {
    if (surface->tokens.last == span.last) return true;
  }
  return false;
}

// "the skill.About us", "Management.10 years": a full stop whose space was lost in copying.
bool NameReader::is_lost_space(std::uint32_t dot) const {
  const std::string_view next = slice(in_.document.text, in_.tokens.source_span({dot + 1, dot + 2}));
  const bool sentence = is_upper(next[0]) && in_.tokens[dot - 1].size > 2 && (next.size() == 1 || is_lower(next[1]));
  return sentence || (in_.tokens[dot + 1].numeric && !in_.tokens[dot - 1].numeric);
}

// The end of "node.js", "micro-services", "TCP/IP" or "bachelor's", whose parts are glued.
std::uint32_t NameReader::compound_end(std::uint32_t first, std::uint32_t limit) const {
  const Tokens& tokens = in_.tokens;
  std::uint32_t end = first + 1;
  while (end < limit && tokens[end].glued && tokens[end].kind == TokenKind::symbol) {
    const char symbol = tokens[end].symbol();
    if (symbol == '+' || symbol == '#') {
      ++end;
      continue;
    }
    if (end + 1 >= limit || !tokens[end + 1].glued || tokens[end + 1].kind != TokenKind::word) break;
    const bool short_parts = tokens[end - 1].size <= 3 && tokens[end + 1].size <= 3;
    const bool glues = symbol == '-' || symbol == '\'' || symbol == '&' || symbol == '_' ||
                       (symbol == '/' && short_parts) || (symbol == '.' && !is_lost_space(end));
    if (!glues) break;
    end += 2;
  }
  return end;
}

NameReader::Piece NameReader::piece_at(std::uint32_t first, std::uint32_t limit) const {
  const CueMatch match = match_cue(in_, CueFamily::term, first, limit);
  const std::uint32_t end = compound_end(first, limit);
  if (match.tokens.last < end) return {{first, end}};
  return {match.tokens, false, static_cast<TermPart>(match.value)};
}

// Whether no name goes on over the piece. "of" between capitals does not end one: "Bill of Materials".
bool NameReader::ends_name(const Item& item, const Piece& piece, std::uint32_t limit) const {
  if (piece.plain || is_generic(piece.part) || piece.part == TermPart::title) {
    return piece.is(TermPart::leading) && item.size() > 0 && !item.back().is(TermPart::leading) &&
           !has_capital(piece.tokens);
  }
  const std::uint32_t next = piece.tokens.last;
  if (!in_.is_word(piece.tokens.first, "of") || item.size() == 0 || next >= limit) return true;
  if (in_.tokens[next].kind != TokenKind::word || !has_capital({next, next + 1})) return true;
  return !has_capital(item.back().tokens) || !piece_at(next, limit).plain;
}

NameReader::Item NameReader::next_item(TokenSpan span) const {
  Item item;
  auto mention = first_not(known_, [&](const Accepted& m) { return m.tokens.last <= span.first; });
  std::uint32_t i = span.first;
  while (i < span.last && item.last <= kMostPieces) {
    const std::uint32_t known_from = mention == known_.end() ? span.last : mention->tokens.first;
    if (i >= known_from && i < span.last) {
      item.known = true;
      i = mention->tokens.last;
      ++mention;
    } else if (in_.tokens[i].kind == TokenKind::word) {
      const std::uint32_t limit = std::min(span.last, known_from);
      const Piece piece = piece_at(i, limit);
      item.joined = piece.is(TermPart::joins);
      if (ends_name(item, piece, limit)) break;
      item.pieces[item.last++] = piece;
      i = piece.tokens.last;
    } else {  // "Java-based": what is glued to a mention goes with it
      const bool glue = item.known && in_.tokens[i].glued && (in_.is_symbol(i, '-') || in_.is_symbol(i, '.'));
      item.joined = true;  // after_joins() looks
      if (!glue || i + 1 >= span.last || in_.tokens[i + 1].kind != TokenKind::word || !in_.tokens[i + 1].glued) break;
      ++i;
    }
  }
  item.end = i;
  return item;
}

// Cuts off what is no part of a name: "strong Zuora skills", "Zuora 7".
void NameReader::strip(Item& item) const {
  while (item.size() > 0 && item.front().is(TermPart::leading)) ++item.first;
  while (item.size() > 0) {
    const bool version = item.size() > 1 && in_.tokens[item.back().tokens.first].numeric;
    if (!item.back().is(TermPart::trailing) && !version) break;
    --item.last;
    item.cut = true;
  }
}

bool NameReader::is_small(const Item& item) const {
  return item.size() == 0 || !has_capital({item.front().tokens.first, item.back().tokens.last});
}

// Leaves the capitals of an item that mixes them with small words. False if there are none.
bool NameReader::narrow_to_capitals(Item& item) const {
  if (is_small(item)) return false;
  const auto capital = [&](std::uint32_t i) { return has_capital(item.pieces[i].tokens); };
  if (item.size() > 1 && item.size() <= kMostWords && capital(item.first) && !capital(item.first + 1)) {
    const std::string_view first = slice(in_.document.text, in_.tokens.source_span(item.front().tokens));
    const bool acronym = first.size() <= kLongestAcronym && std::all_of(first.begin(), first.end(), is_upper);
    if (acronym && !item.pieces[item.first + 1].is(TermPart::kind)) return true;  // "API design", not "API tools"
  }
  while (!capital(item.first)) ++item.first;
  std::uint32_t last = item.first + 1;
  while (last < item.last && (capital(last) || in_.is_word(item.pieces[last].tokens.first, "of"))) ++last;
  item.last = last;
  while (item.size() > 1 && item.back().is(TermPart::kind)) --item.last;
  return true;
}

// "<company>"
bool NameReader::is_placeholder(TokenSpan span) const {
  return span.first > 0 && in_.is_stop(span.first - 1, '<');
}

bool NameReader::is_name(const Item& item, bool small) const {
  if (item.size() == 0 || item.size() > kMostWords) return false;
  const TokenSpan span{item.front().tokens.first, item.back().tokens.last};
  const bool single = item.size() == 1;
  if ((single || small) && item.back().is(TermPart::never)) return false;
  if (item.front().is(TermPart::title) || item.back().is(TermPart::title) || in_.tokens[span.first].numeric)
    return false;
  if (std::all_of(&item.front(), &item.back() + 1, [](const Piece& p) { return !p.plain && is_generic(p.part); }))
    return false;
  if (is_placeholder(span)) return false;
  const std::string_view source = slice(in_.document.text, in_.tokens.source_span(span));
  if (source.size() > kMostBytes || source.size() < (small && single ? kLeastLetters : kLeastCapitals)) return false;
  if (source.ends_with("'s") || source.ends_with("’s") || is_run_together(source)) return false;
  if (single && is_adjective(source)) return false;
  return stands_alone(in_.document.text, in_.tokens, span) && !is_listed(span);
}

// Whoever writes a list of skills means each of its items, however little it says by itself.
bool NameReader::is_asked(const Item& item) const {
  if (item.size() == 0 || item.size() > kMostWords || in_.tokens[item.front().tokens.first].numeric) return false;
  const TokenSpan span{item.front().tokens.first, item.back().tokens.last};
  if (is_placeholder(span)) return false;
  const std::string_view source = slice(in_.document.text, in_.tokens.source_span(span));
  return source.size() >= kLeastCapitals && source.size() <= kMostBytes &&
         stands_alone(in_.document.text, in_.tokens, span);
}

bool NameReader::accept(Item& item, Wanted wanted) {
  if (item.known || item.size() == 0 || item.last > kMostPieces) return false;
  const bool small = !narrow_to_capitals(item);
  if (small && (wanted == Wanted::names || in_.is_word(item.end, "of"))) return false;  // "the importance of"
  if (!is_name(item, small)) return false;
  found.push_back({item.front().tokens.first, item.back().tokens.last});
  return true;
}

// Behind ", and", "/", "or": where the next name of a series begins; `first` if none does.
std::uint32_t NameReader::after_joins(std::uint32_t first, std::uint32_t limit) const {
  while (first < limit) {
    if (in_.is_stop(first, ',') || in_.is_symbol(first, '/') || in_.is_symbol(first, '&')) {
      ++first;
    } else if (in_.tokens[first].kind == TokenKind::word && in_.tokens[first].size <= kLongestJoin) {
      const Piece piece = piece_at(first, limit);
      if (!piece.is(TermPart::joins)) break;
      first = piece.tokens.last;
    } else {
      break;
    }
  }
  return first;
}

// No for most words: a name in capitals has one at once or behind an article.
bool NameReader::may_begin_name(std::uint32_t token) const {
  const Token& t = in_.tokens[token];
  return t.kind == TokenKind::word && (t.size <= kLongestArticle || in_.is_capitalised(token));
}

// "electrical and mechanical engineering" is one name, and "written and spoken English" has one of its own: what the
// second part does to the first, a small word at the end of `found`. True if nothing is left to accept.
bool NameReader::settle_half(const Item& item) {
  if (item.size() == 0) return false;
  const bool joined = !item.known && !item.cut && item.size() > 1 && item.size() < kMostWords && is_small(item);
  if (joined) found.back().last = item.back().tokens.last;
  if (item.known || item.cut || (item.size() > 1 && !joined)) found.pop_back();
  return joined || item.cut;
}

void NameReader::read_series(TokenSpan span, Wanted wanted) {
  bool half = false;  // the name before was one small word, and "and" follows it
  for (std::uint32_t at = after_joins(span.first, span.last); at < span.last;) {
    if (wanted == Wanted::names && !may_begin_name(at)) return;
    Item item = next_item({at, span.last});
    const auto generic = [](const Piece& p) { return !p.plain && is_generic(p.part); };
    const bool kind = !item.known && item.size() > 0 && item.back().is(TermPart::kind);
    const bool empty = !item.known && item.size() > 0 && std::all_of(&item.front(), &item.back() + 1, generic);
    strip(item);
    const bool settled = half && settle_half(item);
    const bool accepted = !settled && accept(item, wanted);
    const std::uint32_t next = item.joined ? after_joins(item.end, span.last) : item.end;
    half = accepted && item.size() == 1 && item.end < span.last && in_.tokens[item.end].kind == TokenKind::word &&
           is_small(item);
    if (next > item.end) {
      at = next;
    } else if (kind && in_.is_stop(next, '(')) {
      return read_brackets({next, span.last});  // "billing tools (X, Y)"
    } else if (empty && next < span.last && (in_.is_word(next, "of") || in_.is_word(next, "in"))) {
      at = next + 1;  // "principles of X", "best practices in X"
    } else {
      return;
    }
  }
}

void NameReader::read_neighbours(TokenSpan span) {
  for (std::uint32_t at = after_joins(span.first, span.last); at < span.last;) {
    if (in_.tokens[at].kind != TokenKind::word || !in_.is_capitalised(at)) return;
    Item item = next_item({at, span.last});
    const std::uint32_t next = item.joined ? after_joins(item.end, span.last) : item.end;
    const bool alone = next > item.end || next == span.last || in_.tokens[next].kind != TokenKind::word;
    for (std::uint32_t i = 0; i < item.last; ++i) {
      if (!has_capital(item.pieces[i].tokens)) return;
    }
    if (item.known || !alone) return;
    strip(item);
    accept(item, Wanted::names);
    if (next == item.end) return;
    at = next;
  }
}

void NameReader::read_brackets(TokenSpan span) {
  std::uint32_t last = span.first + 1;
  bool series = false;
  for (; last < span.last && !in_.is_stop(last, ')'); ++last) series |= in_.is_stop(last, ',');
  if (series) read_series({span.first + 1, last}, Wanted::names);
}

void NameReader::read_item(TokenSpan span, Wanted wanted) {
  Item item = next_item(span);
  if (item.known || item.end != span.last) return;
  strip(item);
  const bool small = is_small(item);
  if (small && (wanted == Wanted::names || (wanted == Wanted::phrases && item.size() < 2))) return;
  if (wanted == Wanted::items ? is_asked(item) : is_name(item, small))
    found.push_back({item.front().tokens.first, item.back().tokens.last});
}

}  // namespace skillfit
