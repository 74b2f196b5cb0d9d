// The reader process keeps nothing between two requests: each one sends the archive and says where to go on. What one
// answer holds is bounded, so neither side ever has all of a large archive unpacked in memory. When an answer fails,
// the next request asks for a single entry: a crash costs that entry and no other.
#include "document/archive.h"

#include <algorithm>
#include <utility>

#include "base/files.h"
#include "document/reader_pool.h"

namespace skillfit {
namespace {

constexpr std::uint64_t kArchiveBytes = 256u << 20;                    // of the archive's file
constexpr std::uint64_t kAnswerBytes = kUnpackedAtOnce + (80u << 20);  // one more entry of at most 64 MiB, and names
constexpr std::uint32_t kAll = ~std::uint32_t{0};

// Folders, what a file browser hides, and what macOS adds.
bool is_passed_over(std::string_view name) {
  if (name.empty() || name.ends_with('/') || name.starts_with("__MACOSX/")) return true;
  while (name.starts_with("../")) name.remove_prefix(3);
  return name.starts_with('.') || name.find("/.") != name.npos;
}

// Word and LibreOffice documents are zip archives, too.
bool is_document(const std::vector<Result<std::string>>& names) {
  return std::ranges::any_of(
      names, [](const auto& name) { return name && (*name == "[Content_Types].xml" || *name == "mimetype"); });
}

Result<ArchiveEntries> ask(const ReaderRequest& request, const std::string& reader_path) {
  std::optional<Result<ArchiveEntries>> answer;
  const Result<void> asked = ask_reader(request, reader_path, kAnswerBytes, [&](std::string_view payload) {
    answer = decode_entries(payload);
    return answer.has_value() && (!*answer || !(*answer)->entries.empty() || request.task == ReaderTask::list);
  });
  if (!asked) return tl::unexpected(asked.error());
  return std::move(*answer);
}

}  // namespace

Result<std::string> Archive::read_archive(const ReadOptions& options) {
  Result<std::string> bytes = read_file(file_, std::max(options.limits.file_bytes, kArchiveBytes));
  if (!bytes) return bytes;
  const auto digest = sha256(*bytes);
  if (listed_ && digest != digest_) return fail(ErrorCode::malformed, "changed while it was being read", file_);
  digest_ = digest;
  return bytes;
}

Result<std::vector<Archive::Entry>> Archive::list(const ReadOptions& options) {
  const std::lock_guard lock(mutex_);
  Result<std::string> bytes = read_archive(options);
  if (!bytes) return tl::unexpected(bytes.error());
  std::vector<Entry> entries;
  if (!bytes->starts_with("PK")) return entries;
  const Result<ArchiveEntries> names =
      ask({Format::text, options.limits, std::move(*bytes), ReaderTask::list}, options.reader_path);
  if (!names) return tl::unexpected(names.error());
  if (is_document(names->entries)) return entries;
  wanted_.assign(names->entries.size(), false);
  for (std::uint32_t i = 0; i < wanted_.size(); ++i) {
    const Result<std::string>& name = names->entries[i];
    if (!name || is_passed_over(*name)) continue;
    wanted_[i] = true;
    entries.push_back({i, *name});
  }
  listed_ = true;
  return entries;
}

Result<std::string> Archive::read(std::uint32_t index, const ReadOptions& options) {
  const std::lock_guard lock(mutex_);
  if (!waiting_.contains(index)) {
    Result<std::string> bytes = read_archive(options);
    if (!bytes) return bytes;
    if (index < next_) {  // handed over before: begin again
      waiting_.clear();
      next_ = 0;
      unpacked_ = 0;
    }
    ReaderRequest request{Format::text, options.limits, std::move(*bytes), ReaderTask::unpack};
    while (next_ <= index) unpack_more(request, options.reader_path);
  }
  return std::move(waiting_.extract(index).mapped());
}

void Archive::unpack_more(ReaderRequest& request, const std::string& reader_path) {
  request.first = next_;
  request.count = kAll;
  request.unpacked = unpacked_;
  Result<ArchiveEntries> answer = ask(request, reader_path);
  if (!answer && answer.error().code == ErrorCode::reader_failed) {
    request.count = 1;
    answer = ask(request, reader_path);
  }
  if (!answer) {
    waiting_.emplace(next_++, tl::unexpected(answer.error()));
    return;
  }
  unpacked_ = answer->unpacked;
  for (Result<std::string>& entry : answer->entries) {
    if (next_ >= wanted_.size() || wanted_[next_]) waiting_.emplace(next_, std::move(entry));
    ++next_;
  }
}

}  // namespace skillfit
