// One pass gives every token its word number (most have none and cost one lookup), a second walks the trie from every
// token whose word begins a phrase. Skills, false friends, context words and cues are all paths of the same trie.
#include "mention/scan.h"

#include <algorithm>

#include "lexicon/phrase.h"

namespace skillfit {
namespace {

// A line at least this long that ends without punctuation is taken for wrapped prose: the next line continues it.
constexpr std::uint32_t kWrappedLineBytes = 50;

// A word number that no word has: the path runs over this token.
constexpr WordId kSkippedWord = ~WordId{0};

WordId word_of(const Tokens& tokens, std::uint32_t i, const CompiledLexicon& lexicon) {
  switch (phrase_role(tokens, i, false)) {
    case PhraseRole::word:
      return phrase_word(lexicon, tokens, i);
    case PhraseRole::skipped:
      return kSkippedWord;
    default:
      return kNoWord;
  }
}

// The tokens of a newline that only wraps a paragraph are skipped like a hyphen inside a name.
void bridge_wrapped_lines(const Tokens& tokens, const Outline& outline, std::vector<WordId>& words) {
  for (std::size_t i = 0; i + 1 < outline.lines.size(); ++i) {
    const Line& line = outline.lines[i];
    const Line& next = outline.lines[i + 1];
    if (line.kind != LineKind::text && line.kind != LineKind::item) continue;
    if (next.kind != LineKind::text || line.section != next.section || line.tokens.empty()) continue;
    const std::uint32_t newline = line.tokens.last;
    if (newline + 1 != next.tokens.first || tokens[newline].kind != TokenKind::newline || tokens[newline].value != 1)
      continue;
    if (tokens.folded_span(line.tokens).size() < kWrappedLineBytes) continue;
    if (tokens[newline - 1].kind == TokenKind::word) words[newline] = kSkippedWord;
  }
}

class Walk {
 public:
  Walk(const Tokens& tokens, const std::vector<WordId>& words, const CompiledLexicon& lexicon)
      : tokens_(tokens), words_(words), lexicon_(lexicon) {}

  // Follows the longest path from `first` and reports every phrase that ends on the way.
  void from(std::uint32_t first, Hits& hits) const {
    NodeId node = lexicon_.start(words_[first]);
    const std::size_t found = hits.candidates.size();
    std::uint32_t last = first;
    while (node != kNoNode) {
      report(node, {first, last + 1}, hits);
      const std::uint32_t next = following(last);
      if (next == tokens_.size()) break;
      node = lexicon_.step(node, words_[next]);
      last = next;
    }
    std::reverse(hits.candidates.begin() + static_cast<std::ptrdiff_t>(found), hits.candidates.end());
  }

 private:
  std::uint32_t following(std::uint32_t token) const {
    ++token;
    while (token < tokens_.size() && words_[token] == kSkippedWord) ++token;
    return token;
  }

  void report(NodeId node, TokenSpan span, Hits& hits) const {
    const std::span<const Form> forms = lexicon_.forms(node);
    std::size_t names = 0;
    while (names < forms.size() && (forms[names].kind == FormKind::skill || forms[names].kind == FormKind::veto))
      ++names;
    if (names > 0) hits.candidates.push_back({span, forms.first(names)});
    for (const Form& form : forms.subspan(names)) {
      (form.kind == FormKind::context ? hits.contexts : hits.cues).push_back({span, form.target});
    }
  }

  const Tokens& tokens_;
  const std::vector<WordId>& words_;
  const CompiledLexicon& lexicon_;
};

}  // namespace

Hits scan(const Tokens& tokens, const Outline& outline, const CompiledLexicon& lexicon) {
  std::vector<WordId> words(tokens.size());
  for (std::uint32_t i = 0; i < tokens.size(); ++i) words[i] = word_of(tokens, i, lexicon);
  bridge_wrapped_lines(tokens, outline, words);

  Hits hits;
  hits.candidates.reserve(tokens.size() / 8);
  hits.contexts.reserve(tokens.size() / 8);
  const Walk walk(tokens, words, lexicon);
  for (std::uint32_t i = 0; i < tokens.size(); ++i) {
    if (words[i] != kNoWord && words[i] != kSkippedWord) walk.from(i, hits);
  }
  return hits;
}

}  // namespace skillfit
