// Names of skills as people type them: keys, names, or any spelling of the lexicon.
#include "profile/posting_file.h"
#include "skillfit/engine.h"

namespace skillfit {

Result<std::vector<SkillId>> find_skills(std::string_view names, const Lexicon& lexicon) {
  std::vector<SkillId> found;
  for (std::size_t begin = 0; begin <= names.size();) {
    const std::size_t end = std::min(names.find(',', begin), names.size());
    std::string_view name = names.substr(begin, end - begin);
    begin = end + 1;
    while (name.starts_with(' ')) name.remove_prefix(1);
    while (name.ends_with(' ')) name.remove_suffix(1);
    if (name.empty()) continue;
    std::optional<SkillId> skill = lexicon.find(name);
    if (!skill) skill = spelled_skill(name, lexicon);
    if (!skill) {
      const std::optional<SkillId> near = nearest_skill(name, lexicon);
      return fail(ErrorCode::usage, "no skill is called '" + std::string(name) + "'" +
                                        (near ? "; did you mean " + std::string(lexicon.key(*near)) + "?"
                                              : "; skillfit lexicon find looks for one"));
    }
    found.push_back(*skill);
  }
  if (found.empty()) return fail(ErrorCode::usage, "no skill is named");
  return found;
}

}  // namespace skillfit
