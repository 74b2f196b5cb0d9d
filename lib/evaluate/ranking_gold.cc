// Judgements are a table that people write by hand or with a spreadsheet, so every line is checked and refused with its
// number: a pair that is silently lost would bend the figures.
#include <algorithm>
#include <charconv>
#include <cmath>
#include <filesystem>
#include <map>
#include <set>

#include "base/files.h"
#include "base/utf8.h"
#include "evaluate/gold.h"

namespace skillfit {
namespace {

namespace fs = std::filesystem;

constexpr std::uint64_t kLargestFile = 1u << 28;
constexpr double kLargestGrade = 1e6;
constexpr std::string_view kBom = "\xEF\xBB\xBF";

struct GoldLine {
  std::uint32_t number;
  std::vector<std::string> cells;
};

std::vector<std::string> split(std::string_view line) {
  std::vector<std::string> cells;
  for (std::size_t begin = 0; begin <= line.size();) {
    const std::size_t end = std::min(line.find('\t', begin), line.size());
    cells.emplace_back(line.substr(begin, end - begin));
    begin = end + 1;
  }
  return cells;
}

// Without the header and blank lines.
std::vector<GoldLine> split_lines(std::string_view bytes) {
  if (bytes.starts_with(kBom)) bytes.remove_prefix(kBom.size());
  std::vector<GoldLine> lines;
  std::uint32_t number = 0;
  for (std::size_t begin = 0; begin < bytes.size();) {
    const std::size_t end = std::min(bytes.find('\n', begin), bytes.size());
    std::string_view line = bytes.substr(begin, end - begin);
    if (line.ends_with('\r')) line.remove_suffix(1);
    begin = end + 1;
    const bool header = ++number == 1 && ascii_lower(split(line).front()) == "posting";
    if (!header && !line.empty()) lines.push_back({number, split(line)});
  }
  return lines;
}

// A grade in thousandths; nothing for what is no number from 0 to kLargestGrade.
std::optional<std::int64_t> parse_grade(const std::string& text) {
  double grade = 0;
  const auto [end, code] = std::from_chars(text.data(), text.data() + text.size(), grade);
  if (code != std::errc{} || end != text.data() + text.size() || !(grade >= 0 && grade <= kLargestGrade)) return {};
  return std::llround(1000 * grade);
}

// The paths that a name in the file may stand for: itself, else what is called so in the folder of its kind.
std::vector<std::string> files_named(const std::string& name, const std::string& kind, const fs::path& beside) {
  std::error_code error;
  const fs::path itself = beside / name;
  if (fs::is_regular_file(itself, error)) return {itself.string()};
  std::vector<std::string> files;
  for (fs::directory_iterator it(beside / kind, error), end; !error && it != end; it.increment(error)) {
    if (it->path().stem() == name) files.push_back(it->path().string());
  }
  return files;
}

// The documents of one kind, each with one index however often it is named.
class Shelf {
 public:
  Shelf(std::string kind, const std::string& gold) : kind_(std::move(kind)), beside_(fs::path(gold).parent_path()) {}

  Result<std::size_t> place(const std::string& name, const GoldPlace& at) {
    const auto [known, is_new] = places_.try_emplace(name, inputs_.size());
    if (!is_new) return known->second;
    const std::vector<std::string> files =
        name.empty() ? std::vector<std::string>{} : files_named(name, kind_, beside_);
    if (files.size() != 1) {
      const std::string what = files.empty() ? "no file '" : "more than one file for '";
      return refuse(at, what + name + "' beside this one or in its folder '" + kind_ + "'");
    }
    known->second = place_file(files.front());
    return known->second;
  }
  std::vector<Input> take() { return std::move(inputs_); }

 private:
  std::size_t place_file(const std::string& file) {
    const auto [known, is_new] = files_.try_emplace(file, inputs_.size());
    if (is_new) inputs_.push_back({file, file});
    return known->second;
  }

