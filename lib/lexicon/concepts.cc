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

// The cell of a named column, empty if the table has none.
std::string cell(const DelimitedTable& table, const DelimitedRow& row, std::string_view column) {
  const std::optional<std::size_t> at = table.column(column);
  return at ? trimmed(row.cells[*at]) : std::string();
}

// ESCO: skills and collections of skills, groups of skills, and relations between their addresses.
class EscoReader {
 public:
  Result<void> read(const DelimitedTable& table) {
    if (table.column("preferredLabel") && table.column("conceptUri")) {
      for (const DelimitedRow& row : table.rows) read_concept(table, row);
    } else if (table.column("conceptUri") && table.column("broaderUri")) {
      for (const DelimitedRow& row : table.rows) {
        broader_[cell(table, row, "conceptUri")].push_back(cell(table, row, "broaderUri"));
      }
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
  void read_concept(const DelimitedTable& table, const DelimitedRow& row) {
    const std::string type = cell(table, row, "conceptType");
    if (type != "KnowledgeSkillCompetence" && type != "SkillGroup") return;
    Concept entry;
    entry.id = cell(table, row, "conceptUri");
    entry.name = cell(table, row, "preferredLabel");
    entry.kind = kind_of(table, row);
    entry.alternatives = split(cell(table, row, "altLabels"), "|\n");
    for (std::string& hidden : split(cell(table, row, "hiddenLabels"), "|\n")) {
      entry.alternatives.push_back(std::move(hidden));
    }
    entry.broader = split(cell(table, row, "broaderConceptUri"), "|\n");
    if (!entry.name.empty()) concepts_.push_back(std::move(entry));
  }

  static SkillKind kind_of(const DelimitedTable& table, const DelimitedRow& row) {
    if (cell(table, row, "broaderConceptPT") == "languages") return SkillKind::language;
    const bool transversal = cell(table, row, "reuseLevel") == "transversal";
    return transversal && cell(table, row, "skillType") == "skill/competence" ? SkillKind::soft : SkillKind::knowledge;
  }

  Concepts concepts_;
  std::map<std::string, std::vector<std::string>> broader_;
};

// O*NET: one row an occupation and example of software; the commodity is the group of the example.
class OnetReader {
 public:
  Result<void> read(const DelimitedTable& table) {
    if (!table.column("Example")) return {};
    for (const DelimitedRow& row : table.rows) {
      const std::string group = cell(table, row, "Commodity Title");
      add(cell(table, row, "Example"), SkillKind::tool, group);
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
    const std::optional<std::size_t> name = first_column(table, {"name", "skill", "label", "preferredLabel"});
    if (!name) {
      std::string columns;
      for (const std::string& column : table.header) columns += (columns.empty() ? "" : ", ") + column;
      return table_error("has no column `name` (nor skill, nor label); its columns are " + columns, table.name, 1);
    }
    const auto aliases = first_column(table, {"alias", "aliases", "alternatives", "synonyms", "altLabels"});
    for (const DelimitedRow& row : table.rows) {
      Concept entry;
      entry.name = trimmed(row.cells[*name]);
      if (entry.name.empty()) return table_error("a row without a name", table.name, row.line);
      entry.id = cell(table, row, "key");
      if (entry.id.empty()) entry.id = entry.name;
      if (aliases) entry.alternatives = split(row.cells[*aliases], "|;\n");
      entry.broader = split(cell(table, row, "broader"), "|;\n");
      if (Result<void> kind = read_kind(table, row, entry); !kind) return kind;
      concepts_.push_back(std::move(entry));
    }
    return {};
  }
  Concepts take() { return std::move(concepts_); }

 private:
  static std::optional<std::size_t> first_column(const DelimitedTable& table,
                                                 std::initializer_list<std::string_view> names) {
    for (const std::string_view name : names) {
      if (const auto at = table.column(name)) return at;
    }
    return std::nullopt;
  }

  static Result<void> read_kind(const DelimitedTable& table, const DelimitedRow& row, Concept& entry) {
    const std::string kind = cell(table, row, "kind");
    if (kind.empty()) return {};
    if (const auto known = enumerator(kind, SkillKind::certificate, skill_kind_name)) {
      entry.kind = *known;
      return {};
    }
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
