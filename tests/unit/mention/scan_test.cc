#include "mention/scan.h"

#include <doctest/doctest.h>

#include <algorithm>

#include "lexicon/phrase.h"
#include "mention/open_cues.h"
#include "random.h"
#include "reading.h"

using namespace skillfit;
using namespace skillfit::testing;

namespace {

const std::vector<std::string> kWords = {"data", "base", "lake", "node", "js", "c++", "c#", "r&d", "go", "sql"};

std::string random_words(Random& random, std::uint32_t most) {
  std::string words = random.pick(kWords);
  for (std::uint32_t more = random.below(most); more > 0; --more) {
    words += (random.one_in(4) ? "-" : random.one_in(8) ? "." : " ") + random.pick(kWords);
  }
  return words;
}

std::string random_toml(Random& random) {
  std::string toml;
  for (int i = 0; i < 12; ++i) {
    const std::string number = std::to_string(i);
    toml += "[skill" + number + "]\nname = \"Skill " + number + "\"\nkind = \"tool\"\nambiguous = [\"" +
            random_words(random, 4) + "\"]\nnear = [\"" + random_words(random, 2) + "\"]\n";
  }
  return toml;
}

std::string shown(TokenSpan span, const Form* forms) {
  return std::to_string(span.first) + "-" + std::to_string(span.last) + "/" + std::to_string(forms->target) + " ";
}

std::string scanned(const Searched& in, const Hits& hits) {
  std::string out;
  for (const Surface& surface : hits.surfaces) out += shown(surface.tokens, in.lexicon.forms(surface.node).data());
  return out;
}

// The obvious way: every path from every token, without a filter; the longest first.
std::string slowly_scanned(const Searched& in) {
  std::string out;
  for (std::uint32_t first = 0; first < in.tokens.size(); ++first) {
    std::string here;
    walk_phrases(in.lexicon, in.tokens, first, [&](NodeId node, std::uint32_t last) {
      const auto forms = in.lexicon.forms(node);
      if (forms.empty() || forms[0].kind > FormKind::veto) return;
      here = shown({first, last + 1}, forms.data()) + here;
    });
    out += here;
  }
  return out;
}

}  // namespace

TEST_CASE("names stand exactly where walking every path finds them, also across blocks") {
  Random random(29);
  std::size_t names = 0;
  for (int round = 0; round < 60; ++round) {
    const Result<Lexicon> lexicon = Lexicon::compile({{"x.toml", random_toml(random)}});
    REQUIRE(lexicon);
    std::string text = random_words(random, 12);
    for (std::uint32_t n = random.below(60); n > 0; --n) {
      text += (random.one_in(3) ? ", " : random.one_in(9) ? "\n" : " of ") + random_words(random, 6);
    }
    const Reading r = read(text, *lexicon, As::resume);
    const Prints prints(r.tokens, Outline{});  // no line wraps
    const Searched in{r.tokens, prints, lexicon->compiled()};
    const Hits hits = scan(in);
    CAPTURE(text);
    CHECK(scanned(in, hits) == slowly_scanned(in));
    names += hits.surfaces.size();
  }
  CHECK(names > 1000);
}

TEST_CASE("long paths side by side, and short ones behind them in the same block") {
  const auto alternating = [](std::size_t before, std::size_t words) {
    std::string phrase;
    for (std::size_t i = 0; i < words; ++i) phrase += i < before ? "aa " : (i - before) % 2 == 0 ? "bb " : "cc ";
    return phrase;
  };
  std::string toml = "[short]\nname = \"Short\"\nkind = \"tool\"\nalias = [\"bb\", \"cc\", \"bb cc\", \"cc bb\"]\n";
  for (const std::size_t before : {1, 2, 3, 4, 5}) {
    const std::string key = "long" + std::to_string(before);
    toml += "[" + key + "]\nname = \"" + key + "\"\nkind = \"tool\"\nalias = [\"" + alternating(before, kMostPhrase) +
            "\"]\n";
  }
  const Result<Lexicon> lexicon = Lexicon::compile({{"x.toml", toml}});
  REQUIRE(lexicon);
  for (const std::size_t before : {1, 2, 3, 4, 5}) {
    const Reading r = read(alternating(before, 200), *lexicon, As::resume);
    const Prints prints(r.tokens, Outline{});
    const Searched in{r.tokens, prints, lexicon->compiled()};
    const Hits hits = scan(in);
    CHECK(scanned(in, hits) == slowly_scanned(in));
    CHECK(hits.surfaces.size() > 300);
  }
}

TEST_CASE("which of 64 tokens may begin a context word: all at once as one by one") {
  Random random(31);
  for (int round = 0; round < 2000; ++round) {
    NearFilter filter{};
    for (std::uint32_t n = random.below(40); n > 0; --n) filter.add(random.below(1u << kPrintBits));
    std::array<std::uint8_t, 64> bytes;
    for (std::uint8_t& byte : bytes) {
      byte = random.one_in(5) ? kNoNearByte : near_byte(random.below(1u << kPrintBits));
    }
    REQUIRE(near_mask(bytes.data(), filter) == near_mask_portable(bytes.data(), filter));
  }
}

TEST_CASE("open cues: each word that may close one, and what is none") {
  struct Row {
    std::string text, cue;
  };
  const std::vector<Row> rows = {
      {"no prior experience with SAP", "no prior experience with"},
      {"no deep knowledge of SAP", "no deep knowledge of"},
      {"no formal background in SAP", "no formal background in"},
      {"no special training in SAP", "no special training in"},
      {"no other SAP experience", ""},
      {"I have not yet worked with SAP", "have not yet worked with"},
      {"I have not used SAP", "have not used"},
      {"I am not familiar with SAP", "am not familiar with"},
      {"she is not currently experienced in SAP", "is not currently experienced in"},
      {"he is not trained in SAP", "is not trained in"},
      {"SAP is not strictly required", "is not strictly required"},
      {"SAP is not absolutely needed", "is not absolutely needed"},
      {"SAP is not necessarily necessary", "is not necessarily necessary"},
      {"SAP is not explicitly essential", "is not explicitly essential"},
      {"SAP is not a plus", ""},
      {"SAP would be a plus", "be a plus"},
      {"SAP would be a real bonus", "be a real bonus"},
      {"SAP would be an advantage", "be an advantage"},
      {"SAP would be a very strong asset", "be a very strong asset"},
      {"SAP would be a benefit", "be a benefit"},
      {"SAP would be highly beneficial", "be highly beneficial"},
      {"SAP would be desirable", "be desirable"},
      {"SAP will be used. A plus", ""},
      {"SAP would be\na plus", ""},
  };
  const Result<Lexicon> lexicon = Lexicon::compile({{"x.toml", "[sap]\nname = \"SAP\"\nkind = \"tool\"\n"}});
  REQUIRE(lexicon);
  for (const Row& row : rows) {
    const Reading r = read(row.text, *lexicon, As::posting);
    const Prints prints(r.tokens, r.outline);
    std::vector<CueHit> cues;
    add_open_cues({r.tokens, prints, lexicon->compiled()}, r.outline, cues);
    std::string found;
    for (const CueHit& hit : cues) found += slice(r.document.text, r.tokens.source_span(hit.tokens));
    CAPTURE(row.text);
    CHECK(found == row.cue);
  }
}
