// Posting files: what a posting asks for as TOML that a person can read and edit, accepted wherever a posting is. A
// role is a posting file that also says from which level on each thing is asked for. The form: docs/roles.md.
#pragma once

#include <array>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "skillfit/profile.h"

namespace skillfit {

enum class RoleLevel : std::uint8_t { entry, mid, senior };
inline constexpr std::size_t kRoleLevels = 3;
std::string_view role_level_name(RoleLevel level);

// A base salary a year, in whole units of the currency.
struct Pay {
  std::int32_t from = 0, to = 0;
  std::string currency, country;  // "USD", "US"
  std::int32_t year = 0;          // that the figures are of
};

// What a role says about one level.
struct LevelFacts {
  SourceSpan span;                        // of its years in the file
  std::int32_t from_months = 0;           // experience that is typical, from ...
  std::optional<std::int32_t> to_months;  // ... to; empty: no upper end
  std::string focus;                      // one sentence
  std::optional<Pay> pay;
};

// How often a posting names a skill.
struct TimesNamed {
  SkillId skill{};
  std::uint32_t times = 1;
  SourceSpan span;  // of the key in the file
};

// One [[requirement]] table.
struct PostedRequirement {
  Requirement requirement;        // evidence: the bytes of the file that say what is asked; weight and term are not set
  std::string term;               // kind term: as it is spelled
  std::vector<TimesNamed> named;  // kind skill: one for each of any_of, in its order
  RoleLevel from = RoleLevel::entry;  // role: asked at this level and above
  std::int32_t share = 0;             // role: thousandths of the postings that ask for it, 0 = not known
};

// Value type. Spans are spans of the file.
struct PostingFile {
  std::string title;
  SourceSpan title_span;
  std::vector<PostedRequirement> requirements;  // in the order of the file, not empty
  std::vector<TimesNamed> also_named;           // skills that count in the similarity only

  std::vector<std::string> also_called;       // other titles that will do; a role is found by them, too
  std::vector<SourceSpan> also_called_spans;  // one for each

  std::string summary;
  std::vector<std::string> next;        // what people become after it
  std::vector<std::string> neighbours;  // keys of roles
  std::array<std::optional<LevelFacts>, kRoleLevels> levels;

  bool is_role() const { return levels[0] || levels[1] || levels[2]; }
};

// `name` is for messages. Errors: malformed, with line, column, the line itself and how to mend it.
Result<PostingFile> parse_posting_file(std::string_view toml, const std::string& name, const Lexicon& lexicon);

// The file as a posting: what it asks for at `level`. Of requirements for the same skill (or the degree, or time) the
// one for the highest level counts. Total.
Profile make_profile(const PostingFile& file, RoleLevel level, const ProfileContext& context);

}  // namespace skillfit
