// Words get their numbers from their places in the hash table, so the nodes of one word have theirs too. The other
// nodes are numbered in the order of their paths, so that neighbours in the trie are neighbours in memory.
#include "lexicon/trie_builder.h"

#include <algorithm>
#include <map>
#include <set>

#include "lexicon/hash_builder.h"

namespace skillfit {
namespace {

// The trie while it grows. Branches are kept by number, as the tables will keep nodes.
struct Branch {
  std::map<WordId, NodeId> next;
  std::vector<const Entry*> entries;  // of the phrases that end here
};

class TrieBuilder {
 public:
  TrieBuilder(std::vector<Entry> entries, Columns& out) : entries_(std::move(entries)), out_(out) {}

  void run() {
    number_words();
    sort_entries();
    branches_.resize(out_.words.size() + 1);
    for (const Entry& entry : entries_) {
      branches_[end_of(entry.path)].entries.push_back(&entry);
      add_to_filters(entry);
    }
    fill_nodes();
    fill_edges();
  }

 private:
  void number_words() {
    std::set<std::string> words;
    for (const Entry& entry : entries_) words.insert(entry.path.begin(), entry.path.end());
    std::vector<WordKey> keys;
    for (const std::string& word : words) keys.push_back(word_key(Padded(word).view()));
    PerfectHash table = build_perfect_hash(keys);
    out_.words.assign(table.places, kNoWordKey);
    out_.word_pilots = std::move(table.pilots);
    out_.parameters[0].word_seed = table.seed;
    out_.parameters[0].words = size_of(words);
    for (const WordKey key : keys) {
      out_.words[find_place(hash_key(key, table.seed), out_.word_pilots, table.places)] = key;
    }
    for (const std::string& word : words) number_word(word);
    const auto by_id = [](const HugeWord& a, const HugeWord& b) { return a.id < b.id; };
    std::sort(out_.huge_words.begin(), out_.huge_words.end(), by_id);
    if (const auto found = words_.find("and"); found != words_.end()) out_.marks['&' - ' '] = found->second;
  }

  void number_word(const std::string& word) {
    const WordId id = out_.view().find_word(word_key(Padded(word).view()));
    words_.emplace(word, id);
    prints_.emplace(id, print_of(word));
    if (word.size() > kLongWord) out_.huge_words.push_back({id, out_.intern(word)});
    const auto value = static_cast<unsigned char>(word[0] - ' ');
    if (word.size() == 1 && value < kMarks) out_.marks[value] = id;
  }

  void sort_entries() {
    std::sort(entries_.begin(), entries_.end(), [](const Entry& a, const Entry& b) { return a.order() < b.order(); });
    const auto same = [](const Entry& a, const Entry& b) {
      const bool form = a.path == b.path && a.form.kind == b.form.kind && a.form.target == b.form.target;
      return form && (!a.form.exact || a.spelling == b.spelling);
    };
    entries_.erase(std::unique(entries_.begin(), entries_.end(), same), entries_.end());
  }

  NodeId end_of(const Phrase& path) {
    NodeId at = words_.at(path[0]);
    for (std::size_t i = 1; i < path.size(); ++i) {
      const auto [next, is_new] = branches_[at].next.try_emplace(words_.at(path[i]), size_of(branches_));
      at = next->second;
      if (is_new) branches_.emplace_back();
    }
    return at;
  }

  void fill_nodes() {
    out_.forms_at = {0, 0};  // the list for nodes where nothing ends
    for (const Branch& branch : branches_) out_.nodes.push_back(node_of(branch));
  }

  Node node_of(const Branch& branch) {
    if (branch.entries.empty()) return form_of(FormKind::several, 0);
    if (branch.entries.size() == 1) return final_form(*branch.entries[0]);
    Node node = form_of(FormKind::several, size_of(out_.forms_at) - 1);
    for (const Entry* entry : branch.entries) {
      const Form& form = out_.forms.emplace_back(final_form(*entry));
      node.names |= form.names;
      node.walked |= form.walked;
    }
    out_.forms_at.push_back(size_of(out_.forms));
    return node;
  }

  Form final_form(const Entry& entry) {
    if (!entry.form.exact) return entry.form;
    out_.exacts.push_back({entry.form.target, out_.intern(entry.spelling)});
    return form_of(FormKind::skill, size_of(out_.exacts) - 1, {.exact = true});
  }

  void fill_edges() {
    std::vector<Edge> edges;
    std::vector<std::uint64_t> keys;
    for (NodeId from = 0; from < branches_.size(); ++from) {
      for (const auto& [word, to] : branches_[from].next) {
        edges.push_back({from, word, to});
        keys.push_back(edges.back().key());
        if (from > out_.words.size()) out_.filters[0].add(from, prints_.at(word));
      }
    }
    PerfectHash table = build_perfect_hash(keys);
    out_.edges.assign(table.places, {kNoNode, kNoWord, kNoNode});
    out_.edge_pilots = std::move(table.pilots);
    out_.parameters[0].edge_seed = table.seed;
    for (const Edge& edge : edges) {
      out_.edges[find_place(hash_key(edge.key(), table.seed), out_.edge_pilots, table.places)] = edge;
    }
  }

  // The first two words. What the walk over a whole text does not look for is in the filter by family only.
  void add_to_filters(const Entry& entry) {
    PhraseFilter& filter = out_.filters[0];
    const std::uint32_t first = print_of(entry.path[0]);
    const std::uint32_t next = entry.path.size() == 1 ? PhraseFilter::kWhole : print_of(entry.path[1]);
    if (entry.form.kind == FormKind::cue) {
      const Cue& cue = out_.cues[entry.form.target];
      out_.parameters[0].cue_starts[static_cast<std::size_t>(cue.family)].add(first);
      if (cue.is_term(TermPart::title)) out_.parameters[0].title_starts.add(first);
      filter.add(PhraseFilter::first_of(cue.family, first), next);
      if (!cue.is_walked()) return;
    }
    const bool context = entry.form.kind == FormKind::context;
    filter.add(context ? PhraseFilter::context_of(first) : PhraseFilter::first_of(first), next);
  }

  std::vector<Entry> entries_;
  Columns& out_;
  std::vector<Branch> branches_;
  std::unordered_map<std::string, WordId> words_;
  std::unordered_map<WordId, std::uint32_t> prints_;
};

}  // namespace

void build_trie(std::vector<Entry> entries, Columns& out) {
  TrieBuilder(std::move(entries), out).run();
}

}  // namespace skillfit
