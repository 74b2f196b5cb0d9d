// The parser is built from the table of commands and flags; CLI11 does the parsing. Everything unexpected ends here.
#include <CLI/CLI.hpp>
#include <cstdio>
#include <exception>
#include <map>

#include "help.h"
#include "run.h"
#include "table.h"

namespace skillfit::cli {
namespace {

std::vector<std::string> split(std::string_view text, char separator) {
  std::vector<std::string> parts;
  while (!text.empty()) {
    const std::size_t end = std::min(text.find(separator), text.size());
    parts.emplace_back(text.substr(0, end));
    text.remove_prefix(std::min(end + 1, text.size()));
  }
  return parts;
}

void add_flag(CLI::App& app, const Flag& flag, Options& options) {
  const std::string names = (flag.letter.empty() ? "" : std::string(flag.letter) + ",") + std::string(flag.name);
  std::visit(
      [&](auto member) {
        auto& target = options.*member;
        if constexpr (std::is_same_v<std::decay_t<decltype(target)>, bool>) {
          app.add_flag(names, target);
        } else {
          CLI::Option* option = app.add_option(names, target);
          if constexpr (std::is_same_v<std::decay_t<decltype(target)>, std::vector<std::string>>)
            option->allow_extra_args(false);
          if (!flag.choices.empty()) option->check(CLI::IsMember(split(flag.choices, '|')));
        }
      },
      flag.target);
}

struct Parser {
  CLI::App app{"skillfit"};
  Options options;
  bool help = false, version = false;
  std::map<CLI::App*, const Command*> by_app;

  Parser() {
    app.set_help_flag();
    app.add_flag("-h,--help", help);
    app.add_flag("-V,--version", version);
    for (const Command& command : commands()) add(command);
  }

  void add(const Command& command) {
    const std::vector<std::string> words = split(command.name, ' ');
    CLI::App* at = &app;
    for (const std::string& word : words) {
      const auto existing = at->get_subcommands([&](CLI::App* sub) { return sub->get_name() == word; });
      CLI::App* next = existing.empty() ? nullptr : existing.front();
      if (next == nullptr) {
        next = at->add_subcommand(word);
        next->set_help_flag();
        next->add_flag("-h,--help", help);
      }
      at = next;
    }
    by_app[at] = &command;
    at->preparse_callback([this, at, &command](std::size_t) { add_arguments(*at, command); });
  }

  // Once the command is known: those of the others are never needed.
  void add_arguments(CLI::App& at, const Command& command) {
    if (command.most > 0) at.add_option("inputs", options.inputs);
    for (const Flag& flag : flags()) {
      if (flag.commands & command.bit) add_flag(at, flag, options);
    }
  }

  // The innermost command that was named, null if none.
  const Command* chosen() const {
    const CLI::App* at = &app;
    while (!at->get_subcommands().empty()) at = at->get_subcommands().front();
    const auto found = by_app.find(const_cast<CLI::App*>(at));
    return found == by_app.end() ? nullptr : found->second;
  }
};

void print(const std::string& text) {
  std::fwrite(text.data(), 1, text.size(), stdout);
}

std::string lexicon_help() {
  std::string out = "Usage: skillfit lexicon COMMAND ...\n\n";
  for (const Command& command : commands()) {
    if (command.name.starts_with("lexicon "))
      out += "  " + std::string(command.name) + ": " + std::string(command.summary) + "\n";
  }
  return out;
}

int usage_error(const std::string& message, const Command* command) {
  complain(message + "\nTry: skillfit" + (command ? " " + std::string(command->name) : "") + " --help");
  return kUsage;
}

std::string parse_message(const CLI::ParseError& error, int argc, char** argv) {
  const std::string_view first = argc > 1 ? argv[1] : "";
  const std::string_view near = nearest_command(first);
  if (near.empty() || near == first || find_command(first) != nullptr) return error.what();
  return "there is no command '" + std::string(first) + "'; did you mean " + std::string(near) + "?";
}

// What --files-from lists stands after the arguments. Returns an exit status.
int add_listed_inputs(Options& options) {
  if (options.files_from.empty()) return kFine;
  const Result<std::vector<std::string>> listed = read_list(options.files_from);
  if (listed && !listed->empty()) {
    options.inputs.insert(options.inputs.end(), listed->begin(), listed->end());
    return kFine;
  }
  complain(listed ? "nothing to read: " + options.files_from + " lists no files" : to_string(listed.error()));
  return kNoInput;
}

int run(int argc, char** argv) {
  Parser parser;
  try {
    parser.app.parse(argc, argv);
  } catch (const CLI::ParseError& error) {
    if (!parser.help) return usage_error(parse_message(error, argc, argv), parser.chosen());
  }
  const Command* command = parser.chosen();
  if (parser.version) {
    print("skillfit " SKILLFIT_VERSION "\n");
    return kFine;
  }
  if (parser.help) {
    const bool lexicon = !command && argc > 1 && std::string_view(argv[1]) == "lexicon";
    print(command ? command_help(*command) : lexicon ? lexicon_help() : general_help());
    return kFine;
  }
  if (!command) {
    const bool lexicon = argc > 1 && std::string_view(argv[1]) == "lexicon";
    return usage_error(lexicon ? "lexicon wants a command: lint, show, find, stats or compile" : "no command given",
                       nullptr);
  }
  if (const int status = add_listed_inputs(parser.options); status != kFine) return status;
  const std::size_t count = parser.options.inputs.size();
  if (count < command->least)
    return usage_error(std::string(command->name) + " wants " + std::string(command->inputs), command);
  if (count > command->most)
    return usage_error("too many inputs: " + std::string(command->name) + " wants " + std::string(command->inputs),
                       command);
  watch_for_interrupt();
  return command->run(parser.options);
}

}  // namespace
}  // namespace skillfit::cli

int main(int argc, char** argv) {
  try {
    return skillfit::cli::run(argc, argv);
  } catch (const std::bad_alloc&) {
    skillfit::cli::complain("out of memory");
  } catch (const std::exception& error) {
    skillfit::cli::complain(std::string("internal error: ") + error.what());
  }
  return skillfit::cli::kInternal;
}
