#include <doctest/doctest.h>

#include <algorithm>
#include <set>

#include "evaluate/compare.h"
#include "random.h"

using namespace skillfit;
using skillfit::testing::Random;

namespace {

SourceSpan span(std::uint32_t begin, std::uint32_t end) {
  return {begin, end};
}

// "0.325", "" if undefined.
std::string shown(const Ratio& ratio) {
  return ratio.thousandths() ? std::to_string(*ratio.thousandths()) : "";
}

const Mistake* find(const std::vector<Mistake>& mistakes, MistakeKind kind, const std::string& surface) {
  const auto found = std::find_if(mistakes.begin(), mistakes.end(),
                                  [&](const Mistake& m) { return m.kind == kind && m.surface == surface; });
  return found == mistakes.end() ? nullptr : &*found;
}

constexpr const char* kLexicon = R"(
[go]
name = "Golang"
kind = "tool"
[sql]
name = "SQL"
kind = "tool"
[teamwork]
name = "teamwork"
kind = "soft"
[apache-spark]
name = "Apache Spark"
kind = "tool"
[spark]
name = "Spark"
kind = "tool"
)";

constexpr const char* kCues = "[heading.skills]\nphrases = ['skills']\n";

struct Scene {
  Lexicon lexicon = *Lexicon::compile({{"tools.toml", kLexicon}, {"cues.toml", kCues}});
  Weights weights = Weights::embedded(lexicon);
  EngineContext context{lexicon, weights, {}, make_month(2026, 6), {}};
};

std::vector<GoldDocument> gold(const std::string& bytes) {
  return *parse_gold(bytes, "gold");
}

}  // namespace

TEST_CASE("a worked example: every figure of one document") {
  //                                0123456789012345678901234567890
  const GoldDocument document{"d",
                              "",
                              {},
                              "Golang and SQL Server, teamwork",
                              1,
                              {{span(0, 6), "knowledge", "go", Stance::required},
                               {span(0, 31), "skill", "", {}},
                               {span(11, 21), "knowledge", "sql-server", {}}}};
  const std::vector<Prediction> found = {{span(0, 6), "go", Stance::preferred},
                                         {span(11, 14), "sql", Stance::required},
                                         {span(23, 31), "teamwork", Stance::required}};
  EvaluateOptions options;
  options.types = {"knowledge"};
  const Comparison knowledge = compare(document, found, options);
  CHECK(shown(knowledge.figures.precision()) == "333");
  CHECK(shown(knowledge.figures.recall()) == "500");
  CHECK(shown(knowledge.figures.f1()) == "400");
  CHECK(shown(knowledge.figures.overlap_precision()) == "1000");  // the phrase of another type excuses teamwork
  CHECK(shown(knowledge.figures.overlap_recall()) == "1000");
  CHECK(shown(knowledge.figures.skill_precision()) == "333");
  CHECK(shown(knowledge.figures.skill_recall()) == "500");
  CHECK(shown(knowledge.figures.stance_accuracy()) == "0");
  REQUIRE(knowledge.mistakes.size() == 2);
  CHECK(find(knowledge.mistakes, MistakeKind::wrong_ends, "sql server")->found == "sql");
  CHECK(find(knowledge.mistakes, MistakeKind::wrong_stance, "golang")->found == "preferred");
  const Comparison all = compare(document, found, {});
  CHECK(all.figures.gold == 3);
  CHECK(all.figures.exact == 1);
  CHECK(find(all.mistakes, MistakeKind::wrong_ends, "golang and sql server, teamwork")->found ==
        "golang + sql + teamwork");
}

TEST_CASE("equal spans pair once, and nothing is divided by nothing") {
  const GoldDocument twice{"d", "", {}, "Golang", 1, {{span(0, 6), "a", "", {}}, {span(0, 6), "b", "", {}}}};
  const Comparison comparison = compare(twice, {{span(0, 6), "go", Stance::has}}, {});
  CHECK(comparison.figures.exact == 1);
  CHECK(comparison.figures.gold == 2);
  CHECK(comparison.figures.touched == 2);
  const Figures nothing = compare({"d", "", {}, "Golang", 1, {}}, {}, {}).figures;
  CHECK(shown(nothing.precision()).empty());
  CHECK(shown(nothing.recall()).empty());
  CHECK(shown(nothing.f1()).empty());
  CHECK(shown(nothing.skill_precision()).empty());
  CHECK(shown(nothing.stance_accuracy()).empty());
  CHECK(shown(Ratio{1, 2000}) == "1");  // halves up
  CHECK(shown(Ratio{2, 3}) == "667");
}

