// A department, a society or a business is named by words before, behind and around the field: short closed lists.
#include "mention/namesakes.h"

#include <algorithm>

#include "mention/boundary.h"
#include "token/few_words.h"

namespace skillfit {
namespace {

constexpr std::uint32_t kLabelReach = 6;    // tokens between "Division:" and a name
constexpr std::uint32_t kSeriesReach = 16;  // tokens of a series of departments to each side of a name
constexpr std::uint32_t kArticleReach = 8;  // tokens between "a" and a name: "a large wholesale and catering company"
constexpr std::uint32_t kObjectReach = 2;   // tokens between "coordinated" and "with": "coordinated proposals with"
constexpr std::uint32_t kTeamReach = 6;     // tokens between "led" and the name of a team
constexpr std::uint32_t kHonourReach = 10;  // tokens between a product and "partner", with a series of others
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
constexpr auto kTeams = few_words({"departments", "divisions", "groups", "organizations", "teams"});
constexpr auto kMarkets = few_words({"segments", "verticals"});
// Before "such as", "including" or a bracket: what fields, and what names of any kind, are examples of.
constexpr auto kIntroduced = few_words({"agencies", "companies", "departments", "divisions", "groups", "industries",
                                        "partners", "sectors", "stakeholders", "vendors"});
constexpr auto kIntroducedNames = few_words({"companies"});
constexpr auto kClients = few_words({"clients", "customers"});
constexpr auto kJoinsPeople = few_words({"across", "among", "between", "from", "our", "the", "with"});
// No part of a series of departments.
constexpr auto kNoDepartment =
    few_words({"a",      "about",   "across", "among", "are",     "as",       "at",        "between",   "by",
               "during", "for",     "from",   "in",    "include", "included", "includes",  "including", "into",
               "is",     "like",    "of",     "on",    "or",      "our",      "regarding", "such",      "that",
               "the",    "through", "to",     "using", "via",     "while",    "with",      "within"});
constexpr auto kWorks = few_words(
    {"closely",      "collaborate",   "collaborated",  "collaborates", "collaborating", "collaboration", "communicate",
     "communicated", "communicating", "communication", "confer",       "conferred",     "conferring",    "cooperate",
     "cooperated",   "cooperating",   "cooperation",   "coordinate",   "coordinated",   "coordinates",   "coordinating",
     "coordination", "liaise",        "links",         "liaised",      "liaises",       "liaising",      "liaison",
     "partner",      "partnered",     "partnering",    "partnership",  "partnerships"});
// The same of several, "interface with legal and audit", and of people: "met with audit personnel".
constexpr auto kInterface = few_words({"interface", "interfaces", "interfacing", "relationships"});
constexpr auto kMeets = few_words({"alongside", "consult", "consulted", "consulting", "interact", "interacted",
                                   "interacting", "interaction", "interactions", "meet", "meeting", "meetings", "met",
                                   "work", "worked", "working", "works"});
constexpr auto kWith = few_words({"among", "between", "with"});
constexpr auto kAnd = few_words({"and"});
constexpr auto kBeginsPartner = few_words({"all", "among", "and", "between", "both", "corporate", "external",
                                           "internal", "key", "or", "other", "our", "the", "to", "various", "with"});
constexpr auto kBehindPartner = few_words({"and", "for", "in", "on", "or", "regarding", "to", "when"});
constexpr auto kPeople = few_words({"brokers", "colleagues", "communities", "consultants", "director", "directors",
                                    "executives", "groups", "leaders", "leadership", "manager", "managers", "officials",
                                    "partners", "personnel", "professionals", "representatives", "staff", "vendors"});

bool joins_names(const Tokens& tokens, std::uint32_t i) {
  if (i >= tokens.size()) return false;
  const char symbol = tokens[i].kind == TokenKind::newline ? ' ' : tokens[i].symbol();
  return symbol == ',' || symbol == '&' || symbol == '/';
}

// "Division: Computing and Analytics": whether a label of a place of work stands before this token, with words between.
bool is_labelled(const Tokens& tokens, std::uint32_t token) {
  static constexpr auto kLabel =
      few_words({"department", "dept", "directorate", "division", "faculty", "group", "team", "unit"});
  static constexpr auto kFormLabel =
      few_words({"department", "dept", "directorate", "division", "family"});  // also inside a line
  unsigned colons = 0;  // seldom any, so the question is asked of all at once
  for (std::uint32_t i = token - std::min(token, kLabelReach); i < token; ++i) colons |= bit(tokens[i].symbol() == ':');
  if (colons == 0) return false;
  for (std::uint32_t i = token; i > 0 && token - i <= kLabelReach; --i) {
    const Token& before = tokens[i - 1];
    if (before.kind == TokenKind::stop && before.symbol() == ':') {
      const bool alone = i == 2 || (i > 2 && tokens[i - 3].kind != TokenKind::word);  // not "in our team:"
      return (alone && kLabel.hold(tokens, i - 2)) || kFormLabel.hold(tokens, i - 2);
    }
    if (before.kind != TokenKind::word && before.symbol() != '&' && before.symbol() != '_') return false;
  }
  return false;
}

bool joins(const Tokens& tokens, std::uint32_t i) {
  return joins_names(tokens, i) || kAnd.hold(tokens, i);
}

// Whether a name of the series may end before this token: the list goes on or is over.
bool ends_name(const Tokens& tokens, std::uint32_t i) {
  return !is_word(tokens, i) || kBehindPartner.hold(tokens, i);
}

// A line that ends inside a sentence: the next goes on in small letters.
bool is_wrap(const Reading& in, std::uint32_t i) {
  return in.tokens[i].kind == TokenKind::newline && is_word(in.tokens, i + 1) && !in.is_capitalised(i + 1);
}

// "Sales, marketing and legal", walked back from a name: what stands before all of them.
struct Series {
  std::uint32_t opens;   // the token, which is part of no name
  bool article = false;  // one of the names has "the" or "our"
};
Series series_before(const Reading& in, std::uint32_t name) {
  Series series{name};
  while (series.opens > 0 && name - series.opens < kSeriesReach) {
    const std::uint32_t i = --series.opens;
    if (!is_word(in.tokens, i)) {
      if (!joins_names(in.tokens, i) && !is_wrap(in, i)) break;
    } else if (kNoDepartment.hold(in.tokens, i)) {
      if (!in.is_word(i, "the") && !in.is_word(i, "our")) break;
      series.article = true;
    }
  }
  return series;
}

// "With sales, marketing and product teams", "in telecom, cloud computing and other market segments": whether the name
// is one of several departments or markets.
bool among_departments(const Reading& in, TokenSpan span, Series series) {
  static constexpr auto kGoesOn = few_words({"among", "or", "our", "the"});  // "among other verticals"
  const Tokens& tokens = in.tokens;
  const bool people = series.article || kJoinsPeople.hold(tokens, series.opens);
  if (!(people || in.is_word(series.opens, "in")) || !joins(tokens, span.last)) return false;
  const std::uint32_t reach = std::min(span.last + kSeriesReach, tokens.size());
  for (std::uint32_t i = span.last; i < reach; ++i) {
    if (kMarkets.hold(tokens, i)) return true;
    if (kTeams.hold(tokens, i)) return people;
    const bool ends = kNoDepartment.hold(tokens, i) && !kGoesOn.hold(tokens, i);
    if (is_word(tokens, i) ? ends : !joins_names(tokens, i)) return false;
  }
  return false;
}

// "Collaborate with sales and purchasing", "coordinated the bids with estimating": whether the name is whom one works
// with. Behind it the list goes on or ends, or says that it is people: "with sales teams" and "with accounting systems"
// are told apart elsewhere.
bool works_with(const Reading& in, TokenSpan span, Series series) {
  static constexpr auto kArranged = few_words({"coordinate", "coordinated", "coordinates", "coordinating"});
  const Tokens& tokens = in.tokens;
  const bool people = kPeople.hold(tokens, span.last);
  const std::uint32_t before = span.first - bit(span.first > 1 && is_wrap(in, span.first - 1));
  const bool begins = before > 0 && (joins(tokens, before - 1) || kBeginsPartner.hold(tokens, before - 1));
  if (!people && !(begins && ends_name(tokens, span.last))) return false;
  const std::uint32_t with = series.opens;
  if (with == 0 || in.is_word(with, "to")) return with > 0 && in.is_word(with - 1, "liaison");
  if (!kWith.hold(tokens, with)) return false;
  const bool several = joins(tokens, span.first - 1) || joins(tokens, span.last);
  if (kWorks.hold(tokens, with - 1) || (people && kMeets.hold(tokens, with - 1))) return true;
  if ((people || several) && kInterface.hold(tokens, with - 1)) return true;
  for (std::uint32_t i = with; i > 0 && with - i <= kObjectReach && is_word(tokens, i - 1); --i) {
    if (kArranged.hold(tokens, i - 1)) return true;
  }
  return false;
}

// "All departments, such as sourcing and logistics", "stakeholders (sales, legal)", "clients include Acme".
bool is_example(const Tokens& tokens, TokenSpan span, Series series, bool field) {
  static constexpr auto kIntroduces = few_words({"as", "include", "included", "includes", "including", "like"});
  static constexpr auto kInclude = few_words({"include", "included", "includes"});
  const std::uint32_t opens = series.opens;
  const char symbol = tokens[opens].symbol();
  if (!kIntroduces.hold(tokens, opens) && symbol != ':' && symbol != '(') return false;
  if (!ends_name(tokens, span.last)) return false;
  const bool list = symbol == ':' || kInclude.hold(tokens, opens);
  for (std::uint32_t i = opens; i > 0 && opens - i <= kObjectReach; --i) {
    if ((field ? kIntroduced.hold(tokens, i - 1) : kIntroducedNames.hold(tokens, i - 1))) return true;
    if (list && kClients.hold(tokens, i - 1)) return true;
    if (!is_word(tokens, i - 1) && tokens[i - 1].symbol() != ',') return false;
  }
  return false;
}

// "A catering company", "mortgage firms", "an old, large payroll services company": whether the name is somebody's
// business. Without article the word may begin something else: "Accounts Payable, Company Ltd" without its comma.
bool names_business(const Tokens& tokens, TokenSpan span) {
  static constexpr auto kOne = few_words({"company", "consultancy", "firm", "startup"});
  static constexpr auto kMany = few_words({"companies", "firms", "organisations", "organizations"});
  static constexpr auto kOffered =
      few_words({"equipment", "products", "services", "software", "solutions", "technology"});
  static constexpr auto kArticle = few_words({"a", "an"});
  if (kMany.hold(tokens, span.last)) return true;
  if (!kOne.hold(tokens, span.last + bit(kOffered.hold(tokens, span.last)))) return false;
  for (std::uint32_t i = span.first; i > 0 && span.first - i < kArticleReach; --i) {
    const char symbol = tokens[i - 1].symbol();
    if (!is_word(tokens, i - 1) && symbol != '-' && symbol != ',') return false;
    if (kArticle.hold(tokens, i - 1)) return true;
  }
  return false;
}

// "Museum of Anthropology", "School of Makeup & Cosmetology".
bool names_place(const Reading& in, TokenSpan span) {
  static constexpr auto kOf = few_words({"for", "of"});
  std::uint32_t first = span.first;
  const auto is_name = [&](std::uint32_t i) { return is_word(in.tokens, i) && in.is_capitalised(i); };
  const bool joined = first > 0 && (kAnd.hold(in.tokens, first - 1) || in.is_symbol(first - 1, '&'));
  if (joined && is_name(first)) {
    --first;
    while (first > 0 && is_name(first - 1) && span.first - first <= kTitleReach) --first;
    if (first >= 2 && in.is_word(first - 2, "university")) return false;  // "University of Ulm Finance and Marketing"
  }
  return first >= 2 && kOf.hold(in.tokens, first - 1) && kPlaceOf.hold(in.tokens, first - 2);
}

// "Public Relations Student Society", "Northern Insurance is looking for": whether a name in capitals goes on to such a
// word.
bool names_body(const Reading& in, TokenSpan span) {
  static constexpr auto kIs = few_words({"is"});
  static constexpr auto kSeeks = few_words({"hiring", "looking", "searching", "seeking"});
  static constexpr auto kBegins = few_words({"american", "international", "national"});  // another name
  if (!is_word(in.tokens, span.last) && !in.is_symbol(span.last, '&')) return false;     // most stand in lists
  if (!in.is_capitalised(span.first)) return false;
  const std::uint32_t reach = std::min(span.last + kTitleReach, in.tokens.size());
  for (std::uint32_t i = span.last; i < reach; ++i) {
    if (in.is_symbol(i, '&') || kAnd.hold(in.tokens, i)) continue;
    if (!is_word(in.tokens, i)) return false;
    if (kIs.hold(in.tokens, i)) return kSeeks.hold(in.tokens, i + 1);
    if (!in.is_capitalised(i) || kBegins.hold(in.tokens, i)) return false;
    if (kBody.hold(in.tokens, i)) return true;
  }
  return false;
}

// "Led the audit team", "audit team member", "chair of the physics department": in a resume whoever leads or belongs to
// a team brings its field.
bool is_own_team(const Tokens& tokens, TokenSpan span) {
  static constexpr auto kTeam = few_words({"department", "departments", "dept", "division", "group", "team", "teams"});
  static constexpr auto kLeads = few_words(
      {"chair",   "directed", "directing",  "established", "headed",    "heading",    "launched",   "lead",
       "leading", "leads",    "led",        "manage",      "managed",   "manages",    "managing",   "member",
       "oversaw", "oversee",  "overseeing", "oversees",    "supervise", "supervised", "supervises", "supervising"});
  static constexpr auto kMember = few_words({"head", "lead", "leader", "manager", "member", "supervisor"});
  if (!kTeam.hold(tokens, span.last)) return false;
  if (kMember.hold(tokens, span.last + 1)) return true;
  for (std::uint32_t i = span.first; i > 0 && span.first - i < kTeamReach; --i) {
    if (kLeads.hold(tokens, i - 1)) return true;
    if (!is_word(tokens, i - 1) && !joins_names(tokens, i - 1)) return false;
  }
  return false;
}

bool names_department(const Reading& in, TokenSpan span) {
  const Tokens& tokens = in.tokens;
  if (kDepartment.hold(tokens, span.last) || is_labelled(tokens, span.first)) return true;
  const bool joined = span.last < tokens.size() && tokens[span.last].symbol() == '&';  // "our Data & Analytics team"
  if (joined && kDepartment.hold(tokens, span.last + 2)) return true;
  return names_business(tokens, span) || names_place(in, span);
}

// "We are a Tableau Gold Partner", "Collibra, AWS & Informatica Partner", "Snowflake Marketing Innovation Award":
// whether the product stands in an employer's honour. "Partner with" and "Salesforce Partner Portal" are
// told of work.
bool names_honour(const Reading& in, TokenSpan span) {
  static constexpr auto kHonour = few_words({"award", "awards", "partner", "partners"});
  static constexpr auto kWork = few_words({"manager", "managers", "portal", "team", "teams", "to", "with"});
  if (!is_word(in.tokens, span.last) && !joins_names(in.tokens, span.last)) return false;
  const std::uint32_t reach = std::min(span.last + kHonourReach, in.tokens.size());
  bool list = false;
  for (std::uint32_t i = span.last; i < reach; ++i) {
    const bool comma = in.tokens[i].symbol() == ',';
    if (comma || in.is_symbol(i, '&') || kAnd.hold(in.tokens, i)) {
      list = comma;  // a series ends in "and"
      continue;
    }
    if (!is_word(in.tokens, i)) return false;
    if (kHonour.hold(in.tokens, i)) {
      const bool goes_on = is_word(in.tokens, i + 1) && in.is_capitalised(i + 1) && !kHonour.hold(in.tokens, i + 1);
      return !list && !goes_on && !kWork.hold(in.tokens, i + 1);
    }
    if (!in.is_capitalised(i)) return false;
  }
  return false;
}

// What a series of names says of the last of them.
bool in_series(const Reading& in, TokenSpan span, bool field) {
  if (!ends_name(in.tokens, span.last) && !kPeople.hold(in.tokens, span.last)) return false;
  const Series series = series_before(in, span.first);
  if (is_example(in.tokens, span, series, field)) return true;
  return field && (among_departments(in, span, series) || works_with(in, span, series));
}

}  // namespace

bool is_namesake(const Reading& in, Place place, TokenSpan span, SkillKind kind) {
  const bool field = kind == SkillKind::knowledge;
  const bool own = field && place.as == As::resume && is_own_team(in.tokens, span);
  if ((field || kind == SkillKind::soft) && !own && names_body(in, span)) return true;
  if (field && !own && names_department(in, span)) return true;
  if (place.as == As::posting && kind == SkillKind::tool && names_honour(in, span)) return true;
  const bool told = place.section != SectionKind::skills && (field || kind == SkillKind::tool);
  return told && in_series(in, span, field);
}

}  // namespace skillfit
