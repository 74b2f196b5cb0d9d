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
  static Result<Zip> open(std::string_view bytes);
  Zip(Zip&& other) noexcept;
  Zip& operator=(Zip&&) = delete;
  ~Zip();

  // The bytes of one part; nothing if there is no such part. Sizes that the archive declares are not believed: what
  // comes out is counted. Errors: too_large, encrypted, malformed.
  Result<std::optional<std::string>> part(const std::string& name);

 private:
  Zip(zip* archive, std::uint64_t size) : archive_(archive), size_(size) {}
  zip* archive_;
  std::uint64_t size_;          // of the archive
  std::uint64_t unpacked_ = 0;  // so far
};

}  // namespace skillfit::reader
