// A list of idle processes and a list of busy ones. A caller takes an idle reader or starts one, talks to it alone, and
// gives it back if it behaved. Nothing waits: there are as many readers as callers at the same time. A batch says ahead
// how many that will be, and they start while it prepares.
#include "document/reader_pool.h"

#include <linux/landlock.h>
#include <linux/seccomp.h>
#include <signal.h>
#include <sys/prctl.h>
#include <sys/syscall.h>
#include <unistd.h>

#include <algorithm>
#include <atomic>
#include <cerrno>
#include <filesystem>
#include <mutex>
#include <optional>
#include <utility>
#include <vector>

#include "document/cache.h"
#include "document/reader_process.h"

namespace skillfit {
namespace {

// Parsers leak and fragment; a fresh process now and then costs a millisecond.
constexpr unsigned kFilesEach = 100;

struct Reader {
  ReaderProcess process;
  std::string program;
  std::uint64_t memory_bytes;  // a process cannot raise its own limit again; 0: it has none yet
  unsigned files = 0;
};

// A reader at work, where stop() finds it.
struct Busy {
  pid_t pid;
  bool stopped = false;
};

class ReaderPool {
 public:
  ReaderPool() = default;
  ReaderPool(const ReaderPool&) = delete;
  ReaderPool& operator=(const ReaderPool&) = delete;
  ~ReaderPool() { stop(); }

  Result<Reader> take(const std::string& program, std::uint64_t memory_bytes) {
    while (std::optional<Reader> reader = pop_idle(program, memory_bytes)) {
      if (reader->process.is_idle()) return std::move(*reader);
    }
    return start(program, memory_bytes);
  }

  void start_ahead(unsigned count, const std::string& program) {
    const std::lock_guard lock(mutex_);
    while (idle_.size() + busy_.size() < count) {
      Result<Reader> reader = start(program, 0);
      if (!reader) return;
      idle_.push_back(std::move(*reader));
    }
  }

  Result<Reader> start(const std::string& program, std::uint64_t memory_bytes) {
    Result<ReaderProcess> process = ReaderProcess::start(program);
    if (!process) return tl::unexpected(process.error());
    any_started_ = true;
    return Reader{std::move(*process), program, memory_bytes};
  }

  void give_back(Reader reader) {
    if (++reader.files >= kFilesEach) {  // the next one starts while the caller is busy with what it has read
      Result<ReaderProcess> next = ReaderProcess::start(reader.program);
      if (!next) return;
      reader.process = std::move(*next);
      reader.memory_bytes = 0;
      reader.files = 0;
    }
    const std::lock_guard lock(mutex_);
    idle_.push_back(std::move(reader));
  }

  void add(Busy& busy) {
    const std::lock_guard lock(mutex_);
    busy_.push_back(&busy);
  }

  // True if stop() has hit this reader. From here on its pid is the caller's to reap.
  bool remove(Busy& busy) {
    const std::lock_guard lock(mutex_);
    std::erase(busy_, &busy);
    return busy.stopped;
  }

  bool any_started() const { return any_started_; }

  void stop() {
    std::vector<Reader> idle;
    const std::lock_guard lock(mutex_);
    for (Busy* busy : busy_) {
      busy->stopped = true;
      ::kill(busy->pid, SIGKILL);
    }
    idle.swap(idle_);
    for (const Reader& reader : idle) ::kill(reader.process.pid(), SIGKILL);  // all at once, then each is waited for
  }

 private:
  std::optional<Reader> pop_idle(const std::string& program, std::uint64_t memory_bytes) {
    const std::lock_guard lock(mutex_);
    const auto found = std::ranges::find_if(idle_, [&](const Reader& reader) {
      return reader.program == program && (reader.memory_bytes == memory_bytes || reader.memory_bytes == 0);
    });
    if (found == idle_.end()) return {};
    Reader reader = std::move(*found);
    idle_.erase(found);
    reader.memory_bytes = memory_bytes;
    return reader;
  }

