#include "token/sentence.h"

#include <doctest/doctest.h>

#include <string>

using namespace skillfit;

TEST_CASE("the marks that end a sentence") {
  struct Case {
    const char* input;
    const char* expected;  // the input with a bar behind every end
  };
  const Case cases[] = {
      {"", ""},
      {"no end", "no end"},
      {"one. two.", "one.| two.|"},
      {"one! two? three; four", "one!| two?| three;| four"},
      {"node.js 3.5 e.g. more", "node.js 3.5 e.g.| more"},
      {"one.\ntwo", "one.|\ntwo"},
      {"one.two .net.", "one.two .net.|"},
      {"one, two: (three)", "one, two: (three)"},
  };
  for (const Case& c : cases) {
    CAPTURE(c.input);
    const Tokens tokens = tokenize(normalize(c.input));
    std::string marked = c.input;
    for (std::uint32_t i = tokens.size(); i-- > 0;)
      if (ends_sentence(tokens, i)) marked.insert(tokens[i].span().end, "|");
    CHECK(marked == c.expected);
  }
}
