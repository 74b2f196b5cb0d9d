// Source -> block, in three steps: gather every phrase with what it means, number words and nodes, fill the tables.
// Everything is gathered in the order of keys and sorted, so the same source always gives the same bytes.
#include <algorithm>
#include <array>
#include <map>
#include <tuple>
#include <unordered_map>

#include "lexicon/hash_builder.h"
#include "lexicon/phrase.h"
#include "lexicon/source.h"

namespace skillfit {
namespace {

constexpr std::uint32_t kMostSpellings = (1u << 28) - 1;

struct Entry {
  Phrase path;
  Form form;
  std::string_view spelling;  // of an exact form

  std::tuple<const Phrase&, FormKind, std::uint32_t, bool, std::string_view> order() const {
    return {path, form.kind, form.target, form.exact || form.guarded, spelling};
  }
};

struct Context {
  std::string_view phrase;
  std::uint32_t number;
};

std::uint32_t print_of(const std::string& word) {
  std::array<char, 8> padded{};
  word.copy(padded.data(), padded.size());
  return word_print(padded.data(), word.size());
}

// The tables as they grow.
struct Columns {
  std::vector<Parameters> parameters{1};
  std::vector<char> chars;
  std::vector<StringRef> strings;
  std::vector<SkillRecord> skills;
  std::vector<RelatedSource> related_sources;
  std::vector<Related> related;
  std::vector<std::uint32_t> numbers;
  std::vector<Cue> cues;
  std::vector<CueRecord> cue_sources;
  HashTable<WordKey> words;
  std::vector<LongWord> long_words;
  std::vector<WordId> marks = std::vector<WordId>(kMarks, kNoWord);
  HashTable<std::uint64_t> edges;
  std::vector<NodeId> edge_nodes;
  std::vector<NodeId> starts;
  std::vector<std::uint32_t> node_forms;
  std::vector<Form> forms;
  std::vector<StringRef> spellings;
  std::vector<PhraseFilter> filters{1};

  Tables view() const {
    return {parameters, chars,       strings,    skills,     related_sources, related,    numbers,
            cues,       cue_sources, words.keys, long_words, marks,           edges.keys, edge_nodes,
            starts,     node_forms,  forms,      spellings,  filters};
  }
};

class Compiler {
 public:
  explicit Compiler(const LexiconSource& source) : source_(source) {
    for (const auto& [key, skill] : source.skills) ids_.emplace(key, static_cast<std::uint32_t>(ids_.size()));
  }

  std::string block() {
    find_owners();
    number_contexts();
    for (const auto& [key, skill] : source_.skills) add_skill(skill);
    add_hierarchy();
    for (const auto& [key, cue] : source_.cues) add_cue(cue);
    number_words();
    build_trie();
    return write_block(out_.view());
  }

 private:
  StringRef intern(std::string_view text) {
    const auto [at, is_new] = interned_.try_emplace(std::string(text));
    if (is_new) {
      at->second = {static_cast<std::uint32_t>(out_.chars.size()), static_cast<std::uint32_t>(text.size())};
      out_.chars.insert(out_.chars.end(), text.begin(), text.end());
    }
    return at->second;
  }

  Range add_strings(const std::vector<std::string>& texts) {
    const Range range{static_cast<std::uint32_t>(out_.strings.size()), static_cast<std::uint32_t>(texts.size())};
    for (const std::string& text : texts) out_.strings.push_back(intern(text));
    return range;
  }

  // Ascending, each number once.
  Range add_numbers(std::vector<std::uint32_t> numbers) {
    std::sort(numbers.begin(), numbers.end());
    numbers.erase(std::unique(numbers.begin(), numbers.end()), numbers.end());
    const Range range{static_cast<std::uint32_t>(out_.numbers.size()), static_cast<std::uint32_t>(numbers.size())};
    out_.numbers.insert(out_.numbers.end(), numbers.begin(), numbers.end());
    return range;
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
        if (near[0] != '@') contexts_.try_emplace(canonical_phrase(near), Context{near, 0});
      }
    }
    std::uint32_t next = 0;
    for (auto& [path, context] : contexts_) {
      context.number = next++;
      for (Phrase& variant : phrase_variants(context.phrase, {true, true, &compounds_})) {
        add_entry(std::move(variant), Form{FormKind::context, false, false, 0, context.number});
      }
    }
    out_.parameters[0].contexts = next;
  }

  void add_entry(Phrase path, Form form, std::string_view spelling = {}) {
    if (!path.empty()) entries_.push_back({std::move(path), form, spelling});
  }

  void add_skill(const SkillSource& skill) {
    SkillRecord record{};
    record.key = intern(skill.key);
    record.name = intern(skill.name);
    record.file = intern(skill.file);
    record.line = skill.line;
    record.kind = static_cast<std::uint32_t>(skill.kind);
    for (std::size_t i = 0; i < kStringLists.size(); ++i) record.lists[i] = add_strings(skill.*kStringLists[i]);
    add_related(skill, record);
    add_near(skill, record);
    add_spellings(skill, static_cast<std::uint32_t>(out_.skills.size()));
    out_.skills.push_back(record);
  }

