// A capital right behind a small letter, a full stop or a closing bracket. Names are written like that too (JavaScript,
// openStack, node.Js), so the words on both sides decide: names begin with a capital or are short in front, and end in
// one of a few words; lines begin with one of a few others. Where no capital stands behind such a character, nothing is
// looked at twice.
#include "text/seams.h"

#include <algorithm>
#include <array>
#include <bit>

#include "text/seam_places.h"

namespace skillfit {
namespace {

constexpr std::size_t kShortFront = 5, kShortCapitals = 5, kShortStart = 2, kShortSentence = 3;  // letters

// A few words in ASCII. First a look at size and first letter, which most words do not share with any of them.
template <std::size_t N>
class WordSet {
 public:
  constexpr explicit WordSet(std::array<std::string_view, N> words) : words_(words) {
    std::sort(words_.begin(), words_.end());
    for (const std::string_view word : words_) firsts_[word.size() % kSizes] |= bit_of(word[0]);
  }
  // REQUIRES: not empty.
  bool holds(std::string_view word) const {
    const bool may_hold = (firsts_[word.size() % kSizes] & bit_of(word[0])) != 0;
    return may_hold && std::binary_search(words_.begin(), words_.end(), word);
  }

 private:
  static constexpr std::size_t kSizes = 32;
  static constexpr std::uint32_t bit_of(char first) { return std::uint32_t{1} << first % 32; }

