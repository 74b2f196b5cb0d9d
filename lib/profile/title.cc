// A job title in words that say which job it is: "Senior Data Engineer (m/f/d) - Berlin" is "data", "engineer".
#include <algorithm>
#include <array>

#include "profile/parts.h"

namespace skillfit {
namespace {

// Seniority, working time and place, and words that carry no meaning in a title.
constexpr auto kPassedOver = std::to_array<std::string_view>({
    "all",        "an",       "and",    "associate", "contract", "contractor", "entry",    "for",       "freelance",
    "full",       "fulltime", "gender", "genders",   "hybrid",   "ii",         "iii",      "in",        "intern",
    "internship", "iv",       "job",    "jr",        "junior",   "lead",       "level",    "mid",       "middle",
    "of",         "on",       "onsite", "part",      "parttime", "permanent",  "position", "principal", "remote",
    "role",       "senior",   "site",   "sr",        "staff",    "temporary",  "the",      "time",      "title",
    "to",         "vacancy",  "wanted", "with",
});

bool is_passed_over(std::string_view word) {
  return std::find(kPassedOver.begin(), kPassedOver.end(), word) != kPassedOver.end();
}

// Whether a title ends at this token: a comma, a bar, a dash with a space before it, or "at" a company.
bool ends_title(const Tokens& tokens, std::uint32_t i) {
  const Token& token = tokens[i];
  if (token.kind == TokenKind::word) return tokens.word(i) == "at";
  const char symbol = token.symbol();
  return symbol == ',' || symbol == '|' || symbol == '@' || symbol == ';' || (symbol == '-' && !token.glued);
}

}  // namespace

void append_title_words(const Tokens& tokens, TokenSpan title, std::vector<std::string>& words) {
  bool found = false;
  int depth = 0;  // of parentheses
  for (std::uint32_t i = title.first; i < title.last; ++i) {
    if (ends_title(tokens, i) && found && depth == 0) return;
    const bool is_word = tokens[i].kind == TokenKind::word;
    const char symbol = is_word ? ' ' : tokens[i].symbol();
    if (symbol == '(' || symbol == '[') ++depth;
    if (symbol == ')' || symbol == ']') depth = std::max(depth - 1, 0);
    if (!is_word || depth > 0 || tokens[i].size < 2 || tokens[i].numeric) continue;
    const std::string_view word = tokens.word(i);
    if (is_passed_over(word)) continue;
    found = true;
    if (std::find(words.begin(), words.end(), word) == words.end()) words.emplace_back(word);
  }
}

}  // namespace skillfit
