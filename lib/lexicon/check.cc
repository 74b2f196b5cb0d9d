// Trusting nothing: every number in a loaded block that some accessor uses as an index is compared with the size of the
// table it points into. The order of lists is not checked, as a wrong order gives wrong answers, never a wrong access.
#include <algorithm>

#include "base/utf8.h"
#include "lexicon/compiled.h"

namespace skillfit {
namespace {

template <class T>
bool fits(std::span<const T> table, Range range) {
  return range.begin <= table.size() && range.count <= table.size() - range.begin;
}

// No place outside is ever read (Tables::text), so what is in question is the text.
bool good_string(const Tables& t, StringAt at) {
  return at.begin < t.chars.size() && is_valid_utf8(t.text(at));
}

bool good_strings(const Tables& t) {
  const auto good = [&t](StringAt at) { return good_string(t, at); };
  return std::all_of(t.strings.begin(), t.strings.end(), good) &&
         std::all_of(t.long_words.begin(), t.long_words.end(), [&](const LongWord& w) { return good(w.text); });
}

template <class T>
bool all_below(std::span<const T> numbers, std::size_t limit) {
  return std::all_of(numbers.begin(), numbers.end(), [limit](T number) { return number < limit; });
}

template <class T, std::size_t kCount>
bool fits(std::span<const T> table, const Lists<kCount>& lists) {
  return std::is_sorted(lists.bounds.begin(), lists.bounds.end()) && lists.bounds.back() <= table.size();
}

bool good_skill(const Tables& t, const SkillRecord& skill) {
  if (!good_string(t, skill.key) || !good_string(t, skill.name) || !good_string(t, skill.file)) return false;
  if (!fits(t.strings, skill.strings) || !fits(t.numbers, skill.numbers) || !fits(t.related, skill.related))
    return false;
  for (const NumberList ids :
       {NumberList::broader, NumberList::ancestors, NumberList::narrower, NumberList::near_groups}) {
    if (!all_below(Tables::slice(t.numbers, skill.list(ids)), t.skills.size())) return false;
  }
  return all_below(Tables::slice(t.numbers, skill.list(NumberList::near_contexts)), t.parameters[0].contexts) &&
         skill.kind <= static_cast<std::uint32_t>(SkillKind::certificate);
}

bool good_related(const Tables& t) {
  constexpr std::uint32_t kMost = 1000;
  return std::all_of(t.related.begin(), t.related.end(),
                     [&t](Related r) { return index(r.skill) < t.skills.size() && r.share <= kMost; });
}

bool good_cues(const Tables& t) {
  constexpr std::array<int, kCueFamilies> kLargest = {
      static_cast<int>(SectionKind::legal), static_cast<int>(Stance::negated), static_cast<int>(DegreeLevel::doctorate),
      0, static_cast<int>(TermPart::never)};
  if (t.cues.size() != t.cue_sources.size()) return false;
  for (std::size_t i = 0; i < t.cues.size(); ++i) {
    const Cue cue = t.cues[i];
    const CueRecord& source = t.cue_sources[i];
    if (cue.family > CueFamily::term || cue.scope > CueScope::list) return false;
    if (cue.value > kLargest[static_cast<std::size_t>(cue.family)]) return false;
    if (!good_string(t, source.label) || !good_string(t, source.file) || !fits(t.strings, source.phrases)) return false;
  }
  return true;
}

bool good_words(const Tables& t) {
  return t.word_keys.size() >= kBucket && t.marks.size() == kMarks && all_below(t.marks, t.word_keys.size() + 1);
}

// A node for no word, for each place of a word and for each edge, and the end.
bool good_trie(const Tables& t) {
  if (t.nodes.size() != t.word_keys.size() + t.edges.size() + 2) return false;
  const auto goes_back = [](Node a, Node b) { return b.edges < a.edges || b.forms < a.forms; };
  return std::adjacent_find(t.nodes.begin(), t.nodes.end(), goes_back) == t.nodes.end() &&
         t.nodes.back().edges == t.edges.size() && t.nodes.back().forms == t.forms.size();
}

bool good_exact(const Tables& t, Exact exact) {
  return exact.skill < t.skills.size() && good_string(t, exact.spelling);
}

bool good_form(const Tables& t, Form form) {
  const std::size_t limit = form.kind == FormKind::context ? t.parameters[0].contexts
                            : form.kind == FormKind::cue   ? t.cues.size()
                            : form.exact                   ? t.exacts.size()
                                                           : t.skills.size();
  return form.target < limit && (form.kind == FormKind::skill || !form.exact);
}

}  // namespace

std::string_view check_tables(const Tables& t) {
  if (t.parameters.size() != 1) return "parameters";
  if (t.filters.size() != 1 || t.near_starts.size() != t.skills.size()) return "filters";
  if (!good_strings(t)) return "strings";
  if (!std::all_of(t.skills.begin(), t.skills.end(), [&t](const SkillRecord& s) { return good_skill(t, s); })) {
    return "skills";
  }
  if (!good_related(t)) return "related skills";
  if (!good_cues(t)) return "cues";
  if (!good_words(t)) return "vocabulary";
  if (!good_trie(t)) return "phrases";
  if (!std::all_of(t.forms.begin(), t.forms.end(), [&t](Form f) { return good_form(t, f); })) return "forms";
  if (!std::all_of(t.exacts.begin(), t.exacts.end(), [&t](Exact e) { return good_exact(t, e); })) return "spellings";
  return {};
}

}  // namespace skillfit
