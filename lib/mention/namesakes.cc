// A department, a society or a business is named by words before, behind and around the field: short closed lists.
#include "mention/namesakes.h"

#include <algorithm>

#include "mention/few_words.h"

namespace skillfit {
namespace {

constexpr std::uint32_t kLabelReach = 4;    // tokens between "Division:" and a name
constexpr std::uint32_t kSeriesReach = 10;  // tokens of a series of departments to each side of a name
constexpr std::uint32_t kArticleReach = 4;  // tokens between "a" and a name: "a large wholesale and catering company"
constexpr std::uint32_t kObjectReach = 2;   // tokens between "coordinated" and "with": "coordinated proposals with"
constexpr std::uint32_t kTitleReach = 4;    // tokens between a name and the body called after it

// Behind a field, what is called after it.
constexpr auto kDepartment =
    few_words({"academy",      "agencies",      "agency",  "association", "bankers",     "board",      "boards",
               "bureau",       "club",          "clubs",   "commission",  "committee",   "committees", "communities",
               "conference",   "conferences",   "council", "department",  "departments", "dept",       "directorate",
               "division",     "divisions",     "faculty", "foundation",  "group",       "institute",  "organisation",
               "organization", "professionals", "society", "team",        "teams"});
// With "of" before a field.
constexpr auto kPlaceOf = few_words({"academy", "association", "bureau", "center", "centre", "college", "department",
                                     "departments", "dept", "division", "faculty", "institute", "ministry", "museum",
                                     "office", "school", "section", "society", "university"});
// At the end of a name in capitals.
constexpr auto kBody =
    few_words({"alliance", "association", "coalition", "cohort", "committee", "consortium", "council", "federation",
               "foundation", "league", "panel", "society", "summit", "symposium", "task"});
constexpr auto kTeams =
    few_words({"departments", "divisions", "groups", "organizations", "segments", "teams", "verticals"});
constexpr auto kIntroduced = few_words({"departments", "divisions", "groups", "stakeholders"});
constexpr auto kIntroduces = few_words({"as", "include", "includes", "including", "like"});
constexpr auto kJoinsPeople = few_words({"across", "among", "between", "from", "our", "the", "with"});
constexpr auto kNoDepartment =
    few_words({"a",         "about",   "are", "as",    "by",  "during", "for",       "from",  "in",
               "including", "into",    "is",  "of",    "on",  "or",     "regarding", "such",  "that",
               "the",       "through", "to",  "using", "via", "while",  "with",      "within"});
constexpr auto kWorks = few_words(
    {"closely",      "collaborate",   "collaborated",  "collaborates", "collaborating", "collaboration", "communicate",
     "communicated", "communicating", "communication", "confer",       "conferred",     "conferring",    "cooperate",
     "cooperated",   "cooperating",   "cooperation",   "coordinate",   "coordinated",   "coordinates",   "coordinating",
     "coordination", "liaise",        "liaised",       "liaises",      "liaising",      "liaison",       "partner",
     "partnered",    "partnering",    "partnership",   "partnerships"});
// The same of people: "interfaced with audit personnel".
constexpr auto kMeets =
    few_words({"alongside",   "consult",     "consulted",    "consulting", "interact",   "interacted",
               "interacting", "interaction", "interactions", "interface",  "interfaced", "interfaces",
               "interfacing", "meet",        "meeting",      "meetings",   "met",        "relationships",
               "work",        "worked",      "working",      "works"});
constexpr auto kWith = few_words({"among", "between", "with"});
constexpr auto kBeginsPartner = few_words({"all", "among", "and", "between", "both", "corporate", "external",
                                           "internal", "key", "or", "other", "our", "the", "to", "various", "with"});
constexpr auto kBehindPartner = few_words({"and", "for", "in", "on", "or", "regarding", "to", "when"});
constexpr auto kPeople = few_words({"brokers", "colleagues", "communities", "consultants", "director", "directors",
                                    "executives", "groups", "leaders", "leadership", "manager", "managers", "officials",
                                    "partners", "personnel", "professionals", "representatives", "staff", "vendors"});

bool is_word(const Tokens& tokens, std::uint32_t i) {
  return i < tokens.size() && tokens[i].kind == TokenKind::word;
}

bool joins_names(const Tokens& tokens, std::uint32_t i) {
  const char symbol = tokens[i].symbol();
  return symbol == ',' || symbol == '&' || symbol == '/';
}

// "Division: Computing and Analytics": whether a label of a place of work stands before this token, with words between.
bool is_labelled(const Tokens& tokens, std::uint32_t token) {
  static constexpr auto kLabel =
      few_words({"department", "dept", "directorate", "division", "faculty", "group", "team", "unit"});
  static constexpr auto kFormLabel =
      few_words({"department", "dept", "directorate", "division"});  // also inside a line
  unsigned colons = 0;  // seldom any, so the question is asked of all at once
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

// Whether the name of a partner may end before this token: the list goes on or is over.
bool ends_partner(const Tokens& tokens, std::uint32_t i) {
  return !is_word(tokens, i) || kBehindPartner.hold(tokens, i);
}

// "With sales, marketing and product teams": whether the name is one of several departments.
bool among_departments(const Tokens& tokens, TokenSpan span) {
  static constexpr auto kAnd = few_words({"and"});
  if (span.last >= tokens.size() || !(joins_names(tokens, span.last) || kAnd.hold(tokens, span.last))) return false;
  std::uint32_t team = span.last;
  const std::uint32_t reach = std::min(span.last + kSeriesReach, tokens.size());
  if (!kTeams.may_hold_any(tokens, team, reach)) return false;
  while (team < reach && !kTeams.hold(tokens, team)) {
    const bool word = is_word(tokens, team) && !kNoDepartment.hold(tokens, team);
    if (!word && !joins_names(tokens, team)) return false;
    ++team;
  }
  if (team >= reach) return false;
  for (std::uint32_t i = span.first; i > 0 && span.first - i < kSeriesReach; --i) {
    if (kJoinsPeople.hold(tokens, i - 1)) return true;
    if (!is_word(tokens, i - 1) && !joins_names(tokens, i - 1)) return false;
  }
  return false;
}

// Whether working together is what token `with` belongs to: "closely with", "coordinated the launch with".
bool is_joint_work(const Tokens& tokens, std::uint32_t with, bool people) {
  static constexpr auto kArranged = few_words({"coordinate", "coordinated", "coordinates", "coordinating"});
  if (kWorks.hold(tokens, with - 1) || (people && kMeets.hold(tokens, with - 1))) return true;
  for (std::uint32_t i = with; i > 0 && with - i <= kObjectReach && is_word(tokens, i - 1); --i) {
    if (kArranged.hold(tokens, i - 1)) return true;
  }
  return false;
}

// "Collaborate with sales and purchasing": whether the name is whom one works with. Behind it the list goes on or ends,
// or says that it is people: "with sales teams" and "with accounting systems" are told apart elsewhere.
bool works_with(const Reading& in, TokenSpan span) {
  const Tokens& tokens = in.tokens;
  const bool people = kPeople.hold(tokens, span.last);
  if (!people && !ends_partner(tokens, span.last)) return false;
  if (span.first == 0) return false;
  if (!people && !joins_names(tokens, span.first - 1) && !kBeginsPartner.hold(tokens, span.first - 1)) return false;
  for (std::uint32_t i = span.first; i > 1 && span.first - i < kSeriesReach; --i) {
    if (kWith.hold(tokens, i - 1)) return is_joint_work(tokens, i - 1, people);
    if (in.is_word(i - 1, "to")) return in.is_word(i - 2, "liaison");
    const bool word = is_word(tokens, i - 1) && (in.is_word(i - 1, "the") || !kNoDepartment.hold(tokens, i - 1));
    if (!word && !joins_names(tokens, i - 1)) return false;
  }
  return false;
}

// "All departments, such as sourcing and logistics", "stakeholders (sales, legal)".
bool is_example_of_departments(const Tokens& tokens, TokenSpan span) {
  if (!ends_partner(tokens, span.last)) return false;
  for (std::uint32_t i = span.first; i > 1 && span.first - i < kSeriesReach; --i) {
    const char symbol = tokens[i - 1].symbol();
    if (kIntroduces.hold(tokens, i - 1) || symbol == ':' || symbol == '(') {
      for (std::uint32_t k = i - 1; k > 0 && i - 1 - k <= kObjectReach; --k) {
        if (kIntroduced.hold(tokens, k - 1)) return true;
        if (!is_word(tokens, k - 1) && tokens[k - 1].symbol() != ',') return false;
      }
      return false;
    }
    const bool word = is_word(tokens, i - 1) && !kNoDepartment.hold(tokens, i - 1);
    if (!word && !joins_names(tokens, i - 1)) return false;
  }
  return false;
}

// "A catering company", "mortgage firms": whether the name is somebody's business. Without article the word may begin
// something else: "Accounts Payable, Company Ltd" without its comma.
bool names_business(const Tokens& tokens, TokenSpan span) {
  static constexpr auto kOne = few_words({"company", "consultancy", "firm", "startup"});
  static constexpr auto kMany = few_words({"companies", "firms", "organisations", "organizations"});
  static constexpr auto kArticle = few_words({"a", "an"});
  if (kMany.hold(tokens, span.last)) return true;
  if (!kOne.hold(tokens, span.last)) return false;
  for (std::uint32_t i = span.first; i > 0 && span.first - i < kArticleReach; --i) {
    if (!is_word(tokens, i - 1)) return false;
    if (kArticle.hold(tokens, i - 1)) return true;
  }
  return false;
}

// "Museum of Anthropology", "School of Makeup & Cosmetology".
bool names_place(const Reading& in, TokenSpan span) {
  static constexpr auto kOf = few_words({"for", "of"});
  std::uint32_t first = span.first;
  const auto is_name = [&](std::uint32_t i) { return is_word(in.tokens, i) && in.is_capitalised(i); };
  if (first > 0 && is_name(first) && (in.is_word(first - 1, "and") || in.is_symbol(first - 1, '&'))) {
    --first;
    while (first > 0 && is_name(first - 1) && span.first - first <= kTitleReach) --first;
    if (first >= 2 && in.is_word(first - 2, "university")) return false;  // "University of Ulm Finance and Marketing"
  }
  return first >= 2 && kOf.hold(in.tokens, first - 1) && kPlaceOf.hold(in.tokens, first - 2);
}

// "Public Relations Student Society": whether a name in capitals goes on to such a word.
bool names_body(const Reading& in, TokenSpan span) {
  static constexpr auto kBegins = few_words({"american", "international", "national"});  // another name
  if (!in.is_capitalised(span.first)) return false;
  const std::uint32_t reach = std::min(span.last + kTitleReach, in.tokens.size());
  for (std::uint32_t i = span.last; i < reach; ++i) {
    if (in.is_symbol(i, '&') || in.is_word(i, "and")) continue;
    if (!is_word(in.tokens, i) || !in.is_capitalised(i) || kBegins.hold(in.tokens, i)) return false;
    if (kBody.hold(in.tokens, i)) return true;
  }
  return false;
}

bool names_department(const Reading& in, TokenSpan span) {
  const Tokens& tokens = in.tokens;
  if (kDepartment.hold(tokens, span.last) || is_labelled(tokens, span.first)) return true;
  const bool joined = span.last < tokens.size() && tokens[span.last].symbol() == '&';  // "our Data & Analytics team"
  if (joined && kDepartment.hold(tokens, span.last + 2)) return true;
  if (names_business(tokens, span) || among_departments(tokens, span) || works_with(in, span)) return true;
  return is_example_of_departments(tokens, span) || names_place(in, span);
}

}  // namespace

bool is_namesake(const Reading& in, TokenSpan span, SkillKind kind) {
  if (kind == SkillKind::soft) return names_body(in, span);
  return kind == SkillKind::knowledge && (names_body(in, span) || names_department(in, span));
}

}  // namespace skillfit
