// Phrases are canonicalised by the code that reads text, so the two can never disagree; the variants are plain edits of
// the canonical words.
#include "lexicon/phrase.h"

#include <algorithm>

namespace skillfit {
namespace {

// Two words of a name that are written as one are short words; "customerrelationship" is nobody's spelling.
constexpr std::size_t kShortestJoined = 5, kLongestJoined = 12;
constexpr std::size_t kShortestUnmarked = 4;  // "cicd"

bool is_mark(const std::string& word) {
  const auto is_between = [&word](char first, char last) { return first <= word[0] && word[0] <= last; };
  return word.size() == 1 && !is_between('a', 'z') && !is_between('0', '9');
}

bool is_lower_letter(char c) {
  return c >= 'a' && c <= 'z';
}

// The final dot of "Ph.D." stands at the end of a text; it is no reason to refuse the phrase.
bool only_dots_from(const Tokens& tokens, std::uint32_t i) {
  for (; i < tokens.size(); ++i) {
    if (tokens[i].kind != TokenKind::symbol || tokens[i].symbol() != '.') return false;
  }
  return true;
}

std::string without_apostrophes(std::string_view phrase) {
  std::string out;
  for (std::size_t i = 0; i < phrase.size(); ++i) {
    if (phrase[i] == '\'') continue;
    if (phrase.substr(i, 3) == "\u2019") {
      i += 2;
      continue;
    }
    out += phrase[i];
  }
  return out;
}

std::string pair_at(const Phrase& phrase, std::size_t at) {
  return is_mark(phrase[at]) || is_mark(phrase[at + 1]) ? std::string() : phrase[at] + phrase[at + 1];
}

// `phrase` with the words at `at` and `at` + 1 written as one.
Phrase join(Phrase phrase, std::size_t at) {
  phrase[at] += phrase[at + 1];
  phrase.erase(phrase.begin() + static_cast<std::ptrdiff_t>(at + 1));
  return phrase;
}

// The regular plural; empty if the word takes none.
std::string plural(const std::string& word) {
  if (word.size() < 3 || word.back() == 's' || !std::all_of(word.begin(), word.end(), is_lower_letter)) return {};
  const char last = word.back();
  const char before = word[word.size() - 2];
  const bool vowel_before = std::string_view("aeiou").find(before) != std::string_view::npos;
  if (last == 'y' && !vowel_before) return word.substr(0, word.size() - 1) + "ies";
  const bool hisses = last == 'x' || last == 'z' || (last == 'h' && (before == 'c' || before == 's'));
  return word + (hisses ? "es" : "s");
}

void add_if_new(std::vector<Phrase>& to, Phrase phrase) {
  if (!phrase.empty() && std::find(to.begin(), to.end(), phrase) == to.end()) to.push_back(std::move(phrase));
}

void add_compounds(std::vector<Phrase>& variants, const std::set<std::string>& compounds) {
  for (std::size_t i = 0, listed = variants.size(); i < listed; ++i) {
    for (std::size_t at = 0; at + 1 < variants[i].size(); ++at) {
      const std::string one = pair_at(variants[i], at);
      if (one.size() >= kShortestJoined && compounds.count(one) > 0) add_if_new(variants, join(variants[i], at));
    }
  }
}

// "node js" and "nodejs", "ci cd" and "cicd": the one mark of a name left out, with and without a space in its place,
// if it is a dot or a slash between two words ("a/b" are letters).
void add_unmarked(std::vector<Phrase>& variants) {
  Phrase words = variants.front();
  const auto mark = std::find_if(words.begin(), words.end(), is_mark);
  if (mark == words.begin() || mark == words.end() || std::count_if(words.begin(), words.end(), is_mark) > 1) return;
  const auto at = static_cast<std::size_t>(mark - words.begin());
  if ((*mark != "." && *mark != "/") || at + 1 == words.size()) return;
  if (words[at - 1].size() < 2 || words[at + 1].size() < 2) return;
  words.erase(mark);
  const std::size_t length = words[at - 1].size() + words[at].size();
  add_if_new(variants, words);
  if (length >= kShortestUnmarked && length <= kLongestJoined) add_if_new(variants, join(words, at - 1));
}

void add_plurals(std::vector<Phrase>& variants) {
  for (std::size_t i = 0, singular = variants.size(); i < singular; ++i) {
    Phrase words = variants[i];
    words.back() = plural(words.back());
    if (!words.back().empty()) add_if_new(variants, std::move(words));
  }
}

}  // namespace

// A word stands before the phrase, so that "O Auth" is not taken for a line with the bullet "o".
Phrase canonical_phrase(std::string_view phrase) {
  const Tokens tokens = tokenize(normalize("x " + std::string(phrase)));
  if (tokens.size() < 2 || phrase_role(tokens, 1, true) != PhraseRole::word) return {};
  Phrase words;
  for (std::uint32_t i = 1; i < tokens.size(); ++i) {
    const PhraseRole role = phrase_role(tokens, i, i == 1);
    if (role == PhraseRole::skipped) continue;
    if (role == PhraseRole::ends) return only_dots_from(tokens, i) ? words : Phrase{};
    const Token token = tokens[i];
    if (token.kind == TokenKind::word) {
      words.emplace_back(tokens.word(i));
    } else {
      words.emplace_back(token.symbol() == '&' ? "and" : std::string(1, token.symbol()));
    }
  }
  return words.size() <= kMostPhrase ? words : Phrase{};
}

std::vector<Phrase> phrase_variants(std::string_view phrase, VariantRules rules) {
  std::vector<Phrase> variants;
  add_if_new(variants, canonical_phrase(phrase));
  if (variants.empty()) return variants;
  const std::string bare = without_apostrophes(phrase);
  if (bare.size() != phrase.size()) add_if_new(variants, canonical_phrase(bare));
  if (rules.joined) add_unmarked(variants);
  if (rules.compounds != nullptr) add_compounds(variants, *rules.compounds);
  if (rules.plural) add_plurals(variants);
  if (rules.joined && variants.front().size() == 2) {
    const std::string one = pair_at(variants.front(), 0);
    if (one.size() >= kShortestJoined && one.size() <= kLongestJoined) add_if_new(variants, {one});
  }
  return variants;
}

std::string to_string(const Phrase& phrase) {
  std::string out;
  for (const std::string& word : phrase) {
    if (!out.empty()) out += ' ';
    out += word;
  }
  return out;
}

}  // namespace skillfit
