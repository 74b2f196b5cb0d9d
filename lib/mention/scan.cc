// A filter is asked of every word whether a name or cue can begin with it; most words end there. The others are looked
// up in the vocabulary, and from those that are in it a walk follows the trie, again asking the filter before it looks
// at an edge. Context words are many and seldom asked for, so they are looked for around the names that wait for one.
#include "mention/scan.h"

#include <algorithm>
#include <array>

#include "lexicon/phrase.h"

namespace skillfit {
namespace {

// Truth as a number: `&` and `|` of these are no branches.
constexpr unsigned bit(bool truth) {
  return truth ? 1 : 0;
}

// A word that may begin a phrase.
struct Opening {
  std::uint32_t first;
  std::uint32_t second;  // the token after it on a path
  NodeId node, next;     // of the first word alone, and with the second
  unsigned whole;        // 1 if the first word may be a phrase by itself
};

constexpr std::uint32_t kBlock = 64;

// The openings among so many tokens; left uninitialised behind `count` and `longer`.
struct Block {
  std::array<Opening, kBlock> openings;
  std::array<std::uint32_t, kBlock> going_on;  // places of those that go on with a second word
  std::uint32_t count = 0, longer = 0;
};

class Walk {
 public:
  explicit Walk(const Searched& in) : in_(in), filter_(in.lexicon.tables.filters[0]) {}

  // The names and cues that begin in [from, to). In rounds: the loads of one round do not wait for each other, while
  // those along one path do. REQUIRES: at most kBlock tokens.
  void block(std::uint32_t from, std::uint32_t to, Hits& hits) const {
    Block block;
    possible_openings(from, to, block);
    const std::span<Opening> openings(block.openings.data(), block.count);
    for (Opening& opening : openings) {
      opening.node = in_.lexicon.start(phrase_word(in_.lexicon, in_.tokens, opening.first));
      __builtin_prefetch(&in_.lexicon.tables.nodes[opening.node]);
    }
    for (const std::uint32_t i : std::span(block.going_on.data(), block.longer)) {
      Opening& opening = openings[i];
      opening.next = in_.lexicon.step(opening.node, phrase_word(in_.lexicon, in_.tokens, opening.second));
      __builtin_prefetch(&in_.lexicon.tables.nodes[opening.next]);
    }
    for (const Opening& opening : openings) {
      if (opening.whole != 0) __builtin_prefetch(in_.lexicon.forms(opening.node).data());
      if (opening.next != kNoNode) __builtin_prefetch(in_.lexicon.forms(opening.next).data());
    }
    for (const Opening& opening : openings) follow(opening, hits);
  }

 private:
  // Follows the longest path of an opening and reports every phrase that ends on the way.
  void follow(const Opening& opening, Hits& hits) const {
    const std::size_t found = hits.surfaces.size();
    if (opening.whole != 0) report(opening.node, {opening.first, opening.first + 1}, hits);
    NodeId node = opening.next;
    for (std::uint32_t last = opening.second; node != kNoNode;) {
      report(node, {opening.first, last + 1}, hits);
      last = in_.prints.following(last);
      if (!in_.prints.may_go_on(filter_, node, last)) break;
      node = in_.lexicon.step(node, phrase_word(in_.lexicon, in_.tokens, last));
    }
    if (hits.surfaces.size() > found + 1) {
      std::reverse(hits.surfaces.begin() + static_cast<std::ptrdiff_t>(found), hits.surfaces.end());
    }
  }

