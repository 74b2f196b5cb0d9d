// Help, manual and completions are three renderings of one table, so none of them can fall behind the parser.
#include "help.h"

#include <algorithm>
#include <vector>

#include "commands.h"
#include "run.h"
#include "skillfit/spelling.h"

namespace skillfit::cli {
namespace {

constexpr std::size_t kColumns = 92;
constexpr std::string_view kAbout =
    "skillfit reads resumes and job postings, finds the skills each one names, and says how well they fit: a score "
    "whose parts add "
    "up, the evidence for every part, and the gaps ranked by what closing each would gain. It runs offline and gives "
    "the same "
    "bytes for the same input.";

struct ExitRow {
  int status;
  std::string_view meaning;
};
constexpr ExitRow kExits[] = {
    {kFine, "fine"},
    {kBelowThreshold, "below --fail-under, or lint findings"},
    {kSomeFailed, "results given, but some input failed"},
    {kUsage, "wrong usage"},
    {kNoInput, "no input could be read, or a lexicon or weights file is bad"},
    {kInternal, "internal error"},
    {kCannotWrite, "output cannot be written"},
    {kInterrupted, "interrupted"},
};

std::string wrapped(std::string_view text, std::size_t indent) {
  std::string out;
  std::size_t column = kColumns;
  while (!text.empty()) {
    const std::size_t end = std::min(text.find(' '), text.size());
    const bool breaks = column + 1 + end > kColumns;
    if (breaks) out += (out.empty() ? "" : "\n") + std::string(indent, ' ');
    out += (breaks ? "" : " ") + std::string(text.substr(0, end));
    column = breaks ? indent + end : column + 1 + end;
    text.remove_prefix(std::min(end + 1, text.size()));
  }
  return out + "\n";
}

std::string padded(std::string_view text, std::size_t width) {
  return std::string(text) + std::string(width > text.size() ? width - text.size() : 1, ' ');
}

std::string flag_synopsis(const Flag& flag) {
  std::string out = flag.letter.empty() ? "    " : std::string(flag.letter) + ", ";
  out += flag.name;
  if (!flag.value.empty()) out += " " + std::string(flag.value);
  return out;
}

std::string flag_help(const Flag& flag) {
  std::string help(flag.help);
  if (!flag.choices.empty()) {
    help += ": ";
    for (const char c : flag.choices) help += c == '|' ? std::string(", ") : std::string(1, c);
  }
  return help;
}

std::vector<std::string_view> lines_of(std::string_view text) {
  std::vector<std::string_view> lines;
  while (!text.empty()) {
    const std::size_t end = std::min(text.find('\n'), text.size());
    lines.push_back(text.substr(0, end));
    text.remove_prefix(std::min(end + 1, text.size()));
  }
  return lines;
}

std::string usage_of(const Command& command) {
  return "skillfit " + std::string(command.name) + " [OPTIONS]" + (command.inputs.empty() ? "" : " ") +
         std::string(command.inputs);
}

// Text for roff: backslashes and leading dots lose their meaning, hyphens stay hyphens when copied.
std::string roff(std::string_view text) {
  std::string out;
  for (const char c : text) {
    if (c == '\\') {
      out += "\\e";
    } else if (c == '-') {
      out += "\\-";
    } else if ((c == '.' || c == '\'') && out.empty()) {
      out += std::string("\\&") + c;
    } else {
      out += c;
    }
  }
  return out;
}

std::string first_words() {
  std::string words;
  for (const Command& command : commands()) {
    const std::string word(command.name.substr(0, command.name.find(' ')));
    if ((" " + words + " ").find(" " + word + " ") == std::string::npos) words += (words.empty() ? "" : " ") + word;
  }
  return words;
}

std::string flags_of(unsigned bits) {
  std::string out;
  for (const Flag& flag : flags()) {
    if (flag.commands & bits) out += (out.empty() ? "" : " ") + std::string(flag.name);
  }
  return out;
}

std::string bash_completions() {
  std::string out =
      "# bash completion for skillfit\n_skillfit() {\n"
      "  local word=${COMP_WORDS[COMP_CWORD]} command=${COMP_WORDS[1]} options=\n"
      "  if [ \"$COMP_CWORD\" -eq 1 ]; then COMPREPLY=($(compgen -W \"" +
      first_words() +
      " --help --version\" -- \"$word\")); return; fi\n"
      "  case \"$command\" in\n";
  std::string lexicon_words;
  for (const Command& command : commands()) {
    const std::size_t space = command.name.find(' ');
    if (space != command.name.npos) {
      lexicon_words += (lexicon_words.empty() ? "" : " ") + std::string(command.name.substr(space + 1));
      continue;
    }
    out += "    " + std::string(command.name) + ") options=\"" + flags_of(command.bit) + " --help\" ;;\n";
  }
  out += "    lexicon) options=\"" + lexicon_words + " " + flags_of(kLexicon) + " --help\" ;;\n";
  out +=
      "  esac\n  case \"$word\" in\n    -*) COMPREPLY=($(compgen -W \"$options\" -- \"$word\")) ;;\n"
      "    *) COMPREPLY=($(compgen -f -- \"$word\")); "
      "[ \"$command\" = lexicon ] && [ \"$COMP_CWORD\" -eq 2 ] && COMPREPLY=($(compgen -W \"$options\" -- \"$word\")) "
      ";;\n"
      "  esac\n}\ncomplete -o filenames -F _skillfit skillfit\n";
  return out;
}

std::string zsh_completions() {
  return "#compdef skillfit\nautoload -U +X bashcompinit && bashcompinit\n" + bash_completions();
}

std::string fish_completions() {
  std::string out = "# fish completion for skillfit\n";
  const auto quoted = [](std::string_view text) {
    std::string q = "'";
    for (const char c : text) q += c == '\'' ? std::string("\\'") : std::string(1, c);
    return q + "'";
  };
  for (const Command& command : commands()) {
    const std::size_t space = command.name.find(' ');
    const std::string first(command.name.substr(0, space)),
        rest(space == command.name.npos ? "" : command.name.substr(space + 1));
    const std::string condition = rest.empty() ? "__fish_use_subcommand" : "__fish_seen_subcommand_from " + first;
    out += "complete -c skillfit -n " + quoted(condition) + " -a " + quoted(rest.empty() ? first : rest) + " -d " +
           quoted(command.summary) + "\n";
  }
  for (const Flag& flag : flags()) {
    out += "complete -c skillfit -l " + std::string(flag.name.substr(2));
    if (!flag.letter.empty()) out += " -s " + std::string(flag.letter.substr(1));
    if (!flag.value.empty()) out += " -r";
    out += " -d " + quoted(flag.help) + "\n";
  }
  return out;
}

}  // namespace

std::string general_help() {
  std::string out = "skillfit " SKILLFIT_VERSION "\n\n" + wrapped(kAbout, 0) +
                    "\nUsage: skillfit COMMAND [OPTIONS] ...\n\nCommands:\n";
  for (const Command& command : commands())
    out += "  " + padded(command.name, 18) + std::string(command.summary) + "\n";
  out += "\nExamples:\n";
  for (const Command& command : commands()) {
    const bool main_job = (command.bit & kMatching) != 0;
    if (main_job) out += "  " + std::string(lines_of(command.examples).front()) + "\n";
  }
  return out + "\nskillfit COMMAND --help explains one command; skillfit --version prints the version.\n";
}

std::string command_help(const Command& command) {
  std::string out = std::string(command.summary) + "\n\nUsage: " + usage_of(command) + "\n";
  if (!command.details.empty()) out += "\n" + wrapped(command.details, 0);
  out += "\nOptions:\n";
  for (const Flag& flag : flags()) {
    if (flag.commands & command.bit)
      out += "  " + padded(flag_synopsis(flag), 24) + " " + wrapped(flag_help(flag), 27).substr(27);
  }
  out += "  -h, --help               Show this text\n\nExamples:\n";
  for (const std::string_view line : lines_of(command.examples)) out += "  " + std::string(line) + "\n";
  return out;
}

std::string manual_page() {
  std::string out =
      ".TH SKILLFIT 1 \"\" \"skillfit " SKILLFIT_VERSION
      "\" \"User Commands\"\n.SH NAME\nskillfit \\- match resumes and job postings, with reasons\n.SH SYNOPSIS\n";
  for (const Command& command : commands()) out += ".B " + roff(usage_of(command)) + "\n.br\n";
  out += ".SH DESCRIPTION\n" + roff(kAbout) + "\n.SH COMMANDS\n";
  for (const Command& command : commands()) {
    out += ".SS " + roff(command.name) + "\n" + roff(command.summary) + "\n";
    if (!command.details.empty()) out += ".PP\n" + roff(command.details) + "\n";
    for (const std::string_view line : lines_of(command.examples)) out += ".PP\n.nf\n" + roff(line) + "\n.fi\n";
  }
  out += ".SH OPTIONS\n";
  for (const Flag& flag : flags()) {
    std::string names = (flag.letter.empty() ? "" : std::string(flag.letter) + ", ") + std::string(flag.name);
    if (!flag.value.empty()) names += " " + std::string(flag.value);
    out += ".TP\n.B " + roff(names) + "\n" + roff(flag_help(flag)) + ".\nFor:";
    for (const Command& command : commands()) {
      if (flag.commands & command.bit) out += " " + roff(command.name) + (&command == &commands().back() ? "" : ",");
    }
    if (out.back() == ',') out.pop_back();
    out += ".\n";
  }
  out += ".SH EXIT STATUS\nWhen several apply, the highest of 130, 74, 70, 65, 2, 1 wins.\n";
  for (const ExitRow& row : kExits) out += ".TP\n.B " + std::to_string(row.status) + "\n" + roff(row.meaning) + "\n";
  return out;
}

std::optional<std::string> completions(std::string_view shell) {
  if (shell == "bash") return bash_completions();
  if (shell == "zsh") return zsh_completions();
  if (shell == "fish") return fish_completions();
  return {};
}

std::string_view nearest_command(std::string_view typed) {
  std::string_view best;
  std::size_t best_distance = 3;  // more than two slips is another word
  for (const Command& command : commands()) {
    const std::string_view first = command.name.substr(0, command.name.find(' '));
    const std::size_t distance = edit_distance(typed, first);
    if (distance >= best_distance) continue;
    best = first;
    best_distance = distance;
  }
  return best;
}

int run_manual(const Options& options) {
  return write_result(options, manual_page());
}

int run_completions(const Options& options) {
  const std::optional<std::string> text = completions(options.inputs.front());
  if (text) return write_result(options, *text);
  complain("there are completions for bash, zsh and fish, not for '" + options.inputs.front() + "'");
  return kUsage;
}

}  // namespace skillfit::cli
