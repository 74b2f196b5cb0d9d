// One document through all stages, and the lexicon's own examples through the same road.
#include <algorithm>
#include <utility>

#include "skillfit/engine.h"

namespace skillfit {

Analysis analyze(Document document, const EngineContext& context, std::optional<As> as) {
  Analysis a;
  a.document = std::move(document);
  a.tokens = tokenize(normalize(a.document.text));
  a.outline = make_outline(a.document, a.tokens, context.lexicon, as);
  a.mentions = find_mentions(a.document, a.tokens, a.outline, context.lexicon);
  a.profile =
      make_profile(a.document, a.tokens, a.outline, a.mentions, {context.lexicon, context.weights, {context.as_of}});
  return a;
}

namespace {

bool names_skill(const std::string& sentence, SkillId skill, const Lexicon& lexicon) {
  Document document;
  document.text = sentence;
  const Tokens tokens = tokenize(normalize(document.text));
  const Outline outline = make_outline(document, tokens, lexicon, As::resume);
  const Mentions found = find_mentions(document, tokens, outline, lexicon);
  return std::any_of(found.mentions.begin(), found.mentions.end(), [&](const Mention& m) { return m.skill == skill; });
}

}  // namespace

std::vector<Finding> check_examples(const Lexicon& lexicon) {
  std::vector<Finding> findings;
  for (std::uint32_t i = 0; i < lexicon.size(); ++i) {
    const SkillSource source = lexicon.source(SkillId{i});
    const auto complain = [&](const std::string& line, const char* what) {
      findings.push_back({true, source.file, source.line, source.key, what + line + "\""});
    };
    for (const std::string& line : source.yes) {
      if (!names_skill(line, SkillId{i}, lexicon)) complain(line, "is not found in its `yes` line \"");
    }
    for (const std::string& line : source.no) {
      if (names_skill(line, SkillId{i}, lexicon)) complain(line, "is found in its `no` line \"");
    }
  }
  return findings;
}

}  // namespace skillfit