  void add_related(const SkillSource& skill, SkillRecord& record) {
    record.related_source = {static_cast<std::uint32_t>(out_.related_sources.size()),
                             static_cast<std::uint32_t>(skill.related.size())};
    std::map<std::uint32_t, std::uint16_t> shares;
    for (const auto& [key, share] : skill.related) {
      out_.related_sources.push_back({intern(key), share});
      shares[ids_.at(key)] = share;
    }
    record.related = {static_cast<std::uint32_t>(out_.related.size()), static_cast<std::uint32_t>(shares.size())};
    for (const auto& [id, share] : shares) out_.related.push_back({SkillId{id}, share});
  }

  void add_near(const SkillSource& skill, SkillRecord& record) {
    std::vector<std::uint32_t> groups, contexts;
    for (const std::string& near : skill.near) {
      if (near[0] == '@') {
        groups.push_back(ids_.at(near.substr(1)));
      } else {
        contexts.push_back(contexts_.at(canonical_phrase(near)).number);
      }
    }
    record.near_groups = add_numbers(std::move(groups));
    record.near_contexts = add_numbers(std::move(contexts));
  }

  void add_spellings(const SkillSource& skill, std::uint32_t id) {
    for (const std::string_view spelling : unconditional_spellings(skill)) add_variants(skill, spelling, id, false);
    for (const std::string& spelling : skill.ambiguous) add_variants(skill, spelling, id, true);
    for (const std::string& spelling : skill.exact) {
      add_entry(canonical_phrase(spelling), Form{FormKind::skill, true, false, 0, id}, spelling);
    }
    for (const std::string& veto : skill.veto) {
      for (Phrase& variant : phrase_variants(veto, {false, true, &compounds_})) {
        add_entry(std::move(variant), Form{FormKind::veto, false, false, 0, id});
      }
    }
  }

  // A variant that a rule produces gives way to the skill that lists it.
  void add_variants(const SkillSource& skill, std::string_view spelling, std::uint32_t id, bool guarded) {
    VariantRules rules = alias_rules(skill.kind);
    rules.compounds = &compounds_;
    bool listed = true;
    for (Phrase& variant : phrase_variants(spelling, rules)) {
      const auto owner = owners_.find(variant);
      if (listed || owner == owners_.end() || owner->second == id) {
        add_entry(std::move(variant), Form{FormKind::skill, false, guarded, 0, id});
      }
      listed = false;
    }
  }

  void add_hierarchy() {
    std::vector<std::vector<std::uint32_t>> broader, narrower(ids_.size());
    for (const auto& [key, skill] : source_.skills) {
      const auto id = static_cast<std::uint32_t>(broader.size());
      broader.emplace_back();
      for (const std::string& wider : skill.broader) broader.back().push_back(ids_.at(wider));
      for (const std::uint32_t wider : broader.back()) narrower[wider].push_back(id);
    }
    for (std::uint32_t id = 0; id < broader.size(); ++id) {
      std::vector<std::uint32_t> ancestors = broader[id];
      std::vector<bool> seen(broader.size());
      for (std::size_t i = 0; i < ancestors.size(); ++i) {
        if (seen[ancestors[i]]) continue;
        seen[ancestors[i]] = true;
        const std::vector<std::uint32_t>& wider = broader[ancestors[i]];
        ancestors.insert(ancestors.end(), wider.begin(), wider.end());
      }
      out_.skills[id].broader = add_numbers(broader[id]);
      out_.skills[id].ancestors = add_numbers(std::move(ancestors));
      out_.skills[id].narrower = add_numbers(narrower[id]);
    }
  }

  void add_cue(const CueSource& cue) {
    const auto number = static_cast<std::uint32_t>(out_.cues.size());
    out_.cues.push_back(cue.cue);
    out_.cue_sources.push_back({intern(cue.label), intern(cue.file), cue.line, add_strings(cue.phrases)});
    for (const std::string& phrase : cue.phrases) {
      for (Phrase& variant : phrase_variants(phrase, {})) {
        add_entry(std::move(variant), Form{FormKind::cue, false, false, 0, number});
      }
    }
  }

  static WordKey key_of(const std::string& word) {
    const std::string padded = word + std::string(kShortWord, '\0');
    return word_key(std::string_view(padded).substr(0, word.size()));
  }

