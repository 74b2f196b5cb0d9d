// The promises about real text: who somebody is, and in which order things are told, moves no point. Every sample that
// is plain text, against every such posting.
#include <doctest/doctest.h>

#include <algorithm>
#include <filesystem>
#include <map>
#include <set>

#include "base/files.h"
#include "random.h"
#include "skillfit/engine.h"

using namespace skillfit;
using namespace skillfit::testing;
namespace fs = std::filesystem;

namespace {

const fs::path kSamples = fs::path(SKILLFIT_SOURCE_DIR) / "corpora" / "samples";

struct Sample {
  std::string name, text;
};

std::vector<Sample> plain_samples(const char* folder) {
  std::vector<Sample> samples;
  for (const fs::directory_entry& entry : fs::directory_iterator(kSamples / folder)) {
    const fs::path& path = entry.path();
    if (path.extension() == ".txt" || path.extension() == ".md") {
      samples.push_back({path.filename(), *read_file(path, 1 << 20)});
    }
  }
  std::sort(samples.begin(), samples.end(), [](const Sample& a, const Sample& b) { return a.name < b.name; });
  REQUIRE(samples.size() >= 5);
  return samples;
}

struct Bench {
  Weights weights = Weights::embedded(Lexicon::embedded());
  EngineContext context{Lexicon::embedded(), weights, {}, make_month(2026, 6)};
  std::vector<Sample> resumes = plain_samples("resumes");
  std::vector<Analysis> postings;

  Bench() {
    for (const Sample& posting : plain_samples("postings")) postings.push_back(read(posting.text, As::posting));
  }
  Analysis read(const std::string& text, As as) const { return analyze(*parse_document(text, "a.txt"), context, as); }

  // Score, points of every part and gains, one posting after the other.
  std::vector<Points> earned(const std::string& resume) const {
    const Analysis read_resume = read(resume, As::resume);
    std::vector<Points> all;
    for (const Analysis& posting : postings) {
      const Match result = match(read_resume, posting, context);
      all.push_back(result.score.value_or(-1));
      for (const Contribution& part : result.contributions) all.insert(all.end(), {part.points, part.related_points});
      for (const Gap& gap : result.gaps) all.push_back(gap.gain);
    }
    return all;
  }
};

const Bench& bench() {
  static const Bench kBench;
  return kBench;
}

std::string replaced(std::string text, const std::string& from, const std::string& to) {
  for (std::size_t at = text.find(from); at != text.npos; at = text.find(from, at + to.size())) {
    text.replace(at, from.size(), to);
  }
  return text;
}

std::string lower(std::string text) {
  std::transform(text.begin(), text.end(), text.begin(), [](char c) { return c >= 'A' && c <= 'Z' ? c + 32 : c; });
  return text;
}
std::string upper(std::string text) {
  std::transform(text.begin(), text.end(), text.begin(), [](char c) { return c >= 'a' && c <= 'z' ? c - 32 : c; });
  return text;
}

struct Person {
  std::string first, last, email, telephone, personal;
};

// The sample as if it were another person's. The file is named "first-last-occupation".
std::string as_person(const Sample& sample, const Person& person) {
  const auto word = [&](std::size_t number) {
    std::size_t begin = 0;
    for (; number > 0; --number) begin = sample.name.find('-', begin) + 1;
    return sample.name.substr(begin, sample.name.find('-', begin) - begin);
  };
  std::string text = sample.text;
  const std::pair<std::string, std::string> names[] = {{word(0), person.first}, {word(1), person.last}};
  for (const auto& [from, to] : names) {
    text = replaced(std::move(text), from, lower(to));
    text = replaced(std::move(text), upper(from), upper(to));
    text = replaced(std::move(text), upper(from.substr(0, 1)) + from.substr(1), to);
  }
  text = replaced(std::move(text), "@example.com", person.email);
  text = replaced(std::move(text), "555", person.telephone);
  const std::size_t second_line = text.find('\n') + 1;
  return text.insert(text.find('\n', second_line) + 1, person.personal);
}

// Line by line, in the order of the file.
std::vector<std::string> lines_of(const std::string& text) {
  std::vector<std::string> lines;
  for (std::size_t begin = 0; begin < text.size();) {
    const std::size_t end = std::min(text.find('\n', begin), text.size() - 1) + 1;
    lines.push_back(text.substr(begin, end - begin));
    begin = end;
  }
  return lines;
}

}  // namespace

