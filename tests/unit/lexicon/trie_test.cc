#include <doctest/doctest.h>

#include <map>
#include <set>
#include <tuple>

#include "lexicon/phrase.h"
#include "lexicon/source.h"
#include "random.h"

using namespace skillfit;
using skillfit::testing::Random;

namespace {

// What a path means, in words: kind, skill key / phrase / label, exact spelling.
using Meaning = std::tuple<FormKind, std::string, std::string>;
using Oracle = std::map<Phrase, std::set<Meaning>>;

const std::vector<std::string> kWords = {"gaz",
                                         "data",
                                         "base",
                                         "database",
                                         "c++",
                                         "c#",
                                         "node.js",
                                         "policy",
                                         "r&d",
                                         "solve",
                                         "internationalization",
                                         "internationalisation"};

std::string random_phrase(Random& random) {
  std::string phrase = random.pick(kWords);
  for (std::uint32_t more = random.below(4); more > 0; --more)
    phrase += (random.one_in(3) ? "-" : " ") + random.pick(kWords);
  return phrase;
}

std::string random_list(Random& random, std::string_view field) {
  std::string out = std::string(field) + " = [";
  for (std::uint32_t n = random.below(4); n > 0; --n) out += "\"" + random_phrase(random) + "\", ";
  return out + "]\n";
}

std::string random_toml(Random& random) {
  std::string toml;
  for (int i = 10; i < 40; ++i) {
    const std::string key = "s" + std::to_string(i);
    toml += "[" + key + "]\nname = \"Skill " + key + "\"\nkind = \"" + (random.one_in(2) ? "tool" : "method") + "\"\n";
    for (const char* field : {"alias", "exact", "near", "not"}) toml += random_list(random, field);
  }
  return toml;
}

// Straight from the rules: an alias means its skill; a variant too, unless another skill lists it first; and so on.
Oracle build_oracle(const Lexicon& lexicon) {
  Oracle oracle;
  std::map<Phrase, std::string> owner;
  std::set<std::string> words;
  std::vector<SkillSource> skills;
  for (std::uint32_t i = 0; i < lexicon.size(); ++i) skills.push_back(lexicon.source(SkillId{i}));
  for (const SkillSource& skill : skills) {
    for (const auto spelling : unconditional_spellings(skill)) {
      const Phrase path = canonical_phrase(spelling);
      words.insert(path.begin(), path.end());
      owner.emplace(path, skill.key);
    }
    for (const std::string& spelling : skill.exact) owner.emplace(canonical_phrase(spelling), skill.key);
  }
  for (const SkillSource& skill : skills) {
    for (const auto spelling : unconditional_spellings(skill)) {
      const Phrase listed = canonical_phrase(spelling);
      VariantRules rules = alias_rules(skill.kind);
      rules.compounds = &words;
      for (const Phrase& path : phrase_variants(spelling, rules)) {
        const bool taken = owner.count(path) > 0 && owner[path] != skill.key;
        if (path == listed || !taken) oracle[path].insert({FormKind::skill, skill.key, ""});
      }
    }
    for (const std::string& spelling : skill.exact) {
      const Phrase path = canonical_phrase(spelling);
      if (oracle[path].count({FormKind::skill, skill.key, ""}) == 0) {
        oracle[path].insert({FormKind::skill, skill.key, spelling});
      }
    }
    for (const std::string& veto : skill.veto) {
      for (const Phrase& path : phrase_variants(veto, {false, true, &words})) {
        oracle[path].insert({FormKind::veto, skill.key, ""});
      }
    }
    for (const std::string& near : skill.near) {
      for (const Phrase& path : phrase_variants(near, {true, true, &words})) {
        oracle[path].insert({FormKind::context, to_string(canonical_phrase(near)), ""});
      }
    }
  }
  return oracle;
}

// Context numbers -> canonical phrases, by way of the skills that list them.
std::map<std::uint32_t, std::string> context_names(const Lexicon& lexicon) {
  std::map<std::uint32_t, std::string> names;
  for (std::uint32_t i = 0; i < lexicon.size(); ++i) {
    std::set<std::string> listed;
    for (const std::string& near : lexicon.source(SkillId{i}).near) listed.insert(to_string(canonical_phrase(near)));
    const auto numbers = lexicon.compiled().near_contexts(SkillId{i});
    REQUIRE(numbers.size() == listed.size());
    // Numbers follow the order of the canonical words, which is the order of the strings unless a word is a prefix.
    std::vector<Phrase> phrases;
    for (const std::string& near : lexicon.source(SkillId{i}).near) phrases.push_back(canonical_phrase(near));
    std::sort(phrases.begin(), phrases.end());
    phrases.erase(std::unique(phrases.begin(), phrases.end()), phrases.end());
    for (std::size_t n = 0; n < numbers.size(); ++n) names[numbers[n]] = to_string(phrases[n]);
  }
  return names;
}

}  // namespace

