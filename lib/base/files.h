// Whole files in and out. The only place of the library that opens files.
#pragma once

#include <array>
#include <cstdint>
#include <string>
#include <string_view>

#include "skillfit/result.h"

namespace skillfit {

// All bytes of a regular file, a pipe, or standard input ("-"). Errors: not_found, not_readable, not_a_document (a
// directory or device), too_large (more than `limit` bytes; nothing beyond it is read).
Result<std::string> read_file(const std::string& path, std::uint64_t limit);

// The bytes [offset, offset + length) of a file. Errors as read_file; malformed if the file ends before.
Result<std::string> read_slice(const std::string& path, std::uint64_t offset, std::uint64_t length);

// Replaces `path` atomically: a temporary in the same folder, fsync, rename, fsync of the folder. A link keeps pointing
// where it does; what is no regular file (a device, a pipe) is written to as it is. "-" is not handled here. Errors:
// cannot_write; then `path` is as it was before and the temporary is gone.
Result<void> write_file(const std::string& path, std::string_view bytes);

// As write_file, but for the owner's eyes alone and without waiting for the disk: for what can be made again. Not for
// devices.
Result<void> write_private_file(const std::string& path, std::string_view bytes);

// SHA-256 (FIPS 180-4).
std::array<std::uint8_t, 32> sha256(std::string_view bytes);

}  // namespace skillfit
