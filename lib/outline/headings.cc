// A heading is a phrase of the lexicon in the right place. The places, from certain to doubtful: a line of its own; a
// lead-in with a colon; a sentence of its own at the beginning of a line; two capitalised words or more at the
// beginning of a line or sentence with text right behind. The more doubtful the place, the more the phrase has to show.
#include "outline/headings.h"

namespace skillfit {
namespace {

constexpr std::uint32_t kLongHeading = 14;  // tokens
constexpr std::uint32_t kLongName = 6;      // tokens of an employer's name
constexpr std::uint32_t kSmallWord = 3;     // letters; "of" in a capitalised heading need not be
constexpr std::uint32_t kLongLine = 40;     // tokens; only longer lines have headings after their first sentence

class HeadingFinder {
 public:
  HeadingFinder(const Reading& in, const Scan& scan)
      : in_(in), starts_(in.lexicon.starts_of(CueFamily::heading)), scan_(scan), lines_(scan.lines) {}

  std::vector<Heading> find() {
    found_.reserve(16);
    for (line_ = 0; line_ < lines_.size(); ++line_) read_line(lines_[line_]);
    find_repeated();
    return std::move(found_);
  }

 private:
  struct Body {
    TokenSpan tokens;  // without marks
    std::uint8_t level = 0;
    bool marked = false, colon = false;
  };

  void read_line(const ScannedLine& line) {
    const Body body = strip_marks(line.tokens);
    if (body.tokens.empty()) return;
    if (body.tokens.size() <= kLongHeading && is_whole_heading(line, body)) return;
    const std::uint32_t first = body.tokens.first;
    std::uint32_t end = sentence_alone(line, first);
    if (end == 0) end = run_in(first, line.tokens.last);
    if (end != 0) add_run_in({line.tokens.first, end}, {first, end});
    read_inside(line, end != 0 ? end : line.tokens.first);
  }

  // Headings behind the first words of a line.
  void read_inside(const ScannedLine& line, std::uint32_t done) {
    const bool is_long = line.tokens.size() > kLongLine;
    const auto& marks = scan_.marks;
    while (mark_ < marks.size() && marks[mark_] < done) ++mark_;
    for (; mark_ < marks.size() && marks[mark_] < line.tokens.last; ++mark_) {
      const std::uint32_t mark = marks[mark_];
      if (mark < done) continue;
      const bool bullet = in_.is_stop(mark, '*');
      if (bullet || in_.is_stop(mark, ':') || in_.is_stop(mark, '?')) {
        const std::uint32_t first = bullet ? before_bullet(done, mark) : lead_in(done, mark);
        if (first != mark) add({first, mark + 1}, HeadingStyle::lead_in, kind_);
        if (first != mark) done = mark + 1;  // with the bullet: what follows is the section's
      } else if (is_long) {
        const std::uint32_t end = run_in(mark + 1, line.tokens.last);
        if (end != 0) add_run_in({mark + 1, end}, {mark + 1, end});
        done = std::max(done, end);
      }
    }
  }

  void add(TokenSpan tokens, HeadingStyle style, SectionKind kind) {
    found_.push_back({tokens, line_, kind, style, 0, false, in_.is_stop(tokens.last - 1, ':'), false});
  }

  void add_run_in(TokenSpan tokens, TokenSpan words) {
    add(tokens, known_ ? HeadingStyle::run_in : HeadingStyle::unknown, kind_);
    found_.back().capitals = in_.is_in_capitals(words);
    known_ = true;
  }

  // "Achievements" under every position: the same words twice among the summaries and the like.
  void find_repeated() {
    Heading* last = nullptr;
    for (Heading& heading : found_) {
      if (heading.kind != SectionKind::summary || heading.style != HeadingStyle::whole) continue;
      if (last != nullptr && words_equal(last->tokens, heading.tokens)) last->repeated = heading.repeated = true;
      last = &heading;
    }
  }
  bool words_equal(TokenSpan a, TokenSpan b) const {
    const std::string_view text = in_.tokens.text().folded();
    return slice(text, in_.tokens.folded_span(a)) == slice(text, in_.tokens.folded_span(b));
  }

