// Roles are posting files with levels. Where a resume stands in one is found by matching it with every level.
#include "skillfit/roles.h"

#include <algorithm>

#include "profile/builtin_roles.h"
#include "skillfit/spelling.h"

namespace skillfit {
namespace {

// A level is reached with half of its must-haves, since resumes leave out what goes without saying, and with one at
// least of those that it adds to the level below: time alone makes nobody a lead.
bool meets_enough(const LevelStanding& at, const LevelStanding& below) {
  const bool adds = at.required_total > below.required_total;
  return 2 * at.required_met >= at.required_total && (!adds || at.required_met > below.required_met);
}

Result<Role> make_role(std::string key, Document document, const Lexicon& lexicon) {
  Result<PostingFile> file = parse_posting_file(document.text, document.path, lexicon);
  if (!file) return tl::unexpected(std::move(file.error()));
  if (!file->is_role()) {
    return fail(ErrorCode::not_a_document, "no role: it has none of the levels [entry], [mid] and [senior]",
                document.path);
  }
  return Role{std::move(key), std::move(document), *std::move(file)};
}

Result<Role> read_role(const std::string& path, const EngineContext& context) {
  Result<Document> document = read_document(path, context.read);
  if (!document) return tl::unexpected(std::move(document.error()));
  return make_role(path, *std::move(document), context.lexicon);
}

Result<Role> builtin_role(const BuiltinRole& row, const EngineContext& context) {
  Result<Document> document = parse_document(std::string(row.toml), std::string(row.key) + ".toml", context.read);
  if (!document) return tl::unexpected(std::move(document.error()));
  return make_role(std::string(row.key), *std::move(document), context.lexicon);
}

bool is_called(const PostingFile& role, std::string_view key) {
  const auto same = [&](const std::string& name) { return as_key(name) == key; };
  return same(role.title) || std::any_of(role.also_called.begin(), role.also_called.end(), same);
}

// The key of the nearest role: of those that have a word of the name or hold all of it, or are a slip or two away.
std::string_view nearest_role(std::string_view key) {
  std::string_view nearest;
  std::size_t best = std::max<std::size_t>(3, key.size() / 2);
  for (const BuiltinRole& role : builtin_roles()) {
    const bool part = key.size() > 2 && role.key.find(key) != role.key.npos;
    const std::size_t distance = part ? 1 : edit_distance(key, role.key);
    if (distance >= best) continue;
    best = distance;
    nearest = role.key;
  }
  return nearest;
}

std::optional<LevelStanding> standing_at(const Role& role, RoleLevel level, const Analysis& resume,
                                         const EngineContext& context) {
  const std::optional<LevelFacts>& facts = role.file.levels[static_cast<std::size_t>(level)];
  if (!facts) return {};
  const Match found = match(resume, role_posting(role, level, context), context);
  return LevelStanding{level, found.required_met, found.required_total, facts->from_months, false};
}

}  // namespace

std::vector<std::string_view> role_keys() {
  std::vector<std::string_view> keys;
  for (const BuiltinRole& role : builtin_roles()) keys.push_back(role.key);
  return keys;
}

Result<Role> find_role(const std::string& name, const EngineContext& context) {
  if (name.ends_with(".toml") || name.find('/') != name.npos) return read_role(name, context);
  const std::string key = as_key(name);
  for (const BuiltinRole& row : builtin_roles()) {
    if (row.key == key) return builtin_role(row, context);
  }
  for (const BuiltinRole& row : builtin_roles()) {
    Result<Role> role = builtin_role(row, context);
    if (role && is_called(role->file, key)) return role;
  }
  const std::string_view nearest = nearest_role(key);
  return fail(ErrorCode::not_found,
              "there is no role '" + name + "'; " +
                  (nearest.empty() ? "" : "did you mean " + std::string(nearest) + "? ") +
                  "`skillfit roles` lists them, and a path ending in .toml is a role of one's own");
}

Analysis role_posting(const Role& role, RoleLevel level, const EngineContext& context) {
  Document document = role.document;
  document.path = "role " + role.key + ", " + std::string(role_level_name(level));
  return analyze(std::move(document), role.file, level, context);
}

RoleStanding standing_in(const Role& role, std::optional<RoleLevel> level, const Analysis& resume,
                         const EngineContext& context) {
  RoleStanding standing{role.key, role.file.title, resume.profile.months, {}, {}, {}};
  std::optional<RoleLevel> next;  // the first that is not reached
  for (std::size_t i = 0; i < kRoleLevels; ++i) {
    std::optional<LevelStanding> at = standing_at(role, static_cast<RoleLevel>(i), resume, context);
    if (!at) continue;
    const LevelStanding below = standing.levels.empty() ? LevelStanding{} : standing.levels.back();
    at->reached = !next && meets_enough(*at, below) && resume.profile.months >= at->months;
    if (at->reached) standing.supported = at->level;
    if (!at->reached && !next) next = at->level;
    standing.levels.push_back(*at);
  }
  standing.measured = level ? *level : next ? *next : standing.supported.value_or(RoleLevel::entry);
  return standing;
}

}  // namespace skillfit
