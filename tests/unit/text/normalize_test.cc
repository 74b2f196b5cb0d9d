#include <doctest/doctest.h>

#include "generated_text.h"
#include "skillfit/text.h"
#include "text/reference.h"

using namespace skillfit;

namespace {

std::uint32_t size_of(const Text& text) {
  return static_cast<std::uint32_t>(text.folded().size());
}

// Offsets of the characters of `text`, and its end.
std::vector<std::uint32_t> boundaries(std::string_view text) {
  std::vector<std::uint32_t> result;
  for (std::size_t at = 0; at <= text.size(); ++at) {
    if (utf8_floor(text, at) == at) result.push_back(static_cast<std::uint32_t>(at));
  }
  return result;
}

// What is wrong with the fast folding of `source`, judged by the slow one; empty if nothing.
std::string fault_of(std::string_view source, const Text& fast, const Text& slow) {
  if (fast.folded() != slow.folded()) return "other bytes";
  SourceSpan before{0, 0};
  for (const std::uint32_t cut : boundaries(fast.folded())) {
    const SourceSpan to_cut = fast.to_source({0, cut});
    const SourceSpan from_cut = fast.to_source({cut, size_of(fast)});
    const SourceSpan empty = fast.to_source({cut, cut});
    if (to_cut != slow.to_source({0, cut}) || from_cut != slow.to_source({cut, size_of(fast)})) return "other map";
    if (to_cut.end < before.end || from_cut.begin < before.begin) return "the map decreases";
    if (empty.begin != from_cut.begin || empty.end < empty.begin || empty.end > source.size()) return "empty span";
    before = {from_cut.begin, to_cut.end};
  }
  return "";
}

// Picks spans and checks that their source, folded by itself, contains them.
std::string fault_of_slices(std::string_view source, const Text& text, testing::Random& random) {
  const std::vector<std::uint32_t> cuts = boundaries(text.folded());
  for (int i = 0; i < 3; ++i) {
    FoldedSpan span{random.pick(cuts), random.pick(cuts)};
    if (span.begin > span.end) std::swap(span.begin, span.end);
    const SourceSpan at = text.to_source(span);
    if (at.begin > at.end || at.end > source.size()) return "span outside the source";
    if (utf8_floor(source, at.begin) != at.begin || utf8_floor(source, at.end) != at.end) return "cut character";
    const Text again = normalize(slice(source, at));
    if (again.folded().find(slice(text.folded(), span)) == std::string_view::npos) return "slice folds to other bytes";
  }
  return "";
}

}  // namespace

TEST_CASE("normalize folds as NFKC_Casefold") {
  struct Case {
    std::string name;
    std::string input, expected;
  };
  const Case cases[] = {
      {"empty", "", ""},
      {"ASCII", "Node.js, C++ & CI/CD\r\n", "node.js, c++ & ci/cd\r\n"},
      {"all of ASCII around the letters", "@AZ[`az{\t\x7F", "@az[`az{\t\x7F"},
      {"ASCII longer than a register", std::string(100, 'Q') + "!", std::string(100, 'q') + "!"},
      {"quotes and dashes stay", "Bachelor’s – “x”", "bachelor’s – “x”"},
      {"bullets stay", "• ▪ ●", "• ▪ ●"},
      {"capital e acute", "É", "é"},
      {"combining accent composes", "Re\u0301sume\u0301", "résumé"},
      {"accent over ASCII at the end of a long run", std::string(63, 'A') + "E\u0301", std::string(63, 'a') + "é"},
      {"marks are put in order", "q\u0301\u0323", "q\u0323\u0301"},
      {"mark at the start", "\u0301a", "\u0301a"},
      {"ligature", "ﬁnance oﬃce", "finance office"},
      {"sharp s", "Straße GROẞ", "strasse gross"},
      {"dotted capital i", "İ", "i\u0307"},
      {"dotless i stays", "ı", "ı"},
      {"final sigma", "ΣΟΦΟΣ ς", "σοφοσ σ"},
      {"Cyrillic", "ПРОГРАММИСТ", "программист"},
      {"Arabic presentation forms", "ﷺ", "صلى الله عليه وسلم"},
      {"Hebrew", "שָׁלוֹם", "שָׁלוֹם"},
      {"Devanagari", "हिन्दी", "हिन्दी"},
      {"Han compatibility", "\uF900", "\u8C48"},
      {"Hangul jamo compose", "\u1112\u1161\u11AB", "한"},
      {"Hangul syllable and a final", "하\u11AB", "한"},
      {"fullwidth", "Ｊａｖａ　８", "java 8"},
      {"halfwidth katakana with a voicing mark", "ｶﾞ", "ガ"},
      {"no-break space", "a\u00A0b", "a b"},
      {"byte order mark goes", "\uFEFFName", "name"},
      {"soft hyphen goes", "Java\u00ADScript", "javascript"},
      {"zero-width characters go", "Py\u200B\u200C\u200Dthon", "python"},
      {"a deleted character lets a mark through", "e\u00AD\u0301", "é"},
      {"a deleted character beyond the BMP too", "E\U000E0001\u0301", "é"},
      {"emoji with joiner and variation selector", "👩\u200D💻 ❤\uFE0F", "👩💻 ❤"},
      {"ellipsis", "…", "..."},
      {"trade mark", "Java™", "javatm"},
      {"NUL", std::string("A\0B", 3), std::string("a\0b", 3)},
  };
  for (const Case& c : cases) {
    INFO(c.name);
    const Text text = normalize(c.input);
    CHECK(text.folded() == c.expected);
  }
}

