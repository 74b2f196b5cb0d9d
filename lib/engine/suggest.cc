// Terms are gathered under the key by which they would be matched, so that spellings of one name are one candidate.
#include "skillfit/suggest.h"

#include <algorithm>
#include <map>

#include "base/line_index.h"

namespace skillfit {
namespace {

struct Gathered {
  std::map<std::string, std::uint32_t> spellings;
  Suggestion suggestion;
  std::size_t last_document = 0;  // 1-based: the last one that named it
};

void gather(std::size_t number, const DocumentTerms& document, std::map<std::string, Gathered>& all) {
  for (const TermUse& use : document.uses) {
    Gathered& term = all[use.key];
    if (term.suggestion.count == 0) {
      term.suggestion.path = document.path;
      term.suggestion.example = use;
    }
    term.suggestion.documents += term.last_document != number;
    term.last_document = number;
    ++term.suggestion.count;
    ++term.spellings[use.text];
  }
}

}  // namespace

std::vector<TermUse> uses_of_terms(const Analysis& analysis) {
  std::vector<TermUse> uses;
  if (analysis.mentions.terms.empty()) return uses;
  const std::string_view text = analysis.document.text;
  const LineIndex lines(text);
  for (const Term& term : analysis.mentions.terms) {
    const SourceSpan line = lines.line_span(term.span.begin);
    uses.push_back({term_key(analysis.tokens, term.tokens),
                    std::string(slice(text, term.span)),
                    lines.place(term.span.begin).line,
                    std::string(slice(text, line)),
                    {term.span.begin - line.begin, term.span.end - line.begin}});
  }
  return uses;
}

std::vector<Suggestion> suggest(const std::vector<DocumentTerms>& documents, const SuggestOptions& options) {
  std::map<std::string, Gathered> all;
  for (std::size_t i = 0; i < documents.size(); ++i) gather(i + 1, documents[i], all);
  std::vector<Suggestion> suggestions;
  for (auto& [key, term] : all) {
    if (term.suggestion.count < options.least_count) continue;
    const auto commonest = std::max_element(term.spellings.begin(), term.spellings.end(),
                                            [](const auto& a, const auto& b) { return a.second < b.second; });
    term.suggestion.text = commonest->first;
    suggestions.push_back(std::move(term.suggestion));
  }
  std::sort(suggestions.begin(), suggestions.end(), [](const Suggestion& a, const Suggestion& b) {
    return a.documents != b.documents ? a.documents > b.documents : a.text < b.text;
  });
  if (options.top > 0 && suggestions.size() > options.top) suggestions.resize(options.top);
  return suggestions;
}

}  // namespace skillfit
