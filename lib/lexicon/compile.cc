// Source -> block: fill the tables of skills and cues, gather every phrase with what it means, and build the trie of
// them (trie_builder.h). Everything is gathered in the order of keys and sorted, so the same source always gives the
// same bytes.
#include <algorithm>
#include <map>

#include "base/files.h"
#include "lexicon/archive.h"
#include "lexicon/trie_builder.h"

namespace skillfit {
namespace {

struct Context {
  std::string_view phrase;
  std::uint32_t number = 0;
  std::vector<std::uint32_t> starts{};  // the prints that its variants begin with
};

class Compiler {
 public:
  explicit Compiler(const LexiconSource& source) : source_(source) {
    for (const auto& [key, skill] : source.skills) ids_.emplace(key, static_cast<std::uint32_t>(ids_.size()));
  }

  std::string block() {
    find_owners();
    number_contexts();
    find_hierarchy();
    for (const auto& [key, skill] : source_.skills) add_skill(skill);
    for (const auto& [key, cue] : source_.cues) add_cue(cue);
    out_.related_at.push_back(size_of(out_.related));
    out_.numbers_at.push_back(size_of(out_.numbers));
    build_trie(std::move(entries_), out_);
    return finish();
  }

 private:
  // Ascending, each number once.
  void add_numbers(std::vector<std::uint32_t> numbers) {
    std::sort(numbers.begin(), numbers.end());
    numbers.erase(std::unique(numbers.begin(), numbers.end()), numbers.end());
    out_.numbers.insert(out_.numbers.end(), numbers.begin(), numbers.end());
  }

  // How zlib packs the archive may differ from build to build, so the digest is taken before.
  std::string finish() {
    out_.archive = arrange(out_.archive);
    out_.parameters[0].archive_bytes = out_.archive.size();
    out_.parameters[0].digest = sha256(write_block(out_.view()));
    out_.archive = pack(out_.archive);
    return write_block(out_.view());
  }

  // Which skill lists a path: a variant that a rule produces for another skill gives way. And the words of all aliases:
  // "front end" may be written as one wherever "frontend" is a word.
  void find_owners() {
    for (const auto& [key, skill] : source_.skills) {
      for (const std::string_view spelling : unconditional_spellings(skill)) {
        const Phrase path = canonical_phrase(spelling);
        compounds_.insert(path.begin(), path.end());
        owners_.emplace(path, ids_[key]);
      }
      for (const auto* list : {&skill.exact, &skill.ambiguous}) {
        for (const std::string& spelling : *list) owners_.emplace(canonical_phrase(spelling), ids_[key]);
      }
    }
  }

  void number_contexts() {
    for (const auto& [key, skill] : source_.skills) {
      for (const std::string& near : skill.near) {
        if (near[0] != '@') contexts_.try_emplace(canonical_phrase(near), Context{near});
      }
    }
    std::uint32_t next = 0;
    for (auto& [path, context] : contexts_) {
      context.number = next++;
      for (Phrase& variant : phrase_variants(context.phrase, {true, true, &compounds_})) {
        context.starts.push_back(print_of(variant[0]));
        add_entry(std::move(variant), form_of(FormKind::context, context.number));
      }
    }
    out_.parameters[0].contexts = next;
  }

  void add_entry(Phrase path, Form form, std::string_view spelling = {}) {
    if (!path.empty()) entries_.push_back({std::move(path), form, spelling});
  }

  void add_skill(const SkillSource& skill) {
    const std::uint32_t id = size_of(out_.skills);
    SkillRecord record{};
    record.key = out_.intern(skill.key);
    record.name = out_.intern(skill.name).begin & 0x7ffffff;
    record.kind = static_cast<std::uint32_t>(skill.kind) & 0x7;
    const auto is_group = [](const std::string& near) { return near[0] == '@'; };
    record.has_contexts = !std::all_of(skill.near.begin(), skill.near.end(), is_group);
    record.has_groups = std::any_of(skill.near.begin(), skill.near.end(), is_group);
    append_record(skill, out_.archive);
    add_numbers_of(skill, id);
    add_related(skill);
    add_spellings(skill, id);
    out_.skills.push_back(record);
  }

  void add_related(const SkillSource& skill) {
    std::map<std::uint32_t, std::uint16_t> shares;
    for (const auto& [key, share] : skill.related) shares[ids_.at(key)] = share;
    out_.related_at.push_back(size_of(out_.related));
    for (const auto& [id, share] : shares) out_.related.push_back({SkillId{id}, share});
  }

