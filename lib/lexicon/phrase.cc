// Phrases are canonicalised by the code that reads text, so the two can never disagree; the variants are plain edits of
// the canonical words.
#include "lexicon/phrase.h"

#include <algorithm>
#include <array>

namespace skillfit {
namespace {

bool is_symbol(const std::string& word) {
  return word.size() == 1 && std::string_view("+#./'@*").find(word[0]) != std::string_view::npos;
}

// Words that hold a phrase together: nobody writes "pointofsale".
bool is_link(std::string_view word) {
  constexpr std::array<std::string_view, 12> kLinks = {"a",  "and", "as", "at",  "by", "for",
                                                       "in", "of",  "or", "the", "to", "with"};
  return std::find(kLinks.begin(), kLinks.end(), word) != kLinks.end();
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

// `phrase` with the words [begin, end) written as one; empty if that is no likely spelling.
Phrase joined(const Phrase& phrase, std::size_t begin, std::size_t end) {
  Phrase out(phrase.begin(), phrase.begin() + static_cast<std::ptrdiff_t>(begin));
  std::string one;
  for (std::size_t i = begin; i < end; ++i) {
    if (is_symbol(phrase[i]) || (phrase.size() > 2 && is_link(phrase[i]))) return {};
    one += phrase[i];
  }
  if (one.size() < 5) return {};
  out.push_back(one);
  out.insert(out.end(), phrase.begin() + static_cast<std::ptrdiff_t>(end), phrase.end());
  return out;
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

}  // namespace

Phrase canonical_phrase(std::string_view phrase) {
  const Tokens tokens = tokenize(normalize(phrase));
  if (tokens.size() == 0 || phrase_role(tokens, 0, true) != PhraseRole::word) return {};
  Phrase words;
  for (std::uint32_t i = 0; i < tokens.size(); ++i) {
    const PhraseRole role = phrase_role(tokens, i, i == 0);
    if (role == PhraseRole::skipped) continue;
    if (role == PhraseRole::ends) return only_dots_from(tokens, i) ? words : Phrase{};
    const Token token = tokens[i];
    if (token.kind == TokenKind::word) {
      words.emplace_back(tokens.word(i));
    } else {
      words.emplace_back(token.symbol() == '&' ? "and" : std::string(1, token.symbol()));
    }
  }
  return words;
}

std::vector<Phrase> phrase_variants(std::string_view phrase, VariantRules rules) {
  std::vector<Phrase> variants;
  add_if_new(variants, canonical_phrase(phrase));
  if (variants.empty()) return variants;
  const std::string bare = without_apostrophes(phrase);
  if (bare.size() != phrase.size()) add_if_new(variants, canonical_phrase(bare));
  if (rules.joined) {
    for (std::size_t i = 0, listed = variants.size(); i < listed; ++i) {
      const Phrase words = variants[i];
      if (words.size() < 2 || words.size() > 3) continue;
      add_if_new(variants, joined(words, 0, words.size()));
      add_if_new(variants, joined(words, 0, 2));
      if (words.size() == 3) add_if_new(variants, joined(words, 1, 3));
    }
  }
  if (rules.plural) {
    for (std::size_t i = 0, singular = variants.size(); i < singular; ++i) {
      Phrase words = variants[i];
      words.back() = plural(words.back());
      if (!words.back().empty()) add_if_new(variants, std::move(words));
    }
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
