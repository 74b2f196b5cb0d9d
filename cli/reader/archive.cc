// An archive of documents: its names, or the bytes of its entries. Every entry has its own outcome, and what comes out
// is counted from the first entry to the last, over as many requests as it takes.
#include <algorithm>

#include "readers.h"
#include "zip.h"

namespace skillfit::reader {

Result<ArchiveEntries> list_archive(const ReaderRequest& request) {
  const Result<Zip> zip = Zip::open(request.bytes);
  if (!zip) return tl::unexpected(zip.error());
  ArchiveEntries answer;
  for (std::uint64_t i = 0; i < zip->size(); ++i) answer.entries.emplace_back(zip->name(i));
  return answer;
}

Result<ArchiveEntries> unpack_archive(const ReaderRequest& request) {
  Result<Zip> zip = Zip::open(request.bytes, request.unpacked);
  if (!zip) return tl::unexpected(zip.error());
  const std::uint64_t end = std::min<std::uint64_t>(zip->size(), std::uint64_t{request.first} + request.count);
  ArchiveEntries answer;
  std::uint64_t held = 0;
  for (std::uint64_t i = request.first; i < end && held < kUnpackedAtOnce; ++i) {
    answer.entries.push_back(zip->part(i));
    if (answer.entries.back()) held += answer.entries.back()->size();
  }
  answer.unpacked = zip->unpacked();
  return answer;
}

}  // namespace skillfit::reader
