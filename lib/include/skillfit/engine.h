// The stages in order: files -> rows. Nothing else happens here.
#pragma once

#include <array>
#include <atomic>
#include <cstdint>
#include <functional>
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "skillfit/match.h"
#include "skillfit/posting_file.h"

namespace skillfit {

// Everything the stages made of one document.
struct Analysis {
  Document document;
  Tokens tokens;
  Outline outline;
  Mentions mentions;
  Profile profile;
};

// What all documents of one run share. References: keep them alive.
struct EngineContext {
  const Lexicon& lexicon;
  const Weights& weights;
  ReadOptions read;
  Month as_of;
  SignalWeights signals = default_signal_weights();
};

// Document -> everything, whatever it is: the text of a posting file is read like any other. Total.
Analysis analyze(Document document, const EngineContext& context, std::optional<As> as);

// Document -> row, for who wants vectors and nothing else: the tfidf that analyze() would make of it, in two thirds of
// the time. Total.
TfidfRow vectorize(const Document& document, const EngineContext& context, std::optional<As> as);

// `document`, which holds `file`, as a posting. Total.
Analysis analyze(Document document, const PostingFile& file, RoleLevel level, const EngineContext& context);

// The one or the other, as the document's format says. Errors: malformed for a posting file with a mistake in it (with
// line and column), not_a_document for a posting file read as a resume and for a role.
Result<Analysis> try_analyze(Document document, const EngineContext& context, std::optional<As> as);

// Why a posting has no score: an Error with code no_requirements that says what is known about the reason.
Error nothing_asked(const Analysis& posting);

// A resume against a posting: match() of their profiles, once the terms that the posting asks for were looked for in
// the whole text of the resume. With skills in `what_if`, also the score that the resume would have if it showed them.
Match match(const Analysis& resume, const Analysis& posting, const EngineContext& context,
            const std::vector<SkillId>& what_if = {});

// The skills of a list such as "kubernetes, C++": keys, names or other spellings, separated by commas. Errors: usage,
// with what may have been meant.
Result<std::vector<SkillId>> find_skills(std::string_view names, const Lexicon& lexicon);

class Archive;

// One thing to read: a file, one line of a JSONL file, or one entry of a zip archive.
struct Input {
  std::string path;                       // shown to people; lines as "file.jsonl#3", entries as "file.zip/cv.pdf"
  std::string file;                       // what to open, "-" for standard input
  std::uint64_t offset = 0, length = 0;   // of the line inside the file; length 0 = the whole file
  std::shared_ptr<Archive> archive = {};  // shared by its entries; `offset` is the entry's index
};

// Files, folders (recursively, in byte order of names), globs, JSONL, zip archives and "-" -> inputs in a fixed order.
// What cannot be listed becomes an Input all the same and fails when it is read: nothing is lost. Hidden files and
// folders are passed over. An archive inside an archive is not opened: it is one Input, and no document.
std::vector<Input> list_inputs(const std::vector<std::string>& arguments, const ReadOptions& options = {});

// Starts in the background, and does not wait for, the reader processes that reading `inputs` on `jobs` threads (as
// BatchOptions::jobs) will ask, so that they are there when the first input is read; without it each is started when
// it is asked first. Nothing is started where names promise only text, or the first file that needs a reader is in the
// cache. Call it before whatever else a batch prepares.
void start_reading(const std::vector<Input>& inputs, unsigned jobs, const ReadOptions& options);

// The arguments that a file lists, one a line; "-" is standard input. Empty lines are passed over. Errors: those of
// reading.
Result<std::vector<std::string>> read_list(const std::string& path);

// Reads one input. Errors as read_document.
Result<Document> read_input(const Input& input, const ReadOptions& options);

enum class RowStatus : std::uint8_t { ok, error, skipped };

// One input's outcome; exactly one row an input.
struct Row {
  Input input;
  RowStatus status = RowStatus::error;
  Error error;                            // status error or skipped: why
  std::unique_ptr<Analysis> analysis;     // status ok, when asked for
  Match match;                            // status ok
  std::array<std::uint8_t, 32> digest{};  // SHA-256 of what was read, status ok
  std::array<std::uint8_t, 32> words{};   // SHA-256 of its words in order, however they are laid out; status ok
  std::int32_t rank = 0;                  // 1, 1, 3 ...; 0 = none
};

struct BatchOptions {
  unsigned jobs = 0;           // threads; 0 = as many as the machine has
  bool keep_analysis = false;  // keep documents and evidence in the rows (memory grows with the batch)
  std::size_t keep_best = 0;  // rank: keep them in this many of the best rows at least. In a larger batch they are read
                              // again for it; a row whose input cannot be (standard input) or has changed goes without
  std::function<void(std::size_t done, std::size_t total)> progress;  // called from any thread, one call at a time
  const std::atomic<bool>* stop =
      nullptr;  // set: no further input is begun, the rest are rows with ErrorCode::interrupted
};

// Ranks candidates (resumes) against a posting, or with `posting.profile.as == resume` postings against a resume. Rows
// come sorted: by score (highest first), then path bytes, then input position; rows with errors last. Of inputs with
// the same bytes or the same words the first by file name and place in it is ranked, the others are skipped as
// duplicates. The same for any number of jobs and any order of inputs.
std::vector<Row> rank(const Analysis& fixed, const std::vector<Input>& inputs, const EngineContext& context,
                      const BatchOptions& options);

// Reads and analyses every input, rows in input order with their analysis kept; no ranks, no match. Read as `as`, else
// guessed.
std::vector<Row> analyze_all(const std::vector<Input>& inputs, std::optional<As> as, const EngineContext& context,
                             const BatchOptions& options);

// Reads and analyses every input and hands each Analysis to `use(i, analysis)` from one of the threads; the analysis is
// gone when `use` returns unless it was moved. Rows in input order, without analysis, ranks or match. For work that
// needs little of each document.
std::vector<Row> visit_all(const std::vector<Input>& inputs, std::optional<As> as, const EngineContext& context,
                           const BatchOptions& options, const std::function<void(std::size_t, Analysis&&)>& use);

// Lexicon files from disk, and the lexicon they make: laid over the embedded one, or in its place. Errors: those of
// reading, bad_lexicon.
Result<std::vector<LexiconFile>> read_lexicon_files(const std::vector<std::string>& paths);
Result<Lexicon> load_lexicon(const std::vector<std::string>& paths, bool replace_embedded);

// The embedded weights, or those of a file if `path` is not empty. Errors: those of reading, bad_weights.
Result<Weights> load_weights(const std::string& path, const Lexicon& lexicon);

// Replaces a file atomically: it holds either all of `bytes` or what it held before. Errors: cannot_write.
Result<void> save(const std::string& path, std::string_view bytes);

// Runs the `yes`/`no` lines of every skill; each line that does not hold is a Finding.
std::vector<Finding> check_examples(const Lexicon& lexicon);

}  // namespace skillfit
