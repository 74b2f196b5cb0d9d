// A profile names the terms that its document shows to be names; with both documents at hand, a term that is asked for
// counts wherever the resume's text has it. With both at hand one can also see that they are the wrong two.
#include "profile/parts.h"
#include "skillfit/engine.h"

namespace skillfit {
namespace {

void add_pair_notes(const Analysis& resume, const Analysis& posting, Match& result) {
  if (resume.document.text == posting.document.text) {
    result.notes.push_back({"same_document", "the resume and the posting are the same text", {}});
  } else if (resume.outline.looks_like == As::posting && posting.outline.looks_like == As::resume) {
    result.notes.push_back(
        {"swapped",
         "what was given as the resume reads like a posting, and the posting like a resume: were the "
         "two swapped? The resume comes first: skillfit score RESUME POSTING",
         {}});
  }
}

Match match_profiles(const Profile& resume, const Analysis& posting, const EngineContext& context,
                     const std::vector<SkillId>& what_if) {
  Match result = match(resume, posting.profile, context.lexicon, context.signals);
  if (what_if.empty() || !result.score) return result;
  const Profile supposed = with_skills(resume, posting.profile, what_if, context.lexicon);
  result.what_if = {what_if, *score(supposed, posting.profile, context.lexicon, context.signals)};
  return result;
}

}  // namespace

Match match(const Analysis& resume, const Analysis& posting, const EngineContext& context,
            const std::vector<SkillId>& what_if) {
  const ProfileContext profiling{context.lexicon, context.weights, {context.as_of}};
  const ProfileInput input{resume.document, resume.tokens, resume.outline, resume.mentions, profiling};
  const std::vector<NamedTerm> found = find_asked_terms(input, posting.profile);
  Match result;
  if (found.empty()) {
    result = match_profiles(resume.profile, posting, context, what_if);
  } else {
    Profile whole = resume.profile;
    whole.terms.insert(whole.terms.end(), found.begin(), found.end());
    sort_terms(whole.terms);
    result = match_profiles(whole, posting, context, what_if);
  }
  add_pair_notes(resume, posting, result);
  return result;
}

}  // namespace skillfit
