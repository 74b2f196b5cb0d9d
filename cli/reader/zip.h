// The parts of a zip archive in memory, with a guard against archives made to explode.
#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "skillfit/result.h"

struct zip;

namespace skillfit::reader {

// Not thread-safe. The archive's bytes must outlive it.
class Zip {
 public:
  // `unpacked`: bytes that came out of this archive before, of the most that may.
  static Result<Zip> open(std::string_view bytes, std::uint64_t unpacked = 0);
  Zip(Zip&& other) noexcept;
  Zip& operator=(Zip&&) = delete;
  ~Zip();

  // The bytes of one part; nothing if there is no such part. Sizes that the archive declares are not believed: what
  // comes out is counted. Errors: too_large, encrypted, malformed.
  Result<std::optional<std::string>> part(const std::string& name);
  Result<std::string> part(std::uint64_t index);

  std::uint64_t size() const;                   // parts, at most 10,000
  std::string name(std::uint64_t index) const;  // in UTF-8; folders end in /
  std::uint64_t unpacked() const { return unpacked_; }

 private:
  Zip(zip* archive, std::uint64_t size, std::uint64_t unpacked) : archive_(archive), size_(size), unpacked_(unpacked) {}
  zip* archive_;
  std::uint64_t size_;      // bytes of the archive
  std::uint64_t unpacked_;  // bytes so far
};

}  // namespace skillfit::reader
