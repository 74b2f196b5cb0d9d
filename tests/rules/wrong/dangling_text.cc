// The text of temporary tokens.
#include "skillfit/token.h"
using namespace skillfit;
const Text& f() {
  return tokenize(normalize("text")).text();
}
