// What holds for any text: lines and sections tile the tokens, every span lies where it says, and whole sections can
// change places.
#include <doctest/doctest.h>

#include <algorithm>
#include <array>

#include "base/utf8.h"
#include "outlined.h"
#include "random.h"

namespace skillfit {
namespace {

using testing::Outlined;
using testing::Random;

const std::vector<std::string> kPieces = {"Skills",
                                          "Work Experience",
                                          "EDUCATION",
                                          "Requirements:",
                                          "Nice to have:",
                                          "## Projects",
                                          "Java, Go, C++",
                                          "• baked bread",
                                          "1. ",
                                          "Jan 2018 - Mar 2021",
                                          "2015-",
                                          "06/",
                                          "2019 to ",
                                          "present",
                                          "Since ",
                                          "Engineer",
                                          "Acme",
                                          "BS in ",
                                          "Bachelor's degree or equivalent",
                                          "5+ years of experience",
                                          "four (4) years",
                                          "(",
                                          ")",
                                          ":",
                                          "?",
                                          ".",
                                          ". ",
                                          "\n",
                                          "\n\n",
                                          "\r\n",
                                          " ",
                                          "  ",
                                          "\t",
                                          "’",
                                          "–",
                                          "ﬁ",
                                          "é",
                                          "日本語",
                                          "-",
                                          "--",
                                          "/",
                                          "'",
                                          "99",
                                          "1",
                                          "#",
                                          "**",
                                          "you"};

std::string random_text(Random& random) {
  std::string text;
  for (std::uint32_t left = random.below(60); left > 0; --left) {
    text += random.pick(kPieces);
    if (!random.one_in(3)) text += ' ';
  }
  return text;
}

// Every newline token lies between lines, every other token in exactly one, in order.
void check_lines(const Outlined& made) {
  std::uint32_t at = 0;
  for (const Line& line : made.outline.lines) {
    REQUIRE(line.tokens.first < line.tokens.last);
    for (; at < line.tokens.first; ++at) REQUIRE(made.tokens[at].kind == TokenKind::newline);
    for (; at < line.tokens.last; ++at) {
      REQUIRE(made.tokens[at].kind != TokenKind::newline);
      REQUIRE(&made.outline.lines[made.outline.line_of(at)] == &line);
    }
    const Section& section = made.outline.sections[line.section];
    REQUIRE((section.tokens.contains(line.tokens.first) || section.heading.contains(line.tokens.first)));
  }
  for (; at < made.tokens.size(); ++at) REQUIRE(made.tokens[at].kind == TokenKind::newline);
}

void check_sections(const Outlined& made) {
  REQUIRE_FALSE(made.outline.sections.empty());
  CHECK(made.outline.sections.front().heading.empty());
  std::uint32_t at = 0;
  for (const Section& section : made.outline.sections) {
    if (&section != &made.outline.sections.front()) {
      REQUIRE(section.heading.first == at);
      at = section.heading.last;
    }
    REQUIRE(section.tokens.first == at);
    REQUIRE(section.tokens.last >= at);
    at = section.tokens.last;
  }
  REQUIRE(at == made.tokens.size());
}

void check_claims(const Outlined& made) {
  const auto inside = [&](TokenSpan span) { return span.first <= span.last && span.last <= made.tokens.size(); };
  std::uint32_t at = 0;
  for (const Position& position : made.outline.positions) {
    REQUIRE(position.tokens.first >= at);
    REQUIRE(position.tokens.first <= position.dates.first);
    REQUIRE(position.dates.last <= position.tokens.last);
    REQUIRE(inside(position.tokens));
    REQUIRE(inside(position.title));
    if (position.end) REQUIRE(position.begin <= *position.end);
    REQUIRE(position.begin >= make_month(1950, 1));
    at = position.tokens.last;
  }
  for (const Degree& degree : made.outline.degrees) REQUIRE((inside(degree.tokens) && !degree.tokens.empty()));
  for (const Duration& duration : made.outline.durations) {
    REQUIRE((inside(duration.tokens) && !duration.tokens.empty()));
    REQUIRE(duration.months > 0);
  }
  REQUIRE(inside(made.outline.title));
}

void check(const std::string& text, std::optional<As> as) {
  CAPTURE(text);
  const Outlined made(text, as);
  check_lines(made);
  check_sections(made);
  check_claims(made);
}

TEST_CASE("any outline: tiles and stays inside its text") {
  Random random(7);
  const std::array<std::optional<As>, 3> all = {std::nullopt, As::resume, As::posting};
  for (int round = 0; round < 6000; ++round) check(random_text(random), all[random.below(3)]);
}

TEST_CASE("any outline: random bytes") {
  Random random(11);
  for (int round = 0; round < 2000; ++round) {
    std::string bytes(random.below(120), '\0');
    for (char& c : bytes) c = static_cast<char>(random.next());
    check(repair_utf8(bytes), std::nullopt);
  }
}

TEST_CASE("sections can change places") {
  std::vector<std::string> parts = {
      "Summary\nCalm and tidy.\n",
      "Work Experience\nHead Chef 01/2010 - present\nLed.\nCook, Acme, 2005-2009\nSoup.\n",
      "Education\nBachelor of Arts, 2004 Acme College\n",
      "Skills\nSoup, Bread, Cake\nCore strengths\n",
      "Languages:\nFrench, Latin\n",
  };
  const auto facts = [](const Outlined& made) {
    std::vector<std::string> all = made.sections(), positions = made.positions();
    all.insert(all.end(), positions.begin(), positions.end());
    for (const Degree& degree : made.outline.degrees) all.push_back(made.text(degree.tokens));
    std::sort(all.begin(), all.end());
    return all;
  };
  std::vector<std::size_t> order = {0, 1, 2, 3, 4};
  std::vector<std::string> expected;
  do {
    std::string text = "Ana Prueba\n";
    for (const std::size_t part : order) text += parts[part];
    const auto found = facts(Outlined(text, As::resume));
    if (expected.empty()) expected = found;
    CHECK(found == expected);
  } while (std::next_permutation(order.begin(), order.end()));
  CHECK(expected.size() == 11);
}

}  // namespace
}  // namespace skillfit
