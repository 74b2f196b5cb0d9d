// What reader processes answered before, by what they were asked: one file an answer. A run that was interrupted, or
// comes again, reads nothing twice. Answers are replaced whole and checked when they are read, so any number of
// processes may share the folder, and a damaged file is as good as none.
#pragma once

#include <array>
#include <cstdint>
#include <optional>
#include <string>

#include "document/wire.h"

namespace skillfit {

// The file in `folder` for the answer of `program` to `request`, of which only format and limits count: its name is a
// digest of these, the SHA-256 of the document, and the version, size and time of the program.
std::string cached_answer_path(const std::string& folder, const ReaderRequest& request,
                               const std::array<std::uint8_t, 32>& document, const std::string& program);

// Nothing if there is no such answer, or not a whole one.
std::optional<Result<Document>> find_answer(const std::string& path);

// Keeps what depends on the document alone; a folder that takes no more is no failure. Now and then the oldest answers
// are removed, so that the folder holds about 512 MiB at most.
void keep_answer(const std::string& path, const Result<Document>& answer);

}  // namespace skillfit
