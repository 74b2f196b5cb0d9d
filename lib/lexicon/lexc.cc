// skillfit-lexc OUT FILE...: the build tool that compiles lexicon/*.toml into the table that the library embeds.
// Findings go to standard error; exit 65 if one of them makes compiling impossible. A reference to a skill that no file
// defines does not: it is reported and dropped, so that families can grow apart; the tests refuse it.
#include <cstdio>

#include "base/files.h"
#include "lexicon/source.h"

namespace {

using namespace skillfit;

constexpr int kUsage = 64, kBadData = 65, kCannotWrite = 74;
constexpr std::uint64_t kMaxFile = 64u << 20;

int complain(const Error& error, int code) {
  std::fprintf(stderr, "%s\n", to_string(error).c_str());
  return code;
}

int complain(const std::vector<Finding>& findings) {
  for (const Finding& finding : findings) {
    const char* weight = finding.fatal ? "error: " : "";
    std::fprintf(stderr, "%s:%u: %s%s\n", finding.file.c_str(), finding.line, weight, finding.message.c_str());
  }
  return kBadData;
}

Result<std::vector<LexiconFile>> read_files(char** begin, char** end) {
  std::vector<LexiconFile> files;
  for (char** path = begin; path != end; ++path) {
    Result<std::string> toml = read_file(*path, kMaxFile);
    if (!toml) return tl::unexpected<Error>(toml.error());
    const std::string name = *path;
    files.push_back({name.substr(name.rfind('/') + 1), std::move(*toml)});
  }
  return files;
}

}  // namespace

int main(int argc, char** argv) {
  if (argc < 2) {
    std::fprintf(stderr, "usage: skillfit-lexc OUT FILE...\n");
    return kUsage;
  }
  const Result<std::vector<LexiconFile>> files = read_files(argv + 2, argv + argc);
  if (!files) return complain(files.error(), kBadData);
  complain(lint(*files));
  LexiconSource source;
  for (const LexiconFile& file : *files) {
    ParsedFile parsed = parse_lexicon_file(file);
    if (!parsed.problems.empty()) return kBadData;
    merge(source, std::move(parsed));
  }
  drop_unknown_references(source);
  if (!check_sources(source, nullptr).empty()) return kBadData;
  const Result<void> written = write_file(argv[1], compile_block(source));
  return written ? 0 : complain(written.error(), kCannotWrite);
}
