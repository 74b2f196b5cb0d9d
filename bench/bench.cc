// How fast is skillfit? Absolute figures depend on the machine, so each is also given as a ratio to something measured
// in the same process, in turn with it: extraction as a share of memcpy, two threads against one, scoring against the
// whole breakdown. Every benchmark checks its own answer; an unoptimised build is refused.
//
// Usage: bench_skillfit [--data FOLDER_OF_TEXT_FILES] [Google Benchmark flags]. Without --data: the sample texts.
#include <benchmark/benchmark.h>

#include <algorithm>
#include <chrono>
#include <cstdio>
#include <cstdlib>
#include <cstring>
#include <filesystem>
#include <limits>
#include <map>
#include <numeric>

#include "base/pool.h"
#include "base/utf8.h"
#include "mention/named_skills.h"
#include "outline/frame.h"
#include "profile/row.h"
#include "skillfit/skillfit.h"

namespace {

using namespace skillfit;
namespace fs = std::filesystem;
using Clock = std::chrono::steady_clock;

constexpr std::size_t kCopyBytes = 64u << 20;   // the fixed buffer of the memcpy baseline
constexpr std::size_t kCorpusBytes = 4u << 20;  // texts are repeated until there is about so much
constexpr std::size_t kCandidates = 100'000;    // profiles scored against one posting
constexpr std::size_t kExplained = 10;          // the best of them

double seconds(Clock::time_point from, Clock::time_point to) {
  return std::chrono::duration<double>(to - from).count();
}

double median(std::vector<double> values) {
  std::nth_element(values.begin(), values.begin() + static_cast<std::ptrdiff_t>(values.size() / 2), values.end());
  return values[values.size() / 2];
}

// Bytes a second of one memcpy over the fixed buffer.
double copy_speed() {
  static const std::vector<char> kFrom(kCopyBytes, 'x');
  static std::vector<char> to(kCopyBytes, 'y');
  const Clock::time_point begin = Clock::now();
  std::memcpy(to.data(), kFrom.data(), kCopyBytes);
  benchmark::DoNotOptimize(to.data());
  benchmark::ClobberMemory();
  return static_cast<double>(kCopyBytes) / seconds(begin, Clock::now());
}

struct Corpus {
  std::vector<std::string> texts;
  std::size_t bytes = 0;
};

Corpus read_corpus(const std::string& folder) {
  Corpus corpus;
  for (const Input& input : list_inputs({folder})) {
    const std::string extension = fs::path(input.path).extension();
    if (extension != ".txt" && extension != ".md") continue;
    const Result<Document> document = read_input(input, {});
    if (!document) continue;
    corpus.texts.push_back(document->text);
    corpus.bytes += document->text.size();
  }
  if (corpus.texts.empty()) return corpus;
  const std::size_t distinct = corpus.texts.size();
  for (std::size_t i = 0; corpus.bytes < kCorpusBytes; ++i) {
    corpus.texts.push_back(corpus.texts[i % distinct]);
    corpus.bytes += corpus.texts.back().size();
  }
  return corpus;
}

struct Setup {
  Corpus corpus;
  Weights weights = Weights::embedded(Lexicon::embedded());
  EngineContext context{Lexicon::embedded(), weights, {}, make_month(2026, 6)};
};

// What a pass does with each text; returns how much it found.
using Work = std::size_t (*)(const std::string& text, const EngineContext& context);

Document document_of(const std::string& text) {
  Document document;
  document.text = text;
  return document;
}

// UTF-8 validation to TF-IDF row: everything but reading the file. Returns the number of skills.
std::size_t make_rows(const std::string& text, const EngineContext& context) {
  if (!is_valid_utf8(text)) return 0;
  const TfidfRow row = vectorize(document_of(text), context, As::posting);
  return static_cast<std::size_t>(row.tfidf.nonZeros());
}

// UTF-8 validation to everything that a report shows. Returns the number of mentions.
std::size_t make_analyses(const std::string& text, const EngineContext& context) {
  if (!is_valid_utf8(text)) return 0;
  return analyze(document_of(text), context, As::posting).mentions.mentions.size();
}

// One pass over the corpus; seconds taken.
double timed_pass(const Setup& setup, Work work, unsigned threads, std::size_t& found_in_all) {
  std::vector<std::size_t> found(setup.corpus.texts.size());
  const Clock::time_point begin = Clock::now();
  parallel_for(found.size(), threads, [&](std::size_t i) { found[i] = work(setup.corpus.texts[i], setup.context); });
  const double taken = seconds(begin, Clock::now());
  found_in_all = std::accumulate(found.begin(), found.end(), std::size_t{0});
  return taken;
}

void bench_passes(benchmark::State& state, const Setup& setup, Work work) {
  std::vector<double> one, two, shares;
  std::size_t found = 0, found_by_two = 0;
  const double bytes = static_cast<double>(setup.corpus.bytes);
  for (auto _ : state) {
    const double copied = copy_speed();
    one.push_back(timed_pass(setup, work, 1, found));
    shares.push_back(100 * bytes / one.back() / copied);
    two.push_back(one.back() / timed_pass(setup, work, 2, found_by_two));
    if (found == 0 || found != found_by_two) state.SkipWithError("two threads found something else than one");
    state.SetIterationTime(one.back());
  }
  if (one.empty()) return;
  state.counters["MB/s"] = bytes / median(one) / 1e6;
  state.counters["documents/s"] = static_cast<double>(setup.corpus.texts.size()) / median(one);
  state.counters["% of memcpy"] = median(shares);
  state.counters["2 threads / 1"] = median(two);
  state.counters["found/KB"] = 1000 * static_cast<double>(found) / bytes;
}

// The stages one by one, as microseconds for each document, so that a regression shows where it happened: of each text
// the best of all passes, which other work on the machine disturbs least.
class Stopwatch {
 public:
  explicit Stopwatch(const Corpus& corpus) : texts_(corpus.texts.size()) {}

