// Everything a command does beside its own work. Data goes to standard output, everything else to standard error.
#include "run.h"

#include <sys/ioctl.h>
#include <unistd.h>

#include <charconv>
#include <chrono>
#include <csignal>
#include <cstdio>
#include <cstdlib>
#include <future>
#include <thread>
#include <utility>

namespace skillfit::cli {
namespace {

std::atomic<bool> stop_flag{false};

std::string today() {
  const std::time_t now = std::chrono::system_clock::to_time_t(std::chrono::system_clock::now());
  std::tm local{};
  ::localtime_r(&now, &local);
  char text[16];
  std::strftime(text, sizeof text, "%Y-%m-%d", &local);
  return text;
}

bool parse_number(std::string_view text, int& number) {
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), number);
  return error == std::errc{} && end == text.data() + text.size();
}

// YYYY-MM or YYYY-MM-DD.
std::optional<Month> parse_date(std::string_view text) {
  int year = 0, month = 0, day = 1;
  const bool shape = (text.size() == 7 || text.size() == 10) && text[4] == '-' && (text.size() == 7 || text[7] == '-');
  if (!shape || !parse_number(text.substr(0, 4), year) || !parse_number(text.substr(5, 2), month)) return {};
  if (text.size() == 10 && !parse_number(text.substr(8), day)) return {};
  if (month < 1 || month > 12 || day < 1 || day > 31 || year < 1950) return {};
  return make_month(year, month);
}

unsigned terminal_width() {
  winsize size{};
  if (::ioctl(STDOUT_FILENO, TIOCGWINSZ, &size) == 0 && size.ws_col >= 40) return size.ws_col;
  int columns = 0;
  const char* variable = std::getenv("COLUMNS");
  return variable != nullptr && parse_number(variable, columns) && columns >= 40 ? static_cast<unsigned>(columns) : 100;
}

bool wants_color(const Options& options) {
  if (options.color != "auto") return options.color == "always";
  const char* no_color = std::getenv("NO_COLOR");
  return options.output.empty() && ::isatty(STDOUT_FILENO) != 0 && (no_color == nullptr || *no_color == '\0');
}

// "title=0.5" -> the weight of one signal in thousandths of the given number.
bool set_signal_weight(std::string_view text, SignalWeights& weights) {
  const std::size_t equals = text.find('=');
  if (equals == text.npos) return false;
  const std::optional<Points> value = parse_score(text.substr(equals + 1));
  for (std::size_t i = 0; value && i < kSignalCount; ++i) {
    if (signal_name(static_cast<SignalId>(i)) == text.substr(0, equals)) {
      weights.value[i] = *value;
      return true;
    }
  }
  return false;
}

// Defaults count in whole numbers, --weight in thousandths: bring both to thousandths.
bool set_signal_weights(const Options& options, SignalWeights& weights) {
  if (options.signal_weights.empty()) return true;
  for (std::int32_t& value : weights.value) value *= 1000;
  for (const std::string& text : options.signal_weights) {
    if (set_signal_weight(text, weights)) continue;
    std::string names;
    for (std::size_t i = 0; i < kSignalCount; ++i) names += " " + std::string(signal_name(static_cast<SignalId>(i)));
    complain("--weight wants SIGNAL=X with X from 0 to 100, not '" + text + "'; the signals are" + names);
    return false;
  }
  return true;
}

void show_progress(std::size_t done, std::size_t total) {
  using Clock = std::chrono::steady_clock;
  static const Clock::time_point kStart = Clock::now();
  static Clock::time_point shown = kStart;
  const Clock::time_point now = Clock::now();
  const bool last = done == total;
  if (now - kStart < std::chrono::seconds(1) || (!last && now - shown < std::chrono::milliseconds(100))) return;
  shown = now;
  std::fprintf(stderr, "\r\033[K%s",
               last ? "" : (std::to_string(done) + " of " + std::to_string(total) + " files").c_str());
  std::fflush(stderr);
}

bool set_date(const Options& options, Run& run) {
  run.as_of = options.as_of.empty() ? today() : options.as_of;
  const std::optional<Month> month = parse_date(run.as_of);
  if (!month) {
    complain("--as-of wants a date such as 2026-01-31, not '" + options.as_of + "'");
    return false;
  }
  if (run.as_of.size() == 7) run.as_of += "-01";
  run.context.as_of = *month;
  return true;
}

// As the XDG base directory specification has it: relative paths do not count. Empty if there is no such place.
std::string cache_folder() {
  const char* cache = std::getenv("XDG_CACHE_HOME");
  if (cache != nullptr && *cache == '/') return std::string(cache) + "/skillfit";
  const char* home = std::getenv("HOME");
  return home != nullptr && *home == '/' ? std::string(home) + "/.cache/skillfit" : "";
}

ReadOptions read_options(const Options& options) {
  ReadOptions read;
  read.reader_path = options.reader;
  const std::string folder = options.no_cache ? "" : cache_folder();
  if (folder.empty()) return read;
  if (const Result<void> prepared = prepare_cache(folder)) {
    read.cache_folder = folder;
  } else if (!options.quiet) {
    complain("nothing that is read will be remembered: " + to_string(prepared.error()));
  }
  return read;
}

}  // namespace

int worse(int a, int b) {
  for (const int status : {kInterrupted, kCannotWrite, kInternal, kUsage, kNoInput, kSomeFailed, kBelowThreshold}) {
    if (a == status || b == status) return status;
  }
  return kFine;
}

