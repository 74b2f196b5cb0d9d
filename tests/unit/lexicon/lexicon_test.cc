#include "skillfit/lexicon.h"

#include <doctest/doctest.h>

using namespace skillfit;

namespace {

using Keys = std::vector<std::string>;

const std::string kBaseToml = R"(
[cloud]
name = "Cloud"
kind = "knowledge"
[aws]
name = "AWS"
kind = "tool"
broader = ["cloud"]
related = { gcp = 0.5, azure = 0.6 }
[azure]
name = "Azure"
kind = "tool"
broader = ["cloud"]
[gcp]
name = "Google Cloud"
kind = "tool"
exact = ["GCP"]
near = ["cloud", "@cloud"]
broader = ["cloud"]
[lambda]
name = "AWS Lambda"
kind = "tool"
broader = ["serverless", "aws"]
[serverless]
name = "Serverless"
kind = "knowledge"
broader = ["cloud"]
)";

Lexicon compile(const std::string& toml) {
  const Result<Lexicon> lexicon = Lexicon::compile({{"base.toml", toml}});
  REQUIRE(lexicon);
  return *lexicon;
}

Keys keys(const Lexicon& lexicon, std::span<const SkillId> ids) {
  Keys out;
  for (const SkillId id : ids) out.emplace_back(lexicon.key(id));
  return out;
}

}  // namespace

TEST_CASE("skills are numbered by key, and found by key") {
  const Lexicon lexicon = compile(kBaseToml);
  Keys all;
  for (std::uint32_t i = 0; i < lexicon.size(); ++i) all.emplace_back(lexicon.key(SkillId{i}));
  CHECK(all == Keys{"aws", "azure", "cloud", "gcp", "lambda", "serverless"});
  for (std::uint32_t i = 0; i < lexicon.size(); ++i) CHECK(lexicon.find(all[i]) == SkillId{i});
  for (const char* unknown : {"", "a", "awss", "zzz"}) CHECK(!lexicon.find(unknown));
  CHECK(lexicon.name(*lexicon.find("gcp")) == "Google Cloud");
  CHECK(lexicon.kind(*lexicon.find("serverless")) == SkillKind::knowledge);
}

TEST_CASE("broader, ancestors, narrower and related are ascending and complete") {
  const Lexicon lexicon = compile(kBaseToml);
  const SkillId lambda = *lexicon.find("lambda"), cloud = *lexicon.find("cloud"), aws = *lexicon.find("aws");
  CHECK(keys(lexicon, lexicon.broader(lambda)) == Keys{"aws", "serverless"});
  CHECK(keys(lexicon, lexicon.ancestors(lambda)) == Keys{"aws", "cloud", "serverless"});
  CHECK(keys(lexicon, lexicon.narrower(cloud)) == Keys{"aws", "azure", "gcp", "serverless"});
  CHECK(lexicon.ancestors(cloud).empty());
  CHECK(lexicon.is_a(lambda, cloud));
  CHECK(lexicon.is_a(cloud, cloud));
  CHECK(!lexicon.is_a(cloud, lambda));
  REQUIRE(lexicon.related(aws).size() == 2);
  CHECK(lexicon.key(lexicon.related(aws)[0].skill) == "azure");
  CHECK(lexicon.related(aws)[0].share == 600);
  CHECK(lexicon.related(aws)[1].share == 500);
}

TEST_CASE("stats count what is there") {
  const Lexicon::Stats stats = compile(kBaseToml).stats();
  CHECK(stats.skills == 6);
  CHECK(stats.vetoes == 0);
  CHECK(stats.cues == 0);
  // cloud(s), aws, azure, google cloud, googlecloud, GCP, aws lambda, awslambda, serverless
  CHECK(stats.forms == 10);
  // aws awslambda azure cloud clouds gcp google googlecloud lambda serverless
  CHECK(stats.words == 10);
}

TEST_CASE("a later file replaces the tables of an earlier one") {
  const Result<Lexicon> lexicon =
      Lexicon::compile({{"a.toml", "[go]\nname='Go'\nkind='tool'\n[c]\nname='C'\nkind='tool'\n"},
                        {"b.toml", "[go]\nname='Golang'\nkind='tool'\n"}});
  REQUIRE(lexicon);
  CHECK(lexicon->size() == 2);
  CHECK(lexicon->name(*lexicon->find("go")) == "Golang");
  CHECK(lexicon->source(*lexicon->find("go")).file == "b.toml");
}

TEST_CASE("an overlay replaces, adds and removes, and references to what is gone go too") {
  const Lexicon base = compile(kBaseToml);
  const Result<Lexicon> laid = base.overlay({{"mine.toml", R"(
[azure]
remove = true
[cloud]
remove = true
[gcp]
name = "GCP"
kind = "knowledge"
[zig]
name = "Zig"
kind = "tool"
related = { gcp = 0.1 }
)"}});
  REQUIRE(laid);
  CHECK(laid->size() == 5);
  CHECK(!laid->find("azure"));
  CHECK(laid->kind(*laid->find("gcp")) == SkillKind::knowledge);
  CHECK(laid->broader(*laid->find("aws")).empty());
  CHECK(laid->related(*laid->find("aws")).size() == 1);
  CHECK(laid->related(*laid->find("zig")).size() == 1);
  CHECK(base.size() == 6);  // as it was
  const Result<Lexicon> twice = laid->overlay({{"more.toml", "[perl]\nname='Perl'\nkind='tool'\n"}});
  REQUIRE(twice);
  CHECK(twice->size() == 6);
}

TEST_CASE("an empty overlay changes nothing, not a byte") {
  const Lexicon& embedded = Lexicon::embedded();
  const Result<Lexicon> same = embedded.overlay({});
  REQUIRE(same);
  CHECK(same->digest() == embedded.digest());
}

TEST_CASE("an overlay that names unknown skills is refused with file and line") {
  const Result<Lexicon> laid =
      compile(kBaseToml).overlay({{"mine.toml", "\n[zig]\nname='Zig'\nkind='tool'\nbroader=['nope']\n"}});
  REQUIRE(!laid);
  CHECK(laid.error().code == ErrorCode::bad_lexicon);
  CHECK(laid.error().file == "mine.toml");
  CHECK(laid.error().line == 2);
  CHECK(laid.error().message.find("\"nope\"") != std::string::npos);
}

TEST_CASE("cues survive an overlay and can be replaced") {
  const Result<Lexicon> base = Lexicon::compile({{"cues.toml", "[degree.master]\nphrases=['msc', 'mba']\n"}});
  REQUIRE(base);
  CHECK(base->stats().cues == 1);
  const Result<Lexicon> more = base->overlay({{"my/cues.toml", "[degree.bachelor]\nphrases=['bsc']\n"}});
  REQUIRE(more);
  CHECK(more->stats().cues == 2);
  CHECK(more->stats().words == 3);
  const Result<Lexicon> less = base->overlay({{"my/cues.toml", "[degree.master]\nphrases=['msc']\n"}});
  REQUIRE(less);
  CHECK(less->stats().cues == 1);
  CHECK(less->stats().words == 1);
}