TEST_CASE("to_source leads back to the bytes that folded to a span") {
  struct Case {
    std::string name;
    std::string input;
    FoldedSpan folded;
    SourceSpan expected;
  };
  const Case cases[] = {
      {"nothing", "", {0, 0}, {0, 0}},
      {"ASCII", "One Two", {4, 7}, {4, 7}},
      {"same size", "ÉA", {0, 2}, {0, 2}},
      {"after a same-size folding", "ÉA", {2, 3}, {2, 3}},
      {"after a byte order mark", "\uFEFFGo", {0, 2}, {3, 5}},
      {"before a byte order mark that ends the text", "Go\uFEFF", {0, 2}, {0, 2}},
      {"around a soft hyphen", "Java\u00ADScript", {0, 10}, {0, 12}},
      {"before a soft hyphen", "Java\u00ADScript", {0, 4}, {0, 4}},
      {"behind a soft hyphen", "Java\u00ADScript", {4, 10}, {6, 12}},
      {"empty, behind a soft hyphen", "Java\u00ADScript", {4, 4}, {6, 6}},
      {"a whole ligature", "xﬁy", {1, 3}, {1, 4}},
      {"first half of a ligature", "xﬁy", {1, 2}, {1, 4}},
      {"second half of a ligature", "xﬁy", {2, 3}, {1, 4}},
      {"behind a ligature", "xﬁy", {3, 4}, {4, 5}},
      {"ligature, then a soft hyphen", "ﬁ\u00ADy", {0, 2}, {0, 3}},
      {"soft hyphen, then a ligature", "a\u00ADﬁ", {1, 3}, {3, 6}},
      {"half of a sharp s", "ßa", {1, 2}, {0, 2}},
      {"one dot of an ellipsis", "…a", {1, 2}, {0, 3}},
      {"composed accent", "Re\u0301s", {1, 3}, {1, 4}},
      {"behind a composed accent", "Re\u0301s", {3, 4}, {4, 5}},
      {"fullwidth", "ＡＢ", {1, 2}, {3, 6}},
      {"the middle of a character grows to the character", "aéb", {2, 2}, {1, 3}},
  };
  for (const Case& c : cases) {
    INFO(c.name);
    CHECK(normalize(c.input).to_source(c.folded) == c.expected);
    CHECK(normalize_reference(c.input).to_source(c.folded) == c.expected);
  }
}

TEST_CASE("folded bytes are followed by zeros") {
  for (const std::string input :
       {"", "a", "É", "ﷺ", "\uFEFF\uFEFF\uFEFF\uFEFF\uFEFF\uFEFF\uFEFFabc", "ÀÉ\u00AD\u0301"}) {
    const Text text = normalize(input);
    for (std::size_t i = 0; i < Text::kPadding; ++i) CHECK(text.folded().data()[text.folded().size() + i] == 0);
  }
}

TEST_CASE("every code point folds as ICU says, alone and between letters") {
  for (char32_t c = 1; c <= 0x10FFFF; c += c < 0x3000 || c >= 0xF900 ? 1 : 7) {
    if (c >= 0xD800 && c < 0xE000) continue;
    if (c == 0x20000) c = 0xE0000;  // planes of Han, or of nothing
    if (c == 0xE1000) c = 0x10FF00;
    std::string text = "a";
    append_utf8(text, c);
    text += "b";
    const Text fast = normalize(text);
    const Text slow = normalize_reference(text);
    const std::string fault = fault_of(text, fast, slow);
    INFO(text);
    if (!fault.empty()) FAIL(fault);
  }
}

TEST_CASE("fast path and ICU agree in bytes and map, the map never decreases, and slices fold back") {
  testing::Random random(20240301);
  for (int round = testing::rounds(200'000); round > 0; --round) {
    const std::string source = testing::random_text(random, 12);
    const Text fast = normalize(source);
    const std::string fault =
        fault_of(source, fast, normalize_reference(source)) + fault_of_slices(source, fast, random);
    if (fault.empty()) continue;
    INFO(source);
    FAIL(fault);
  }
}

TEST_CASE("marks without end fold as ICU folds them, and soon") {
  testing::Random random(5);
  const std::vector<std::string> pieces = {"\u0301", "\u0323", "\u0345", "\u0344", "\u00AD",     "\U000E0001",
                                           "\u0F73", "\u1161", "\u11A8", "\u3099", "\U000110BA", "\u0340"};
  for (int round = 0; round < 300; ++round) {
    std::string source = random.one_in(2) ? "xA" : "하";
    for (std::uint32_t left = 100 + random.below(200); left > 0; --left) source += random.pick(pieces);
    source += "end";
    const Text fast = normalize(source);
    INFO(source);
    const Text slow = normalize_reference(source);
    REQUIRE(fast.folded() == slow.folded());
    REQUIRE(fault_of_slices(source, fast, random) == "");
    REQUIRE(fast.to_source({size_of(fast) - 3, size_of(fast)}).end == source.size());
  }
  std::string source = "a";
  while (source.size() < 1'000'000) source += "\u0301\u0323";
  const Text text = normalize(source);
  CHECK(text.folded().substr(0, 7) == "\u1EA1\u0323\u0323");
}
