// A closed class of words, so a table: the second person, the applicant by name, and what one brings to a job.
#include "mention/addressee.h"

#include <algorithm>
#include <array>

#include "lexicon/phrase.h"

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

constexpr std::array<std::string_view, 30> kDepartments = {
    "academy",     "agencies",     "agency",       "association", "board",       "boards",
    "bureau",      "club",         "clubs",        "commission",  "committee",   "committees",
    "conference",  "conferences",  "council",      "department",  "departments", "dept",
    "directorate", "division",     "divisions",    "faculty",     "foundation",  "group",
    "institute",   "organisation", "organization", "society",     "team",        "teams"};
constexpr std::array<std::string_view, 19> kPlacesOf = {
    "academy",     "association", "bureau",   "center",  "centre",    "college",  "department",
    "departments", "dept",        "division", "faculty", "institute", "ministry", "museum",
    "office",      "school",      "section",  "society", "university"};
constexpr std::array<std::string_view, 7> kTraits = {"are", "bring", "can", "enjoy", "have", "know", "like"};
constexpr std::array<std::string_view, 8> kLabels = {"department", "dept",  "directorate", "division",
                                                     "faculty",    "group", "team",        "unit"};
constexpr std::array<std::string_view, 4> kFormLabels = {"department", "dept", "directorate", "division"};
constexpr std::array<std::string_view, 5> kManyTeams = {"departments", "divisions", "groups", "organizations", "teams"};
constexpr std::array<std::string_view, 7> kJoinsPeople = {"across", "among", "between", "from", "our", "the", "with"};
constexpr std::array<std::string_view, 16> kNoDepartment = {"a",  "are", "as", "by",   "for", "from", "in",    "is",
                                                            "of", "on",  "or", "that", "the", "to",   "using", "with"};
constexpr std::array<std::string_view, 15> kWorksWith = {"closely",       "collaborate", "collaborated", "collaborates",
                                                         "collaborating", "coordinate",  "coordinated",  "coordinating",
                                                         "liaise",        "liaised",     "liaising",     "liaison",
                                                         "partner",       "partnered",   "partnering"};
constexpr std::array<std::string_view, 8> kBeginsPartner = {"and", "between", "both",    "or",
                                                            "our", "the",     "various", "with"};
constexpr std::array<std::string_view, 8> kBehindDepartment = {"and", "for",       "in", "on",
                                                               "or",  "regarding", "to", "when"};
constexpr std::array<std::string_view, 4> kBusiness = {"company", "consultancy", "firm", "startup"};
constexpr std::array<std::string_view, 4> kBusinesses = {"companies", "firms", "organisations", "organizations"};
constexpr std::uint32_t kLabelReach = 4;    // tokens between such a label and a name
constexpr std::uint32_t kSeriesReach = 10;  // tokens of a series of departments to each side of a name
constexpr std::uint32_t kArticleReach = 4;  // tokens between "a" and a name: "a large wholesale and catering company"
static_assert(std::ranges::is_sorted(kFormLabels) && std::ranges::is_sorted(kManyTeams) &&
              std::ranges::is_sorted(kJoinsPeople) && std::ranges::is_sorted(kNoDepartment));
static_assert(std::ranges::is_sorted(kLabels) && std::ranges::is_sorted(kBusiness) &&
              std::ranges::is_sorted(kBusinesses));
static_assert(std::ranges::is_sorted(kWorksWith) && std::ranges::is_sorted(kBehindDepartment) &&
              std::ranges::is_sorted(kBeginsPartner));
static_assert(std::ranges::is_sorted(kDepartments) && std::ranges::is_sorted(kTraits) &&
              std::ranges::is_sorted(kPlacesOf));

// The words of the table by their prints: no for most words, without a search.
const WordFilter& known_words() {
  static const WordFilter kKnown = [] {
    WordFilter known{};
    for (const WordRow& row : kWords) known.add(print_of(row.word));
    return known;
  }();
  return kKnown;
}

