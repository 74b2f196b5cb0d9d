// What the library and skillfit-reader say to each other: one frame a message, over one socket.
//
//   frame    = magic (4 bytes), length of the payload (u32), payload; all numbers little endian
//   request  = format (u8), limits, the file's bytes
//   answer   = error code (u8; 255 = none), then the error's message, or text, blocks, hidden spans and notes
//
// The reader handles hostile files, so the library believes nothing it answers: lengths, spans and UTF-8 are checked.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

#include "skillfit/document.h"

namespace skillfit {

struct ReaderRequest {
  Format format = Format::text;
  ReadLimits limits;
  std::string bytes;
};

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

// From a frame's payload; nothing if it is not well formed.
std::optional<ReaderRequest> decode_request(std::string_view payload);
std::optional<Result<Document>> decode_answer(std::string_view payload);

}  // namespace skillfit
