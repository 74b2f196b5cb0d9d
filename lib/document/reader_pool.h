// The skillfit-reader processes: started when needed, reused, ended when they misbehave.
#pragma once

#include <array>
#include <cstdint>
#include <functional>
#include <string>

#include "document/wire.h"

namespace skillfit {

// Sends `request` to a reader process and the payload of what it answers, at most `most` bytes, to `understand`; a
// reader that is not understood is ended; one that ends without an answer, having read others before, is replaced by a
// fresh one. `reader_path` as in ReadOptions. Thread-safe: each call has a process to itself. Errors: reader_failed
// (crash, time, nonsense, cannot be started), or interrupted (stop_readers).
Result<void> ask_reader(const ReaderRequest& request, const std::string& reader_path, std::uint64_t most,
                        const std::function<bool(std::string_view payload)>& understand);

// Has a reader process read the document of `request`, or takes what one answered before from the cache, where it is
// known by `digest`: the SHA-256 of the bytes, or of those from which they were made. What `finish` adds to a new
// answer is kept with it; the same digest must always come with the same `finish`, which may be null. Errors: what the
// reader says about the file, and those of ask_reader.
Result<Document> read_in_process(const ReaderRequest& request, const std::array<std::uint8_t, 32>& digest,
                                 const ReadOptions& options, void (*finish)(Document&));

// Whether the cache of `options` holds the answer that read_in_process would give.
bool is_remembered(const ReaderRequest& request, const std::array<std::uint8_t, 32>& digest,
                   const ReadOptions& options);

// Starts as many reader processes as are wanting until there are `count`, and does not wait for them. If they cannot be
// started, who asks the first of them will hear of it.
void start_readers(unsigned count, const std::string& reader_path);

}  // namespace skillfit
