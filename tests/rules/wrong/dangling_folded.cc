// The folded bytes of a temporary text.
#include "skillfit/text.h"
using namespace skillfit;
std::string_view f() {
  return normalize("text").folded();
}
