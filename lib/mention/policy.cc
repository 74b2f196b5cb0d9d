// Three rounds over the surfaces. First the surfaces that need no context are taken, leftmost and longest, and those
// that do are set aside. Then each waiting one looks around: a context word or a skill of a wanted group within its
// window makes it a mention (rule `context`), and so does standing as a whole item in a list next to a sure one (rule
// `list`). What is accepted in the second round serves the third, so "C, Go, R" under "Languages" settles in a few
// steps at most.
#include "mention/policy.h"

#include <algorithm>
#include <optional>

#include "base/search.h"
#include "mention/boundary.h"

namespace skillfit {
namespace {

constexpr std::uint32_t kWindow = 16;    // tokens to each side: about a sentence
constexpr std::uint32_t kShortLine = 6;  // lines of so few tokens are items; their neighbours are context too
constexpr std::size_t kListReach = 3;    // a sure skill so many items away vouches for an ambiguous one
constexpr std::uint32_t kBareLine = 12;  // tokens of a line that may be names side by side
constexpr std::uint32_t kLongName = 4;   // tokens that a name before another is looked for in
constexpr std::size_t kScrap = 4;        // bytes of a name that may be part of another word or of an address
constexpr int kRounds = 3;

enum class Verdict { yes, no, wait, veto };

class Policy {
 public:
  explicit Policy(const PolicyContext& context) : c_(context), compiled_(context.lexicon.compiled()) {}

  std::vector<Accepted> run() {
    accepted_.reserve(c_.hits.surfaces.size());
    waiting_.reserve(c_.hits.surfaces.size());
    take_surfaces(0, c_.hits.surfaces.size(), accepted_, &waiting_);
    for (int round = 1; round < kRounds && !waiting_.empty(); ++round) settle_waiting(round == 1, round + 1 == kRounds);
    return std::move(accepted_);
  }

 private:
  struct Waiting {
    TokenSpan tokens;
    std::size_t surface;
    std::size_t fallback;  // first surface after it that begins inside it or is shorter
    std::size_t end;       // surfaces in [fallback, end) lie inside its tokens
    std::uint32_t line;    // of the outline
    TokenSpan around;      // the tokens a context word may stand in, besides the heading
    bool item;             // is_item()
    bool hopeless;         // nothing that is accepted later can speak for it
    bool settled = false;  // it was accepted in this round
  };

  // What a round accepts comes in text order, so a merge puts it in place: from the end on, where there is room.
  void accept(const std::vector<Accepted>& fresh) {
    std::size_t old = accepted_.size(), added = fresh.size();
    accepted_.resize(old + added);
    while (added > 0) {
      const bool later = old > 0 && accepted_[old - 1].tokens.first > fresh[added - 1].tokens.first;
      accepted_[old + added - 1] = later ? accepted_[old - 1] : fresh[added - 1];
      later ? --old : --added;
    }
  }

  // Takes surfaces [from, to) leftmost-longest. Without `waiting` those that would wait are refused.
  void take_surfaces(std::size_t from, std::size_t to, std::vector<Accepted>& sure,
                     std::vector<Waiting>* waiting) const {
    const auto& surfaces = c_.hits.surfaces;
    std::uint32_t free_from = 0;
    const Surface* cut = nullptr;  // a false friend whose first words a name before it holds
    for (std::size_t i = from; i < to; ++i) {
      const Surface& surface = surfaces[i];
      if (surface.tokens.first < free_from) {
        if (surface.tokens.last > free_from && has_veto(surface)) cut = &surface;
        continue;
      }
      if (cut != nullptr && surface.tokens.last <= cut->tokens.last && is_vetoed(surface, *cut)) continue;
      SkillId skill{};
      Rule rule{};
      const Verdict verdict = judge(surface, skill, rule);
      if (verdict == Verdict::no) continue;
      free_from = surface.tokens.last;
      if (verdict == Verdict::yes) sure.push_back({surface.tokens, skill, rule});
      if (verdict == Verdict::wait && waiting != nullptr) waiting->push_back(waiting_for(i, end_of_inner(i, to)));
    }
  }

  Waiting waiting_for(std::size_t surface, std::size_t end) const {
    const TokenSpan span = c_.hits.surfaces[surface].tokens;
    const std::uint32_t line = c_.outline.line_of(span.first);
    const bool item = is_item(span, line);
    const bool hopeless = !item && !has_groups(c_.hits.surfaces[surface]);
    return {span, surface, surface + 1, end, line, window(span, line), item, hopeless};
  }

