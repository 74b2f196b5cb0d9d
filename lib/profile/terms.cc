// What a posting asks for that the lexicon does not know. An item of a list of skills is asked for as the list has it,
// like its neighbours. In prose there is more doubt, and each term moves maxima: only proper names are asked for, only
// beside listed skills, and only the few that the posting insists on most.
#include <algorithm>

#include "lexicon/compiled.h"
#include "profile/parts.h"

namespace skillfit {
namespace {

constexpr std::size_t kMostTerms = 4;        // of one posting's prose
constexpr std::int32_t kTermDivisor = 4;     // there a term weighs a quarter of the lightest skill beside it
constexpr std::int32_t kLeastWeight = 1000;  // of a skill that every document names, once

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

std::vector<Wish> collect_wishes(const ProfileInput& input) {
  std::vector<Wish> wishes;
  const std::vector<TokenSpan> titles = titles_of(input);
  for (const Term& term : input.mentions.terms) {
    if (std::ranges::count(titles, term.tokens) > 0) continue;
    if (!is_asked_for(term) || (!term.listed && !is_proper_name(input, term.tokens))) continue;
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
    wish->requirement.listed = wish->requirement.listed || term.listed;
    wish->requirement.evidence.push_back(term.span);
  }
  return wishes;
}

// Of the skills that are asked for as strongly; 0 if there is none.
std::int32_t lightest_skill(Stance stance, const std::vector<Requirement>& asked) {
  std::int32_t lightest = 0;
  for (const Requirement& skill : asked) {
    const bool beside = (skill.stance == Stance::required) == (stance == Stance::required);
    if (skill.kind != RequirementKind::skill || !beside) continue;
    if (lightest == 0 || skill.weight < lightest) lightest = skill.weight;
  }
  return lightest;
}

// What a list asks for and nobody knows may be an everyday word or a rare one; it is taken for the former.
std::int32_t term_weight(const Requirement& term, const std::vector<Requirement>& asked) {
  const std::int32_t lightest = lightest_skill(term.stance, asked);
  if (term.listed) return lightest == 0 ? kLeastWeight : lightest;
  return lightest / kTermDivisor;
}

// What is listed goes first, then what is required, then what is said most often; the rest is settled by the key, not
// by the place.
bool is_wished_more(const Wish& a, const Wish& b) {
  if (a.requirement.listed != b.requirement.listed) return a.requirement.listed;
  if (a.requirement.stance != b.requirement.stance) return a.requirement.stance < b.requirement.stance;
  if (a.requirement.evidence.size() != b.requirement.evidence.size())
    return a.requirement.evidence.size() > b.requirement.evidence.size();
  return a.key < b.key;
}

}  // namespace

bool is_asked_for(const Term& term) {
  return (term.stance == Stance::required || term.stance == Stance::preferred) && is_asked(term.section);
}

void add_term_requirements(const ProfileInput& input, Profile& posting) {
  add_wishes(collect_wishes(input), posting);
}

void add_wishes(std::vector<Wish> wishes, Profile& posting) {
  for (Wish& wish : wishes) wish.requirement.weight = term_weight(wish.requirement, posting.requirements);
  std::erase_if(wishes, [](const Wish& wish) { return wish.requirement.weight == 0; });
  if (wishes.empty()) return;
  std::sort(wishes.begin(), wishes.end(), is_wished_more);
  const auto listed = std::ranges::count_if(wishes, [](const Wish& wish) { return wish.requirement.listed; });
  const std::size_t most = static_cast<std::size_t>(listed) + kMostTerms;
  if (wishes.size() > most) wishes.resize(most);
  std::sort(wishes.begin(), wishes.end(), [](const Wish& a, const Wish& b) { return a.key < b.key; });
  for (Wish& wish : wishes) {
    wish.requirement.term = static_cast<std::int32_t>(posting.asked_terms.size());
    posting.asked_terms.push_back({std::move(wish.key), std::move(wish.text)});
    posting.requirements.push_back(std::move(wish.requirement));
  }
  std::stable_sort(posting.requirements.begin(), posting.requirements.end(), is_earlier);
}

}  // namespace skillfit
