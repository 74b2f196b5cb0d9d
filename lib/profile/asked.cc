// How the words between two mentions make a list of alternatives out of them, and which of them an amount of time
// belongs to. Only lines are looked at: what is asked together is written together.
#include <algorithm>

#include "profile/parts.h"
#include "token/sentence.h"

namespace skillfit {
namespace {

// Same kind of thing: "Java or Kotlin", not "Java or communication".
bool comparable(const Lexicon& lexicon, SkillId a, SkillId b) {
  return lexicon.kind(a) == lexicon.kind(b);
}

bool siblings(const Lexicon& lexicon, SkillId a, SkillId b) {
  const std::span<const SkillId> wider = lexicon.broader(a);
  const std::span<const SkillId> other = lexicon.broader(b);
  return std::find_first_of(wider.begin(), wider.end(), other.begin(), other.end()) != wider.end();
}

// Whether "one of" stands shortly before a mention ("at least one of the following: ...").
bool follows_one_of(const Tokens& tokens, const Line& line, const Mention& mention) {
  constexpr std::uint32_t kReach = 6;
  const std::uint32_t begin =
      std::max(line.tokens.first, mention.tokens.first - std::min(mention.tokens.first, kReach));
  for (std::uint32_t i = begin; i + 1 < mention.tokens.first; ++i) {
    if (tokens.word(i) == "one" && tokens.word(i + 1) == "of") return true;
  }
  return false;
}

// Whether each mention is an alternative to the next one.
std::vector<bool> find_joints(const ProfileInput& input, std::span<const Graded> graded) {
  const std::vector<Mention>& mentions = input.mentions.mentions;
  std::vector<bool> joined(mentions.size());
  bool one_of = false;     // the list that is being read began with "one of"
  std::size_t commas = 0;  // where the run of commas begins that ends at i
  for (std::size_t i = 0; i + 1 < mentions.size(); ++i) {
    const Mention& left = mentions[i];
    const Mention& right = mentions[i + 1];
    const Link link = link_between(input.tokens, left, right);
    if (link == Link::none || !comparable(input.context.lexicon, left.skill, right.skill) ||
        graded[i].grade == Grade::none || graded[i + 1].grade == Grade::none) {
      one_of = false;
      commas = i + 1;
      continue;
    }
    one_of = one_of || follows_one_of(input.tokens, input.outline.lines[left.line], left);
    joined[i] = one_of || link == Link::either ||
                (link == Link::slash && siblings(input.context.lexicon, left.skill, right.skill));
    if (link == Link::comma) continue;
    for (; link == Link::either && commas < i; ++commas) joined[commas] = true;  // "A, B or C": the commas join as well
    commas = i + 1;
  }
  return joined;
}

// The sentence around a token, inside its line.
TokenSpan sentence_around(const Tokens& tokens, const Line& line, TokenSpan around) {
  TokenSpan sentence = around;
  while (sentence.first > line.tokens.first && !ends_sentence(tokens, sentence.first - 1)) --sentence.first;
  while (sentence.last < line.tokens.last && !ends_sentence(tokens, sentence.last)) ++sentence.last;
  return sentence;
}

// A token that is part of no sentence: a bullet, a comma.
bool is_mark(const Tokens& tokens, std::uint32_t i) {
  return tokens[i].kind == TokenKind::bullet || tokens[i].kind == TokenKind::stop;
}

bool speaks_of_experience(const Tokens& tokens, TokenSpan sentence) {
  for (std::uint32_t i = sentence.first; i < sentence.last; ++i) {
    if (tokens.word(i) == "experience" || tokens.word(i) == "experienced") return true;
  }
  return false;
}

// "Python (5+ years)", "Python: 5 years": only punctuation in between.
bool stands_right_before(const Tokens& tokens, const Mention& mention, std::uint32_t token) {
  if (mention.tokens.last > token || token - mention.tokens.last > 2) return false;
  for (std::uint32_t i = mention.tokens.last; i < token; ++i) {
    if (tokens[i].kind != TokenKind::stop && tokens[i].kind != TokenKind::symbol) return false;
  }
  return true;
}

// Gives the months to the first skill that follows in the sentence and to the list it begins, or else to the one that
// stands right before. False: no skill is meant.
bool attach(const ProfileInput& input, const Duration& duration, TokenSpan sentence, std::vector<std::int32_t>& with) {
  const std::vector<Mention>& mentions = input.mentions.mentions;
  const auto before = [](const Mention& mention, std::uint32_t token) { return mention.tokens.first < token; };
  const auto next = std::lower_bound(mentions.begin(), mentions.end(), duration.tokens.last, before);
  auto at = static_cast<std::size_t>(next - mentions.begin());
  if (at < mentions.size() && mentions[at].tokens.first < sentence.last) {
    with[at] = duration.months;
    for (; at + 1 < mentions.size() && mentions[at + 1].tokens.first < sentence.last; ++at) {
      if (link_between(input.tokens, mentions[at], mentions[at + 1]) == Link::none) break;
      with[at + 1] = duration.months;
    }
    return true;
  }
  if (at == 0 || !stands_right_before(input.tokens, mentions[at - 1], duration.tokens.first)) return false;
  with[at - 1] = duration.months;
  return true;
}

}  // namespace

SourceSpan sentence_of(const ProfileInput& input, TokenSpan around) {
  constexpr std::uint32_t kReach = 40;
  const Tokens& tokens = input.tokens;
  const Line& line = input.outline.lines[input.outline.line_of(around.first)];
  const std::uint32_t begin = std::max(line.tokens.first, around.first - std::min(around.first, kReach));
  const std::uint32_t end = std::min(line.tokens.last, around.last + kReach);
  Line near = line;
  near.tokens = {begin, std::max(end, around.last)};
  TokenSpan sentence = sentence_around(tokens, near, around);
  while (sentence.first < around.first && is_mark(tokens, sentence.first)) ++sentence.first;
  while (sentence.last > around.last && tokens[sentence.last - 1].kind == TokenKind::newline) --sentence.last;
  return tokens.source_span(sentence);
}

Link link_between(const Tokens& tokens, const Mention& left, const Mention& right) {
  if (left.line != right.line || left.tokens.last >= right.tokens.first) return Link::none;
  bool comma = false, also = false, either = false, slash = false;
  for (std::uint32_t i = left.tokens.last; i < right.tokens.first; ++i) {
    const Token& token = tokens[i];
    if (token.kind == TokenKind::word) {
      if (token.size > 3 && !token.numeric) return Link::none;  // nearly always: no need to look at the letters
      const std::string_view word = tokens.word(i);
      also = also || word == "and";
      either = either || word == "or";
      if (word != "and" && word != "or" && !token.numeric) return Link::none;  // a version may follow a name
    } else {
      const char symbol = token.symbol();
      comma = comma || symbol == ',';
      slash = slash || symbol == '/';
      also = also || symbol == '&';
      if (symbol != ',' && symbol != '/' && symbol != '&') return Link::none;
    }
  }
  return either ? Link::either : also ? Link::also : comma ? Link::comma : slash ? Link::slash : Link::none;
}

std::vector<std::int32_t> find_alternatives(const ProfileInput& input, std::span<const Graded> graded) {
  const std::vector<bool> joined = find_joints(input, graded);
  if (std::find(joined.begin(), joined.end(), true) == joined.end()) return {};
  std::vector<std::int32_t> group_of(joined.size(), -1);
  std::int32_t groups = 0;
  for (std::size_t i = 0; i + 1 < joined.size(); ++i) {
    if (!joined[i]) continue;
    if (group_of[i] < 0) group_of[i] = groups++;
    group_of[i + 1] = group_of[i];
  }
  return group_of;
}

AskedMonths find_asked_months(const ProfileInput& input) {
  AskedMonths asked;
  const Outline& outline = input.outline;
  std::uint32_t overall_line = 0;
  for (const Duration& duration : outline.durations) {
    if (duration.months <= 0 || duration.tokens.empty()) continue;
    const std::uint32_t number = outline.line_of(duration.tokens.first);
    const Line& line = outline.lines[number];
    if (!is_asked(outline.sections[line.section].kind)) continue;
    const TokenSpan sentence = sentence_around(input.tokens, line, duration.tokens);
    if (asked.with.empty()) asked.with.resize(input.mentions.mentions.size());
    if (attach(input, duration, sentence, asked.with) || !speaks_of_experience(input.tokens, sentence)) continue;
    const bool first = asked.overall == 0;
    // On one line the amounts are alternatives (with a bachelor's 8 years, with a master's 6): the least is asked.
    if (!first && (number != overall_line || duration.months >= asked.overall)) continue;
    asked.overall = duration.months;
    asked.where = duration.tokens;
    overall_line = number;
  }
  return asked;
}

}  // namespace skillfit
