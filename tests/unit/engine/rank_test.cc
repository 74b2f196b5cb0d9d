#include <doctest/doctest.h>
#include <unistd.h>

#include <algorithm>
#include <filesystem>
#include <fstream>

#include "skillfit/engine.h"

using namespace skillfit;
namespace fs = std::filesystem;

namespace {

const std::string kSamples = std::string(SKILLFIT_SOURCE_DIR) + "/corpora/samples";

ReadOptions read_options() {
  ReadOptions options;
  options.reader_path = std::string(SKILLFIT_BINARY_DIR) + "/bin/skillfit-reader";
  return options;
}

struct Scene {
  Weights weights = Weights::embedded(Lexicon::embedded());
  EngineContext context{Lexicon::embedded(), weights, read_options(), make_month(2026, 6)};
  Analysis posting =
      analyze(*read_document(kSamples + "/postings/backend-engineer.md", context.read), context, As::posting);
};

// Everything of a row that a report could print.
std::string printed(const std::vector<Row>& rows) {
  std::string out;
  for (const Row& row : rows) {
    out += std::to_string(row.rank) + " " + row.input.path + " " + std::to_string(row.match.score.value_or(-1)) + " " +
           row.error.message;
    for (const Contribution& c : row.match.contributions) out += " " + std::to_string(c.points);
    for (const Gap& gap : row.match.gaps) out += " +" + std::to_string(gap.gain);
    out += "\n";
  }
  return out;
}

class Folder {
 public:
  Folder() { fs::create_directories(path_); }
  ~Folder() { fs::remove_all(path_); }
  void add(const std::string& name, const std::string& text) const {
    fs::create_directories((path_ / name).parent_path());
    std::ofstream(path_ / name) << text;
  }
  std::string operator/(const std::string& name) const { return path_ / name; }
  std::string path() const { return path_; }

 private:
  fs::path path_ = fs::temp_directory_path() / ("skillfit-engine-" + std::to_string(::getpid()));
};

}  // namespace

TEST_CASE("the rows are the same for any number of threads") {
  const Scene scene;
  const std::vector<Input> inputs = list_inputs({kSamples + "/resumes", kSamples + "/awkward"});
  BatchOptions options;
  options.jobs = 1;
  const std::string one = printed(rank(scene.posting, inputs, scene.context, options));
  for (const unsigned jobs : {2u, 4u}) {
    options.jobs = jobs;
    std::size_t calls = 0;
    options.progress = [&](std::size_t done, std::size_t total) { calls += done > 0 && done <= total; };
    CHECK(printed(rank(scene.posting, inputs, scene.context, options)) == one);
    CHECK(calls == inputs.size());
  }
}

TEST_CASE("after a stop nothing more is begun, and every input still has its row") {
  const Scene scene;
  const std::vector<Input> inputs = list_inputs({kSamples + "/resumes"});
  std::atomic<bool> stop{false};
  BatchOptions options;
  options.jobs = 2;
  options.stop = &stop;
  options.progress = [&](std::size_t done, std::size_t) { stop = stop || done >= 5; };
  const std::vector<Row> rows = rank(scene.posting, inputs, scene.context, options);
  CHECK(rows.size() == inputs.size());
  std::size_t ok = 0, interrupted = 0;
  for (const Row& row : rows) {
    ok += row.status == RowStatus::ok;
    interrupted += row.status == RowStatus::error && row.error.code == ErrorCode::interrupted;
  }
  CHECK(ok >= 5);
  CHECK(interrupted > 0);
  CHECK(ok + interrupted == rows.size());
}

TEST_CASE("inputs are listed in byte order, hidden files and links to folders passed over, nothing else lost") {
  const Folder folder;
  folder.add("b.txt", "x");
  folder.add("a/z.txt", "x");
  folder.add("a/Z.md", "x");
  folder.add(".hidden", "x");
  folder.add("lines.jsonl", "{\"text\":\"one\"}\n\n{\"text\":\"three\"}\n");
  fs::create_directory_symlink(folder.path(), folder / "a/loop");
  const auto names = [&](const std::vector<std::string>& arguments) {
    std::string out;
    for (const Input& input : list_inputs(arguments)) {
      out += (input.path.starts_with(folder.path()) ? input.path.substr(folder.path().size() + 1) : input.path) + ";";
    }
    return out;
  };
  CHECK(names({folder.path()}) == "a/Z.md;a/loop;a/z.txt;b.txt;lines.jsonl#1;lines.jsonl#3;");
  CHECK(names({folder / "*.txt"}) == "b.txt;");
  CHECK(names({folder / "missing.pdf", "-"}) == "missing.pdf;-;");
  CHECK(names({folder / "b.txt", folder / "a"}) == "b.txt;a/Z.md;a/loop;a/z.txt;");
  for (const Input& input : list_inputs({folder / "lines.jsonl"})) CHECK(read_input(input, read_options()));
}