  void begin(std::size_t text) {
    text_ = text;
    last_ = Clock::now();
  }
  void end_of(const std::string& stage) {
    const double taken = seconds(last_, Clock::now());
    std::vector<double>& best = best_[stage + " us"];
    best.resize(texts_, std::numeric_limits<double>::infinity());
    best[text_] = std::min(best[text_], taken);
    last_ = Clock::now();
  }
  void report(benchmark::State& state) const {
    for (const auto& [stage, best] : best_) {
      state.counters[stage] = 1e6 * std::accumulate(best.begin(), best.end(), 0.0) / static_cast<double>(texts_);
    }
  }

 private:
  std::size_t texts_, text_ = 0;
  Clock::time_point last_;
  std::map<std::string, std::vector<double>> best_;  // by text
};

// Of vectorize().
void bench_row_stages(benchmark::State& state, const Setup& setup) {
  Stopwatch watch(setup.corpus);
  const Lexicon& lexicon = setup.context.lexicon;
  const ProfileContext context{lexicon, setup.weights, {setup.context.as_of}};
  for (auto _ : state) {
    for (std::size_t i = 0; i < setup.corpus.texts.size(); ++i) {
      const std::string& text = setup.corpus.texts[i];
      const Document document = document_of(text);
      watch.begin(i);
      benchmark::DoNotOptimize(is_valid_utf8(text));
      watch.end_of("1 validate");
      Text folded = normalize(document.text);
      watch.end_of("2 normalize");
      const Tokens tokens = tokenize(std::move(folded));
      watch.end_of("3 tokenize");
      const Outline frame = make_frame(document, tokens, lexicon, As::posting);
      watch.end_of("4 frame");
      const std::vector<Mention> found = find_named_skills(document, tokens, frame, lexicon);
      watch.end_of("5 skills");
      const TfidfRow row = make_row(frame.as, found, context);
      watch.end_of("6 row");
      benchmark::DoNotOptimize(row.tfidf.nonZeros());
    }
  }
  watch.report(state);
}

// Of analyze(), as far as they are others.
void bench_analysis_stages(benchmark::State& state, const Setup& setup) {
  Stopwatch watch(setup.corpus);
  const Lexicon& lexicon = setup.context.lexicon;
  for (auto _ : state) {
    for (std::size_t i = 0; i < setup.corpus.texts.size(); ++i) {
      const Document document = document_of(setup.corpus.texts[i]);
      const Tokens tokens = tokenize(normalize(document.text));
      watch.begin(i);
      const Outline outline = make_outline(document, tokens, lexicon, As::posting);
      watch.end_of("4 outline");
      const Mentions found = find_mentions(document, tokens, outline, lexicon);
      watch.end_of("5 mentions");
      const Profile profile =
          make_profile(document, tokens, outline, found, {lexicon, setup.weights, {setup.context.as_of}});
      watch.end_of("6 profile");
      benchmark::DoNotOptimize(profile.words);
    }
  }
  watch.report(state);
}

// A ranking of profiles at hand: every candidate gets a score, and only the best get contributions and gaps.
void bench_score(benchmark::State& state, const Setup& setup) {
  std::vector<Profile> resumes;
  for (const std::string& text : setup.corpus.texts) {
    Document document;
    document.text = text;
    resumes.push_back(analyze(std::move(document), setup.context, As::resume).profile);
  }
  Document document;
  document.text =
      "Requirements\n5+ years of Python\nSQL or PostgreSQL\nDocker and Kubernetes\nMachine "
      "learning\nCommunication\nNice to have\nAWS\n";
  const Profile posting = analyze(std::move(document), setup.context, As::posting).profile;
  const Lexicon& lexicon = setup.context.lexicon;
  for (const Profile& resume : resumes) {
    if (score(resume, posting, lexicon) != match(resume, posting, lexicon).score)
      state.SkipWithError("score() differs from match()");
  }
  std::vector<double> scoring, ranking, ratio;
  for (auto _ : state) {
    const auto begin = Clock::now();
    std::vector<std::pair<Points, std::size_t>> ranked(kCandidates);
    for (std::size_t i = 0; i < kCandidates; ++i)
      ranked[i] = {-*score(resumes[i % resumes.size()], posting, lexicon), i};
    const auto scored = Clock::now();
    std::partial_sort(ranked.begin(), ranked.begin() + kExplained, ranked.end());
    for (std::size_t i = 0; i < kExplained; ++i)
      benchmark::DoNotOptimize(match(resumes[ranked[i].second % resumes.size()], posting, lexicon).confidence);
    const auto explained = Clock::now();
    for (std::size_t i = 0; i < kCandidates / 100; ++i)
      benchmark::DoNotOptimize(match(resumes[i % resumes.size()], posting, lexicon).confidence);
    scoring.push_back(seconds(begin, scored));
    ranking.push_back(seconds(begin, explained));
    ratio.push_back(100 * seconds(explained, Clock::now()) / scoring.back());
    state.SetIterationTime(ranking.back());
  }
  if (scoring.empty()) return;
  state.counters["candidates/s"] = static_cast<double>(kCandidates) / median(scoring);
  state.counters["with the best 10 explained"] = static_cast<double>(kCandidates) / median(ranking);
  state.counters["match / score"] = median(ratio);
}

std::string take_data_flag(int& argc, char** argv) {
  for (int i = 1; i + 1 < argc; ++i) {
    if (std::strcmp(argv[i], "--data") != 0) continue;
    std::string folder = argv[i + 1];
    std::copy(argv + i + 2, argv + argc, argv + i);
    argc -= 2;
    return folder;
  }
  return SKILLFIT_SAMPLES;
}

}  // namespace

