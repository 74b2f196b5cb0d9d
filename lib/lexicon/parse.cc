// TOML -> SkillSource. A table of fields says which members are lists of strings; everything that is wrong becomes a
// Problem with file, line, column and the line itself, and reading goes on, so that one run shows all mistakes.
#include <algorithm>
#include <cmath>

#include "base/enumerators.h"
#include "base/utf8.h"
#include "lexicon/source.h"
#include "lexicon/toml.h"

namespace skillfit {
namespace {

constexpr std::size_t kMaxExcerpt = 120;

struct ListField {
  std::string_view name;
  std::vector<std::string> SkillSource::*list;
};
constexpr std::array<ListField, 8> kListFields = {{{"alias", &SkillSource::alias},
                                                   {"exact", &SkillSource::exact},
                                                   {"ambiguous", &SkillSource::ambiguous},
                                                   {"near", &SkillSource::near},
                                                   {"not", &SkillSource::veto},
                                                   {"broader", &SkillSource::broader},
                                                   {"yes", &SkillSource::yes},
                                                   {"no", &SkillSource::no}}};

constexpr std::array<std::string_view, 4> kScopes = {"sentence", "after", "before", "list"};

std::string_view scope_name(CueScope scope) {
  return kScopes[static_cast<std::size_t>(scope)];
}

std::string quoted(std::string_view text) {
  return "\"" + std::string(text) + "\"";
}

bool is_key(std::string_view key) {
  const auto good = [](char c) { return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c == '-'; };
  return !key.empty() && std::all_of(key.begin(), key.end(), good);
}

bool is_blank(std::string_view text) {
  return text.find_first_not_of(" \t\r\n") == std::string_view::npos;
}

// Line `number` (1-based) of `text`, cut to what a message can show.
std::string excerpt(std::string_view text, std::size_t number) {
  for (; number > 1; --number) {
    const std::size_t end = text.find('\n');
    if (end == std::string_view::npos) return {};
    text.remove_prefix(end + 1);
  }
  text = text.substr(0, text.find('\n'));
  if (text.size() > kMaxExcerpt) text = text.substr(0, kMaxExcerpt);
  std::string line = repair_utf8(text);
  std::erase_if(line, [](char c) { return static_cast<unsigned char>(c) < 0x20 || c == 0x7f; });
  return line;
}

class Parser {
 public:
  explicit Parser(const LexiconFile& file) : file_(file) {}

  ParsedFile parse() {
    const std::size_t valid = valid_utf8_prefix(file_.toml);
    if (valid < file_.toml.size()) {
      const std::string_view before = std::string_view(file_.toml).substr(0, valid);
      const auto line = static_cast<std::uint32_t>(1 + std::count(before.begin(), before.end(), '\n'));
      const auto column = static_cast<std::uint32_t>(valid - (before.rfind('\n') + 1) + 1);
      problem({line, column}, "not valid UTF-8; save the file as UTF-8");
      return std::move(out_);
    }
    const toml::parse_result parsed = toml::parse(file_.toml, file_.name);
    if (parsed) {
      read_file(parsed.table());
    } else {
      problem(parsed.error().source().begin, std::string(parsed.error().description()));
    }
    std::stable_sort(out_.problems.begin(), out_.problems.end(), [](const Problem& a, const Problem& b) {
      return std::pair(a.error.line, a.error.column) < std::pair(b.error.line, b.error.column);
    });
    return std::move(out_);
  }

 private:
  void problem(toml::source_position at, std::string message) {
    Error error;
    error.code = ErrorCode::bad_lexicon;
    error.message = std::move(message);
    error.file = file_.name;
    error.line = at.line;
    error.column = at.column;
    error.excerpt = excerpt(file_.toml, at.line);
    out_.problems.push_back({std::move(error), key_});
  }

  void read_file(const toml::table& root) {
    const bool cues = file_.name.substr(file_.name.rfind('/') + 1) == "cues.toml";
    for (const auto& [key, node] : root) {
      key_ = key.str();
      if (const toml::table* table = node.as_table(); table == nullptr) {
        problem(key.source().begin, quoted(key_) + " stands outside a table; begin a skill with [key]");
      } else if (cues) {
        read_family(key, *table);
      } else {
        read_skill(key, *table);
      }
    }
    const auto by_line = [](const auto& a, const auto& b) { return a.line < b.line; };
    std::stable_sort(out_.skills.begin(), out_.skills.end(), by_line);
    std::stable_sort(out_.cues.begin(), out_.cues.end(), by_line);
  }

  void read_skill(const toml::key& key, const toml::table& table) {
    const toml::source_position at = table.source().begin;
    if (!is_key(key_)) {
      problem(at, "bad key " + quoted(key_) + "; use lower-case letters, digits and hyphens");
      return;
    }
    if (const toml::node* remove = table.get("remove")) {
      if (table.size() > 1 || remove->value_exact<bool>() != true) {
        problem(remove->source().begin, "remove must be true and the only field of its table");
      }
      out_.removals.push_back({key_, file_.name, at.line});
      return;
    }
    SkillSource skill;
    skill.key = key.str();
    skill.file = file_.name;
    skill.line = at.line;
    for (const auto& [field, value] : table) read_field(skill, field, value);
    if (!table.contains("name")) problem(at, "[" + key_ + "] has no name");
    if (!table.contains("kind")) problem(at, "[" + key_ + "] has no kind");
    out_.skills.push_back(std::move(skill));
  }

