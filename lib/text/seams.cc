// A capital right behind a small letter, a full stop or a closing bracket. Names are written like that too (JavaScript,
// openStack, node.Js), so the words on both sides decide: names begin with a capital or are short in front, and end in
// one of a few words; lines begin with one of a few others. Where no capital stands behind such a character, nothing is
// looked at twice.
#include "text/seams.h"

#include <algorithm>
#include <array>
#include <bit>
#include <cstring>

namespace skillfit {
namespace {

constexpr std::size_t kStep = 64;                                                                // bytes asked at once
constexpr std::size_t kShortFront = 5, kShortCapitals = 5, kShortStart = 2, kShortSentence = 3;  // letters

using Byte = unsigned char;

// 1 or 0: whether `c` is one of so many from `first` on.
constexpr Byte is_from(Byte c, Byte first, Byte count) {
  return static_cast<Byte>(c - first) < count ? 1 : 0;
}
bool is_upper(char c) {
  return is_from(static_cast<Byte>(c), 'A', 26) != 0;
}
bool is_lower(char c) {
  return is_from(static_cast<Byte>(c), 'a', 26) != 0;
}
bool is_digit(char c) {
  return is_from(static_cast<Byte>(c), '0', 10) != 0;
}

// Whether the bytes of a step can be seams, 1 or 0 each. In bytes and without a branch: compilers turn this into vector
// code. REQUIRES: a byte before and one behind them.
void note_places(const char* at, Byte* can_be) {
  for (std::size_t i = 0; i < kStep; ++i) {
    const auto before = static_cast<Byte>(at[i - 1]), c = static_cast<Byte>(at[i]),
               behind = static_cast<Byte>(at[i + 1]);
    const Byte small = is_from(before, 'a', 26), capital = is_from(c, 'A', 26);
    const Byte mark = is_from(before, '.', 1) | is_from(before, ')', 1) | is_from(before, ':', 1);
    const Byte all_capitals = is_from(before, 'A', 26) & is_from(behind, 'a', 26);
    can_be[i] = (capital & (small | mark | all_capitals)) | (is_from(c, '0', 10) & small);
  }
}

// What lines of a posting begin with, and no name ends in.
constexpr std::array<std::string_view, 43> kStarts = {"Ability",
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
                                                      "Your"};
static_assert(std::is_sorted(kStarts.begin(), kStarts.end()));

// Headings of one word, or the last words of longer ones: "RequirementsBSc".
constexpr std::array<std::string_view, 15> kHeads = {
    "Benefits",     "Description",      "Desired",   "Duties",         "Education",
    "Experience",   "Overview",         "Preferred", "Qualifications", "Required",
    "Requirements", "Responsibilities", "Skills",    "Summary",        "Technologies"};
static_assert(std::is_sorted(kHeads.begin(), kHeads.end()));

// What ends a line whatever follows: "requiredSQL".
constexpr std::array<std::string_view, 7> kCloses = {"desired",   "experience", "knowledge", "plus",
                                                     "preferred", "required",   "skills"};
static_assert(std::is_sorted(kCloses.begin(), kCloses.end()));

// Those that are headings wherever they stand at the end of a line.
constexpr std::array<std::string_view, 12> kHeadings = {
    "BENEFITS",       "Benefits",       "DUTIES",       "Duties",           "OVERVIEW",     "Overview",
    "QUALIFICATIONS", "Qualifications", "REQUIREMENTS", "RESPONSIBILITIES", "Requirements", "Responsibilities"};
static_assert(std::is_sorted(kHeadings.begin(), kHeadings.end()));

// What names end in: "powerShell", "angularJS".
constexpr std::array<std::string_view, 38> kTails = {
    "Base",   "Basic", "Box",     "Chain",  "Core",   "DB",     "Flow",  "Force", "Hub",      "JS",
    "Lab",    "Layer", "ML",      "MQ",     "NET",    "Net",    "OS",    "Point", "Practice", "Py",
    "QL",     "Query", "Reduce",  "SQL",    "Script", "Search", "Shell", "Soft",  "Space",    "Spark",
    "Sphere", "Stack", "Storage", "Studio", "Suite",  "UI",     "View",  "Works"};
static_assert(std::is_sorted(kTails.begin(), kTails.end()));

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

template <std::size_t N>
bool is_among(const std::array<std::string_view, N>& words, std::string_view word) {
  return std::binary_search(words.begin(), words.end(), word);
}

// "uses clockwork.Bake often", "in Python.Experience with", but not "Xamarin.Forms", "node.Js", "anna.Smith@".
bool begins_sentence(std::string_view source, std::size_t dot, std::string_view start) {
  if (is_among(kHeads, start) || is_among(kStarts, start)) return true;
  const std::size_t behind = dot + 1 + start.size();
  if (behind < source.size() && (is_one_of(source[behind], "._@/") || is_upper(source[behind]))) return false;
  if (start.size() <= kShortSentence || !is_lower(start[1]) || is_among(kTails, start)) return false;
  if (dot > 0 && source[dot - 1] == ')') return true;
  const std::size_t front = run_before(source, dot, is_lower);
  return front > kShortStart && (front == dot || !is_upper(source[dot - front - 1]));
}

// "five yearsDesired", "in CloudStackExperience", "DUTIESWrite", but not "JavaScript", "openStack", "JSONSchema".
bool begins_line(std::string_view source, std::size_t at, std::string_view start) {
  const bool capitals = is_upper(source[at - 1]);
  const std::size_t front = run_before(source, at, capitals ? is_upper : is_lower);
  if (front >= kShortStart && is_among(kStarts, start)) return true;
  if (capitals) return front > kShortCapitals && start.size() > kShortSentence;
  const char edge = at > front ? source[at - front - 1] : ' ';
  const bool word = !is_upper(edge) && !is_one_of(edge, "0123456789/._@=&#");
  if (word && is_among(kCloses, source.substr(at - front, front))) return true;
  if (front < kShortFront) return false;
  if (is_upper(edge)) return is_among(kHeads, source.substr(at - front - 1, front + 1));
  return word && !is_digit(source[at]) && start.size() > kShortStart && !is_among(kTails, start);
}

// Where a heading begins that ends at the seam `at`, if that is the end of another line: "and travelDUTIESWrite" has
// two seams, "Minimum QualificationsBSc" one. `at` itself if there is none.
std::size_t heading_before(std::string_view source, std::size_t at) {
  const auto is_letter = [](char c) { return is_upper(c) || is_lower(c); };
  const std::size_t size = run_before(source, at, is_letter), begin = at - size;
  if (begin < 2 || source[begin - 1] != ' ' || !is_among(kHeadings, source.substr(begin, size))) return at;
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
      return is_among(kHeads, start);
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
  std::array<char, kStep + 2> rest{};  // the last bytes, with room around them
  std::array<Byte, kStep> can_be{};
  for (std::size_t from = 1; from < source.size(); from += kStep) {
    const char* at = source.data() + from;
    if (source.size() - from <= kStep) {
      std::copy(at - 1, source.data() + source.size(), rest.begin());
      at = rest.data() + 1;
    }
    note_places(at, can_be.data());
    for (std::size_t i = 0; i < kStep; i += sizeof(std::uint64_t)) {
      std::uint64_t eight = 0;
      std::memcpy(&eight, can_be.data() + i, sizeof eight);
      for (; eight != 0; eight &= eight - 1) take(from + i + static_cast<std::size_t>(std::countr_zero(eight)) / 8);
    }
  }
  return seams;
}

}  // namespace skillfit
