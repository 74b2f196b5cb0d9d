// The public face of a compiled lexicon: compiling, loading, laying over, and reading the tables.
#include <algorithm>
#include <cstring>

#include "base/files.h"
#include "lexicon/archive.h"
#include "lexicon/compiled.h"
#include "skillfit/document.h"

namespace skillfit {
namespace {

std::string copy(const Tables& tables, StringAt at) {
  return std::string(tables.text(at));
}

// What records hold was looked at when the block was built or loaded.
SkillSource source_of(const CompiledLexicon& compiled, SkillId id) {
  const Tables& tables = compiled.tables;
  const SkillRecord& record = tables.skills[index(id)];
  SkillSource source;
  source.key = copy(tables, record.key);
  source.name = copy(tables, {record.name});
  source.kind = static_cast<SkillKind>(record.kind);
  for (const Related& related : tables.related_of(id)) {
    const StringAt key = tables.skills[index(related.skill)].key;
    source.related.emplace_back(copy(tables, key), static_cast<std::uint16_t>(related.share));
  }
  read_record(compiled.archive()[index(id)], source);
  return source;
}

tl::unexpected<Error> as_error(const Finding& finding) {
  Error error;
  error.code = ErrorCode::bad_lexicon;
  error.message = finding.message;
  error.file = finding.file;
  error.line = finding.line;
  return tl::unexpected<Error>(std::move(error));
}

std::vector<CueSource> cues_of(const CompiledLexicon& compiled) {
  const Tables& tables = compiled.tables;
  std::vector<CueSource> cues(tables.cues.size());
  for (std::size_t i = 0; i < cues.size(); ++i) {
    cues[i].cue = tables.cues[i];
    read_record(compiled.archive()[tables.skills.size() + i], cues[i]);
  }
  return cues;
}

// Lays `files` over `base` and compiles.
Result<Lexicon> compile_over(ParsedFile base, const std::vector<LexiconFile>& files) {
  LexiconSource source;
  merge(source, std::move(base));
  for (const LexiconFile& file : files) {
    ParsedFile parsed = parse_lexicon_file(file);
    if (!parsed.problems.empty()) return tl::unexpected<Error>(parsed.problems.front().error);
    merge(source, std::move(parsed));
  }
  drop_removed_references(source);
  if (const std::vector<Finding> findings = check_sources(source, nullptr); !findings.empty())
    return as_error(findings.front());
  return Lexicon::load(compile_block(source), "lexicon");
}

}  // namespace

std::span<const SkillId> CompiledLexicon::skills(SkillId id, NumberList which) const {
  static_assert(sizeof(SkillId) == sizeof(std::uint32_t) && alignof(SkillId) == alignof(std::uint32_t));
  const std::span<const std::uint32_t> ids = numbers(id, which);
  return {reinterpret_cast<const SkillId*>(ids.data()), ids.size()};
}

bool CompiledLexicon::is_huge_word(std::string_view word, WordId id) const {
  const auto by_id = [](const HugeWord& huge, WordId wanted) { return huge.id < wanted; };
  const auto found = std::lower_bound(tables.huge_words.begin(), tables.huge_words.end(), id, by_id);
  return found != tables.huge_words.end() && found->id == id && tables.text(found->text) == word;
}

const std::vector<std::string_view>& CompiledLexicon::archive() const {
  std::call_once(unpacking_, [this] {
    archive_text_ =
        unpack({tables.archive.data(), tables.archive.size()}, tables.parameters[0].archive_bytes).value_or("");
    archive_ = records_of(archive_text_);
    archive_.resize(tables.skills.size() + tables.cues.size());
  });
  return archive_;
}

Result<Lexicon> Lexicon::compile(const std::vector<LexiconFile>& files) {
  return compile_over({}, files);
}

Result<Lexicon> Lexicon::overlay(const std::vector<LexiconFile>& files) const {
  ParsedFile base;
  for (std::uint32_t i = 0; i < size(); ++i) base.skills.push_back(source(SkillId{i}));
  base.cues = cues_of(*compiled_);
  return compile_over(std::move(base), files);
}

Result<Lexicon> Lexicon::with_skills(const std::vector<LexiconFile>& files) const {
  ParsedFile base;
  base.cues = cues_of(*compiled_);
  return compile_over(std::move(base), files);
}

std::string_view Lexicon::bytes() const {
  return compiled_->block;
}

Result<Lexicon> Lexicon::load(std::string bytes, const std::string& file) {
  auto compiled = std::make_shared<CompiledLexicon>();
  compiled->storage.resize((bytes.size() + 7) / 8);
  if (!bytes.empty()) std::memcpy(compiled->storage.data(), bytes.data(), bytes.size());
  compiled->block = {reinterpret_cast<const char*>(compiled->storage.data()), bytes.size()};
  const std::optional<Tables> tables = bind_block(compiled->block);
  if (!tables) return fail(ErrorCode::bad_lexicon, "not a compiled lexicon of this version", file);
  if (const std::string_view wrong = check_tables(*tables); !wrong.empty()) {
    return fail(ErrorCode::bad_lexicon, "the compiled lexicon is damaged: bad " + std::string(wrong), file);
  }
  compiled->tables = *tables;
  return Lexicon(std::move(compiled));
}

std::uint32_t Lexicon::size() const {
  return static_cast<std::uint32_t>(compiled_->tables.skills.size());
}

std::string_view Lexicon::key(SkillId id) const {
  return compiled_->tables.text(compiled_->tables.skills[index(id)].key);
}

std::string_view Lexicon::name(SkillId id) const {
  return compiled_->tables.text({compiled_->tables.skills[index(id)].name});
}

SkillKind Lexicon::kind(SkillId id) const {
  return static_cast<SkillKind>(compiled_->tables.skills[index(id)].kind);
}

std::optional<SkillId> Lexicon::find(std::string_view key) const {
  const Tables& tables = compiled_->tables;
  const auto found = std::lower_bound(
      tables.skills.begin(), tables.skills.end(), key,
      [&tables](const SkillRecord& skill, std::string_view wanted) { return tables.text(skill.key) < wanted; });
  if (found == tables.skills.end() || tables.text(found->key) != key) return std::nullopt;
  return SkillId{static_cast<std::uint32_t>(found - tables.skills.begin())};
}

std::span<const SkillId> Lexicon::broader(SkillId id) const {
  return compiled_->skills(id, NumberList::broader);
}

std::span<const SkillId> Lexicon::ancestors(SkillId id) const {
  return compiled_->skills(id, NumberList::ancestors);
}

std::span<const SkillId> Lexicon::narrower(SkillId id) const {
  return compiled_->skills(id, NumberList::narrower);
}

std::span<const Related> Lexicon::related(SkillId id) const {
  return compiled_->tables.related_of(id);
}

bool Lexicon::is_a(SkillId id, SkillId group) const {
  const std::span<const std::uint32_t> wider = compiled_->numbers(id, NumberList::ancestors);
  return id == group || std::binary_search(wider.begin(), wider.end(), index(group));
}

SkillSource Lexicon::source(SkillId id) const {
  return source_of(*compiled_, id);
}

std::string Lexicon::digest() const {
  return to_hex(compiled_->tables.parameters[0].digest);
}

const CompiledLexicon& Lexicon::compiled() const {
  return *compiled_;
}

}  // namespace skillfit
