#include "mention/clause.h"

#include <algorithm>

#include "mention/boundary.h"
#include "token/few_words.h"

namespace skillfit {
namespace {

constexpr std::uint32_t kLongSentence = 24;  // tokens; a shorter one is taken as it is
constexpr std::uint32_t kSubjectReach = 32;  // tokens that are searched for the begin of a subject

// Nouns that end what is asked for: behind one of them the next thing begins.
constexpr auto kHeads = few_words({"ability",   "abilities", "background",  "certification", "databases",  "degree",
                                   "desirable", "desired",   "environment", "environments",  "experience", "knowledge",
                                   "languages", "plus",      "practices",   "preferred",     "principles", "required",
                                   "skill",     "skills",    "system",      "systems",       "tool",       "tools"});

// Behind a dash these speak of what stands before it.
constexpr auto kVerdicts = few_words(
    {"bonus", "desirable", "desired", "essential", "mandatory", "must", "optional", "plus", "preferred", "required"});

// Behind a comma these begin something else.
constexpr auto kPartStarts =
    few_words({"bachelor", "bachelors", "but", "degree", "master", "masters", "ph", "phd", "with"});

// Whether a bracket that closes behind `cue` opens before it; "2) SQL" numbers an item.
bool opens_before(const Tokens& tokens, std::uint32_t cue, std::uint32_t from) {
  int depth = 1;
  for (std::uint32_t i = cue; i > from && depth > 0; --i) {
    const char mark = mark_at(tokens, i - 1);
    depth += mark == ')' ? 1 : mark == '(' ? -1 : 0;
  }
  return depth == 0;
}

bool closes(const Tokens& tokens, TokenSpan span) {
  while (!span.empty() && mark_at(tokens, span.first) != ')') ++span.first;
  return !span.empty();
}

// A mark that lost its line: a hyphen in front of a capital, but not "Java-Based", "Java - Required"; or a sign that no
// text has, alone.
bool is_lost_bullet(std::string_view text, const Tokens& tokens, std::uint32_t i) {
  if (tokens[i].kind == TokenKind::stop && mark_at(tokens, i) == ' ') return !tokens[i].glued;
  if (mark_at(tokens, i) != '-' || !is_word(tokens, i + 1) || !is_capital(text, tokens, i + 1)) return false;
  if (tokens[i].glued || tokens[i + 1].glued) return tokens[i].glued != tokens[i + 1].glued;
  return !kVerdicts.hold(tokens, i + 1);
}

// Where a new item begins without any mark: "communication skills Knowledge of".
bool begins_item(std::string_view text, const Tokens& tokens, std::uint32_t i) {
  if (!kHeads.hold(tokens, i - 1) || !is_word(tokens, i)) return false;
  return is_capital(text, tokens, i) && !is_capital(text, tokens, i - 1);
}

}  // namespace

bool is_capital(std::string_view text, const Tokens& tokens, std::uint32_t i) {
  const char first = text[tokens.source_span({i, i + 1}).begin];
  return first >= 'A' && first <= 'Z';
}

bool stays_in_brackets(const Tokens& tokens, TokenSpan cue, TokenSpan span, std::uint32_t sentence) {
  const bool in_front = cue.first < span.first;
  const TokenSpan between = in_front ? TokenSpan{cue.last, span.first} : TokenSpan{span.last, cue.first};
  std::uint32_t opened = between.last;  // the bracket that a cue behind the span stands in
  int depth = 0;
  for (std::uint32_t i = between.first; i < between.last; ++i) {
    const char mark = mark_at(tokens, i);
    if (mark == '(' && depth++ == 0) opened = i;
    if (mark != ')') continue;
    if (depth > 0) {
      --depth;
    } else if (in_front) {
      return opens_before(tokens, cue.first, sentence);
    }
  }
  if (in_front || depth == 0) return false;
  return opened + 1 < cue.first && !(tokens.word(opened + 1) == "is" || tokens.word(opened + 1) == "are");
}

bool is_series(const Tokens& tokens, TokenSpan span) {
  for (std::uint32_t i = span.first; i < span.last; ++i) {
    const char mark = mark_at(tokens, i);
    if (tokens[i].kind == TokenKind::newline || (mark == '-' && !tokens[i].glued)) return false;
    if (tokens[i].kind != TokenKind::word && std::string_view(",/-()&+#'.").find(mark) == std::string_view::npos)
      return false;
  }
  return true;
}

std::uint32_t begin_of_subject(const Tokens& tokens, TokenSpan cue, std::uint32_t sentence) {
  const std::uint32_t end = std::max(sentence + kSubjectReach, cue.first) - kSubjectReach;
  if (cue.first == sentence || mark_at(tokens, cue.first - 1) == ',') return end;  // "A, B, C, strongly desired"
  const bool alone = mark_at(tokens, cue.first - 1) == '(';
  int depth = alone ? 1 : 0;
  for (std::uint32_t i = cue.first; i > end; --i) {
    const char mark = mark_at(tokens, i - 1);
    depth += mark == ')' ? 1 : mark == '(' ? -1 : 0;
    if (mark == ' ' || depth > 0 || i == cue.first) continue;
    if (mark == ':' && tokens[i].numeric) continue;  // "Java: 1 year (preferred)"
    if (mark == ':' || (alone && (mark == ',' || mark == ';'))) return i;
    if (mark != ',' || i - 1 == sentence || !is_word(tokens, i)) continue;
    if (kPartStarts.hold(tokens, i)) return i;
    const bool goes_on = tokens.word(i) == "and" || tokens.word(i) == "or";
    if (!goes_on && kHeads.hold(tokens, i - 2)) return i;
  }
  return end;
}

bool gives_examples(const Tokens& tokens, TokenSpan cue, std::uint32_t name) {
  static constexpr auto kExamples = few_words({"e", "eg", "such", "like", "including"});
  std::uint32_t i = cue.last;
  if (i < name && mark_at(tokens, i) == '(') return is_series(tokens, {i, name}) && !closes(tokens, {i, name});
  while (i < name && tokens[i].kind != TokenKind::word && mark_at(tokens, i) != '.') ++i;
  return i < name && kExamples.hold(tokens, i) && is_series(tokens, {i, name});
}

TokenSpan item_around(std::string_view text, const Tokens& tokens, TokenSpan sentence, TokenSpan span) {
  if (sentence.size() <= kLongSentence) return sentence;
  const auto is_border = [&](std::uint32_t i) {
    if (tokens[i].kind != TokenKind::word) return is_lost_bullet(text, tokens, i);
    return i > 0 && begins_item(text, tokens, i);
  };
  TokenSpan item = span;
  while (item.first > sentence.first && !is_border(item.first)) --item.first;
  while (item.last < sentence.last && !is_border(item.last)) ++item.last;
  return item;
}

}  // namespace skillfit
