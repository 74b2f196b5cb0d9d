#include "lexicon/archive.h"

#include <doctest/doctest.h>

#include "random.h"

using namespace skillfit;
using skillfit::testing::Random;

namespace {

std::vector<std::string> random_strings(Random& random) {
  std::vector<std::string> strings(random.below(4));
  for (std::string& text : strings) {
    for (std::uint32_t n = random.below(5); n > 0; --n) text += random.one_in(4) ? "\u00e9" : "a";
  }
  return strings;
}

SkillSource random_skill(Random& random) {
  SkillSource skill;
  for (const auto list : kStringLists) skill.*list = random_strings(random);
  skill.file = "file" + std::to_string(random.below(9)) + ".toml";
  skill.line = static_cast<std::uint32_t>(random.next());
  return skill;
}

}  // namespace

TEST_CASE("skills and cues come back from a packed archive as they were") {
  Random random(5);
  for (int round = 0; round < 50; ++round) {
    std::vector<SkillSource> skills(random.below(6));
    std::string text;
    for (SkillSource& skill : skills) append_record(skill = random_skill(random), text);
    const CueSource cue{{}, "label", random_strings(random), "cues.toml", 7};
    append_record(cue, text);
    text = arrange(text);
    const std::optional<std::string> unpacked = unpack(pack(text), text.size());
    REQUIRE(unpacked == text);
    const std::vector<std::string_view> records = records_of(*unpacked);
    REQUIRE(records.size() == skills.size() + 1);
    for (std::size_t i = 0; i < skills.size(); ++i) {
      SkillSource read;
      REQUIRE(read_record(records[i], read));
      for (const auto list : kStringLists) CHECK(read.*list == skills[i].*list);
      CHECK(read.file == skills[i].file);
      CHECK(read.line == skills[i].line);
    }
    CueSource read;
    REQUIRE(read_record(records.back(), read));
    CHECK(read.label == cue.label);
    CHECK(read.phrases == cue.phrases);
    CHECK(read.line == cue.line);
  }
}

TEST_CASE("what is no record is refused") {
  SkillSource skill;
  skill.file = "x.toml";
  skill.alias = {"one", "two"};
  std::string text;
  append_record(skill, text);
  const std::string record(records_of(arrange(text)).at(0));
  const struct {
    const char* name;
    std::string record;
  } cases[] = {
      {"empty", ""},
      {"a list too few", record.substr(0, record.size() - 1)},
      {"a list too many", record + '\xFE'},
      {"no line", "x.toml\xFF" + record.substr(record.find('\xFE'))},
      {"a line that is no number",
       "x.toml\xFF"
       "1x\xFF" +
           record.substr(record.find('\xFE'))},
      {"not UTF-8", record.substr(0, record.find("one")) + '\xC3' + record.substr(record.find("one"))},
  };
  REQUIRE(read_record(record, skill));
  for (const auto& c : cases) {
    CAPTURE(c.name);
    SkillSource read;
    CHECK(!read_record(c.record, read));
  }
}

TEST_CASE("arranged records stand by files and come back in their order") {
  const std::string text =
      "b\xFF"
      "1\xFD"
      "a\xFF"
      "2\xFD"
      "b\xFF"
      "3\xFD"
      "a\xFF"
      "4\xFD";
  CHECK(arrange(text) ==
        "1\xFF"
        "0\xFF"
        "1\xFF"
        "0\xFF\xFD"
        "a\xFF"
        "2\xFD"
        "a\xFF"
        "4\xFD"
        "b\xFF"
        "1\xFD"
        "b\xFF"
        "3\xFD");
  CHECK(records_of(arrange(text)) == std::vector<std::string_view>{"b\xFF"
                                                                   "1",
                                                                   "a\xFF"
                                                                   "2",
                                                                   "b\xFF"
                                                                   "3",
                                                                   "a\xFF"
                                                                   "4"});
}

TEST_CASE("an arranged text with more or fewer records than it lists has none") {
  for (const std::string_view arranged : {"", "\xFD", "0\xFF\xFD", "x\xFD",
                                          "0\xFF\xFD"
                                          "a\xFD"
                                          "b\xFD",
                                          "0\xFF"
                                          "a\xFD"}) {
    CHECK(records_of(arranged).empty());
  }
}

TEST_CASE("a packed text of another size, or cut, is refused") {
  const std::string text(1000, 'x'), packed = pack(text);
  CHECK(unpack(packed, 1000) == text);
  for (const std::uint64_t size : {0ull, 999ull, 1001ull, 1ull << 60}) CHECK(!unpack(packed, size));
  for (std::size_t size = 0; size < packed.size(); ++size) CHECK(!unpack(packed.substr(0, size), 1000));
}
