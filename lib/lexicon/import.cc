// Concepts -> a lexicon file. Each spelling goes to one skill: names are given out first, then alternatives, both in
// the order of the names, and what the base lexicon, another skill or a spelling rule has already is left out. A
// qualifier in brackets says that the name is ambiguous, and becomes its policy: "Swift (computer programming)" counts
// as "Swift" near "computer programming".
#include "skillfit/import.h"

#include <algorithm>
#include <map>
#include <unordered_map>

#include "lexicon/concepts.h"
#include "lexicon/source.h"

namespace skillfit {
namespace {

struct Name {
  std::string bare, qualifier;
};

Name without_qualifier(const std::string& name) {
  const std::size_t open = name.rfind(" (");
  if (open == std::string::npos || open == 0 || !name.ends_with(')')) return {name, {}};
  return {name.substr(0, open), name.substr(open + 2, name.size() - open - 3)};
}

std::string key_from(const std::string& name) {
  std::string key;
  for (const std::string& word : canonical_phrase(name)) {
    std::string letters;
    for (const char c : word) {
      if ((c >= 'a' && c <= 'z') || (c >= '0' && c <= '9')) letters += c;
    }
    if (!letters.empty()) key += (key.empty() ? "" : "-") + letters;
  }
  return key.empty() ? "skill" : key;
}

std::string quoted(std::string_view text) {
  std::string out = "\"";
  for (const char c : text) {
    if (c == '"' || c == '\\') out += '\\';
    out += static_cast<unsigned char>(c) < 0x20 ? ' ' : c;
  }
  return out + "\"";
}

std::string list_of(const std::vector<std::string>& texts) {
  std::string out = "[";
  for (const std::string& text : texts) out += (out.size() == 1 ? "" : ", ") + quoted(text);
  return out + "]";
}

class Importer {
 public:
  explicit Importer(const Lexicon* base) : base_(base) {
    for (std::uint32_t i = 0; base != nullptr && i < base->size(); ++i) claim_all(base->source(SkillId{i}));
  }

  Imported run(std::vector<Concept> concepts) {
    std::stable_sort(concepts.begin(), concepts.end(),
                     [](const Concept& a, const Concept& b) { return a.name < b.name; });
    for (const Concept& entry : concepts) claim_name(entry);
    for (const Concept& entry : concepts) add_alternatives(entry);
    find_compounds();
    for (auto& [key, skill] : skills_) drop_made(skill);
    for (const Concept& entry : concepts) add_broader(entry);
    write();
    return std::move(out_);
  }

 private:
  void claim_all(const SkillSource& skill) {
    const auto claim = [&](const std::string& spelling) { owners_.emplace(canonical_phrase(spelling), skill.key); };
    claim(skill.name);
    for (const auto* spellings : {&skill.alias, &skill.exact, &skill.ambiguous}) {
      for (const std::string& spelling : *spellings) claim(spelling);
    }
  }

  // What an ordinary sentence holds by chance.
  static bool is_unsafe(const Phrase& path) { return path.size() == 1 && (path[0].size() <= 2 || is_stop_word(path)); }

  void claim_name(const Concept& entry) {
    ++out_.labels;
    const Name name = without_qualifier(entry.name);
    Phrase path = canonical_phrase(name.bare);
    if (const auto owner = owners_.find(path); owner != owners_.end()) {
      ids_.emplace(entry.id, owner->second);
      out_.known += skills_.count(owner->second) == 0;
      return;
    }
    if (path.empty() || is_unsafe(path)) {
      ++out_.unsafe;
      return;
    }
    SkillSource skill;
    skill.key = free_key(name.bare);
    skill.name = name.bare;
    skill.kind = entry.kind;
    if (!name.qualifier.empty() && !canonical_phrase(name.qualifier).empty()) make_policy(entry.name, name, skill);
    owners_.emplace(std::move(path), skill.key);
    ids_.emplace(entry.id, skill.key);
    ++out_.spellings;
    skills_.emplace(skill.key, std::move(skill));
  }

  static void make_policy(const std::string& whole, const Name& name, SkillSource& skill) {
    skill.ambiguous = {name.bare};
    skill.near = {name.qualifier};
    skill.yes = {whole};
    skill.no = {name.bare};
  }

  std::string free_key(const std::string& name) const {
    const std::string key = key_from(name);
    const auto is_taken = [this](const std::string& k) {
      return skills_.count(k) > 0 || (base_ != nullptr && base_->find(k).has_value());
    };
    std::string free = key;
    for (int n = 2; is_taken(free); ++n) free = key + "-" + std::to_string(n);
    return free;
  }

  // The words of all spellings, as the compiler has them: they decide which joined spellings the rules make.
  void find_compounds() {
    for (const auto& [path, key] : owners_) compounds_.insert(path.begin(), path.end());
  }

