#include <doctest/doctest.h>
#include <sys/stat.h>
#include <sys/wait.h>
#include <unistd.h>

#include <algorithm>
#include <atomic>
#include <cerrno>
#include <chrono>
#include <csignal>
#include <filesystem>
#include <thread>

#include "base/files.h"
#include "base/pool.h"
#include "document/reader_pool.h"
#include "document/reader_process.h"
#include "document/wire.h"
#include "packing.h"
#include "random.h"
#include "skillfit/document.h"

using namespace skillfit;
using namespace skillfit::testing;

namespace {

const std::string kPage = "<html><body><p>Go and C++";

struct Program {
  std::string path;
  explicit Program(const std::string& script)
      : path(std::filesystem::temp_directory_path() / ("skillfit-reader-" + std::to_string(::getpid()))) {
    REQUIRE(write_file(path, "#!/bin/sh\n" + script + "\n"));
    ::chmod(path.c_str(), 0755);
  }
  ~Program() { std::filesystem::remove(path); }
};

ReadOptions with(const std::string& reader, std::uint32_t milliseconds = 20'000) {
  ReadOptions options;
  options.reader_path = reader;
  options.limits.milliseconds = milliseconds;
  return options;
}

const ReadOptions kReal = with(SKILLFIT_BINARY_DIR "/bin/skillfit-reader");

}  // namespace

TEST_CASE("whatever the reader process does, its caller gets one error that says it") {
  struct Row {
    const char* name;
    std::string script;
    const char* says;
  };
  const Row rows[] = {
      {"dies at once", "exit 3", "ended with status 3"},
      {"ends without a word", "exit 0", "without an answer"},
      {"crashes", "kill -SEGV $$", "crashed (signal 11)"},
      {"hangs", "exec sleep 60", "took longer than 200 ms"},
      {"echoes", "exec cat", "nonsense"},
      {"answers nonsense", "echo Hello, world. Hello, world.; exec sleep 60", "nonsense"},
      {"promises more than allowed", R"(printf 'SFA1\377\377\377\377'; exec sleep 60)", "nonsense"},
      {"answers half a frame", R"(printf 'SFA1\100\000\000\000abc'; exit 0)", "without an answer"},
      {"answers a broken document", R"(printf 'SFA1\005\000\000\000\377\377\377\377\377'; exec sleep 60)", "nonsense"},
  };
  for (const Row& row : rows) {
    CAPTURE(row.name);
    const Program program(row.script);
    // More than a socket holds, so that some of these are met while still sending.
    for (const std::string& bytes : {kPage, kPage + std::string(2'000'000, 'x')}) {
      const auto document = parse_document(bytes, "cv.html", with(program.path, 200));
      REQUIRE(!document);
      CHECK(document.error().code == ErrorCode::reader_failed);
      CHECK(document.error().file == "cv.html");
      const bool in_time = document.error().message.find("200 ms") != std::string::npos;  // on a loaded machine
      CHECK_MESSAGE((in_time || document.error().message.find(row.says) != std::string::npos),
                    document.error().message);
    }
  }
  CHECK(parse_document(kPage, "cv.html", kReal)->text == "Go and C++\n");
}

TEST_CASE("a reader that cannot be started") {
  for (const char* path : {"/nonexistent/reader", "/", "/etc/passwd"}) {
    const auto document = parse_document(kPage, "cv.html", with(path));
    REQUIRE(!document);
    CHECK(document.error().code == ErrorCode::reader_failed);
    CHECK(document.error().message.find(path) != std::string::npos);
  }
}

TEST_CASE("many threads share the pool, readers are renewed, and none is left behind") {
  constexpr std::size_t kFiles = 500;
  std::atomic<std::size_t> good = 0;
  parallel_for(kFiles, 4, [&](std::size_t i) {
    const std::string word = "skill" + std::to_string(i);
    const auto document = i % 50 == 7 ? parse_document("<html>" + word, "cv.html", with("/bin/false"))
                                      : parse_document("<html>" + word, "cv.html", kReal);
    good += i % 50 == 7 ? !document : document && document->text == word + "\n";
  });
  CHECK(good == kFiles);
  stop_readers();
  CHECK(::waitpid(-1, nullptr, WNOHANG) == -1);
  CHECK(errno == ECHILD);
}

TEST_CASE("an idle reader that has died is replaced without a word") {
  stop_readers();
  REQUIRE(parse_document(kPage, "cv.html", kReal));
  const auto children = read_file("/proc/self/task/" + std::to_string(::getpid()) + "/children", 1 << 16);
  REQUIRE(children);
  const pid_t idle = std::stoi(*children);
  REQUIRE(::kill(idle, SIGKILL) == 0);
  siginfo_t facts;
  REQUIRE(::waitid(P_PID, static_cast<id_t>(idle), &facts, WEXITED | WNOWAIT) == 0);
  CHECK(parse_document(kPage, "cv.html", kReal));
}

TEST_CASE("a reader that is told late of what the parent wrote goes on reading") {
  Result<ReaderProcess> reader = ReaderProcess::start(kReal.reader_path);
  REQUIRE(reader);
  const std::string question = encode_request({Format::html, {}, kPage});
  for (int round = 0; round < 3; ++round) {
    CAPTURE(round);
    const auto deadline = ReaderProcess::Clock::now() + std::chrono::seconds(20);
    const Result<std::string> answer = reader->exchange(question, deadline, 1u << 20);
    REQUIRE(answer);
    CHECK(decode_answer(*answer));
    ::kill(reader->pid(), SIGIO);
  }
}

