// How large a lexicon is. A large one is easily made of plurals and hyphens, so what counts as listed is what no rule
// of spelling would have produced: of the spellings of one skill, those that are no variant of another.
#include <algorithm>
#include <set>

#include "lexicon/compiled.h"
#include "lexicon/source.h"

namespace skillfit {
namespace {

// All spellings of a skill, whatever they need to count: canonical, each once.
std::set<Phrase> spellings_of(const SkillSource& skill) {
  std::set<Phrase> out = {canonical_phrase(skill.name)};
  for (const auto* list : {&skill.alias, &skill.exact, &skill.ambiguous}) {
    for (const std::string& spelling : *list) out.insert(canonical_phrase(spelling));
  }
  out.erase(Phrase{});
  return out;
}

std::set<std::string> words_of(const std::vector<SkillSource>& skills) {
  std::set<std::string> words;
  for (const SkillSource& skill : skills) {
    for (const std::string_view spelling : unconditional_spellings(skill)) {
      const Phrase path = canonical_phrase(spelling);
      words.insert(path.begin(), path.end());
    }
  }
  return words;
}

// The variants come from the spelling as written ("bachelor's" knows an apostrophe that its words do not).
std::size_t count_listed(const SkillSource& skill, const std::set<std::string>& compounds) {
  VariantRules rules = alias_rules(skill.kind);
  rules.compounds = &compounds;
  std::set<Phrase> produced;
  const auto produce = [&](const std::string& spelling) {
    const std::vector<Phrase> variants = phrase_variants(spelling, rules);
    if (!variants.empty()) produced.insert(variants.begin() + 1, variants.end());
  };
  produce(skill.name);
  for (const auto* list : {&skill.alias, &skill.exact, &skill.ambiguous}) {
    std::for_each(list->begin(), list->end(), produce);
  }
  const std::set<Phrase> spellings = spellings_of(skill);
  return static_cast<std::size_t>(std::count_if(spellings.begin(), spellings.end(),
                                                [&](const Phrase& phrase) { return produced.count(phrase) == 0; }));
}

bool has_policy(const SkillSource& skill) {
  return !skill.exact.empty() || !skill.ambiguous.empty() || !skill.near.empty() || !skill.veto.empty();
}

}  // namespace

Lexicon::Stats Lexicon::stats() const {
  const Tables& tables = compiled_->tables;
  const auto forms = [&tables](FormKind kind) {
    const auto is_such = [kind](const Form& form) { return form.kind == kind; };
    return static_cast<std::uint32_t>(std::count_if(tables.forms.begin(), tables.forms.end(), is_such) +
                                      std::count_if(tables.nodes.begin(), tables.nodes.end(), is_such));
  };
  Stats stats{};
  stats.skills = size();
  stats.forms = forms(FormKind::skill);
  stats.words = tables.parameters[0].words;
  stats.vetoes = forms(FormKind::veto);
  stats.cues = static_cast<std::uint32_t>(tables.cues.size());
  stats.bytes = static_cast<std::uint32_t>(bytes().size());
  std::vector<SkillSource> skills;
  for (std::uint32_t i = 0; i < size(); ++i) skills.push_back(source(SkillId{i}));
  const std::set<std::string> compounds = words_of(skills);
  std::set<std::string> families;
  for (const SkillSource& skill : skills) {
    families.insert(skill.file);
    stats.listed += static_cast<std::uint32_t>(count_listed(skill, compounds));
    stats.broader += !skill.broader.empty();
    stats.related += !skill.related.empty();
    stats.policies += has_policy(skill);
  }
  stats.families = static_cast<std::uint32_t>(families.size());
  return stats;
}

}  // namespace skillfit
