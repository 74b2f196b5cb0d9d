// Text made from the table: --help, the manual page, completions.
#pragma once

#include <string>

#include "table.h"

namespace skillfit::cli {

std::string general_help();
std::string command_help(const Command& command);
std::string manual_page();                                       // roff, man macros
std::optional<std::string> completions(std::string_view shell);  // bash, zsh, fish

// The command whose name is nearest to what was typed, empty if none is near.
std::string_view nearest_command(std::string_view typed);

}  // namespace skillfit::cli
