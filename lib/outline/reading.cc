// The tables of the trie are large and seldom in the cache, its filters are small: every step asks them first.
#include "outline/reading.h"

namespace skillfit {
namespace {

// Takes over the phrase that ends at `node`, if one of the family does.
void take(const CompiledLexicon& lexicon, CueFamily family, NodeId node, std::uint32_t last, CueMatch& found) {
  for (const Form& form : lexicon.forms(node)) {
    if (form.kind != FormKind::cue || lexicon.cue(form).family != family) continue;
    found.tokens.last = last + 1;
    found.value = lexicon.cue(form).value;
  }
}

}  // namespace

CueMatch walk_cue(const Reading& in, CueFamily family, std::uint32_t first, std::uint32_t limit) {
  CueMatch found{{first, first}, 0};
  const Tokens& tokens = in.tokens;
  if (first >= limit || phrase_role(tokens, first, true) != PhraseRole::word) return found;
  const PhraseFilter& filter = in.lexicon.tables.filters[0];
  std::uint32_t from = PhraseFilter::first_of(family, phrase_print(tokens, first));
  NodeId node = in.lexicon.start(phrase_word(in.lexicon, tokens, first));
  for (std::uint32_t i = first; node != kNoNode;) {
    take(in.lexicon, family, node, i, found);
    i = phrase_next(tokens, i);
    if (i >= limit || !filter.may_go_on(from, phrase_print(tokens, i))) break;
    node = in.lexicon.step(node, phrase_word(in.lexicon, tokens, i));
    from = node;
  }
  return found;
}

}  // namespace skillfit