TEST_CASE("readers started ahead are those that are asked") {
  struct Row {
    const char* name;
    unsigned ahead, threads;
    std::size_t processes;
  };
  const Row rows[] = {{"as many as are needed", 2, 2, 2}, {"more", 3, 2, 3}, {"fewer", 1, 1, 1}, {"none", 0, 1, 1}};
  for (const Row& row : rows) {
    CAPTURE(row.name);
    stop_readers();
    start_readers(row.ahead, kReal.reader_path);
    start_readers(row.ahead, kReal.reader_path);  // they are there
    const auto count = [] {
      const auto pids = read_file("/proc/self/task/" + std::to_string(::getpid()) + "/children", 1 << 16);
      REQUIRE(pids);
      return static_cast<std::size_t>(std::count(pids->begin(), pids->end(), ' '));
    };
    CHECK(count() == row.ahead);
    std::atomic<int> good = 0;
    parallel_for(20, row.threads, [&](std::size_t) { good += parse_document(kPage, "cv.html", kReal).has_value(); });
    CHECK(good == 20);
    CHECK(count() == row.processes);
  }
  stop_readers();
  CHECK(::waitpid(-1, nullptr, WNOHANG) == -1);
  start_readers(2, "/nonexistent/reader");
  CHECK(parse_document(kPage, "cv.html", with("/nonexistent/reader")).error().code == ErrorCode::reader_failed);
  CHECK(parse_document(kPage, "cv.html", kReal));
}

TEST_CASE("a document that a used reader does not survive is read by a fresh one") {
  const std::string other = "<html><body><p>Kotlin";
  const ReaderRequest first{Format::html, kReal.limits, kPage};
  const std::string folder = std::filesystem::temp_directory_path() / ("skillfit-fresh-" + std::to_string(::getpid()));
  REQUIRE(std::filesystem::create_directory(folder));
  Document answer;
  answer.text = "Go\n";
  REQUIRE(write_file(folder + "/answer", encode_answer(answer)));
  // The first process answers the first request and ends when the second one begins.
  const Program program("cd " + folder + "; if [ -e answered ]; then exec " + kReal.reader_path +
                        "; fi; : > answered; cat answer; head -c " + std::to_string(encode_request(first).size()) +
                        " > /dev/null; head -c 1 > /dev/null");
  CHECK(parse_document(kPage, "cv.html", with(program.path))->text == "Go\n");
  const auto second = parse_document(other, "cv.html", with(program.path));
  stop_readers();
  std::filesystem::remove_all(folder);
  REQUIRE(second);
  CHECK(second->text == "Kotlin\n");
}

TEST_CASE("a reader may start nothing, connect to nothing and write nothing") {
  stop_readers();
  REQUIRE(parse_document(kPage, "cv.html", kReal));
  const auto children = read_file("/proc/self/task/" + std::to_string(::getpid()) + "/children", 1 << 16);
  REQUIRE(children);
  const auto status = read_file("/proc/" + std::to_string(std::stoi(*children)) + "/status", 1 << 16);
  REQUIRE(status);
  CHECK(status->find("NoNewPrivs:\t1\n") != std::string::npos);
  if (missing_guards().find("seccomp") == std::string::npos) CHECK(status->find("Seccomp:\t2\n") != std::string::npos);
}

TEST_CASE("stopping ends a read in progress at once") {
  const Program program("exec sleep 60");
  std::atomic<bool> done = false;
  Result<Document> document = fail(ErrorCode::internal, "");
  std::thread reading([&] {
    document = parse_document(kPage, "cv.html", with(program.path));
    done = true;
  });
  while (!done) {  // until it has begun there is nothing to stop
    stop_readers();
    ::usleep(10'000);
  }
  reading.join();
  CHECK(document.error().code == ErrorCode::interrupted);
  CHECK(parse_document(kPage, "cv.html", kReal));
}

TEST_CASE("what is sent over the wire arrives, and nothing but that is accepted") {
  Document document;
  document.text = "Go \u2022 C++";
  document.blocks = {{BlockKind::heading, {0, 2}, 1}, {BlockKind::list_item, {3, 9}, 2}};
  document.hidden = {{3, 6}};
  document.notes = {{"charset", "message", {0, 2}}};
  const std::string frame = encode_answer(document);
  REQUIRE(frame_length(frame, kAnswerMagic) == frame.size() - kFrameHeader);
  CHECK(!frame_length(frame, kRequestMagic));
  const std::string payload = frame.substr(kFrameHeader);
  const auto back = decode_answer(payload);
  REQUIRE(back);
  REQUIRE(*back);
  CHECK((*back)->text == document.text);
  CHECK((*back)->blocks.at(1).span == document.blocks[1].span);
  CHECK((*back)->blocks.at(1).page == 2);
  CHECK((*back)->hidden == document.hidden);
  CHECK((*back)->notes == document.notes);

  for (std::size_t size = 0; size < payload.size(); ++size) CHECK(!decode_answer(payload.substr(0, size)));
  CHECK(!decode_answer(payload + '\0'));

  const auto refused = decode_answer(encode_answer(fail(ErrorCode::encrypted, "a password")).substr(kFrameHeader));
  REQUIRE(refused);
  CHECK(refused->error().code == ErrorCode::encrypted);
  CHECK(refused->error().message == "a password");

  Random random(7);
  for (int i = 0; i < 20'000; ++i) {
    std::string damaged = payload;
    for (std::uint32_t n = 1 + random.below(3); n > 0; --n)
      damaged[random.below(static_cast<std::uint32_t>(damaged.size()))] = static_cast<char>(random.next());
    const auto read = decode_answer(damaged);
    if (!read || !*read) continue;
    for (const Block& block : (*read)->blocks) CHECK(block.span.end <= (*read)->text.size());
    for (const SourceSpan span : (*read)->hidden) CHECK(span.end <= (*read)->text.size());
  }
}
