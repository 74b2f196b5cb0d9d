// What a reader of the result must know about a document: words alone cannot say why a resume earns less than it seems
// to offer.
#include <algorithm>

#include "profile/parts.h"

namespace skillfit {
namespace {

// Below one known skill in kWordsPerSkill words of a text of at least kEnoughWords, the lexicon does not speak the
// document's language, or not its trade.
constexpr std::uint32_t kEnoughWords = 80;
constexpr std::uint32_t kWordsPerSkill = 100;

// A text is stuffed if at least so many per cent of its words name skills. The densest of 706 public resumes has 37.
constexpr std::uint32_t kStuffedPercent = 50;

constexpr std::int32_t kClaimSlack = 24;        // months; what a resume may leave out at the beginning
constexpr std::int32_t kLongWithOneTool = 180;  // months; longer than most tools are in use

std::string quoted(const ProfileInput& input, TokenSpan span) {
  return "\"" + std::string(slice(input.document.text, input.tokens.source_span(span))) + "\"";
}

void note_unknown_language(const ProfileInput& input, Profile& profile) {
  if (const std::string_view language = foreign_language(input.tokens); !language.empty()) {
    profile.notes.push_back({"low_confidence",
                             "reads like " + std::string(language) +
                                 ": the lexicon speaks English, so most of this text was not understood",
                             {}});
    return;
  }
  const auto known = static_cast<std::uint64_t>(profile.tfidf.nonZeros());
  if (profile.words < kEnoughWords || known * kWordsPerSkill >= profile.words) return;
  profile.notes.push_back({"low_confidence",
                           "has only " + std::to_string(known) + " known skills in " + std::to_string(profile.words) +
                               " words: a language or a trade that the lexicon does not cover",
                           {}});
}

void note_dates(const ProfileInput& input, Profile& profile) {
  const auto where = [&](TokenSpan span) { return input.tokens.source_span(span); };
  for (const TokenSpan dates : input.outline.impossible_dates) {
    profile.notes.push_back(
        {"impossible_dates", quoted(input, dates) + " ends before it begins: not counted", where(dates)});
  }
  for (const Position& position : input.outline.positions) {
    if (!is_work(position.section) || position.begin <= input.context.options.as_of) continue;
    profile.notes.push_back({"future_dates", quoted(input, position.dates) + " begins in the future: no months counted",
                             where(position.dates)});
  }
  if (profile.has_positions || profile.skills.empty()) return;
  profile.notes.push_back(
      {"no_dates",
       "no dated position was found: skills count as described or listed only, and months and years "
       "as unknown; dates such as \"03/2019 - 06/2022\" beside each position would change that",
       {}});
}

// "20 years of Kubernetes" in a resume whose first position began six years ago.
void note_claims(const ProfileInput& input, Profile& profile) {
  std::optional<Month> first;
  for (const Position& position : input.outline.positions) {
    if (is_work(position.section)) first = std::min(first.value_or(position.begin), position.begin);
  }
  const Duration* claim = nullptr;
  for (const Duration& duration : input.outline.durations) {
    if (claim == nullptr || duration.months > claim->months) claim = &duration;
  }
  if (!first || claim == nullptr) return;
  const std::int32_t shown = input.context.options.as_of.value - first->value;
  if (claim->months <= shown + kClaimSlack) return;
  profile.notes.push_back(
      {"claimed_years", quoted(input, claim->tokens) + " is more than the dated positions can show; only those count",
       input.tokens.source_span(claim->tokens)});
}

void note_stuffing(const ProfileInput& input, Profile& profile) {
  std::uint32_t named = 0;
  for (const Mention& mention : input.mentions.mentions) {
    for (std::uint32_t i = mention.tokens.first; i < mention.tokens.last; ++i) {
      named += input.tokens[i].kind == TokenKind::word;
    }
  }
  if (profile.words < kEnoughWords || named * 100 < profile.words * kStuffedPercent) return;
  profile.notes.push_back({"stuffing",
                           std::to_string(named) + " of " + std::to_string(profile.words) +
                               " words name skills: what is only listed earns less than half, and what is repeated "
                               "earns no more",
                           {}});
}

// "20 years of Kubernetes" in a posting: more likely a slip than a wish.
void note_slips(const ProfileInput& input, Profile& profile) {
  for (const Requirement& asked : profile.requirements) {
    if (asked.months < kLongWithOneTool || asked.any_of.empty()) continue;
    if (input.context.lexicon.kind(asked.any_of.front()) != SkillKind::tool) continue;
    profile.notes.push_back({"long_time",
                             "asks for " + std::to_string(asked.months / 12) + " years with " +
                                 std::string(input.context.lexicon.name(asked.any_of.front())) + ": is that meant?",
                             asked.evidence.front()});
  }
}

}  // namespace

void add_notes(const ProfileInput& input, Profile& profile) {
  profile.notes = input.document.notes;
  note_unknown_language(input, profile);
  if (profile.as == As::posting) return note_slips(input, profile);
  note_dates(input, profile);
  note_claims(input, profile);
  note_stuffing(input, profile);
}

}  // namespace skillfit
