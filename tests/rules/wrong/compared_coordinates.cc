// Spans of two texts cannot be compared.
#include "skillfit/token.h"
using namespace skillfit;
bool f(SourceSpan a, FoldedSpan b) {
  return a == b;
}
