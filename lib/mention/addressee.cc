// A closed class of words, so a table: the second person, the applicant by name, and what one brings to a job.
#include "mention/addressee.h"

#include <algorithm>
#include <array>

#include "mention/few_words.h"

namespace skillfit {
namespace {

using enum Addressee;

struct WordRow {
  std::string_view word;
  Addressee shows;
};
constexpr std::array<WordRow, 52> kWords = {
    {{"ability", candidate},      {"able", candidate},        {"applicant", candidate},
     {"applicants", candidate},   {"bachelor", demand},       {"bachelors", demand},
     {"background", demand},      {"candidate", candidate},   {"candidates", candidate},
     {"competence", candidate},   {"competent", candidate},   {"degree", demand},
     {"du", candidate},           {"experience", demand},     {"experienced", demand},
     {"experiences", demand},     {"expert", candidate},      {"expertise", demand},
     {"familiar", demand},        {"familiarity", demand},    {"fluency", demand},
     {"fluent", demand},          {"know", candidate},        {"knowledge", demand},
     {"master", demand},          {"masters", demand},        {"msc", demand},
     {"must", candidate},         {"needed", candidate},      {"phd", demand},
     {"proficiency", demand},     {"proficient", demand},     {"proven", demand},
     {"qualification", demand},   {"qualifications", demand}, {"qualified", demand},
     {"require", candidate},      {"required", candidate},    {"requirement", candidate},
     {"requirements", candidate}, {"requires", candidate},    {"responsibilities", candidate},
     {"responsible", candidate},  {"sie", candidate},         {"skill", demand},
     {"skilled", demand},         {"skills", demand},         {"understanding", demand},
     {"vous", candidate},         {"you", candidate},         {"your", candidate},
     {"yourself", candidate}}};
static_assert(std::ranges::is_sorted(kWords, {}, &WordRow::word));

// The words of the table by their prints: no for most words, without a search.
const WordFilter& known_words() {
  static const WordFilter kKnown = [] {
    WordFilter known{};
    for (const WordRow& row : kWords) known.add(print_of(row.word));
    return known;
  }();
  return kKnown;
}

}  // namespace

Addressee addressee(const Tokens& tokens, TokenSpan sentence) {
  const WordFilter& known = known_words();
  // "Our expertise" is the employer's, unless the sentence has named the candidate.
  const bool ours =
      !sentence.empty() && tokens[sentence.first].kind == TokenKind::word && tokens.word(sentence.first) == "our";
  Addressee shown = nobody;
  for (std::uint32_t i = sentence.first; i < sentence.last && shown != demand; ++i) {
    if (!known.may_hold(tokens.print(i)) || tokens[i].kind != TokenKind::word) continue;
    const std::string_view word = tokens.word(i);
    const auto row = std::ranges::lower_bound(kWords, word, {}, &WordRow::word);
    if (row == kWords.end() || row->word != word) continue;
    if (row->shows == demand && ours && shown == nobody) continue;
    shown = std::max(shown, row->shows);
  }
  return shown;
}

// "You will", "the candidate should", and "the baker will be responsible for", if the subject is nobody's team.
bool tells_duty(const Tokens& tokens, TokenSpan sentence) {
  static constexpr auto kDoer =
      few_words({"applicant", "candidate", "hire", "incumbent", "individual", "person", "position", "role"});
  static constexpr auto kYou = few_words({"you"});
  static constexpr auto kWill = few_words({"d", "ll", "will", "would"});
  static constexpr auto kShall = few_words({"must", "should", "will"});
  static constexpr auto kResponsible = few_words({"responsible"});
  static constexpr auto kGroup =
      few_words({"company", "department", "division", "group", "organization", "team", "unit"});
  for (std::uint32_t i = sentence.first; i + 1 < sentence.last; ++i) {
    if (kYou.hold(tokens, i) && kWill.hold(tokens, tokens[i + 1].symbol() == '\'' ? i + 2 : i + 1)) return true;
    if (kDoer.hold(tokens, i) && kShall.hold(tokens, i + 1)) return true;
    const bool will_be = kShall.hold(tokens, i) && kResponsible.hold(tokens, i + 2) && i > sentence.first;
    if (will_be && !kGroup.hold(tokens, i - 1)) return true;
  }
  return false;
}

bool describes_person(const Tokens& tokens, TokenSpan paragraph) {
  static constexpr auto kTrait = few_words({"are", "bring", "can", "enjoy", "have", "know", "like"});
  if (paragraph.empty() || tokens[paragraph.first].kind != TokenKind::word) return false;
  return tokens.word(paragraph.first) == "you" && kTrait.hold(tokens, paragraph.first + 1);
}

}  // namespace skillfit
