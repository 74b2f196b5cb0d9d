// Advice is a table: one sentence for each thing that can be lacking, and some that fit a kind of requirement better.
#include "report/advice.h"

#include <algorithm>
#include <array>

#include "base/terminal.h"
#include "report/words.h"

namespace skillfit {
namespace {

constexpr std::size_t kLacks = 9;
constexpr std::size_t kMostWordings = 5;

// By Lack.
constexpr std::array<std::string_view, kLacks> kTexts = {
    "missing",      "said not to be held",  "only being learned", "only in hidden text",
    "only listed",  "in no dated position", "too short",          "below the level",
    "not all of it"};

constexpr std::array<std::string_view, kLacks> kSkillAdvice = {
    "If you have it, show it in a dated position: what you did with it, and when.",
    "The resume says that you do not have it; if that has changed, show where you used it.",
    "Learning does not count yet: name the first dated position or project that uses it.",
    "It stands in hidden text only, which never counts: write it where a reader sees it.",
    "It is only listed: name it in the dated position in which you used it.",
    "It is described, but not dated: say in which position, from when to when.",
    "Name it in every dated position in which you used it, so that the time adds up.",
    "Say how well you speak it, by a level from A1 to C2.",
    "Show it in a dated position."};

struct KindAdvice {
  std::string_view kind;
  Lack lack;
  std::string_view text;
};
constexpr auto kKindAdvice = std::to_array<KindAdvice>({
    {"certificate", Lack::missing, "If you hold it, name it, with who issued it and when."},
    {"certificate", Lack::learning, "It counts once it is passed: then say so, with the date."},
    {"language", Lack::missing, "If you speak it, name it with a level from A1 to C2."},
    {"language", Lack::learning, "Say which level you have reached, from A1 to C2."},
    {"field", Lack::missing, "If your degree covers it, name the field beside the degree."},
    {"term", Lack::missing, "If you have used it, write it as the posting does; the lexicon does not know it."},
    {"years", Lack::missing, "Give every position its dates; only dated positions count."},
    {"years", Lack::less, "Only dated positions count: give dates to the earlier ones, too."},
    {"degree", Lack::missing, "Name your highest degree, with its field and year."},
    {"degree", Lack::less, "The highest degree found is below the one asked; name a higher one if you hold it."},
    {"title", Lack::missing, "If one of your positions was this job, give it the posting's title."},
    {"title", Lack::less, "If one of your positions was this job, give it the posting's title."},
});

const Requirement& requirement_of(const Gap& gap, const PairReport& report) {
  return report.posting.profile.requirements[static_cast<std::size_t>(gap.requirement)];
}

// The mentions of a skill at these places of a document.
std::vector<const Mention*> mentions_at(const Analysis& a, SkillId skill, const std::vector<SourceSpan>& places) {
  std::vector<const Mention*> found;
  for (const SourceSpan place : places) {
    const auto at = std::partition_point(a.mentions.mentions.begin(), a.mentions.mentions.end(),
                                         [&](const Mention& m) { return m.span < place; });
    if (at != a.mentions.mentions.end() && at->span == place && at->skill == skill) found.push_back(&*at);
  }
  return found;
}

std::string surface(const Analysis& a, const Mention& mention) {
  return printable(slice(a.document.text, mention.span));
}

std::vector<SourceSpan> spans_of(const std::vector<Evidence>& evidence) {
  std::vector<SourceSpan> spans;
  for (const Evidence& place : evidence) spans.push_back(place.span);
  return spans;
}

// What a name is compared by: "REST API" and "REST APIs" are no two wordings.
std::string wording_key(const Analysis& a, const Mention& mention) {
  std::string key = term_key(a.tokens, mention.tokens);
  if (key.ends_with('s')) key.pop_back();
  return key;
}

std::optional<Wording> wording_of(const Contribution& c, const PairReport& report) {
  if (!c.skill || c.requirement < 0 || c.points == 0 || c.via) return {};  // a narrower skill is no other word for it
  const auto asked = mentions_at(report.posting, *c.skill, c.posting_evidence);
  const auto shown = mentions_at(report.resume, *c.skill, spans_of(c.resume_evidence));
  if (asked.empty() || shown.empty()) return {};
  std::vector<std::string> keys;
  for (const Mention* mention : asked) keys.push_back(wording_key(report.posting, *mention));
  for (const Mention* mention : shown) {
    if (std::find(keys.begin(), keys.end(), wording_key(report.resume, *mention)) != keys.end()) return {};
  }
  return Wording{*c.skill, surface(report.posting, *asked.front()), surface(report.resume, *shown.front())};
}

}  // namespace

std::string lack_text(const Gap& gap) {
  return std::string(kTexts[static_cast<std::size_t>(gap.lack)]);
}

std::string advice(const Gap& gap, const PairReport& report) {
  const std::string_view kind = requirement_kind_name(requirement_of(gap, report), report.context.lexicon);
  const auto* row = std::find_if(kKindAdvice.begin(), kKindAdvice.end(),
                                 [&](const KindAdvice& r) { return r.kind == kind && r.lack == gap.lack; });
  if (row != kKindAdvice.end()) return std::string(row->text);
  return std::string(kSkillAdvice[static_cast<std::size_t>(gap.lack)]);
}

std::vector<Wording> wordings(const PairReport& report) {
  std::vector<const Contribution*> heavy;
  for (const Contribution& c : report.match.contributions) heavy.push_back(&c);
  std::stable_sort(heavy.begin(), heavy.end(),
                   [](const Contribution* a, const Contribution* b) { return a->max > b->max; });
  std::vector<Wording> found;
  for (const Contribution* c : heavy) {
    if (found.size() == kMostWordings) break;
    if (std::optional<Wording> wording = wording_of(*c, report)) found.push_back(std::move(*wording));
  }
  return found;
}

std::string wording_text(const Wording& wording) {
  return "\"" + wording.resume + "\" counts, but the posting writes \"" + wording.posting + "\"";
}

}  // namespace skillfit
