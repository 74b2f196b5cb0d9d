// A closed class of words, so a table: the second person, the applicant by name, and what one brings to a job.
#include "mention/addressee.h"

#include <algorithm>
#include <array>

namespace skillfit {
namespace {

constexpr std::array<std::string_view, 52> kOfCandidates = {
    "ability",     "able",        "applicant",   "applicants",    "bachelor",       "bachelors",
    "background",  "candidate",   "candidates",  "competence",    "competent",      "degree",
    "du",          "experience",  "experienced", "experiences",   "expert",         "expertise",
    "familiar",    "familiarity", "fluency",     "fluent",        "know",           "knowledge",
    "master",      "masters",     "msc",         "must",          "needed",         "phd",
    "proficiency", "proficient",  "proven",      "qualification", "qualifications", "qualified",
    "require",     "required",    "requirement", "requirements",  "requires",       "responsibilities",
    "responsible", "sie",         "skill",       "skilled",       "skills",         "understanding",
    "vous",        "you",         "your",        "yourself"};
static_assert(std::ranges::is_sorted(kOfCandidates));

}  // namespace

bool speaks_of_candidate(const Tokens& tokens, TokenSpan sentence) {
  for (std::uint32_t i = sentence.first; i < sentence.last; ++i) {
    if (tokens[i].kind != TokenKind::word) continue;
    if (std::ranges::binary_search(kOfCandidates, tokens.word(i))) return true;
  }
  return false;
}

}  // namespace skillfit