// A few words, sorted, and bits for their prints.
template <std::size_t N>
struct FewWords {
  constexpr explicit FewWords(const std::array<std::string_view, N>& list) : words(list) {
    for (const std::string_view word : words) prints.add(print_of(word));
  }
  bool hold(const Tokens& tokens, std::uint32_t i) const {
    if (i >= tokens.size() || !prints.may_hold(tokens.print(i))) return false;
    return tokens[i].kind == TokenKind::word && std::ranges::binary_search(words, tokens.word(i));
  }
  // Whether any of these tokens may be one of them.
  bool may_hold_any(const Tokens& tokens, std::uint32_t first, std::uint32_t last) const {
    bool any = false;
    for (std::uint32_t i = first; i < std::min(last, tokens.size()); ++i) any |= prints.may_hold(tokens.print(i));
    return any;
  }

  std::array<std::string_view, N> words;
  PrintFilter<512> prints{};
};

// "Division: Computing and Analytics": whether a label of a place of work stands before this token, with words between.
bool is_labelled(const Tokens& tokens, std::uint32_t token) {
  static constexpr FewWords kLabel(kLabels);
  static constexpr FewWords kFormLabel(kFormLabels);  // a label also where line ends were lost
  unsigned colons = 0;                                // seldom any, so the question is asked of all at once
  for (std::uint32_t i = token - std::min(token, kLabelReach); i < token; ++i) colons |= bit(tokens[i].symbol() == ':');
  if (colons == 0) return false;
  for (std::uint32_t i = token; i > 0 && token - i <= kLabelReach; --i) {
    const Token& before = tokens[i - 1];
    if (before.kind == TokenKind::stop && before.symbol() == ':') {
      const bool alone = i == 2 || (i > 2 && tokens[i - 3].kind != TokenKind::word);  // not "in our team:"
      return (alone && kLabel.hold(tokens, i - 2)) || kFormLabel.hold(tokens, i - 2);
    }
    if (before.kind != TokenKind::word && before.symbol() != '&') return false;
  }
  return false;
}

bool joins_names(const Tokens& tokens, std::uint32_t i) {
  const char symbol = tokens[i].symbol();
  return symbol == ',' || symbol == '&' || symbol == '/';
}

// "With sales, marketing and product teams": whether the name is one of several departments.
bool among_departments(const Tokens& tokens, TokenSpan span) {
  static constexpr FewWords kTeam(kManyTeams);
  static constexpr FewWords kBetween(kJoinsPeople);
  static constexpr FewWords kOther(kNoDepartment);
  static constexpr FewWords<1> kAnd({"and"});
  if (span.last >= tokens.size() || !(joins_names(tokens, span.last) || kAnd.hold(tokens, span.last))) return false;
  std::uint32_t team = span.last;
  const std::uint32_t reach = std::min(span.last + kSeriesReach, tokens.size());
  if (!kTeam.may_hold_any(tokens, team, reach)) return false;
  while (team < reach && !kTeam.hold(tokens, team)) {
    const bool word = tokens[team].kind == TokenKind::word && !kOther.hold(tokens, team);
    if (!word && !joins_names(tokens, team)) return false;
    ++team;
  }
  if (team >= reach) return false;
  for (std::uint32_t i = span.first; i > 0 && span.first - i < kSeriesReach; --i) {
    if (kBetween.hold(tokens, i - 1)) return true;
    if (tokens[i - 1].kind != TokenKind::word && !joins_names(tokens, i - 1)) return false;
  }
  return false;
}

