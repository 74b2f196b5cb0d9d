// A list of idle processes and a list of busy ones. A caller takes an idle reader or starts one, talks to it alone, and
// gives it back if it behaved. Nothing waits: there are as many readers as callers at the same time.
#include "document/reader_pool.h"

#include <signal.h>

#include <algorithm>
#include <filesystem>
#include <mutex>
#include <optional>
#include <utility>
#include <vector>

#include "document/reader_process.h"

namespace skillfit {
namespace {

// Parsers leak and fragment; a fresh process now and then costs a millisecond.
constexpr unsigned kFilesEach = 100;

struct Reader {
  ReaderProcess process;
  std::string program;
  std::uint64_t memory_bytes;  // a process cannot raise its own limit again
  unsigned files = 0;
};

// A reader at work, where stop() finds it.
struct Busy {
  pid_t pid;
  bool stopped = false;
};

class ReaderPool {
 public:
  Result<Reader> take(const std::string& program, std::uint64_t memory_bytes) {
    while (std::optional<Reader> reader = pop_idle(program, memory_bytes)) {
      if (reader->process.is_idle()) return std::move(*reader);
    }
    Result<ReaderProcess> process = ReaderProcess::start(program);
    if (!process) return tl::unexpected(process.error());
    return Reader{std::move(*process), program, memory_bytes};
  }

  void give_back(Reader reader) {
    if (++reader.files >= kFilesEach) return;
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

  void stop() {
    std::vector<Reader> idle;
    const std::lock_guard lock(mutex_);
    for (Busy* busy : busy_) {
      busy->stopped = true;
      ::kill(busy->pid, SIGKILL);
    }
    idle.swap(idle_);
  }

 private:
  std::optional<Reader> pop_idle(const std::string& program, std::uint64_t memory_bytes) {
    const std::lock_guard lock(mutex_);
    const auto found = std::ranges::find_if(
        idle_, [&](const Reader& reader) { return reader.program == program && reader.memory_bytes == memory_bytes; });
    if (found == idle_.end()) return {};
    Reader reader = std::move(*found);
    idle_.erase(found);
    return reader;
  }

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

std::string in_seconds(std::uint32_t milliseconds) {
  return milliseconds % 1000 == 0 ? std::to_string(milliseconds / 1000) + " s" : std::to_string(milliseconds) + " ms";
}

}  // namespace

Result<void> ask_reader(const ReaderRequest& request, const std::string& reader_path, std::uint64_t most,
                        const std::function<bool(std::string_view payload)>& understand) {
  const Result<std::string> program = reader_path.empty() ? find_program() : Result<std::string>(reader_path);
  if (!program) return tl::unexpected(program.error());
  Result<Reader> reader = pool().take(*program, request.limits.memory_bytes);
  if (!reader) return tl::unexpected(reader.error());

  const auto deadline = ReaderProcess::Clock::now() + std::chrono::milliseconds(request.limits.milliseconds);
  Busy busy{reader->process.pid()};
  pool().add(busy);
  const Result<std::string> payload = reader->process.exchange(encode_request(request), deadline, most);
  if (pool().remove(busy)) return fail(ErrorCode::interrupted, "stopped while it was being read");
  if (!payload && ReaderProcess::Clock::now() >= deadline) {
    return fail(ErrorCode::reader_failed, "reading took longer than " + in_seconds(request.limits.milliseconds));
  }
  if (!payload) return tl::unexpected(payload.error());
  if (!understand(*payload)) return fail(ErrorCode::reader_failed, "the reader answered nonsense");
  pool().give_back(std::move(*reader));
  return {};
}

Result<Document> read_in_process(const ReaderRequest& request, const std::string& reader_path) {
  std::optional<Result<Document>> answer;
  const Result<void> asked =
      ask_reader(request, reader_path, request.limits.text_bytes * 8 + (1u << 20), [&](std::string_view payload) {
        answer = decode_answer(payload);
        return answer.has_value();
      });
  if (!asked) return tl::unexpected(asked.error());
  return std::move(*answer);
}

void stop_readers() {
  pool().stop();
}

}  // namespace skillfit
