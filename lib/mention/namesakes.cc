// A department, a society or a business is named by words before, behind and around the field: short closed lists.
#include "mention/namesakes.h"

#include <algorithm>
#include <array>

#include "mention/few_words.h"

namespace skillfit {
namespace {

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
static_assert(std::ranges::is_sorted(kDepartments) && std::ranges::is_sorted(kPlacesOf));

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
