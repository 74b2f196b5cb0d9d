// The skillfit-reader processes: started when needed, reused, ended when they misbehave.
#pragma once

#include <string>

#include "document/wire.h"

namespace skillfit {

// Has a reader process read `request`. `reader_path` as in ReadOptions. Thread-safe: each call has a process to itself.
// Errors: what the reader says about the file, or reader_failed (crash, time, nonsense, cannot be started), or
// interrupted (stop_readers).
Result<Document> read_in_process(const ReaderRequest& request, const std::string& reader_path);

}  // namespace skillfit