  void add_alternatives(const Concept& entry) {
    out_.labels += static_cast<std::uint32_t>(entry.alternatives.size());
    const auto id = ids_.find(entry.id);
    if (id == ids_.end()) return;
    const auto skill = skills_.find(id->second);
    if (skill == skills_.end()) return;  // the base lexicon's
    for (const std::string& alternative : entry.alternatives) {
      if (without_qualifier(alternative).qualifier.empty()) add_alternative(alternative, skill->second);
    }
  }

  void add_alternative(const std::string& alternative, SkillSource& skill) {
    Phrase path = canonical_phrase(alternative);
    if (path.empty() || is_unsafe(path)) {
      ++out_.unsafe;
      return;
    }
    if (!owners_.emplace(std::move(path), skill.key).second) {
      ++out_.taken;
      return;
    }
    skill.alias.push_back(alternative);
    ++out_.spellings;
  }

  // A listed spelling that a rule makes of one before it says nothing.
  void drop_made(SkillSource& skill) {
    VariantRules rules = alias_rules(skill.kind);
    rules.compounds = &compounds_;
    std::set<Phrase> made;
    const auto adds = [&](const std::string& spelling) {
      std::vector<Phrase> variants = phrase_variants(spelling, rules);
      const bool is_new = made.count(variants.front()) == 0;
      made.insert(variants.begin(), variants.end());
      return is_new;
    };
    adds(skill.name);
    const auto before = skill.alias.size();
    std::erase_if(skill.alias, [&](const std::string& alias) { return !adds(alias); });
    out_.taken += static_cast<std::uint32_t>(before - skill.alias.size());
    out_.spellings -= static_cast<std::uint32_t>(before - skill.alias.size());
  }

  void add_broader(const Concept& entry) {
    const auto id = ids_.find(entry.id);
    const auto skill = id == ids_.end() ? skills_.end() : skills_.find(id->second);
    if (skill == skills_.end()) return;
    std::vector<std::string>& broader = skill->second.broader;
    for (const std::string& wider : entry.broader) {
      const std::string key = key_of_reference(wider);
      const bool listed = std::find(broader.begin(), broader.end(), key) != broader.end();
      if (!key.empty() && !listed && !leads_to(key, skill->first)) broader.push_back(key);
    }
  }

  // References are ids; in spreadsheets people write names, or keys of the base lexicon.
  std::string key_of_reference(const std::string& reference) const {
    if (const auto id = ids_.find(reference); id != ids_.end()) return id->second;
    if (const auto owner = owners_.find(canonical_phrase(reference)); owner != owners_.end()) return owner->second;
    return base_ != nullptr && base_->find(reference) ? reference : std::string();
  }

  // Whether `wanted` is reached from `key` along broader: one more step back would close a circle.
  bool leads_to(const std::string& key, const std::string& wanted) const {
    if (key == wanted) return true;
    const auto skill = skills_.find(key);
    if (skill == skills_.end()) return false;
    return std::any_of(skill->second.broader.begin(), skill->second.broader.end(),
                       [&](const std::string& wider) { return leads_to(wider, wanted); });
  }

  void write() {
    for (const auto& [key, skill] : skills_) {
      ++out_.skills;
      std::string& toml = out_.toml;
      toml += "[" + key + "]\nname = " + quoted(skill.name) + "\nkind = " + quoted(skill_kind_name(skill.kind)) + "\n";
      const auto field = [&toml](std::string_view name, const std::vector<std::string>& texts) {
        if (!texts.empty()) toml += std::string(name) + " = " + list_of(texts) + "\n";
      };
      field("alias", skill.alias);
      field("ambiguous", skill.ambiguous);
      field("near", skill.near);
      field("broader", skill.broader);
      field("yes", skill.yes);
      field("no", skill.no);
      toml += "\n";
    }
  }

  const Lexicon* base_;
  Imported out_;
  std::map<Phrase, std::string> owners_;              // spelling -> key, here or in the base
  std::unordered_map<std::string, std::string> ids_;  // the source's id -> key
  std::map<std::string, SkillSource> skills_;
  std::set<std::string> compounds_;
};

}  // namespace

Result<Imported> import_lexicon(ImportSource source, const std::vector<ImportFile>& files, const Lexicon* base) {
  Result<std::vector<Concept>> concepts = read_concepts(source, files);
  if (!concepts) return tl::unexpected(concepts.error());
  if (concepts->empty()) {
    return fail(ErrorCode::bad_lexicon, "holds no skill of " + std::string(import_source_name(source)),
                files.empty() ? std::string() : files.front().name);
  }
  return Importer(base).run(std::move(*concepts));
}

}  // namespace skillfit
