// The printed name of every enumerator of the lexicon's vocabulary, in the order of the enumerators.
#include <array>

#include "skillfit/lexicon.h"

namespace skillfit {

std::string_view skill_kind_name(SkillKind kind) {
  constexpr std::array<std::string_view, 6> kNames = {"tool", "knowledge", "method", "soft", "language", "certificate"};
  return kNames[static_cast<std::size_t>(kind)];
}

std::string_view section_name(SectionKind kind) {
  constexpr std::array<std::string_view, 18> kNames = {
      "other",        "summary",   "experience", "projects",  "education",  "skills",
      "certificates", "languages", "contact",    "interests", "references", "responsibilities",
      "requirements", "preferred", "unneeded",   "benefits",  "about",      "legal"};
  return kNames[static_cast<std::size_t>(kind)];
}

std::string_view stance_name(Stance stance) {
  constexpr std::array<std::string_view, 6> kNames = {"required", "preferred", "mentioned",
                                                      "has",      "learning",  "negated"};
  return kNames[static_cast<std::size_t>(stance)];
}

std::string_view degree_name(DegreeLevel level) {
  constexpr std::array<std::string_view, 6> kNames = {"none",     "secondary", "associate",
                                                      "bachelor", "master",    "doctorate"};
  return kNames[static_cast<std::size_t>(level)];
}

}  // namespace skillfit
