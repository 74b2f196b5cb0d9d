// One pass takes a small print of every word and asks a filter whether a phrase can begin with it; most words end
// there. From the others a second pass walks the trie, again asking the filter before it looks at an edge. Skills,
// false friends, context words and cues are all paths of the same trie.
#include "mention/scan.h"

#include <algorithm>

#include "lexicon/phrase.h"
#include "mention/boundary.h"

namespace skillfit {
namespace {

// What a token is for a path: the print of a word, or one of these.
constexpr std::uint32_t kSkipped = 1u << 16;  // the path runs over it
constexpr std::uint32_t kEnds = 2u << 16;     // no path reaches it

std::uint32_t print_at(const Tokens& tokens, std::uint32_t i) {
  if (tokens[i].kind == TokenKind::word) [[likely]]
    return word_print(tokens.word(i).data(), tokens[i].size);
  switch (phrase_role(tokens, i, false)) {
    case PhraseRole::word:
      return phrase_print(tokens, i);
    case PhraseRole::skipped:
      return kSkipped;
    default:
      return kEnds;
  }
}

// The newline that only wraps a paragraph is skipped like a hyphen inside a name.
void bridge_wrapped_lines(const Tokens& tokens, const Outline& outline, std::vector<std::uint32_t>& prints) {
  for (std::size_t i = 0; i + 1 < outline.lines.size(); ++i) {
    if (is_wrapped(tokens, outline, i)) prints[outline.lines[i].tokens.last] = kSkipped;
  }
}

// Truth as a number: `&` and `|` of these are no branches.
constexpr unsigned bit(bool truth) {
  return truth ? 1 : 0;
}

// A token that may begin a phrase.
struct Opening {
  std::uint32_t first;
  std::uint32_t second;  // the token after it on a path
  bool whole;            // may be a phrase by itself
  bool goes_on;          // may be continued by `second`
  NodeId node;
};

class Walk {
 public:
  Walk(const Tokens& tokens, const std::vector<std::uint32_t>& prints, const CompiledLexicon& lexicon)
      : tokens_(tokens), prints_(prints), lexicon_(lexicon), filter_(lexicon.tables.filters[0]) {}

  // In rounds over short arrays: the loads of one round do not wait for each other, while those along one path do.
  std::vector<Opening> openings() const {
    std::vector<Opening> found(tokens_.size() + 1);
    std::size_t count = 0;
    for (std::uint32_t i = 0; i < tokens_.size(); ++i) {
      const std::uint32_t second = following(i);
      const std::uint32_t print = prints_[i] & 0xffff;
      const bool whole = filter_.may_be_whole(print);
      const bool goes_on = may_go_on(print | PhraseFilter::kFirst, second);
      found[count] = {i, second, whole, goes_on, kNoNode};  // stays only if ... (no branch to mispredict)
      count += bit(prints_[i] < kSkipped) & (bit(whole) | bit(goes_on));
    }
    found.resize(count);
    for (Opening& opening : found) {
      opening.node = lexicon_.start(phrase_word(lexicon_, tokens_, opening.first));
      __builtin_prefetch(&lexicon_.tables.nodes[opening.node]);
    }
    for (const Opening& opening : found) __builtin_prefetch(lexicon_.forms(opening.node).data());
    return found;
  }

  // Follows the longest path of an opening and reports every phrase that ends on the way.
  void from(const Opening& opening, Hits& hits) const {
    NodeId node = opening.node;
    if (node == kNoNode) return;
    const std::size_t found = hits.surfaces.size();
    if (opening.whole) report(node, {opening.first, opening.first + 1}, hits);
    std::uint32_t next = opening.second;
    for (bool goes_on = opening.goes_on; goes_on; goes_on = may_go_on(node, next)) {
      node = lexicon_.step(node, phrase_word(lexicon_, tokens_, next));
      if (node == kNoNode) break;
      report(node, {opening.first, next + 1}, hits);
      next = following(next);
    }
    if (hits.surfaces.size() > found + 1) {
      std::reverse(hits.surfaces.begin() + static_cast<std::ptrdiff_t>(found), hits.surfaces.end());
    }
  }

 private:
  std::uint32_t following(std::uint32_t token) const {
    ++token;
    while (prints_[token] == kSkipped) ++token;
    return token;
  }

  // False at the last token's end: prints_ holds one kEnds more than there are tokens.
  bool may_go_on(std::uint32_t from, std::uint32_t next) const {
    return (bit(prints_[next] < kSkipped) & bit(filter_.may_go_on(from, prints_[next] & 0xffff))) != 0;
  }

  void report(NodeId node, TokenSpan span, Hits& hits) const {
    const std::span<const Form> forms = lexicon_.forms(node);
    std::size_t names = 0;
    while (names < forms.size() && forms[names].kind <= FormKind::veto) ++names;
    if (names > 0) hits.surfaces.push_back({span, forms.first(names)});
    for (const Form& form : forms.subspan(names)) {
      if (form.kind == FormKind::context) {
        hits.contexts.push_back({span, form.target});
      } else {
        add_cue({span, lexicon_.cue(form)}, hits);
      }
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

  const Tokens& tokens_;
  const std::vector<std::uint32_t>& prints_;
  const CompiledLexicon& lexicon_;
  const PhraseFilter& filter_;
};

}  // namespace

Hits scan(const Tokens& tokens, const Outline& outline, const CompiledLexicon& lexicon) {
  std::vector<std::uint32_t> prints(tokens.size() + 1, kEnds);
  for (std::uint32_t i = 0; i < tokens.size(); ++i) prints[i] = print_at(tokens, i);
  bridge_wrapped_lines(tokens, outline, prints);

  Hits hits;
  hits.surfaces.reserve(tokens.size() / 8);
  hits.contexts.reserve(tokens.size() / 4);
  hits.cues.reserve(tokens.size() / 8);
  const Walk walk(tokens, prints, lexicon);
  for (const Opening& opening : walk.openings()) walk.from(opening, hits);
  return hits;
}

}  // namespace skillfit
