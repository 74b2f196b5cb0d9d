// One document through all stages, and the lexicon's own examples through the same road. A posting file leaves it after
// the tokens: its tables say what other stages would have to find.
#include <algorithm>
#include <utility>

#include "mention/named_skills.h"
#include "outline/frame.h"
#include "profile/row.h"
#include "skillfit/engine.h"

namespace skillfit {

Analysis analyze(Document document, const PostingFile& file, RoleLevel level, const EngineContext& context) {
  Analysis a;
  a.document = std::move(document);
  a.tokens = tokenize(normalize(a.document.text));
  a.outline.as = As::posting;
  a.outline.sections = {{SectionKind::requirements, {}, {0, a.tokens.size()}}};
  a.profile = make_profile(file, level, {context.lexicon, context.weights, {context.as_of}});
  a.profile.notes = a.document.notes;
  return a;
}

Result<Analysis> try_analyze(Document document, const EngineContext& context, std::optional<As> as) {
  if (document.format != Format::posting_file) return analyze(std::move(document), context, as);
  if (as == As::resume) {
    return fail(ErrorCode::not_a_document, "a posting file (TOML) where a resume should be", document.path);
  }
  const Result<PostingFile> file = parse_posting_file(document.text, document.path, context.lexicon);
  if (!file) return tl::unexpected(file.error());
  if (file->is_role()) {
    return fail(ErrorCode::not_a_document, "a role where a posting should be: name it with --role", document.path);
  }
  return analyze(std::move(document), *file, RoleLevel::entry, context);
}

Error nothing_asked(const Analysis& posting) {
  std::string message = "no requirement was recognised in this posting, so there is no score; ";
  const auto& notes = posting.profile.notes;
  const auto reason =
      std::find_if(notes.begin(), notes.end(), [](const Note& n) { return n.code == "low_confidence"; });
  message += reason == notes.end() ? "`skillfit inspect` shows what was read" : "it " + reason->message;
  return fail(ErrorCode::no_requirements, std::move(message), posting.document.path).value();
}

Analysis analyze(Document document, const EngineContext& context, std::optional<As> as) {
  Analysis a;
  a.document = std::move(document);
  a.tokens = tokenize(normalize(a.document.text));
  a.outline = make_outline(a.document, a.tokens, context.lexicon, as);
  a.mentions = find_mentions(a.document, a.tokens, a.outline, context.lexicon);
  a.profile =
      make_profile(a.document, a.tokens, a.outline, a.mentions, {context.lexicon, context.weights, {context.as_of}});
  return a;
}

TfidfRow vectorize(const Document& document, const EngineContext& context, std::optional<As> as) {
  const Tokens tokens = tokenize(normalize(document.text));
  const Outline frame = make_frame(document, tokens, context.lexicon, as);
  const std::vector<Mention> named = find_named_skills(document, tokens, frame, context.lexicon);
  return make_row(frame.as, named, {context.lexicon, context.weights, {context.as_of}});
}

namespace {

bool names_skill(const std::string& sentence, SkillId skill, const Lexicon& lexicon) {
  Document document;
  document.text = sentence;
  const Tokens tokens = tokenize(normalize(document.text));
  const Outline outline = make_outline(document, tokens, lexicon, As::resume);
  const Mentions found = find_mentions(document, tokens, outline, lexicon);
  return std::any_of(found.mentions.begin(), found.mentions.end(), [&](const Mention& m) { return m.skill == skill; });
}

}  // namespace

std::vector<Finding> check_examples(const Lexicon& lexicon) {
  std::vector<Finding> findings;
  for (std::uint32_t i = 0; i < lexicon.size(); ++i) {
    const SkillSource source = lexicon.source(SkillId{i});
    const auto complain = [&](const std::string& line, const char* what) {
      findings.push_back({true, source.file, source.line, source.key, what + line + "\""});
    };
    for (const std::string& line : source.yes) {
      if (!names_skill(line, SkillId{i}, lexicon)) complain(line, "is not found in its `yes` line \"");
    }
    for (const std::string& line : source.no) {
      if (names_skill(line, SkillId{i}, lexicon)) complain(line, "is found in its `no` line \"");
    }
  }
  return findings;
}

}  // namespace skillfit