  std::string kind_;
  fs::path beside_;
  std::vector<Input> inputs_;
  std::map<std::string, std::size_t> places_, files_;  // by name, by path
};

bool grades_differ(const RankingGold& gold) {
  std::map<std::size_t, std::int64_t> first;
  return std::any_of(gold.judgements.begin(), gold.judgements.end(), [&](const Judgement& j) {
    return first.try_emplace(j.posting, j.grade).first->second != j.grade;
  });
}

Result<RankingGold> read_grades(const std::string& path, const std::vector<GoldLine>& lines) {
  RankingGold gold;
  Shelf postings("postings", path), resumes("resumes", path);
  std::map<std::pair<std::size_t, std::size_t>, std::uint32_t> seen;
  for (const GoldLine& line : lines) {
    const GoldPlace at{path, line.number};
    if (line.cells.size() != 3) return refuse(at, "a line is posting, resume and grade with tabs between them");
    const std::optional<std::int64_t> grade = parse_grade(line.cells[2]);
    if (!grade) return refuse(at, "a grade is a number from 0 to 1,000,000, not '" + line.cells[2] + "'");
    const Result<std::size_t> posting = postings.place(line.cells[0], at);
    const Result<std::size_t> resume = posting ? resumes.place(line.cells[1], at) : posting;
    if (!resume) return tl::unexpected(resume.error());
    const auto [first, is_new] = seen.try_emplace({*posting, *resume}, line.number);
    if (!is_new) return refuse(at, "this pair was graded in line " + std::to_string(first->second) + " already");
    gold.judgements.push_back({*posting, *resume, *grade});
  }
  gold.postings = postings.take();
  gold.resumes = resumes.take();
  return gold;
}

// The folder that a candidate lies in, in small letters.
std::string label_of(const Input& input) {
  return ascii_lower(fs::path(input.file).parent_path().filename().string());
}

Result<RankingGold> read_labels(const std::string& path, const std::vector<GoldLine>& lines,
                                const std::vector<std::string>& candidates) {
  RankingGold gold;
  gold.resumes = list_inputs(candidates);
  std::set<std::string> labels;
  for (const Input& resume : gold.resumes) labels.insert(label_of(resume));
  Shelf postings("postings", path);
  std::set<std::size_t> seen;
  for (const GoldLine& line : lines) {
    const GoldPlace at{path, line.number};
    if (line.cells.size() != 2) return refuse(at, "a line is posting and label with a tab between them");
    const std::string label = ascii_lower(line.cells[1]);
    if (!labels.contains(label)) return refuse(at, "no resume lies in a folder '" + line.cells[1] + "'");
    const Result<std::size_t> posting = postings.place(line.cells[0], at);
    if (!posting) return tl::unexpected(posting.error());
    if (!seen.insert(*posting).second) return refuse(at, "'" + line.cells[0] + "' has a label already");
    for (std::size_t i = 0; i < gold.resumes.size(); ++i) {
      gold.judgements.push_back({*posting, i, label_of(gold.resumes[i]) == label ? 1000 : 0});
    }
  }
  gold.postings = postings.take();
  return gold;
}

}  // namespace

Result<RankingGold> read_ranking(const std::string& path, const std::vector<std::string>& candidates) {
  const Result<std::string> bytes = read_file(path, kLargestFile);
  if (!bytes) return tl::unexpected(bytes.error());
  const std::vector<GoldLine> lines = split_lines(*bytes);
  if (lines.empty()) return fail(ErrorCode::malformed, "no judgements", path);
  const bool labels = lines.front().cells.size() == 2;
  if (labels == candidates.empty()) {
    return fail(ErrorCode::usage,
                labels ? "the file names labels: say which resumes to rank, in folders with the names of the labels"
                       : "the file names the resumes of each posting: give no others",
                path);
  }
  Result<RankingGold> gold = labels ? read_labels(path, lines, candidates) : read_grades(path, lines);
  if (gold && !grades_differ(*gold)) {
    return fail(ErrorCode::malformed, "no posting has resumes of different grades: there is nothing to rank", path);
  }
  return gold;
}

}  // namespace skillfit
