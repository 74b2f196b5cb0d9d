// The words of titles: what counts as the same job, and as the same trade.
#include "outline/title_words.h"

#include <doctest/doctest.h>

using namespace skillfit;

TEST_CASE("one word for all that name the same job") {
  const struct {
    const char *word, *expected;
  } cases[] = {
      {"engineer", "engineer"},
      {"engineers", "engineer"},
      {"developers", "engineer"},
      {"banking", "banker"},
      {"sales", "sale"},
      {"salesperson", "sale"},
      {"secretaries", "secretary"},
      {"coaches", "coach"},
      {"nurses", "nurse"},
      {"agricultural", "farm"},
      {"attorney", "lawyer"},
      {"legal", "legal"},
      {"business", "business"},
      {"coder", "coder"},
      {"financial", "finance"},
      {"programme", "program"},
      {"mechanical", "mechanical"},
      {"mechanic", "mechanic"},
      {"architecture", "architect"},
  };
  for (const auto& c : cases) {
    CAPTURE(c.word);
    CHECK(canonical_title_word(c.word) == c.expected);
    CHECK(canonical_title_word(c.expected) == c.expected);
  }
}

TEST_CASE("two words that are one") {
  CHECK(joined_title_words("human", "resource") == "hr");
  CHECK(joined_title_words("information", "technology") == "it");
  CHECK(joined_title_words("resource", "human").empty());
  CHECK(joined_title_words("human", "being").empty());
}

TEST_CASE("trades: other jobs of a trade share it, words that any trade has have none") {
  const auto share = [](const char* a, const char* b) {
    return (trades_of(canonical_title_word(a)) & trades_of(canonical_title_word(b))) != 0;
  };
  CHECK(share("cook", "chef"));
  CHECK(share("sous", "dishwasher"));
  CHECK(share("waiter", "restaurant"));
  CHECK(share("restaurant", "chef"));
  CHECK(share("paralegal", "attorney"));
  CHECK(share("teacher", "elementary"));
  CHECK_FALSE(share("waiter", "chef"));
  CHECK_FALSE(share("mechanic", "mechanical"));
  CHECK_FALSE(share("accountant", "nurse"));
  for (const char* word : {"manager", "assistant", "specialist", "coordinator", "operation", "blue", ""}) {
    CHECK(trades_of(word) == 0);
  }
  CHECK(trade_name(trades_of("chef")) == "kitchen");
  CHECK(trade_name(trades_of("paralegal")) == "law");
}

TEST_CASE("words that any trade has weigh a quarter") {
  CHECK(title_word_weight("chef") == 4);
  CHECK(title_word_weight("manager") == 1);
  CHECK(title_word_weight(canonical_title_word("operations")) == 1);
}