  std::array<std::string_view, N> words_;
  std::array<std::uint32_t, kSizes> firsts_{};  // by size: a bit for each first letter
};

// What lines of a posting begin with, and no name ends in.
constexpr WordSet kStarts(std::to_array<std::string_view>({"Ability",
                                                           "Able",
                                                           "Additional",
                                                           "Bachelor",
                                                           "Bachelors",
                                                           "Bonus",
                                                           "Candidate",
                                                           "Demonstrated",
                                                           "Desired",
                                                           "Duration",
                                                           "Education",
                                                           "Excellent",
                                                           "Experience",
                                                           "Experienced",
                                                           "Expertise",
                                                           "Familiar",
                                                           "Familiarity",
                                                           "Knowledge",
                                                           "Minimum",
                                                           "Must",
                                                           "Nice",
                                                           "Our",
                                                           "Participate",
                                                           "Preferred",
                                                           "Previous",
                                                           "Prior",
                                                           "Proficiency",
                                                           "Proficient",
                                                           "Proven",
                                                           "Provide",
                                                           "Qualifications",
                                                           "Required",
                                                           "Requirements",
                                                           "Responsibilities",
                                                           "Responsible",
                                                           "Should",
                                                           "Skills",
                                                           "Strong",
                                                           "This",
                                                           "Understanding",
                                                           "What",
                                                           "Willingness",
                                                           "Your"}));

// Headings of one word, or the last words of longer ones: "RequirementsBSc".
constexpr WordSet kHeads(std::to_array<std::string_view>({"Benefits", "Description", "Desired", "Duties", "Education",
                                                          "Experience", "Overview", "Preferred", "Qualifications",
                                                          "Required", "Requirements", "Responsibilities", "Skills",
                                                          "Summary", "Technologies"}));

// What ends a line whatever follows: "requiredSQL".
constexpr WordSet kCloses(std::to_array<std::string_view>({"desired", "experience", "knowledge", "plus", "preferred",
                                                           "required", "skills"}));

// Those that are headings wherever they stand at the end of a line.
constexpr WordSet kHeadings(std::to_array<std::string_view>({"BENEFITS", "Benefits", "DUTIES", "Duties", "OVERVIEW",
                                                             "Overview", "QUALIFICATIONS", "Qualifications",
                                                             "REQUIREMENTS", "RESPONSIBILITIES", "Requirements",
                                                             "Responsibilities"}));

// What names end in: "powerShell", "angularJS".
constexpr WordSet kTails(std::to_array<std::string_view>(
    {"Base",   "Basic", "Box",     "Chain",  "Core",   "DB",     "Flow",  "Force", "Hub",      "JS",
     "Lab",    "Layer", "ML",      "MQ",     "NET",    "Net",    "OS",    "Point", "Practice", "Py",
     "QL",     "Query", "Reduce",  "SQL",    "Script", "Search", "Shell", "Soft",  "Space",    "Spark",
     "Sphere", "Stack", "Storage", "Studio", "Suite",  "UI",     "View",  "Works"}));

// How many characters of one sort begin at `from`, or end before it.
template <class Sort>
std::size_t run_from(std::string_view source, std::size_t from, Sort sort) {
  std::size_t size = 0;
  while (from + size < source.size() && sort(source[from + size])) ++size;
  return size;
}
template <class Sort>
std::size_t run_before(std::string_view source, std::size_t from, Sort sort) {
  std::size_t size = 0;
  while (size < from && sort(source[from - 1 - size])) ++size;
  return size;
}

bool is_one_of(char c, std::string_view characters) {
  return characters.find(c) != std::string_view::npos;
}

// "uses clockwork.Bake often", "in Python.Experience with", but not "Xamarin.Forms", "node.Js", "anna.Smith@".
bool begins_sentence(std::string_view source, std::size_t dot, std::string_view start) {
  if (kHeads.holds(start) || kStarts.holds(start)) return true;
  const std::size_t behind = dot + 1 + start.size();
  if (behind < source.size() && (is_one_of(source[behind], "._@/") || is_upper(source[behind]))) return false;
  if (start.size() <= kShortSentence || !is_lower(start[1]) || kTails.holds(start)) return false;
  if (dot > 0 && source[dot - 1] == ')') return true;
  const std::size_t front = run_before(source, dot, is_lower);
  return front > kShortStart && (front == dot || !is_upper(source[dot - front - 1]));
}

// "five yearsDesired", "in CloudStackExperience", "DUTIESWrite", but not "JavaScript", "openStack", "JSONSchema".
bool begins_line(std::string_view source, std::size_t at, std::string_view start) {
  const bool capitals = is_upper(source[at - 1]);
  const std::size_t front = run_before(source, at, capitals ? is_upper : is_lower);
  if (front >= kShortStart && kStarts.holds(start)) return true;
  if (capitals) return front > kShortCapitals && start.size() > kShortSentence;
  const char edge = at > front ? source[at - front - 1] : ' ';
  const bool word = !is_upper(edge) && !is_one_of(edge, "0123456789/._@=&#");
  if (word && kCloses.holds(source.substr(at - front, front))) return true;
  if (front < kShortFront) return false;
  if (is_upper(edge)) return kHeads.holds(source.substr(at - front - 1, front + 1));
  return word && !is_digit(source[at]) && start.size() > kShortStart && !kTails.holds(start);
}

// Where a heading begins that ends at the seam `at`, if that is the end of another line: "and travelDUTIESWrite" has
// two seams, "Minimum QualificationsBSc" one. `at` itself if there is none.
std::size_t heading_before(std::string_view source, std::size_t at) {
  const auto is_letter = [](char c) { return is_upper(c) || is_lower(c); };
  const std::size_t size = run_before(source, at, is_letter), begin = at - size;
  if (begin < 2 || source[begin - 1] != ' ' || !kHeadings.holds(source.substr(begin, size))) return at;
  const std::size_t word = run_before(source, begin - 1, is_letter);
  const char first = source[begin - 1 - word], last = source[begin - 2];
  return word == 0 || is_lower(first) || (is_lower(last) && is_upper(source[at - 1])) ? begin : at;
}

bool is_seam(std::string_view source, std::size_t at) {
  const std::size_t capitals = run_from(source, at, is_upper);
  const std::size_t size = capitals > 1 ? capitals : 1 + run_from(source, at + 1, is_lower);
  const std::string_view start = source.substr(at, size);
  switch (source[at - 1]) {
    case ')':
      return start.size() > kShortStart && is_lower(start[1]);
    case '.':
      return begins_sentence(source, at - 1, start);
    case ':':
      return kHeads.holds(start);
    default:
      return begins_line(source, at, start);
  }
}

}  // namespace

std::vector<std::uint32_t> find_seams(std::string_view source) {
  std::vector<std::uint32_t> seams;
  const auto take = [&](std::size_t at) {
    if (at >= source.size() || !is_seam(source, at)) return;
    const std::size_t heading = heading_before(source, at);
    if (heading != at) seams.push_back(static_cast<std::uint32_t>(heading));
    seams.push_back(static_cast<std::uint32_t>(at));
  };
  std::array<char, kSeamBytes + 2> rest{};  // the last bytes, with room around them
  for (std::size_t from = 1; from < source.size(); from += kSeamBytes) {
    const char* at = source.data() + from;
    if (source.size() - from <= kSeamBytes) {
      std::copy(at - 1, source.data() + source.size(), rest.begin());
      at = rest.data() + 1;
    }
    for (std::uint64_t places = seam_places(at); places != 0; places &= places - 1) {
      take(from + static_cast<std::size_t>(std::countr_zero(places)));
    }
  }
  return seams;
}

}  // namespace skillfit
