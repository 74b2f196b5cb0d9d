// What a run needs from disk before it begins.
#include <algorithm>
#include <filesystem>

#include "base/files.h"
#include "skillfit/engine.h"

namespace skillfit {
namespace {

namespace fs = std::filesystem;

constexpr std::uint64_t kLexiconLimit = 64u << 20;  // bytes of one lexicon or weights file

bool is_compiled(const std::string& path) {
  return path.ends_with(".bin");
}

// A folder stands for its TOML files, by name.
std::vector<std::string> lexicon_paths(const std::vector<std::string>& arguments) {
  std::vector<std::string> paths;
  for (const std::string& argument : arguments) {
    std::error_code error;
    const auto first = static_cast<std::ptrdiff_t>(paths.size());
    for (const auto& entry : fs::directory_iterator(argument, error)) {
      if (entry.path().extension() == ".toml") paths.push_back(entry.path().string());
    }
    std::sort(paths.begin() + first, paths.end());
    if (error || paths.size() == static_cast<std::size_t>(first)) paths.push_back(argument);
  }
  return paths;
}

}  // namespace

Result<std::vector<LexiconFile>> read_lexicon_files(const std::vector<std::string>& paths) {
  std::vector<LexiconFile> files;
  for (const std::string& path : lexicon_paths(paths)) {
    Result<std::string> bytes = read_file(path, kLexiconLimit);
    if (!bytes) return tl::unexpected(bytes.error());
    files.push_back({path, std::move(*bytes)});
  }
  return files;
}

Result<Lexicon> load_lexicon(const std::vector<std::string>& paths, bool replace_embedded) {
  if (paths.empty()) return Lexicon::embedded();
  Result<std::vector<LexiconFile>> files = read_lexicon_files(paths);
  if (!files) return tl::unexpected(files.error());
  if (files->size() == 1 && is_compiled(paths[0])) return Lexicon::load(std::move(files->front().toml), paths[0]);
  return replace_embedded ? Lexicon::embedded().with_skills(*files) : Lexicon::embedded().overlay(*files);
}

Result<Weights> load_weights(const std::string& path, const Lexicon& lexicon) {
  if (path.empty()) return Weights::embedded(lexicon);
  const Result<std::string> bytes = read_file(path, kLexiconLimit);
  if (!bytes) return tl::unexpected(bytes.error());
  return Weights::parse(*bytes, path, lexicon);
}

Result<void> save(const std::string& path, std::string_view bytes) {
  return write_file(path, bytes);
}

}  // namespace skillfit