  void number_words() {
    std::set<std::string> words;
    for (const Entry& entry : entries_) words.insert(entry.path.begin(), entry.path.end());
    std::vector<WordKey> keys;
    for (const std::string& word : words) keys.push_back(key_of(word));
    out_.words = build_hash_table(keys, kEmptyPlace);
    for (const std::string& word : words) {
      const WordId id = find_key(std::span<const WordKey>(out_.words.keys), key_of(word), out_.words.seed);
      words_.emplace(word, id);
      if (word.size() > kShortWord) out_.long_words.push_back({id, intern(word)});
      const auto value = static_cast<unsigned char>(word[0] - ' ');
      if (word.size() == 1 && value < kMarks) out_.marks[value] = id;
    }
    const auto by_id = [](const LongWord& a, const LongWord& b) { return a.id < b.id; };
    std::sort(out_.long_words.begin(), out_.long_words.end(), by_id);
    if (const auto found = words_.find("and"); found != words_.end()) out_.marks['&' - ' '] = found->second;
    out_.parameters[0].words = static_cast<std::uint32_t>(words.size());
    out_.parameters[0].word_seed = out_.words.seed;
    out_.starts.assign(out_.words.keys.size() + 1, kNoNode);
  }

  // The entries come in order of their paths, so the forms of a node are neighbours, and so are nodes often walked
  // together. A spelling of a skill on conditions whose path is also its
  // alias says nothing and is left out.
  void build_trie() {
    std::sort(entries_.begin(), entries_.end(), [](const Entry& a, const Entry& b) { return a.order() < b.order(); });
    const auto same = [](const Entry& a, const Entry& b) {
      const bool form = a.path == b.path && a.form.kind == b.form.kind && a.form.target == b.form.target;
      return form && (!a.form.exact || a.spelling == b.spelling);
    };
    entries_.erase(std::unique(entries_.begin(), entries_.end(), same), entries_.end());
    std::unordered_map<std::uint64_t, NodeId> edges;
    std::vector<std::vector<Form>> forms(1);
    for (const Entry& entry : entries_) {
      const NodeId node = add_path(entry.path, edges, forms);
      Form form = entry.form;
      if (form.kind == FormKind::cue) {
        const CueFamily family = out_.cues[form.target].family;
        out_.parameters[0].cue_starts[static_cast<std::size_t>(family)].add(entry.path[0]);
      }
      add_to_filter(entry);
      if (form.exact) {
        form.spelling = static_cast<std::uint32_t>(out_.spellings.size()) & kMostSpellings;
        out_.spellings.push_back(intern(entry.spelling));
      }
      forms[node].push_back(form);
    }
    for (const std::vector<Form>& of_node : forms) {
      out_.node_forms.push_back(static_cast<std::uint32_t>(out_.forms.size()));
      out_.forms.insert(out_.forms.end(), of_node.begin(), of_node.end());
    }
    out_.node_forms.push_back(static_cast<std::uint32_t>(out_.forms.size()));
    add_edges(edges);
  }

  // What the walk over a whole text does not look for is in the filter by family only.
  void add_to_filter(const Entry& entry) {
    PhraseFilter& filter = out_.filters[0];
    const std::uint32_t first = print_of(entry.path[0]);
    const std::uint32_t next = entry.path.size() == 1 ? PhraseFilter::kWhole : print_of(entry.path[1]);
    if (entry.form.kind == FormKind::cue) {
      const CueFamily family = out_.cues[entry.form.target].family;
      filter.add_edge(PhraseFilter::first_of(family, first), next);
      if (!out_.cues[entry.form.target].is_walked()) return;
    }
    if (next == PhraseFilter::kWhole) return filter.add_whole(first);
    filter.add_edge(first | PhraseFilter::kFirst, next);
  }

  void add_edges(const std::unordered_map<std::uint64_t, NodeId>& edges) {
    std::vector<std::uint64_t> keys;
    for (const auto& [key, node] : edges) keys.push_back(key);
    std::sort(keys.begin(), keys.end());
    out_.edges = build_hash_table(keys, std::uint64_t{0});
    out_.parameters[0].edge_seed = out_.edges.seed;
    out_.edge_nodes.assign(1, kNoNode);
    for (const std::uint64_t key : out_.edges.keys) out_.edge_nodes.push_back(key == 0 ? kNoNode : edges.at(key));
  }

  NodeId add_path(const Phrase& path, std::unordered_map<std::uint64_t, NodeId>& edges,
                  std::vector<std::vector<Form>>& forms) {
    const auto reach = [&forms](NodeId& node) {
      if (node == kNoNode) {
        node = static_cast<NodeId>(forms.size());
        forms.emplace_back();
      }
      return node;
    };
    NodeId node = reach(out_.starts[words_.at(path[0])]);
    for (std::size_t i = 1; i < path.size(); ++i) {
      if (i > 1) out_.filters[0].add_edge(node, print_of(path[i]));
      node = reach(edges[CompiledLexicon::edge_key(node, words_.at(path[i]))]);
    }
    return node;
  }

  const LexiconSource& source_;
  Columns out_;
  std::map<std::string, std::uint32_t> ids_;
  std::set<std::string> compounds_;
  std::map<Phrase, std::uint32_t> owners_;
  std::map<Phrase, Context> contexts_;
  std::unordered_map<std::string, StringRef> interned_;
  std::unordered_map<std::string, WordId> words_;
  std::vector<Entry> entries_;
};

}  // namespace

std::string compile_block(const LexiconSource& source) {
  return Compiler(source).block();
}

}  // namespace skillfit