  // The words that are a name or cue by themselves or with the next word, as far as the filter knows. What is not kept
  // is overwritten: no branch to mispredict.
  void possible_openings(std::uint32_t from, std::uint32_t to, Block& block) const {
    for (std::uint32_t first = from; first < to; ++first) {
      const std::uint32_t print = PhraseFilter::first_of(in_.prints[first]), second = in_.prints.following(first);
      const unsigned word = bit(in_.prints[first] < Prints::kSkipped);
      const unsigned whole = word & bit(filter_.may_go_on(print, PhraseFilter::kWhole));
      const unsigned goes_on = word & bit(in_.prints.may_go_on(filter_, print, second));
      block.openings[block.count] = {first, second, kNoNode, kNoNode, whole};
      block.going_on[block.longer] = block.count;
      block.longer += goes_on;
      block.count += goes_on | whole;
    }
  }

  void report(NodeId node, TokenSpan span, Hits& hits) const {
    const std::span<const Form> forms = in_.lexicon.forms(node);
    std::size_t names = 0;
    while (names < forms.size() && forms[names].kind <= FormKind::veto) ++names;
    if (names > 0) hits.surfaces.push_back({span, forms.first(names)});
    for (const Form& form : forms.subspan(names)) {
      if (form.kind == FormKind::cue) add_cue({span, in_.lexicon.cue(form)}, hits);
    }
  }

  // Cues that speak of mentions, the longest where they overlap: "preferred skills" is not "preferred".
  static void add_cue(CueHit hit, Hits& hits) {
    if (!hit.cue.is_walked()) return;
    std::vector<CueHit>& cues = hit.cue.family == CueFamily::term ? hits.openings : hits.cues;
    const auto inside = [](TokenSpan a, TokenSpan b) { return b.first <= a.first && a.last <= b.last && a != b; };
    while (!cues.empty() && inside(cues.back().tokens, hit.tokens)) cues.pop_back();
    if (cues.empty() || !inside(hit.tokens, cues.back().tokens)) cues.push_back(hit);
  }

  const Searched& in_;
  const PhraseFilter& filter_;
};

// Whether a context phrase that begins with token `first` is wanted and keeps clear of `self`.
bool is_wanted_from(const Searched& in, std::uint32_t first, std::span<const std::uint32_t> wanted, TokenSpan self) {
  const PhraseFilter& filter = in.lexicon.tables.filters[0];
  std::uint32_t from = PhraseFilter::context_of(in.prints[first]);
  std::uint32_t next = in.prints.following(first);
  NodeId node = in.lexicon.start(phrase_word(in.lexicon, in.tokens, first));
  for (std::uint32_t last = first + 1; node != kNoNode; last = next + 1, next = in.prints.following(next)) {
    if (first < self.last && self.first < last) return false;
    for (const Form& form : in.lexicon.forms(node)) {
      if (form.kind == FormKind::context && std::binary_search(wanted.begin(), wanted.end(), form.target)) return true;
    }
    if (!in.prints.may_go_on(filter, from, next)) return false;
    node = from = in.lexicon.step(node, phrase_word(in.lexicon, in.tokens, next));
  }
  return false;
}

}  // namespace

Hits scan(const Searched& in) {
  Hits hits;
  hits.surfaces.reserve(in.tokens.size() / 8);
  hits.cues.reserve(in.tokens.size() / 8);
  const Walk walk(in);
  for (std::uint32_t from = 0; from < in.tokens.size(); from += kBlock) {
    walk.block(from, std::min(from + kBlock, in.tokens.size()), hits);
  }
  return hits;
}

bool has_context_word(const Searched& in, SkillId skill, TokenSpan around, TokenSpan self) {
  const std::span<const std::uint32_t> wanted = in.lexicon.near_contexts(skill);
  const std::uint64_t starts = in.lexicon.tables.near_starts[index(skill)];
  const std::uint32_t near = PhraseFilter::near_of(index(skill));
  for (std::uint32_t i = around.first; i < around.last; ++i) {
    const bool may_start = (starts >> in.prints[i] % 64 & 1) != 0;
    if (!may_start || !in.prints.may_go_on(in.lexicon.tables.filters[0], near, i)) continue;
    if (is_wanted_from(in, i, wanted, self)) return true;
  }
  return false;
}

}  // namespace skillfit