  void read_field(SkillSource& skill, const toml::key& field, const toml::node& value) {
    const auto list = std::find_if(kListFields.begin(), kListFields.end(),
                                   [&field](const ListField& f) { return f.name == field.str(); });
    if (list != kListFields.end()) {
      read_strings(field, value, skill.*(list->list));
    } else if (field == "name") {
      read_string(field, value, skill.name);
    } else if (field == "kind") {
      read_kind(field, value, skill);
    } else if (field == "related") {
      read_related(value, skill);
    } else {
      problem(field.source().begin,
              "unknown field " + quoted(field.str()) +
                  "; a skill has name, kind, alias, exact, ambiguous, near, not, broader, related, yes, no");
    }
  }

  bool read_string(const toml::key& field, const toml::node& value, std::string& into) {
    const std::optional<std::string> text = value.value_exact<std::string>();
    if (!text) problem(value.source().begin, std::string(field.str()) + " must be a string");
    if (text && is_blank(*text)) problem(value.source().begin, std::string(field.str()) + " is empty");
    if (!text || is_blank(*text)) return false;
    into = *text;
    return true;
  }

  void read_strings(const toml::key& field, const toml::node& value, std::vector<std::string>& into) {
    const toml::array* array = value.as_array();
    if (array == nullptr) {
      problem(value.source().begin, std::string(field.str()) + " must be a list of strings");
      return;
    }
    for (const toml::node& item : *array) {
      std::string text;
      if (read_string(field, item, text)) into.push_back(std::move(text));
    }
  }

  void read_kind(const toml::key& field, const toml::node& value, SkillSource& skill) {
    std::string name;
    if (!read_string(field, value, name)) return;
    const auto kind = enumerator(name, SkillKind::certificate, &skill_kind_name);
    if (kind) skill.kind = *kind;
    if (!kind) {
      problem(value.source().begin,
              "unknown kind " + quoted(name) + "; use " + all_names(SkillKind::certificate, &skill_kind_name));
    }
  }

  void read_related(const toml::node& value, SkillSource& skill) {
    const toml::table* shares = value.as_table();
    if (shares == nullptr) {
      problem(value.source().begin, "related must be a table such as { mysql = 0.6 }");
      return;
    }
    for (const auto& [key, node] : *shares) {
      const double share = node.value<double>().value_or(0) * 1000;
      if (!node.is_number() || !(share >= 99.5 && share < 900.5)) {
        problem(node.source().begin, "the share of " + quoted(key.str()) + " must be a number from 0.1 to 0.9");
      } else {
        skill.related.emplace_back(key.str(), static_cast<std::uint16_t>(std::lround(share)));
      }
    }
  }

  void read_family(const toml::key& name, const toml::table& family) {
    const auto known = enumerator(name.str(), CueFamily::term, &family_name);
    if (!known) {
      problem(family.source().begin,
              "unknown cue family " + quoted(name.str()) + "; use " + all_names(CueFamily::term, &family_name));
      return;
    }
    for (const auto& [label, node] : family) {
      key_ = std::string(name.str()) + "." + std::string(label.str());
      if (const toml::table* table = node.as_table()) {
        read_cue(*known, label, *table);
      } else {
        problem(label.source().begin, quoted(label.str()) + " must be a table, such as [" + key_ + "]");
      }
    }
  }

  void read_cue(CueFamily family, const toml::key& label, const toml::table& table) {
    CueSource cue;
    cue.cue.family = family;
    cue.label = label.str();
    cue.file = file_.name;
    cue.line = table.source().begin.line;
    cue.cue.value = value_of_label(family, label);
    for (const auto& [field, value] : table) read_cue_field(cue, field, value);
    if (cue.phrases.empty()) problem(table.source().begin, "[" + key_ + "] has no phrases");
    if (family == CueFamily::stance && !table.contains("stance")) {
      problem(table.source().begin, "[" + key_ + "] has no stance");
    }
    out_.cues.push_back(std::move(cue));
  }

  // Headings, degrees and the parts of terms are named by their label.
  std::uint8_t value_of_label(CueFamily family, const toml::key& label) {
    if (family == CueFamily::heading) return named_value(label.str(), label, SectionKind::legal, &section_name);
    if (family == CueFamily::degree) return named_value(label.str(), label, DegreeLevel::doctorate, &degree_name);
    if (family == CueFamily::term) return named_value(label.str(), label, TermPart::never, &term_part_name);
    return 0;
  }

  template <class Where, class Enum>
  std::uint8_t named_value(std::string_view text, const Where& at, Enum last, std::string_view (*name)(Enum)) {
    const auto value = enumerator(text, last, name);
    if (!value) problem(at.source().begin, "unknown name " + quoted(text) + "; use " + all_names(last, name));
    return static_cast<std::uint8_t>(value.value_or(Enum{}));
  }

  void read_cue_field(CueSource& cue, const toml::key& field, const toml::node& value) {
    const bool stance = cue.cue.family == CueFamily::stance;
    const bool scoped = stance || cue.cue.family == CueFamily::boilerplate;
    std::string text;
    if (field == "phrases") {
      read_strings(field, value, cue.phrases);
    } else if (stance && field == "stance") {
      if (read_string(field, value, text)) cue.cue.value = named_value(text, value, Stance::negated, &stance_name);
    } else if (scoped && field == "scope") {
      if (!read_string(field, value, text)) return;
      cue.cue.scope = static_cast<CueScope>(named_value(text, value, CueScope::list, &scope_name));
    } else {
      problem(field.source().begin, "unknown field " + quoted(field.str()) + "; [" + key_ + "] has " +
                                        (stance   ? "stance, scope and phrases"
                                         : scoped ? "scope and phrases"
                                                  : "phrases only"));
    }
  }

  const LexiconFile& file_;
  ParsedFile out_;
  std::string key_;
};

}  // namespace

ParsedFile parse_lexicon_file(const LexiconFile& file) {
  return Parser(file).parse();
}

}  // namespace skillfit
