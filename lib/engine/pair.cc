// A profile names the terms that its document shows to be names; with both documents at hand, a term that is asked for
// counts wherever the resume's text has it.
#include "profile/parts.h"
#include "skillfit/engine.h"

namespace skillfit {

Match match(const Analysis& resume, const Analysis& posting, const EngineContext& context) {
  const ProfileContext profiling{context.lexicon, context.weights, {context.as_of}};
  const ProfileInput input{resume.document, resume.tokens, resume.outline, resume.mentions, profiling};
  const std::vector<NamedTerm> found = find_asked_terms(input, posting.profile);
  if (found.empty()) return match(resume.profile, posting.profile, context.lexicon, context.signals);
  Profile whole = resume.profile;
  whole.terms.insert(whole.terms.end(), found.begin(), found.end());
  sort_terms(whole.terms);
  return match(whole, posting.profile, context.lexicon, context.signals);
}

}  // namespace skillfit
