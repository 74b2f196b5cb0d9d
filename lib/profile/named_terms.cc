// Where a resume names what the lexicon does not know: its own terms, and a posting's in all the rest of its text.
#include <algorithm>
#include <array>

#include "lexicon/tables.h"
#include "mention/boundary.h"
#include "profile/parts.h"
#include "token/print.h"

namespace skillfit {
namespace {

// Read like a mention that stands there.
Evidence evidence_at(const ProfileInput& input, TokenSpan tokens, Stance stance) {
  const std::uint32_t line = input.outline.line_of(tokens.first);
  const auto& positions = input.outline.positions;
  const auto position = std::find_if(positions.begin(), positions.end(),
                                     [&](const Position& p) { return p.tokens.contains(tokens.first); });
  Mention place;
  place.span = input.tokens.source_span(tokens);
  place.section = section_at(input.outline, tokens.first);
  place.stance = stance;
  place.position = position == positions.end() ? -1 : static_cast<std::int32_t>(position - positions.begin());
  place.in_list = place.section == SectionKind::skills || input.outline.lines[line].kind == LineKind::list;
  return {place.span, place.section, stance, grade_of(input, place), place.position};
}

// The places where a person's name, address and pastimes stand: they are no matter of the score.
bool is_personal(const Outline& outline, std::uint32_t line) {
  switch (outline.sections[outline.lines[line].section].kind) {
    case SectionKind::contact:
    case SectionKind::references:
    case SectionKind::interests:
      return true;
    default:
      break;
  }
  const bool head = outline.lines[line].section == 0 && outline.sections.front().heading.empty();
  return head && (outline.sections.size() > 1 || (line == 0 && outline.lines.size() > 1));
}

// The tokens from `first` on that are the words of a key; empty if they are something else.
TokenSpan words_at(const Tokens& tokens, std::uint32_t first, std::string_view key) {
  const auto words = std::count(key.begin(), key.end(), ' ') + 1;
  std::uint32_t last = first;
  std::ptrdiff_t found = 0;
  for (; last < tokens.size() && found < words; ++last) {
    const TokenKind kind = tokens[last].kind;
    if (kind != TokenKind::word && (kind != TokenKind::symbol || !tokens[last].glued)) break;
    found += kind == TokenKind::word;
  }
  const auto is_sign = [&](char symbol) { return symbol == '+' || symbol == '#'; };
  while (last < tokens.size() && tokens[last].glued && is_sign(tokens[last].symbol())) ++last;
  const TokenSpan span{first, last};
  return found == words && term_key(tokens, span) == key ? span : TokenSpan{first, first};
}

// "audit of the stock" for "stock audit": the last word, then what it is an audit of.
TokenSpan turned_at(const Tokens& tokens, std::uint32_t first, std::string_view key) {
  const TokenSpan none{first, first};
  const std::size_t last_word = key.rfind(' ');
  if (last_word == std::string_view::npos || words_at(tokens, first, key.substr(last_word + 1)).empty()) return none;
  const auto is = [&](std::uint32_t i, std::string_view word) { return i < tokens.size() && tokens.word(i) == word; };
  std::uint32_t next = first + 1;
  if (!is(next, "of")) return none;
  ++next;
  if (is(next, "the") || is(next, "a") || is(next, "an")) ++next;
  const TokenSpan rest = words_at(tokens, next, key.substr(0, last_word));
  return rest.empty() ? none : TokenSpan{first, rest.last};
}

TokenSpan named_at(const ProfileInput& input, std::uint32_t first, std::string_view key) {
  TokenSpan span = words_at(input.tokens, first, key);
  if (span.empty()) span = turned_at(input.tokens, first, key);
  return span.empty() || stands_alone(input.document.text, input.tokens, span) ? span : TokenSpan{first, first};
}

// Whether the resume's own terms, or hidden text, have the last word on this place.
bool is_settled(const ProfileInput& input, TokenSpan span) {
  const SourceSpan source = input.tokens.source_span(span);
  const auto overlaps = [&](SourceSpan other) { return other.begin < source.end && source.begin < other.end; };
  return std::any_of(input.document.hidden.begin(), input.document.hidden.end(), overlaps) ||
         std::any_of(input.mentions.terms.begin(), input.mentions.terms.end(), [&](const Term& own) {
           return overlaps(own.span) && (own.span == source || own.stance != Stance::has);
         });
}

// "no cooking", "never any cooking": a bare negation governs the next two words.
bool is_denied(const Tokens& tokens, TokenSpan span) {
  constexpr std::array<std::string_view, 4> kNegations = {"never", "no", "not", "without"};
  for (std::uint32_t i = span.first; i > 0 && span.first - i < 2 && tokens[i - 1].kind == TokenKind::word; --i) {
    if (std::ranges::count(kNegations, tokens.word(i - 1)) > 0) return true;
  }
  return false;
}

// The words that a place which names a term can begin with: the term's first word or its last ("audit of stock"), in
// the singular or the plural. Few words of a text are one of them.
class Beginnings {
 public:
  explicit Beginnings(const std::vector<AskedTerm>& terms) {
    for (std::uint32_t i = 0; i < terms.size(); ++i) {
      const std::string_view key = terms[i].key;
      add(key.substr(0, key.find(' ')), i);
      add(key.substr(key.rfind(' ') + 1), i);
    }
    std::ranges::sort(all_);
    all_.erase(std::unique(all_.begin(), all_.end()), all_.end());
  }

