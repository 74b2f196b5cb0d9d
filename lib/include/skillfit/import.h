// Other people's vocabularies as lexicon files. What an import knows of a skill is its names, its kind and what is
// broader; policies for ambiguous names remain work for a person, so names that would need one are left out and
// counted.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "skillfit/lexicon.h"

namespace skillfit {

enum class ImportSource : std::uint8_t {
  esco,  // the CSV files of the European classification: skills or collections of them, groups, broader relations
  onet,  // "Technology Skills.txt" of O*NET
  csv,   // any table with a column `name`, and perhaps key, kind, alias, broader
};
std::string_view import_source_name(ImportSource source);
std::optional<ImportSource> find_import_source(std::string_view name);

// One table as it was read from disk; its delimiter (comma, semicolon, tab) is told from its first line.
struct ImportFile {
  std::string name;  // for messages
  std::string text;
};

struct Imported {
  std::string toml;             // a lexicon file: tables by key, clean under lint()
  std::uint32_t labels = 0;     // names and alternative names read
  std::uint32_t skills = 0;     // written
  std::uint32_t spellings = 0;  // written, with names
  std::uint32_t known = 0;      // skills left out because `base` has their name
  std::uint32_t taken = 0;      // spellings left out because another skill has them, or a rule makes them
  std::uint32_t unsafe = 0;     // spellings left out because they need a policy: two letters, ordinary words
};

// Converts tables, deterministic in the order of skills' names. `base`: the lexicon that the result will be laid over;
// nullptr if it is to stand alone. Errors: bad_lexicon with file and line (no such column, a quote that never ends, an
// unknown kind, a row without a name, nothing to import).
Result<Imported> import_lexicon(ImportSource source, const std::vector<ImportFile>& files, const Lexicon* base);

}  // namespace skillfit
