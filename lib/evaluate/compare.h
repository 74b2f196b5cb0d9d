// One document: what was found in it against what was marked.
#pragma once

#include <vector>

#include "skillfit/evaluate.h"

namespace skillfit {

// What the program claims about a text: a mention, or a term (then without skill).
struct Prediction {
  SourceSpan span;
  std::string_view skill;  // key; empty for a term
  Stance stance = Stance::mentioned;
};

// The predictions of one document that `options` let count, by span. The keys live as long as the lexicon.
std::vector<Prediction> predictions_of(const Mentions& found, const Lexicon& lexicon, const EvaluateOptions& options);

// Whether marks of this type count; the others only excuse predictions that touch them.
bool counts(const std::string& type, const EvaluateOptions& options);

struct Comparison {
  Figures figures;                // of this document, without `part`
  std::vector<Mistake> mistakes;  // each once, count 1, in no particular order; `document` is not set
};

// REQUIRES: predictions by span, disjoint.
Comparison compare(const GoldDocument& gold, const std::vector<Prediction>& predictions,
                   const EvaluateOptions& options);

}  // namespace skillfit
