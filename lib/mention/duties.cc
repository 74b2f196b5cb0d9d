// Duties are told in few forms: a subject that stands for the person wanted before "will" or "should", whoever "is
// responsible", a search ("we are looking for"), and no subject at all. The words of each are closed classes.
#include "mention/duties.h"

#include <string>

#include "token/few_words.h"

namespace skillfit {
namespace {

constexpr auto kDoers = few_words({"accountant",   "administrator", "analyst",        "applicant",  "applicants",
                                   "architect",    "assistant",     "associate",      "auditor",    "baker",
                                   "buyer",        "candidate",     "candidates",     "chef",       "clerk",
                                   "coach",        "consultant",    "coordinator",    "designer",   "developer",
                                   "director",     "driver",        "duties",         "editor",     "engineer",
                                   "executive",    "expert",        "fellow",         "focus",      "he",
                                   "hire",         "incumbent",     "individual",     "instructor", "intern",
                                   "job",          "lead",          "leader",         "manager",    "mechanic",
                                   "nurse",        "officer",       "operator",       "person",     "pharmacist",
                                   "physician",    "planner",       "position",       "postholder", "producer",
                                   "professional", "programmer",    "representative", "researcher", "responsibilities",
                                   "role",         "scientist",     "secretary",      "she",        "specialist",
                                   "strategist",   "supervisor",    "tasks",          "teacher",    "technician",
                                   "technologist", "tester",        "therapist",      "they",       "trainer",
                                   "writer"});
constexpr auto kGroups =
    few_words({"company", "department", "division", "group", "organisation", "organization", "team", "unit"});
// What is given and not done: "You will get a mug".
constexpr auto kGiven =
    few_words({"become", "benefit", "enjoy", "find", "gain", "get", "have", "join", "love", "receive"});

constexpr auto kEndsSubject = few_words(
    {"and", "are", "as", "at", "by", "for", "has", "in", "is", "must", "of", "on", "role", "will", "with", "within"});
constexpr std::uint32_t kSubjectReach = 7;  // tokens up to such a group

constexpr auto kShall = few_words({"must", "shall", "should", "will", "would"});
constexpr auto kOthers = few_words({"and", "are", "is", "our", "that", "they", "we", "which", "who", "you"});
constexpr std::uint32_t kVerbReach = 7;  // tokens from a subject to "will": "The engineer for applied statistics will"

// Work that duties begin with. No verb that is as often a noun or begins a title ("test", "lead", "research").
constexpr auto kWork =
    few_words({"act",        "adapt",       "administer", "adopt",       "advise",     "align",        "analyse",
               "analyze",    "apply",       "architect",  "arrange",     "assemble",   "assess",       "assign",
               "assist",     "automate",    "build",      "calculate",   "calibrate",  "clean",        "coach",
               "code",       "collaborate", "collect",    "communicate", "compare",    "compile",      "complete",
               "compose",    "conduct",     "configure",  "contribute",  "coordinate", "create",       "customize",
               "debug",      "define",      "deliver",    "demonstrate", "deploy",     "design",       "detect",
               "determine",  "develop",     "diagnose",   "direct",      "document",   "draft",        "drive",
               "educate",    "embed",       "enforce",    "enhance",     "ensure",     "escalate",     "establish",
               "estimate",   "evaluate",    "examine",    "execute",     "extract",    "fabricate",    "facilitate",
               "filter",     "formulate",   "foster",     "gather",      "generate",   "guide",        "handle",
               "identify",   "implement",   "improve",    "initiate",    "innovate",   "inspect",      "install",
               "instruct",   "integrate",   "interact",   "interface",   "interpret",  "invent",       "investigate",
               "leverage",   "liaise",      "maintain",   "manage",      "measure",    "mentor",       "migrate",
               "modell",     "modify",      "monitor",    "motivate",    "negotiate",  "obtain",       "operate",
               "optimise",   "optimize",    "organise",   "organize",    "oversee",    "own",          "participate",
               "partner",    "perform",     "prepare",    "present",     "produce",    "propose",      "protect",
               "prototype",  "provide",     "recognize",  "recommend",   "reconcile",  "refine",       "repair",
               "replace",    "resolve",     "respond",    "restore",     "review",     "serve",        "solve",
               "specify",    "standardize", "streamline", "strengthen",  "summarize",  "supervise",    "support",
               "synthesize", "teach",       "train",      "transform",   "translate",  "troubleshoot", "tune",
               "understand", "use",         "utilize",    "validate",    "verify",     "visualize",    "write"});

// Verbs that are nouns as well, and what shows that they are verbs: "Test the pumps", "Work with pumps".
constexpr auto kWorkOrThing = few_words({"do", "focus", "help", "lead", "plan", "query", "report", "research", "run",
                                         "schedule", "select", "study", "test", "track", "update", "work"});
constexpr auto kBehindVerb = few_words(
    {"a", "across", "all", "an", "and", "any", "closely", "directly", "in", "new", "on", "the", "various", "with"});

// "Maintains", "maintaining", "applies": the verb itself.
std::string base_of(std::string_view word) {
  const auto cut = [word](std::size_t letters, std::string_view ending) {
    return std::string(word.substr(0, word.size() - letters)).append(ending);
  };
  if (word.ends_with("ies")) return cut(3, "y");
  if (word.ends_with("sses")) return cut(2, "");
  if (word.ends_with("s")) return cut(1, "");
  if (!word.ends_with("ing")) return std::string(word);
  const std::string stem = cut(3, "");
  return kWork.hold(stem) ? stem : stem + "e";
}

// What follows a subject: "will design", "for large pumps must design", "designs".
bool does(const Tokens& tokens, TokenSpan behind) {
  const std::string_view verb = tokens[behind.first].kind == TokenKind::word ? tokens.word(behind.first) : "";
  if (verb.ends_with("s") && kWork.hold(base_of(verb))) return true;
  const std::uint32_t reach = std::min(behind.first + kVerbReach, behind.last);
  for (std::uint32_t i = behind.first; i < reach; ++i) {
    if (kShall.hold(tokens, i)) return true;
    if (tokens[i].kind != TokenKind::word || kGroups.hold(tokens, i) || kOthers.hold(tokens, i)) return false;
  }
  return false;
}

// Whether somebody is wanted in so many words from this one on.
bool is_search(const Tokens& tokens, TokenSpan sentence, std::uint32_t i) {
  static constexpr auto kOpens = few_words({"need", "opening"});
  static constexpr auto kSomebody = few_words({"a", "an", "for", "somebody", "someone"});
  static constexpr auto kBefore = few_words({"actively", "are", "currently", "is", "re", "we"});
  static constexpr auto kFor = few_words({"for"});
  static constexpr auto kNobody = few_words({"into", "to"});
  static constexpr auto kHires = few_words({"add", "fill", "hire", "recruit"});
  static constexpr auto kWants = few_words({"ask", "expect", "need", "require", "value", "want", "welcome"});
  const std::string_view word = tokens.word(i);
  if (word == "we") return kWants.hold(tokens, i + 1) && !kNobody.hold(tokens, i + 2);
  if (word == "opportunity") return kFor.hold(tokens, i + 1) && kSomebody.hold(tokens, i + 2);
  if (kOpens.hold(tokens, i)) return kSomebody.hold(tokens, i + 1);
  if (kNobody.hold(tokens, i + 1) && !kHires.hold(tokens, i + 2)) return false;
  return word == "seeks" || i == sentence.first || kBefore.hold(tokens, i - 1);
}

// "This position is all about ovens", "The role involves ...": not where the job is, what it pays or
// whom it reports to.
bool tells_of_job(const Tokens& tokens, TokenSpan sentence) {
  static constexpr auto kThis = few_words({"the", "this"});
  static constexpr auto kJob = few_words({"assignment", "incumbent", "internship", "job", "position", "role"});
  static constexpr auto kIs = few_words({"is"});
  static constexpr auto kPlace = few_words({"at", "based", "in", "located", "part", "with", "within"});
  static constexpr auto kOffers = few_words({"offers", "pays", "provides", "reports"});
  if (sentence.size() < 3 || !kThis.hold(tokens, sentence.first)) return false;
  const bool of_place = kIs.hold(tokens, sentence.first + 2) && kPlace.hold(tokens, sentence.first + 3);
  return kJob.hold(tokens, sentence.first + 1) && !of_place && !kOffers.hold(tokens, sentence.first + 2);
}

}  // namespace

std::uint32_t search_in(const Tokens& tokens, TokenSpan sentence) {
  static constexpr auto kSearches =
      few_words({"looking", "need", "opening", "opportunity", "searching", "seek", "seeking", "seeks", "we"});
  for (std::uint32_t i = sentence.first; i + 1 < sentence.last; ++i) {
    if (kSearches.hold(tokens, i) && is_search(tokens, sentence, i)) return i;
  }
  return sentence.last;
}

bool tells_duty(const Tokens& tokens, TokenSpan sentence) {
  if (tells_of_job(tokens, sentence)) return true;
  static constexpr auto kYou = few_words({"you"});
  static constexpr auto kWill = few_words({"d", "ll", "will", "would"});
  static constexpr auto kResponsible = few_words({"responsible"});
  static constexpr FewFilter kSubjects = filter_of(kYou, kDoers, kShall);
  for (std::uint32_t i = sentence.first; i + 1 < sentence.last; ++i) {
    if (!kSubjects.may_hold(tokens.print(i))) continue;
    const std::uint32_t will = tokens[i + 1].symbol() == '\'' ? i + 2 : i + 1;
    if (kYou.hold(tokens, i) && kWill.hold(tokens, will) && !kGiven.hold(tokens, will + 1)) return true;
    if (kDoers.hold(tokens, i) && does(tokens, {i + 1, sentence.last})) return true;
    const bool will_be = kShall.hold(tokens, i) && kResponsible.hold(tokens, i + 2) && i > sentence.first;
    if (will_be && !kGroups.hold(tokens, i - 1)) return true;
  }
  return false;
}

bool begins_with_work(const Tokens& tokens, TokenSpan sentence) {
  static constexpr auto kWe = few_words({"we"});
  static constexpr auto kNoWork =
      few_words({"at", "by", "for", "here", "now", "online", "today", "via", "within", "your"});
  std::uint32_t first = sentence.first;
  while (first < sentence.last && tokens[first].kind != TokenKind::word) ++first;
  if (first + 1 >= sentence.last || kNoWork.hold(tokens, first + 1) || tokens[first + 1].symbol() == ':') return false;
  const std::string verb = base_of(tokens.word(first));
  const bool thing = kWorkOrThing.hold(verb) && kBehindVerb.hold(tokens, first + 1);
  if (!thing && !kWork.hold(verb)) return false;
  for (std::uint32_t i = first; i < sentence.last; ++i) {
    if (kWe.hold(tokens, i)) return false;  // "Building on that, we ..."
  }
  return true;
}

// The first words up to the group: "the", a name of few words, "team"; no verb or preposition stands between.
bool tells_of_employer(const Tokens& tokens, TokenSpan sentence) {
  static constexpr auto kOwn = few_words({"our", "we"});
  static constexpr auto kAt = few_words({"at"});
  static constexpr auto kWe = few_words({"we"});
  static constexpr auto kSome = few_words({"each", "the", "their", "this"});
  static constexpr auto kOne = few_words({"lead", "leader", "manager", "member"});
  if (sentence.empty() || kOwn.hold(tokens, sentence.first)) return !sentence.empty();
  if (kAt.hold(tokens, sentence.first))
    return kWe.may_hold_any(tokens, sentence.first + 1, sentence.first + kSubjectReach);
  if (!kSome.hold(tokens, sentence.first)) return false;
  const std::uint32_t reach = std::min(sentence.first + kSubjectReach, sentence.last);
  for (std::uint32_t i = sentence.first + 1; i < reach; ++i) {
    if (kGroups.hold(tokens, i)) return !kOne.hold(tokens, i + 1);
    if (kEndsSubject.hold(tokens, i) || kDoers.hold(tokens, i)) return false;
  }
  return false;
}

}  // namespace skillfit
