// What the sources of an import have in common: names with alternatives, under wider names.
#pragma once

#include <string>
#include <vector>

#include "skillfit/import.h"

namespace skillfit {

struct Concept {
  std::string id;    // what others refer to it by: a URI, a key or a name
  std::string name;  // as people write it
  SkillKind kind = SkillKind::knowledge;
  std::vector<std::string> alternatives;
  std::vector<std::string> broader;  // ids
};

// The concepts of all files, in the order they stand there. Errors: see import_lexicon().
Result<std::vector<Concept>> read_concepts(ImportSource source, const std::vector<ImportFile>& files);

}  // namespace skillfit
