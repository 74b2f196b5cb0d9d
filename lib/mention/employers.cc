// A company is described in few forms: a trade and what it trades in ("provider of"), a rank ("is a leading"), a
// company and what it does ("firm specializing in", "the company manufactures") and a name that says it is one ("Acme
// Inc offers"). The description goes on until a duty begins, which in resumes often has no mark before it.
#include "mention/employers.h"

#include <algorithm>

#include "mention/boundary.h"
#include "mention/duties.h"
#include "token/few_words.h"

namespace skillfit {
namespace {

constexpr std::uint32_t kReach = 24;         // tokens between such a form and the name
constexpr std::uint32_t kFounderReach = 36;  // tokens between a job's title and its company
constexpr std::uint32_t kSoldReach = 5;      // tokens from a name to what is sold: "revenue cycle solutions"
constexpr std::uint32_t kRankReach = 10;     // tokens between "a leading" and "provider"

constexpr auto kTrades = few_words({"distributor", "distributors", "importer", "maker", "manufacturer", "manufacturers",
                                    "marketer", "producer", "provider", "providers", "reseller", "retailer",
                                    "retailers", "seller", "supplier", "suppliers", "wholesaler"});
constexpr auto kLeaders = few_words({"leader", "leaders"});
constexpr auto kRanks = few_words({"largest", "leading", "premier"});
constexpr auto kCompanies =
    few_words({"agency", "brokerage", "business", "center", "centre", "client", "companies", "company", "consultancy",
               "corporation", "firm", "firms", "nonprofit", "organisation", "organization", "startup"});
constexpr auto kOffers =
    few_words({"delivers", "designs", "develops", "distributes", "makes", "manufactures", "offers", "produces",
               "provides", "sells", "serves", "specialises", "specializes", "supplies"});
constexpr auto kOffering =
    few_words({"delivering", "distributing", "manufactured", "manufacturing", "offering", "providing", "selling",
               "serving", "specialised", "specialising", "specialized", "specializing", "supplying"});
constexpr auto kSizes = few_words({"global", "industry", "international", "largest", "leading", "major", "market",
                                   "national", "premier", "regional", "top", "world", "worldwide"});
constexpr auto kArticle = few_words({"a", "an"});
constexpr auto kIs = few_words({"are", "is", "was"});

// A line or a sentence, or what follows a job's dates.
bool begins_line(const Reading& in, std::uint32_t i) {
  if (i == 0 || in.tokens[i - 1].kind == TokenKind::newline || in.ends_sentence(i - 1)) return true;
  const std::string_view before = is_word(in.tokens, i - 1) ? in.tokens.word(i - 1) : "";
  return !before.empty() && before[0] >= '0' && before[0] <= '9';
}

// "Revenue cycle solutions", "hospital billing services": whether what stands from this name on is sold.
bool is_sold(const Tokens& tokens, std::uint32_t name) {
  static constexpr auto kSold = few_words({"equipment", "information", "products", "services", "software", "solutions",
                                           "systems", "technologies", "technology"});
  const std::uint32_t reach = std::min(name + kSoldReach, tokens.size());
  for (std::uint32_t i = name; i < reach; ++i) {
    if (kSold.hold(tokens, i)) return true;
    if (!is_word(tokens, i) && tokens[i].kind != TokenKind::newline) return false;
  }
  return false;
}

// What a form asks of the name behind it.
using Form = Employers::Form;
constexpr Form form_if(bool found) {
  return found ? Form::any : Form::none;
}

// "A leading provider of", "Global distributor of"; not "as a provider of", "called the suppliers of".
Form trade_form(const Reading& in, std::uint32_t trade) {
  static constexpr auto kRole = few_words({"as", "be", "became", "being"});
  static constexpr auto kServants = few_words({"provider", "providers"});
  if (!in.is_word(trade + 1, "of") || in.is_word(trade + 3, "year")) return Form::none;
  if (begins_line(in, trade)) {
    if (!in.is_capitalised(trade)) return Form::none;
    return kServants.hold(in.tokens, trade) ? Form::sold : Form::any;  // a nurse is a provider as well
  }
  for (std::uint32_t i = trade; i > 0 && trade - i < kRankReach; --i) {
    if (kSizes.hold(in.tokens, i - 1)) return Form::any;
    if (kArticle.hold(in.tokens, i - 1)) return form_if(i < 2 || !kRole.hold(in.tokens, i - 2));
    if (in.tokens[i - 1].kind == TokenKind::newline || in.ends_sentence(i - 1)) return Form::none;
  }
  return Form::none;
}

// "National leader in tax solutions"; not "team leader in", and no person: "national leader in nursing".
Form leader_form(const Reading& in, std::uint32_t leader) {
  if (leader == 0 || !kSizes.hold(in.tokens, leader - 1)) return Form::none;
  return in.is_word(leader + 1, "in") || in.is_word(leader + 1, "of") ? Form::sold : Form::none;
}

// "Is a leading", "is one of the largest", "is the nation's premier"; not "he is a leading expert".
Form rank_form(const Reading& in, std::uint32_t rank) {
  static constexpr auto kWho = few_words({"he", "she", "who"});
  for (std::uint32_t i = rank; i > 0 && rank - i < kRankReach; --i) {
    if (kIs.hold(in.tokens, i - 1)) return i < 2 || !kWho.hold(in.tokens, i - 2) ? Form::impersonal : Form::none;
    if (!is_word(in.tokens, i - 1) && in.tokens[i - 1].symbol() != '\'') return Form::none;
  }
  return Form::none;
}

// Whether the author looks for the company or made it: "seeking a firm that offers ...", "launched a business selling".
bool is_own_company(const Reading& in, std::uint32_t company) {
  static constexpr auto kMade = few_words(
      {"build",       "built",    "career",      "contribute", "contributing", "created", "employment", "establish",
       "established", "founded",  "join",        "launched",   "looked",       "looking", "looks",      "obtain",
       "opened",      "operated", "opportunity", "own",        "position",     "ran",     "run",        "secure",
       "seek",        "seeking",  "seeks",       "sought",     "started",      "within"});
  static constexpr auto kFounders = few_words({"cofounder", "founder", "owner", "proprietor"});
  bool same_sentence = true;
  for (std::uint32_t i = company; i > 0 && company - i < kFounderReach; --i) {
    same_sentence = same_sentence && !in.ends_sentence(i - 1);
    if (kFounders.hold(in.tokens, i - 1) || (same_sentence && kMade.hold(in.tokens, i - 1))) return true;
  }
  return false;
}

// Where "a marketing agency", "Major water company" begins, up to the company; the company: it has no such beginning.
std::uint32_t begin_of(const Reading& in, std::uint32_t company) {
  const Tokens& tokens = in.tokens;
  for (std::uint32_t i = company; i > 0 && company - i <= kRankReach; --i) {
    if (kArticle.hold(tokens, i - 1)) return i - 1;
    if (!begins_line(in, i - 1)) continue;
    const bool verb = !is_word(tokens, i - 1) || tokens.word(i - 1).ends_with("ed") ||
                      begins_with_work(tokens, {i - 1, std::min(i + 2, tokens.size())});
    return verb || !in.is_capitalised(i - 1) ? company : i - 1;
  }
  return company;
}

constexpr auto kWhich = few_words({"that", "which", "who"});

// Behind a company, what stands in brackets, and where it is: "(OEM)", "in the east of Bern that".
std::uint32_t behind_company(const Tokens& tokens, std::uint32_t company) {
  static constexpr auto kPlaced = few_words({"based", "headquartered", "in", "located", "of"});
  const std::uint32_t reach = std::min(company + kRankReach, tokens.size());
  std::uint32_t i = company + 1;
  if (i < reach && tokens[i].symbol() == '(') {
    while (i < reach && tokens[i].symbol() != ')') ++i;
    ++i;
  }
  if (kPlaced.hold(tokens, i)) {
    while (i < reach && !kWhich.hold(tokens, i)) ++i;
  }
  return i;
}

// "Firm specializing in", "company (OEM) manufactures", "a company which also provides", "A small agency, offering";
// not "worked with the company, offering", "ensured the company offers".
bool is_company(const Reading& in, std::uint32_t company) {
  static constexpr auto kThat = few_words({"also", "currently", "mainly", "primarily", "that", "which", "who"});
  static constexpr auto kThe = few_words({"our", "the", "this"});
  static constexpr auto kSpecial = few_words({"specialised", "specialising", "specialized", "specializing"});
  const Tokens& tokens = in.tokens;
  std::uint32_t i = behind_company(tokens, company);
  const bool comma = i < tokens.size() && tokens[i].symbol() == ',';
  i += bit(comma);
  const bool that = kWhich.hold(tokens, i);
  while (kThat.hold(tokens, i)) ++i;
  const bool offers = kOffers.hold(tokens, i);
  if (!(offers || kOffering.hold(tokens, i)) || in.is_capitalised(i) || is_own_company(in, company)) return false;
  if (kSpecial.hold(tokens, i)) return true;
  const std::uint32_t begin = begin_of(in, company);
  if (offers && !that) {
    const std::uint32_t subject = company - bit(company > 0 && kThe.hold(tokens, company - 1));
    return begins_line(in, subject) || tokens[subject - 1].symbol() == ',';
  }
  if (begin == company && !begins_line(in, company)) return false;
  return !comma || that || begins_line(in, begin) || kIs.hold(tokens, begin - 1);
}

// "Acme Systems Inc. provides", "IBX offers": a name in a line's beginning that is a company's.
bool is_named_company(const Reading& in, std::uint32_t offers) {
  static constexpr auto kSuffixes =
      few_words({"bank", "co", "consulting", "corp", "corporation", "group", "inc", "international", "labs", "llc",
                 "ltd", "solutions", "systems", "technologies"});
  static constexpr std::uint32_t kLetters = 3;  // "RN provides" is no company
  if (offers == 0 || in.is_capitalised(offers)) return false;
  std::uint32_t name = offers - 1;
  if (name > 0 && in.is_symbol(name, '.')) --name;
  if (!is_word(in.tokens, name) || !in.is_capitalised(name)) return false;
  if (kSuffixes.hold(in.tokens, name)) return true;
  const char last = slice(in.document.text, in.tokens.source_span({name, name + 1})).back();
  return begins_line(in, name) && in.tokens.word(name).size() >= kLetters && last >= 'A' && last <= 'Z';
}

// The form that stands at this token. In any order: no word is in two of the lists.
Form form_at(const Reading& in, std::uint32_t i) {
  if (kTrades.hold(in.tokens, i)) return trade_form(in, i);
  if (kLeaders.hold(in.tokens, i)) return leader_form(in, i);
  if (kRanks.hold(in.tokens, i)) return rank_form(in, i);
  if (kCompanies.hold(in.tokens, i)) return form_if(is_company(in, i));
  return form_if(kOffers.hold(in.tokens, i) && is_named_company(in, i));
}

bool names_people(const Tokens& tokens, TokenSpan between) {
  static constexpr auto kPeople =
      few_words({"authorities", "authority", "coach", "consultant", "expert", "experts", "leader", "leaders", "person",
                 "professional", "professionals", "specialist", "specialists", "voice", "voices"});
  for (std::uint32_t i = between.first; i < between.last; ++i) {
    if (kPeople.hold(tokens, i)) return true;
  }
  return false;
}

bool fits(const Tokens& tokens, Form form, TokenSpan between) {
  if (form == Form::sold) return is_sold(tokens, between.last);
  return form != Form::impersonal || !names_people(tokens, between);
}

// Whether nothing between says that the author speaks of other things: a line that does not go on, a verb in capitals
// ("... solutions Led the team"), a person.
bool goes_on(const Reading& in, TokenSpan between) {
  static constexpr auto kOther =
      few_words({"i", "leadership", "my", "played", "reported", "reporting", "responsible", "we", "where"});
  static constexpr auto kDid = few_words({"began", "built", "drove", "grew", "held", "lead", "led", "made", "oversaw",
                                          "ran", "sold", "taught", "won", "wrote"});
  static constexpr auto kJoins = few_words({"and", "based", "for", "in", "of", "on", "or", "the", "to", "with"});
  const Tokens& tokens = in.tokens;
  for (std::uint32_t i = between.first + 1; i <= between.last; ++i) {
    if (kOther.hold(tokens, i) || in.ends_sentence(i - 1)) return false;
    if (!is_word(tokens, i) || !in.is_capitalised(i)) continue;
    if (tokens[i - 1].kind == TokenKind::newline) {
      if (is_word(tokens, i - 2) && !kJoins.hold(tokens, i - 2)) return false;
      if (tokens[i - 2].symbol() == ')') return false;
    }
    if (i == between.last || !is_word(tokens, i - 1)) continue;
    if (in.is_word(i + 1, "of") || tokens.word(i).ends_with("ed") || kDid.hold(tokens, i) ||
        begins_with_work(tokens, {i, std::min(i + 3, tokens.size())})) {
      return false;
    }
  }
  return true;
}

}  // namespace

bool Employers::described_at(TokenSpan span) {
  static constexpr auto kForms = filter_of(kTrades, kLeaders, kRanks, kCompanies, kOffers);
  const std::uint32_t from = span.first - std::min(span.first, kReach);
  for (seen_ = std::max(seen_, from); seen_ < span.first; ++seen_) {
    if (!kForms.may_hold(in_.tokens.print(seen_))) continue;
    if (const Form form = form_at(in_, seen_); form != Form::none) forms_.emplace_back(seen_, form);
  }
  for (auto last = forms_.rbegin(); last != forms_.rend() && last->first >= from; ++last) {
    const TokenSpan between{last->first, span.first};
    if (fits(in_.tokens, last->second, between)) return goes_on(in_, between);
  }
  return false;
}

}  // namespace skillfit