  // "## **Skills:**" -> "Skills", level 2, marked, colon.
  Body strip_marks(TokenSpan line) const {
    Body body{line, 0, false, false};
    TokenSpan& rest = body.tokens;
    for (; !rest.empty() && (in_.tokens[rest.first].kind != TokenKind::word || is_number(rest)); ++rest.first) {
      const bool hash = in_.is_symbol(rest.first, '#');
      body.level += hash;
      body.marked |= hash || in_.is_symbol(rest.first, '*') || in_.is_symbol(rest.first, '_');
    }
    while (!rest.empty() && in_.tokens[rest.last - 1].kind != TokenKind::word && !in_.is_stop(rest.last - 1, ')')) {
      body.colon |= in_.is_stop(rest.last - 1, ':') || in_.is_stop(rest.last - 1, '?');
      --rest.last;
    }
    return body;
  }

  // "Experience" with "with text mining tools" in the next line: a sentence that was broken after its first word.
  bool goes_on_below(TokenSpan line) const {
    const std::uint32_t next = line.last + 1;
    if (next >= in_.tokens.size() || in_.tokens[next].kind != TokenKind::word || in_.is_capitalised(next)) return false;
    return in_.is_word(next, "with") || in_.is_word(next, "in") || in_.is_word(next, "of") ||
           in_.is_word(next, "using");
  }

  // The "2" of "2. Skills" or "2) Skills".
  bool is_number(TokenSpan rest) const {
    const Token token = in_.tokens[rest.first];
    return token.numeric && token.size <= 2 && rest.size() > 2 &&
           (in_.is_symbol(rest.first + 1, '.') || in_.is_stop(rest.first + 1, ')'));
  }

  // A full stop, and not the dots of "Even better if you..."
  bool ends_in_stop(TokenSpan line) const {
    return in_.is_symbol(line.last, '.') && !in_.is_symbol(line.last + 1, '.');
  }

  bool is_whole_heading(const ScannedLine& line, const Body& body) {
    const bool bullet = in_.tokens[line.tokens.first].kind == TokenKind::bullet;
    const bool block = is_heading_block(line.tokens.first);
    const bool formal = body.marked || body.colon || block;
    HeadingStyle style = HeadingStyle::whole;
    if (!bullet && names_employer(body.tokens)) {
      kind_ = SectionKind::about;
    } else if (!is_phrase(body.tokens)) {
      const bool capitals = body.tokens.size() > 1 && line.kind == LineKind::text && !line.has_year;
      if (body.level == 0 && !block && !(capitals && in_.is_in_capitals(body.tokens))) return false;
      style = HeadingStyle::unknown;
      kind_ = SectionKind::other;
    } else if (!formal && (bullet || (ends_in_stop(body.tokens) && !in_.is_in_capitals(body.tokens)) ||
                           !in_.is_capitalised(body.tokens.first) || goes_on_below(line.tokens))) {
      return false;
    }
    Heading heading{line.tokens, line_, kind_, style, body.level, block, body.colon, false};
    heading.capitals = in_.is_in_capitals(body.tokens);
    found_.push_back(heading);
    return true;
  }

  // "About Mill & Sons", "Life at Mill & Sons": an employer's name is no word of a phrase.
  bool names_employer(TokenSpan span) const {
    const bool life = in_.is_word(span.first, "life") && in_.is_word(span.first + 1, "at");
    const std::uint32_t first = span.first + (life ? 2 : 1);
    if (!life && !in_.is_word(span.first, "about")) return false;
    if (!in_.is_capitalised(span.first) || first >= span.last || span.last - first > kLongName) return false;
    for (const std::string_view other : {"me", "our", "the", "this", "us", "you", "your"}) {
      if (in_.is_word(first, other)) return false;
    }
    for (std::uint32_t i = first; i < span.last; ++i) {
      const bool joint = in_.is_symbol(i, '&') || in_.is_symbol(i, '.') || in_.is_symbol(i, '\'');
      const bool name = in_.tokens[i].kind == TokenKind::word && !in_.tokens[i].numeric && in_.is_capitalised(i);
      if (!joint && !name) return false;
    }
    return true;
  }

