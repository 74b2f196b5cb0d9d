#include "text/reference.h"

#include "text/builder.h"

namespace skillfit {

Text normalize_reference(std::string_view source) {
  TextBuilder builder(source);
  builder.append_icu(source.size());
  return std::move(builder).finish();
}

}  // namespace skillfit
