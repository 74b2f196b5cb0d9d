#include "outline/dates.h"

#include <doctest/doctest.h>

#include "outlined.h"
#include "random.h"

namespace skillfit {
namespace {

using testing::Outlined;

// The first range or date in a line, as "begin..end" or "begin.." while it lasts; "-" if there is none.
std::string first_dates(const std::string& line) {
  const Outlined made(line, As::posting);
  const Reading in{made.document, made.tokens, testing::cue_lexicon().compiled()};
  for (std::uint32_t i = 0; i < made.tokens.size(); ++i) {
    const auto range = parse_dates(in, i, made.tokens.size());
    if (!range) continue;
    if (range->reversed) return "reversed";
    return (range->single ? "=" : "") + Outlined::month(range->begin) + ".." +
           (range->end ? Outlined::month(*range->end) : "");
  }
  return "-";
}

TEST_CASE("dates: spellings") {
  const struct {
    std::string name;
    std::string line;
    std::string expected;
  } cases[] = {
      {"month/year to word", "06/2019 to Current", "2019-06.."},
      {"month/year pair", "06/2019 - 09/2021", "2019-06..2021-09"},
      {"one-digit month", "6/2019-9/2021", "2019-06..2021-09"},
      {"en dash", "Jan 2018 – Mar 2021", "2018-01..2021-03"},
      {"em dash, no spaces", "Jan 2018—Mar 2021", "2018-01..2021-03"},
      {"two hyphens", "Jan 2018 -- Mar 2021", "2018-01..2021-03"},
      {"full names", "January 2015 - Present", "2015-01.."},
      {"capitals", "JANUARY 2015 TO PRESENT", "2015-01.."},
      {"abbreviated with a dot", "Sept. 2015 to Dec. 2016", "2015-09..2016-12"},
      {"comma before the year", "March, 2015 - April, 2016", "2015-03..2016-04"},
      {"with days", "January 5, 2015 - March 31, 2016", "2015-01..2016-03"},
      {"month of year", "June of 2001 to July of 2002", "2001-06..2002-07"},
      {"years alone stand for their middle", "2015-2018", "2015-07..2018-06"},
      {"years with spaces", "2015 – 2018", "2015-07..2018-06"},
      {"years to word", "2015 to present", "2015-07.."},
      {"the same year twice is that year", "2018 - 2018", "2018-01..2018-12"},
      {"year against month of the same year", "2018 - 03/2018", "2018-01..2018-03"},
      {"month against year", "03/2015 - 2018", "2015-03..2018-06"},
      {"short second year", "2015-18", "2015-07..2018-06"},
      {"short second year over the century", "1998-02", "1998-07..2002-06"},
      {"short second year like a month", "2010-12", "2010-07..2012-06"},
      {"ISO months", "2019-03 – 2020-11", "2019-03..2020-11"},
      {"ISO days", "2019-03-01 to 2020-11-30", "2019-03..2020-11"},
      {"year first with slash", "2019/03 - 2020/11", "2019-03..2020-11"},
      {"dots", "03.2016-05.2018", "2016-03..2018-05"},
      {"German days", "01.03.2016 - 31.05.2018", "2016-03..2018-05"},
      {"American days", "03/15/2016 - 05/20/2018", "2016-03..2018-05"},
      {"days first, seen by their size", "15/03/2016 - 20/05/2018", "2016-03..2018-05"},
      {"apostrophe year", "Jul '18 - now", "2018-07.."},
      {"curly apostrophe", "Jul ’18 – Aug ’19", "2018-07..2019-08"},
      {"month-yy", "Jul-98 - Aug-02", "1998-07..2002-08"},
      {"month and short year", "06/18 - 09/21", "2018-06..2021-09"},
      {"since year", "Since 2019", "2019-07.."},
      {"since month", "since March 2019", "2019-03.."},
      {"from to", "from May 2019 until August 2020", "2019-05..2020-08"},
      {"till date", "May 2019 till date", "2019-05.."},
      {"to date", "May 2019 to date", "2019-05.."},
      {"ongoing", "05/2019 – ongoing", "2019-05.."},
      {"through", "May 2019 through June 2019", "2019-05..2019-06"},
      {"first month takes its year from the second", "January - March 2018", "2018-01..2018-03"},
      {"brackets between", "(05/2019) - (06/2019)", "2019-05..2019-06"},
      {"arrow", "05/2019 → 06/2019", "2019-05..2019-06"},
      {"wide dash that lost its encoding", "05/2019 ï¼ 06/2019", "2019-05..2019-06"},
      {"dash that lost its encoding", "05/2019 â€“ 06/2019", "2019-05..2019-06"},
      {"season", "Summer 2017", "=2017-06..2017-08"},
      {"seasons", "Fall 2015 - Spring 2016", "2015-09..2016-05"},
      {"quarters", "Q1 2018 - Q3 2018", "2018-01..2018-09"},
      {"one month", "May 2012", "=2012-05..2012-05"},
      {"one year", "Class of 2012", "=2012-01..2012-12"},
      {"German", "Oktober 2015 bis heute", "2015-10.."},
      {"German umlaut", "März 2015 – Mai 2016", "2015-03..2016-05"},
      {"French", "février 2015 à août 2016", "2015-02..2016-08"},
      {"French open", "mars 2015 – aujourd'hui", "2015-03.."},
      {"Spanish", "enero 2015 a diciembre 2016", "2015-01..2016-12"},
      {"Spanish open", "junio 2015 – actualidad", "2015-06.."},
      {"inverted", "2021 - 2018", "reversed"},
      {"inverted months", "05/2021 - 03/2021", "reversed"},
      {"a dash and nothing behind it", "03/2019 –", "2019-03.."},
      {"a year, a dash and nothing behind it", "Riddle Ltd (2019 -)", "2019-07.."},
      {"before 1950", "1910 - 1920", "-"},
      {"month 13", "13/2015", "-"},
      {"telephone", "555-2015-2018", "-"},
      {"telephone with area", "(212) 555-2019", "-"},
      {"amount", "over 12000 units", "-"},
      {"no date", "May I march on", "-"},
      {"version", "released 2.2015.1", "-"},
  };
  for (const auto& c : cases) CHECK_MESSAGE(first_dates(c.line) == c.expected, c.name << ": " << c.line);
}

TEST_CASE("dates: what is written is what is read") {
  testing::Random random(20240117);
  const std::vector<std::string> names = {"January", "feb", "MARCH", "Apr.", "May",      "June",
                                          "Jul",     "Aug", "Sept",  "Oct.", "november", "Dec"};
  const std::vector<std::string> separators = {" - ", " – ", " to ", "-", " until ", " — "};
  const auto write = [&](int year, int month) {
    const std::string digits = (month < 10 ? "0" : "") + std::to_string(month);
    switch (random.below(3)) {
      case 0:
        return names[static_cast<std::size_t>(month - 1)] + " " + std::to_string(year);
      case 1:
        return digits + "/" + std::to_string(year);
      default:
        return digits + "." + std::to_string(year);
    }
  };
  for (int round = 0; round < 2000; ++round) {
    const Month a{1950 * 12 + static_cast<int>(random.below(149 * 12))};
    const Month b{a.value + static_cast<int>(random.below(12))};
    const std::string separator = random.pick(separators);
    const std::string line = write(a.value / 12, a.value % 12 + 1) + separator + write(b.value / 12, b.value % 12 + 1);
    CHECK_MESSAGE(first_dates(line) == Outlined::month(a) + ".." + Outlined::month(b), line);
  }
}

}  // namespace
}  // namespace skillfit
