#include <array>

#include "skillfit/profile.h"

namespace skillfit {

std::string_view grade_name(Grade grade) {
  constexpr std::array<std::string_view, 4> kNames = {"none", "list", "prose", "position"};
  return kNames[static_cast<std::size_t>(grade)];
}

std::string_view language_level_name(LanguageLevel level) {
  constexpr std::array<std::string_view, 8> kNames = {"unstated", "A1", "A2", "B1", "B2", "C1", "C2", "native"};
  return kNames[static_cast<std::size_t>(level)];
}

std::string_view seniority_name(Seniority seniority) {
  constexpr std::array<std::string_view, 7> kNames = {"unstated", "intern", "junior", "mid", "senior", "lead", "head"};
  return kNames[static_cast<std::size_t>(seniority)];
}

std::string_view requirement_kind_name(const Requirement& requirement, const Lexicon& lexicon) {
  if (requirement.kind == RequirementKind::skill && !requirement.any_of.empty()) {
    if (requirement.of_degree) return "field";
    const SkillKind kind = lexicon.kind(requirement.any_of.front());
    if (kind == SkillKind::language || kind == SkillKind::certificate) return skill_kind_name(kind);
  }
  constexpr std::array<std::string_view, 5> kNames = {"skill", "term", "years", "degree", "title"};
  return kNames[static_cast<std::size_t>(requirement.kind)];
}

}  // namespace skillfit
