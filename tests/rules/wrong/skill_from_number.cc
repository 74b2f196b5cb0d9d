// A number is no skill.
#include "skillfit/lexicon.h"
using namespace skillfit;
std::string_view f(const Lexicon& lexicon) {
  return lexicon.name(7);
}
