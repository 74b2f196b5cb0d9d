// Posting files, on any bytes: a mistake is an error that says where, and of all else a posting can be made at every
// level, whose evidence points into the file.
#include <cstdlib>
#include <string>

#include "skillfit/posting_file.h"

using namespace skillfit;

namespace {

void check(bool holds) {
  if (!holds) std::abort();
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const Lexicon& lexicon = Lexicon::embedded();
  static const Weights kWeights = Weights::embedded(lexicon);
  const std::string toml(reinterpret_cast<const char*>(data), size);
  const Result<PostingFile> file = parse_posting_file(toml, "a.toml", lexicon);
  if (!file) {
    check(file.error().code == ErrorCode::malformed && !file.error().message.empty());
    return 0;
  }
  const auto good = [&](SourceSpan span) { return span.begin <= span.end && span.end <= toml.size(); };
  check(!file->requirements.empty() && good(file->title_span));
  for (const RoleLevel level : {RoleLevel::entry, RoleLevel::mid, RoleLevel::senior}) {
    const Profile profile = make_profile(*file, level, {lexicon, kWeights, {make_month(2026, 1)}});
    for (const Requirement& requirement : profile.requirements) {
      for (const SourceSpan span : requirement.evidence) check(good(span));
    }
  }
  return 0;
}
