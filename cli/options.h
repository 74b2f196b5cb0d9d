// Everything the command line can say, after parsing.
#pragma once

#include <string>
#include <vector>

#include "skillfit/report.h"

namespace skillfit::cli {

// The program's exit statuses; when several apply, the first of 130 > 74 > 70 > 65 > 2 > 1 wins.
inline constexpr int kFine = 0;
inline constexpr int kBelowThreshold = 1;  // --fail-under, lint findings
inline constexpr int kSomeFailed = 2;      // results given, but some input failed
inline constexpr int kUsage = 64;
inline constexpr int kNoInput = 65;  // no input could be read, or a lexicon, weights file or role is bad
inline constexpr int kInternal = 70;
inline constexpr int kCannotWrite = 74;
inline constexpr int kInterrupted = 130;

// The status that wins when both apply.
int worse(int a, int b);

struct Options {
  std::vector<std::string> inputs;  // positional, in order, then those of --files-from
  std::string files_from;           // a file that lists inputs
  std::string format = "table";
  std::string output;                 // empty = standard output
  std::vector<std::string> lexicons;  // laid over the embedded one, in order
  bool only_lexicon = false;          // --lexicon files replace the embedded one
  std::string weights;
  std::vector<std::string> signal_weights;  // name=x
  std::string as_of;                        // YYYY-MM-DD or YYYY-MM; empty = today
  std::string as;                           // resume | posting
  std::string color = "auto";
  unsigned jobs = 0;
  unsigned top = 0;
  unsigned min_count = 0;                  // lexicon suggest: what is named less often is left out
  std::string fail_under;                  // a score with up to three decimals
  std::string role;                        // in place of a posting: a built-in role, or the path of a role file
  std::string level;                       // of the role; empty = the one after the highest that is reached
  std::string what_if;                     // score, gaps: skills that the resume is supposed to show
  std::string resume;                      // rank --resume: rank postings for it
  std::vector<std::string> types;          // evaluate: marked types that count
  std::vector<std::string> without_kinds;  // evaluate: kinds of skills that are no predictions
  bool terms = false;                      // evaluate: unlisted terms are predictions
  bool coverage = false;                   // evaluate: the inputs are resumes, without marks
  bool ranking = false;                    // evaluate: the inputs are judgements, then the resumes they label
  unsigned worst = 20;                     // evaluate: mistakes listed of each kind, postings of a ranking
  bool no_cache = false;                   // nothing is taken from there or left there
  bool quiet = false;
  std::string reader;  // path of skillfit-reader
};

}  // namespace skillfit::cli
