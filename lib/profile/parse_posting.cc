// TOML -> PostingFile. People edit these files, so each mistake is told with its place and what to write instead; of
// several the first in the file is told.
#include <algorithm>
#include <cmath>

#include "base/utf8.h"
#include "profile/posting_file.h"
#include "profile/toml_file.h"

namespace skillfit {
namespace {

constexpr std::size_t kMostBytes = 1u << 20;
constexpr std::size_t kMostRequirements = 500;
constexpr TomlFile::Range kYears = {0, 50};
constexpr TomlFile::Range kMonths = {1, 600};
constexpr TomlFile::Range kTimes = {1, 1000};
constexpr TomlFile::Range kPay = {0, 100'000'000};
constexpr TomlFile::Range kPayYear = {1950, 2100};

class PostingParser {
 public:
  PostingParser(std::string_view toml, const std::string& name, const Lexicon& lexicon)
      : toml_(toml, name), lexicon_(lexicon) {}

  Result<PostingFile> parse(std::string_view text, const std::string& name) {
    const toml::parse_result parsed = toml::parse(text, name);
    if (parsed) {
      for (const auto& [field, value] : parsed.table()) read_root_field(field, value);
    } else {
      toml_.tell(parsed.error().source().begin, std::string(parsed.error().description()));
    }
    if (!toml_.problem()) check_whole();
    if (toml_.problem()) return tl::unexpected(*toml_.problem());
    return std::move(file_);
  }

 private:
  void read_root_field(const toml::key& field, const toml::node& value) {
    if (field == "title") {
      file_.title = toml_.read_string("title", value).value_or("");
      file_.title_span = toml_.span(value);
    } else if (field == "requirement") {
      read_requirements(value);
    } else if (field == "also_named") {
      read_also_named(value);
    } else if (field == "summary") {
      file_.summary = toml_.read_string("summary", value).value_or("");
    } else if (field == "also_called") {
      read_also_called(value);
    } else if (field == "next") {
      file_.next = toml_.read_strings("next", value);
    } else if (field == "neighbours") {
      file_.neighbours = toml_.read_strings("neighbours", value);
    } else if (const auto level = enumerator(field.str(), RoleLevel::senior, &role_level_name)) {
      read_level(*level, field, value);
    } else {
      toml_.tell_unknown(field, "a posting file",
                         "title, also_called, [[requirement]] and [also_named], a role also summary, next, neighbours, "
                         "[entry], [mid] and [senior]");
    }
  }

  void read_level(RoleLevel level, const toml::key& name, const toml::node& value) {
    const toml::table* table = value.as_table();
    if (table == nullptr) {
      return toml_.tell(value.source().begin, "must be a table: [" + std::string(name.str()) + "]");
    }
    LevelFacts& facts = file_.levels[static_cast<std::size_t>(level)].emplace();
    facts.span = toml_.span(name);
    for (const auto& [field, node] : *table) {
      if (field == "years") {
        read_years(node, facts);
      } else if (field == "focus") {
        facts.focus = toml_.read_string("focus", node).value_or("");
      } else if (field == "pay") {
        read_pay(node, facts.pay.emplace());
      } else {
        toml_.tell_unknown(field, "a level", "years, focus and pay");
      }
    }
  }

  void read_years(const toml::node& value, LevelFacts& facts) {
    const toml::array* years = value.as_array();
    if (years == nullptr || years->empty() || years->size() > 2) {
      return toml_.tell(value.source().begin, "years must be [from, to], or [from] without an upper end");
    }
    facts.span = toml_.span(value);
    const std::int32_t from = toml_.read_number("years", (*years)[0], kYears).value_or(0);
    facts.from_months = 12 * from;
    if (years->size() < 2) return;
    if (const auto to = toml_.read_number("years", (*years)[1], {from, kYears.most})) facts.to_months = 12 * *to;
  }

  void read_pay(const toml::node& value, Pay& pay) {
    const toml::table* table = value.as_table();
    if (table == nullptr || table->size() != 5) {
      return toml_.tell(value.source().begin,
                        "pay must be such as { from = 70_000, to = 132_000, currency = \"USD\", country = \"US\", "
                        "year = 2024 }");
    }
    for (const auto& [field, node] : *table) {
      if (field == "from") {
        pay.from = toml_.read_number("from", node, kPay).value_or(0);
      } else if (field == "to") {
        pay.to = toml_.read_number("to", node, kPay).value_or(0);
      } else if (field == "year") {
        pay.year = toml_.read_number("year", node, kPayYear).value_or(0);
      } else if (field == "currency") {
        pay.currency = toml_.read_string("currency", node).value_or("");
      } else if (field == "country") {
        pay.country = toml_.read_string("country", node).value_or("");
      } else {
        toml_.tell_unknown(field, "pay", "from, to, currency, country and year");
      }
    }
  }

  void read_also_called(const toml::node& value) {
    file_.also_called = toml_.read_strings("also_called", value);
    if (value.is_array()) {
      for (const toml::node& name : *value.as_array()) file_.also_called_spans.push_back(toml_.span(name));
    }
  }