  bool has_groups(const Surface& surface) const {
    const auto forms = compiled_.forms(surface.node);
    return std::any_of(forms.begin(), forms.end(), [&](const Form& form) {
      return form.kind == FormKind::skill && compiled_.has_groups(compiled_.skill_of(form));
    });
  }

  std::size_t end_of_inner(std::size_t i, std::size_t to) const {
    const auto& surfaces = c_.hits.surfaces;
    std::size_t end = i + 1;
    while (end < to && surfaces[end].tokens.first < surfaces[i].tokens.last) ++end;
    return end;
  }

  bool has_veto(const Surface& phrase) const {
    const auto forms = compiled_.forms(phrase.node);
    return std::any_of(forms.begin(), forms.end(), [](const Form& form) { return form.kind == FormKind::veto; });
  }

  bool forbids(const Surface& phrase, SkillId skill) const {
    const auto forms = compiled_.forms(phrase.node);
    return std::any_of(forms.begin(), forms.end(), [&](const Form& form) {
      return form.kind == FormKind::veto && compiled_.skill_of(form) == skill;
    });
  }

  // Whether the phrase around a name is a false friend of every skill that the name could be. Skills come first.
  bool is_vetoed(const Surface& name, const Surface& phrase) const {
    const auto forms = compiled_.forms(name.node);
    return forms[0].kind == FormKind::skill && std::all_of(forms.begin(), forms.end(), [&](const Form& form) {
             return form.kind != FormKind::skill || forbids(phrase, compiled_.skill_of(form));
           });
  }

  // What can be said of a surface without looking around.
  Verdict judge(const Surface& surface, SkillId& skill, Rule& rule) const {
    if (!stands_alone(c_.document.text, c_.tokens, surface.tokens)) return Verdict::no;
    Verdict verdict = Verdict::no;
    for (const Form& form : compiled_.forms(surface.node)) {
      if (!form.names) break;
      if (form.kind == FormKind::veto) {
        if (verdict == Verdict::no) verdict = Verdict::veto;
        continue;
      }
      skill = compiled_.skill_of(form);
      if (form.guarded) {
        verdict = Verdict::wait;
        continue;
      }
      if (!form.exact) {
        rule = Rule::alias;
        return Verdict::yes;
      }
      const bool free = !compiled_.has_contexts(skill) && !compiled_.has_groups(skill);
      if (free && spelled_as(surface.tokens, form)) {
        rule = Rule::exact;
        return Verdict::yes;
      }
      if (!free || in_skill_list(c_.outline.line_of(surface.tokens.first))) verdict = Verdict::wait;
    }
    return verdict;
  }

  // Curly and straight apostrophes, and all dashes, are one letter to whoever writes a name.
  bool spelled_as(TokenSpan span, const Form& form) const {
    if (!form.exact) return true;
    const std::string_view spelling = compiled_.spelling_of(form);
    const SourceSpan source = c_.tokens.source_span(span);
    return same_spelling(slice(c_.document.text, source), spelling);
  }

  void settle_waiting(bool first_round, bool last_round) {
    fresh_.clear();
    for (std::size_t i = 0; i < waiting_.size(); ++i) {
      Waiting& w = waiting_[i];
      std::optional<Accepted> accepted;
      if (first_round || !w.hopeless) accepted = look_around(w, first_round);
      if (!accepted && w.item) accepted = beside_another(i);
      w.settled = accepted.has_value();
      if (accepted) {
        fresh_.push_back(*accepted);
      } else if (last_round) {
        take_inside(w);
      }
    }
    accept(fresh_);
    std::erase_if(waiting_, [](const Waiting& w) { return w.settled; });
  }

  // A longer name was refused in the end: the sure names inside it count, unless it is a false friend of theirs.
  void take_inside(const Waiting& w) {
    if (w.fallback == w.end) return;
    const std::size_t before = fresh_.size();
    take_surfaces(w.fallback, w.end, fresh_, nullptr);
    const Surface& refused = c_.hits.surfaces[w.surface];
    const auto no_name = [&](const Accepted& inner) {
      return inner.tokens.last > w.tokens.last || forbids(refused, inner.skill);
    };
    fresh_.erase(std::remove_if(fresh_.begin() + static_cast<std::ptrdiff_t>(before), fresh_.end(), no_name),
                 fresh_.end());
  }

