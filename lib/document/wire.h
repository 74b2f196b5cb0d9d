// What the library and skillfit-reader say to each other: one frame a message, over one socket.
//
//   frame    = magic (4 bytes), length of the payload (u32), payload; all numbers little endian
//   request  = task (u8), format (u8), limits, the file's bytes, and for an archive from which entry on, how many, and
//              the bytes unpacked before
//   answer   = error code (u8; 255 = none), then the error's message, or text, blocks, hidden spans and notes,
//              or of an archive the bytes unpacked so far and its entries: error code, then bytes or message
//
// The reader handles hostile files, so the library believes nothing it answers: lengths, spans and UTF-8 are checked.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "skillfit/document.h"

namespace skillfit {

enum class ReaderTask : std::uint8_t {
  read,    // bytes of one document -> Document
  list,    // bytes of a zip archive -> the names of its entries
  unpack,  // bytes of a zip archive -> the bytes of some of its entries
};

struct ReaderRequest {
  Format format = Format::text;
  ReadLimits limits;
  std::string bytes;
  ReaderTask task = ReaderTask::read;
  std::uint32_t first = 0, count = 0;  // unpack: entries [first, first + count), as many of them as one answer holds
  std::uint64_t unpacked = 0;          // unpack: bytes that came out of this archive before
};

// What became of the entries of an archive, in the archive's order: names or bytes.
struct ArchiveEntries {
  std::vector<Result<std::string>> entries;
  std::uint64_t unpacked = 0;  // bytes that came out of the archive so far
};

// An answer to `unpack` ends after the entry with which it exceeds so many bytes.
inline constexpr std::uint64_t kUnpackedAtOnce = 32u << 20;

using FrameMagic = std::string_view;
inline constexpr FrameMagic kRequestMagic = "SFQ1";
inline constexpr FrameMagic kAnswerMagic = "SFA1";
inline constexpr std::size_t kFrameHeader = 8;

// The payload's length that a frame's header announces; nothing if it is no header of this kind.
// REQUIRES: header.size() >= kFrameHeader.
std::optional<std::uint32_t> frame_length(std::string_view header, FrameMagic magic);

// Whole frames. REQUIRES: less than 4 GiB.
std::string encode_request(const ReaderRequest& request);
std::string encode_answer(const Result<Document>& answer);
std::string encode_entries(const Result<ArchiveEntries>& answer);

// From a frame's payload; nothing if it is not well formed.
std::optional<ReaderRequest> decode_request(std::string_view payload);
std::optional<Result<Document>> decode_answer(std::string_view payload);
std::optional<Result<ArchiveEntries>> decode_entries(std::string_view payload);

}  // namespace skillfit