int main(int argc, char** argv) {
#ifndef __OPTIMIZE__
  std::fprintf(stderr, "bench_skillfit: built without optimisation; its figures would mean nothing\n");
  return EXIT_FAILURE;
#endif
  const std::string folder = take_data_flag(argc, argv);
  Setup setup;
  setup.corpus = read_corpus(folder);
  if (setup.corpus.texts.empty()) {
    std::fprintf(stderr, "bench_skillfit: no .txt or .md files below %s\n", folder.c_str());
    return EXIT_FAILURE;
  }
  std::printf("%zu texts, %zu bytes; compiler %s; lexicon of %u skills; memcpy %.1f GB/s\n", setup.corpus.texts.size(),
              setup.corpus.bytes, __VERSION__, Lexicon::embedded().size(), copy_speed() / 1e9);
  const auto add = [&](const char* name, auto bench, auto... more) {
    return benchmark::RegisterBenchmark(name, bench, std::cref(setup), more...)
        ->Unit(benchmark::kMillisecond)
        ->MinTime(1);
  };
  add("extract", bench_passes, make_rows)->UseManualTime();
  add("stages", bench_row_stages);
  add("analyze", bench_passes, make_analyses)->UseManualTime();
  add("analysis_stages", bench_analysis_stages);
  add("score", bench_score)->UseManualTime();
  benchmark::Initialize(&argc, argv);
  if (benchmark::ReportUnrecognizedArguments(argc, argv)) return EXIT_FAILURE;
  benchmark::RunSpecifiedBenchmarks();
}