TEST_CASE(
    "of inputs with the same bytes or words the first in its folder is ranked, whatever the order and the threads") {
  const Scene scene;
  const std::string text = "Skills\n- Python\n- Kubernetes\n\nExperience\nBackend engineer, 2019 - 2024\n";
  const Folder folder;
  folder.add("a.txt", text);
  folder.add("b.txt", text);
  folder.add("c.md", "SKILLS\r\n* Python\r\n* Kubernetes\r\nExperience\r\nBackend  engineer, 2019 - 2024");
  folder.add("d.txt", text + "Go\n");
  folder.add("e.txt", text + "Uncharacteristic words\nof sixteen and more letters: uncharacteristically, C++, a");
  folder.add("f.txt", text + "Uncharacteristic words\nof sixteen and more letters: uncharacteristicallo, C++, a");
  folder.add("g.txt", text + "Uncharacteristic words of sixteen and more letters:\tUNCHARACTERISTICALLY , C++, a\n");
  folder.add("lines.jsonl", "{\"text\":\"Rust\"}\n{\"text\":\"Ada\"}\n{\"text\":\"Rust\"}\n{\"text\": \"rust\"}\n");
  std::vector<Input> inputs = list_inputs({folder.path(), folder / "d.txt"});
  const auto outcome = [&](const Row& row) {
    return row.input.path.substr(folder.path().size() + 1) + " " +
           (row.status == RowStatus::ok        ? std::string("ok")
            : row.status == RowStatus::skipped ? std::string(error_code_name(row.error.code)) + ": " + row.error.message
                                               : "error");
  };
  const std::vector<std::string> expected = {
      "a.txt ok",
      "b.txt duplicate: the same bytes as " + (folder / "a.txt"),
      "c.md duplicate: the same text as " + (folder / "a.txt"),
      "d.txt duplicate: the same bytes as " + (folder / "d.txt"),
      "d.txt ok",
      "e.txt ok",
      "f.txt ok",
      "g.txt duplicate: the same text as " + (folder / "e.txt"),
      "lines.jsonl#1 ok",
      "lines.jsonl#2 ok",
      "lines.jsonl#3 duplicate: the same bytes as " + (folder / "lines.jsonl#1"),
      "lines.jsonl#4 duplicate: the same text as " + (folder / "lines.jsonl#1"),
  };
  for (const unsigned jobs : {1u, 3u}) {
    BatchOptions options;
    options.jobs = jobs;
    options.keep_analysis = true;
    const std::vector<Row> rows = rank(scene.posting, inputs, scene.context, options);
    std::vector<std::string> outcomes;
    for (const Row& row : rows) {
      outcomes.push_back(outcome(row));
      CHECK((row.status == RowStatus::ok) == (row.analysis != nullptr));
      CHECK((row.status == RowStatus::ok) == (row.rank > 0));
    }
    std::sort(outcomes.begin(), outcomes.end());
    REQUIRE(outcomes.size() == expected.size());
    for (std::size_t i = 0; i < expected.size(); ++i) CHECK(outcomes[i] == expected[i]);
    std::reverse(inputs.begin(), inputs.end());
  }
}

TEST_CASE("a file that lists inputs: one a line, whatever bytes the names have") {
  const Folder folder;
  folder.add("list", "a b.txt\r\n\nsub/caf\xE9.pdf\n-\n  x");
  CHECK(*read_list(folder / "list") == std::vector<std::string>{"a b.txt", "sub/caf\xE9.pdf", "-", "  x"});
  folder.add("empty", "\n\n");
  CHECK(read_list(folder / "empty")->empty());
  CHECK(read_list(folder / "missing").error().code == ErrorCode::not_found);
}

TEST_CASE("the best rows of a large batch keep their analysis, the same for any number of threads") {
  const Scene scene;
  const Folder folder;
  for (int i = 0; i < 6; ++i) {
    folder.add(std::to_string(i) + ".txt",
               "Skills\nJava, Docker" + std::string(i % 2 == 0 ? ", Kafka" : "") + "\nNo. " + std::to_string(i) + "\n");
  }
  const std::vector<Input> inputs = list_inputs({folder.path()});
  for (const unsigned jobs : {1u, 3u}) {
    for (const std::size_t best : {0u, 2u, 6u, 9u}) {
      CAPTURE(best);
      BatchOptions options;
      options.jobs = jobs;
      options.keep_best = best;
      const std::vector<Row> rows = rank(scene.posting, inputs, scene.context, options);
      for (std::size_t i = 0; i < rows.size(); ++i) {
        REQUIRE((rows[i].analysis != nullptr) == (i < best));
        if (!rows[i].analysis) continue;
        CHECK(rows[i].analysis->document.path == rows[i].input.path);
        CHECK(match(*rows[i].analysis, scene.posting, scene.context).score == rows[i].match.score);
      }
    }
  }
}

TEST_CASE("a best row that is a posting file is read again as one") {
  const Scene scene;
  const Folder folder;
  folder.add("a.toml", "title = 'Java Developer'\n[[requirement]]\nany_of = ['java', 'kotlin']\n");
  folder.add("b.txt", "Requirements\nKafka, Kubernetes\n");
  const Analysis resume = analyze(*parse_document("Skills\nKotlin\n", "cv.txt"), scene.context, As::resume);
  BatchOptions options;
  options.keep_best = 1;
  const std::vector<Row> rows = rank(resume, list_inputs({folder.path()}), scene.context, options);
  REQUIRE(rows.front().analysis);
  CHECK(rows.front().input.path.ends_with("a.toml"));
  CHECK(match(resume, *rows.front().analysis, scene.context).score == rows.front().match.score);
}
