// Limits that the process sets on itself: a parser that runs wild ends this process, and one process is one file.
#include "sandbox.h"

#include <sys/prctl.h>
#include <sys/resource.h>

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

}  // namespace

void give_up_rights() {
  limit(RLIMIT_CORE, 0);
  limit(RLIMIT_FSIZE, 0);
  limit(RLIMIT_NOFILE, 32);  // fontconfig looks at a few files when a PDF does not embed its fonts
  ::prctl(PR_SET_NO_NEW_PRIVS, 1, 0, 0, 0);
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

}  // namespace skillfit::reader
