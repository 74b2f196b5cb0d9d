// Phrases with their meanings -> the vocabulary and the trie.
#pragma once

#include <vector>

#include "lexicon/columns.h"

namespace skillfit {

// Fills the tables from `words` to `filters`; `chars` and `exacts` grow. A condition on a spelling that is also an
// alias of the skill says nothing and is left out. The filters may hold more already.
void build_trie(std::vector<Entry> entries, Columns& out);

}  // namespace skillfit
