// Prose is full of words that no lexicon knows, so a term must be vouched for by its place. Four gates: an item of a
// list of skills; what a cue announces ("experience with X", "tools such as X"); a neighbour in a series with a known
// skill ("Java, X and SQL"); brackets behind a known skill or a generic noun. names.cc reads what stands there.
#include "mention/terms.h"

#include <algorithm>

#include "mention/boundary.h"
#include "mention/names.h"

namespace skillfit {
namespace {

constexpr std::uint32_t kSeriesReach = 60;   // tokens of a series
constexpr std::uint32_t kBracketReach = 30;  // tokens inside brackets
constexpr std::size_t kListed = 2;           // so many known skills make a list of short items a list of skills

class TermFinder {
 public:
  explicit TermFinder(const TermContext& context)
      : c_(context),
        names_({context.document, context.tokens, context.lexicon.compiled()}, context.hits.surfaces, context.known) {}

  std::vector<Term> run() {
    read_lists();
    read_openings();
    read_neighbours();
    read_brackets();
    return terms();
  }

 private:
  SectionKind section_of(const Line& line) const { return c_.outline.sections[line.section].kind; }
  const Line& line_at(std::uint32_t token) const { return c_.outline.lines[c_.outline.line_of(token)]; }

  static bool names_skills(SectionKind section) {
    switch (section) {
      case SectionKind::about:
      case SectionKind::benefits:
      case SectionKind::legal:
      case SectionKind::contact:
      case SectionKind::references:
      case SectionKind::interests:
        return false;
      default:
        return true;
    }
  }

  // Schools and places stand beside skills where a resume begins and among its degrees.
  bool has_series(const Line& line) const {
    const SectionKind section = section_of(line);
    const bool head = section == SectionKind::other && c_.outline.as == As::resume;
    return names_skills(section) && section != SectionKind::education && !head;
  }

  void read_lists() {
    std::size_t first = 0, last = 0;  // of the line's mentions
    for (std::size_t i = 0; i < c_.outline.lines.size(); ++i) {
      const Line& line = c_.outline.lines[i];
      while (last < c_.known.size() && c_.known[last].tokens.first < line.tokens.last) ++last;
      const std::size_t known = last - first;
      first = last;
      const SectionKind section = section_of(line);
      if (section == SectionKind::skills && line.kind != LineKind::heading) {
        read_items(line, asks_by_item(line) ? Wanted::items : Wanted::phrases);
      } else if (line.kind == LineKind::list && names_skills(section) && is_list_of_skills(line, known)) {
        read_items(line, known > 0 ? Wanted::phrases : Wanted::names);
      }
    }
  }

  // Requirements are asked for, item by item; elsewhere half of the items must be known ("Java, SQL, X, Y", not the
  // places and dates of a job).
  bool is_list_of_skills(const Line& line, std::size_t known) const {
    if (section_of(line) == SectionKind::requirements || section_of(line) == SectionKind::preferred) return true;
    std::size_t items = 1;
    for (std::uint32_t i = line.tokens.first; i < line.tokens.last; ++i) items += separates_items(i);
    return known >= kListed && 2 * known >= items;
  }

  bool separates_items(std::uint32_t i) const {
    const Token& token = c_.tokens[i];
    if (token.kind == TokenKind::bullet || token.kind == TokenKind::newline) return true;
    if (token.kind == TokenKind::stop) return true;
    return token.kind == TokenKind::symbol && (token.symbol() == '*' || (token.symbol() == '.' && !token.glued));
  }

  // A posting's list of skills, and not a sentence in it: short items side by side, or one behind a bullet.
  bool asks_by_item(const Line& line) const {
    if (c_.outline.as != As::posting || section_of(line) != SectionKind::skills) return false;
    if (line.kind != LineKind::item) return line.kind == LineKind::list;
    for (std::uint32_t i = line.tokens.first + 1; i < line.tokens.last; ++i) {
      if (separates_items(i)) return false;
    }
    return true;
  }

  // "accounts executive/accountant", but "UX/UI".
  bool separates_jobs(std::uint32_t i) const {
    constexpr std::uint32_t kShortest = 4;
    const auto is_long = [&](std::uint32_t word) {
      return is_word(c_.tokens, word) && c_.tokens[word].size >= kShortest;
    };
    return c_.tokens[i].symbol() == '/' && i > 0 && (is_long(i - 1) || is_long(i + 1));
  }

  void read_items(const Line& line, Wanted wanted) {
    if (wanted == Wanted::phrases && !names_.has_capital(line.tokens)) wanted = Wanted::words;
    std::uint32_t first = line.tokens.first;
    for (std::uint32_t i = line.tokens.first; i <= line.tokens.last; ++i) {
      const bool end = i == line.tokens.last;
      if (!end && !separates_items(i) && (wanted != Wanted::items || !separates_jobs(i))) continue;
      const bool lead_in = !end && c_.tokens[i].symbol() == ':';  // "Languages:" names a group, not a skill
      if (!lead_in && first < i) names_.read_item({first, i}, wanted);
      first = i + 1;
    }
  }

  // Where a series that begins at `first` must end: with its line.
  TokenSpan reach_from(std::uint32_t first, std::uint32_t most) const {
    if (first >= c_.tokens.size() || c_.tokens[first].kind == TokenKind::newline) return {first, first};
    return {first, std::min(line_at(first).tokens.last, first + most)};
  }