  // A word that speaks for one of two skills of a name outweighs a list, in which either could stand. The words around
  // a name do not change, so they are looked for only once.
  std::optional<Accepted> look_around(const Waiting& w, bool for_words) const {
    const Surface& surface = c_.hits.surfaces[w.surface];
    for (const Form& form : compiled_.forms(surface.node)) {
      if (form.kind != FormKind::skill || !spelled_as(w.tokens, form)) continue;
      const SkillId skill = compiled_.skill_of(form);
      if (has_context(w, skill, for_words) || is_announced(w.tokens, form))
        return Accepted{w.tokens, skill, Rule::context};
    }
    if (!w.item) return {};
    for (const Form& form : compiled_.forms(surface.node)) {
      if (form.kind != FormKind::skill) continue;
      const SkillId skill = compiled_.skill_of(form);
      if (vouched_by_list(w, skill, spelled_as(w.tokens, form))) return Accepted{w.tokens, skill, Rule::list};
    }
    return {};
  }

  // "Experience with Airflow": a tool in its own letters behind a phrase that opens names. Not behind "in", where
  // places are named too.
  bool is_announced(TokenSpan span, const Form& form) const {
    if (!form.exact || c_.lexicon.kind(compiled_.skill_of(form)) != SkillKind::tool) return false;
    const auto behind = std::lower_bound(c_.hits.openings.begin(), c_.hits.openings.end(), span.first,
                                         [](const CueHit& cue, std::uint32_t t) { return cue.tokens.first < t; });
    if (behind == c_.hits.openings.begin() || (behind - 1)->tokens.last != span.first) return false;
    return (behind - 1)->cue.is_term(TermPart::opens) && c_.tokens.word(span.first - 1) != "in";
  }

  // "C, Go, R" with nothing sure around: two names written letter for letter, item beside item, of one family, vouch
  // for each other.
  std::optional<Accepted> beside_another(std::size_t i) const {
    const std::optional<SkillId> skill = spelled_item(waiting_[i]);
    if (!skill) return {};
    // Two away, because the "or" between them could itself be a name that waits: the operating room's.
    for (std::size_t j = i - std::min<std::size_t>(i, 2); j < waiting_.size() && j <= i + 2; ++j) {
      const TokenSpan a = waiting_[std::min(i, j)].tokens, b = waiting_[std::max(i, j)].tokens;
      if (b.first < a.last || b.first - a.last != 1 || c_.tokens[a.last].kind == TokenKind::newline) continue;
      const std::optional<SkillId> other = spelled_item(waiting_[j]);
      if (other && are_family(*skill, *other)) return Accepted{waiting_[i].tokens, *skill, Rule::list};
    }
    return {};
  }

  // The skill whose exact spelling stands there as a whole item of a list.
  std::optional<SkillId> spelled_item(const Waiting& w) const {
    if (!is_whole_item(c_.tokens, w.tokens)) return {};
    for (const Form& form : compiled_.forms(c_.hits.surfaces[w.surface].node)) {
      if (form.kind == FormKind::skill && spelled_as(w.tokens, form)) return compiled_.skill_of(form);
    }
    return {};
  }

  bool are_family(SkillId a, SkillId b) const {
    const auto of_a = c_.lexicon.ancestors(a);
    const auto of_b = c_.lexicon.ancestors(b);
    return std::any_of(of_a.begin(), of_a.end(),
                       [&](SkillId group) { return std::binary_search(of_b.begin(), of_b.end(), group); });
  }

  // The tokens a context word may stand in: about a sentence, with the neighbouring lines where lines are short.
  TokenSpan window(TokenSpan span, std::uint32_t at) const {
    const auto& lines = c_.outline.lines;
    TokenSpan reach = lines[at].tokens;
    if (reach.size() <= kShortLine) {
      if (at > 0 && lines[at - 1].section == lines[at].section) reach.first = lines[at - 1].tokens.first;
      if (at + 1 < lines.size() && lines[at + 1].section == lines[at].section) reach.last = lines[at + 1].tokens.last;
    }
    reach.last = std::max(reach.last, span.last);
    return {std::max(reach.first, span.first - std::min(span.first, kWindow)),
            std::min(reach.last, span.last + kWindow)};
  }

  bool has_context(const Waiting& w, SkillId skill, bool for_words) const {
    const TokenSpan heading = c_.outline.sections[c_.outline.lines[w.line].section].heading;
    if (for_words && compiled_.has_contexts(skill)) {
      for (const TokenSpan place : {w.around, heading}) {
        if (has_context_word(c_.searched, skill, place, w.tokens)) return true;
      }
    }
    if (!compiled_.has_groups(skill)) return false;
    const auto groups = compiled_.near_groups(skill);
    return (group_in(w.around, w.tokens, groups) || group_in(heading, w.tokens, groups));
  }

  bool group_in(TokenSpan around, TokenSpan self, std::span<const SkillId> groups) const {
    for (auto near = first_accepted_from(around.first); near != accepted_.end() && near->tokens.first < around.last;
         ++near) {
      if (near->tokens == self) continue;
      for (const SkillId group : groups) {
        if (c_.lexicon.is_a(near->skill, group)) return true;
      }
    }
    return false;
  }