  bool may_be(std::uint32_t print) const { return filter_.may_hold(print); }

  // Calls visit(term) for each term of which a word with this print may be one.
  template <class Visit>
  void for_each(std::uint32_t print, Visit visit) const {
    auto at = std::ranges::lower_bound(all_, print, {}, &Beginning::first);
    for (; at != all_.end() && at->first == print; ++at) visit(at->second);
  }

 private:
  using Beginning = std::pair<std::uint32_t, std::uint32_t>;  // print, term

  void add(std::string_view word, std::uint32_t term) {
    const std::string bare(word.substr(0, word.find_first_of("+#")));
    for (const char* ending : {"", "s", "es"}) {
      const std::uint32_t print = print_of(bare + ending);
      filter_.add(print);
      all_.emplace_back(print, term);
    }
  }

  WordFilter filter_{};
  std::vector<Beginning> all_;
};

}  // namespace

void sort_terms(std::vector<NamedTerm>& terms) {
  std::sort(terms.begin(), terms.end(), [](const NamedTerm& a, const NamedTerm& b) {
    return a.key != b.key ? a.key < b.key : a.evidence.span < b.evidence.span;
  });
}

std::vector<NamedTerm> find_named_terms(const ProfileInput& resume) {
  std::vector<NamedTerm> named;
  named.reserve(resume.mentions.terms.size());
  for (const Term& term : resume.mentions.terms) {
    named.push_back({term_key(resume.tokens, term.tokens), evidence_at(resume, term.tokens, term.stance)});
  }
  sort_terms(named);
  return named;
}

std::vector<NamedTerm> find_asked_terms(const ProfileInput& resume, const Profile& posting) {
  std::vector<NamedTerm> named;
  if (posting.asked_terms.empty()) return named;
  const Beginnings beginnings(posting.asked_terms);
  const Tokens& tokens = resume.tokens;
  for (std::uint32_t i = 0; i < tokens.size(); ++i) {
    if (!beginnings.may_be(tokens.print(i)) || tokens[i].kind != TokenKind::word) continue;
    beginnings.for_each(tokens.print(i), [&](std::uint32_t term) {
      const std::string& key = posting.asked_terms[term].key;
      const TokenSpan span = named_at(resume, i, key);
      if (span.empty() || is_denied(tokens, span) || is_settled(resume, span)) return;
      if (is_personal(resume.outline, resume.outline.line_of(i))) return;
      named.push_back({key, evidence_at(resume, span, Stance::has)});
    });
  }
  return named;
}

}  // namespace skillfit