TEST_CASE("counts are those of looking at every pair of spans") {
  Random random(11);
  const std::string text(60, 'x');
  for (int round = 0; round < 500; ++round) {
    GoldDocument document{"d", "", {}, text, 1, {}};
    std::vector<Prediction> found;
    const auto spans = [&](const auto& add) {
      for (std::uint32_t at = random.below(5); at + 8 < text.size(); at += random.below(6)) {
        const std::uint32_t size = 1 + random.below(7);
        add(span(at, at + size));
        at += size;
      }
    };
    for (const char* type : {"a", "b"})
      spans([&](SourceSpan s) { document.mentions.push_back({s, type, random.one_in(2) ? "k" : "", {}}); });
    std::stable_sort(document.mentions.begin(), document.mentions.end(),
                     [](const GoldMention& a, const GoldMention& b) { return a.span < b.span; });
    spans([&](SourceSpan s) { found.push_back({s, random.one_in(2) ? "k" : "j", Stance::has}); });
    EvaluateOptions options;
    options.types = {"a"};
    const auto touch = [](SourceSpan a, SourceSpan b) { return a.begin < b.end && b.begin < a.end; };
    std::uint64_t exact = 0, touching = 0, touched = 0, keyed = 0, marked = 0;
    for (const Prediction& p : found) {
      touching += std::any_of(document.mentions.begin(), document.mentions.end(),
                              [&](const GoldMention& m) { return touch(m.span, p.span); });
    }
    for (const GoldMention& m : document.mentions) {
      if (m.type != "a") continue;
      ++marked;
      touched += std::any_of(found.begin(), found.end(), [&](const Prediction& p) { return touch(m.span, p.span); });
      for (const Prediction& p : found) {
        exact += p.span == m.span;
        keyed += p.span == m.span && m.skill == p.skill;
      }
    }
    const Comparison comparison = compare(document, found, options);
    const Figures& f = comparison.figures;
    CHECK(f.gold == marked);
    CHECK(f.predicted == found.size());
    CHECK(f.exact == exact);
    CHECK(f.touching == touching);
    CHECK(f.touched == touched);
    CHECK(f.keyed_exact == keyed);
    const auto count = [&](MistakeKind kind) {
      return static_cast<std::uint64_t>(std::count_if(comparison.mistakes.begin(), comparison.mistakes.end(),
                                                      [&](const Mistake& m) { return m.kind == kind; }));
    };
    CHECK(count(MistakeKind::false_positive) == f.predicted - f.touching);
    CHECK(count(MistakeKind::miss) == f.gold - f.touched);
    CHECK(count(MistakeKind::wrong_ends) == f.touched - f.exact);
  }
}

TEST_CASE("whole documents: parts, kinds, terms and mistakes in order") {
  const Scene scene;
  std::vector<GoldDocument> documents = gold(
      "{\"source\":\"x\",\"text\":\"We need SQL, Golang and teamwork.\",\"mentions\":[{\"begin\":8,\"end\":11,"
      "\"skill\":\"sql\"},{\"begin\":13,\"end\":19,\"skill\":\"golang\"}]}\n"
      "{\"source\":\"y\",\"text\":\"SQL\",\"mentions\":[]}\n{\"source\":\"y\",\"text\":\"sql and Apache "
      "Spark\",\"mentions\":["
      "{\"begin\":15,\"end\":20}]}\n");
  EvaluateOptions options;
  options.as = As::posting;
  const Evaluation all = evaluate(documents, scene.context, options);
  CHECK(all.all.documents == 3);
  CHECK(all.all.predicted == 6);
  CHECK(all.all.exact == 2);
  REQUIRE(all.parts.size() == 2);
  CHECK(all.parts[0].part == "x");
  CHECK(all.parts[0].exact == 2);
  CHECK(all.parts[0].keyed_exact == 1);
  CHECK(all.parts[1].documents == 2);
  CHECK(all.unknown == std::vector<std::string>{"golang"});
  REQUIRE(all.mistakes.size() == 4);
  CHECK(all.mistakes[0].surface == "sql");  // twice, in two spellings, first in the second document
  CHECK(all.mistakes[0].count == 2);
  CHECK(all.mistakes[0].document == 1);
  CHECK(all.mistakes[1].surface == "teamwork");
  CHECK(all.mistakes[2].kind == MistakeKind::wrong_ends);
  CHECK(all.mistakes[2].found == "apache spark");
  CHECK(all.mistakes[3].kind == MistakeKind::wrong_skill);
  CHECK(all.mistakes[3].expected == "golang");
  CHECK(all.mistakes[3].found == "go");

  options.without_kinds = {SkillKind::soft};
  options.worst = 1;
  const Evaluation hard = evaluate(documents, scene.context, options);
  CHECK(hard.all.predicted == 5);
  CHECK(hard.mistakes.size() == 3);

  documents = gold(
      "{\"as\":\"resume\",\"text\":\"Skills\\nSQL, "
      "Zorbulator\",\"mentions\":[{\"begin\":12,\"end\":22,\"skill\":\"zorb\"}]}");
  CHECK(evaluate(documents, scene.context, {}).all.exact == 0);
  options.terms = true;
  const Evaluation with_terms = evaluate(documents, scene.context, options);
  CHECK(with_terms.all.exact == 1);
  CHECK(with_terms.all.keyed_exact == 0);
  CHECK(with_terms.all.keyed_predicted == 1);  // a term claims no skill
  CHECK(with_terms.parts.empty());
}

TEST_CASE("texts are read as plain text, whatever they look like, and for any number of jobs") {
  const Scene scene;
  const std::vector<GoldDocument> documents = gold(
      "#! posting\n# <b>Must</b> have &amp; need\n- [[Golang|go]] &amp; [[SQL|sql]]\n{\"text\": "
      "\"[[SQL|sql|mentioned]]\"}\n");
  BatchOptions batch;
  batch.jobs = 2;
  const Evaluation evaluation = evaluate(documents, scene.context, {}, batch);
  CHECK(evaluation.all.exact == 3);
  CHECK(evaluation.all.predicted == 3);
  CHECK(evaluation.all.keyed_exact == 3);
}

TEST_CASE("after a stop no further document is begun") {
  const Scene scene;
  const std::atomic<bool> stop{true};
  BatchOptions batch;
  batch.stop = &stop;
  const Evaluation evaluation = evaluate(gold("#! resume\n[[SQL|sql]]\n"), scene.context, {}, batch);
  CHECK(evaluation.all.documents == 0);
  CHECK(evaluation.all.gold == 0);
}
