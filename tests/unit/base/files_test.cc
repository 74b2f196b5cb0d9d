#include "base/files.h"

#include <doctest/doctest.h>
#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

#include <filesystem>
#include <thread>

#include "base/pool.h"
#include "skillfit/document.h"

using namespace skillfit;
namespace fs = std::filesystem;

namespace {
struct TemporaryFolder {
  fs::path path = fs::temp_directory_path() / ("skillfit-files-" + std::to_string(::getpid()));
  TemporaryFolder() { fs::create_directories(path); }
  ~TemporaryFolder() { fs::remove_all(path); }
};
}  // namespace

TEST_CASE("what is written atomically is read back, and a failed write leaves nothing behind") {
  const TemporaryFolder folder;
  const std::string file = folder.path / "a.txt";
  REQUIRE(write_file(file, "first"));
  REQUIRE(write_file(file, std::string(300000, 'x')));
  CHECK(read_file(file, 1 << 20)->size() == 300000);
  CHECK(*read_slice(file, 299998, 2) == "xx");
  CHECK(read_slice(file, 299998, 5).error().code == ErrorCode::malformed);
  CHECK(read_file(file, 299999).error().code == ErrorCode::too_large);
  CHECK(write_file(folder.path / "no" / "such.txt", "x").error().code == ErrorCode::cannot_write);
  CHECK(std::distance(fs::directory_iterator(folder.path), fs::directory_iterator()) == 1);
}

TEST_CASE("a link or a device that is written to stays one") {
  const TemporaryFolder folder;
  const std::string link = folder.path / "link", file = folder.path / "real.txt";
  REQUIRE(write_file(file, "first"));
  fs::create_symlink("real.txt", link);
  REQUIRE(write_file(link, "second"));
  CHECK(fs::is_symlink(link));
  CHECK(*read_file(file, 100) == "second");
  fs::create_symlink("/dev/full", folder.path / "full");
  CHECK(write_file(folder.path / "full", "x").error().code == ErrorCode::cannot_write);
  CHECK(fs::is_character_file("/dev/full"));
}

TEST_CASE("each reason not to read a file has its own code") {
  const TemporaryFolder folder;
  CHECK(read_file(folder.path / "missing", 10).error().code == ErrorCode::not_found);
  CHECK(read_file(folder.path, 10).error().code == ErrorCode::not_a_document);
  CHECK(read_file("/dev/null", 10).error().code == ErrorCode::not_a_document);
  if (::geteuid() != 0) {  // root may read everything
    const std::string locked = folder.path / "locked";
    REQUIRE(write_file(locked, "x"));
    ::chmod(locked.c_str(), 0);
    CHECK(read_file(locked, 10).error().code == ErrorCode::not_readable);
  }
}

TEST_CASE("a pipe waits for who writes to it") {
  const TemporaryFolder folder;
  const std::string pipe = folder.path / "pipe";
  REQUIRE(::mkfifo(pipe.c_str(), 0600) == 0);
  Result<std::string> read = fail(ErrorCode::internal, "");
  std::thread reader([&] { read = read_file(pipe, 100); });
  ::usleep(50'000);  // most likely the reader is there first
  const int end = ::open(pipe.c_str(), O_WRONLY | O_CLOEXEC);
  CHECK(::write(end, "late", 4) == 4);
  ::close(end);
  reader.join();
  CHECK(read == "late");
}

TEST_CASE("sha256 of the standard's examples") {
  CHECK(to_hex(sha256("")) == "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855");
  CHECK(to_hex(sha256("abc")) == "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad");
}

TEST_CASE("parallel_for visits every index once for any number of threads") {
  for (unsigned threads : {0u, 1u, 2u, 3u, 8u}) {
    std::vector<int> visits(1000);
    parallel_for(visits.size(), threads, [&](std::size_t i) { ++visits[i]; });
    CHECK(visits == std::vector<int>(1000, 1));
  }
}