  // All of `span` is one heading phrase or several joined by "and", "&", "/" or a comma, perhaps with an aside in
  // parentheses or behind a dash at the end. The first phrase that says something names kind_, if the aside does
  // not take it back.
  bool is_phrase(TokenSpan span) {
    std::uint32_t at = span.first;
    for (bool first = true; at < span.last; first = false) {
      const CueMatch match = match_cue(in_, CueFamily::heading, at, span.last);
      if (match.tokens.empty()) return false;
      if (first || kind_ == SectionKind::other) kind_ = static_cast<SectionKind>(match.value);
      at = match.tokens.last;
      if (at == span.last) return true;
      if (in_.is_stop(at, '(')) {
        qualify({at + 1, span.last - 1});
        return in_.is_stop(span.last - 1, ')');
      }
      if (in_.is_symbol(at, '-') || in_.is_stop(at, ':')) return qualify({at + 1, span.last});
      if (!is_joint(at)) return false;
      while (at < span.last && is_joint(at)) ++at;
    }
    return false;
  }
  // "Person specification - desirable", "Skills (preferred)": whether the aside is a phrase that asks, and so says how
  // much.
  bool qualify(TokenSpan aside) {
    const CueMatch match = match_cue(in_, CueFamily::heading, aside.first, aside.last);
    if (match.tokens.empty() || match.tokens.last != aside.last) return false;
    const auto kind = static_cast<SectionKind>(match.value);
    const bool takes_back = kind == SectionKind::preferred || kind == SectionKind::unneeded;
    if (takes_back && kind_ != SectionKind::preferred) kind_ = kind;  // "Preferred skills (not required)"
    return takes_back || kind == SectionKind::requirements;
  }
  bool is_joint(std::uint32_t i) const {
    return in_.is_symbol(i, '&') || in_.is_symbol(i, '/') || in_.is_stop(i, ',') || in_.is_word(i, "and") ||
           in_.is_word(i, "or");
  }

  // The begin of the phrase that ends before the colon at `colon`, or `colon` if there is none.
  std::uint32_t lead_in(std::uint32_t from, std::uint32_t colon) {
    if (in_.tokens[colon].symbol() == ':' && colon + 1 < in_.tokens.size() && in_.is_symbol(colon + 1, '/'))
      return colon;
    std::uint32_t first = colon;
    while (first > from && colon - first < kLongHeading && !in_.ends_sentence(first - 1) &&
           (in_.tokens[first - 1].kind == TokenKind::word || in_.tokens[first - 1].kind == TokenKind::symbol))
      --first;
    for (; first < colon; ++first) {
      if (!starts_.may_hold(in_.tokens.print(first)) || in_.tokens[first].kind != TokenKind::word) continue;
      if (in_.is_capitalised(first) && begins_heading(from, first) && is_phrase({first, colon})) return first;
    }
    return colon;
  }
  // The same before the first bullet of a list that lost its line ends: "to travel WHAT YOU NEED • Java". An item
  // between two bullets is none.
  std::uint32_t before_bullet(std::uint32_t from, std::uint32_t bullet) {
    const std::uint32_t end = bullet > from && in_.is_symbol(bullet - 1, '-') ? bullet - 1 : bullet;
    std::uint32_t first = end;
    while (first > from && end - first < kLongHeading &&
           (in_.tokens[first - 1].kind == TokenKind::word || is_joint(first - 1)))
      --first;
    if (first > 0 && in_.is_stop(first - 1, '*')) return bullet;
    for (; first < end; ++first) {
      if (!starts_.may_hold(in_.tokens.print(first)) || in_.tokens[first].kind != TokenKind::word) continue;
      const TokenSpan span{first, end};
      if (!begins_heading(from, first) || !all_capitalised(span) || !is_phrase(span)) continue;
      if (span.size() > 1 || kind_ == SectionKind::preferred || in_.is_in_capitals(span)) return first;
    }
    return bullet;
  }
  // Where a heading can begin inside a line: after anything but a capitalised word or a joint.
  bool begins_heading(std::uint32_t from, std::uint32_t i) const {
    if (i == from || in_.tokens[i - 1].kind != TokenKind::word) return i == from || !is_joint(i - 1);
    return !is_joint(i - 1) && !in_.is_capitalised(i - 1);
  }

