// POSIX calls rather than streams: errno says why a file could not be read, and the message passes that on.
#include "base/files.h"

#include <fcntl.h>
#include <nettle/sha2.h>
#include <poll.h>
#include <sys/stat.h>
#include <unistd.h>

#include <algorithm>
#include <cerrno>
#include <cstring>
#include <filesystem>
#include <system_error>

namespace skillfit {
namespace {

constexpr int kPatience = 5000;  // milliseconds

// Closes on scope exit; standard input is left open.
class Descriptor {
 public:
  explicit Descriptor(int number) : number_(number) {}
  Descriptor(const Descriptor&) = delete;
  Descriptor& operator=(const Descriptor&) = delete;
  ~Descriptor() {
    if (number_ > 2) ::close(number_);
  }
  int get() const { return number_; }
  // Closes now and says whether the system reported an error (a full disk may only show here).
  bool close_well() {
    const int number = number_;
    number_ = -1;
    return ::close(number) == 0;
  }

 private:
  int number_;
};

std::string reason(int error) {
  return std::generic_category().message(error);
}

tl::unexpected<Error> cannot_open(const std::string& path, int error) {
  const auto code = error == ENOENT || error == ENOTDIR ? ErrorCode::not_found : ErrorCode::not_readable;
  return fail(code, code == ErrorCode::not_found ? "no such file" : "cannot be opened: " + reason(error), path);
}

tl::unexpected<Error> over_limit(const std::string& path, std::uint64_t limit) {
  return fail(ErrorCode::too_large, "larger than the limit of " + std::to_string(limit) + " bytes", path);
}

// Reads until the end, an error, or `limit` + 1 bytes.
Result<std::string> read_all(const Descriptor& file, std::uint64_t expected, std::uint64_t limit,
                             const std::string& path) {
  std::string bytes;
  std::size_t used = 0;
  bytes.resize(std::min<std::uint64_t>(expected + 1, limit + 1));
  while (true) {
    const ssize_t got = ::read(file.get(), bytes.data() + used, bytes.size() - used);
    if (got < 0 && errno == EINTR) continue;
    if (got < 0) return fail(ErrorCode::not_readable, "cannot be read: " + reason(errno), path);
    if (got == 0) break;
    used += static_cast<std::size_t>(got);
    if (used > limit) return over_limit(path, limit);
    if (used == bytes.size()) bytes.resize(std::min<std::uint64_t>(used * 2 + 65536, limit + 1));
  }
  bytes.resize(used);
  return bytes;
}

bool write_all(int file, std::string_view bytes) {
  while (!bytes.empty()) {
    const ssize_t put = ::write(file, bytes.data(), bytes.size());
    if (put < 0 && errno == EINTR) continue;
    if (put <= 0) return false;
    bytes.remove_prefix(static_cast<std::size_t>(put));
  }
  return true;
}

tl::unexpected<Error> cannot_write(const std::string& path, int error) {
  return fail(ErrorCode::cannot_write, "cannot be written: " + reason(error), path);
}

Result<void> write_device(const std::string& path, std::string_view bytes) {
  Descriptor file(::open(path.c_str(), O_WRONLY | O_CLOEXEC));
  if (file.get() < 0 || !write_all(file.get(), bytes) || !file.close_well()) return cannot_write(path, errno);
  return {};
}

struct Writing {
  mode_t mode;
  bool durable;  // wait until the disk has it
};

Result<void> replace_file(const std::string& path, std::string_view bytes, Writing how) {
  const std::filesystem::path target(path);
  const std::string folder = target.has_parent_path() ? target.parent_path().string() : ".";
  std::string temporary = folder + "/.skillfit-XXXXXX";
  const auto give_up = [&](int error) {
    ::unlink(temporary.c_str());
    return cannot_write(path, error);
  };
  Descriptor file(::mkostemp(temporary.data(), O_CLOEXEC));
  if (file.get() < 0) return cannot_write(path, errno);
  if (!write_all(file.get(), bytes) || ::fchmod(file.get(), how.mode) != 0) return give_up(errno);
  if (how.durable && ::fsync(file.get()) != 0) return give_up(errno);
  if (!file.close_well()) return give_up(errno);
  if (::rename(temporary.c_str(), path.c_str()) != 0) return give_up(errno);
  if (!how.durable) return {};
  const Descriptor directory(::open(folder.c_str(), O_RDONLY | O_DIRECTORY | O_CLOEXEC));
  if (directory.get() >= 0) ::fsync(directory.get());  // the data is safe; a folder that cannot be synced is no failure
  return {};
}

}  // namespace

Result<std::string> read_file(const std::string& path, std::uint64_t limit) {
  const Descriptor file(path == "-" ? 0 : ::open(path.c_str(), O_RDONLY | O_CLOEXEC | O_NONBLOCK));
  if (file.get() < 0) return cannot_open(path, errno);
  struct stat facts {};
  if (::fstat(file.get(), &facts) != 0)
    return fail(ErrorCode::not_readable, "cannot be examined: " + reason(errno), path);
  if (S_ISDIR(facts.st_mode)) return fail(ErrorCode::not_a_document, "is a directory, not a document", path);
  const bool regular = S_ISREG(facts.st_mode);
  if (!regular && path != "-" && !S_ISFIFO(facts.st_mode)) {
    return fail(ErrorCode::not_a_document, "is a device or socket, not a document", path);
  }
  if (!regular && path != "-") {
    // A pipe that nobody has opened for writing yet looks empty: its writer gets a moment to come.
    pollfd first{file.get(), POLLIN, 0};
    ::poll(&first, 1, kPatience);
    ::fcntl(file.get(), F_SETFL, ::fcntl(file.get(), F_GETFL) & ~O_NONBLOCK);
  }
  if (regular && static_cast<std::uint64_t>(facts.st_size) > limit) return over_limit(path, limit);
  return read_all(file, regular ? static_cast<std::uint64_t>(facts.st_size) : 65536, limit, path);
}

Result<std::string> read_slice(const std::string& path, std::uint64_t offset, std::uint64_t length) {
  const Descriptor file(::open(path.c_str(), O_RDONLY | O_CLOEXEC));
  if (file.get() < 0) return cannot_open(path, errno);
  std::string bytes(length, '\0');
  std::size_t used = 0;
  while (used < length) {
    const ssize_t got = ::pread(file.get(), bytes.data() + used, length - used, static_cast<off_t>(offset + used));
    if (got < 0 && errno == EINTR) continue;
    if (got < 0) return fail(ErrorCode::not_readable, "cannot be read: " + reason(errno), path);
    if (got == 0) return fail(ErrorCode::malformed, "changed while it was being read", path);
    used += static_cast<std::size_t>(got);
  }
  return bytes;
}

Result<void> write_file(const std::string& path, std::string_view bytes) {
  struct stat facts {};
  const bool exists = ::stat(path.c_str(), &facts) == 0;
  if (exists && !S_ISREG(facts.st_mode)) return write_device(path, bytes);
  std::error_code error;
  const std::string target = exists ? std::filesystem::canonical(path, error).string() : path;
  return replace_file(target, bytes, {exists ? facts.st_mode & 07777 : 0644, true});
}

Result<void> write_private_file(const std::string& path, std::string_view bytes) {
  return replace_file(path, bytes, {0600, false});
}

std::array<std::uint8_t, 32> sha256(std::string_view bytes) {
  sha256_ctx context;
  sha256_init(&context);
  sha256_update(&context, bytes.size(), reinterpret_cast<const std::uint8_t*>(bytes.data()));
  std::array<std::uint8_t, 32> digest{};
  sha256_digest(&context, digest.size(), digest.data());
  return digest;
}

}  // namespace skillfit
