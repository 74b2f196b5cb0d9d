// Titles are known by their head word: of the many thousand job titles almost all are built on a few dozen words.
#include "outline/titles.h"

#include <algorithm>
#include <array>

#include "outline/title_words.h"
#include "token/few_words.h"

namespace skillfit {
namespace {

constexpr std::uint32_t kFirstLines = 5;  // a resume's headline stands among these
constexpr std::uint32_t kHeadlineWords = 12;
constexpr std::uint32_t kTitleTokens = 20;  // a longer first line is prose
constexpr std::uint32_t kTradeTokens = 5;   // of what follows a title and says in which trade

constexpr FewWords kHeads = few_words(
    {"accountant",   "actor",       "actuary",      "adjuster",       "administrator", "adviser",        "advisor",
     "advocate",     "agent",       "aide",         "analyst",        "apprentice",    "architect",      "artist",
     "assembler",    "assistant",   "associate",    "attendant",      "attorney",      "auditor",        "baker",
     "banker",       "barista",     "bartender",    "biologist",      "bookkeeper",    "broker",         "builder",
     "buyer",        "captain",     "caregiver",    "caretaker",      "carpenter",     "cashier",        "ceo",
     "cfo",          "chairman",    "chef",         "chemist",        "chief",         "clerk",          "coach",
     "comptroller",  "consultant",  "contractor",   "controller",     "cook",          "coordinator",    "copywriter",
     "counsel",      "counselor",   "cto",          "curator",        "dentist",       "designer",       "developer",
     "director",     "dispatcher",  "doctor",       "drafter",        "driver",        "editor",         "educator",
     "electrician",  "engineer",    "entwickler",   "estimator",      "executive",     "expert",         "faculty",
     "fellow",       "foreman",     "founder",      "generalist",     "head",          "helper",         "housekeeper",
     "ingenieur",    "inspector",   "installer",    "instructor",     "intern",        "internship",     "interpreter",
     "investigator", "janitor",     "journalist",   "laborer",        "lawyer",        "lead",           "leader",
     "lecturer",     "leiter",      "librarian",    "machinist",      "manager",       "mechanic",       "mentor",
     "merchandiser", "musician",    "nanny",        "nurse",          "officer",       "operator",       "optician",
     "owner",        "painter",     "paralegal",    "paramedic",      "partner",       "pharmacist",     "photographer",
     "physician",    "physicist",   "pilot",        "planner",        "plumber",       "postdoc",        "president",
     "principal",    "producer",    "professor",    "programmer",     "promoter",      "psychologist",   "receptionist",
     "recruiter",    "rep",         "reporter",     "representative", "researcher",    "salesperson",    "scientist",
     "secretary",    "server",      "specialist",   "statistician",   "stylist",       "superintendent", "supervisor",
     "surgeon",      "surveyor",    "tailor",       "teacher",        "technician",    "technologist",   "teller",
     "tester",       "therapist",   "trader",       "trainee",        "trainer",       "translator",     "treasurer",
     "tutor",        "underwriter", "veterinarian", "volunteer",      "waiter",        "waitress",       "welder",
     "worker",       "writer"});

TokenSpan trim(const Reading& in, TokenSpan span) {
  const auto is_word = [&](std::uint32_t i) { return in.tokens[i].kind == TokenKind::word; };
  while (!span.empty() && !is_word(span.first) && !in.is_symbol(span.first, '.')) ++span.first;
  while (!span.empty() && !is_word(span.last - 1) && !in.is_symbol(span.last - 1, '+') &&
         !in.is_symbol(span.last - 1, '#'))
    --span.last;
  return span;
}

// "(RWE)" inside a title, not behind it: text goes on after the closing bracket.
bool is_aside(const Reading& in, std::uint32_t i, TokenSpan span) {
  while (i < span.last && !in.is_stop(i, ')')) ++i;
  return i + 1 < span.last && in.tokens[i + 1].kind == TokenKind::word;
}

// Commas, bars and brackets part a line; so do a dash between spaces and the word "at".
bool parts(const Reading& in, std::uint32_t i, TokenSpan span) {
  const Token token = in.tokens[i];
  if (in.is_stop(i, '(') || in.is_stop(i, ')')) return !is_aside(in, i, span);
  if (token.kind == TokenKind::stop || token.kind == TokenKind::bullet) return true;
  if (token.kind == TokenKind::symbol)
    return token.symbol() == '@' || (token.symbol() == '-' && !token.glued) || token.symbol() == '_';
  return in.is_word(i, "at") || in.is_word(i, "for");
}

// Calls visit(part) for each part of the span until it returns true.
template <class Visit>
void for_each_part(const Reading& in, TokenSpan span, Visit visit) {
  for (std::uint32_t first = span.first, i = span.first; i <= span.last; ++i) {
    if (i < span.last && !parts(in, i, span)) continue;
    const TokenSpan part = trim(in, {first, i});
    if (!part.empty() && visit(part)) return;
    first = i + 1;
  }
}

bool names_a_trade(const Reading& in, TokenSpan span) {
  for (std::uint32_t i = span.first; i < span.last; ++i)
    if (in.tokens[i].kind == TokenKind::word && trades_of(canonical_title_word(in.tokens.word(i))) != 0) return true;
  return false;
}

// Whether a word of a headline tells a job: "Carol Baker" is a person, "Pastry Baker" and "Baker" are none.
bool tells_a_job(const Reading& in, TokenSpan headline, std::uint32_t i) {
  if (!kHeads.hold(in.tokens, i)) return false;
  if (!people_are_named(in.tokens.word(i))) return true;
  const auto says_something = [&](std::uint32_t other) {
    if (in.tokens[other].kind != TokenKind::word) return false;
    const std::string word = canonical_title_word(in.tokens.word(other));
    return other == i || kHeads.hold(word) || trades_of(word) != 0 || title_word_weight(word) == 1;
  };
  for (std::uint32_t other = headline.first; other < headline.last; ++other)
    if (!says_something(other)) return false;
  return true;
}

// The part of a line above the first heading, where names stand, that tells a job.
TokenSpan headline_part(const Reading& in, TokenSpan line) {
  TokenSpan found{};
  for_each_part(in, line, [&](TokenSpan part) {
    for (std::uint32_t i = part.first; i < part.last && found.empty(); ++i) {
      if (tells_a_job(in, part, i)) found = job_part(in, {part.first, line.last});
    }
    return !found.empty();
  });
  return found;
}

// "Director, Finance", "Manager - Retail Banking": a comma or a dash, and nothing else.
bool goes_on(const Reading& in, TokenSpan title) {
  return in.is_stop(title.last, ',') || in.is_symbol(title.last, '-');
}

// The value of a field that the format names, as tokens.
TokenSpan field(const Reading& in, const Outline& outline, std::string_view name) {
  for (const Field& field : in.document.fields) {
    if (field.name != name || field.span.empty()) continue;
    TokenSpan span{};
    for (const Line& line : outline.lines) {
      for (std::uint32_t i = line.tokens.first; i < line.tokens.last; ++i) {
        if (!field.span.contains(in.tokens.source_span({i, i + 1}))) continue;
        if (span.empty()) span.first = i;
        span.last = i + 1;
      }
      if (!span.empty()) return span;
    }
  }
  return {};
}

// "Job title: Data Engineer".
TokenSpan labelled_title(const Reading& in, TokenSpan line) {
  std::uint32_t i = line.first;
  if (in.is_word(i, "job") || in.is_word(i, "position") || in.is_word(i, "posting")) ++i;
  if (in.is_word(i, "title")) ++i;
  if (i == line.first || i >= line.last || !in.is_stop(i, ':')) return {};
  return {i + 1, line.last};
}

TokenSpan title_in(const Reading& in, TokenSpan line) {
  const TokenSpan job = job_part(in, line);
  return job.empty() ? first_part(in, line) : job;
}

TokenSpan posting_title(const Reading& in, const Outline& outline) {
  if (const TokenSpan named = field(in, outline, "title"); !named.empty()) return named;
  const std::size_t lines = std::min<std::size_t>(outline.lines.size(), kFirstLines);
  for (std::size_t i = 0; i < lines; ++i) {
    TokenSpan rest = labelled_title(in, outline.lines[i].tokens);
    rest.last = std::min(rest.last, rest.first + kTitleTokens);
    if (!rest.empty()) return title_in(in, rest);
  }
  for (std::size_t i = 0; i < lines; ++i) {
    const Line& line = outline.lines[i];
    if (line.tokens == outline.sections[line.section].heading) continue;
    const bool says_more = line.kind == LineKind::item || line.tokens.size() > kTitleTokens;  // what is asked, or prose
    return says_more ? TokenSpan{} : title_in(in, line.tokens);
  }
  return {};
}

TokenSpan resume_title(const Reading& in, const Outline& outline) {
  if (const TokenSpan label = field(in, outline, "basics.label"); !label.empty()) return label;
  for (std::size_t i = 0; i < std::min<std::size_t>(outline.lines.size(), kFirstLines); ++i) {
    const Line& line = outline.lines[i];
    if (line.section != 0) break;
    if (line.tokens.size() > kHeadlineWords) continue;
    if (const TokenSpan found = headline_part(in, line.tokens); !found.empty()) return found;
  }
  const Position* newest = nullptr;
  for (const Position& position : outline.positions) {
    if (position.section != SectionKind::experience || position.title.empty()) continue;
    const auto rank = [](const Position& p) { return std::pair(p.end.value_or(make_month(9999, 12)), p.begin); };
    if (newest == nullptr || rank(*newest) < rank(position)) newest = &position;
  }
  return newest == nullptr ? TokenSpan{} : newest->title;
}

}  // namespace

bool names_a_job(const Reading& in, TokenSpan span) {
  for (std::uint32_t i = span.first; i < span.last; ++i)
    if (kHeads.hold(in.tokens, i)) return true;
  return false;
}

TokenSpan job_part(const Reading& in, TokenSpan span) {
  TokenSpan found{};
  for_each_part(in, span, [&](TokenSpan part) {
    if (found.empty()) {
      if (names_a_job(in, part)) found = part;
      return !found.empty() && (!goes_on(in, found) || names_a_trade(in, found));
    }
    if (part.size() <= kTradeTokens && names_a_trade(in, part)) found.last = part.last;
    return true;
  });
  return found;
}

TokenSpan first_part(const Reading& in, TokenSpan span) {
  TokenSpan found{};
  for_each_part(in, span, [&](TokenSpan part) {
    found = part;
    return true;
  });
  return found;
}

TokenSpan find_title(const Reading& in, const Outline& outline) {
  return outline.as == As::posting ? posting_title(in, outline) : resume_title(in, outline);
}

}  // namespace skillfit
