// A job title in words that say which job it is: "Senior Data Engineers (m/f/d) - Berlin" is "data", "engineer". Words
// that name the same job become one word, so that a developer is an engineer on both sides.
#include "profile/title.h"

#include <algorithm>
#include <array>

#include "profile/parts.h"

namespace skillfit {
namespace {

// Seniority, working time and place, and words that carry no meaning in a title.
constexpr auto kPassedOver = std::to_array<std::string_view>({
    "all",       "an",         "and",      "associate", "contract", "contractor", "end",       "entry",    "for",
    "freelance", "full",       "fulltime", "gender",    "genders",  "hybrid",     "ii",        "iii",      "in",
    "intern",    "internship", "iv",       "job",       "jr",       "junior",     "lead",      "level",    "mid",
    "middle",    "of",         "on",       "onsite",    "part",     "parttime",   "permanent", "position", "principal",
    "remote",    "role",       "senior",   "site",      "sr",       "staff",      "temporary", "the",      "time",
    "title",     "to",         "vacancy",  "wanted",    "with",
});

bool is_passed_over(std::string_view word) {
  return std::find(kPassedOver.begin(), kPassedOver.end(), word) != kPassedOver.end();
}

// Only what names the same job whatever stands next to it: a "coder" may code software or hospital bills.
struct Synonym {
  std::string_view word, same_as;
};
constexpr auto kSynonyms = std::to_array<Synonym>({
    {"aesthetician", "esthetician"},
    {"asst", "assistant"},
    {"attorney", "lawyer"},
    {"backend", "back"},  // "back end" without its "end"
    {"centre", "center"},
    {"chairwoman", "chairman"},
    {"counsellor", "counselor"},
    {"dev", "engineer"},
    {"developer", "engineer"},
    {"fibre", "fiber"},
    {"frontend", "front"},
    {"fullstack", "stack"},
    {"gynaecologist", "gynecologist"},
    {"jeweller", "jeweler"},
    {"labour", "labor"},
    {"labourer", "laborer"},
    {"lorry", "truck"},
    {"mgr", "manager"},
    {"orthopaedic", "orthopedic"},
    {"paediatric", "pediatric"},
    {"paediatrician", "pediatrician"},
    {"physician", "doctor"},
    {"programme", "program"},
    {"programmer", "engineer"},
    {"rn", "nurse"},
    {"saleswoman", "salesman"},
    {"salesperson", "salesman"},
    {"schoolteacher", "teacher"},
    {"theatre", "theater"},
    {"tyre", "tire"},
    {"waitress", "waiter"},
});

// Words for a form of work that any trade may have; sorted.
constexpr auto kAnyTrade = std::to_array<std::string_view>({
    "administrator", "advisor",     "agent",    "analyst",    "assistant",    "clerk",
    "consultant",    "coordinator", "director", "executive",  "expert",       "head",
    "leader",        "manager",     "officer",  "operator",   "professional", "representative",
    "specialist",    "supervisor",  "team",     "technician", "worker",
});
static_assert(std::is_sorted(kAnyTrade.begin(), kAnyTrade.end()));

// Words of rank; some only in front of a certain next word ("staff engineer" is a rank, "staff nurse" is a nurse).
struct RankWord {
  std::string_view word, next;
  Seniority seniority;
};
constexpr auto kRanks = std::to_array<RankWord>({
    {"apprentice", "", Seniority::intern},
    {"ceo", "", Seniority::head},
    {"cfo", "", Seniority::head},
    {"chief", "", Seniority::head},
    {"cio", "", Seniority::head},
    {"cto", "", Seniority::head},
    {"director", "", Seniority::head},
    {"entry", "level", Seniority::junior},
    {"graduate", "", Seniority::junior},
    {"head", "of", Seniority::head},
    {"ii", "", Seniority::mid},
    {"iii", "", Seniority::senior},
    {"intermediate", "", Seniority::mid},
    {"intern", "", Seniority::intern},
    {"internship", "", Seniority::intern},
    {"jr", "", Seniority::junior},
    {"junior", "", Seniority::junior},
    {"lead", "", Seniority::lead},
    {"mid", "", Seniority::mid},
    {"midlevel", "", Seniority::mid},
    {"principal", "", Seniority::lead},
    {"senior", "", Seniority::senior},
    {"sr", "", Seniority::senior},
    {"staff", "data", Seniority::lead},
    {"staff", "developer", Seniority::lead},
    {"staff", "engineer", Seniority::lead},
    {"staff", "scientist", Seniority::lead},
    {"staff", "software", Seniority::lead},
    {"trainee", "", Seniority::intern},
    {"vice", "president", Seniority::head},
    {"vp", "", Seniority::head},
});

// "engineers" is "engineer", "secretaries" is "secretary", "coaches" is "coach"; "sales" becomes "sale" on both sides.
std::string singular(std::string_view word) {
  const auto ends_in = [&](std::string_view ending) { return word.size() > 4 && word.ends_with(ending); };
  if (ends_in("ies")) return std::string(word.substr(0, word.size() - 3)) + 'y';
  for (const std::string_view ending : {"ches", "shes", "sses", "xes"}) {
    if (ends_in(ending)) return std::string(word.substr(0, word.size() - 2));
  }
  const bool plural = word.size() > 3 && word.ends_with('s') && !ends_in("ss") && !ends_in("us") && !ends_in("is");
  return std::string(plural ? word.substr(0, word.size() - 1) : word);
}

// The word that stands for all that name the same.
std::string canonical_word(std::string_view word) {
  std::string one = singular(word);
  const auto same = std::find_if(kSynonyms.begin(), kSynonyms.end(), [&](Synonym row) { return row.word == one; });
  return same == kSynonyms.end() ? one : std::string(same->same_as);
}

// Whether a title ends at this token: a comma, a bar, a dash with a space before it, or "at" a company.
bool ends_title(const Tokens& tokens, std::uint32_t i) {
  const Token& token = tokens[i];
  if (token.kind == TokenKind::word) return tokens.word(i) == "at";
  const char symbol = token.symbol();
  return symbol == ',' || symbol == '|' || symbol == '@' || symbol == ';' || (symbol == '-' && !token.glued);
}

}  // namespace

std::int32_t title_word_weight(std::string_view word) {
  return std::binary_search(kAnyTrade.begin(), kAnyTrade.end(), word) ? 1 : 4;
}

Seniority seniority_of(const Tokens& tokens, TokenSpan title) {
  Seniority highest = Seniority::unstated;
  for (std::uint32_t i = title.first; i < title.last; ++i) {
    if (tokens[i].kind != TokenKind::word) continue;
    std::uint32_t next = i + 1;
    while (next < title.last && tokens[next].kind != TokenKind::word) ++next;
    for (const RankWord& rank : kRanks) {
      if (tokens.word(i) != rank.word) continue;
      const bool meant = rank.next.empty() || (next < title.last && tokens.word(next) == rank.next);
      if (meant) highest = std::max(highest, rank.seniority);
    }
  }
  return highest;
}

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
    if (is_passed_over(tokens.word(i))) continue;
    found = true;
    std::string word = canonical_word(tokens.word(i));
    if (std::find(words.begin(), words.end(), word) == words.end()) words.push_back(std::move(word));
  }
}

}  // namespace skillfit
