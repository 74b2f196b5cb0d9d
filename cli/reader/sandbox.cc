// Limits that the process sets on itself: a parser that runs wild ends this process, and one process is one file. What
// it could do beyond that to others is taken away for good: landlock leaves it the system's files to read (fonts,
// tables of characters), and seccomp the calls that reading takes. Each works without the other, and an old kernel has
// neither.
#include "sandbox.h"

#include <fcntl.h>
#include <linux/audit.h>
#include <linux/filter.h>
#include <linux/landlock.h>
#include <linux/seccomp.h>
#include <poll.h>
#include <sys/prctl.h>
#include <sys/resource.h>
#include <sys/syscall.h>
#include <unistd.h>

#include <cerrno>
#include <csignal>
#include <cstddef>
#include <vector>

#if defined(__SANITIZE_ADDRESS__)
#define SKILLFIT_SHADOW_MEMORY 1
#elif defined(__has_feature)
#if __has_feature(address_sanitizer)
#define SKILLFIT_SHADOW_MEMORY 1
#endif
#endif
#if defined(__SANITIZE_THREAD__)
#define SKILLFIT_SHADOW_MEMORY 1
#endif

namespace skillfit::reader {
namespace {

void limit(__rlimit_resource what, rlim_t value) {
  const rlimit both{value, value};
  ::setrlimit(what, &both);  // a stricter limit set from outside stays: then this fails, as it should
}

constexpr const char* kReadable[] = {"/usr", "/lib", "/lib64", "/etc", "/opt", "/nix", "/var/cache/fontconfig"};
constexpr std::uint64_t kReading = LANDLOCK_ACCESS_FS_READ_FILE | LANDLOCK_ACCESS_FS_READ_DIR;

// Every right to files that this kernel's landlock knows: each version after the first added one.
std::uint64_t file_rights(long version) {
  std::uint64_t rights = (1u << 13) - 1;
  if (version >= 2) rights |= 1u << 13;  // move between folders
  if (version >= 3) rights |= 1u << 14;  // truncate
  if (version >= 5) rights |= 1u << 15;  // control devices
  return rights;
}

void close_files() {
  const long version = ::syscall(SYS_landlock_create_ruleset, nullptr, 0, LANDLOCK_CREATE_RULESET_VERSION);
  if (version < 1) return;
  landlock_ruleset_attr rules{};
  rules.handled_access_fs = file_rights(version);
  const int ruleset =
      static_cast<int>(::syscall(SYS_landlock_create_ruleset, &rules, sizeof rules.handled_access_fs, 0));
  if (ruleset < 0) return;
  for (const char* folder : kReadable) {
    landlock_path_beneath_attr below{};
    below.allowed_access = kReading;
    below.parent_fd = ::open(folder, O_PATH | O_CLOEXEC);
    if (below.parent_fd < 0) continue;
    ::syscall(SYS_landlock_add_rule, ruleset, LANDLOCK_RULE_PATH_BENEATH, &below, 0);
    ::close(below.parent_fd);
  }
  ::syscall(SYS_landlock_restrict_self, ruleset, 0);
  ::close(ruleset);
}

#if defined(__x86_64__)
constexpr std::uint32_t kMachine = AUDIT_ARCH_X86_64;
#elif defined(__aarch64__)
constexpr std::uint32_t kMachine = AUDIT_ARCH_AARCH64;
#endif

// All that reading takes; anything else, such as a socket, a process or a file to write, fails with EPERM. The calls of
// the last rows are those that older machines have besides.
constexpr std::uint32_t kCalls[] = {
    SYS_read,
    SYS_write,
    SYS_readv,
    SYS_writev,
    SYS_pread64,
    SYS_lseek,
    SYS_close,
    SYS_fstat,
    SYS_newfstatat,
    SYS_statx,
    SYS_statfs,
    SYS_fstatfs,
    SYS_faccessat,
    SYS_readlinkat,
    SYS_getdents64,
    SYS_fcntl,
    SYS_fadvise64,
    SYS_getcwd,
    SYS_dup,
    SYS_dup3,
    SYS_mmap,
    SYS_munmap,
    SYS_mprotect,
    SYS_mremap,
    SYS_madvise,
    SYS_brk,
    SYS_futex,
    SYS_getpid,
    SYS_gettid,
    SYS_getuid,
    SYS_geteuid,
    SYS_getgid,
    SYS_getegid,
    SYS_uname,
    SYS_sysinfo,
    SYS_getcpu,
    SYS_sched_getaffinity,
    SYS_sched_yield,
    SYS_rt_sigaction,
    SYS_rt_sigprocmask,
    SYS_rt_sigreturn,
    SYS_sigaltstack,
    SYS_clock_gettime,
    SYS_clock_getres,
    SYS_clock_nanosleep,
    SYS_nanosleep,
    SYS_gettimeofday,
    SYS_times,
    SYS_getrusage,
    SYS_getrlimit,
    SYS_setrlimit,
    SYS_prlimit64,
    SYS_getrandom,
    SYS_restart_syscall,
    SYS_set_robust_list,
    SYS_ppoll,
    SYS_exit,
    SYS_exit_group,
#ifdef SYS_faccessat2
    SYS_faccessat2,
#endif
#ifdef SYS_rseq
    SYS_rseq,
#endif
#ifdef __x86_64__
    SYS_stat,
    SYS_lstat,
    SYS_access,
    SYS_readlink,
    SYS_dup2,
    SYS_poll,
    SYS_time,
    SYS_arch_prctl,
#endif
};

// A filter program: see seccomp(2). Jumps count instructions to pass over.
class Filter {
 public:
  Filter() {
    load(offsetof(seccomp_data, arch));
    code_.push_back(BPF_JUMP(BPF_JMP | BPF_JEQ | BPF_K, kMachine, 1, 0));
    answer(SECCOMP_RET_KILL_PROCESS);
    load(offsetof(seccomp_data, nr));
  }
  void allow(std::uint32_t call) {
    code_.push_back(BPF_JUMP(BPF_JMP | BPF_JEQ | BPF_K, call, 0, 1));
    answer(SECCOMP_RET_ALLOW);
  }
  // An opening call whose flags are its argument number `flags`.
  void allow_reading(std::uint32_t call, unsigned flags) {
    code_.push_back(BPF_JUMP(BPF_JMP | BPF_JEQ | BPF_K, call, 0, 4));
    load(static_cast<std::uint32_t>(offsetof(seccomp_data, args) + flags * sizeof(std::uint64_t)));  // the low half
    code_.push_back(BPF_JUMP(BPF_JMP | BPF_JSET | BPF_K, O_WRONLY | O_RDWR | O_CREAT | O_TRUNC, 0, 1));
    answer(SECCOMP_RET_ERRNO | EPERM);
    answer(SECCOMP_RET_ALLOW);
  }
  void install() {
    answer(SECCOMP_RET_ERRNO | EPERM);
    const sock_fprog program{static_cast<unsigned short>(code_.size()), code_.data()};
    ::prctl(PR_SET_SECCOMP, SECCOMP_MODE_FILTER, &program);
  }

