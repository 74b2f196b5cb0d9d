// How the words between two mentions make a list of alternatives out of them, and which of them an amount of time
// belongs to. Only lines are looked at: what is asked together is written together.
#include <algorithm>
#include <array>

#include "base/search.h"
#include "profile/parts.h"
#include "token/sentence.h"

namespace skillfit {
namespace {

// What may stand between "or" and the last of the alternatives, and what makes it something wider than the others:
// "Terraform or another infrastructure-as-code tool".
constexpr std::array<std::string_view, 5> kArticles = {"a", "an", "any", "some", "the"};
constexpr std::array<std::string_view, 4> kOthers = {"another", "comparable", "other", "similar"};
constexpr std::size_t kLongestOther = 10;

// What follows "or" where a list is left open: "Workday, BambooHR or similar".
constexpr std::array<std::string_view, 6> kOpenEnds = {"anything", "comparable", "equivalent",
                                                       "others",   "similar",    "something"};
static_assert(std::ranges::is_sorted(kArticles) && std::ranges::is_sorted(kOthers) &&
              std::ranges::is_sorted(kOpenEnds));

template <std::size_t size>
bool contains(const std::array<std::string_view, size>& words, std::string_view word) {
  return std::binary_search(words.begin(), words.end(), word);
}

// Tools, methods and fields are alternatives to each other ("Jenkins or another CI server"), other things to their
// own kind only: not "Java or communication".
bool comparable(const Lexicon& lexicon, SkillId a, SkillId b) {
  const auto is_craft = [](SkillKind kind) {
    return kind == SkillKind::tool || kind == SkillKind::method || kind == SkillKind::knowledge;
  };
  const SkillKind left = lexicon.kind(a), right = lexicon.kind(b);
  return left == right || (is_craft(left) && is_craft(right));
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

// "..., A, B or similar": the list that ends in this mention is left open.
bool is_left_open(const Tokens& tokens, const Line& line, const Mention& last) {
  std::uint32_t i = last.tokens.last;
  if (i < line.tokens.last && tokens[i].symbol() == ',') ++i;
  return i + 1 < line.tokens.last && tokens.word(i) == "or" && contains(kOpenEnds, tokens.word(i + 1));
}

// "such as A or B"
bool follows_such_as(const Tokens& tokens, const Mention& first) {
  const std::uint32_t i = first.tokens.first;
  return i >= 2 && tokens.word(i - 1) == "as" && tokens.word(i - 2) == "such";
}

// Whether a list of examples belongs to the wider skill in front of it: "HRIS experience (Workday, BambooHR ...".
bool is_kind_of(const ProfileInput& input, const Mention& kind, const Mention& example) {
  constexpr std::uint32_t kReach = 6;
  if (kind.line != example.line || kind.tokens.last > example.tokens.first) return false;
  if (example.tokens.first - kind.tokens.last > kReach) return false;
  for (std::uint32_t i = kind.tokens.last; i < example.tokens.first; ++i) {
    if (ends_sentence(input.tokens, i)) return false;
  }
  return kind.skill != example.skill && input.context.lexicon.is_a(example.skill, kind.skill);
}

// Whether two neighbours may stand in one list of alternatives.
bool may_join(const ProfileInput& input, std::span<const Graded> graded, std::size_t i) {
  const std::vector<Mention>& mentions = input.mentions.mentions;
  return comparable(input.context.lexicon, mentions[i].skill, mentions[i + 1].skill) &&
         graded[i].grade != Grade::none && graded[i + 1].grade != Grade::none;
}

// "Google Cloud Platform (GCP)": the mention says the one before it again.
bool is_second_spelling(const ProfileInput& input, std::size_t i) {
  const std::vector<Mention>& mentions = input.mentions.mentions;
  if (i == 0 || mentions[i - 1].skill != mentions[i].skill) return false;
  const TokenSpan first = mentions[i - 1].tokens, again = mentions[i].tokens;
  return again.first == first.last + 1 && again.last < input.tokens.size() &&
         input.tokens[first.last].symbol() == '(' && input.tokens[again.last].symbol() == ')';
}

Link link_to_next(const ProfileInput& input, std::size_t i) {
  const std::vector<Mention>& mentions = input.mentions.mentions;
  if (is_second_spelling(input, i + 1)) return Link::comma;
  if (!is_second_spelling(input, i)) return link_between(input.tokens, mentions[i], mentions[i + 1]);
  Mention left = mentions[i];
  ++left.tokens.last;  // its bracket
  return link_between(input.tokens, left, mentions[i + 1]);
}

// Joins what stands in lists that are left open, and the wider skill in front of them: something else of its kind will
// do as well.
void join_open_lists(const ProfileInput& input, std::span<const Graded> graded, std::vector<bool>& joined) {
  const std::vector<Mention>& mentions = input.mentions.mentions;
  const auto continues = [&](std::size_t i) {
    const Link link = link_to_next(input, i);
    return (link == Link::comma || link == Link::either) && may_join(input, graded, i);
  };
  for (std::size_t i = 0; i < mentions.size(); ++i) {
    std::size_t first = i;
    if (is_left_open(input.tokens, input.outline.lines[mentions[i].line], mentions[i])) {
      for (; first > 0 && continues(first - 1); --first) joined[first - 1] = true;
    } else if (!joined[i] || !follows_such_as(input.tokens, mentions[i])) {
      continue;
    }
    if (first == 0 || !may_join(input, graded, first - 1)) continue;
    if (is_kind_of(input, mentions[first - 1], mentions[first])) joined[first - 1] = true;
  }
}

// Any field of a degree will do.
void join_fields(const ProfileInput& input, const std::vector<bool>& in_field, std::vector<bool>& joined) {
  const std::vector<Mention>& mentions = input.mentions.mentions;
  for (std::size_t i = 0; i + 1 < in_field.size(); ++i) {
    if (in_field[i] && in_field[i + 1] && mentions[i].line == mentions[i + 1].line) joined[i] = true;
  }
}

// Whether each mention is an alternative to the next one.
std::vector<bool> find_joints(const ProfileInput& input, std::span<const Graded> graded) {
  const std::vector<Mention>& mentions = input.mentions.mentions;
  std::vector<bool> joined(mentions.size());
  const Lexicon& lexicon = input.context.lexicon;
  bool one_of = false;     // the list that is being read began with "one of"
  std::size_t commas = 0;  // where the run of commas begins that ends at i
  for (std::size_t i = 0; i + 1 < mentions.size(); ++i) {
    const Mention& left = mentions[i];
    const Mention& right = mentions[i + 1];
    const Link link = link_to_next(input, i);
    if (link == Link::none || !may_join(input, graded, i)) {
      one_of = false;
      commas = i + 1;
      continue;
    }
    one_of = one_of || follows_one_of(input.tokens, input.outline.lines[left.line], left);
    joined[i] = one_of || link == Link::either || link == Link::another ||
                (link == Link::slash && siblings(lexicon, left.skill, right.skill));
    if (link == Link::comma) continue;
    // "A, B or C": the commas join as well; "A, B or another C": those that join kinds of C.
    for (std::size_t k = i; k > commas && (link == Link::either || link == Link::another); --k) {
      if (link == Link::another && !lexicon.is_a(mentions[k - 1].skill, right.skill)) break;
      joined[k - 1] = true;
    }
    commas = i + 1;
  }
  join_open_lists(input, graded, joined);
  return joined;
}

// The sentence around a token, inside its line. From mark to mark: words end no sentence.
TokenSpan sentence_around(const Tokens& tokens, const Line& line, TokenSpan around) {
  const auto& marks = tokens.others();
  auto before = first_not(marks, [around](std::uint32_t i) { return i < around.first; }), behind = before;
  while (before != marks.begin() && before[-1] >= line.tokens.first && !ends_sentence(tokens, before[-1])) --before;
  while (behind != marks.end() && *behind < around.last) ++behind;
  while (behind != marks.end() && *behind < line.tokens.last && !ends_sentence(tokens, *behind)) ++behind;
  TokenSpan sentence = line.tokens;
  if (before != marks.begin()) sentence.first = std::max(sentence.first, before[-1] + 1);
  if (behind != marks.end()) sentence.last = std::min(sentence.last, *behind);
  return {std::min(sentence.first, around.first), std::max(sentence.last, around.last)};
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

SourceSpan Sentences::around(TokenSpan place, std::uint32_t line) {
  constexpr std::uint32_t kReach = 40;
  const bool inside = found_.first <= place.first && place.last <= found_.last;
  if (inside && place.first - found_.first <= kReach && found_.last - place.last <= kReach) return span_;
  const Tokens& tokens = input_.tokens;
  const TokenSpan whole = input_.outline.lines[line].tokens;
  Line near = input_.outline.lines[line];
  near.tokens.first = std::max(whole.first, place.first - std::min(place.first, kReach));
  near.tokens.last = std::max(std::min(whole.last, place.last + kReach), place.last);
  TokenSpan sentence = sentence_around(tokens, near, place);
  const bool cut = (sentence.first == near.tokens.first && sentence.first > whole.first) ||
                   (sentence.last == near.tokens.last && sentence.last < whole.last);
  while (sentence.first < place.first && is_mark(tokens, sentence.first)) ++sentence.first;
  while (sentence.last > place.last && tokens[sentence.last - 1].kind == TokenKind::newline) --sentence.last;
  found_ = cut ? TokenSpan{} : sentence;
  span_ = tokens.source_span(sentence);
  return span_;
}

SourceSpan sentence_of(const ProfileInput& input, TokenSpan around) {
  return Sentences(input).around(around, input.outline.line_of(around.first));
}

Link link_between(const Tokens& tokens, const Mention& left, const Mention& right) {
  if (left.line != right.line || left.tokens.last >= right.tokens.first) return Link::none;
  bool comma = false, also = false, either = false, another = false, slash = false;
  for (std::uint32_t i = left.tokens.last; i < right.tokens.first; ++i) {
    const Token& token = tokens[i];
    if (token.kind == TokenKind::word) {
      if (token.size > (either ? kLongestOther : 3) && !token.numeric) return Link::none;  // nearly always
      const std::string_view word = tokens.word(i);
      if (either && contains(kOthers, word)) {
        another = true;
      } else if (word == "or") {
        either = true;
      } else if (word == "and") {
        also = true;
      } else if (!token.numeric && !(either && contains(kArticles, word))) {  // a version may follow a name
        return Link::none;
      }
    } else {
      const char symbol = token.symbol();
      comma = comma || symbol == ',';
      slash = slash || symbol == '/';
      also = also || symbol == '&';
      if (symbol != ',' && symbol != '/' && symbol != '&') return Link::none;
    }
  }
  if (another) return Link::another;
  return either ? Link::either : also ? Link::also : comma ? Link::comma : slash ? Link::slash : Link::none;
}

std::vector<std::int32_t> find_alternatives(const ProfileInput& input, std::span<const Graded> graded,
                                            const std::vector<bool>& in_field) {
  std::vector<bool> joined = find_joints(input, graded);
  join_fields(input, in_field, joined);
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
