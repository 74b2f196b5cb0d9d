#include "skillfit/roles.h"

#include <doctest/doctest.h>

#include <algorithm>
#include <string>

using namespace skillfit;

namespace {

struct Scene {
  Weights weights = Weights::embedded(Lexicon::embedded());
  EngineContext context{Lexicon::embedded(), weights, {}, make_month(2026, 6)};
  Analysis resume(const std::string& text) const {
    return analyze(*parse_document(text, "cv.txt"), context, As::resume);
  }
  Role role(const std::string& name) const {
    Result<Role> found = find_role(name, context);
    REQUIRE_MESSAGE(found, to_string(found.error()));
    return *std::move(found);
  }
};

// The first requirement of a role that names the skill.
const PostedRequirement* asked(const Role& role, const char* key) {
  const SkillId skill = *Lexicon::embedded().find(key);
  for (const PostedRequirement& one : role.file.requirements) {
    for (const SkillId any : one.requirement.any_of) {
      if (any == skill) return &one;
    }
  }
  return nullptr;
}

}  // namespace

TEST_CASE("roles: every built-in role is whole") {
  const Scene scene;
  const std::vector<std::string_view> keys = role_keys();
  CHECK(keys.size() >= 20);
  CHECK(std::is_sorted(keys.begin(), keys.end()));
  for (const std::string_view key : keys) {
    CAPTURE(key);
    const Role role = scene.role(std::string(key));
    CHECK(role.key == key);
    CHECK_FALSE(role.file.title.empty());
    CHECK_FALSE(role.file.summary.empty());
    CHECK_FALSE(role.file.next.empty());
    CHECK_FALSE(role.file.neighbours.empty());
    for (const std::string& neighbour : role.file.neighbours) {
      CHECK_MESSAGE(std::find(keys.begin(), keys.end(), neighbour) != keys.end(), neighbour);
    }
    std::int32_t required = 0;
    for (const RoleLevel level : {RoleLevel::entry, RoleLevel::mid, RoleLevel::senior}) {
      REQUIRE(role.file.levels[static_cast<std::size_t>(level)]);
      CHECK_FALSE(role.file.levels[static_cast<std::size_t>(level)]->focus.empty());
      const Analysis posting = role_posting(role, level, scene.context);
      const Match self = match(scene.resume("nothing"), posting, scene.context);
      REQUIRE(self.score);
      CHECK(self.required_total > required);  // every level asks for more
      required = self.required_total;
    }
  }
}

TEST_CASE("roles: a name is found in any case, and by other names; none is called like two") {
  const Scene scene;
  CHECK(scene.role("Machine Learning Engineer").key == "machine-learning-engineer");
  CHECK(scene.role("ml engineer").key == "machine-learning-engineer");
  CHECK(scene.role("RN").key == "registered-nurse");
  std::vector<std::string> names;
  for (const std::string_view key : role_keys()) {
    const Role role = scene.role(std::string(key));
    names.push_back(role.file.title);
    names.insert(names.end(), role.file.also_called.begin(), role.file.also_called.end());
  }
  std::sort(names.begin(), names.end());
  const auto twice = std::adjacent_find(names.begin(), names.end());
  CHECK_MESSAGE(twice == names.end(), *twice);
}

TEST_CASE("roles: an unknown name says which one may be meant") {
  const Scene scene;
  struct Case {
    const char* name;
    const char* says;
  };
  for (const Case& c :
       {Case{"machin-lerning-engineer", "did you mean machine-learning-engineer?"}, Case{"analyst", "did you mean "},
        Case{"zzz", "`skillfit roles` lists them"}, Case{"no/such.toml", ""}}) {
    CAPTURE(c.name);
    const Result<Role> role = find_role(c.name, scene.context);
    REQUIRE_FALSE(role);
    CHECK(role.error().code == ErrorCode::not_found);
    CHECK(role.error().message.find(c.says) != std::string::npos);
  }
}

TEST_CASE("roles: the machine learning engineer has the figures that are known") {
  const Scene scene;
  const Role role = scene.role("machine-learning-engineer");
  struct Share {
    const char* key;
    std::int32_t thousandths;
  };
  for (const Share& share :
       {Share{"python", 563}, {"pytorch", 398}, {"tensorflow", 375}, {"sql", 261}, {"java", 211}}) {
    CAPTURE(share.key);
    REQUIRE(asked(role, share.key) != nullptr);
    CHECK(asked(role, share.key)->share == share.thousandths);
  }
  const LevelFacts& mid = *role.file.levels[1];
  REQUIRE(mid.pay);
  CHECK(mid.pay->from == 132'000);
  CHECK(mid.pay->to == 182'000);
  CHECK(mid.from_months == 12);
  CHECK_FALSE(role.file.levels[2]->to_months);
}

TEST_CASE("roles: where a resume stands") {
  const Scene scene;
  const Role role = scene.role("front-end-developer");
  const std::string entry =
      "Jo Doe\nExperience\nDeveloper, January 2025 - December 2025\nBuilt pages with HTML, CSS, "
      "JavaScript and React, versions in Git, responsive design.\n";
  const std::string years =
      "Jo Doe\nExperience\nDeveloper, January 2015 - December 2025\nBuilt pages with HTML, CSS, "
      "JavaScript and React, versions in Git, responsive design.\n";
  const std::string mid = years +
                          "Wrote TypeScript with unit tests in Jest for a REST API, and cared for web "
                          "accessibility.\n";
  const std::string senior = mid + "Mentoring of six developers.\n";
  struct Case {
    const char* name;
    std::string resume;
    std::string supported, measured;
  };
  const Case cases[] = {
      {"nothing", "Jo Doe\nCook\n", "", "entry"},
      {"all basics, a year", entry, "entry", "mid"},
      {"time alone does not lift", years, "entry", "mid"},
      {"what mid adds", mid, "mid", "senior"},
      {"something of what senior adds", senior, "senior", "senior"},
  };
  for (const Case& c : cases) {
    CAPTURE(c.name);
    const RoleStanding standing = standing_in(role, {}, scene.resume(c.resume), scene.context);
    CHECK((standing.supported ? role_level_name(*standing.supported) : "") == c.supported);
    CHECK(role_level_name(standing.measured) == c.measured);
    CHECK(standing.levels.size() == 3);
  }
  CHECK(standing_in(role, RoleLevel::senior, scene.resume(entry), scene.context).measured == RoleLevel::senior);
}