TEST_CASE("walking the trie finds exactly the phrases that a map of all phrases holds") {
  Random random(7);
  for (int round = 0; round < 8; ++round) {
    const Result<Lexicon> lexicon = Lexicon::compile({{"x.toml", random_toml(random)}});
    REQUIRE(lexicon);
    const CompiledLexicon& compiled = lexicon->compiled();
    const Oracle oracle = build_oracle(*lexicon);
    const auto contexts = context_names(*lexicon);
    for (int sample = 0; sample < 300; ++sample) {
      std::string text = random_phrase(random) + " " + random_phrase(random);
      if (random.one_in(4))
        text = to_string(std::next(oracle.begin(), random.below(static_cast<std::uint32_t>(oracle.size())))->first);
      const Phrase words = canonical_phrase(text);
      if (words.empty()) continue;  // "c + +" from the oracle is no text
      CAPTURE(text);
      std::map<std::size_t, std::set<Meaning>> expected, found;
      for (std::size_t length = 1; length <= words.size(); ++length) {
        const auto at = oracle.find(Phrase(words.begin(), words.begin() + static_cast<std::ptrdiff_t>(length)));
        if (at != oracle.end()) expected[length] = at->second;
      }
      const Tokens tokens = tokenize(normalize(text));
      std::size_t length = 0;
      walk_phrases(compiled, tokens, 0, [&](NodeId node, std::uint32_t) {
        ++length;
        for (const Form& form : compiled.forms(node)) {
          const bool context = form.kind == FormKind::context;
          found[length].insert({form.kind,
                                context ? contexts.at(form.target) : std::string(lexicon->key(compiled.skill_of(form))),
                                form.exact ? std::string(compiled.spelling_of(form)) : ""});
        }
      });
      CHECK(found == expected);
    }
  }
}

TEST_CASE("the forms of a node come as skills by id, then veto, context, cue") {
  const Result<Lexicon> lexicon = Lexicon::compile({{"x.toml", R"(
[a]
name = "Aaa"
kind = "tool"
exact = ["XY"]
near = ["xy"]
not = ["xy"]
[b]
name = "Bbb"
kind = "tool"
exact = ["xy", "XY"]
)"},
                                                    {"cues.toml", "[degree.master]\nphrases = ['xy']\n"}});
  REQUIRE(lexicon);
  const Tokens tokens = tokenize(normalize("xy"));
  std::vector<std::tuple<FormKind, std::uint32_t, std::string>> forms;
  walk_phrases(lexicon->compiled(), tokens, 0, [&](NodeId node, std::uint32_t) {
    for (const Form& form : lexicon->compiled().forms(node)) {
      const bool names_skill = form.kind == FormKind::skill || form.kind == FormKind::veto;
      const std::uint32_t target = names_skill ? index(lexicon->compiled().skill_of(form)) : form.target;
      forms.emplace_back(form.kind, target, form.exact ? lexicon->compiled().spelling_of(form) : "");
    }
  });
  CHECK(forms == std::vector<std::tuple<FormKind, std::uint32_t, std::string>>{{FormKind::skill, 0, "XY"},
                                                                               {FormKind::skill, 1, "XY"},
                                                                               {FormKind::skill, 1, "xy"},
                                                                               {FormKind::veto, 0, ""},
                                                                               {FormKind::context, 0, ""},
                                                                               {FormKind::cue, 0, ""}});
}

TEST_CASE("words of every length are told apart from their prefixes and from other words") {
  const std::string alphabet = "abcdefghijklmnopqrstuvwxyzabcdefghijklmnopqrstuvwxyz";
  std::string toml = "[x]\nname = \"Quux\"\nkind = \"tool\"\nalias = [";
  for (std::size_t length = 3; length < 40; length += 2) toml += "\"" + alphabet.substr(0, length) + "\", ";
  const Result<Lexicon> lexicon = Lexicon::compile({{"x.toml", toml + "]\n"}});
  REQUIRE(lexicon);
  std::set<WordId> seen;
  for (std::size_t length = 0; length < 40; ++length) {
    CAPTURE(length);
    const std::string padded = alphabet.substr(0, length) + std::string(16, 'z');
    const WordId id = lexicon->compiled().word_id(std::string_view(padded).substr(0, length));
    CHECK((id != kNoWord) == (length >= 3 && length % 2 == 1));
    if (id != kNoWord) CHECK(seen.insert(id).second);
  }
}

TEST_CASE("every alias and exact spelling of the embedded lexicon is found by walking") {
  const Lexicon& lexicon = Lexicon::embedded();
  for (std::uint32_t i = 0; i < lexicon.size(); ++i) {
    const SkillSource skill = lexicon.source(SkillId{i});
    const auto leads_to_skill = [&](std::string_view spelling, bool exact) {
      const Tokens tokens = tokenize(normalize("x " + std::string(spelling)));
      bool found = false;
      walk_phrases(lexicon.compiled(), tokens, 1, [&](NodeId node, std::uint32_t) {
        for (const Form& form : lexicon.compiled().forms(node)) {
          const bool spelt = !exact || !form.exact || lexicon.compiled().spelling_of(form) == spelling;
          found = found || (form.kind == FormKind::skill && lexicon.compiled().skill_of(form) == SkillId{i} && spelt);
        }
      });
      return found;
    };
    CAPTURE(skill.key);
    for (const std::string& alias : skill.alias) CHECK_MESSAGE(leads_to_skill(alias, false), alias);
    for (const std::string& exact : skill.exact) CHECK_MESSAGE(leads_to_skill(exact, true), exact);
  }
}
