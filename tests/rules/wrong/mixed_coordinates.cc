// A folded span is no source span.
#include "skillfit/token.h"
using namespace skillfit;
SourceSpan f(const Tokens& tokens) {
  return tokens.folded_span({0, 1});
}
