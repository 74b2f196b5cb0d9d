// Zip archives of documents. They are unpacked by a reader process, because their bytes come from strangers.
#pragma once

#include <array>
#include <cstdint>
#include <map>
#include <mutex>
#include <string>
#include <vector>

#include "document/wire.h"

namespace skillfit {

// One archive on disk. Thread-safe. Entries are unpacked some at a time and handed over once, so that of a large
// archive little stands in memory when its entries are asked for in order; any other order works and unpacks again.
class Archive {
 public:
  explicit Archive(std::string file) : file_(std::move(file)) {}

  // The entries that are documents by their place: index and name, in the archive's order; no folders, nothing hidden.
  // Empty if this is not an archive of documents but one document that is a zip itself (DOCX, ODT). Errors: those of
  // read_file, too_large, malformed, reader_failed.
  struct Entry {
    std::uint32_t index;
    std::string name;
  };
  Result<std::vector<Entry>> list(const ReadOptions& options);

  // The bytes of one entry. Errors: those of list, and too_large (of the entry, of all together), encrypted.
  Result<std::string> read(std::uint32_t index, const ReadOptions& options);

 private:
  Result<std::string> read_archive(const ReadOptions& options);
  void unpack_more(ReaderRequest& request, const std::string& reader_path);

  const std::string file_;
  std::mutex mutex_;
  std::array<std::uint8_t, 32> digest_{};  // of the file, as it was when it was listed
  bool listed_ = false;
  std::vector<bool> wanted_;                              // by index
  std::map<std::uint32_t, Result<std::string>> waiting_;  // unpacked, not yet handed over
  std::uint32_t next_ = 0;                                // the first entry not yet unpacked
  std::uint64_t unpacked_ = 0;                            // bytes that came out so far
};

}  // namespace skillfit