  std::atomic<bool> any_started_ = false;
  std::mutex mutex_;
  std::vector<Reader> idle_;
  std::vector<Busy*> busy_;
};

ReaderPool& pool() {
  static ReaderPool readers;
  return readers;
}

// Beside the executable, then where a build or an installation puts it.
Result<std::string> find_program() {
  std::error_code error;
  const std::filesystem::path folder = std::filesystem::read_symlink("/proc/self/exe", error).parent_path();
  for (const char* place : {"skillfit-reader", "../libexec/skillfit/skillfit-reader", "../bin/skillfit-reader"}) {
    const std::filesystem::path candidate = folder / place;
    if (!error && std::filesystem::exists(candidate, error)) return candidate.string();
    error.clear();
  }
  return fail(ErrorCode::reader_failed,
              "skillfit-reader was not found beside the program or in ../libexec/skillfit: is it installed?");
}

Result<std::string> program_at(const std::string& reader_path) {
  if (!reader_path.empty()) return reader_path;
  static const Result<std::string> kFound = find_program();
  return kFound;
}

std::string in_seconds(std::uint32_t milliseconds) {
  return milliseconds % 1000 == 0 ? std::to_string(milliseconds / 1000) + " s" : std::to_string(milliseconds) + " ms";
}

struct Question {
  const ReaderRequest& request;
  std::uint64_t most;
  const std::function<bool(std::string_view payload)>& understand;
};

// Asks one process. True if it has understood and answered, false if it ended without an answer: what went wrong is in
// `how`. Errors: all that another process would not do better.
Result<bool> ask(Reader reader, const Question& question, Error& how) {
  const ReaderRequest& request = question.request;
  const auto deadline = ReaderProcess::Clock::now() + std::chrono::milliseconds(request.limits.milliseconds);
  Busy busy{reader.process.pid()};
  pool().add(busy);
  const Result<std::string> payload = reader.process.exchange(encode_request(request), deadline, question.most);
  if (pool().remove(busy)) return fail(ErrorCode::interrupted, "stopped while it was being read");
  if (!payload && ReaderProcess::Clock::now() >= deadline) {
    return fail(ErrorCode::reader_failed, "reading took longer than " + in_seconds(request.limits.milliseconds));
  }
  if (!payload) {
    how = payload.error();
    return false;
  }
  if (!question.understand(*payload)) return fail(ErrorCode::reader_failed, "the reader answered nonsense");
  pool().give_back(std::move(reader));
  return true;
}

}  // namespace

Result<void> ask_reader(const ReaderRequest& request, const std::string& reader_path, std::uint64_t most,
                        const std::function<bool(std::string_view payload)>& understand) {
  const Result<std::string> program = program_at(reader_path);
  if (!program) return tl::unexpected(program.error());
  Result<Reader> reader = pool().take(*program, request.limits.memory_bytes);
  // What a process has read before must make no difference, and its memory may be used up: then a fresh one is asked.
  for (bool fresh = false; reader && !fresh; reader = pool().start(*program, request.limits.memory_bytes)) {
    fresh = reader->files == 0;
    Error how;
    const Result<bool> answered = ask(std::move(*reader), {request, most, understand}, how);
    if (!answered) return tl::unexpected(answered.error());
    if (*answered) return {};
    if (fresh) return tl::unexpected(how);
  }
  return tl::unexpected(reader.error());
}

Result<Document> read_in_process(const ReaderRequest& request, const std::array<std::uint8_t, 32>& digest,
                                 const ReadOptions& options, void (*finish)(Document&)) {
  std::string kept;
  if (!options.cache_folder.empty()) {
    const Result<std::string> program = program_at(options.reader_path);
    if (!program) return tl::unexpected(program.error());
    kept = cached_answer_path(options.cache_folder, request, digest, *program);
    if (std::optional<Result<Document>> found = find_answer(kept)) return std::move(*found);
  }
  std::optional<Result<Document>> answer;
  const Result<void> asked = ask_reader(request, options.reader_path, request.limits.text_bytes * 8 + (1u << 20),
                                        [&](std::string_view payload) {
                                          answer = decode_answer(payload);
                                          return answer.has_value();
                                        });
  if (!asked) return tl::unexpected(asked.error());
  if (*answer && finish != nullptr) finish(**answer);
  if (!kept.empty()) keep_answer(kept, *answer);
  return std::move(*answer);
}

bool is_remembered(const ReaderRequest& request, const std::array<std::uint8_t, 32>& digest,
                   const ReadOptions& options) {
  const Result<std::string> program = program_at(options.reader_path);
  if (options.cache_folder.empty() || !program) return false;
  return ::access(cached_answer_path(options.cache_folder, request, digest, *program).c_str(), R_OK) == 0;
}

void start_readers(unsigned count, const std::string& reader_path) {
  if (const Result<std::string> program = program_at(reader_path)) pool().start_ahead(count, *program);
}

std::string missing_guards() {
  if (!pool().any_started()) return {};
  std::string missing;
  // Asked for its version, landlock changes nothing; a filter at no address is refused as such if seccomp is there.
  if (::syscall(SYS_landlock_create_ruleset, nullptr, 0, LANDLOCK_CREATE_RULESET_VERSION) < 0) missing = "landlock";
  if (::prctl(PR_SET_SECCOMP, SECCOMP_MODE_FILTER, nullptr) != 0 && errno != EFAULT) {
    missing += missing.empty() ? "seccomp" : " and seccomp";
  }
  return missing;
}

void stop_readers() {
  pool().stop();
}

}  // namespace skillfit
