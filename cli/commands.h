// One function a command; each returns an exit status. Defined in the file of its name.
#pragma once

#include "options.h"

namespace skillfit::cli {

int run_score(const Options& options);
int run_rank(const Options& options);
int run_gaps(const Options& options);
int run_extract(const Options& options);
int run_inspect(const Options& options);
int run_learn(const Options& options);
int run_evaluate(const Options& options);
int run_roles(const Options& options);
int run_lexicon_lint(const Options& options);
int run_lexicon_show(const Options& options);
int run_lexicon_find(const Options& options);
int run_lexicon_stats(const Options& options);
int run_lexicon_compile(const Options& options);
int run_lexicon_suggest(const Options& options);
int run_lexicon_import(const Options& options);
int run_manual(const Options& options);
int run_completions(const Options& options);

}  // namespace skillfit::cli
