// The lexicon that the library carries (embed.S). Our own build made these bytes, so only their header is looked at.
#include "lexicon/embedded.h"

#include "lexicon/compiled.h"

// NOLINTBEGIN(readability-identifier-naming): as embed.S names them
extern "C" {
extern const char skillfit_lexicon_begin[], skillfit_lexicon_end[];
extern const char skillfit_frequencies_begin[], skillfit_frequencies_end[];
}
// NOLINTEND(readability-identifier-naming)

namespace skillfit {
namespace {

std::string_view between(const char* begin, const char* end) {
  return {begin, static_cast<std::size_t>(end - begin)};
}

}  // namespace

const Lexicon& Lexicon::embedded() {
  static const Lexicon kEmbedded = [] {
    auto compiled = std::make_shared<CompiledLexicon>();
    compiled->block = between(skillfit_lexicon_begin, skillfit_lexicon_end);
    // A block of another version can only come from a broken build; an empty lexicon then finds nothing.
    const std::optional<Tables> tables = bind_block(compiled->block);
    if (!tables) return Lexicon::compile({}).value();
    compiled->tables = *tables;
    return Lexicon(std::move(compiled));
  }();
  return kEmbedded;
}

std::string_view embedded_frequencies() {
  return between(skillfit_frequencies_begin, skillfit_frequencies_end);
}

}  // namespace skillfit
