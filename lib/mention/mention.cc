// Finding mentions is a few steps, each in its own file: scan and open cues (which phrases stand where), policy (which
// of them are mentions), stance (what the text says about each) and terms (what the lexicon does not know).
#include "skillfit/mention.h"

#include <algorithm>
#include <array>

#include "mention/boundary.h"
#include "mention/employers.h"
#include "mention/named_skills.h"
#include "mention/namesakes.h"
#include "mention/open_cues.h"
#include "mention/policy.h"
#include "mention/stance.h"
#include "mention/terms.h"
#include "outline/reading.h"

namespace skillfit {
namespace {

bool overlaps_hidden(const Document& document, SourceSpan span) {
  const auto first = std::partition_point(document.hidden.begin(), document.hidden.end(),
                                          [&](SourceSpan hidden) { return hidden.end <= span.begin; });
  return first != document.hidden.end() && first->begin < span.end;
}

// Walks along the positions together with the mentions, which come in text order.
class Positions {
 public:
  explicit Positions(const std::vector<Position>& positions) : positions_(positions) {}

  // The position that holds a token, or -1.
  std::int32_t at(std::uint32_t token) {
    while (next_ < positions_.size() && positions_[next_].tokens.last <= token) ++next_;
    return next_ < positions_.size() && positions_[next_].tokens.contains(token) ? static_cast<std::int32_t>(next_)
                                                                                 : -1;
  }