  std::vector<Accepted>::const_iterator first_accepted_from(std::uint32_t token) const {
    return first_not(accepted_, [token](const Accepted& a) { return a.tokens.first < token; });
  }

  bool in_skill_list(std::uint32_t at) const {
    const Line& line = c_.outline.lines[at];
    return c_.outline.sections[line.section].kind == SectionKind::skills || line.kind == LineKind::list;
  }

  // Whether the lexicon has a name that begins with this token, or ends before it.
  bool may_begin_name(std::uint32_t token) const {
    const auto surface = first_surface_from(token);
    return surface != c_.hits.surfaces.end() && surface->tokens.first == token;
  }
  bool may_end_name(std::uint32_t token) const {
    auto surface = first_surface_from(token);
    while (surface != c_.hits.surfaces.begin() && token - (surface - 1)->tokens.first <= kLongName) {
      if ((--surface)->tokens.last == token) return true;
    }
    return false;
  }
  std::vector<Surface>::const_iterator first_surface_from(std::uint32_t token) const {
    return first_not(c_.hits.surfaces, [token](const Surface& s) { return s.tokens.first < token; });
  }

  // A whole item, or one of a short line of names without separators in a section of skills ("java spring cloud"): the
  // words to both sides belong to names too, or to nobody.
  bool is_item(TokenSpan span, std::uint32_t at) const {
    if (is_whole_item(c_.tokens, span)) return true;
    const Line& line = c_.outline.lines[at];
    if (c_.outline.sections[line.section].kind != SectionKind::skills || line.tokens.size() > kBareLine) return false;
    return (span.first == line.tokens.first || may_end_name(span.first)) &&
           (span.last == line.tokens.last || may_begin_name(span.last));
  }

  // "Languages: C, Go, R": for a whole item, a sure skill of the same kind a few items away. In other letters than the
  // exact ones ("python, go, r") only where the document itself says that it lists skills.
  bool vouched_by_list(const Waiting& w, SkillId skill, bool spelled) const {
    const TokenSpan span = w.tokens;
    if (!spelled && (!in_skill_list(w.line) || !begins_small(span))) return false;
    const Line& line = c_.outline.lines[w.line];
    const TokenSpan reach = line.tokens.size() <= kShortLine ? w.around : line.tokens;
    const auto here = first_accepted_from(span.first);
    std::size_t seen = 0;
    for (auto it = here; it != accepted_.begin() && seen < kListReach;) {
      --it;
      ++seen;
      if (it->tokens.first < reach.first) break;
      if (vouches(*it, span, skill, spelled)) return true;
    }
    seen = 0;
    for (auto it = here; it != accepted_.end() && seen < kListReach && it->tokens.first < reach.last; ++it, ++seen) {
      if (it->tokens != span && vouches(*it, span, skill, spelled)) return true;
    }
    return false;
  }

  // A name in other letters than its own ("go") is vouched for by neighbours that are written in small letters too.
  // With a capital among small ones ("sales, San, scheduling") it is the name of something else.
  bool vouches(const Accepted& neighbour, TokenSpan span, SkillId skill, bool spelled) const {
    return is_item(neighbour.tokens, c_.outline.line_of(neighbour.tokens.first)) &&
           c_.lexicon.kind(neighbour.skill) == c_.lexicon.kind(skill) && (spelled || begins_small(neighbour.tokens)) &&
           (!is_scrap(span, skill, spelled) || neighbour.skill == skill || are_family(skill, neighbour.skill));
  }

  // One letter of a tool, a few in small letters, or a tool in other letters than its own ("C" of a licence class, "bi"
  // of bi-weekly, "office"): any list may hold them, so only their family speaks for them.
  bool is_scrap(TokenSpan span, SkillId skill, bool spelled) const {
    const SourceSpan source = c_.tokens.source_span(span);
    const bool tool = c_.lexicon.kind(skill) == SkillKind::tool;
    return spelled ? tool && source.size() == 1 : tool || source.size() <= kScrap;
  }

  bool begins_small(TokenSpan span) const {
    const char initial = c_.document.text[c_.tokens.source_span(span).begin];
    return initial >= 'a' && initial <= 'z';
  }

  const PolicyContext& c_;
  const CompiledLexicon& compiled_;
  std::vector<Accepted> accepted_;
  std::vector<Waiting> waiting_;
  std::vector<Accepted> fresh_;  // what the round accepts
};

}  // namespace

std::vector<Accepted> apply_policy(const PolicyContext& context) {
  return Policy(context).run();
}

}  // namespace skillfit
