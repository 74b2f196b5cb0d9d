// Source -> block, in three steps: gather every phrase with what it means, number words and nodes, fill the tables.
// Everything is gathered in the order of keys and sorted, so the same source always gives the same bytes.
#include <algorithm>
#include <array>
#include <map>
#include <numeric>
#include <tuple>
#include <unordered_map>

#include "lexicon/archive.h"
#include "lexicon/hash_builder.h"

namespace skillfit {
namespace {

constexpr std::uint32_t kMostTargets = (1u << 27) - 1;

// On what a spelling of a skill counts.
struct Conditions {
  bool exact = false, guarded = false;
};

Form form_of(FormKind kind, std::uint32_t target, Conditions conditions = {}) {
  Form form{kind, conditions.exact, conditions.guarded, 0};
  form.target = target & kMostTargets;
  return form;
}

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
  std::uint32_t number = 0;
  std::vector<std::uint32_t> starts{};  // the prints that its variants begin with
};

// The tables as they grow.
struct Columns {
  std::vector<Parameters> parameters{1};
  std::string archive;
  std::vector<char> chars;
  std::vector<SkillRecord> skills;
  std::vector<std::uint32_t> related_at;
  std::vector<Related> related;
  std::vector<std::uint32_t> numbers_at;
  std::vector<std::uint32_t> numbers;
  std::vector<std::uint64_t> near_starts;
  std::vector<Cue> cues;
  Vocabulary words;
  std::vector<HugeWord> huge_words;
  std::vector<WordId> marks = std::vector<WordId>(kMarks, kNoWord);
  std::vector<Node> nodes;
  std::vector<Fork> forks;
  std::vector<WordId> edges;
  std::vector<Form> forms;
  std::vector<Exact> exacts;
  std::vector<PhraseFilter> filters{1};

