#include "report/advice.h"

#include <doctest/doctest.h>

#include <nlohmann/json.hpp>
#include <set>

#include "fixture.h"

using namespace skillfit;
using testing::Fixture;

namespace {

PairReport pair_of(const Fixture& f, const ReportContext& context) {
  return {f.resume, f.posting, f.match, context};
}

Mention mention_of(const Analysis& a, SkillId skill, std::string_view words) {
  Mention mention;
  mention.skill = skill;
  mention.span = Fixture::span(a, words);
  for (std::uint32_t i = 0; i < a.tokens.size(); ++i) {
    if (a.tokens.source_span({i, i + 1}) == mention.span) mention.tokens = {i, i + 1};
  }
  return mention;
}

}  // namespace

TEST_CASE("advice: every lack has a text and a sentence for every kind of requirement") {
  Fixture f;
  const ReportContext context = f.context();
  std::set<std::string> texts;
  for (int lack = 0; lack <= static_cast<int>(Lack::less); ++lack) {
    for (Gap gap : f.match.gaps) {
      gap.lack = static_cast<Lack>(lack);
      texts.insert(lack_text(gap));
      CHECK(advice(gap, pair_of(f, context)).ends_with('.'));
      CHECK(lack_name(gap.lack).size() > 3);
    }
  }
  CHECK(texts.size() == static_cast<std::size_t>(Lack::less) + 1);
  CHECK(advice(f.match.gaps[0], pair_of(f, context)).starts_with("If you have it"));
  CHECK(advice(f.match.gaps[1], pair_of(f, context)).starts_with("Only dated positions count"));
  CHECK(advice(f.match.gaps[2], pair_of(f, context)).starts_with("It is only listed"));
}

TEST_CASE("gaps: the list says what is lacking, and each advice once with the gaps it is for") {
  Fixture f;
  const std::string table = report_gaps(f.resume, f.posting, f.match, f.context());
  for (const char* words : {"must-have, missing", "must-have, only listed", "What would close them",
                            "  1: If you have it, show it in a dated position", "  3: It is only listed"}) {
    CAPTURE(words);
    CHECK(table.find(words) != table.npos);
  }
}

TEST_CASE("gaps: a posting file is quoted where it has words for people") {
  Fixture f;
  const auto quotes = [&] {
    return report_gaps(f.resume, f.posting, f.match, f.context()).find("posting:") != std::string::npos;
  };
  CHECK(quotes());
  f.posting.document.format = Format::posting_file;
  for (Requirement& asked : f.posting.profile.requirements) asked.sentence = asked.evidence.front();
  CHECK(!quotes());
  f.posting.profile.requirements[static_cast<std::size_t>(f.match.gaps[0].requirement)].sentence = {0, 2};
  CHECK(quotes());
}

TEST_CASE("wording: a skill that counts under another name than the posting's") {
  Fixture f;
  const ReportContext context = f.context();
  f.posting.mentions.mentions = {mention_of(f.posting, f.skill("go"), "Go")};
  f.match.contributions[2].posting_evidence = {f.posting.mentions.mentions[0].span};
  f.resume.mentions.mentions = {mention_of(f.resume, f.skill("go"), "golang")};
  const std::vector<Wording> found = wordings(pair_of(f, context));
  REQUIRE(found.size() == 1);
  CHECK((found[0].posting == "Go" && found[0].resume == "golang" && found[0].skill == f.skill("go")));
  CHECK(wording_text(found[0]) == "\"golang\" counts, but the posting writes \"Go\"");
  CHECK(report_gaps(f.resume, f.posting, f.match, context).find("Counted, but in other words") != std::string::npos);

  f.match.contributions[2].via = f.skill("kafka");  // another skill is no other word
  CHECK(wordings(pair_of(f, context)).empty());
  f.match.contributions[2].via = {};
  CHECK(wordings(pair_of(f, context)).size() == 1);
  f.match.contributions[2].points = 0;  // what does not count needs no other word
  CHECK(wordings(pair_of(f, context)).empty());
}

TEST_CASE("what if: the other score beside the score") {
  Fixture f;
  CHECK(report_gaps(f.resume, f.posting, f.match, f.context()).find("What if") == std::string::npos);
  f.match.what_if = WhatIf{{f.skill("kubernetes"), f.skill("kafka")}, 88'049};
  const std::string table = report_match(f.resume, f.posting, f.match, f.context());
  CHECK(table.find("88.0 of 100, +16.799") != table.npos);
  f.options.form = ReportForm::json;
  const auto json = nlohmann::json::parse(report_gaps(f.resume, f.posting, f.match, f.context()));
  CHECK(json["what_if"]["skills"] == nlohmann::json::parse("[\"kubernetes\",\"kafka\"]"));
  CHECK(json["what_if"]["gain"] == 16.799);
}
