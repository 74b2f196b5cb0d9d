// A filter is asked of every word whether a name or cue can begin with it, or with it and the next word; most words end
// there. The others are looked up in the vocabulary, and from those that are in it a walk follows the trie. All this
// goes in rounds over a block of tokens: each round fetches what the next will look at, and what a word turns out not
// to be is overwritten by the word behind it, so that there is little to wait for and few branches to mispredict.
//
// Context words are many and seldom asked for, so they are looked for around the names that wait for one.
#include "mention/scan.h"

#include <algorithm>
#include <array>
#include <bit>

#include "lexicon/phrase.h"

namespace skillfit {
namespace {

constexpr std::uint32_t kBlock = 64;  // tokens: as many as bits in an integer

// Some of a block; uninitialised behind `count`.
template <class T, std::size_t kMost>
struct Few {
  std::array<T, kMost> items;
  std::uint32_t count = 0;

  // Stays only if `keep`.
  void add(const T& item, std::uint64_t keep = 1) {
    items[count] = item;
    count += static_cast<std::uint32_t>(keep);
  }
  T* begin() { return items.data(); }
  T* end() { return items.data() + count; }
};

// A word that may begin a phrase.
struct Opening {
  std::uint32_t first, second;  // tokens; the second is the one after it on a path
  bool whole;                   // there may be a phrase of the first alone
  std::uint32_t edge;           // where it may lie that leads on with the second
  NodeId next;                  // where it leads to
};

// Those of a block.
struct Openings {
  Few<Opening, kBlock> all;
  Few<Opening*, kBlock + 1> longer;  // that may go on with the second word
};

// The words of a block that are looked up, each once: many are the second word of one opening and the first of the
// next. Slots are places in the block, with one more for the word that its last path goes on with.
struct Words {
  explicit Words(std::uint32_t first) : from(first) {}

  std::uint32_t from;  // the first token of the block
  std::uint64_t wanted = 0;
  bool beyond_wanted = false;
  std::uint32_t beyond = 0;  // the token of the last slot
  std::array<std::uint32_t, kBlock + 1> places;
  std::array<WordId, kBlock + 1> ids;

  std::uint32_t slot(std::uint32_t token) const { return std::min(token - from, kBlock); }
  void want(std::uint32_t token) {
    const std::uint32_t at = slot(token);
    wanted |= std::uint64_t{bit(at < kBlock)} << at % kBlock;
    beyond_wanted |= at == kBlock;
    beyond = token;
  }
  WordId id(std::uint32_t token) const { return ids[slot(token)]; }
  template <class Visit>
  void for_each_wanted(Visit visit) const {
    for (std::uint64_t left = wanted; left != 0; left &= left - 1) {
      visit(from + static_cast<std::uint32_t>(std::countr_zero(left)));
    }
    if (beyond_wanted) visit(beyond);
  }
};

// A phrase that ends at `node`. Without the zeros of a TokenSpan, which an array of them would begin with.
struct Found {
  std::uint32_t first, last;  // tokens
  NodeId node;

  operator Surface() const { return {{first, last}, node}; }
};

// An opening finds two phrases at most, or those of a path, which is followed only while no more than kBlock are kept.
constexpr std::uint32_t kMostFound = kBlock + kMostPhrase + 2 * kBlock;
using FoundInBlock = Few<Found, kMostFound + 1>;

class Walk {
 public:
  explicit Walk(const Searched& in) : in_(in), filter_(in.lexicon.tables.filters[0]) {}

  // The names and cues that begin in [from, to). REQUIRES: at least one token, at most kBlock.
  void block(std::uint32_t from, std::uint32_t to, Hits& hits) const {
    Openings openings;
    Words words(from);
    find_openings(from, to, openings, words);
    look_up(openings, words);
    FoundInBlock found;
    for (const Opening& opening : openings.all) {
      const std::uint32_t third = in_.prints.following(opening.second);
      const NodeId alone = in_.lexicon.start(words.id(opening.first));
      if ((bit(opening.next != kNoNode) & bit(in_.prints.may_go_on(filter_, opening.next, third))) != 0) {
        if (found.count > kBlock) report(found, hits);
        follow(opening, alone, third, found);
        continue;
      }
      found.add({opening.first, opening.second + 1, opening.next}, bit(opening.next != kNoNode));
      found.add({opening.first, opening.first + 1, alone}, bit(alone != kNoNode) & bit(opening.whole));
    }
    report(found, hits);
  }

