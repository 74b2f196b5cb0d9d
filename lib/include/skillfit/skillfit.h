// skillfit in one header: reads resumes and job postings, finds the skills each one names, and says how well they fit.
//
// The tour, in the order of the data:
//
//   bytes --read_document--> Document --normalize--> Text --tokenize--> Tokens
//   make_outline(document, tokens, lexicon)            -> Outline    sections, dated positions, degrees, titles
//   find_mentions(document, tokens, outline, lexicon)  -> Mentions   skills with their bytes and stance
//   make_profile(...)                                  -> Profile    evidence, requirements, TF-IDF vector
//   match(resume profile, posting profile, lexicon)    -> Match      score, contributions, gaps
//
// analyze() in engine.h runs all stages of one document, vectorize() those that the TF-IDF row needs, and rank() runs
// all over many files. Only reading can fail: the stages between are total functions on immutable values, so everything
// here may be used from any number of threads.
//
// Example (compiled and run by the tests):
//
//   using namespace skillfit;
//   const Lexicon& lexicon = Lexicon::embedded();
//   const Weights weights = Weights::embedded(lexicon);
//   const EngineContext context{lexicon, weights, {}, make_month(2026, 6)};
//   const auto resume = parse_document("Skills\nPython, Docker\n", "cv.txt");
//   const auto posting = parse_document("Requirements\n- Python\n- Kubernetes\n", "posting.txt");
//   if (!resume || !posting) return 1;
//   const Analysis r = analyze(*resume, context, As::resume);
//   const Analysis p = analyze(*posting, context, As::posting);
//   const Match fit = match(r.profile, p.profile, lexicon);
//   for (const Gap& gap : fit.gaps) {
//     if (gap.skill) std::cout << lexicon.name(*gap.skill) << " would gain " << gap.gain << " thousandths\n";
//   }
#pragma once

#include "skillfit/document.h"
#include "skillfit/engine.h"
#include "skillfit/evaluate.h"
#include "skillfit/lexicon.h"
#include "skillfit/match.h"
#include "skillfit/mention.h"
#include "skillfit/outline.h"
#include "skillfit/posting_file.h"
#include "skillfit/profile.h"
#include "skillfit/report.h"
#include "skillfit/result.h"
#include "skillfit/roles.h"
#include "skillfit/span.h"
#include "skillfit/suggest.h"
#include "skillfit/text.h"
#include "skillfit/token.h"
#include "skillfit/weights.h"