  void add_numbers_of(const SkillSource& skill, std::uint32_t id) {
    std::vector<std::uint32_t> groups, contexts;
    NearFilter starts{};
    for (const std::string& near : skill.near) {
      if (near[0] == '@') {
        groups.push_back(ids_.at(near.substr(1)));
      } else {
        const Context& context = contexts_.at(canonical_phrase(near));
        contexts.push_back(context.number);
        for (const std::uint32_t print : context.starts) {
          starts.add(print);
          out_.filters[0].add(PhraseFilter::near_of(id), print);
        }
      }
    }
    out_.near_starts.push_back(starts);
    // In the order of NumberList.
    for (const auto& numbers : {broader_[id], ancestors_of(id), narrower_[id], groups, contexts}) {
      out_.numbers_at.push_back(size_of(out_.numbers));
      add_numbers(numbers);
    }
  }

  void add_spellings(const SkillSource& skill, std::uint32_t id) {
    for (const std::string_view spelling : unconditional_spellings(skill)) add_variants(skill, spelling, id, false);
    for (const std::string& spelling : skill.ambiguous) add_variants(skill, spelling, id, true);
    for (const std::string& spelling : skill.exact) {
      add_entry(canonical_phrase(spelling), form_of(FormKind::skill, id, {.exact = true}), spelling);
    }
    for (const std::string& veto : skill.veto) {
      for (Phrase& variant : phrase_variants(veto, {false, true, &compounds_})) {
        add_entry(std::move(variant), form_of(FormKind::veto, id));
      }
    }
  }

  // A variant that a rule produces gives way to the skill that lists it, and to a veto of its own skill: "team works"
  // is no plural of "team work" where `not` says so.
  void add_variants(const SkillSource& skill, std::string_view spelling, std::uint32_t id, bool guarded) {
    VariantRules rules = alias_rules(skill.kind);
    rules.compounds = &compounds_;
    bool listed = true;
    for (Phrase& variant : phrase_variants(spelling, rules)) {
      const auto owner = owners_.find(variant);
      const bool free = (owner == owners_.end() || owner->second == id) && !is_vetoed(skill, variant);
      if (listed || free) {
        add_entry(std::move(variant), form_of(FormKind::skill, id, {.guarded = guarded}));
      }
      listed = false;
    }
  }

  static bool is_vetoed(const SkillSource& skill, const Phrase& variant) {
    return std::any_of(skill.veto.begin(), skill.veto.end(),
                       [&variant](const std::string& veto) { return canonical_phrase(veto) == variant; });
  }

  void find_hierarchy() {
    narrower_.resize(ids_.size());
    for (const auto& [key, skill] : source_.skills) {
      const std::uint32_t id = size_of(broader_);
      broader_.emplace_back();
      for (const std::string& wider : skill.broader) broader_.back().push_back(ids_.at(wider));
      for (const std::uint32_t wider : broader_.back()) narrower_[wider].push_back(id);
    }
  }

  std::vector<std::uint32_t> ancestors_of(std::uint32_t id) const {
    std::vector<std::uint32_t> ancestors = broader_[id];
    std::set<std::uint32_t> seen;
    for (std::size_t i = 0; i < ancestors.size(); ++i) {
      if (!seen.insert(ancestors[i]).second) continue;
      const std::vector<std::uint32_t>& wider = broader_[ancestors[i]];
      ancestors.insert(ancestors.end(), wider.begin(), wider.end());
    }
    return ancestors;
  }

  void add_cue(const CueSource& cue) {
    const std::uint32_t number = size_of(out_.cues);
    out_.cues.push_back(cue.cue);
    append_record(cue, out_.archive);
    for (const std::string& phrase : cue.phrases) {
      for (Phrase& variant : phrase_variants(phrase, {})) {
        add_entry(std::move(variant), form_of(FormKind::cue, number, {.walked = out_.cues[number].is_walked()}));
      }
    }
  }

  const LexiconSource& source_;
  Columns out_;
  std::map<std::string, std::uint32_t> ids_;
  std::set<std::string> compounds_;
  std::map<Phrase, std::uint32_t> owners_;
  std::map<Phrase, Context> contexts_;
  std::vector<std::vector<std::uint32_t>> broader_, narrower_;  // by skill
  std::vector<Entry> entries_;
};

}  // namespace

std::string compile_block(const LexiconSource& source) {
  return Compiler(source).block();
}

}  // namespace skillfit