  // The end of a sentence at the begin of the line that is a phrase and nothing else, or 0: "About the work. You will",
  // "DESIRED. Python". In capitals it need not be known: "WORKING CONDITIONS. Often outdoors".
  std::uint32_t sentence_alone(const ScannedLine& line, std::uint32_t first) {
    while (mark_ < scan_.marks.size() && scan_.marks[mark_] < first) ++mark_;
    if (mark_ == scan_.marks.size() || scan_.marks[mark_] + 1 >= line.tokens.last) return 0;
    const TokenSpan sentence{first, scan_.marks[mark_]};
    if (sentence.empty() || sentence.size() > kLongHeading || !in_.is_symbol(sentence.last, '.')) return 0;
    if (in_.tokens[first].kind != TokenKind::word || !in_.is_capitalised(first)) return 0;
    const bool capitals = in_.is_in_capitals(sentence);
    if (is_phrase(sentence)) return capitals || sentence.size() > 1 ? sentence.last + 1 : 0;
    if (!capitals || !all_words(sentence)) return 0;
    kind_ = SectionKind::other;
    known_ = false;
    return sentence.last + 1;
  }

  bool all_words(TokenSpan span) const {
    const auto is_word = [&](std::uint32_t i) { return in_.tokens[i].kind == TokenKind::word; };
    while (!span.empty() && is_word(span.first)) ++span.first;
    return span.empty();
  }

  // The end of a phrase at `first` that shows itself a heading without a colon, or 0.
  std::uint32_t run_in(std::uint32_t first, std::uint32_t limit) {
    if (first + 1 >= limit || !starts_.may_hold(in_.tokens.print(first)) || second_forbids(first + 1)) return 0;
    if (in_.tokens[first].kind != TokenKind::word) return 0;
    const CueMatch match = match_cue(in_, CueFamily::heading, first, limit);
    const std::uint32_t next = match.tokens.last;
    if (match.tokens.empty() || next + 4 > limit || in_.tokens[next].kind != TokenKind::word) return 0;
    if (!all_capitalised(match.tokens) || !in_.is_capitalised(next)) return 0;
    kind_ = static_cast<SectionKind>(match.value);
    if (in_.is_in_capitals(match.tokens) && in_.is_in_capitals({next, next + 1})) return 0;
    if (match.tokens.size() == 1 && !stands_apart(first, limit)) return 0;
    return next;
  }
  // "Experience with": the second word belongs to the phrase or is the text behind it, and is capitalised either way
  // unless it is short.
  bool second_forbids(std::uint32_t second) const {
    const Token token = in_.tokens[second];
    return token.kind == TokenKind::word && token.size > kSmallWord && !in_.is_capitalised(second);
  }
  bool all_capitalised(TokenSpan span) const {
    for (std::uint32_t i = span.first; i < span.last; ++i) {
      const Token token = in_.tokens[i];
      if (token.kind == TokenKind::word && token.size > kSmallWord && !in_.is_capitalised(i)) return false;
    }
    return in_.is_capitalised(span.first);
  }
  // One word is a heading only before a wide gap, or before a list of skills.
  bool stands_apart(std::uint32_t word, std::uint32_t limit) const {
    const std::uint32_t end = in_.tokens.source_span({word, word + 1}).end;
    const std::string_view gap = std::string_view(in_.document.text).substr(end, 2);
    if (gap == "  " || gap.starts_with('\t')) return true;
    if (kind_ != SectionKind::skills) return false;
    for (std::uint32_t i = word + 1; i < std::min(limit, word + 7); ++i)
      if (in_.is_stop(i, ',')) return true;
    return false;
  }

