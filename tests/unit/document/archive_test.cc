#include "document/archive.h"

#include <doctest/doctest.h>
#include <sys/stat.h>
#include <unistd.h>

#include <filesystem>

#include "base/files.h"
#include "base/pool.h"
#include "packing.h"
#include "random.h"

using namespace skillfit;
using namespace skillfit::testing;

namespace {

const std::string kReader = SKILLFIT_BINARY_DIR "/bin/skillfit-reader";

struct File {
  std::string path;
  File(const std::string& name, const std::string& bytes)
      : path(std::filesystem::temp_directory_path() / (name + std::to_string(::getpid()))) {
    REQUIRE(write_file(path, bytes));
  }
  ~File() { std::filesystem::remove(path); }
};

ReadOptions read_options(const std::string& reader = kReader) {
  ReadOptions options;
  options.reader_path = reader;
  return options;
}

std::string names(Archive& archive) {
  const auto entries = archive.list(read_options());
  if (!entries) return std::string(error_code_name(entries.error().code));
  std::string out;
  for (const Archive::Entry& entry : *entries) out += std::to_string(entry.index) + "=" + entry.name + ";";
  return out;
}

}  // namespace

TEST_CASE("the documents of an archive are listed, in its order") {
  struct Row {
    const char* name;
    std::string bytes;
    const char* expected;
  };
  std::vector<ZipEntry> many(10'001);
  for (std::size_t i = 0; i < many.size(); ++i) many[i].name = std::to_string(i);
  const Row rows[] = {
      {"documents", make_zip({{"b.txt", "x"}, {"a/c.md", "x"}}), "0=b.txt;1=a/c.md;"},
      {"folders and hidden files",
       make_zip({{"a/", ""}, {"a/.x", "x"}, {"__MACOSX/a", "x"}, {".b/c", "x"}, {"d", "x"}}), "4=d;"},
      {"two of one name", make_zip({{"a", "1"}, {"a", "2"}}), "0=a;1=a;"},
      {"names are labels only", make_zip({{"../../etc/passwd", "x"}, {"/etc/passwd", "x"}}),
       "0=../../etc/passwd;1=/etc/passwd;"},
      {"no entries", make_zip({}), ""},
      {"a Word document", make_docx("", {{"[Content_Types].xml", "<Types/>"}}), ""},
      {"a LibreOffice document", make_zip({{"mimetype", "application/vnd.oasis.opendocument.text"}}), ""},
      {"no archive", "Just words.", ""},
      {"cut off", make_zip({{"a.txt", "x"}}).substr(0, 40), "malformed"},
      {"too many entries", make_zip(many), "too_large"},
  };
  for (const Row& row : rows) {
    CAPTURE(row.name);
    const File file("skillfit-list", row.bytes);
    Archive archive(file.path);
    CHECK(names(archive) == row.expected);
  }
  Archive missing("/nonexistent/cv.zip");
  CHECK(names(missing) == "not_found");
}

TEST_CASE("entries come out whole in any order, from any thread, and more than once") {
  std::vector<ZipEntry> entries;
  Random random(7);
  for (std::size_t i = 0; i < 60; ++i) {
    std::string bytes(random.below(3'000'000), 'a');  // together more than one answer of the reader holds
    for (std::size_t j = 0; j < 20 && !bytes.empty(); ++j)
      bytes[random.below(static_cast<std::uint32_t>(bytes.size()))] = static_cast<char>('b' + j);
    entries.push_back({"cv" + std::to_string(i), bytes});
  }
  const File file("skillfit-any", make_zip(entries));
  Archive archive(file.path);
  REQUIRE(archive.list(read_options()));
  std::vector<std::uint32_t> order;
  for (std::uint32_t i = 0; i < 60; ++i) order.push_back(i);
  for (std::size_t i = 0; i < 12; ++i) order.push_back(static_cast<std::uint32_t>(random.below(60)));
  std::vector<bool> good(order.size());
  for (std::size_t i = 0; i < order.size(); ++i) {
    const auto bytes = archive.read(order[i], read_options());
    good[i] = bytes && *bytes == entries[order[i]].bytes;
  }
  CHECK(std::find(good.begin(), good.end(), false) == good.end());
  std::vector<char> in_parallel(60);
  parallel_for(60, 4, [&](std::size_t i) {
    const auto bytes = archive.read(static_cast<std::uint32_t>(i), read_options());
    in_parallel[i] = bytes && *bytes == entries[i].bytes;
  });
  CHECK(std::find(in_parallel.begin(), in_parallel.end(), 0) == in_parallel.end());
}

TEST_CASE("an entry that is a bomb or damaged costs itself alone") {
  const std::string bomb = deflated_spaces(8'000);  // 2 MB of 13 KB
  ZipEntry damaged{"damaged", "no deflate stream", 8, 100};
  const File mixed("skillfit-mixed", make_zip({{"a", "first"}, {"bomb", bomb, 8, 100}, damaged, {"z", "last"}}));
  Archive archive(mixed.path);
  REQUIRE(archive.list(read_options()));
  CHECK(*archive.read(0, read_options()) == "first");
  CHECK(archive.read(1, read_options()).error().code == ErrorCode::too_large);
  CHECK(archive.read(2, read_options()).error().code == ErrorCode::malformed);
  CHECK(*archive.read(3, read_options()) == "last");
}

TEST_CASE("a reader that crashes while unpacking costs one entry") {
  const File file("skillfit-crash", make_zip({{"a", "one"}, {"b", "two"}, {"c", "three"}}));
  const std::string count = file.path + ".count";
  // The first two readers die: one with the whole archive to unpack, one with a single entry.
  const File reader("skillfit-reader-crash", "#!/bin/sh\necho >> " + count + "\n[ $(wc -l < " + count +
                                                 ") -gt 2 ] && exec " + kReader + "\nexit 3\n");
  ::chmod(reader.path.c_str(), 0755);
  Archive archive(file.path);
  REQUIRE(archive.list(read_options()));
  const auto first = archive.read(0, read_options(reader.path));
  REQUIRE(!first);
  CHECK(first.error().code == ErrorCode::reader_failed);
  CHECK(*archive.read(1, read_options(reader.path)) == "two");
  CHECK(*archive.read(2, read_options(reader.path)) == "three");
  std::filesystem::remove(count);
}

TEST_CASE("an archive that changes between listing and reading says so") {
  const File file("skillfit-change", make_zip({{"a", "one"}}));
  Archive archive(file.path);
  REQUIRE(archive.list(read_options()));
  REQUIRE(write_file(file.path, make_zip({{"a", "two"}})));
  const auto entry = archive.read(0, read_options());
  REQUIRE(!entry);
  CHECK(entry.error().message.find("changed") != std::string::npos);
}