 private:
  void load(std::uint32_t at) { code_.push_back(BPF_STMT(BPF_LD | BPF_W | BPF_ABS, at)); }
  void answer(std::uint32_t what) { code_.push_back(BPF_STMT(BPF_RET | BPF_K, what)); }
  std::vector<sock_filter> code_;
};

void close_calls() {
  Filter filter;
  filter.allow_reading(SYS_openat, 2);
#ifdef SYS_open
  filter.allow_reading(SYS_open, 1);
#endif
  for (const std::uint32_t call : kCalls) filter.allow(call);
#ifdef SKILLFIT_SHADOW_MEMORY
  filter.allow(SYS_pipe2);  // the sanitizers ask a pipe whether an address can be read
#endif
  filter.install();
}

bool is_parent_there() {
  pollfd parent{STDIN_FILENO, POLLRDHUP, 0};
  return ::poll(&parent, 1, 0) == 0;
}

// The signal says that something happened on the socket: also what the parent wrote, if it is told only after that was
// read.
void end_if_alone(int) {
  const int error = errno;
  if (!is_parent_there()) ::_exit(1);
  errno = error;
}

}  // namespace

void give_up_rights() {
  limit(RLIMIT_CORE, 0);
  limit(RLIMIT_FSIZE, 0);
  limit(RLIMIT_NOFILE, 32);  // fontconfig looks at a few files when a PDF does not embed its fonts
  struct sigaction on_signal {};
  on_signal.sa_handler = end_if_alone;
  on_signal.sa_flags = SA_RESTART;
  ::sigaction(SIGIO, &on_signal, nullptr);
  ::fcntl(STDIN_FILENO, F_SETOWN, ::getpid());
  ::prctl(PR_SET_NO_NEW_PRIVS, 1, 0, 0, 0);
  close_files();
  close_calls();
}

void set_limits(const ReadLimits& limits) {
#ifndef SKILLFIT_SHADOW_MEMORY  // sanitizers reserve terabytes
  limit(RLIMIT_AS, limits.memory_bytes);
#endif
  // The parent watches the clock; this only stops a process whose parent is gone.
  rusage used{};
  ::getrusage(RUSAGE_SELF, &used);
  rlimit processor{};
  ::getrlimit(RLIMIT_CPU, &processor);
  processor.rlim_cur =
      static_cast<rlim_t>(used.ru_utime.tv_sec + used.ru_stime.tv_sec) + limits.milliseconds / 1000 + 2;
  ::setrlimit(RLIMIT_CPU, &processor);
}

bool end_with_parent(bool on) {
  ::fcntl(STDIN_FILENO, F_SETFL, on ? O_ASYNC : 0);
  return is_parent_there();
}

}  // namespace skillfit::reader
