// Weights are a column of document frequencies turned into idf once, when a table is loaded.
#include "skillfit/weights.h"

#include <algorithm>
#include <array>
#include <charconv>
#include <optional>

#include "base/files.h"
#include "lexicon/embedded.h"
#include "profile/tfidf.h"
#include "skillfit/document.h"

namespace skillfit {
namespace {

constexpr std::string_view kHeader = "#documents";

tl::unexpected<Error> bad_line(std::string message, const std::string& file, std::uint32_t line) {
  Error error;
  error.code = ErrorCode::bad_weights;
  error.message = std::move(message);
  error.file = file;
  error.line = line;
  return tl::unexpected<Error>(std::move(error));
}

// Takes the next line off `rest`, without its line end.
std::string_view take_line(std::string_view& rest) {
  const std::size_t end = std::min(rest.find('\n'), rest.size());
  std::string_view line = rest.substr(0, end);
  rest.remove_prefix(std::min(end + 1, rest.size()));
  if (line.ends_with('\r')) line.remove_suffix(1);
  return line;
}

struct Row {
  std::string_view name;
  std::uint64_t count;
};

// "name<TAB>count", or nothing if the line is not that.
std::optional<Row> parse_row(std::string_view line) {
  const std::size_t tab = line.find('\t');
  if (tab == 0 || tab == std::string_view::npos) return {};
  const std::string_view digits = line.substr(tab + 1);
  Row row{line.substr(0, tab), 0};
  const auto [end, code] = std::from_chars(digits.data(), digits.data() + digits.size(), row.count);
  const bool whole = code == std::errc{} && end == digits.data() + digits.size();
  return whole && row.count < std::uint64_t{1} << 62 ? std::optional(row) : std::nullopt;
}

// Looks keys up. Those that come in order, as to_tsv() writes them, stand little behind the one before.
class KeyFinder {
 public:
  explicit KeyFinder(const Lexicon& lexicon) : lexicon_(lexicon) {}

  std::optional<SkillId> find(std::string_view key) {
    for (; next_ < lexicon_.size(); ++next_) {
      const int order = lexicon_.key(SkillId{next_}).compare(key);
      if (order == 0) return SkillId{next_};
      if (order > 0) break;
    }
    return lexicon_.find(key);
  }

 private:
  const Lexicon& lexicon_;
  std::uint32_t next_ = 0;
};

// The idf of each df. Most skills are in few documents, so their logarithms are taken once.
class IdfTable {
 public:
  explicit IdfTable(std::uint64_t documents) : documents_(documents) {
    for (std::uint64_t df = 0; df < few_.size(); ++df) few_[df] = compute(std::min(df, documents));
  }

  std::int32_t operator[](std::uint64_t df) const { return df < few_.size() ? few_[df] : compute(df); }

 private:
  std::int32_t compute(std::uint64_t df) const { return inverse_document_frequency(documents_, df); }

  std::uint64_t documents_;
  std::array<std::int32_t, 64> few_{};
};

}  // namespace

Result<Weights> Weights::parse(std::string_view tsv, const std::string& file, const Lexicon& lexicon) {
  std::string_view rest = tsv;
  const std::optional<Row> header = parse_row(take_line(rest));
  if (!header || header->name != kHeader) {
    return bad_line("a weights file begins with the line \"#documents<TAB>N\"", file, 1);
  }
  Weights weights;
  const IdfTable idf(header->count);
  KeyFinder keys(lexicon);
  weights.idf_.assign(lexicon.size(), idf[0]);
  std::vector<bool> seen(lexicon.size());
  for (std::uint32_t number = 2; !rest.empty(); ++number) {
    const std::string_view line = take_line(rest);
    if (line.empty() || line.starts_with('#')) continue;
    const std::optional<Row> row = parse_row(line);
    if (!row) return bad_line("expected \"skill<TAB>number of documents\"", file, number);
    if (row->count > header->count) return bad_line("a skill in more documents than there are", file, number);
    const std::optional<SkillId> id = keys.find(row->name);
    if (!id) continue;
    if (seen[index(*id)]) return bad_line("a skill listed twice: " + std::string(row->name), file, number);
    seen[index(*id)] = true;
    weights.idf_[index(*id)] = idf[row->count];
  }
  weights.digest_ = to_hex(sha256(tsv));
  return weights;
}

Weights Weights::embedded(const Lexicon& lexicon) {
  Result<Weights> weights = parse(embedded_frequencies(), "frequencies.tsv", lexicon);
  if (weights) return *std::move(weights);
  return *parse("#documents\t0", "", lexicon);  // unreachable with the table the tests check: all skills weigh the same
}

FrequencyCounter::FrequencyCounter(const Lexicon& lexicon) : lexicon_(lexicon), df_(lexicon.size()) {}

void FrequencyCounter::add(const std::vector<SkillId>& distinct_skills) {
  ++documents_;
  for (const SkillId id : distinct_skills) ++df_[index(id)];
}

std::string FrequencyCounter::to_tsv() const {
  std::string out = std::string(kHeader) + "\t" + std::to_string(documents_) + "\n";
  for (std::uint32_t i = 0; i < lexicon_.size(); ++i) {  // ids are in the order of keys
    if (df_[i] > 0) out += std::string(lexicon_.key(SkillId{i})) + "\t" + std::to_string(df_[i]) + "\n";
  }
  return out;
}

}  // namespace skillfit
