#include "token/few_words.h"

#include <doctest/doctest.h>

#include <algorithm>
#include <string>

#include "random.h"
#include "skillfit/text.h"

using namespace skillfit;
using skillfit::testing::Random;

namespace {

// Two of them have the same print: the same first eight letters, and as many of them.
constexpr std::array<std::string_view, 6> kList = {"with", "a", "coordinates", "coordinated", "liaison", "and"};
constexpr auto kWords = FewWords(kList);
static_assert(print_of("coordinates") == print_of("coordinated"));

constexpr std::array<std::string_view, 9> kVocabulary = {
    "with", "a", "coordinates", "coordinated", "coordinator", "liaison", "and", "lei", ","};

bool is_listed(std::string_view word) {
  return std::find(kList.begin(), kList.end(), word) != kList.end();
}

}  // namespace

TEST_CASE("a word is held if it is listed, whatever shares its print") {
  for (const std::string_view word : kVocabulary) {
    CAPTURE(word);
    CHECK(kWords.hold(word) == is_listed(word));
  }
}

TEST_CASE("tokens are held as their words are, and none behind the end") {
  Random random(11);
  for (int round = 0; round < 100; ++round) {
    std::string text;
    for (std::uint32_t n = random.below(12); n > 0; --n) (text += kVocabulary[random.below(9)]) += ' ';
    const Tokens tokens = tokenize(normalize(text));
    bool any = false;
    for (std::uint32_t i = 0; i < tokens.size(); ++i) {
      CHECK(kWords.hold(tokens, i) == is_listed(tokens.word(i)));
      any |= kWords.hold(tokens, i);
    }
    CHECK(!kWords.hold(tokens, tokens.size()));
    CHECK((!any || kWords.may_hold_any(tokens, 0, tokens.size() + 1)));
  }
}

TEST_CASE("the filter of several lists lets every word of each through") {
  constexpr auto kOther = few_words({"bakes", "bread"});
  constexpr FewFilter filter = filter_of(kWords, kOther);
  for (const std::string_view word : kList) CHECK(filter.may_hold(print_of(word)));
  CHECK(filter.may_hold(print_of("bread")));
  CHECK(!filter.may_hold(print_of("stone")));
}
