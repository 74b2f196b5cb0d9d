// What employers are, make and sell, told in resumes.
#include <doctest/doctest.h>

#include "reading.h"

using namespace skillfit;
using namespace skillfit::testing;

namespace {

struct Case {
  std::string name, line, expected;
};

std::string read_line(const std::string& line, As as) {
  const Lexicon& lexicon = Lexicon::embedded();
  const std::string text = "Experience\n\nClerk, Harbour Mills, 03/2015 - 04/2019\n" + line + "\n";
  return surfaces(read(text, lexicon, as), lexicon);
}

}  // namespace

TEST_CASE("a resume's description of an employer names no skill of its author") {
  const std::vector<Case> cases = {
      {"trade", "A leading supplier of welding equipment and payroll software.", ""},
      {"trade in a line's beginning", "Distributor of welding equipment", ""},
      {"trade in a sentence", "Kept the books of a regional manufacturer of centrifugal pumps", ""},
      {"provider in a line's beginning", "Provider of medical billing services", ""},
      {"nurse", "Provider of wound care", "wound care=wound-care"},
      {"role", "Served as a provider of wound care", "wound care=wound-care"},
      {"duty", "Called suppliers of welding equipment", "welding=welding"},
      {"rank", "Harbour Mills is one of the largest welding and plumbing shops in Ohio", ""},
      {"person of rank", "She is a leading expert in welding", "welding=welding"},
      {"leader", "National leader in payroll solutions", ""},
      {"leader of a team", "Team leader in payroll", "payroll=payroll"},
      {"firm", "Small family firm specializing in plumbing and welding", ""},
      {"company in capitals", "Company (privately held) manufactures welding equipment", ""},
      {"the company", "Besides bread, the company also provides payroll services", ""},
      {"a company that", "On loan to Elm, a company that provides payroll software", ""},
      {"a center in a place that", "Helped at a youth center in the north of Elm County that offers plumbing", ""},
      {"agency", "A small agency, offering payroll and welding", ""},
      {"author does it", "Worked with the company, offering payroll and welding", "payroll=payroll welding=welding"},
      {"author sees to it", "Saw that the company offers payroll", "payroll=payroll"},
      {"company wanted", "Seeking a company that provides welding jobs", "welding=welding"},
      {"company made", "Launched a business specializing in welding", "welding=welding"},
      {"name with a suffix", "Elm Systems Inc. provides payroll software", ""},
      {"name in capitals", "ELMIX provides payroll software", ""},
      {"letters of a title", "RN provides wound care", "RN=rn wound care=wound-care"},
      {"person", "Anna provides payroll and welding", "payroll=payroll welding=welding"},
      {"duty behind it", "A leading supplier of pipes. Did the payroll", "payroll=payroll"},
      {"duty without a mark", "A leading supplier of pipes Handled the payroll", "payroll=payroll"},
      {"noun of duty", "A leading supplier of pipes Preparation of payroll", "payroll=payroll"},
      {"duty in the next line", "A leading supplier of pipes\nWeekly payroll", "payroll=payroll"},
      {"line that goes on", "A leading supplier of pipes and\nwelding equipment", ""},
  };
  for (const Case& c : cases) {
    CAPTURE(c.name);
    CHECK(read_line(c.line, As::resume) == c.expected);
  }
}

TEST_CASE("skills of a resume are listed whatever stands above them") {
  const Lexicon& lexicon = Lexicon::embedded();
  const Reading r = read("Skills\n\nProvider of payroll services, welding\n", lexicon, As::resume);
  CHECK(surfaces(r, lexicon) == "payroll=payroll welding=welding");
}

TEST_CASE("an employer's honours in a posting ask for no product") {
  const Lexicon& lexicon = Lexicon::embedded();
  const std::vector<Case> cases = {
      {"partner", "We are a Tableau Gold Partner", ""},
      {"rank", "The first Salesforce partner in Oregon", ""},
      {"award", "Tableau Marketing Innovation Award", ""},
      {"series", "Alteryx, Collibra, AWS & Informatica Partner", ""},
      {"list", "Alteryx, Collibra, Partners", "Alteryx=alteryx Collibra=collibra"},
      {"verb", "You know Tableau and partner with the mill", "Tableau=tableau"},
      {"teams", "Tableau and partner teams", "Tableau=tableau"},
      {"product of that name", "Salesforce Partner Portal", "Salesforce=salesforce"},
      {"next line", "Uses Tableau\nPartner of the mill", "Tableau=tableau"},
  };
  for (const Case& c : cases) {
    CAPTURE(c.name);
    CHECK(surfaces(read("Who we are\n\n" + c.line + "\n", lexicon, As::posting), lexicon) == c.expected);
  }
}
