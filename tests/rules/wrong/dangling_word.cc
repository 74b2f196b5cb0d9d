// A word of temporary tokens.
#include "skillfit/token.h"
using namespace skillfit;
std::string_view f() {
  return tokenize(normalize("text")).word(0);
}
