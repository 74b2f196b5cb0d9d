// The right way, which must compile: otherwise the others would fail for the wrong reason.
#include "skillfit/mention.h"
using namespace skillfit;
std::string_view f(const Tokens& tokens, const Document& document) {
  const SourceSpan source = tokens.source_span({0, 1});
  const FoldedSpan folded = tokens.folded_span({0, 1});
  return source.size() > folded.size() ? slice(document.text, source) : slice(tokens.text().folded(), folded);
}
