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
  const auto may_go_on = [&](std::uint32_t from, std::uint32_t next) {
    return next < limit && filter.may_go_on(from, phrase_print(tokens, next));
  };
  const std::uint32_t opening = PhraseFilter::first_of(family, phrase_print(tokens, first));
  const bool whole = filter.may_go_on(opening, PhraseFilter::kWhole);
  std::uint32_t next = phrase_next(tokens, first);
  bool longer = may_go_on(opening, next);
  if (!whole && !longer) return found;
  NodeId node = in.lexicon.start(phrase_word(in.lexicon, tokens, first));
  if (whole) take(in.lexicon, family, node, first, found);
  while (longer) {
    node = in.lexicon.step(node, phrase_word(in.lexicon, tokens, next));
    if (node == kNoNode) break;
    take(in.lexicon, family, node, next, found);
    next = phrase_next(tokens, next);
    longer = may_go_on(node, next);
  }
  return found;
}

}  // namespace skillfit
