// What the commands share: setting up a run, saying what went wrong, writing the result, and stopping on Ctrl-C.
#pragma once

#include <atomic>
#include <memory>
#include <string>
#include <string_view>

#include "options.h"

namespace skillfit::cli {

// Lexicon, weights and date of one run. Not movable: `context` refers into it.
struct Run {
  Lexicon lexicon;
  Weights weights;
  std::string as_of;  // YYYY-MM-DD
  EngineContext context;
  BatchOptions batch;
  ReportOptions report;
  std::vector<Input> inputs;  // what the arguments name

  Run(Lexicon l, Weights w) : lexicon(std::move(l)), weights(std::move(w)), context{lexicon, weights, {}, {}} {}
  Run(const Run&) = delete;
  Run& operator=(const Run&) = delete;
};

// What a run is to read, and on how many threads (BatchOptions::jobs).
struct Reading {
  std::vector<std::string> arguments;
  unsigned jobs = 1;
};

// Everything that a run needs, and what `reading` names (Run::inputs): it is listed first, so that reader processes
// start while the rest is loaded. Null if something is wrong with the options or files; then `status` says which exit
// status and a message has been printed.
std::unique_ptr<Run> set_up(const Options& options, int& status, const Reading& reading = {});

// Reads the one document everything else is matched with. Prints the reason and returns null on failure.
std::unique_ptr<Analysis> read_fixed(const std::string& path, As as, const Run& run);

// Whether there is anything to read; says so if not.
bool has_inputs(const Run& run, const std::vector<std::string>& arguments);

// Writes to standard output, or to --output all or nothing. Returns an exit status.
int write_result(const Options& options, std::string_view bytes);

// "skillfit: message" on standard error, safe for terminals.
void complain(std::string_view message);
void complain(const Error& error);

// What the rows say about the exit status: fine, some failed, none could be read, interrupted. Also prints one line a
// failed row where the report form does not show it.
int status_of(const std::vector<Row>& rows);

// What --as says, if anything.
std::optional<As> wanted_as(const Options& options);

// One line a row that failed; what an interrupt kept from being read is said by the exit status.
void complain_about_rows(const std::vector<Row>& rows, const Options& options);

// "71.25" -> 71250; empty if it is no number from 0 to 100 with at most three decimals.
std::optional<Points> parse_score(std::string_view text);

// From here on Ctrl-C (and SIGTERM) sets stop_requested(), and a second one ends the program at once with status 130.
void watch_for_interrupt();
const std::atomic<bool>& stop_requested();

}  // namespace skillfit::cli