  // The reader saw a heading here. Lines and blocks come in text order, so one cursor is enough.
  bool is_heading_block(std::uint32_t token) {
    const auto& blocks = in_.document.blocks;
    if (blocks.empty()) return false;
    const std::uint32_t at = in_.tokens.source_span({token, token + 1}).begin;
    while (block_ < blocks.size() && blocks[block_].span.end <= at) ++block_;
    return block_ < blocks.size() && blocks[block_].kind == BlockKind::heading && blocks[block_].span.begin <= at;
  }

  const Reading& in_;
  const WordFilter& starts_;
  const Scan& scan_;
  const std::vector<ScannedLine>& lines_;
  std::size_t mark_ = 0;  // the first of scan_.marks not read yet
  std::vector<Heading> found_;
  std::uint32_t line_ = 0;
  std::size_t block_ = 0;
  SectionKind kind_ = SectionKind::other;  // of the phrase matched last
  bool known_ = true;                      // a lexicon's phrase, not only formed like one
};

// What a phrase means in a resume or a posting. Empty: nothing there, the section goes on.
std::optional<SectionKind> meaning(As as, SectionKind kind) {
  using enum SectionKind;
  if (as == As::posting) {
    switch (kind) {
      case experience:
      case interests:         // "Personal"
        return requirements;  // asked for, not told of
      case projects:
      case references:
        return other;
      default:
        return kind;
    }
  }
  switch (kind) {
    case requirements:
      return skills;  // "Qualifications"
    case about:
      return summary;
    case responsibilities:  // inside a position
    case preferred:
    case unneeded:
    case benefits:
    case legal:
      return std::nullopt;
    default:
      return kind;
  }
}

bool is_story(SectionKind kind) {
  return kind == SectionKind::experience || kind == SectionKind::projects;
}

// Sub-headings of a section: "Technologies: Java" under a position, "Skills:" under "Preferred qualifications".
bool is_inside(const Heading& heading, const Heading& current, SectionKind section, SectionKind kind) {
  using enum SectionKind;
  if (heading.level > current.level && current.level > 0) return true;
  const bool whole = heading.style == HeadingStyle::whole;
  const bool weaker = whole ? heading.colon && !current.colon : current.style == HeadingStyle::whole;
  const bool detail = kind == skills || kind == summary || (!whole && (kind == languages || kind == certificates));
  if (is_story(section)) return heading.repeated || (weaker && detail);
  if (section == preferred) return weaker && (detail || kind == education || kind == requirements);
  if (section == skills) return !whole && (kind == languages || kind == skills);
  return false;
}

// A heading we do not know ends a section only where its form is that of the headings we do know.
bool ends_section(As as, const Heading& heading, const Heading& current, SectionKind section) {
  if (heading.level > 0) return current.level >= heading.level;
  if (as == As::resume && is_story(section)) return false;  // titles and companies look the same
  if (as == As::resume && section == SectionKind::education) return false;
  if (heading.block) return true;
  if (as == As::resume || !heading.capitals || !current.capitals) return false;
  return current.style == HeadingStyle::whole || current.style == HeadingStyle::run_in;
}

}  // namespace

std::vector<Heading> find_headings(const Reading& in, const Scan& scan) {
  return HeadingFinder(in, scan).find();
}

std::optional<SectionKind> section_started(As as, const Heading& heading, const Heading* current, SectionKind section) {
  if (heading.style == HeadingStyle::unknown) {
    if (current == nullptr || !ends_section(as, heading, *current, section)) return std::nullopt;
    return SectionKind::other;
  }
  const std::optional<SectionKind> kind = meaning(as, heading.kind);
  if (kind && current != nullptr && is_inside(heading, *current, section, *kind)) return std::nullopt;
  return kind;
}

}  // namespace skillfit