  void read_also_named(const toml::node& value) {
    const toml::table* table = value.as_table();
    if (table == nullptr) return toml_.tell(value.source().begin, "must be a table: [also_named]");
    for (const auto& [key, node] : *table) {
      const auto skill = find_skill(key.str(), key.source().begin);
      const auto times = toml_.read_number(key.str(), node, kTimes);
      if (skill && times) file_.also_named.push_back({*skill, static_cast<std::uint32_t>(*times), toml_.span(key)});
    }
  }

  void read_requirements(const toml::node& value) {
    const toml::array* tables = value.as_array();
    if (tables == nullptr || !tables->is_array_of_tables()) {
      return toml_.tell(value.source().begin, "requirements are tables: write [[requirement]] above each");
    }
    if (tables->size() > kMostRequirements) {
      return toml_.tell(value.source().begin, "more than " + std::to_string(kMostRequirements) + " requirements");
    }
    for (const toml::node& table : *tables) read_requirement(*table.as_table());
  }

  void read_requirement(const toml::table& table) {
    PostedRequirement& asked = file_.requirements.emplace_back();
    read_what(asked.requirement, table);
    for (const auto& [field, value] : table) {
      if (!read_common_field(asked, field, value) && !read_field_of_kind(asked, field, value)) {
        toml_.tell_unknown(field, "this requirement", fields_of(asked.requirement));
      }
    }
    if (const toml::node* times = table.get("times")) read_times(asked, *times);
  }

  // The one field that says what is asked for.
  void read_what(Requirement& requirement, const toml::table& table) {
    int things = 0;
    const auto has = [&](const char* name, RequirementKind kind) {
      const toml::node* value = table.get(name);
      if (value == nullptr) return;
      ++things;
      requirement.kind = kind;
      requirement.evidence = {toml_.span(*value)};
      requirement.sentence = requirement.evidence.front();
    };
    has("any_of", RequirementKind::skill);
    has("term", RequirementKind::term);
    has("degree", RequirementKind::degree);
    if (things == 0) has("months", RequirementKind::months);
    if (things != 1) {
      toml_.tell(table.source().begin,
                 "a requirement asks for one thing: any_of = [\"java\"], degree = \"bachelor\", term = \"a name\", or "
                 "months = 36 of experience");
    }
  }

  bool read_common_field(PostedRequirement& asked, const toml::key& field, const toml::node& value) {
    if (field == "stance") {
      asked.requirement.stance =
          toml_.read_name(field, value, Stance::mentioned, &stance_name).value_or(Stance::required);
    } else if (field == "text") {
      if (toml_.read_string("text", value)) asked.requirement.sentence = toml_.span(value);
    } else if (field == "from") {
      asked.from = toml_.read_name(field, value, RoleLevel::senior, &role_level_name).value_or(RoleLevel::entry);
    } else if (field == "share") {
      read_share(asked, value);
    } else {
      return false;
    }
    return true;
  }

  bool read_field_of_kind(PostedRequirement& asked, const toml::key& field, const toml::node& value) {
    Requirement& requirement = asked.requirement;
    const RequirementKind kind = requirement.kind;
    const bool skill = kind == RequirementKind::skill, degree = kind == RequirementKind::degree;
    if (field == "months" && (skill || kind == RequirementKind::months)) {
      requirement.months = toml_.read_number("months", value, kMonths).value_or(0);
    } else if (field == "term" && kind == RequirementKind::term) {
      asked.term = toml_.read_string("term", value).value_or("");
    } else if (field == "listed" && kind == RequirementKind::term) {
      requirement.listed = toml_.read_bool("listed", value).value_or(false);
    } else if (field == "any_of" && skill) {
      read_any_of(asked, value);
    } else if (field == "level" && skill) {
      requirement.level =
          toml_.read_name(field, value, LanguageLevel::native, &language_level_name).value_or(LanguageLevel::unstated);
    } else if (field == "of_degree" && skill) {
      requirement.of_degree = toml_.read_bool("of_degree", value).value_or(false);
    } else if (field == "degree" && degree) {
      requirement.degree =
          toml_.read_name(field, value, DegreeLevel::doctorate, &degree_name).value_or(DegreeLevel::none);
    } else if (field == "or_equivalent" && degree) {
      requirement.or_equivalent = toml_.read_bool("or_equivalent", value).value_or(false);
    } else if (field == "related_field" && degree) {
      requirement.related_field = toml_.read_bool("related_field", value).value_or(false);
    } else if (field == "fields" && degree) {
      for (const TimesNamed& named : read_skills("fields", value)) requirement.fields.push_back(named.skill);
    } else {
      return field == "times" && skill;
    }
    return true;
  }

  static std::string fields_of(const Requirement& requirement) {
    std::string fields = "stance, text, from and share";
    if (requirement.kind == RequirementKind::skill) return "any_of, months, times, level, of_degree, " + fields;
    if (requirement.kind == RequirementKind::term) return "term, listed, " + fields;
    if (requirement.kind == RequirementKind::degree) return "degree, fields, related_field, or_equivalent, " + fields;
    return fields;
  }

