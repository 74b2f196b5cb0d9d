// Three voices, the nearest first: a cue phrase in the same sentence ("is a plus"), a lead-in line above a list ("Nice
// to have:"), and the section. Cue phrases are data (lexicon/cues.toml); each says which way it works.
#include "mention/stance.h"

#include <algorithm>
#include <array>

#include "base/search.h"
#include "mention/boundary.h"
#include "mention/clause.h"
#include "mention/duties.h"

namespace skillfit {
namespace {

constexpr std::uint32_t kNegationReach = 8;   // "no experience with A or B": tokens a negation governs
constexpr std::uint32_t kBareReach = 1;       // "no real SAP", "no SAP": a single word of negation governs what is next
constexpr std::uint32_t kContrastReach = 2;   // "Go rather than old Java"
constexpr std::uint32_t kSofteningReach = 8;  // "A, B or C is a plus": tokens that "is a plus" reaches back
constexpr std::uint32_t kSeriesReach = 28;    // the same over a longer series
constexpr std::uint32_t kWishReach = 3;       // "preferably with experience in": tokens from the wish to what it wishes
constexpr std::uint32_t kBoilerplateReach = 24;  // tokens that what every employer says reaches, in one sentence
constexpr std::uint32_t kFar = 1u << 20;

// Tokens between two spans, 0 if they overlap.
std::uint32_t gap(TokenSpan a, TokenSpan b) {
  if (a.last <= b.first) return b.first - a.last;
  return b.last <= a.first ? a.first - b.last : 0;
}

// How far a cue is from the span in the direction it works; kFar = it does not govern it.
std::uint32_t distance(TokenSpan cue, CueScope scope, TokenSpan span) {
  const bool before_span = cue.last <= span.first;
  const bool after_span = cue.first >= span.last;
  if (!before_span && !after_span) return scope == CueScope::sentence ? 0 : kFar;
  if (before_span && scope != CueScope::before) return span.first - cue.last;
  if (after_span && (scope == CueScope::before || scope == CueScope::sentence)) return cue.first - span.last;
  return kFar;
}

}  // namespace

StanceFinder::StanceFinder(const Document& document, const Tokens& tokens, const Outline& outline,
                           const std::vector<CueHit>& cues)
    : document_(document),
      tokens_(tokens),
      outline_(outline),
      cues_(cues),
      mark_(tokens.others().begin()),
      prose_(tokens, outline) {
  for (const Line& line : outline.lines) {
    if (!line.tokens.empty()) width_ = std::max(width_, tokens.folded_span(line.tokens).size());
  }
}

bool StanceFinder::fits(Stance stance) const {
  switch (stance) {
    case Stance::negated:
      return true;
    case Stance::has:
    case Stance::learning:
      return outline_.as == As::resume;
    default:
      return outline_.as == As::posting;
  }
}

// Whether the next line continues this one: in a posting not where it begins with work of its own, "Design pumps", or
// with a capital or number for which there was room here.
bool StanceFinder::runs_on(std::uint32_t line) const {
  if (!is_wrapped(tokens_, outline_, line)) return false;
  if (outline_.as == As::resume) return true;
  const TokenSpan next = outline_.lines[line + 1].tokens;
  if (!tokens_[next.first].numeric && !begins_item(next.first)) return true;
  const std::uint32_t size = tokens_.folded_span(outline_.lines[line].tokens).size();
  return size + 1 + tokens_[next.first].size > width_ && !begins_with_work(tokens_, next);
}

// The line with those that wrap into it and out of it.
TokenSpan StanceFinder::paragraph_of(std::uint32_t line) const {
  std::uint32_t first = line, last = line;
  while (first > 0 && runs_on(first - 1)) --first;
  while (runs_on(last)) ++last;
  return {outline_.lines[first].tokens.first, outline_.lines[last].tokens.last};
}

// From mark to mark: words end no sentence.
TokenSpan StanceFinder::sentence_around(TokenSpan span, std::uint32_t line) {
  if (sentence_.first <= span.first && span.last <= sentence_.last) return sentence_;
  sentence_ = paragraph_of(line);
  const auto ends = [&](std::uint32_t token) {
    if (tokens_[token].kind == TokenKind::word) return false;
    return tokens_[token].symbol() == ';' || ends_sentence(document_.text, tokens_, token);
  };
  const std::vector<std::uint32_t>& marks = tokens_.others();
  while (mark_ != marks.end() && *mark_ < span.first) ++mark_;
  auto before = mark_, behind = mark_;
  while (behind != marks.end() && *behind < span.last) ++behind;
  while (before != marks.begin() && before[-1] >= sentence_.first && !ends(before[-1])) --before;
  while (behind != marks.end() && *behind < sentence_.last && !ends(*behind)) ++behind;
  if (before != marks.begin()) sentence_.first = std::max(sentence_.first, before[-1] + 1);
  if (behind != marks.end()) sentence_.last = std::min(sentence_.last, *behind);
  sentence_.last = std::max(sentence_.last, span.last);
  cues_from_ = first_not(cues_, [this](const CueHit& h) { return h.tokens.first < sentence_.first; });
  return sentence_;
}

// Prose behind the items of a section, after a blank line: the list is over, though no heading says so. What is not
// needed is a list in any form.
void StanceFinder::pass_items(std::uint32_t line) {
  const Line& current = outline_.lines[line];
  const bool new_section = line > 0 && current.section != outline_.lines[line - 1].section;
  const bool unneeded = outline_.sections[current.section].kind == SectionKind::unneeded;
  const bool prose = current.kind == LineKind::text && !new_section;
  const bool item = current.kind == LineKind::item || current.kind == LineKind::list;
  if (item || (prose && items_ == Items::none && unneeded)) {
    items_ = Items::above;
  } else if (!prose) {
    items_ = Items::none;
  } else if (items_ != Items::none && tokens_[current.tokens.first - 1].value > 1) {  // line ends before it
    items_ = describes_person(tokens_, current.tokens) ? Items::person : Items::over;
  }
}

Stance StanceFinder::behind_items(Stance of_items) const {
  if (items_ == Items::person) return Stance::required;
  return items_ == Items::over ? Stance::mentioned : of_items;
}

Stance StanceFinder::by_section(std::uint32_t line) const {
  if (outline_.as == As::resume) return Stance::has;
  switch (outline_.sections[outline_.lines[line].section].kind) {
    case SectionKind::requirements:
    case SectionKind::skills:
    case SectionKind::certificates:
    case SectionKind::languages:
    case SectionKind::education:
    case SectionKind::responsibilities:  // whoever is to do it must know it
      return Stance::required;
    case SectionKind::preferred:
      return behind_items(Stance::preferred);
    case SectionKind::unneeded:
      return behind_items(Stance::negated);
    case SectionKind::about:
    case SectionKind::benefits:
    case SectionKind::legal:
    case SectionKind::contact:
      return Stance::mentioned;
    default:
      return prose_.has_requirements() ? Stance::mentioned : Stance::required;
  }
}

// Whether a lead-in above `line` still speaks there: for items, in a resume for anything up to a blank line if it has a
// line of its own.
bool StanceFinder::goes_on(std::uint32_t line) const {
  const Line& current = outline_.lines[line];
  if (line > 0 && current.section != outline_.lines[line - 1].section) return false;
  const bool listed = current.kind == LineKind::item || current.kind == LineKind::list;
  if (outline_.as == As::posting || line == 0 || current.tokens.empty()) return listed;
  const bool below = tokens_[current.tokens.first - 1].value == 1;  // line end before it
  if (below) return listed || (lead_in_alone_ && current.kind == LineKind::text);
  return current.kind == LineKind::item || (listed && outline_.lines[line - 1].kind != LineKind::text);
}

// A line that ends in a colon and holds a cue, or is one, speaks for the items below it.
Stance StanceFinder::by_lead_in(std::uint32_t line) {
  for (; lead_in_line_ <= line; ++lead_in_line_) {
    const Line& current = outline_.lines[lead_in_line_];
    if (!goes_on(lead_in_line_)) lead_in_stance_ = -1;
    pass_items(lead_in_line_);
    if (current.tokens.empty()) continue;
    const bool colon = tokens_[current.tokens.last - 1].symbol() == ':';
    auto cue = first_not(cues_, [&](const CueHit& h) { return h.tokens.first < current.tokens.first; });
    for (; cue != cues_.end() && cue->tokens.first < current.tokens.last; ++cue) {
      const Cue& what = cue->cue;
      const bool alone = cue->tokens == current.tokens;
      if (what.family != CueFamily::stance || !(colon || alone) || !fits(static_cast<Stance>(what.value))) continue;
      const bool weak = what.scope == CueScope::before || cue->tokens.size() == 1;  // "including but not limited to:"
      if (weak && !alone && !leads_in(cue->tokens)) continue;
      lead_in_stance_ = what.value;
      lead_in_alone_ = alone;
    }
  }
  return lead_in_stance_ < 0 ? by_section(line) : static_cast<Stance>(lead_in_stance_);
}

// Where a phrase works that stands at a mark: in front of a colon on what follows, also if it looks back elsewhere ("In
// progress: A", but not "A is not needed: we have none"); with nothing behind it on what comes before it ("A I have not
// used.").
CueScope StanceFinder::scope_of(const CueHit& cue, TokenSpan sentence) const {
  const auto says = static_cast<Stance>(cue.cue.value);
  const bool gives_reason = says == Stance::negated && cue.cue.scope == CueScope::before;
  if (leads_in(cue.tokens) && !gives_reason) return CueScope::after;
  const bool closes = cue.tokens.last >= sentence.last || tokens_[cue.tokens.last].symbol() == ')';
  const bool asks = says == Stance::required;
  return cue.cue.scope == CueScope::after && closes && !asks ? CueScope::before : cue.cue.scope;
}

// "Learning Python": without a colon a phrase of scope `list` speaks of the name behind it, if no word stands before
// it; alone in brackets, of the name before them: "Python (learning)".
std::uint32_t StanceFinder::opens_item(TokenSpan cue, TokenSpan span) const {
  if (cue.first > 0 && is_word(tokens_, cue.first - 1)) return kFar;
  const bool behind = cue.first == span.last + 1 && tokens_[span.last].symbol() == '(' && !is_word(tokens_, cue.last);
  return cue.last == span.first || behind ? 0 : kFar;
}

// "Preferred: A, B" or a table row "Learning | A, B": with that behind it a phrase speaks of what follows only.
bool StanceFinder::leads_in(TokenSpan cue) const {
  if (cue.last >= tokens_.size() || tokens_[cue.last].kind != TokenKind::stop) return false;
  return tokens_[cue.last].symbol() == ':' || tokens_[cue.last].symbol() == '|';
}

// A capital within a sentence begins an item of a list that lost its line breaks.
bool StanceFinder::begins_item(std::uint32_t word) const {
  return is_capital(document_.text, tokens_, word);
}

// Whether nothing but words stands between a name and a phrase that opens a clause elsewhere: "forklift certificate or
// experience with forklifts", but not "R, knowledge of Python" nor "R and experience with Python".
bool StanceFinder::is_one_clause(TokenSpan between) const {
  for (std::uint32_t i = between.first; i < between.last; ++i) {
    if (tokens_[i].kind != TokenKind::word || tokens_.word(i) == "and") return false;
  }
  return !begins_item(between.last);
}

// Whether what an employer says there can speak of a name before it: not behind a new item, a heading or a line of its
// own.
bool StanceFinder::is_one_breath(TokenSpan between) const {
  for (std::uint32_t i = between.first; i < between.last; ++i) {
    const char mark = mark_at(tokens_, i);
    if (mark == ' ' && tokens_[i].kind == TokenKind::word) continue;
    const Token next = tokens_[i + 1];
    const bool number = next.glued && next.numeric;  // "ISO 9001:2008"
    if ((mark == ':' && !number) || mark == '*' || (mark == '-' && !next.glued)) return false;
    if (tokens_[i].kind == TokenKind::newline && begins_item(i + 1)) return false;
  }
  return true;
}

// "The desired results", "Preferred Suppliers": a word that speaks of what follows it, and of no name before it.
bool StanceFinder::is_attribute(TokenSpan cue) const {
  if (cue.size() > 1 || cue.last >= tokens_.size() || tokens_[cue.last].kind != TokenKind::word) return false;
  constexpr std::array<std::string_view, 10> kGoesOn = {"and", "as",  "but", "for", "if",
                                                        "in",  "not", "or",  "to",  "with"};
  if (tokens_[cue.last].numeric) return false;
  if (begins_item(cue.last)) return begins_item(cue.first);
  return std::find(kGoesOn.begin(), kGoesOn.end(), tokens_.word(cue.last)) == kGoesOn.end();
}

// Whether "is a plus", `away` behind the name, takes back what a phrase before it asked for.
bool StanceFinder::softens(std::uint32_t cue, TokenSpan name, std::uint32_t away) const {
  if (away <= kSofteningReach) return true;
  return away <= kSeriesReach && !begins_item(cue) && is_series(tokens_, {name.last, cue});
}

// "Preferred experience with A", "(preferred: B)", "Learning - C": at the begin of something a word speaks of what
// follows. A title does not: "Preferred Suppliers".
bool StanceFinder::opens_clause(TokenSpan cue, TokenSpan item) const {
  if (cue.last >= tokens_.size()) return false;
  const char mark = cue.first > item.first ? mark_at(tokens_, cue.first - 1) : '*';
  if (mark == ' ' || mark == ',' || mark == '/') return false;
  if (mark_at(tokens_, cue.last) == '-') return !tokens_[cue.last].glued;
  if (cue.size() > 1 || tokens_[cue.last].kind != TokenKind::word) return false;
  if (mark == '(') return true;
  return is_attribute(cue) && !begins_item(cue.last);
}

// What a phrase says where it stands, and of what; nothing if it says nothing of names.
std::optional<StanceFinder::Voice> StanceFinder::voice_of(const CueHit& cue, TokenSpan item) const {
  Voice voice{static_cast<Stance>(cue.cue.value), scope_of(cue, item)};
  const std::uint32_t behind = cue.tokens.last + (mark_at(tokens_, std::min(cue.tokens.last, item.last - 1)) == ',');
  const std::string_view next = behind < item.last ? tokens_.word(behind) : "";
  if (voice.says == Stance::negated) {
    if (cue.cue.scope == CueScope::before && next == "but")
      voice.says = Stance::preferred;                                   // "not required, but a plus"
    if (cue.tokens.size() == 1 && next == "only") return std::nullopt;  // "not only A but B"
  }
  const bool wish = voice.says == Stance::preferred || voice.says == Stance::learning;
  if (wish && cue.cue.scope == CueScope::before && voice.scope != CueScope::after) {
    if (opens_clause(cue.tokens, item)) {
      voice.scope = CueScope::after;
    } else if (voice.says == Stance::preferred && is_attribute(cue.tokens)) {
      return std::nullopt;
    }
  }
  return voice;
}

// How far a negation reaches.
std::uint32_t StanceFinder::negation_reach(TokenSpan cue) const {
  if (cue.size() == 1) return kBareReach;
  const std::string_view first = tokens_.word(cue.first);
  return first == "rather" || first == "instead" ? kContrastReach : kNegationReach;
}

// "Strong knowledge of" under "Nice to have" asks for nothing; "must have" and "is required" do.
bool StanceFinder::asks_in_vain(const CueHit& cue, Stance from_above) const {
  if (from_above == Stance::negated) return true;
  if (from_above != Stance::preferred || tokens_.word(cue.tokens.first) == "must") return false;
  if (cue.cue.scope != CueScope::before) return true;
  const std::string_view before = cue.tokens.first > 0 ? tokens_.word(cue.tokens.first - 1) : "";
  return before == "as" || before == "if" || before == "when";
}

// Takes one phrase of the item into account.
void StanceFinder::hear(const CueHit& cue, TokenSpan span, TokenSpan item, Hearing& heard) const {
  const std::optional<Voice> voice = voice_of(cue, item);
  if (!voice) return;
  const auto [says, scope] = *voice;
  const bool asks = says == Stance::required, in_front = cue.tokens.last <= span.first;
  const bool opens = cue.tokens.first >= span.last && scope == CueScope::after;
  if (opens && !is_one_clause({span.last, cue.tokens.first})) heard.clause = std::min(heard.clause, cue.tokens.first);
  if (says == Stance::mentioned && cue.tokens.first > 0 && tokens_[cue.tokens.first - 1].symbol() == '(')
    return;  // "experience with A (we use B)" says which A
  if (cue.tokens.first > heard.clause && scope == CueScope::before)
    return;  // "experience with A, knowledge of B is a plus"
  if (asks && asks_in_vain(cue, heard.from_above)) return;
  if (asks && in_front && heard.wish != 0 && cue.tokens.first <= heard.wish + kWishReach)
    return;  // "preferably with experience in"
  std::uint32_t away = scope == CueScope::list ? opens_item(cue.tokens, span) : distance(cue.tokens, scope, span);
  const bool back = scope == CueScope::before && !asks;
  if (back && away == kFar && in_front && gives_examples(tokens_, cue.tokens, span.first)) {
    away = span.first - cue.tokens.last;
  } else if (back && away < kFar) {
    if (says != Stance::learning && span.first < begin_of_subject(tokens_, cue.tokens, item.first)) return;
    if (heard.opened && softens(cue.tokens.first, span, away))
      heard.distance = kFar;  // "expertise in A or B is a plus", but not "A required, B a plus"
  }
  if (away >= heard.distance || (says == Stance::negated && away > negation_reach(cue.tokens))) return;
  if (away > 0 && stays_in_brackets(tokens_, cue.tokens, span, item.first)) return;
  if (says == Stance::preferred && in_front && scope == CueScope::after) heard.wish = cue.tokens.last;
  heard.nearest = says;
  heard.distance = away;
  heard.opened = asks && cue.cue.scope == CueScope::after;
}

// The item of `sentence` that holds the span; it holds the next ones, too, as a rule.
TokenSpan StanceFinder::item_of(TokenSpan span, TokenSpan sentence) {
  if (itemized_ != sentence || span.first < item_.first || item_.last < span.last) {
    itemized_ = sentence;
    item_ = item_around(document_.text, tokens_, sentence, span);
  }
  return item_;
}

Standing StanceFinder::at(TokenSpan span, std::uint32_t line) {
  Stance from_above = by_lead_in(line);
  const TokenSpan sentence = sentence_around(span, line);
  const Told told{span, sentence, line};
  if (from_above == Stance::mentioned && prose_.asks_for(told)) from_above = Stance::required;
  if (prose_.is_story(told)) from_above = Stance::mentioned;
  const bool speaks = cues_from_ != cues_.end() && cues_from_->tokens.first < sentence.last;
  const TokenSpan item = speaks ? item_of(span, sentence) : sentence;
  Hearing heard{from_above, from_above};
  std::uint32_t story = kFar;  // how far behind the mention stands what every employer says
  for (auto cue = cues_from_; cue != cues_.end() && cue->tokens.first < sentence.last; ++cue) {
    const Cue& what = cue->cue;
    if (what.family == CueFamily::boilerplate) {
      const std::uint32_t away = gap(cue->tokens, span);
      if (outline_.as != As::posting || away > kBoilerplateReach) continue;
      const bool link = what.scope == CueScope::after;  // "follow us on"
      if (cue->tokens.first < span.first) return {Stance::mentioned, link ? Aside::everything : Aside::fields};
      if (!link && is_one_breath({span.last, cue->tokens.first})) story = std::min(story, away);
    } else if (what.family == CueFamily::stance && item.contains(cue->tokens.first) &&
               fits(static_cast<Stance>(what.value))) {
      hear(*cue, span, item, heard);
    }
  }
  if (story < heard.distance) return {Stance::mentioned, Aside::fields};  // nothing nearer asks for the skill
  return {heard.nearest, prose_.is_aside(heard.nearest == Stance::mentioned, told) ? Aside::fields : Aside::no};
}

}  // namespace skillfit
