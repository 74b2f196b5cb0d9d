// One reader a source, told apart by a table. A source's files are recognised by their columns, so that a whole folder
// of them can be given in any order; files with other columns (occupations, descriptions) are passed over.
#include "lexicon/concepts.h"

#include <algorithm>
#include <array>
#include <map>

#include "base/enumerators.h"
#include "lexicon/delimited.h"

namespace skillfit {
namespace {

std::string trimmed(std::string_view text) {
  const std::size_t first = text.find_first_not_of(" \t\r\n");
  if (first == std::string_view::npos) return {};
  return std::string(text.substr(first, text.find_last_not_of(" \t\r\n") - first + 1));
}

// The parts between separators, without empty ones.
std::vector<std::string> split(std::string_view text, std::string_view separators) {
  std::vector<std::string> parts;
  while (!text.empty()) {
    const std::size_t end = std::min(text.find_first_of(separators), text.size());
    if (std::string part = trimmed(text.substr(0, end)); !part.empty()) parts.push_back(std::move(part));
    text.remove_prefix(std::min(end + 1, text.size()));
  }
  return parts;
}

using Concepts = std::vector<Concept>;

// A column of one table, looked up once for all rows.
class Column {
 public:
  Column(const DelimitedTable& table, std::string_view name) : at_(table.column(name)) {}

  bool is_there() const { return at_.has_value(); }
  // The cell of a row, empty if the table has no such column.
  std::string of(const DelimitedRow& row) const { return at_ ? trimmed(row.cells[*at_]) : std::string(); }

 private:
  std::optional<std::size_t> at_;
};

// ESCO: skills and collections of skills, groups of skills, and relations between their addresses.
class EscoReader {
 public:
  Result<void> read(const DelimitedTable& table) {
    const Columns columns(table);
    if (columns.label.is_there() && columns.uri.is_there()) {
      for (const DelimitedRow& row : table.rows) read_concept(columns, row);
    } else if (columns.uri.is_there() && columns.broader_uri.is_there()) {
      for (const DelimitedRow& row : table.rows) broader_[columns.uri.of(row)].push_back(columns.broader_uri.of(row));
    }
    return {};
  }

  Concepts take() {
    for (Concept& entry : concepts_) {
      const std::vector<std::string>& wider = broader_[entry.id];
      entry.broader.insert(entry.broader.end(), wider.begin(), wider.end());
    }
    return std::move(concepts_);
  }

 private:
  struct Columns {
    explicit Columns(const DelimitedTable& table)
        : type(table, "conceptType"),
          uri(table, "conceptUri"),
          label(table, "preferredLabel"),
          alternatives(table, "altLabels"),
          hidden(table, "hiddenLabels"),
          broader(table, "broaderConceptUri"),
          broader_label(table, "broaderConceptPT"),
          broader_uri(table, "broaderUri"),
          reuse(table, "reuseLevel"),
          skill_type(table, "skillType") {}

    Column type, uri, label, alternatives, hidden, broader, broader_label, broader_uri, reuse, skill_type;
  };

  void read_concept(const Columns& columns, const DelimitedRow& row) {
    const std::string type = columns.type.of(row);
    if (type != "KnowledgeSkillCompetence" && type != "SkillGroup") return;
    Concept entry;
    entry.id = columns.uri.of(row);
    entry.name = columns.label.of(row);
    entry.kind = kind_of(columns, row);
    entry.alternatives = split(columns.alternatives.of(row), "|\n");
    for (std::string& hidden : split(columns.hidden.of(row), "|\n")) entry.alternatives.push_back(std::move(hidden));
    entry.broader = split(columns.broader.of(row), "|\n");
    if (!entry.name.empty()) concepts_.push_back(std::move(entry));
  }

  static SkillKind kind_of(const Columns& columns, const DelimitedRow& row) {
    if (columns.broader_label.of(row) == "languages") return SkillKind::language;
    const bool transversal = columns.reuse.of(row) == "transversal";
    return transversal && columns.skill_type.of(row) == "skill/competence" ? SkillKind::soft : SkillKind::knowledge;
  }

  Concepts concepts_;
  std::map<std::string, std::vector<std::string>> broader_;
};

// O*NET: one row an occupation and example of software; the commodity is the group of the example.
class OnetReader {
 public:
  Result<void> read(const DelimitedTable& table) {
    const Column example(table, "Example"), commodity(table, "Commodity Title");
    if (!example.is_there()) return {};
    for (const DelimitedRow& row : table.rows) {
      const std::string group = commodity.of(row);
      add(example.of(row), SkillKind::tool, group);
      add(group, SkillKind::knowledge, {});
    }
    return {};
  }
  Concepts take() { return std::move(concepts_); }