  // Per cent of postings, with one decimal.
  void read_share(PostedRequirement& asked, const toml::node& value) {
    const double share = value.is_number() ? value.value<double>().value_or(-1) : -1;
    if (!(share > 0 && share <= 100)) {
      return toml_.tell(value.source().begin, "share must be a number of per cent, above 0 and at most 100");
    }
    asked.share = static_cast<std::int32_t>(std::lround(share * 10));
  }

  std::optional<SkillId> find_skill(std::string_view key, toml::source_position at) {
    const std::optional<SkillId> skill = lexicon_.find(key);
    if (skill) return skill;
    const std::optional<SkillId> near = nearest_skill(key, lexicon_);
    toml_.tell(at, "no skill has the key " + quoted(key) +
                       (near ? "; did you mean " + quoted(lexicon_.key(*near)) + "?"
                             : "; `skillfit lexicon find` looks for one, and term = " + quoted(key) +
                                   " asks for a name that the lexicon does not know"));
    return {};
  }

  // Skills by their keys, ascending, each once.
  std::vector<TimesNamed> read_skills(std::string_view what, const toml::node& value) {
    std::vector<TimesNamed> skills;
    const toml::array* list = value.as_array();
    if (list == nullptr || list->empty()) {
      toml_.tell(value.source().begin,
                 std::string(what) + " must be a list of skill keys, such as [\"java\", \"kotlin\"]");
      return skills;
    }
    for (const toml::node& item : *list) {
      const std::optional<std::string> key = toml_.read_string(what, item);
      const std::optional<SkillId> skill = key ? find_skill(*key, item.source().begin) : std::nullopt;
      if (skill) skills.push_back({*skill, 1, toml_.span(item)});
    }
    std::stable_sort(skills.begin(), skills.end(),
                     [](const TimesNamed& a, const TimesNamed& b) { return a.skill < b.skill; });
    const auto twice = std::adjacent_find(skills.begin(), skills.end(),
                                          [](const TimesNamed& a, const TimesNamed& b) { return a.skill == b.skill; });
    if (twice != skills.end())
      toml_.tell(std::next(twice)->span, quoted(lexicon_.key(twice->skill)) + " stands here twice");
    return skills;
  }

  void read_any_of(PostedRequirement& asked, const toml::node& value) {
    asked.named = read_skills("any_of", value);
    asked.requirement.evidence.clear();
    for (const TimesNamed& named : asked.named) {
      asked.requirement.any_of.push_back(named.skill);
      asked.requirement.evidence.push_back(named.span);
    }
    std::sort(asked.requirement.evidence.begin(), asked.requirement.evidence.end());
  }

  // One number for all skills of the requirement, or a table of them.
  void read_times(PostedRequirement& asked, const toml::node& value) {
    const toml::table* table = value.as_table();
    if (table == nullptr) {
      const auto times = static_cast<std::uint32_t>(toml_.read_number("times", value, kTimes).value_or(1));
      for (TimesNamed& named : asked.named) named.times = times;
      return;
    }
    for (const auto& [key, node] : *table) {
      const auto named = std::find_if(asked.named.begin(), asked.named.end(), [&, wanted = key.str()](const auto& one) {
        return lexicon_.key(one.skill) == wanted;
      });
      const auto times = toml_.read_number("times", node, kTimes);
      if (named == asked.named.end()) {
        toml_.tell(key.source().begin, "times counts " + quoted(key.str()) + ", which any_of does not name");
      } else {
        named->times = static_cast<std::uint32_t>(times.value_or(1));
      }
    }
  }

  // What can only be said when all is read: that something is asked for, and nothing twice at one level.
  void check_whole() {
    if (file_.requirements.empty()) toml_.tell(toml::source_position{1, 1}, "asks for nothing: add a [[requirement]]");
    for (std::size_t i = 0; i < file_.requirements.size(); ++i) {
      const PostedRequirement& later = file_.requirements[i];
      for (std::size_t j = 0; j < i; ++j) {
        const PostedRequirement& earlier = file_.requirements[j];
        if (earlier.from != later.from || !asks_for_same(earlier, later)) continue;
        toml_.tell(later.requirement.evidence.front(),
                   "asked for already in line " + std::to_string(toml_.line_of(earlier.requirement.evidence.front())) +
                       "; a skill, a term, a degree or the time is asked for once");
      }
    }
  }

  TomlFile toml_;
  const Lexicon& lexicon_;
  PostingFile file_;
};

}  // namespace

Result<PostingFile> parse_posting_file(std::string_view toml, const std::string& name, const Lexicon& lexicon) {
  if (toml.size() > kMostBytes) {
    return fail(ErrorCode::too_large, "a posting file holds no more than " + std::to_string(kMostBytes) + " bytes",
                name);
  }
  if (!is_valid_utf8(toml)) return fail(ErrorCode::malformed, "not valid UTF-8; save the file as UTF-8", name);
  return PostingParser(toml, name, lexicon).parse(toml, name);
}

}  // namespace skillfit
