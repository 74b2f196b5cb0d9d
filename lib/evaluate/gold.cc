// The door for annotated data: one row a form. A wrong mark silently bends every figure, so a file with anything wrong
// in it is refused as a whole, with the line that is wrong.
#include "evaluate/gold.h"

#include <algorithm>
#include <array>

#include "base/enumerators.h"
#include "base/files.h"
#include "base/utf8.h"

namespace skillfit {
namespace {

constexpr std::uint64_t kLargestFile = 1u << 30;
constexpr std::size_t kLongestExcerpt = 120;
constexpr std::string_view kBom = "\xEF\xBB\xBF";

// The content decides; a name only where the content is broken.
bool is_marked(std::string_view bytes, std::string_view path) {
  return bytes.starts_with("#!") || path.ends_with(".marked");
}

bool is_annotated(std::string_view bytes, std::string_view /*path*/) {
  const std::size_t first = bytes.find_first_not_of(" \t\r\n");
  return first != bytes.npos && bytes[first] == '{';
}

struct Form {
  bool (*sniff)(std::string_view bytes, std::string_view path);
  Result<GoldDocuments> (*parse)(std::string_view bytes, const std::string& path);
};
constexpr std::array<Form, 2> kForms = {Form{is_marked, parse_marked}, Form{is_annotated, parse_annotated}};

bool stance_fits(Stance stance, As as) {
  if (stance == Stance::negated) return true;
  return (stance == Stance::has || stance == Stance::learning) == (as == As::resume);
}

// Every file once, although list_inputs() names each line of JSONL.
std::vector<std::string> files_of(const std::vector<std::string>& arguments) {
  std::vector<std::string> files;
  for (Input& input : list_inputs(arguments)) {
    if (files.empty() || files.back() != input.file) files.push_back(std::move(input.file));
  }
  return files;
}

}  // namespace

tl::unexpected<Error> refuse(const GoldPlace& at, std::string message, std::string_view excerpt) {
  Error error{ErrorCode::malformed, std::move(message), at.path, at.line, at.column, {}};
  const std::string_view line = excerpt.substr(0, excerpt.find('\n'));
  error.excerpt = line.substr(0, utf8_floor(line, std::min(line.size(), kLongestExcerpt)));
  return tl::unexpected<Error>(std::move(error));
}

Result<As> parse_as(std::string_view name, const GoldPlace& at) {
  const std::optional<As> as = enumerator(name, As::posting, as_name);
  if (as) return *as;
  return refuse(at, "a document is a resume or a posting, not '" + std::string(name) + "'");
}

Result<Stance> parse_stance(std::string_view name, std::optional<As> as, const GoldPlace& at) {
  const std::optional<Stance> stance = enumerator(name, Stance::negated, stance_name);
  const std::string quoted = "'" + std::string(name) + "'";
  if (!stance) return refuse(at, "unknown stance " + quoted + "; use " + all_names(Stance::negated, stance_name));
  if (as && !stance_fits(*stance, *as))
    return refuse(at, "nothing in a " + std::string(as_name(*as)) + " has the stance " + quoted);
  return *stance;
}

Result<GoldDocuments> parse_gold(std::string_view bytes, const std::string& path) {
  if (bytes.starts_with(kBom)) bytes.remove_prefix(kBom.size());
  const auto form = std::find_if(kForms.begin(), kForms.end(), [&](const Form& f) { return f.sniff(bytes, path); });
  if (form == kForms.end()) {
    return fail(ErrorCode::not_a_document,
                "no annotated data: neither JSON lines nor text whose first line is #! resume or #! posting", path);
  }
  const std::size_t valid = valid_utf8_prefix(bytes);
  if (valid == bytes.size()) return form->parse(bytes, path);
  const auto lines = std::count(bytes.begin(), bytes.begin() + static_cast<std::ptrdiff_t>(valid), '\n');
  return refuse({path, static_cast<std::uint32_t>(lines) + 1}, "not valid UTF-8");
}

GoldSet read_gold(const std::vector<std::string>& arguments) {
  GoldSet set;
  for (const std::string& path : files_of(arguments)) {
    const Result<std::string> bytes = read_file(path, kLargestFile);
    Result<GoldDocuments> documents = bytes ? parse_gold(*bytes, path) : tl::unexpected(bytes.error());
    if (documents) {
      std::move(documents->begin(), documents->end(), std::back_inserter(set.documents));
    } else {
      const bool other = documents.error().code == ErrorCode::not_a_document;
      (other ? set.passed_over : set.refused).push_back(std::move(documents.error()));
    }
  }
  return set;
}

}  // namespace skillfit
