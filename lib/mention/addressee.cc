// A closed class of words, so a table: the second person, the applicant by name, and what one brings to a job.
#include "mention/addressee.h"

#include <algorithm>
#include <array>

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

}  // namespace

Addressee addressee(const Tokens& tokens, TokenSpan sentence) {
  Addressee shown = nobody;
  for (std::uint32_t i = sentence.first; i < sentence.last && shown != demand; ++i) {
    if (tokens[i].kind != TokenKind::word) continue;
    const std::string_view word = tokens.word(i);
    const auto row = std::ranges::lower_bound(kWords, word, {}, &WordRow::word);
    if (row != kWords.end() && row->word == word) shown = std::max(shown, row->shows);
  }
  return shown;
}

}  // namespace skillfit
