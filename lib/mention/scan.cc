// A filter is asked of every word whether a name or cue can begin with it, or with it and the next word; most words end
// there. The others are looked up in the vocabulary, and from those that are in it a walk follows the trie. All this
// goes in rounds over a block of tokens: each round fetches what the next will look at, and what a word turns out not
// to be is overwritten by the word behind it, so that there is little to wait for and few branches to mispredict.
//
// Context words are many and seldom asked for, so they are looked for around the names that wait for one.
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

constexpr std::uint32_t kBlock = 64;  // tokens

// Some of a block; uninitialised behind `count`.
template <class T, std::size_t kMost = kBlock>
struct Few {
  std::array<T, kMost> items;
  std::uint32_t count = 0;

  // Stays only if `keep`.
  void add(const T& item, unsigned keep) {
    items[count] = item;
    count += keep;
  }
  T* begin() { return items.data(); }
  T* end() { return items.data() + count; }
};

// A word that may begin a phrase.
struct Opening {
  std::uint32_t first;
  std::uint32_t second;  // the token after it on a path
  unsigned whole;        // 1 if the first word may be a phrase by itself
  NodeId node, next;     // of the first word alone, and with the second
  WordId second_word;
};

// The openings among the tokens of a block.
struct Openings {
  Few<Opening, kBlock + 1> all;
  Few<std::uint32_t, kBlock + 1> longer;  // places of those that may go on with a second word
};

// A phrase that ends at `node`.
struct Found {
  NodeId node;
  TokenSpan tokens;
};

class Walk {
 public:
  explicit Walk(const Searched& in) : in_(in), filter_(in.lexicon.tables.filters[0]) {}

  // The names and cues that begin in [from, to). REQUIRES: at most kBlock tokens.
  void block(std::uint32_t from, std::uint32_t to, Hits& hits) const {
    Openings openings;
    find_openings(from, to, openings);
    look_up(openings);
    Few<Found, 2 * kBlock + 2> found;
    for (const Opening& opening : openings.all) {
      const std::uint32_t third = in_.prints.following(opening.second);
      if (opening.next != kNoNode && in_.prints.may_go_on(filter_, opening.next, third)) {
        report(found, hits);
        follow(opening, third, hits);
        continue;
      }
      found.add({opening.next, {opening.first, opening.second + 1}}, bit(opening.next != kNoNode));
      found.add({opening.node, {opening.first, opening.first + 1}}, bit(opening.node != kNoNode) & opening.whole);
    }
    report(found, hits);
  }

 private:
  // The words that may be a name or cue by themselves or with the next word.
  void find_openings(std::uint32_t from, std::uint32_t to, Openings& openings) const {
    for (std::uint32_t first = from; first < to; ++first) {
      const std::uint32_t print = PhraseFilter::first_of(in_.prints[first]), second = in_.prints.following(first);
      const unsigned word = bit(in_.prints[first] < Prints::kSkipped);
      const unsigned whole = word & bit(filter_.may_go_on(print, PhraseFilter::kWhole));
      const unsigned longer = word & bit(in_.prints.may_go_on(filter_, print, second));
      openings.longer.add(openings.all.count, longer);
      openings.all.add({first, second, whole, kNoNode, kNoNode, kNoWord}, whole | longer);
    }
  }

  // Round by round, each fetching what the next will look at.
  void look_up(Openings& openings) const {
    for (const Opening& opening : openings.all) fetch_word(opening.first);
    for (const std::uint32_t i : openings.longer) fetch_word(openings.all.items[i].second);
    for (Opening& opening : openings.all) {
      opening.node = in_.lexicon.start(phrase_word(in_.lexicon, in_.tokens, opening.first));
      in_.lexicon.fetch_forms(opening.node);
    }
    for (const std::uint32_t i : openings.longer) {
      Opening& opening = openings.all.items[i];
      opening.second_word = phrase_word(in_.lexicon, in_.tokens, opening.second);
      in_.lexicon.fetch_step(opening.node, opening.second_word);
    }
    for (const std::uint32_t i : openings.longer) {
      Opening& opening = openings.all.items[i];
      opening.next = in_.lexicon.step(opening.node, opening.second_word);
      in_.lexicon.fetch_forms(opening.next);
    }
  }

  void fetch_word(std::uint32_t token) const { in_.lexicon.fetch_word(in_.tokens.word(token)); }

  // A path of three words or more, which are few: all phrases that end on it, the longest first.
  void follow(const Opening& opening, std::uint32_t third, Hits& hits) const {
    const std::size_t before = hits.surfaces.size();
    if (opening.whole != 0) report({opening.node, {opening.first, opening.first + 1}}, hits);
    report({opening.next, {opening.first, opening.second + 1}}, hits);
    for (NodeId node = opening.next; in_.prints.may_go_on(filter_, node, third);) {
      node = in_.lexicon.step(node, phrase_word(in_.lexicon, in_.tokens, third));
      if (node == kNoNode) break;
      report({node, {opening.first, third + 1}}, hits);
      third = in_.prints.following(third);
    }
    std::reverse(hits.surfaces.begin() + static_cast<std::ptrdiff_t>(before), hits.surfaces.end());
  }

  // Empties `found`.
  void report(Few<Found, 2 * kBlock + 2>& found, Hits& hits) const {
    for (const Found& phrase : found) report(phrase, hits);
    found.count = 0;
  }

  void report(const Found& phrase, Hits& hits) const {
    const std::span<const Form> forms = in_.lexicon.forms(phrase.node);
    std::size_t names = 0;
    while (names < forms.size() && forms[names].kind <= FormKind::veto) ++names;
    if (names > 0) hits.surfaces.push_back({phrase.tokens, forms.first(names)});
    for (const Form& form : forms.subspan(names)) {
      if (form.kind == FormKind::cue) add_cue({phrase.tokens, in_.lexicon.cue(form)}, hits);
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
  const NearFilter& starts = in.lexicon.tables.near_starts[index(skill)];
  const std::uint32_t near = PhraseFilter::near_of(index(skill));
  while (around.first < around.last) {
    const std::uint32_t end = std::min(around.last, around.first + kBlock);
    Few<std::uint32_t, kBlock + 1> few;
    for (; around.first < end; ++around.first) few.add(around.first, bit(starts.may_hold(in.prints[around.first])));
    for (const std::uint32_t i : few) {
      if (!in.prints.may_go_on(in.lexicon.tables.filters[0], near, i)) continue;
      if (is_wanted_from(in, i, in.lexicon.near_contexts(skill), self)) return true;
    }
  }
  return false;
}

}  // namespace skillfit
