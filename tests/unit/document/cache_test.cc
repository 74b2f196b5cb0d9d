#include "document/cache.h"

#include <doctest/doctest.h>
#include <sys/stat.h>
#include <unistd.h>

#include <algorithm>
#include <chrono>
#include <filesystem>

#include "base/files.h"
#include "base/pool.h"
#include "random.h"

using namespace skillfit;
using namespace skillfit::testing;
namespace fs = std::filesystem;

namespace {

class Folder {
 public:
  Folder() {
    fs::remove_all(path_);
    REQUIRE(prepare_cache(path_));
  }
  ~Folder() { fs::remove_all(path_); }
  std::string path() const { return path_; }
  std::vector<fs::path> files() const {
    std::vector<fs::path> found;
    for (const auto& entry : fs::recursive_directory_iterator(path_)) {
      if (entry.is_regular_file()) found.push_back(entry.path());
    }
    return found;
  }

 private:
  fs::path path_ = fs::temp_directory_path() / ("skillfit-cache-" + std::to_string(::getpid()));
};

ReadOptions with(const Folder& folder, const std::string& reader = SKILLFIT_BINARY_DIR "/bin/skillfit-reader") {
  ReadOptions options;
  options.cache_folder = folder.path();
  options.reader_path = reader;
  return options;
}

Document full_document() {
  Document document;
  document.text = "Go \u2022 C++";
  document.blocks = {{BlockKind::heading, {0, 2}, 1}, {BlockKind::list_item, {3, 9}, 2}};
  document.hidden = {{3, 6}};
  document.notes = {{"hidden_text", "message", {0, 2}}};
  return document;
}

const std::string kPage = "<html><body><p>Go and C++<p style='display:none'>Rust</body></html>";

}  // namespace

TEST_CASE("what is kept is what was answered, byte for byte") {
  const Folder folder;
  const std::string path = cached_answer_path(folder.path(), {Format::html, {}, {}}, sha256(kPage), "/bin/sh");
  const Result<Document> rows[] = {full_document(), fail(ErrorCode::needs_ocr, "a scan"),
                                   fail(ErrorCode::encrypted, "locked"), fail(ErrorCode::malformed, "cut off")};
  for (const Result<Document>& answer : rows) {
    keep_answer(path, answer);
    const auto found = find_answer(path);
    REQUIRE(found);
    CHECK(encode_answer(*found) == encode_answer(answer));
  }
  CHECK((fs::status(path).permissions() & fs::perms::mask) == (fs::perms::owner_read | fs::perms::owner_write));
}

TEST_CASE("what happened to the reader is not kept") {
  const Folder folder;
  const std::string path = cached_answer_path(folder.path(), {Format::html, {}, {}}, sha256(kPage), "/bin/sh");
  for (const ErrorCode code :
       {ErrorCode::reader_failed, ErrorCode::interrupted, ErrorCode::internal, ErrorCode::too_large}) {
    keep_answer(path, fail(code, "this time"));
    CHECK(!find_answer(path));
  }
  CHECK(folder.files().empty());
}

TEST_CASE("bytes, format, limits and the reader each make another answer") {
  const auto digest = sha256(kPage);
  const ReaderRequest request{Format::html, {}, {}};
  const std::string path = cached_answer_path("c", request, digest, "/bin/sh");
  CHECK(path == cached_answer_path("c", {Format::html, {}, kPage}, digest, "/bin/sh"));
  CHECK(path != cached_answer_path("c", request, sha256(kPage + " "), "/bin/sh"));
  ReaderRequest other = request;
  other.format = Format::pdf;
  CHECK(path != cached_answer_path("c", other, digest, "/bin/sh"));
  other = request;
  other.limits.pages = 3;
  CHECK(path != cached_answer_path("c", other, digest, "/bin/sh"));
  CHECK(path != cached_answer_path("c", request, digest, "/bin/ls"));
}

TEST_CASE("a damaged answer is as good as none, wherever the damage is, and is replaced") {
  const Folder folder;
  const std::string path = cached_answer_path(folder.path(), {Format::html, {}, {}}, sha256(kPage), "/bin/sh");
  keep_answer(path, full_document());
  const std::string whole = *read_file(path, 1 << 20);
  for (std::size_t i = 0; i < whole.size(); ++i) {
    std::string flipped = whole;
    flipped[i] = static_cast<char>(flipped[i] ^ 0x20);
    REQUIRE(write_file(path, flipped));
    CHECK(!find_answer(path));
    REQUIRE(write_file(path, whole.substr(0, i)));
    CHECK(!find_answer(path));
  }
  keep_answer(path, full_document());
  CHECK(find_answer(path));
}

TEST_CASE("a document is read once, and what it hides is remembered") {
  const Folder folder;
  const auto first = parse_document(kPage, "cv.html", with(folder));
  REQUIRE(first);
  REQUIRE(folder.files().size() == 1);
  const fs::path kept = folder.files().front();
  // A second reading would fail: to the cache this is another reader, and it cannot run.
  const std::string reader = folder.path() + "/reader";
  REQUIRE(write_file(reader, "#!/bin/false\n"));
  fs::rename(kept, cached_answer_path(folder.path(), {Format::html, {}, {}}, sha256(kPage), reader));
  ::chmod(reader.c_str(), 0755);
  const auto second = parse_document(kPage, "cv.html", with(folder, reader));
  REQUIRE(second);
  CHECK(encode_answer(*second) == encode_answer(*first));
  CHECK(!second->hidden.empty());
  CHECK(!parse_document(kPage + " ", "cv.html", with(folder, reader)));
}

TEST_CASE("many threads with the same documents") {
  const Folder folder;
  std::vector<char> good(60);
  parallel_for(good.size(), 4, [&](std::size_t i) {
    const std::string word = "skill" + std::to_string(i % 10);
    const auto document = parse_document("<html>" + word, "cv.html", with(folder));
    good[i] = document && document->text == word + "\n";
  });
  CHECK(std::find(good.begin(), good.end(), 0) == good.end());
  CHECK(folder.files().size() == 10);
}

TEST_CASE("the oldest answers go when a folder holds too much") {
  const Folder folder;
  const fs::path shard = fs::path(folder.path()) / "0";
  const auto now = fs::file_time_type::clock::now();
  for (int i = 0; i < 10; ++i) {  // 40 MiB without a byte on disk
    const fs::path old = shard / std::to_string(i);
    REQUIRE(write_file(old, ""));
    fs::resize_file(old, 4u << 20);
    fs::last_write_time(old, now - std::chrono::hours(i + 1));
  }
  Document document;
  for (int i = 0; i < 5000 && fs::exists(shard / "9"); ++i) {  // one in 256 puts its folder in order
    document.text = std::to_string(i);
    keep_answer(shard / "new", document);
  }
  CHECK(!fs::exists(shard / "9"));
  CHECK(fs::exists(shard / "0"));
  CHECK(find_answer(shard / "new"));
}

TEST_CASE("a folder that cannot be one") {
  CHECK(prepare_cache("/dev/null/cache").error().code == ErrorCode::cannot_write);
  const Folder folder;
  REQUIRE(write_file(folder.path() + "/file", "x"));
  CHECK(prepare_cache(folder.path() + "/file").error().code == ErrorCode::cannot_write);
  CHECK(prepare_cache(folder.path()));
  fs::permissions(folder.path(), fs::perms::others_write, fs::perm_options::add);
  CHECK(prepare_cache(folder.path()).error().message.find("others may write") != std::string::npos);
}
