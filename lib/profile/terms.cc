// Terms, the names that the lexicon does not know, on both sides: what a posting asks for by name, and where a resume
// names it. A posting's terms are read with more doubt than a resume's, for each of them moves maxima: only proper
// names are asked for, only beside listed skills, and only the few that the posting insists on most.
#include <algorithm>
#include <bitset>

#include "lexicon/compiled.h"
#include "mention/boundary.h"
#include "profile/parts.h"

namespace skillfit {
namespace {

constexpr std::size_t kMostTerms = 4;     // of one posting
constexpr std::int32_t kTermDivisor = 4;  // a term weighs a quarter of the lightest skill beside it

std::string_view source_of(const ProfileInput& input, std::uint32_t token) {
  return slice(input.document.text, input.tokens.source_span({token, token + 1}));
}

// Every word holds a capital, and the lexicon uses at least one of them nowhere: "Zuora Billing", "k8S", not "Physical
// Sciences". Folding changes what is not written in small letters.
bool is_proper_name(const ProfileInput& input, TokenSpan span) {
  const CompiledLexicon& lexicon = input.context.lexicon.compiled();
  bool capital = true, unknown = false;  // capital: in the word so far, with what is glued to it
  for (std::uint32_t i = span.first; i < span.last; ++i) {
    const Token token = input.tokens[i];
    const std::string_view word = input.tokens.word(i);
    if (!token.glued || i == span.first) {
      if (!capital) return false;
      capital = token.numeric || word == "of";
    }
    if (token.kind != TokenKind::word || token.numeric) continue;
    capital = capital || source_of(input, i) != word;
    unknown = unknown || (token.size > 1 && lexicon.word_id(word) == kNoWord);
  }
  return capital && unknown;
}

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

bool is_asked_for(const Term& term) {
  return (term.stance == Stance::required || term.stance == Stance::preferred) && is_asked(term.section);
}

std::vector<Wish> collect_wishes(const ProfileInput& input) {
  std::vector<Wish> wishes;
  for (const Term& term : input.mentions.terms) {
    if (!is_asked_for(term) || !is_proper_name(input, term.tokens)) continue;
    std::string key = term_key(input.tokens, term.tokens);
    auto wish = std::find_if(wishes.begin(), wishes.end(), [&](const Wish& w) { return w.key == key; });
    if (wish == wishes.end()) {
      wish = wishes.insert(wishes.end(), {std::move(key), std::string(slice(input.document.text, term.span)), {}});
      wish->requirement.kind = RequirementKind::term;
      wish->requirement.stance = term.stance;
      wish->requirement.sentence = sentence_of(input, term.tokens);
    }
    if (term.stance < wish->requirement.stance) wish->requirement.sentence = sentence_of(input, term.tokens);
    wish->requirement.stance = std::min(wish->requirement.stance, term.stance);
    wish->requirement.evidence.push_back(term.span);
  }
  return wishes;
}

// Of the lightest listed skill that is asked for as strongly, a share; 0 if there is none.
std::int32_t term_weight(Stance stance, const std::vector<Requirement>& listed) {
  std::int32_t lightest = 0;
  for (const Requirement& skill : listed) {
    const bool beside = (skill.stance == Stance::required) == (stance == Stance::required);
    if (skill.kind != RequirementKind::skill || !beside) continue;
    if (lightest == 0 || skill.weight < lightest) lightest = skill.weight;
  }
  return lightest / kTermDivisor;
}

// What is required goes first, then what is said most often; the rest is settled by the key, not by the place.
bool is_wished_more(const Wish& a, const Wish& b) {
  if (a.requirement.stance != b.requirement.stance) return a.requirement.stance < b.requirement.stance;
  if (a.requirement.evidence.size() != b.requirement.evidence.size())
    return a.requirement.evidence.size() > b.requirement.evidence.size();
  return a.key < b.key;
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
TokenSpan named_at(const ProfileInput& input, std::uint32_t first, const std::string& key) {
  const Tokens& tokens = input.tokens;
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
  const bool same = found == words && term_key(tokens, span) == key;
  return same && stands_alone(input.document.text, tokens, span) ? span : TokenSpan{first, first};
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

std::uint8_t first_byte(std::string_view word) {
  return static_cast<std::uint8_t>(word.empty() ? 0 : word.front());
}

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

void add_term_requirements(const ProfileInput& input, Profile& posting) {
  add_wishes(collect_wishes(input), posting);
}

void add_wishes(std::vector<Wish> wishes, Profile& posting) {
  for (Wish& wish : wishes) wish.requirement.weight = term_weight(wish.requirement.stance, posting.requirements);
  std::erase_if(wishes, [](const Wish& wish) { return wish.requirement.weight == 0; });
  if (wishes.empty()) return;
  std::sort(wishes.begin(), wishes.end(), is_wished_more);
  if (wishes.size() > kMostTerms) wishes.resize(kMostTerms);
  std::sort(wishes.begin(), wishes.end(), [](const Wish& a, const Wish& b) { return a.key < b.key; });
  for (Wish& wish : wishes) {
    wish.requirement.term = static_cast<std::int32_t>(posting.asked_terms.size());
    posting.asked_terms.push_back({std::move(wish.key), std::move(wish.text)});
    posting.requirements.push_back(std::move(wish.requirement));
  }
  std::stable_sort(posting.requirements.begin(), posting.requirements.end(), is_earlier);
}

std::vector<NamedTerm> find_asked_terms(const ProfileInput& resume, const Profile& posting) {
  std::vector<NamedTerm> named;
  if (posting.asked_terms.empty()) return named;
  std::bitset<256> begins;  // most words begin with another letter
  for (const AskedTerm& asked : posting.asked_terms) begins.set(first_byte(asked.key));
  const Tokens& tokens = resume.tokens;
  for (std::uint32_t i = 0; i < tokens.size(); ++i) {
    if (tokens[i].kind != TokenKind::word || !begins[first_byte(tokens.word(i))]) continue;
    for (const AskedTerm& asked : posting.asked_terms) {
      const TokenSpan span = named_at(resume, i, asked.key);
      if (span.empty() || is_settled(resume, span) || is_personal(resume.outline, resume.outline.line_of(i))) continue;
      named.push_back({asked.key, evidence_at(resume, span, Stance::has)});
    }
  }
  return named;
}

}  // namespace skillfit