 private:
  // The words that may be a name or cue by themselves or with the next word.
  void find_openings(std::uint32_t from, std::uint32_t to, Openings& openings, Words& words) const {
    std::uint64_t whole = 0, longer = 0;                            // a bit a token, the first lowest
    std::uint32_t next = in_.prints[in_.prints.following(to - 1)];  // on a path: from behind it is known already
    for (std::uint32_t i = to; i > from;) {
      const std::uint32_t own = in_.prints[--i], print = PhraseFilter::first_of(own);
      const std::uint64_t word = bit(own < Prints::kSkipped), goes_on = bit(next < Prints::kSkipped);
      whole = whole << 1 | (word & bit(filter_.may_go_on(print, PhraseFilter::kWhole)));
      longer = longer << 1 | (word & goes_on & bit(filter_.may_go_on(print, next)));
      next = own == Prints::kSkipped ? next : own;
    }
    for (std::uint64_t any = whole | longer; any != 0; any &= any - 1) {
      const int at = std::countr_zero(any);
      const std::uint32_t first = from + static_cast<std::uint32_t>(at);
      openings.longer.add(openings.all.end(), longer >> at & 1);
      openings.all.add({first, in_.prints.following(first), (whole >> at & 1) != 0, 0, kNoNode});
    }
    words.wanted = whole | longer;
    for (const Opening* opening : openings.longer) words.want(opening->second);
  }

  // Round by round, each fetching what the next will look at.
  void look_up(Openings& openings, Words& words) const {
    words.for_each_wanted([&](std::uint32_t token) {
      words.places[words.slot(token)] = static_cast<std::uint32_t>(in_.lexicon.word_place(in_.tokens.word(token)));
    });
    words.for_each_wanted([&](std::uint32_t token) {
      const std::uint32_t slot = words.slot(token);
      words.ids[slot] = id_at(words.places[slot], token);
      in_.lexicon.fetch_forms(in_.lexicon.start(words.ids[slot]));
    });
    for (Opening* opening : openings.longer) {
      const NodeId node = in_.lexicon.start(words.id(opening->first));
      opening->edge = static_cast<std::uint32_t>(in_.lexicon.step_place(node, words.id(opening->second)));
    }
    for (Opening* opening : openings.longer) {
      const NodeId node = in_.lexicon.start(words.id(opening->first));
      opening->next = in_.lexicon.step_at(opening->edge, node, words.id(opening->second));
      in_.lexicon.fetch_forms(opening->next);
    }
  }

  // The number of a word or mark; the words of a text lie at their places in the vocabulary.
  WordId id_at(std::uint32_t place, std::uint32_t token) const {
    const WordId is_word = 0u - bit(in_.tokens[token].kind == TokenKind::word);
    return (in_.lexicon.word_at(place, in_.tokens.word(token)) & is_word) |
           (in_.lexicon.mark_id(in_.tokens[token].value) & ~is_word);
  }

  // A path of three words or more, which are few: all phrases that end on it, the longest first.
  void follow(const Opening& opening, NodeId alone, std::uint32_t third, FoundInBlock& found) const {
    const std::uint32_t before = found.count, first = opening.first;
    found.add({first, first + 1, alone}, bit(opening.whole));
    found.add({first, opening.second + 1, opening.next});
    NodeId node = opening.next;
    while (in_.prints.may_go_on(filter_, node, third) && found.count - before < kMostPhrase) {
      node = in_.lexicon.step(node, phrase_word(in_.lexicon, in_.tokens, third));
      found.add({first, third + 1, node}, bit(node != kNoNode));
      third = in_.prints.following(third);
    }
    std::reverse(found.begin() + before, found.end());
  }

  // Empties `found`: names go to the surfaces, cues to their lists.
  void report(FoundInBlock& found, Hits& hits) const {
    FoundInBlock names, cues;
    for (const Found& phrase : found) {
      const Node node = in_.lexicon.tables.nodes[phrase.node];
      names.add(phrase, bit(node.names));
      cues.add(phrase, bit(node.walked));
    }
    found.count = 0;
    hits.surfaces.insert(hits.surfaces.end(), names.begin(), names.end());
    for (const Found& phrase : cues) {
      for (const Form& form : in_.lexicon.forms(phrase.node)) {
        if (form.walked) add_cue({{phrase.first, phrase.last}, in_.lexicon.cue(form)}, hits);
      }
    }
  }

  // Cues that speak of mentions, the longest where they overlap: "preferred skills" is not "preferred".
  static void add_cue(CueHit hit, Hits& hits) {
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
  for (; around.first < around.last; around.first += kNearTokens) {
    std::uint64_t left = near_mask(in.prints.near_bytes(around.first), starts);
    if (around.size() < kNearTokens) left &= (std::uint64_t{1} << around.size()) - 1;
    for (; left != 0; left &= left - 1) {
      const std::uint32_t i = around.first + static_cast<std::uint32_t>(std::countr_zero(left));
      if (!in.prints.may_go_on(in.lexicon.tables.filters[0], near, i)) continue;
      if (is_wanted_from(in, i, in.lexicon.near_contexts(skill), self)) return true;
    }
  }
  return false;
}

}  // namespace skillfit
