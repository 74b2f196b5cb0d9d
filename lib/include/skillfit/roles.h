// Role profiles: what a line of work usually asks for at three levels, built in or of one's own, and how far a resume
// goes in one. What a role file holds: docs/roles.md.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "skillfit/engine.h"

namespace skillfit {

struct Role {
  std::string key;    // of a built-in role, else the path of its file
  Document document;  // the file: what evidence points into
  PostingFile file;
};

// The built-in roles' keys, ascending.
std::vector<std::string_view> role_keys();

// The role that `name` means: a path of a TOML file (with a slash or .toml), else the key, the title or another name of
// a built-in role in any case. Errors: not_found with the nearest name, those of reading, malformed, not_a_document for
// a file without levels.
Result<Role> find_role(const std::string& name, const EngineContext& context);

// What the role asks for at `level`, as a posting.
Analysis role_posting(const Role& role, RoleLevel level, const EngineContext& context);

// How far a resume meets one level.
struct LevelStanding {
  RoleLevel level = RoleLevel::entry;
  std::int32_t required_met = 0, required_total = 0;  // as in Match
  std::int32_t months = 0;                            // that are typical from this level on
  bool reached = false;                               // docs/roles.md has the rule
};

struct RoleStanding {
  std::string key, title;                 // of the role
  std::int32_t months = 0;                // of the resume
  std::vector<LevelStanding> levels;      // those of the role, ascending
  std::optional<RoleLevel> supported;     // the highest that is reached
  RoleLevel measured = RoleLevel::entry;  // the one that the report is about: asked for, or else the next one
};

// `level` empty: the level after the highest that is reached is measured, or that one if there is none after it.
RoleStanding standing_in(const Role& role, std::optional<RoleLevel> level, const Analysis& resume,
                         const EngineContext& context);

}  // namespace skillfit