 private:
  void add(const std::string& name, SkillKind kind, const std::string& group) {
    if (name.empty()) return;
    const auto [at, is_new] = places_.try_emplace(name, concepts_.size());
    if (is_new) concepts_.push_back({name, name, kind, bare_names(name), {}});
    std::vector<std::string>& broader = concepts_[at->second].broader;
    const bool listed = std::find(broader.begin(), broader.end(), group) != broader.end();
    if (!group.empty() && group != name && !listed) broader.push_back(group);
  }

  // "Blackbaud eTapestry software" is known as "Blackbaud eTapestry"; "Email software" not as "Email".
  static std::vector<std::string> bare_names(const std::string& name) {
    constexpr std::string_view kTail = " software";
    if (!name.ends_with(kTail)) return {};
    const std::string bare = name.substr(0, name.size() - kTail.size());
    const std::vector<std::string> words = split(bare, " ");
    const bool proper = words.size() > 1 && std::all_of(words.begin(), words.end(), [](const std::string& word) {
                          return std::any_of(word.begin(), word.end(),
                                             [](char c) { return (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9'); });
                        });
    return proper ? std::vector<std::string>{bare} : std::vector<std::string>{};
  }

  Concepts concepts_;
  std::map<std::string, std::size_t> places_;
};

// Anybody's spreadsheet.
class CsvReader {
 public:
  Result<void> read(const DelimitedTable& table) {
    const Column name = first_column(table, {"name", "skill", "label", "preferredLabel"});
    if (!name.is_there()) {
      std::string columns;
      for (const std::string& column : table.header) columns += (columns.empty() ? "" : ", ") + column;
      return table_error("has no column `name` (nor skill, nor label); its columns are " + columns, table.name, 1);
    }
    const Column aliases = first_column(table, {"alias", "aliases", "alternatives", "synonyms", "altLabels"});
    const Column key(table, "key"), broader(table, "broader"), kind(table, "kind");
    for (const DelimitedRow& row : table.rows) {
      Concept entry;
      entry.name = name.of(row);
      if (entry.name.empty()) return table_error("a row without a name", table.name, row.line);
      entry.id = key.of(row);
      if (entry.id.empty()) entry.id = entry.name;
      entry.alternatives = split(aliases.of(row), "|;\n");
      entry.broader = split(broader.of(row), "|;\n");
      const std::string written = kind.of(row);
      const auto known =
          written.empty() ? std::optional(entry.kind) : enumerator(written, SkillKind::certificate, skill_kind_name);
      if (!known) return unknown_kind(written, table, row);
      entry.kind = *known;
      concepts_.push_back(std::move(entry));
    }
    return {};
  }
  Concepts take() { return std::move(concepts_); }

 private:
  // The first of these that the table has.
  static Column first_column(const DelimitedTable& table, std::initializer_list<std::string_view> names) {
    const auto there = [&](std::string_view name) { return table.column(name).has_value(); };
    const auto first = std::find_if(names.begin(), names.end(), there);
    return Column(table, first == names.end() ? *names.begin() : *first);
  }

  static tl::unexpected<Error> unknown_kind(const std::string& kind, const DelimitedTable& table,
                                            const DelimitedRow& row) {
    const std::string kinds = all_names(SkillKind::certificate, skill_kind_name);
    return table_error("unknown kind \"" + kind + "\"; use " + kinds, table.name, row.line);
  }

  Concepts concepts_;
};

template <class Reader>
Result<Concepts> read_all(const std::vector<ImportFile>& files) {
  Reader reader;
  for (const ImportFile& file : files) {
    const Result<DelimitedTable> table = read_delimited(file.name, file.text);
    if (!table) return tl::unexpected(table.error());
    if (const Result<void> read = reader.read(*table); !read) return tl::unexpected(read.error());
  }
  return reader.take();
}

struct SourceRow {
  std::string_view name;
  Result<Concepts> (*read)(const std::vector<ImportFile>& files);
};
constexpr std::array<SourceRow, 3> kSources = {
    {{"esco", read_all<EscoReader>}, {"onet", read_all<OnetReader>}, {"csv", read_all<CsvReader>}}};

}  // namespace

std::string_view import_source_name(ImportSource source) {
  return kSources[static_cast<std::size_t>(source)].name;
}

std::optional<ImportSource> find_import_source(std::string_view name) {
  const auto found =
      std::find_if(kSources.begin(), kSources.end(), [&](const SourceRow& row) { return row.name == name; });
  if (found == kSources.end()) return std::nullopt;
  return static_cast<ImportSource>(found - kSources.begin());
}

Result<std::vector<Concept>> read_concepts(ImportSource source, const std::vector<ImportFile>& files) {
  return kSources[static_cast<std::size_t>(source)].read(files);
}

}  // namespace skillfit
