// skillfit-lexc OUT FILE...: the build tool that compiles lexicon/*.toml into the table that the library embeds.
// Findings go to standard error; exit 65 if one of them is fatal.
#include <cstdio>

#include "base/files.h"
#include "skillfit/lexicon.h"

namespace {

constexpr int kBadData = 65, kUsage = 64, kCannotWrite = 74;
constexpr std::uint64_t kMaxFile = 64u << 20;

int complain(const skillfit::Error& error, int code) {
  std::fprintf(stderr, "%s\n", skillfit::to_string(error).c_str());
  return code;
}

}  // namespace

int main(int argc, char** argv) {
  using namespace skillfit;
  if (argc < 2) {
    std::fprintf(stderr, "usage: skillfit-lexc OUT FILE...\n");
    return kUsage;
  }
  std::vector<LexiconFile> files;
  for (int i = 2; i < argc; ++i) {
    Result<std::string> toml = read_file(argv[i], kMaxFile);
    if (!toml) return complain(toml.error(), kBadData);
    const std::string path = argv[i];
    files.push_back({path.substr(path.rfind('/') + 1), std::move(*toml)});
  }
  for (const Finding& finding : lint(files)) {
    std::fprintf(stderr, "%s:%u: %s%s\n", finding.file.c_str(), finding.line, finding.fatal ? "error: " : "",
                 finding.message.c_str());
  }
  const Result<Lexicon> lexicon = Lexicon::compile(files);
  if (!lexicon) return complain(lexicon.error(), kBadData);
  const Result<void> written = write_file(argv[1], lexicon->bytes());
  return written ? 0 : complain(written.error(), kCannotWrite);
}
