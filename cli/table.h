// The one table of commands and flags. The parser, --help, the manual page and the completions are made from it.
#pragma once

#include <span>
#include <string_view>
#include <variant>

#include "options.h"

namespace skillfit::cli {

// Commands as bits, so that a flag can say where it applies.
enum : unsigned {
  kScore = 1u << 0,
  kRank = 1u << 1,
  kGaps = 1u << 2,
  kExtract = 1u << 3,
  kInspect = 1u << 4,
  kLearn = 1u << 5,
  kLexiconLint = 1u << 6,
  kLexiconShow = 1u << 7,
  kLexiconFind = 1u << 8,
  kLexiconStats = 1u << 9,
  kLexiconCompile = 1u << 10,
  kManual = 1u << 11,
  kCompletions = 1u << 12,
  kMatching = kScore | kRank | kGaps,
  kReading = kMatching | kExtract | kInspect | kLearn,
  kLexicon = kLexiconLint | kLexiconShow | kLexiconFind | kLexiconStats | kLexiconCompile,
  kReporting = kMatching | kExtract | kInspect | kLexiconLint | kLexiconShow | kLexiconFind | kLexiconStats,
  kAll = ~0u,
};

struct Command {
  unsigned bit;
  std::string_view name;      // "rank", "lexicon lint"
  std::string_view inputs;    // "POSTING CANDIDATE...", empty if none
  unsigned least, most;       // number of inputs
  std::string_view summary;   // one line
  std::string_view details;   // paragraphs, wrapped by whoever shows them
  std::string_view examples;  // lines "command # what it does"
  int (*run)(const Options& options);
};
std::span<const Command> commands();
const Command* find_command(std::string_view name);

// Which member of Options a flag sets.
using Target =
    std::variant<std::string Options::*, bool Options::*, unsigned Options::*, std::vector<std::string> Options::*>;

struct Flag {
  unsigned commands;         // bits
  std::string_view name;     // "--jobs"
  std::string_view letter;   // "-j" or empty
  std::string_view value;    // "N", empty for a switch
  std::string_view choices;  // "table|json|jsonl|csv" or empty
  std::string_view help;     // one line
  Target target;
};
std::span<const Flag> flags();

}  // namespace skillfit::cli
