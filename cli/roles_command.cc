// roles: the list, one role, or two side by side.
#include "commands.h"
#include "run.h"

namespace skillfit::cli {

int run_roles(const Options& options) {
  int status = kFine;
  const std::unique_ptr<Run> run = set_up(options, status);
  if (!run) return status;
  std::vector<std::string> names = options.inputs;
  const bool list = names.empty();
  if (list) {
    for (const std::string_view key : role_keys()) names.emplace_back(key);
  }
  std::vector<Role> roles;
  for (const std::string& name : names) {
    Result<Role> role = find_role(name, run->context);
    if (!role) {
      complain(role.error());
      return kNoInput;
    }
    roles.push_back(*std::move(role));
  }
  const ReportContext context{run->lexicon, run->report};
  return write_result(options, list ? report_role_list(roles, context) : report_roles(roles, context));
}

}  // namespace skillfit::cli
