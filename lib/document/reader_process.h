// One skillfit-reader process and the socket to it.
#pragma once

#include <sys/types.h>

#include <chrono>
#include <string>
#include <string_view>

#include "skillfit/result.h"

namespace skillfit {

// Owns a child process: ends and reaps it on destruction. Move-only.
class ReaderProcess {
 public:
  using Clock = std::chrono::steady_clock;

  static Result<ReaderProcess> start(const std::string& program);
  ReaderProcess(ReaderProcess&& other) noexcept;
  ReaderProcess& operator=(ReaderProcess&& other) noexcept;
  ~ReaderProcess();

  // Sends one frame and returns the payload of the frame that comes back. Errors: reader_failed. After an error the
  // process is of no use.
  Result<std::string> exchange(std::string_view frame, Clock::time_point deadline, std::uint64_t most);

  // Nothing to hear from an idle reader: readable means that it has died or talks out of turn.
  bool is_idle() const;
  pid_t pid() const { return pid_; }

 private:
  ReaderProcess(pid_t pid, int socket) : pid_(pid), socket_(socket) {}
  Error ended() const;

  pid_t pid_ = -1;
  int socket_ = -1;
};

}  // namespace skillfit
