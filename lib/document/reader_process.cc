// A socket pair rather than two pipes: send() can be told not to raise SIGPIPE, and one descriptor is enough. The child
// sees end of file when the parent is gone, however it went, and ends.
#include "document/reader_process.h"

#include <fcntl.h>
#include <poll.h>
#include <signal.h>
#include <spawn.h>
#include <sys/socket.h>
#include <sys/wait.h>
#include <unistd.h>

#include <algorithm>
#include <cerrno>
#include <system_error>
#include <utility>
#include <vector>

#include "document/wire.h"

extern char** environ;

namespace skillfit {
namespace {

std::string reason(int error) {
  return std::generic_category().message(error);
}

// What the child starts with: the socket as standard input and output, errors discarded, no other descriptor, no
// signal mask or handler of ours, and a process group of its own so that Ctrl-C reaches us first.
struct SpawnPlan {
  posix_spawn_file_actions_t actions;
  posix_spawnattr_t attributes;

  explicit SpawnPlan(int socket) {
    posix_spawn_file_actions_init(&actions);
    posix_spawn_file_actions_adddup2(&actions, socket, 0);
    posix_spawn_file_actions_adddup2(&actions, socket, 1);
    posix_spawn_file_actions_addopen(&actions, 2, "/dev/null", O_WRONLY, 0);
    posix_spawn_file_actions_addclosefrom_np(&actions, 3);
    posix_spawnattr_init(&attributes);
    sigset_t signals;
    sigemptyset(&signals);
    posix_spawnattr_setsigmask(&attributes, &signals);
    sigaddset(&signals, SIGINT);
    sigaddset(&signals, SIGTERM);
    sigaddset(&signals, SIGPIPE);
    posix_spawnattr_setsigdefault(&attributes, &signals);
    posix_spawnattr_setpgroup(&attributes, 0);
    posix_spawnattr_setflags(&attributes, POSIX_SPAWN_SETSIGMASK | POSIX_SPAWN_SETSIGDEF | POSIX_SPAWN_SETPGROUP);
  }
  SpawnPlan(const SpawnPlan&) = delete;
  SpawnPlan& operator=(const SpawnPlan&) = delete;
  ~SpawnPlan() {
    posix_spawn_file_actions_destroy(&actions);
    posix_spawnattr_destroy(&attributes);
  }
};

// Ours, and a hint for the allocator: parsers of PDF free small things in heaps, of which it would keep seven a size.
std::vector<char*> reader_environment() {
  static char allocator[] = "GLIBC_TUNABLES=glibc.malloc.tcache_count=2000";
  std::vector<char*> variables;
  for (char** at = environ; *at != nullptr; ++at) variables.push_back(*at);
  variables.push_back(allocator);
  variables.push_back(nullptr);
  return variables;
}

tl::unexpected<Error> cannot_start(const std::string& program, int error) {
  return fail(ErrorCode::reader_failed, "the reader program " + program + " cannot be started: " + reason(error));
}

int milliseconds_until(ReaderProcess::Clock::time_point deadline) {
  const auto left = std::chrono::ceil<std::chrono::milliseconds>(deadline - ReaderProcess::Clock::now()).count();
  return static_cast<int>(std::clamp<std::int64_t>(left, 0, 3'600'000));
}

}  // namespace

Result<ReaderProcess> ReaderProcess::start(const std::string& program) {
  int ends[2];
  if (::socketpair(AF_UNIX, SOCK_STREAM | SOCK_CLOEXEC, 0, ends) != 0) return cannot_start(program, errno);
  std::string name = program;
  char* arguments[] = {name.data(), nullptr};
  const SpawnPlan plan(ends[1]);
  pid_t pid = -1;
  const int error =
      ::posix_spawn(&pid, program.c_str(), &plan.actions, &plan.attributes, arguments, reader_environment().data());
  ::close(ends[1]);
  if (error != 0) {
    ::close(ends[0]);
    return cannot_start(program, error);
  }
  return ReaderProcess(pid, ends[0]);
}

ReaderProcess::ReaderProcess(ReaderProcess&& other) noexcept
    : pid_(std::exchange(other.pid_, -1)), socket_(std::exchange(other.socket_, -1)) {}

ReaderProcess& ReaderProcess::operator=(ReaderProcess&& other) noexcept {
  std::swap(pid_, other.pid_);
  std::swap(socket_, other.socket_);
  return *this;
}

ReaderProcess::~ReaderProcess() {
  if (pid_ < 0) return;
  ::close(socket_);
  ::kill(pid_, SIGKILL);  // readers hold no state worth a farewell
  while (::waitpid(pid_, nullptr, 0) < 0 && errno == EINTR) continue;
}

// Looks without reaping: until the destructor reaps it, the process number cannot belong to anybody else.
Error ReaderProcess::ended() const {
  siginfo_t facts{};
  for (int i = 0; i < 100 && facts.si_pid == 0; ++i) {  // the socket closes a moment before the process is gone
    if (::waitid(P_PID, static_cast<id_t>(pid_), &facts, WEXITED | WNOHANG | WNOWAIT) != 0) break;
    if (facts.si_pid == 0) ::usleep(1000);
  }
  std::string how = "ended without an answer";
  if (facts.si_pid != 0 && facts.si_code != CLD_EXITED) {
    how = facts.si_status == SIGXCPU ? "used more processor time than the limit"
                                     : "crashed (signal " + std::to_string(facts.si_status) + ")";
  } else if (facts.si_pid != 0 && facts.si_status != 0) {
    how = "ended with status " + std::to_string(facts.si_status);
  }
  return fail(ErrorCode::reader_failed, "the reader " + how).value();
}

Result<std::string> ReaderProcess::exchange(std::string_view frame, Clock::time_point deadline, std::uint64_t most) {
  std::string answer;
  std::size_t wanted = kFrameHeader;
  while (answer.size() < wanted) {
    pollfd ready{socket_, static_cast<short>(frame.empty() ? POLLIN : POLLIN | POLLOUT), 0};
    const int left = milliseconds_until(deadline);
    const int count = ::poll(&ready, 1, left);
    if (count < 0 && errno != EINTR) return fail(ErrorCode::reader_failed, "waiting for the reader: " + reason(errno));
    if (count <= 0 && left == 0) return fail(ErrorCode::reader_failed, "out of time");
    if (count <= 0) continue;
    if (ready.revents & POLLOUT) {
      const ssize_t put = ::send(socket_, frame.data(), frame.size(), MSG_NOSIGNAL | MSG_DONTWAIT);
      if (put > 0) frame.remove_prefix(static_cast<std::size_t>(put));
      if (put < 0 && errno != EAGAIN && errno != EINTR) return tl::unexpected(ended());
    }
    if (!(ready.revents & (POLLIN | POLLHUP | POLLERR))) continue;
    const std::size_t used = answer.size();
    answer.resize(std::min(wanted, used + (1u << 20)));
    const ssize_t got = ::recv(socket_, answer.data() + used, answer.size() - used, MSG_DONTWAIT);
    answer.resize(used + static_cast<std::size_t>(std::max<ssize_t>(got, 0)));
    if (got == 0 || (got < 0 && errno != EAGAIN && errno != EINTR)) return tl::unexpected(ended());
    if (wanted == kFrameHeader && answer.size() == kFrameHeader) {
      const auto length = frame_length(answer, kAnswerMagic);
      if (!length || *length > most) return fail(ErrorCode::reader_failed, "the reader answered nonsense");
      wanted += *length;
    }
  }
  return answer.substr(kFrameHeader);
}

bool ReaderProcess::is_idle() const {
  pollfd ready{socket_, POLLIN, 0};
  return ::poll(&ready, 1, 0) == 0;
}

}  // namespace skillfit
