// The skillfit-reader processes: started when needed, reused, ended when they misbehave.
#pragma once

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

// Has a reader process read the document of `request`, or takes what one answered before from the cache. Errors: what
// the reader says about the file, and those of ask_reader.
Result<Document> read_in_process(const ReaderRequest& request, const ReadOptions& options);

}  // namespace skillfit