void complain(std::string_view message) {
  std::string line = "skillfit: ";
  std::size_t begin = 0;
  while (begin <= message.size()) {  // line by line, so that what a file supplied cannot move the cursor
    const std::size_t end = std::min(message.find('\n', begin), message.size());
    line += printable(message.substr(begin, end - begin)) + "\n";
    begin = end + 1;
  }
  std::fwrite(line.data(), 1, line.size(), stderr);
}

void complain(const Error& error) {
  complain(to_string(error));
}

std::optional<Points> parse_score(std::string_view text) {
  const std::size_t dot = text.find('.');
  const std::string_view decimals = dot == text.npos ? std::string_view{} : text.substr(dot + 1);
  int whole = 0, thousandths = 0;
  if (!parse_number(text.substr(0, dot), whole) || whole < 0 || whole > 100 || decimals.size() > 3) return {};
  std::string padded(decimals);
  padded.resize(3, '0');
  if (dot != text.npos && (decimals.empty() || !parse_number(padded, thousandths) || thousandths < 0)) return {};
  const Points points = whole * 1000 + thousandths;
  return points <= kFullScore ? std::optional<Points>(points) : std::nullopt;
}

std::unique_ptr<Run> set_up(const Options& options, int& status, const Reading& reading) {
  const ReadOptions read = read_options(options);
  // Listing takes as long as loading, and readers can then start already.
  std::future<std::vector<Input>> inputs = std::async(std::launch::async, [&] {
    std::vector<Input> listed = list_inputs(reading.arguments, read);
    start_reading(listed, reading.jobs, read);
    return listed;
  });
  status = kUsage;
  Result<Lexicon> lexicon = load_lexicon(options.lexicons, options.only_lexicon);
  Result<Weights> weights = lexicon ? load_weights(options.weights, *lexicon) : tl::unexpected(lexicon.error());
  if (!weights) {
    status = kNoInput;
    complain(weights.error());
    return nullptr;
  }
  auto run = std::make_unique<Run>(std::move(*lexicon), std::move(*weights));
  if (!set_date(options, *run) || !set_signal_weights(options, run->context.signals)) return nullptr;
  run->inputs = inputs.get();
  run->context.read = read;
  run->batch.jobs = options.jobs;
  run->batch.stop = &stop_flag;
  if (!options.quiet && ::isatty(STDERR_FILENO) != 0) run->batch.progress = show_progress;
  run->report.form = find_report_form(options.format).value_or(ReportForm::table);
  run->report.color = wants_color(options);
  run->report.width = terminal_width();
  run->report.top = options.top;
  run->report.as_of = run->as_of;
  status = kFine;
  return run;
}

std::unique_ptr<Analysis> read_fixed(const std::string& path, As as, const Run& run) {
  Result<Document> document = read_document(path, run.context.read);
  Result<Analysis> analysis = document ? try_analyze(std::move(*document), run.context, as)
                                       : Result<Analysis>(tl::unexpected(std::move(document.error())));
  if (analysis) return std::make_unique<Analysis>(*std::move(analysis));
  complain(analysis.error());
  return nullptr;
}

bool has_inputs(const Run& run, const std::vector<std::string>& arguments) {
  if (run.inputs.empty()) complain("nothing to read: no files in " + arguments.front());
  return !run.inputs.empty();
}

int write_result(const Options& options, std::string_view bytes) {
  if (const std::string missing = missing_guards(); !missing.empty() && !options.quiet) {
    complain("this system has no " + missing + ": files were read with fewer guards");
  }
  if (!options.output.empty() && options.output != "-") {
    const Result<void> saved = save(options.output, bytes);
    if (saved) return kFine;
    complain(saved.error());
    return kCannotWrite;
  }
  const bool written = std::fwrite(bytes.data(), 1, bytes.size(), stdout) == bytes.size() && std::fflush(stdout) == 0;
  if (!written) complain("standard output cannot be written");
  return written ? kFine : kCannotWrite;
}

int status_of(const std::vector<Row>& rows) {
  std::size_t ok = 0, failed = 0;
  bool interrupted = stop_flag.load();
  for (const Row& row : rows) {
    ok += row.status == RowStatus::ok;
    failed += row.status == RowStatus::error;
    interrupted |= row.status == RowStatus::error && row.error.code == ErrorCode::interrupted;
  }
  if (interrupted) return kInterrupted;
  if (ok == 0) return kNoInput;
  return failed > 0 ? kSomeFailed : kFine;
}

std::optional<As> wanted_as(const Options& options) {
  if (options.as.empty()) return {};
  return options.as == "resume" ? As::resume : As::posting;
}

void complain_about_rows(const std::vector<Row>& rows, const Options& options) {
  for (const Row& row : rows) {
    const bool said = row.status == RowStatus::ok || row.error.code == ErrorCode::interrupted;
    if (!said && !options.quiet) complain(row.error);
  }
}

void watch_for_interrupt() {
  sigset_t signals;
  sigemptyset(&signals);
  sigaddset(&signals, SIGINT);
  sigaddset(&signals, SIGTERM);
  // Blocked here, before any thread or child exists: all of them inherit it, and one thread waits for the signals.
  ::pthread_sigmask(SIG_BLOCK, &signals, nullptr);
  std::thread([signals] {
    int number = 0;
    ::sigwait(&signals, &number);
    stop_flag.store(true);
    ::sigwait(&signals, &number);
    ::_exit(kInterrupted);
  }).detach();
}

const std::atomic<bool>& stop_requested() {
  return stop_flag;
}

}  // namespace skillfit::cli
