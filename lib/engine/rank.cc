// Many files against one: every input gets the slot of its own row, threads fill slots in any order, and the sort that
// follows depends on the rows alone, and so does who is a duplicate of whom. So the outcome is the same for any number
// of threads.
#include <algorithm>
#include <cstring>
#include <filesystem>
#include <functional>
#include <map>
#include <numeric>
#include <system_error>
#include <tuple>
#include <utility>

#include "base/files.h"
#include "base/pool.h"
#include "engine/batch.h"

namespace skillfit {
namespace {

void set_error(Row& row, RowStatus status, Error error) {
  row.status = status;
  row.error = std::move(error);
}

// Reads and analyses one input; on failure the row says why and nothing is returned. What is no document at all (an
// image, a folder's odd file) is skipped rather than failed.
std::optional<Analysis> read_row(Row& row, std::optional<As> as, const EngineContext& context,
                                 const BatchOptions& options) {
  Result<Document> document = stop_asked(options)
                                  ? fail(ErrorCode::interrupted, "not read: interrupted", row.input.path)
                                  : read_input(row.input, context.read);
  Result<Analysis> analysis = document ? try_analyze(std::move(*document), context, as)
                                       : Result<Analysis>(tl::unexpected(std::move(document.error())));
  if (!analysis) {
    const bool skipped = analysis.error().code == ErrorCode::not_a_document;
    set_error(row, skipped ? RowStatus::skipped : RowStatus::error, std::move(analysis.error()));
    return {};
  }
  row.digest = analysis->document.sha256;
  row.status = RowStatus::ok;
  return *std::move(analysis);
}

// White space, bullets and letter case do not make another document of the same words; what is hidden of them does.
std::array<std::uint8_t, 32> digest_words(const Analysis& a) {
  constexpr std::size_t kShort = 16;  // what is copied of a word whatever its size; behind it, the next one goes on top
  const std::string_view folded = a.tokens.text().folded();
  std::string words(folded.size() + a.tokens.size() + kShort, '\0');
  char* end = words.data();
  for (std::uint32_t i = 0; i < a.tokens.size(); ++i) {
    const Token& token = a.tokens[i];
    if (token.kind == TokenKind::newline || token.kind == TokenKind::bullet) continue;
    std::memcpy(end, folded.data() + token.begin, kShort);  // which Text::kPadding leaves room for
    if (token.size > kShort) std::memcpy(end, folded.data() + token.begin, token.size);
    end += token.size;
    *end++ = ' ';
  }
  words.resize(static_cast<std::size_t>(end - words.data()));
  for (const SourceSpan span : a.document.hidden) words += std::to_string(span.begin) + "-" + std::to_string(span.end);
  return sha256(words);
}

// Scores what was read of one input into its row.
void score_row(Row& row, const Analysis& fixed, const Analysis& read, const EngineContext& context) {
  const bool fixed_is_posting = fixed.profile.as == As::posting;
  row.words = digest_words(read);
  row.match = fixed_is_posting ? match(read, fixed, context) : match(fixed, read, context);
  if (!row.match.score) {
    return set_error(row, RowStatus::error, nothing_asked(fixed_is_posting ? fixed : read));
  }
  // What a reader of the ranking must know of this document; the fixed one's notes are said once, by the report.
  const std::vector<Note>& notes = read.profile.notes;
  row.match.notes.insert(row.match.notes.end(), notes.begin(), notes.end());
}

// In which order inputs are read. Several threads begin with the largest files, so that none is left alone with one at
// the end; lines and entries of archives keep their order, in which they are unpacked once.
std::vector<std::size_t> reading_order(const std::vector<Input>& inputs, unsigned threads) {
  std::vector<std::size_t> order(inputs.size());
  std::iota(order.begin(), order.end(), std::size_t{0});
  if (threads == 1) return order;
  std::vector<std::uintmax_t> sizes(inputs.size(), 0);
  for (std::size_t i = 0; i < inputs.size(); ++i) {
    std::error_code error;
    const bool whole = inputs[i].length == 0 && !inputs[i].archive;
    const std::uintmax_t size = whole ? std::filesystem::file_size(inputs[i].file, error) : 0;
    if (!error) sizes[i] = size;
  }
  std::ranges::stable_sort(order, std::greater(), [&](std::size_t i) { return sizes[i]; });
  return order;
}

// The mechanism behind every batch: one row an input, in input order; what could be read goes to `use`.
std::vector<Row> read_all(const std::vector<Input>& inputs, std::optional<As> as, const EngineContext& context,
                          const BatchOptions& options, const std::function<void(Row&, std::size_t, Analysis&&)>& use) {
  std::vector<Row> rows(inputs.size());
  const std::vector<std::size_t> order = reading_order(inputs, thread_count(options.jobs, inputs.size()));
  for_each_input(rows.size(), options, [&](std::size_t next) {
    const std::size_t i = order[next];
    rows[i].input = inputs[i];
    std::optional<Analysis> analysis = read_row(rows[i], as, context, options);
    if (analysis) use(rows[i], i, std::move(*analysis));
  });
  return rows;
}

void skip_as_duplicate(Row& row, const Row& first) {
  const std::string what = row.digest == first.digest ? "the same bytes as " : "the same text as ";
  set_error(row, RowStatus::skipped, fail(ErrorCode::duplicate, what + first.input.path, row.input.path).value());
  row.match = {};
  row.analysis.reset();
}

// Which of several equal inputs is kept depends on where they stand on disk, never on who was read first.
void skip_duplicates(std::vector<Row>& rows) {
  std::vector<std::size_t> order;
  for (std::size_t i = 0; i < rows.size(); ++i) {
    if (rows[i].status == RowStatus::ok) order.push_back(i);
  }
  std::ranges::stable_sort(order, {},
                           [&](std::size_t i) { return std::tie(rows[i].input.file, rows[i].input.offset); });
  std::map<std::array<std::uint8_t, 32>, std::size_t> seen;
  for (const std::size_t i : order) {
    const auto [same_bytes, new_bytes] = seen.emplace(rows[i].digest, i);
    const auto [same_words, new_words] = seen.emplace(rows[i].words, i);
    if (!new_bytes || !new_words) skip_as_duplicate(rows[i], rows[(new_bytes ? same_words : same_bytes)->second]);
  }
}

// A large batch lets every analysis go once it is scored; the best rows get theirs again. What is no longer the same
// stays as it was scored.
void restore_best(std::vector<Row>& rows, As as, const EngineContext& context, const BatchOptions& options) {
  BatchOptions quietly = options;
  quietly.progress = nullptr;
  for_each_input(std::min(options.keep_best, rows.size()), quietly, [&](std::size_t i) {
    if (rows[i].status != RowStatus::ok || rows[i].analysis || stop_asked(options)) return;
    Result<Document> again = read_input(rows[i].input, context.read);
    if (!again || again->sha256 != rows[i].digest) return;
    Result<Analysis> analysis = try_analyze(std::move(*again), context, as);
    if (analysis) rows[i].analysis = std::make_unique<Analysis>(*std::move(analysis));
  });
}

// Best first; errors last, in path order.
bool ranks_before(const Row& a, const Row& b) {
  if ((a.status == RowStatus::ok) != (b.status == RowStatus::ok)) return a.status == RowStatus::ok;
  if (a.status == RowStatus::ok && *a.match.score != *b.match.score) return *a.match.score > *b.match.score;
  return a.input.path < b.input.path;
}

}  // namespace

std::vector<Row> visit_all(const std::vector<Input>& inputs, std::optional<As> as, const EngineContext& context,
                           const BatchOptions& options, const std::function<void(std::size_t, Analysis&&)>& use) {
  return read_all(inputs, as, context, options,
                  [&](Row&, std::size_t i, Analysis&& analysis) { use(i, std::move(analysis)); });
}

std::vector<Row> analyze_all(const std::vector<Input>& inputs, std::optional<As> as, const EngineContext& context,
                             const BatchOptions& options) {
  return read_all(inputs, as, context, options, [](Row& row, std::size_t, Analysis&& analysis) {
    row.analysis = std::make_unique<Analysis>(std::move(analysis));
  });
}

std::vector<Row> rank(const Analysis& fixed, const std::vector<Input>& inputs, const EngineContext& context,
                      const BatchOptions& options) {
  const As as = fixed.profile.as == As::posting ? As::resume : As::posting;
  const bool keep_all = options.keep_analysis || inputs.size() <= options.keep_best;
  std::vector<Row> rows = read_all(inputs, as, context, options, [&](Row& row, std::size_t, Analysis&& analysis) {
    score_row(row, fixed, analysis, context);
    if (keep_all && row.status == RowStatus::ok) {
      row.analysis = std::make_unique<Analysis>(std::move(analysis));
    }
  });
  skip_duplicates(rows);
  std::stable_sort(rows.begin(), rows.end(), ranks_before);
  for (std::size_t i = 0; i < rows.size() && rows[i].status == RowStatus::ok; ++i) {
    const bool tie = i > 0 && *rows[i - 1].match.score == *rows[i].match.score;
    rows[i].rank = tie ? rows[i - 1].rank : static_cast<std::int32_t>(i) + 1;
  }
  restore_best(rows, as, context, options);
  return rows;
}

}  // namespace skillfit
