// From arguments to inputs: folders are walked in byte order of their names, globs expanded, JSONL files split into
// lines, archives into their entries. What cannot be listed stays an input and fails when it is read, so that every
// argument ends in at least one row.
#include <glob.h>

#include <algorithm>
#include <filesystem>
#include <system_error>

#include "base/files.h"
#include "base/pool.h"
#include "document/archive.h"
#include "document/formats.h"
#include "document/reader_pool.h"
#include "skillfit/engine.h"

namespace skillfit {
namespace {

namespace fs = std::filesystem;

constexpr std::uint64_t kListBytes = 64u << 20;  // of one file that lists inputs

bool is_hidden(const fs::path& path) {
  const std::string name = path.filename().string();
  return name.size() > 1 && name.front() == '.' && name != "..";
}

bool is_jsonl(const std::string& path) {
  return path.ends_with(".jsonl") || path.ends_with(".ndjson");
}

bool is_archive(const std::string& path) {
  return path.ends_with(".zip") || path.ends_with(".ZIP");
}

void add_file(const std::string& path, const ReadOptions& options, std::vector<Input>& inputs);

// Depth first, names in byte order; a symbolic link to a folder is not followed, so loops cannot happen.
void add_folder(const fs::path& folder, const ReadOptions& options, std::vector<Input>& inputs) {
  std::error_code error;
  std::vector<fs::directory_entry> entries;
  for (fs::directory_iterator it(folder, error), end; !error && it != end; it.increment(error)) entries.push_back(*it);
  if (error) {
    inputs.push_back({folder.string(), folder.string()});
    return;
  }
  std::ranges::sort(entries, {},
                    [](const fs::directory_entry& entry) -> const std::string& { return entry.path().native(); });
  for (const fs::directory_entry& entry : entries) {
    if (is_hidden(entry.path())) continue;
    if (!entry.is_symlink(error) && entry.is_directory(error)) {  // which the folder's listing has said already
      add_folder(entry.path(), options, inputs);
    } else {
      add_file(entry.path().string(), options, inputs);
    }
  }
}

void add_jsonl(const std::string& path, const ReadOptions& options, std::vector<Input>& inputs) {
  // The file is read once to find its lines; each line is read again when its turn comes, so memory stays small.
  const Result<std::string> bytes = read_file(path, options.limits.file_bytes * 64);
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

void add_archive(const std::string& path, const ReadOptions& options, std::vector<Input>& inputs) {
  const auto archive = std::make_shared<Archive>(path);
  const Result<std::vector<Archive::Entry>> entries = archive->list(options);
  if (!entries) return inputs.push_back({path, path, 0, 0, archive});
  if (entries->empty()) return inputs.push_back({path, path});
  for (const Archive::Entry& entry : *entries) {
    inputs.push_back({path + "/" + entry.name, path, entry.index, 0, archive});
  }
}

void add_file(const std::string& path, const ReadOptions& options, std::vector<Input>& inputs) {
  if (is_jsonl(path)) {
    add_jsonl(path, options, inputs);
  } else if (is_archive(path)) {
    add_archive(path, options, inputs);
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

void add_argument(const std::string& argument, const ReadOptions& options, std::vector<Input>& inputs) {
  std::error_code error;
  if (argument == "-") {
    inputs.push_back({"-", "-"});
  } else if (fs::is_directory(argument, error)) {
    add_folder(argument, options, inputs);
  } else {
    add_file(argument, options, inputs);
  }
}

}  // namespace

std::vector<Input> list_inputs(const std::vector<std::string>& arguments, const ReadOptions& options) {
  std::vector<Input> inputs;
  for (const std::string& argument : arguments) {
    std::error_code error;
    std::vector<std::string> matches;
    if (!fs::exists(fs::symlink_status(argument, error)) && add_glob(argument, matches)) {
      for (const std::string& match : matches) add_argument(match, options, inputs);
    } else {
      add_argument(argument, options, inputs);
    }
  }
  return inputs;
}

void start_reading(const std::vector<Input>& inputs, unsigned jobs, const ReadOptions& options) {
  const unsigned most = thread_count(jobs, inputs.size());
  unsigned wanted = 0;
  for (const Input& input : inputs) {
    if (!is_named_for_reader(input.path)) continue;
    if (wanted == 0 && is_remembered(input.file, options)) return;  // so are most likely the others
    if (++wanted == most) break;
  }
  if (wanted > 0) start_readers(wanted, options.reader_path);
}

Result<std::vector<std::string>> read_list(const std::string& path) {
  const Result<std::string> bytes = read_file(path, kListBytes);
  if (!bytes) return tl::unexpected(bytes.error());
  std::vector<std::string> lines;
  for (std::size_t begin = 0; begin < bytes->size();) {
    const std::size_t end = std::min(bytes->find('\n', begin), bytes->size());
    std::string line = bytes->substr(begin, end - begin);
    if (line.ends_with('\r')) line.pop_back();
    if (!line.empty()) lines.push_back(std::move(line));
    begin = end + 1;
  }
  return lines;
}

Result<Document> read_input(const Input& input, const ReadOptions& options) {
  if (input.archive) {
    Result<std::string> entry = input.archive->read(static_cast<std::uint32_t>(input.offset), options);
    if (entry) return parse_document(std::move(*entry), input.path, options);
    entry.error().file = input.path;
    return tl::unexpected(std::move(entry.error()));
  }
  if (input.length == 0) return read_document(input.file, options);
  if (input.length > options.limits.file_bytes)
    return fail(ErrorCode::too_large, "the line is larger than the limit", input.path);
  Result<std::string> line = read_slice(input.file, input.offset, input.length);
  if (!line) return tl::unexpected(line.error());
  return parse_document(std::move(*line), input.path, options);
}

}  // namespace skillfit
