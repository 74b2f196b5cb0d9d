#include <doctest/doctest.h>

#include <array>
#include <thread>

#include "lexicon/phrase.h"
#include "random.h"

using namespace skillfit;
using skillfit::testing::Random;

namespace {

constexpr const char* kSkills = R"(
[cpp]
name = "C++"
kind = "tool"
alias = ["cpp", "c plus plus"]
broader = ["programming-language"]
related = { go = 0.2 }
yes = ["Modern C++."]

[go]
name = "Go"
kind = "tool"
alias = ["golang"]
exact = ["Go"]
near = ["goroutine", "@programming-language"]
not = ["go to market"]
broader = ["programming-language"]
yes = ["Go and gRPC."]
no = ["Go home."]

[internationalization]
name = "Internationalization"
kind = "knowledge"
alias = ["i18n"]

[programming-language]
name = "Programming language"
kind = "knowledge"
)";
constexpr const char* kCues =
    "[heading.skills]\nphrases = ['technical skills']\n"
    "[stance.plus]\nstance = 'preferred'\nscope = 'before'\nphrases = ['a plus']\n";

Lexicon sample() {
  const Result<Lexicon> lexicon = Lexicon::compile({{"skills.toml", kSkills}, {"cues.toml", kCues}});
  REQUIRE(lexicon);
  return *lexicon;
}

// Touches all that a loaded lexicon offers, so that a sanitizer sees any access outside its tables.
std::size_t use_everything(const Lexicon& lexicon) {
  std::size_t sum = lexicon.stats().forms + lexicon.digest().size();
  for (std::uint32_t i = 0; i < lexicon.size(); ++i) {
    const SkillId id{i};
    const SkillSource source = lexicon.source(id);
    sum += source.name.size() + source.alias.size() + lexicon.find(source.key).has_value();
    for (const SkillId other : lexicon.ancestors(id)) sum += lexicon.is_a(other, id) + lexicon.name(other).size();
    for (const SkillId other : lexicon.broader(id)) sum += lexicon.narrower(other).size();
    for (const Related& related : lexicon.related(id)) sum += lexicon.key(related.skill).size();
    for (const SkillId group : lexicon.compiled().near_groups(id)) sum += lexicon.key(group).size();
    for (const std::uint32_t context : lexicon.compiled().near_contexts(id)) sum += context;
  }
  const Tokens tokens =
      tokenize(normalize("C++ and c plus plus, go to market, golang goroutines are a plus. internationalization"));
  for (std::uint32_t i = 0; i < tokens.size(); ++i) {
    walk_phrases(lexicon.compiled(), tokens, i, [&](NodeId node, std::uint32_t) {
      for (const Form& form : lexicon.compiled().forms(node)) {
        if (form.exact) sum += lexicon.compiled().spelling_of(form).size();
        if (form.kind == FormKind::cue) sum += lexicon.compiled().cue(form).value;
        if (form.kind == FormKind::skill) sum += lexicon.key(lexicon.compiled().skill_of(form)).size();
      }
    });
  }
  return sum;
}

}  // namespace

TEST_CASE("the binary form round-trips, and compiling is deterministic") {
  const Lexicon lexicon = sample();
  const Result<Lexicon> loaded = Lexicon::load(std::string(lexicon.bytes()), "x.bin");
  REQUIRE(loaded);
  CHECK(loaded->bytes() == lexicon.bytes());
  CHECK(loaded->digest() == lexicon.digest());
  CHECK(use_everything(*loaded) == use_everything(lexicon));
  CHECK(sample().bytes() == lexicon.bytes());
}

TEST_CASE("a truncated block is refused") {
  const std::string bytes(sample().bytes());
  for (std::size_t size = 0; size < bytes.size(); size += 1 + size / 50) {
    const Result<Lexicon> loaded = Lexicon::load(bytes.substr(0, size), "x.bin");
    REQUIRE(!loaded);
    CHECK(loaded.error().code == ErrorCode::bad_lexicon);
    CHECK(loaded.error().file == "x.bin");
  }
}

TEST_CASE("a block with changed bytes is refused or at least never leads outside") {
  const Lexicon lexicon = sample();
  const std::string bytes(lexicon.bytes());
  Random random(11);
  // Filters, first and last in the block, are mostly zeros and harmless; half of the changes go to the tables between.
  const auto size = static_cast<std::uint32_t>(bytes.size());
  const auto begin = static_cast<std::uint32_t>(lexicon.compiled().tables.archive.data() - lexicon.bytes().data());
  const std::uint32_t between = size - begin - static_cast<std::uint32_t>(sizeof(PhraseFilter));
  int refused = 0;
  for (int round = 0; round < 6000; ++round) {
    std::string changed = bytes;
    for (std::uint32_t n = 1 + random.below(3); n > 0; --n) {
      char& byte = changed[random.one_in(2) ? begin + random.below(between) : random.below(size)];
      byte = random.one_in(2) ? static_cast<char>(byte ^ (1 << random.below(8))) : static_cast<char>(random.next());
    }
    const Result<Lexicon> loaded = Lexicon::load(std::move(changed), "x.bin");
    if (!loaded) {
      ++refused;
      CHECK(loaded.error().code == ErrorCode::bad_lexicon);
    } else {
      use_everything(*loaded);
    }
  }
  CHECK(refused > 1000);
}

TEST_CASE("a changed archive is refused, unless the change means nothing") {
  const Lexicon lexicon = sample();
  const std::string bytes(lexicon.bytes());
  const std::span<const char> archive = lexicon.compiled().tables.archive;
  const auto begin = static_cast<std::size_t>(archive.data() - lexicon.bytes().data());
  REQUIRE(archive.size() > 100);
  int refused = 0;
  for (std::size_t at = 0; at < archive.size() * 8; ++at) {
    std::string changed = bytes;
    char& byte = changed[begin + at / 8];
    byte = static_cast<char>(byte ^ (1 << at % 8));
    const Result<Lexicon> loaded = Lexicon::load(std::move(changed), "x.bin");
    if (!loaded) {
      ++refused;
    } else {
      CHECK(loaded->digest() == lexicon.digest());
    }
  }
  CHECK(refused > static_cast<int>(archive.size()) * 8 - 16);
}

TEST_CASE("the source forms of one lexicon can be read from several threads at once") {
  const Result<Lexicon> lexicon = Lexicon::load(std::string(sample().bytes()), "x.bin");
  REQUIRE(lexicon);
  std::array<std::string, 4> aliases;
  std::vector<std::thread> readers;
  for (std::string& alias : aliases) {
    readers.emplace_back([&alias, &lexicon] { alias = lexicon->source(*lexicon->find("go")).alias.at(0); });
  }
  for (std::thread& reader : readers) reader.join();
  for (const std::string& alias : aliases) CHECK(alias == "golang");
}

TEST_CASE("the embedded lexicon passes the checks that a foreign block must pass") {
  const Lexicon& embedded = Lexicon::embedded();
  const Result<Lexicon> loaded = Lexicon::load(std::string(embedded.bytes()), "embedded");
  REQUIRE(loaded);
  CHECK(loaded->stats().bytes == embedded.stats().bytes);
  CHECK(embedded.stats().bytes < 4'000'000);
  CHECK(embedded.stats().cues > 0);
}
