#include <doctest/doctest.h>

#include <algorithm>

#include "lexicon/phrase.h"
#include "mention/scan.h"
#include "random.h"
#include "reading.h"

using namespace skillfit;
using namespace skillfit::testing;

namespace {

const std::vector<std::string> kWords = {"gaz", "solder", "flux", "iron", "gun", "board", "c++", "r&d"};

std::string random_words(Random& random, std::uint32_t most) {
  std::string words = random.pick(kWords);
  for (std::uint32_t more = random.below(most); more > 0; --more) words += " " + random.pick(kWords);
  return words;
}

std::string random_toml(Random& random) {
  std::string toml;
  for (const char* key : {"aa", "bb", "cc", "dd"}) {
    toml +=
        "[" + std::string(key) + "]\nname = \"Name " + key + "\"\nkind = \"tool\"\nexact = [\"" + key + "\"]\nnear = [";
    for (int n = 0; n < 3; ++n) toml += "\"" + random_words(random, 3) + "\", ";
    toml += "]\n";
  }
  return toml;
}

// The obvious way: every path from every token, without a filter.
bool slow_has_context_word(const Searched& in, SkillId skill, TokenSpan around, TokenSpan self) {
  const auto wanted = in.lexicon.near_contexts(skill);
  bool found = false;
  for (std::uint32_t first = around.first; first < around.last; ++first) {
    walk_phrases(in.lexicon, in.tokens, first, [&](NodeId node, std::uint32_t last) {
      const bool overlaps = first < self.last && self.first <= last;
      for (const Form& form : in.lexicon.forms(node)) {
        const bool is_wanted = std::count(wanted.begin(), wanted.end(), form.target) > 0;
        found = found || (form.kind == FormKind::context && is_wanted && !overlaps);
      }
    });
  }
  return found;
}

}  // namespace

TEST_CASE("a context word is found exactly where walking every path finds one") {
  Random random(23);
  int found = 0, asked = 0;
  for (int round = 0; round < 60; ++round) {
    const Result<Lexicon> lexicon = Lexicon::compile({{"x.toml", random_toml(random)}});
    REQUIRE(lexicon);
    std::string text = random_words(random, 12);
    for (int n = 0; n < 3; ++n) text += (random.one_in(3) ? ", " : " ") + random_words(random, 6);
    const Reading r = read(text, *lexicon, As::resume);
    const Prints prints(r.tokens, r.outline);
    const Searched in{r.tokens, prints, lexicon->compiled()};
    for (int sample = 0; sample < 40; ++sample) {
      const std::uint32_t size = r.tokens.size();
      const std::uint32_t begin = random.below(size), self = random.below(size);
      const TokenSpan around{begin, begin + random.below(size - begin + 1)};
      const SkillId skill{random.below(lexicon->size())};
      CAPTURE(text);
      const bool expected = slow_has_context_word(in, skill, around, {self, self + 1});
      CHECK(has_context_word(in, skill, around, {self, self + 1}) == expected);
      found += expected ? 1 : 0;
      ++asked;
    }
  }
  CHECK(found > asked / 10);
  CHECK(found < asked);
}
