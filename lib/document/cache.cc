// A file is the SHA-256 of a frame and the frame: the answer just as it came over the wire. Digests spread evenly over
// sixteen folders, so each of them may hold a sixteenth of the whole, and one in 256 writes puts its folder in order:
// the size is bounded without any bookkeeping that two processes could disagree about.
#include "document/cache.h"

#include <sys/stat.h>
#include <unistd.h>

#include <algorithm>
#include <array>
#include <cerrno>
#include <filesystem>
#include <system_error>
#include <utility>
#include <vector>

#include "base/files.h"

namespace skillfit {
namespace {

namespace fs = std::filesystem;

constexpr std::string_view kShards = "0123456789abcdef";
constexpr std::uint64_t kShardBytes = (512u << 20) / 16;
constexpr std::uint64_t kMostBytes = kShardBytes / 2;  // of one answer: a larger one would push out all others
constexpr std::size_t kDigest = 32;

std::string_view bytes_of(const std::array<std::uint8_t, kDigest>& digest) {
  return {reinterpret_cast<const char*>(digest.data()), digest.size()};
}

// What happened to the reader says nothing about the document, and how far its memory reaches depends on its past.
bool is_lasting(const Result<Document>& answer) {
  if (answer) return true;
  const ErrorCode code = answer.error().code;
  return code == ErrorCode::malformed || code == ErrorCode::encrypted || code == ErrorCode::needs_ocr ||
         code == ErrorCode::empty;
}

struct Entry {
  fs::file_time_type written;
  std::uint64_t bytes;
  fs::path path;
};

// Removes the oldest of a folder's answers until three quarters of what it may hold are left.
void tidy(const fs::path& shard) {
  std::vector<Entry> entries;
  std::uint64_t all = 0;
  std::error_code error;
  for (fs::directory_iterator it(shard, error), end; !error && it != end; it.increment(error)) {
    std::error_code gone;
    Entry entry{it->last_write_time(gone), it->file_size(gone), it->path()};
    if (gone) continue;
    all += entry.bytes;
    entries.push_back(std::move(entry));
  }
  if (all <= kShardBytes) return;
  std::ranges::sort(entries, {}, &Entry::written);
  for (const Entry& entry : entries) {
    if (all <= kShardBytes / 4 * 3) return;
    fs::remove(entry.path, error);
    all -= entry.bytes;
  }
}

}  // namespace

Result<void> prepare_cache(const std::string& folder) {
  const auto give_up = [&](const std::string& why) {
    return fail(ErrorCode::cannot_write, "cannot be used as a cache: " + why, folder);
  };
  std::error_code error;
  if (fs::create_directories(folder, error)) fs::permissions(folder, fs::perms::owner_all, error);
  struct stat facts {};
  if (!error && ::stat(folder.c_str(), &facts) != 0) error.assign(errno, std::generic_category());
  // Who can write here can put words into anybody's mouth.
  if (!error && facts.st_uid != ::geteuid()) return give_up("it belongs to another user");
  if (!error && (facts.st_mode & (S_IWGRP | S_IWOTH)) != 0) return give_up("others may write there");
  for (const char shard : kShards) {
    const std::string path = folder + "/" + shard;
    if (!error) fs::create_directory(path, error);
    if (!error && ::access(path.c_str(), R_OK | W_OK | X_OK) != 0) error.assign(errno, std::generic_category());
  }
  if (error) return give_up(error.message());
  return {};
}

std::string cached_answer_path(const std::string& folder, const ReaderRequest& request,
                               const std::array<std::uint8_t, 32>& document, const std::string& program) {
  struct stat facts {};
  ::stat(program.c_str(), &facts);
  const std::string reader = SKILLFIT_VERSION " " + std::to_string(facts.st_size) + " " +
                             std::to_string(facts.st_mtim.tv_sec) + "." + std::to_string(facts.st_mtim.tv_nsec) + "\n";
  const std::string digest =
      to_hex(sha256(reader + encode_request({request.format, request.limits, std::string(bytes_of(document))})));
  return folder + "/" + digest[0] + "/" + digest.substr(1);
}

std::optional<Result<Document>> find_answer(const std::string& path) {
  const Result<std::string> entry = read_file(path, kMostBytes);
  if (!entry || entry->size() < kDigest + kFrameHeader) return {};
  const std::string_view frame = std::string_view(*entry).substr(kDigest);
  if (bytes_of(sha256(frame)) != std::string_view(*entry).substr(0, kDigest)) return {};
  if (frame_length(frame, kAnswerMagic) != frame.size() - kFrameHeader) return {};
  return decode_answer(frame.substr(kFrameHeader));
}

void keep_answer(const std::string& path, const Result<Document>& answer) {
  if (!is_lasting(answer)) return;
  const std::string frame = encode_answer(answer);
  if (frame.size() + kDigest > kMostBytes) return;
  const auto digest = sha256(frame);
  if (!write_private_file(path, std::string(bytes_of(digest)) + frame)) return;
  if (digest[0] == 0) tidy(fs::path(path).parent_path());
}

}  // namespace skillfit