  void read_openings() {
    for (const CueHit& opening : c_.hits.openings) {
      const std::uint32_t first = opening.tokens.first;
      const Line& line = line_at(first);
      if (line.kind == LineKind::heading || !names_skills(section_of(line))) continue;
      if (opening.cue.is_term(TermPart::examples) && !follows_kind(first)) continue;
      const Wanted wanted = opening.cue.is_term(TermPart::opens_names) ? Wanted::names : Wanted::phrases;
      std::uint32_t at = opening.tokens.last;
      while (at < line.tokens.last && is_lead_in(at)) ++at;
      names_.read_series(reach_from(at, kSeriesReach), wanted);
    }
  }

  bool is_lead_in(std::uint32_t i) const {
    const char symbol = c_.tokens[i].symbol();
    return c_.tokens[i].kind != TokenKind::word && (symbol == ':' || symbol == ',' || symbol == '.');
  }

  // Whether a skill or a generic noun stands before this token: "tools (such as".
  bool follows_kind(std::uint32_t token) const {
    while (token > 0 && (is_stop(token - 1, ',') || is_stop(token - 1, '('))) --token;
    return token > 0 && (names_.is_known(token - 1) || names_.is_kind(token - 1));
  }

  // Two known skills make a line one that names skills; one alone may stand before an employer or a place ("Cook, The
  // Old Mill"). A mention right behind the mark is the start of its own series.
  void read_neighbours() {
    for (std::size_t i = 0; i < c_.known.size(); ++i) {
      const std::uint32_t next = c_.known[i].tokens.last;
      if (next + 1 >= c_.tokens.size() || !joins(next)) continue;
      const std::uint32_t known = i + 1 < c_.known.size() ? c_.known[i + 1].tokens.first : c_.tokens.size();
      if (known <= next + 1) continue;
      const Line& line = line_at(c_.known[i].tokens.first);
      const bool listed = known < line.tokens.last || (i > 0 && c_.known[i - 1].tokens.first >= line.tokens.first);
      if (!listed || !has_series(line)) continue;
      names_.read_neighbours(reach_from(next, kSeriesReach));
    }
  }

  bool joins(std::uint32_t i) const {
    if (c_.tokens[i].kind == TokenKind::word) return c_.tokens.word(i) == "and" || c_.tokens.word(i) == "or";
    return c_.tokens[i].symbol() == ',';
  }

  // "Java (Zuora, Gainsight)"
  void read_brackets() {
    for (const Accepted& mention : c_.known) {
      const std::uint32_t at = mention.tokens.last;
      if (at + 1 < c_.tokens.size() && is_stop(at, '(') && has_series(line_at(at))) {
        names_.read_brackets(reach_from(at, kBracketReach));
      }
    }
  }

  bool is_stop(std::uint32_t i, char mark) const {
    return c_.tokens[i].kind == TokenKind::stop && c_.tokens[i].symbol() == mark;
  }

  // A single small word is a name where skills are listed, in prose seldom ("experience in strategy").
  bool is_lone_word(TokenSpan span) const {
    const Line& line = line_at(span.first);
    const bool listed = line.kind == LineKind::list || section_of(line) == SectionKind::skills;
    return span.size() == 1 && !listed && !names_.has_capital(span);
  }

  std::vector<Term> terms() {
    std::vector<TokenSpan>& found = names_.found;
    if (found.empty()) return {};
    const auto longest_first = [](TokenSpan a, TokenSpan b) {
      return a.first != b.first ? a.first < b.first : a.last > b.last;
    };
    std::sort(found.begin(), found.end(), longest_first);
    std::vector<Term> terms;
    for (const TokenSpan span : found) {
      const SectionKind section = section_of(line_at(span.first));
      const bool titled =
          section == SectionKind::other && span.first < c_.outline.title.last && c_.outline.title.first < span.last;
      if (titled || is_lone_word(span) || (!terms.empty() && span.first < terms.back().tokens.last)) continue;
      const bool listed = asks_by_item(line_at(span.first)) && is_whole_item(c_.tokens, span);
      terms.push_back({c_.tokens.source_span(span), span, section, Stance::mentioned, listed});
    }
    return terms;
  }

  const TermContext& c_;
  NameReader names_;
};

// What the regular plural is made from; the same for every spelling, though no word by itself ("kubernete").
std::string_view singular(std::string_view word) {
  if (word.size() < 4 || !word.ends_with('s') || word.ends_with("ss") || word.ends_with("us") || word.ends_with("is"))
    return word;
  const bool hisses =
      word.ends_with("ches") || word.ends_with("shes") || word.ends_with("xes") || word.ends_with("zes");
  return word.substr(0, word.size() - (hisses ? 2 : 1));
}

}  // namespace

std::string term_key(const Tokens& tokens, TokenSpan span) {
  std::string key;
  for (std::uint32_t i = span.first; i < span.last; ++i) {
    const bool word = tokens[i].kind == TokenKind::word;
    const char symbol = tokens[i].symbol();
    if (!word && (symbol == '+' || symbol == '#')) key += symbol;
    if (!word) continue;
    if (!key.empty()) key += ' ';
    key += singular(tokens.word(i));
  }
  return key;
}

std::vector<Term> find_terms(const TermContext& context) {
  return TermFinder(context).run();
}

}  // namespace skillfit