 private:
  const std::vector<Position>& positions_;
  std::size_t next_ = 0;
};

// Whether one mention alone shows that it stands in a list.
bool stands_in_list(const Tokens& tokens, const Line& line, SectionKind section, TokenSpan span) {
  if (section == SectionKind::skills || line.kind == LineKind::list) return true;
  return line.kind == LineKind::item && is_whole_item(tokens, span);
}

// Who vouches for a candidate is named with a job and a department of their own.
bool names_others(const Outline& outline, std::uint32_t line) {
  return outline.as == As::resume && outline.sections[outline.lines[line].section].kind == SectionKind::references;
}

// Where a resume tells of jobs, and with them of the companies: never in lists of skills.
bool tells_of_work(As as, SectionKind section) {
  return as == As::resume && (section == SectionKind::experience || section == SectionKind::summary ||
                              section == SectionKind::projects || section == SectionKind::other);
}

// Where a posting speaks of its employer, the words for fields, methods and virtues name industries, perks and values
// ("health insurance", "learning and development"); a tool, language or licence is still what it is.
bool is_skill_aside(SkillKind kind) {
  return kind == SkillKind::tool || kind == SkillKind::language || kind == SkillKind::certificate;
}

constexpr std::uint32_t kBeforeJob = 5;      // tokens up to a job's noun: "Java Software Engineer", "UX/UI Designer"
constexpr std::uint32_t kToolsOfTitle = 24;  // tokens in which its tools stand: "Developer - Rust, SQL, Kafka, ..."
constexpr std::uint32_t kBehindTitle = 8;  // tokens that still belong to a posting's title: "Data Engineer (Payments)"

// Whether the span stands in the title of the posting's job, or so many tokens behind it in its line.
bool in_title(const Reading& in, const Outline& outline, TokenSpan span, std::uint32_t behind) {
  const TokenSpan title{outline.title.first, outline.title.last + behind};
  if (outline.as != As::posting || outline.title.empty() || !title.contains(span.first)) return false;
  const Line& line = outline.lines[outline.line_of(span.first)];
  const bool head = outline.sections[line.section].kind == SectionKind::other;
  const bool prose = in.ends_sentence(line.tokens.last - 1);
  return head && !prose && line.tokens.contains(title.first);
}

// A job bears the name of its field ("Audit Manager", "Data Engineer (Payments)"): in a posting that is the title, and
// asks for nothing yet.
bool names_job(const Reading& in, const Outline& outline, TokenSpan span) {
  if (outline.as != As::posting) return false;
  if (in_title(in, outline, span, kBehindTitle)) return true;
  const auto is_title = [&](std::uint32_t i) {
    if (!in.lexicon.tables.parameters[0].title_starts.may_hold(in.tokens.print(i))) return false;
    const CueMatch job = match_cue(in, CueFamily::term, i, in.tokens.size());
    return !job.tokens.empty() && static_cast<TermPart>(job.value) == TermPart::title;
  };
  const std::uint32_t reach = std::min(span.last + kBeforeJob, in.tokens.size());
  for (std::uint32_t i = span.last; i < reach; ++i) {
    if (in.is_symbol(i, '&') || in.is_symbol(i, '/')) continue;
    if (in.tokens[i].kind != TokenKind::word) break;
    if (is_title(i)) return true;
    if (!in.is_capitalised(i)) break;
  }
  const bool of = span.first >= 2 && in.is_word(span.first - 1, "of");  // "Vice President of Recruiting"
  return of && in.is_capitalised(span.first - 2) && is_title(span.first - 2);
}

// A tool or a licence in a job's title ("Java developer") counts where nothing else names it; the rest of the posting
// says how it is meant. `titled` are the places of those in titles, ascending.
void drop_repeated(std::vector<Mention>& mentions, const std::vector<std::size_t>& titled) {
  if (titled.empty()) return;
  std::vector<std::pair<SkillId, std::size_t>> left;  // how often each of them is named; few, so no table of all
  for (const std::size_t place : titled) left.emplace_back(mentions[place].skill, 0);
  std::sort(left.begin(), left.end());
  left.erase(std::unique(left.begin(), left.end()), left.end());
  const auto left_of = [&](const Mention& mention) {
    return std::lower_bound(left.begin(), left.end(), std::pair(mention.skill, std::size_t{0}),
                            [](const auto& a, const auto& b) { return a.first < b.first; });
  };
  for (const Mention& mention : mentions) {
    if (const auto one = left_of(mention); one != left.end() && one->first == mention.skill) ++one->second;
  }
  std::vector<bool> dropped(mentions.size());
  for (auto place = titled.rbegin(); place != titled.rend(); ++place) {
    std::size_t& times = left_of(mentions[*place])->second;
    dropped[*place] = times > 1;
    times -= dropped[*place] ? 1 : 0;
  }
  std::size_t place = 0;
  std::erase_if(mentions, [&](const Mention&) { return dropped[place++]; });
}

constexpr std::size_t kManyNames = 4;       // so many names in one line ...
constexpr std::uint32_t kMostlyNames = 60;  // ... that are so many per cent of its words make a list without separators

// A line of names and little else is a list, however it is written: "java kotlin spring kafka java kotlin".
void mark_dense_lines(const Tokens& tokens, const Outline& outline, std::vector<Mention>& mentions) {
  for (std::size_t first = 0, last = 0; first < mentions.size(); first = last) {
    std::uint32_t covered = 0;
    for (last = first; last < mentions.size() && mentions[last].line == mentions[first].line; ++last) {
      covered += mentions[last].tokens.size();
    }
    if (last - first < kManyNames || mentions[first].in_list) continue;
    std::uint32_t words = 0;
    const TokenSpan line = outline.lines[mentions[first].line].tokens;
    for (std::uint32_t i = line.first; i < line.last; ++i) words += tokens[i].kind == TokenKind::word;
    if (covered * 100 < words * kMostlyNames) continue;
    for (std::size_t i = first; i < last; ++i) mentions[i].in_list = true;
  }
}

// Everything in one document that may be a mention, and what becomes of it. Stances are told in text order, to mentions
// and to terms apart: what the lexicon does not know says nothing about what it knows.
class Search {
 public:
  Search(const Document& document, const Tokens& tokens, const Outline& outline, const Lexicon& lexicon)
      : document_(document), tokens_(tokens), outline_(outline), lexicon_(lexicon), prints_(tokens, outline) {
    if (outline.lines.empty()) return;
    const Searched searched{tokens, prints_, lexicon.compiled()};
    hits_ = scan(searched);
    add_open_cues(searched, outline, hits_.cues);
    accepted_ = apply_policy({document, tokens, outline, lexicon, searched, hits_});
  }