TEST_CASE("on real text: name, address, birth date, sex and pronouns move no point") {
  const Person people[] = {
      {"Amina", "Thandeka", "@mail.example.org", "0911", "Born 12 March 1991, she/her, married\n"},
      {"Carol", "Baker", "@mail.example.org", "0911", "Born 12 March 1991, she/her, married\n"},
      {"Bo", "Li", "@x.example.net", "7", "Born 3 May 1968, he/him, single\n"},
      {"Maximilian-Alexander", "von der Heydebreck", "@company.example.com", "49 30", "Date of birth: 1985-11-30\n"},
  };
  for (const Sample& sample : bench().resumes) {
    CAPTURE(sample.name);
    const std::vector<Points> first = bench().earned(as_person(sample, people[0]));
    for (const Person& person : people) {
      CAPTURE(person.first);
      CHECK(bench().earned(as_person(sample, person)) == first);
    }
  }
}

TEST_CASE("on real text: pronouns move no point") {
  for (const Sample& sample : bench().resumes) {
    CAPTURE(sample.name);
    std::string other = sample.text;
    for (const auto& [from, to] : std::map<std::string, std::string>{
             {" he ", " she "}, {" his ", " her "}, {" him ", " her "}, {" him.", " her."}, {" He ", " She "}}) {
      other = replaced(std::move(other), from, to);
    }
    CHECK(bench().earned(other) == bench().earned(sample.text));
  }
}

TEST_CASE("on real text: the order of sections moves no point") {
  Random random(81);
  int moved = 0;
  for (const Sample& sample : bench().resumes) {
    CAPTURE(sample.name);
    std::string head;
    std::vector<std::string> sections;
    for (const std::string& line : lines_of(sample.text)) {
      if (line.starts_with("## ")) sections.emplace_back();
      (sections.empty() ? head : sections.back()) += line;
    }
    if (sections.size() < 3) continue;
    for (std::string& section : sections) section += "\n";
    const auto whole = [&] {
      std::string text = head;
      for (const std::string& section : sections) text += section;
      return text;
    };
    const std::vector<Points> before = bench().earned(whole());
    for (int round = 0; round < 5; ++round) {
      for (std::size_t i = 0; i < sections.size(); ++i) {
        std::swap(sections[i], sections[i + random.below(static_cast<std::uint32_t>(sections.size() - i))]);
      }
      CHECK(bench().earned(whole()) == before);
      ++moved;
    }
  }
  CHECK(moved > 0);
}

TEST_CASE("on real text: the order of the items of a list moves no point") {
  for (const Sample& sample : bench().resumes) {
    CAPTURE(sample.name);
    std::vector<std::string> lines = lines_of(sample.text);
    std::string turned;
    bool skills = false;
    for (const std::string& line : lines) {
      if (line.find("kills") != line.npos || line.find("KILLS") != line.npos) skills = true;
      if (line == "\n") skills = false;
      const auto commas = std::count(line.begin(), line.end(), ',');
      if (!skills || commas < 2 || line.find(',') < 2 || line.find_first_of(".:;()") != line.npos || line[0] == ' ') {
        turned += line;
        continue;
      }
      std::string rest = line.substr(0, line.find_last_not_of(", \n") + 1), reversed;
      const std::string tail = line.substr(rest.size());
      for (std::size_t at = rest.rfind(", "); at != rest.npos; at = rest.rfind(", ")) {
        reversed += rest.substr(at + 2) + ", ";
        rest.resize(at);
      }
      turned += reversed + rest + tail;
    }
    CHECK(bench().earned(turned) == bench().earned(sample.text));
  }
}
