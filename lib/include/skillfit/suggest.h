// Names that documents use and the lexicon lacks: candidates for it.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "skillfit/engine.h"

namespace skillfit {

// One place where a document names a term.
struct TermUse {
  std::string key;     // term_key(): what makes two uses the same term
  std::string text;    // as written
  std::uint32_t line;  // 1-based
  std::string line_text;
  SourceSpan span;  // inside line_text
};

// In text order. What is hidden or stands where a posting asks for nothing is no term.
std::vector<TermUse> uses_of_terms(const Analysis& analysis);

struct Suggestion {
  std::string text;             // the commonest spelling; of equals the smaller one
  std::uint32_t documents = 0;  // that name it
  std::uint32_t count = 0;      // how often in all
  std::string path;             // where it is named first
  TermUse example;
};

struct SuggestOptions {
  std::uint32_t least_count = 1;  // rarer ones are left out
  std::size_t top = 0;            // 0 = all
};

// The uses of one document.
struct DocumentTerms {
  std::string path;
  std::vector<TermUse> uses;
};

// Most documents first, equals by their text. The example is of the first document that names the term.
std::vector<Suggestion> suggest(const std::vector<DocumentTerms>& documents, const SuggestOptions& options);

}  // namespace skillfit
