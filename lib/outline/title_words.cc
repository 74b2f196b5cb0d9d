// Three small tables of English. Forms: words that name the same job whatever stands next to them, so a resume's
// "Banking Assistant" is heard where a posting says "Assistant Banker" (a "coder" may code software or hospital bills,
// so it is nobody's form). Trades: words by which one knows where somebody works, whatever the job is. Words of any
// trade: forms of work and ranks that say little.
#include "outline/title_words.h"

#include <algorithm>
#include <array>
#include <bit>
#include <vector>

namespace skillfit {
namespace {

// The first word stands for all in its line.
constexpr auto kForms = std::to_array<std::string_view>({
    "accountant accounting",
    "agronomist agronomy",
    "aircraft aviation",
    "apparel clothing garment",
    "architect architectural architecture",
    "art artist",
    "assistant asst",
    "auditor audit auditing",
    "automotive auto automobile",
    "back backend",  // "back end" without its "end"
    "baker bakery baking",
    "banker bank banking",
    "bookkeeper bookkeeping",
    "buyer buying procurement purchaser purchasing",
    "carpenter carpentry",
    "caterer catering",
    "center centre",
    "chairman chairwoman",
    "consultant consultancy consulting",
    "cook cooking",
    "counselor counseling counselling counsellor",
    "dentist dental",
    "designer design",
    "dispatcher dispatch",
    "doctor physician",
    "driver driving",
    "editor editing editorial",
    "educator education educational",
    "engineer dev developer engineering programmer",
    "esthetician aesthetician",
    "estimator estimating",
    "farm agricultural agriculture farmer farming",
    "fiber fibre",
    "finance financial",
    "front frontend",
    "fundraiser fundraising",
    "gynecologist gynaecologist",
    "inspector inspection",
    "instructor instruction",
    "investigator investigation",
    "jeweler jeweller",
    "journalist journalism",
    "labor labour",
    "laborer labourer",
    "lawyer attorney",
    "librarian library",
    "machinist machining",
    "manager mgr",
    "marketer marketing",
    "mason masonry",
    "merchandiser merchandising",
    "musician music",
    "nurse nursing rn",
    "nutritionist nutrition",
    "orthopedic orthopaedic",
    "painter painting",
    "pediatric paediatric",
    "pediatrician paediatrician",
    "pharmacist pharmacy",
    "photographer photography",
    "planner planning",
    "plumber plumbing",
    "program programme",
    "psychologist psychology",
    "recruiter recruiting recruitment",
    "researcher research",
    "sale salesman salesperson saleswoman seller selling",
    "scientist science",
    "stack fullstack",
    "surveyor surveying",
    "tailor tailoring",
    "teacher schoolteacher teaching",
    "tester testing",
    "theater theatre",
    "therapist therapy",
    "tire tyre",
    "trader trading",
    "trainer training",
    "translator translation",
    "truck lorry",
    "tutor tutoring",
    "underwriter underwriting",
    "waiter waitress",
    "welder welding",
    "writer writing",
});

// Two words that people write as one.
struct Joined {
  std::string_view first, second, as;
};
constexpr auto kJoined = std::to_array<Joined>({
    {"business", "intelligence", "bi"},
    {"human", "resource", "hr"},
    {"information", "technology", "it"},
    {"machine", "learning", "ml"},
    {"public", "relation", "pr"},
    {"quality", "assurance", "qa"},
    {"user", "experience", "ux"},
    {"user", "interface", "ui"},
    {"vice", "president", "vp"},
});

struct Trade {
  std::string_view name, words;
};
constexpr auto kTrades = std::to_array<Trade>({
    {"agriculture",
     "agronomist crop dairy farm forestry gardener greenhouse grower harvest horticulture irrigation landscape "
     "livestock orchard ranch rancher vineyard"},
    {"arts",
     "actor art choreographer composer curator dance dancer drama exhibition gallery illustrator museum musician "
     "performer sculptor singer theater"},
    {"automotive", "automotive brake collision dealership diesel mechanic motor motorcycle tire vehicle"},
    {"aviation", "aerospace aircraft airframe airline airport avionics flight hangar helicopter pilot powerplant"},
    {"banking and insurance",
     "adjuster banker claims collections credit insurance investment lending loan mortgage teller trader underwriter"},
    {"care",
     "advocate aide care caregiver carer case childcare community counselor disability family homeless housing nanny "
     "psychologist social welfare youth"},
    {"cleaning and facilities", "cleaner cleaning custodian facilities groundskeeper housekeeper janitor maid"},
    {"construction",
     "builder building carpenter civil concrete construction demolition drywall electrician estimator excavator "
     "foreman glazier hvac ironworker laborer mason painter pipefitter plasterer plumber roofer scaffolder "
     "superintendent surveyor tiler"},
    {"customer service", "bpo call center helpline"},
    {"design", "animator brand cad creative designer drafter draftsman graphic illustrator interior ui ux visual"},
    {"education",
     "academic classroom college curriculum educator elementary faculty headteacher instructor kindergarten lecturer "
     "preschool professor school teacher tutor university"},
    {"engineering",
     "automation chemical civil electrical electronics engineer hardware industrial machinist manufacturing mechanical "
     "mechatronics robotics structural"},
    {"fashion", "apparel fashion footwear patternmaker seamstress sewing stylist tailor textile"},
    {"finance",
     "accountant actuary auditor billing bookkeeper budget cfo comptroller controller cpa finance investment payable "
     "payroll receivable tax treasurer treasury"},
    {"fitness and beauty",
     "athletic barber beautician cosmetologist esthetician fitness gym hairdresser hairstylist lifeguard massage "
     "pilates salon spa sports trainer wellness yoga"},
    {"health",
     "caregiver clinic clinical cna dentist doctor emt health healthcare hospital hygienist lpn medical midwife nurse "
     "nutritionist optician paramedic patient pediatric pharmacist phlebotomist physiotherapist psychiatrist "
     "sonographer surgeon surgical therapist"},
    {"hospitality",
     "banquet barista bartender caterer concierge guest hospitality host hostess hotel housekeeper resort restaurant "
     "server sommelier tourism travel waiter"},
    {"human resources", "benefits compensation hr payroll personnel recruiter sourcer staffing talent"},
    {"kitchen",
     "baker banquet butcher caterer chef commis cook culinary dishwasher food fry grill kitchen pastry pizza prep "
     "restaurant saucier sous sushi"},
    {"law", "bailiff barrister conveyancer counsel court judge law lawyer legal litigation notary paralegal solicitor"},
    {"logistics",
     "courier customs delivery dispatcher driver export fleet forklift freight import inventory logistics shipping "
     "supply transport transportation truck warehouse"},
    {"manufacturing",
     "assembler assembly cnc fabricator factory machine machinist manufacturing mill packer plant toolmaker welder"},
    {"marketing",
     "advertising brand campaign communications copywriter events marketer media pr press promotion publicist seo "
     "spokesperson"},
    {"media",
     "broadcast camera content copywriter digital editor film journalist media news newspaper photographer producer "
     "publisher radio reporter television tv video videographer writer"},
    {"nonprofit", "charity donor fundraiser grants nonprofit philanthropy"},
    {"office work", "administrative clerical receptionist secretary typist"},
    {"protection", "army correctional detective fire firefighter guard military patrol police security sheriff"},
    {"real estate", "estate lettings leasing property realtor realty tenant"},
    {"sales and retail", "cashier merchandiser retail sale store telemarketer territory wholesale"},
    {"science", "biologist chemist geologist laboratory lab microbiologist physicist researcher scientist"},
    {"technology",
     "back cloud computer cyber cybersecurity database desktop devops engineer front helpdesk infrastructure it "
     "network qa scrum server software stack system tester web webmaster website"},
});
static_assert(kTrades.size() <= 64);

// Words for a form of work, a rank or a reach that any trade may have; sorted.
constexpr auto kAnyTrade = std::to_array<std::string_view>({
    "administrator", "advisor",      "agent",      "analyst",    "area",          "assistant",      "business",
    "chief",         "clerk",        "client",     "consultant", "coordinator",   "corporate",      "customer",
    "department",    "development",  "director",   "district",   "division",      "executive",      "expert",
    "general",       "global",       "group",      "head",       "international", "leader",         "management",
    "manager",       "member",       "national",   "office",     "officer",       "operation",      "operator",
    "owner",         "partner",      "personal",   "practice",   "president",     "process",        "product",
    "production",    "professional", "program",    "project",    "regional",      "representative", "service",
    "shift",         "solution",     "specialist", "strategy",   "supervisor",    "support",        "team",
    "technician",    "unit",         "vp",         "worker",
});
static_assert(std::is_sorted(kAnyTrade.begin(), kAnyTrade.end()));

// Names of people; sorted.
constexpr auto kNames = std::to_array<std::string_view>({"art", "baker", "barber", "butcher", "buyer", "carpenter",
                                                         "cook", "driver", "farm", "gardener", "judge", "law", "mason",
                                                         "painter", "singer", "steward", "tailor"});
static_assert(std::is_sorted(kNames.begin(), kNames.end()));

// "engineers" is "engineer", "secretaries" is "secretary", "coaches" is "coach"; "sales" becomes "sale" on both sides.
std::string_view without_plural(std::string_view word, std::string& scratch) {
  const auto ends_in = [&](std::string_view ending) { return word.size() > 4 && word.ends_with(ending); };
  if (ends_in("ies")) return scratch.assign(word.substr(0, word.size() - 3)).append("y");
  for (const std::string_view ending : {"ches", "shes", "sses", "xes"}) {
    if (ends_in(ending)) return word.substr(0, word.size() - 2);
  }
  const bool plural = word.size() > 3 && word.ends_with('s') && !ends_in("ss") && !ends_in("us") && !ends_in("is");
  return word.substr(0, word.size() - (plural ? 1 : 0));
}

template <class Visit>
void for_each_word(std::string_view line, Visit visit) {
  for (std::size_t begin = 0; begin < line.size();) {
    const std::size_t end = std::min(line.find(' ', begin), line.size());
    visit(line.substr(begin, end - begin));
    begin = end + 1;
  }
}

struct Form {
  std::string_view word, same_as;
};

const std::vector<Form>& forms() {
  static const std::vector<Form> kSorted = [] {
    std::vector<Form> all;
    for (const std::string_view line : kForms) {
      const std::string_view first = line.substr(0, line.find(' '));
      for_each_word(line, [&](std::string_view word) { all.push_back({word, first}); });
    }
    std::ranges::sort(all, {}, &Form::word);
    return all;
  }();
  return kSorted;
}

struct WordTrades {
  std::string word;
  Trades trades = 0;
};

const std::vector<WordTrades>& word_trades() {
  static const std::vector<WordTrades> kSorted = [] {
    std::vector<WordTrades> all;
    for (std::size_t trade = 0; trade < kTrades.size(); ++trade) {
      for_each_word(kTrades[trade].words, [&](std::string_view word) {
        all.push_back({canonical_title_word(word), Trades{1} << trade});
      });
    }
    std::ranges::sort(all, {}, &WordTrades::word);
    std::size_t last = 0;  // of the words so far, each once
    for (std::size_t i = 1; i < all.size(); ++i) {
      if (all[i].word != all[last].word) {
        all[++last] = all[i];
      } else {
        all[last].trades |= all[i].trades;
      }
    }
    all.resize(last + 1);
    return all;
  }();
  return kSorted;
}

}  // namespace

std::string canonical_title_word(std::string_view word) {
  std::string scratch;
  const std::string_view one = without_plural(word, scratch);
  const auto form = std::ranges::lower_bound(forms(), one, {}, &Form::word);
  return std::string(form != forms().end() && form->word == one ? form->same_as : one);
}

std::string_view joined_title_words(std::string_view first, std::string_view second) {
  const auto row = std::ranges::find_if(
      kJoined, [&](const Joined& joined) { return joined.first == first && joined.second == second; });
  return row == kJoined.end() ? std::string_view() : row->as;
}

Trades trades_of(std::string_view word) {
  const auto row = std::ranges::lower_bound(word_trades(), word, {}, &WordTrades::word);
  return row != word_trades().end() && row->word == word ? row->trades : 0;
}

std::string_view trade_name(Trades trades) {
  return kTrades[static_cast<std::size_t>(std::countr_zero(trades))].name;
}

bool people_are_named(std::string_view word) {
  return std::binary_search(kNames.begin(), kNames.end(), word);
}

std::int32_t title_word_weight(std::string_view word) {
  return std::binary_search(kAnyTrade.begin(), kAnyTrade.end(), word) ? 1 : 4;
}

}  // namespace skillfit
