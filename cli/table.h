// The one table of commands and flags. The parser, --help, the manual page and the completions are made from it.
#pragma once

#include <span>
#include <string_view>
#include <variant>

#include "options.h"

namespace skillfit::cli {

// Commands as bits, so that a flag can say where it applies.
inline constexpr unsigned kScore = 1u << 0;
inline constexpr unsigned kRank = 1u << 1;
inline constexpr unsigned kGaps = 1u << 2;
inline constexpr unsigned kExtract = 1u << 3;
inline constexpr unsigned kInspect = 1u << 4;
inline constexpr unsigned kLearn = 1u << 5;
inline constexpr unsigned kLexiconLint = 1u << 6;
inline constexpr unsigned kLexiconShow = 1u << 7;
inline constexpr unsigned kLexiconFind = 1u << 8;
inline constexpr unsigned kLexiconStats = 1u << 9;
inline constexpr unsigned kLexiconCompile = 1u << 10;
inline constexpr unsigned kManual = 1u << 11;
inline constexpr unsigned kCompletions = 1u << 12;
inline constexpr unsigned kLexiconImport = 1u << 13;
inline constexpr unsigned kEvaluate = 1u << 14;
inline constexpr unsigned kLexiconSuggest = 1u << 15;
inline constexpr unsigned kRoles = 1u << 16;
inline constexpr unsigned kMatching = kScore | kRank | kGaps;
inline constexpr unsigned kMany = kRank | kExtract | kInspect | kLearn | kLexiconSuggest;
inline constexpr unsigned kReading = kMatching | kExtract | kInspect | kLearn | kEvaluate | kLexiconSuggest | kRoles;
inline constexpr unsigned kLexicon =
    kLexiconLint | kLexiconShow | kLexiconFind | kLexiconStats | kLexiconCompile | kLexiconImport;
inline constexpr unsigned kReporting = kMatching | kExtract | kInspect | kEvaluate | kLexiconLint | kLexiconShow |
                                       kLexiconFind | kLexiconStats | kLexiconSuggest | kRoles;
inline constexpr unsigned kAll = ~0u;

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
  std::string_view choices;  // "auto|always|never" or empty
  std::string_view help;     // one line
  Target target;
};
std::span<const Flag> flags();

}  // namespace skillfit::cli