  std::vector<Mention> mentions() const {
    std::vector<Mention> found;
    if (accepted_.empty()) return found;
    const Reading reading{document_, tokens_, lexicon_.compiled()};
    StanceFinder stance(document_, tokens_, outline_, hits_.cues);
    Positions positions(outline_.positions);
    Employers employers(reading);
    std::vector<std::size_t> titled;
    found.reserve(accepted_.size());
    for (const Accepted& a : accepted_) {
      const std::uint32_t line = outline_.line_of(a.tokens.first);
      if (names_others(outline_, line)) continue;
      const Standing standing = stance.at(a.tokens, line);
      const SkillKind kind = lexicon_.kind(a.skill);
      if (standing.aside == Aside::everything || (standing.aside == Aside::fields && !is_skill_aside(kind))) continue;
      const SectionKind section = outline_.sections[outline_.lines[line].section].kind;
      if (is_namesake(reading, {outline_.as, section}, a.tokens, kind)) continue;
      if (tells_of_work(outline_.as, section) && employers.described_at(a.tokens)) continue;
      if (names_job(reading, outline_, a.tokens)) {
        if (kind == SkillKind::knowledge || kind == SkillKind::method) continue;
        if (is_skill_aside(kind)) titled.push_back(found.size());
      }
      Mention& mention = found.emplace_back();
      mention.skill = a.skill;
      mention.tokens = a.tokens;
      mention.span = tokens_.source_span(a.tokens);
      mention.line = line;
      mention.position = positions.at(a.tokens.first);
      mention.section = section;
      const bool asked =
          standing.stance == Stance::mentioned && is_skill_aside(kind) &&
          in_title(reading, outline_, a.tokens, kToolsOfTitle);  // "Java Developer", and Java nowhere else
      mention.stance = asked ? Stance::required : standing.stance;
      mention.rule = a.rule;
      mention.hidden = overlaps_hidden(document_, mention.span);
      mention.in_list = stands_in_list(tokens_, outline_.lines[line], mention.section, a.tokens);
    }
    drop_repeated(found, titled);
    mark_dense_lines(tokens_, outline_, found);
    return found;
  }

  std::vector<Term> terms() const {
    if (outline_.lines.empty()) return {};
    std::vector<Term> found;
    StanceFinder stance(document_, tokens_, outline_, hits_.cues);
    for (const Term& term : find_terms({document_, tokens_, outline_, lexicon_, hits_, accepted_})) {
      const Standing standing = stance.at(term.tokens, outline_.line_of(term.tokens.first));
      if (standing.aside != Aside::no || overlaps_hidden(document_, term.span)) continue;
      found.push_back(term);
      found.back().stance = standing.stance;
    }
    return found;
  }

 private:
  const Document& document_;
  const Tokens& tokens_;
  const Outline& outline_;
  const Lexicon& lexicon_;
  Prints prints_;
  Hits hits_;
  std::vector<Accepted> accepted_;
};

}  // namespace

std::string_view rule_name(Rule rule) {
  constexpr std::array<std::string_view, 4> kNames = {"alias", "exact", "context", "list"};
  return kNames[static_cast<std::size_t>(rule)];
}

std::vector<Mention> find_named_skills(const Document& document, const Tokens& tokens, const Outline& outline,
                                       const Lexicon& lexicon) {
  return Search(document, tokens, outline, lexicon).mentions();
}

Mentions find_mentions(const Document& document, const Tokens& tokens, const Outline& outline, const Lexicon& lexicon) {
  const Search search(document, tokens, outline, lexicon);
  return {search.mentions(), search.terms()};
}

}  // namespace skillfit