  Tables view() const {
    return {parameters,
            archive,
            chars,
            skills,
            related_at,
            related,
            numbers_at,
            numbers,
            near_starts,
            cues,
            words.of_short.keys,
            words.of_long.keys,
            huge_words,
            marks,
            nodes,
            forks,
            edges,
            forms,
            exacts,
            filters};
  }
};

// The trie while it grows. Branches are kept by number, as the tables will keep nodes.
struct Branch {
  std::map<WordId, std::size_t> next;
  std::vector<const Entry*> entries;  // of the phrases that end here
};

std::uint32_t size_of(const auto& table) {
  return static_cast<std::uint32_t>(table.size());
}

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
    out_.parameters[0].archive_bytes = archive_.size();
    out_.archive = pack(archive_);
    number_words();
    build_trie();
    return write_block(out_.view());
  }

 private:
  StringAt intern(std::string_view text) {
    const auto [at, is_new] = interned_.try_emplace(std::string(text), StringAt{size_of(out_.chars)});
    if (is_new) {
      out_.chars.insert(out_.chars.end(), text.begin(), text.end());
      out_.chars.push_back(kEndOfString);
    }
    return at->second;
  }

  // Ascending, each number once.
  void add_numbers(std::vector<std::uint32_t> numbers) {
    std::sort(numbers.begin(), numbers.end());
    numbers.erase(std::unique(numbers.begin(), numbers.end()), numbers.end());
    out_.numbers.insert(out_.numbers.end(), numbers.begin(), numbers.end());
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
    record.key = intern(skill.key);
    record.name = intern(skill.name).begin & 0xfffffff;
    record.kind = static_cast<std::uint32_t>(skill.kind) & 0xf;
    append_record(skill, archive_);
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
    std::uint64_t starts = 0;
    for (const std::string& near : skill.near) {
      if (near[0] == '@') {
        groups.push_back(ids_.at(near.substr(1)));
      } else {
        const Context& context = contexts_.at(canonical_phrase(near));
        contexts.push_back(context.number);
        for (const std::uint32_t print : context.starts) {
          starts |= std::uint64_t{1} << print % 64;
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
    append_record(cue, archive_);
    for (const std::string& phrase : cue.phrases) {
      for (Phrase& variant : phrase_variants(phrase, {})) {
        add_entry(std::move(variant), form_of(FormKind::cue, number));
      }
    }
  }

  void number_words() {
    std::set<std::string> words;
    for (const Entry& entry : entries_) words.insert(entry.path.begin(), entry.path.end());
    out_.words = build_vocabulary(words);
    out_.parameters[0].short_seed = out_.words.of_short.seed;
    out_.parameters[0].long_seed = out_.words.of_long.seed;
    for (const std::string& word : words) {
      const WordId id = out_.view().find_word(Padded(word).view());
      words_.emplace(word, id);
      prints_.emplace(id, print_of(word));
      if (word.size() > kLongWord) out_.huge_words.push_back({id, intern(word)});
      const auto value = static_cast<unsigned char>(word[0] - ' ');
      if (word.size() == 1 && value < kMarks) out_.marks[value] = id;
    }
    const auto by_id = [](const HugeWord& a, const HugeWord& b) { return a.id < b.id; };
    std::sort(out_.huge_words.begin(), out_.huge_words.end(), by_id);
    if (const auto found = words_.find("and"); found != words_.end()) out_.marks['&' - ' '] = found->second;
    out_.parameters[0].words = size_of(words);
  }

  // A spelling of a skill on conditions whose path is also its alias says nothing and is left out.
  void build_trie() {
    std::sort(entries_.begin(), entries_.end(), [](const Entry& a, const Entry& b) { return a.order() < b.order(); });
    const auto same = [](const Entry& a, const Entry& b) {
      const bool form = a.path == b.path && a.form.kind == b.form.kind && a.form.target == b.form.target;
      return form && (!a.form.exact || a.spelling == b.spelling);
    };
    entries_.erase(std::unique(entries_.begin(), entries_.end(), same), entries_.end());
    std::vector<Branch> branches(word_places() + 1);
    for (const Entry& entry : entries_) {
      branches[end_of(entry.path, branches)].entries.push_back(&entry);
      add_to_filters(entry);
    }
    number_nodes(branches);
  }

  std::size_t end_of(const Phrase& path, std::vector<Branch>& branches) const {
    std::size_t at = words_.at(path[0]);
    for (std::size_t i = 1; i < path.size(); ++i) {
      const auto [next, is_new] = branches[at].next.try_emplace(words_.at(path[i]), branches.size());
      at = next->second;
      if (is_new) branches.emplace_back();
    }
    return at;
  }

  // The branches of one word keep their numbers; the others follow in the order of the edges that lead to them, so that
  // neighbours in the trie are neighbours in memory.
  void number_nodes(const std::vector<Branch>& branches) {
    std::vector<std::size_t> order(word_places() + 1);
    std::iota(order.begin(), order.end(), std::size_t{0});
    out_.forks.push_back({0, 0});
    for (NodeId node = 0; node < order.size(); ++node) {
      const Branch& branch = branches[order[node]];
      out_.nodes.push_back(node_of(branch));
      for (const auto& [word, next] : branch.next) {
        if (node > word_places()) out_.filters[0].add(node, prints_.at(word));
        out_.edges.push_back(word);
        order.push_back(next);
      }
    }
    out_.forks.push_back({size_of(out_.edges), size_of(out_.forms)});
  }

  // The first fork stands for all that lead nowhere.
  Node node_of(const Branch& branch) {
    if (branch.next.empty() && branch.entries.empty()) return form_of(FormKind::fork, 0);
    if (branch.next.empty() && branch.entries.size() == 1) return final_form(*branch.entries[0]);
    out_.forks.push_back({size_of(out_.edges), size_of(out_.forms)});
    for (const Entry* entry : branch.entries) out_.forms.push_back(final_form(*entry));
    return form_of(FormKind::fork, size_of(out_.forks) - 1);
  }

  Form final_form(const Entry& entry) {
    if (!entry.form.exact) return entry.form;
    out_.exacts.push_back({entry.form.target, intern(entry.spelling)});
    return form_of(FormKind::skill, size_of(out_.exacts) - 1, {.exact = true});
  }

  std::size_t word_places() const { return out_.words.of_short.keys.size() + out_.words.of_long.keys.size(); }

  // The first two words. What the walk over a whole text does not look for is in the filter by family only.
  void add_to_filters(const Entry& entry) {
    PhraseFilter& filter = out_.filters[0];
    const std::uint32_t first = print_of(entry.path[0]);
    const std::uint32_t next = entry.path.size() == 1 ? PhraseFilter::kWhole : print_of(entry.path[1]);
    if (entry.form.kind == FormKind::cue) {
      const CueFamily family = out_.cues[entry.form.target].family;
      out_.parameters[0].cue_starts[static_cast<std::size_t>(family)].add(first);
      filter.add(PhraseFilter::first_of(family, first), next);
      if (!out_.cues[entry.form.target].is_walked()) return;
    }
    const bool context = entry.form.kind == FormKind::context;
    filter.add(context ? PhraseFilter::context_of(first) : PhraseFilter::first_of(first), next);
  }

  const LexiconSource& source_;
  Columns out_;
  std::string archive_;
  std::map<std::string, std::uint32_t> ids_;
  std::set<std::string> compounds_;
  std::map<Phrase, std::uint32_t> owners_;
  std::map<Phrase, Context> contexts_;
  std::vector<std::vector<std::uint32_t>> broader_, narrower_;  // by skill
  std::unordered_map<std::string, StringAt> interned_;
  std::unordered_map<std::string, WordId> words_;
  std::unordered_map<WordId, std::uint32_t> prints_;
  std::vector<Entry> entries_;
};

}  // namespace

std::string compile_block(const LexiconSource& source) {
  return Compiler(source).block();
}

}  // namespace skillfit
