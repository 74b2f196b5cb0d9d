// Closed classes of words: the second person, the applicant by name, and what one brings to a job.
#include "mention/addressee.h"

#include "mention/duties.h"
#include "token/few_words.h"

namespace skillfit {
namespace {

constexpr auto kReader =
    few_words({"applicant", "applicants", "candidate", "candidates", "du", "sie", "vous", "you", "your", "yourself"});
// Said of the person wanted, and of an employer as well.
constexpr auto kClaims = few_words({"ability", "able", "accountable", "clearance", "competence", "competent", "expert",
                                    "involve", "involves", "know", "must", "needed", "require", "required",
                                    "requirement", "requirements", "requires", "responsibilities", "responsible"});
constexpr auto kDemands = few_words(
    {"bachelor",       "bachelors", "background",  "degree",      "experience", "experienced",  "experiences",
     "expertise",      "familiar",  "familiarity", "fluency",     "fluent",     "knowledge",    "master",
     "masters",        "msc",       "phd",         "proficiency", "proficient", "proven",       "qualification",
     "qualifications", "qualified", "skill",       "skilled",     "skills",     "understanding"});

constexpr auto kYears = few_words({"years", "yrs"});
constexpr FewFilter kSpeak = filter_of(kReader, kClaims, kDemands, kYears);

// "For your growth", "we teach you that", "two bakers and you.": the reader, but not as who does or brings something.
bool is_in_passing(const Tokens& tokens, TokenSpan sentence, std::uint32_t word) {
  static constexpr auto kGives = few_words({"for", "give", "gives", "help", "helps", "offer", "offers", "provide",
                                            "show", "support", "teach", "to", "train"});
  if (tokens.word(word) == "your") return word > sentence.first;
  if (tokens.word(word) != "you" || word == sentence.first) return false;
  return kGives.hold(tokens, word - 1) || word + 1 == sentence.last || tokens[word + 1].kind != TokenKind::word;
}

// "5+ years writing", "2 yrs. working": an amount of what one has done.
bool counts_years(const Tokens& tokens, TokenSpan sentence, std::uint32_t word) {
  if (!kYears.hold(tokens, word) || word == sentence.first || word + 1 >= sentence.last) return false;
  const Token before = tokens[word - 1];
  const bool number = before.numeric || before.symbol() == '+';
  return number && tokens[word + 1].kind == TokenKind::word && tokens.word(word + 1).ends_with("ing");
}

}  // namespace

Addressee addressee(const Tokens& tokens, TokenSpan sentence, bool sought) {
  using enum Addressee;
  Addressee shown = sought ? candidate : nobody;
  // "Our expertise" is the employer's, unless the sentence has named the candidate.
  const bool theirs = shown == nobody && tells_of_employer(tokens, sentence);
  for (std::uint32_t i = sentence.first; i < sentence.last; ++i) {
    if (!kSpeak.may_hold(tokens.print(i))) continue;
    const bool counts = !theirs || shown != nobody;
    if (counts && (kDemands.hold(tokens, i) || counts_years(tokens, sentence, i))) return demand;
    const bool named = kReader.hold(tokens, i) && !is_in_passing(tokens, sentence, i);
    if (named || (counts && kClaims.hold(tokens, i))) shown = candidate;
  }
  if (shown != nobody) return shown;
  return tells_duty(tokens, sentence) || (!theirs && begins_with_work(tokens, sentence)) ? candidate : nobody;
}

bool describes_person(const Tokens& tokens, TokenSpan paragraph) {
  static constexpr auto kTrait = few_words({"are", "bring", "can", "enjoy", "have", "know", "like"});
  if (paragraph.empty() || tokens[paragraph.first].kind != TokenKind::word) return false;
  return tokens.word(paragraph.first) == "you" && kTrait.hold(tokens, paragraph.first + 1);
}

}  // namespace skillfit
