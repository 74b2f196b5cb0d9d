// From arguments to inputs: folders are walked in byte order of their names, globs expanded, JSONL files split into
// lines. What cannot be listed stays an input and fails when it is read, so that every argument ends in at least one
// row.
#include <glob.h>

#include <algorithm>
#include <filesystem>
#include <system_error>

#include "base/files.h"
#include "skillfit/engine.h"

namespace skillfit {
namespace {

namespace fs = std::filesystem;

bool is_hidden(const fs::path& path) {
  const std::string name = path.filename().string();
  return name.size() > 1 && name.front() == '.' && name != "..";
}

bool is_jsonl(const std::string& path) {
  return path.ends_with(".jsonl") || path.ends_with(".ndjson");
}

void add_file(const std::string& path, const ReadLimits& limits, std::vector<Input>& inputs);

// Depth first, names in byte order; a symbolic link to a folder is not followed, so loops cannot happen.
void add_folder(const fs::path& folder, const ReadLimits& limits, std::vector<Input>& inputs) {
  std::error_code error;
  std::vector<fs::path> entries;
  for (fs::directory_iterator it(folder, error), end; !error && it != end; it.increment(error))
    entries.push_back(it->path());
  if (error) {
    inputs.push_back({folder.string(), folder.string()});
    return;
  }
  std::sort(entries.begin(), entries.end(),
            [](const fs::path& a, const fs::path& b) { return a.native() < b.native(); });
  for (const fs::path& entry : entries) {
    if (is_hidden(entry)) continue;
    const fs::file_status status = fs::symlink_status(entry, error);
    if (fs::is_directory(status)) {
      add_folder(entry, limits, inputs);
    } else {
      add_file(entry.string(), limits, inputs);
    }
  }
}

void add_jsonl(const std::string& path, const ReadLimits& limits, std::vector<Input>& inputs) {
  // The file is read once to find its lines; each line is read again when its turn comes, so memory stays small.
  const Result<std::string> bytes = read_file(path, limits.file_bytes * 64);
  if (!bytes) {
    inputs.push_back({path, path});
    return;
  }
  std::size_t begin = 0, number = 0;
  while (begin < bytes->size()) {
    const std::size_t end = std::min(bytes->find('\n', begin), bytes->size());
    ++number;
    const std::string_view line = std::string_view(*bytes).substr(begin, end - begin);
    if (line.find_first_not_of(" \t\r") != line.npos) {
      inputs.push_back({path + "#" + std::to_string(number), path, begin, end - begin});
    }
    begin = end + 1;
  }
  if (number == 0) inputs.push_back({path, path});
}

void add_file(const std::string& path, const ReadLimits& limits, std::vector<Input>& inputs) {
  if (is_jsonl(path)) {
    add_jsonl(path, limits, inputs);
  } else {
    inputs.push_back({path, path});
  }
}

// True if `pattern` is a glob that names something; the shell may have left it to us.
bool add_glob(const std::string& pattern, std::vector<std::string>& matches) {
  if (pattern.find_first_of("*?[") == pattern.npos) return false;
  glob_t found{};
  const bool ok = ::glob(pattern.c_str(), 0, nullptr, &found) == 0;
  for (std::size_t i = 0; ok && i < found.gl_pathc; ++i) matches.emplace_back(found.gl_pathv[i]);
  ::globfree(&found);
  std::sort(matches.begin(), matches.end());
  return ok;
}

void add_argument(const std::string& argument, const ReadLimits& limits, std::vector<Input>& inputs) {
  std::error_code error;
  if (argument == "-") {
    inputs.push_back({"-", "-"});
  } else if (fs::is_directory(argument, error)) {
    add_folder(argument, limits, inputs);
  } else {
    add_file(argument, limits, inputs);
  }
}

}  // namespace

std::vector<Input> list_inputs(const std::vector<std::string>& arguments) {
  const ReadLimits limits;
  std::vector<Input> inputs;
  for (const std::string& argument : arguments) {
    std::error_code error;
    std::vector<std::string> matches;
    if (!fs::exists(fs::symlink_status(argument, error)) && add_glob(argument, matches)) {
      for (const std::string& match : matches) add_argument(match, limits, inputs);
    } else {
      add_argument(argument, limits, inputs);
    }
  }
  return inputs;
}

Result<Document> read_input(const Input& input, const ReadOptions& options) {
  if (input.length == 0) return read_document(input.file, options);
  if (input.length > options.limits.file_bytes)
    return fail(ErrorCode::too_large, "the line is larger than the limit", input.path);
  Result<std::string> line = read_slice(input.file, input.offset, input.length);
  if (!line) return tl::unexpected(line.error());
  return parse_document(std::move(*line), input.path, options);
}

}  // namespace skillfit
