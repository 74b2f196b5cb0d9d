#include "zip.h"

#include <zip.h>

#include <algorithm>
#include <memory>
#include <utility>

namespace skillfit::reader {
namespace {

constexpr std::uint64_t kPart = 64u << 20;      // bytes of one part, unpacked
constexpr std::uint64_t kArchive = 256u << 20;  // of all parts
constexpr std::uint64_t kRatio = 100;           // unpacked to packed; text reaches about 20
constexpr std::uint64_t kFreely = 1u << 20;     // bytes below which the ratio does not matter
constexpr zip_int64_t kEntries = 10'000;

tl::unexpected<Error> bomb(const std::string& what) {
  return fail(ErrorCode::too_large, what + ": refused as a zip bomb");
}

// What is wrong with unpacking so much, if anything.
std::string excess(std::uint64_t part, std::uint64_t all, std::uint64_t packed) {
  if (part > kPart) return "a part unpacks to more than 64 MiB";
  if (all > kArchive) return "it unpacks to more than 256 MiB";
  if (part > kFreely && part / kRatio > packed) return "a part unpacks to more than 100 times its size";
  return {};
}

}  // namespace

Result<Zip> Zip::open(std::string_view bytes, std::uint64_t unpacked) {
  zip_error_t error;
  zip_error_init(&error);
  zip_source_t* source = zip_source_buffer_create(bytes.data(), bytes.size(), 0, &error);
  zip_t* archive = source ? zip_open_from_source(source, ZIP_RDONLY, &error) : nullptr;
  zip_error_fini(&error);
  if (!archive) {
    zip_source_free(source);
    return fail(ErrorCode::malformed, "not a complete zip archive: cut off or damaged");
  }
  Zip opened(archive, bytes.size(), unpacked);
  if (zip_get_num_entries(archive, 0) > kEntries) return bomb("more than 10000 parts");
  return opened;
}

Zip::Zip(Zip&& other) noexcept
    : archive_(std::exchange(other.archive_, nullptr)), size_(other.size_), unpacked_(other.unpacked_) {}

Zip::~Zip() {
  if (archive_) zip_discard(archive_);
}

Result<std::optional<std::string>> Zip::part(const std::string& name) {
  const zip_int64_t index = zip_name_locate(archive_, name.c_str(), 0);
  if (index < 0) return std::nullopt;
  return part(static_cast<std::uint64_t>(index));
}

std::uint64_t Zip::size() const {
  return static_cast<std::uint64_t>(zip_get_num_entries(archive_, 0));
}

std::string Zip::name(std::uint64_t index) const {
  const char* name = zip_get_name(archive_, index, 0);
  return name ? name : "";
}

Result<std::string> Zip::part(std::uint64_t index) {
  const std::string called = name(index);
  zip_stat_t facts;
  zip_stat_init(&facts);
  if (zip_stat_index(archive_, index, 0, &facts) != 0)
    return fail(ErrorCode::malformed, called + " inside it is damaged");
  const std::unique_ptr<zip_file_t, decltype(&zip_fclose)> file(zip_fopen_index(archive_, index, 0), zip_fclose);
  if (!file) {
    const bool locked = zip_error_code_zip(zip_get_error(archive_)) == ZIP_ER_NOPASSWD;
    return fail(locked ? ErrorCode::encrypted : ErrorCode::malformed,
                locked ? "the document needs a password: save a copy without one" : called + " inside it is damaged");
  }
  const std::uint64_t packed = facts.valid & ZIP_STAT_COMP_SIZE ? std::min(facts.comp_size, size_) : size_;
  std::string bytes;
  while (true) {
    const std::size_t used = bytes.size();
    bytes.resize(used + 65536);
    const zip_int64_t got = zip_fread(file.get(), bytes.data() + used, 65536);
    if (got < 0) return fail(ErrorCode::malformed, called + " inside it is damaged");
    bytes.resize(used + static_cast<std::size_t>(got));
    if (got == 0) return bytes;
    unpacked_ += static_cast<std::uint64_t>(got);
    if (const std::string problem = excess(bytes.size(), unpacked_, packed); !problem.empty()) return bomb(problem);
  }
}

}  // namespace skillfit::reader