// "Collaborate with sales and purchasing": whether the name is whom one works with. Behind it the list goes on or ends:
// "with sales teams" and "with accounting systems" are told apart elsewhere.
bool works_with(const Tokens& tokens, TokenSpan span) {
  static constexpr FewWords kWorks(kWorksWith);
  static constexpr FewWords<2> kWith({"between", "with"});
  static constexpr FewWords kOther(kNoDepartment);
  static constexpr FewWords kBehind(kBehindDepartment);
  static constexpr FewWords kBegins(kBeginsPartner);
  const bool ends = span.last >= tokens.size() || tokens[span.last].kind != TokenKind::word;
  if (!ends && !kBehind.hold(tokens, span.last)) return false;
  if (span.first == 0 || !(joins_names(tokens, span.first - 1) || kBegins.hold(tokens, span.first - 1))) return false;
  for (std::uint32_t i = span.first; i > 1 && span.first - i < kSeriesReach; --i) {
    if (kWith.hold(tokens, i - 1)) return kWorks.hold(tokens, i - 2);
    const bool word = tokens[i - 1].kind == TokenKind::word && !kOther.hold(tokens, i - 1);
    if (!word && !joins_names(tokens, i - 1)) return false;
  }
  return false;
}

// "A catering company", "mortgage firms": whether the name is somebody's business. Without article the word may begin
// something else: "Accounts Payable, Company Ltd" without its comma.
bool names_business(const Tokens& tokens, TokenSpan span) {
  static constexpr FewWords kOne(kBusiness);
  static constexpr FewWords kMany(kBusinesses);
  static constexpr FewWords<2> kArticle({"a", "an"});
  if (kMany.hold(tokens, span.last)) return true;
  if (!kOne.hold(tokens, span.last)) return false;
  for (std::uint32_t i = span.first; i > 0 && span.first - i < kArticleReach; --i) {
    if (tokens[i - 1].kind != TokenKind::word) return false;
    if (kArticle.hold(tokens, i - 1)) return true;
  }
  return false;
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
  static constexpr FewWords<8> kDoer(
      {"applicant", "candidate", "hire", "incumbent", "individual", "person", "position", "role"});
  static constexpr FewWords<1> kYou({"you"});
  static constexpr FewWords<4> kWill({"d", "ll", "will", "would"});
  static constexpr FewWords<3> kShall({"must", "should", "will"});
  static constexpr FewWords<1> kResponsible({"responsible"});
  static constexpr FewWords<7> kGroup({"company", "department", "division", "group", "organization", "team", "unit"});
  for (std::uint32_t i = sentence.first; i + 1 < sentence.last; ++i) {
    if (kYou.hold(tokens, i) && kWill.hold(tokens, tokens[i + 1].symbol() == '\'' ? i + 2 : i + 1)) return true;
    if (kDoer.hold(tokens, i) && kShall.hold(tokens, i + 1)) return true;
    const bool will_be = kShall.hold(tokens, i) && kResponsible.hold(tokens, i + 2) && i > sentence.first;
    if (will_be && !kGroup.hold(tokens, i - 1)) return true;
  }
  return false;
}

bool describes_person(const Tokens& tokens, TokenSpan paragraph) {
  static constexpr FewWords kTrait(kTraits);
  if (paragraph.empty() || tokens[paragraph.first].kind != TokenKind::word) return false;
  return tokens.word(paragraph.first) == "you" && kTrait.hold(tokens, paragraph.first + 1);
}

bool names_department(const Tokens& tokens, TokenSpan span) {
  static constexpr FewWords kDepartment(kDepartments);
  static constexpr FewWords kPlace(kPlacesOf);
  static constexpr FewWords<2> kOf({"for", "of"});
  if (kDepartment.hold(tokens, span.last) || is_labelled(tokens, span.first)) return true;
  const bool joined = span.last < tokens.size() && tokens[span.last].symbol() == '&';  // "our Data & Analytics team"
  if (joined && kDepartment.hold(tokens, span.last + 2)) return true;
  if (names_business(tokens, span) || among_departments(tokens, span) || works_with(tokens, span)) return true;
  return span.first >= 2 && kOf.hold(tokens, span.first - 1) && kPlace.hold(tokens, span.first - 2);
}

}  // namespace skillfit
