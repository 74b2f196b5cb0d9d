// Degrees are phrases of the lexicon. Short abbreviations are also other things ("MS Excel", "MA, USA", "as"): they
// count in capitals only, and in the company of a field, the word "degree", another degree, or an education section.
#include <array>

#include "outline/claims.h"

namespace skillfit {
namespace {

constexpr std::uint32_t kShortName = 3;         // letters
constexpr std::uint32_t kEquivalentReach = 40;  // tokens of the sentence behind a degree
constexpr std::uint32_t kFieldReach = 8;        // tokens between a degree and the "in" of its field
constexpr std::uint32_t kLongestField = 20;     // tokens
constexpr auto kFieldEnds = std::to_array<std::string_view>(
    {"ability",   "at",     "college",   "equivalent", "excellent", "experience", "from",        "good",
     "graduated", "in",     "institute", "knowledge",  "minimum",   "plus",       "preferred",   "proven",
     "required",  "school", "skills",    "strong",     "through",   "university", "universität", "with"});
constexpr std::array<std::string_view, 6> kUnmistakable = {"phd", "mba", "bsc", "msc", "ged", "bba"};

class DegreeFinder {
 public:
  DegreeFinder(const Reading& in, Outline& outline) : in_(in), outline_(outline) {}

  void find(const std::vector<std::uint32_t>& starts) {
    std::uint32_t done = 0;
    for (const std::uint32_t i : starts) {
      if (i < done) continue;
      const CueMatch match = match_cue(in_, CueFamily::degree, i, in_.tokens.size());
      if (match.tokens.empty() || (is_short(match.tokens) && !is_meant(match.tokens))) continue;
      outline_.degrees.push_back({static_cast<DegreeLevel>(match.value), match.tokens,
                                  equivalent_follows(match.tokens.last), field_behind(match.tokens.last)});
      done = match.tokens.last;
    }
  }

 private:
  bool is_short(TokenSpan span) const {
    if (span.size() > 1 || in_.tokens[span.first].size > kShortName) return false;
    const std::string_view word = in_.tokens.word(span.first);
    return std::find(kUnmistakable.begin(), kUnmistakable.end(), word) == kUnmistakable.end();
  }

  bool is_meant(TokenSpan span) const {
    const std::string_view source = slice(in_.document.text, in_.tokens.source_span(span));
    if (std::any_of(source.begin(), source.end(), [](char c) { return c >= 'a' && c <= 'z'; })) return false;
    const std::uint32_t next = span.last;
    for (const std::string_view word : {"in", "degree", "degrees", "of"})
      if (in_.is_word(next, word)) return true;
    if (is_joint(next) && next + 1 < in_.tokens.size() &&
        !match_cue(in_, CueFamily::degree, next + 1, in_.tokens.size()).tokens.empty())
      return true;
    if (span.first > 0 && is_joint(span.first - 1) && !outline_.degrees.empty() &&
        outline_.degrees.back().tokens.last + 2 >= span.first)
      return true;
    return is_education(span.first);
  }
  bool is_joint(std::uint32_t i) const {
    return in_.is_symbol(i, '/') || in_.is_stop(i, ',') || in_.is_word(i, "or") || in_.is_word(i, "and");
  }
  bool is_education(std::uint32_t token) const {
    const auto ends_after = [&](const Section& section) { return token < section.tokens.last; };
    const auto section = std::find_if(outline_.sections.begin(), outline_.sections.end(), ends_after);
    return section != outline_.sections.end() && section->kind == SectionKind::education;
  }

  // "... or equivalent", "... or related work experience", before the sentence ends.
  bool equivalent_follows(std::uint32_t i) const {
    const std::uint32_t limit = std::min(in_.tokens.size(), i + kEquivalentReach);
    for (; i < limit && in_.tokens[i].kind != TokenKind::newline && !in_.ends_sentence(i); ++i) {
      if (in_.tokens[i].kind != TokenKind::word) continue;
      const std::string_view word = in_.tokens.word(i);
      if (word.starts_with("equivalen")) return true;
      if (word != "or") continue;
      for (std::uint32_t k = i + 1; k < std::min(limit, i + 5); ++k)
        if (in_.is_word(k, "experience")) return true;
    }
    return false;
  }

  // "degree in economics or a related field", "BSc Economics, University of ...": up to what is no field any more.
  TokenSpan field_behind(std::uint32_t i) const {
    std::uint32_t first = i;
    while (first < i + kFieldReach && !ends_field(first)) ++first;
    const bool named = in_.is_word(first, "in");
    first = named ? first + 1 : i;
    if (!named && in_.is_symbol(first, '.')) ++first;  // of "B.S."
    if (!named && (in_.is_stop(first, ',') || in_.is_stop(first, ':') || in_.is_stop(first, '('))) ++first;
    TokenSpan field{first, first};
    for (; field.size() < kLongestField && !ends_field(field.last); ++field.last) {
      if (!named && in_.tokens[field.last].kind == TokenKind::stop) break;  // what follows is something else
    }
    return field;
  }
  bool ends_field(std::uint32_t i) const {
    if (i >= in_.tokens.size() || in_.ends_sentence(i)) return true;
    const Token token = in_.tokens[i];
    if (token.kind != TokenKind::word) return token.kind == TokenKind::newline || token.symbol() == '|';
    return token.numeric || std::find(kFieldEnds.begin(), kFieldEnds.end(), in_.tokens.word(i)) != kFieldEnds.end();
  }

  const Reading& in_;
  Outline& outline_;
};

// What is no degree for where it stands: the GCSE that a teacher's duties lead to, "bachelor" among the keywords of a
// resume.
bool is_no_claim(const Reading& in, const Outline& outline, const Degree& degree) {
  const auto ends_after = [&](const Section& section) { return degree.tokens.first < section.tokens.last; };
  const auto section = std::find_if(outline.sections.begin(), outline.sections.end(), ends_after);
  if (section == outline.sections.end()) return false;
  if (outline.as == As::posting)
    return degree.level == DegreeLevel::secondary && section->kind == SectionKind::responsibilities;
  return section->kind == SectionKind::skills && in.tokens[degree.tokens.first].kind == TokenKind::word &&
         degree.tokens.size() == 1 && !in.is_capitalised(degree.tokens.first);
}

}  // namespace

void find_degrees(const Reading& in, const Scan& scan, Outline& outline) {
  DegreeFinder(in, outline).find(scan.degree_starts);
  std::erase_if(outline.degrees, [&](const Degree& degree) { return is_no_claim(in, outline, degree); });
}

}  // namespace skillfit
