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

bool good_string(const Tables& t, StringRef ref) {
  return ref.begin <= t.chars.size() && ref.size <= t.chars.size() - ref.begin && is_valid_utf8(t.text(ref));
}

bool good_strings(const Tables& t) {
  const auto good = [&t](StringRef ref) { return good_string(t, ref); };
  return std::all_of(t.strings.begin(), t.strings.end(), good) &&
         std::all_of(t.long_words.begin(), t.long_words.end(), [&](const LongWord& w) { return good(w.text); }) &&
         std::all_of(t.spellings.begin(), t.spellings.end(), good);
}

template <class T>
bool all_below(std::span<const T> numbers, std::size_t limit) {
  return std::all_of(numbers.begin(), numbers.end(), [limit](T number) { return number < limit; });
}

bool good_numbers(const Tables& t, Range range, std::size_t limit) {
  return fits(t.numbers, range) && all_below(Tables::slice(t.numbers, range), limit);
}

bool good_skill(const Tables& t, const SkillRecord& skill) {
  const bool strings = good_string(t, skill.key) && good_string(t, skill.name) && good_string(t, skill.file);
  const bool lists = std::all_of(skill.lists.begin(), skill.lists.end(), [&t](Range r) { return fits(t.strings, r); });
  const std::size_t skills = t.skills.size();
  const bool ids = good_numbers(t, skill.broader, skills) && good_numbers(t, skill.ancestors, skills) &&
                   good_numbers(t, skill.narrower, skills) && good_numbers(t, skill.near_groups, skills) &&
                   good_numbers(t, skill.near_contexts, t.parameters[0].contexts);
  return strings && lists && ids && skill.kind <= static_cast<std::uint32_t>(SkillKind::certificate) &&
         fits(t.related, skill.related) && fits(t.related_sources, skill.related_source);
}

bool good_related(const Tables& t) {
  constexpr std::uint32_t kMost = 1000;
  return std::all_of(t.related.begin(), t.related.end(),
                     [&t](Related r) { return index(r.skill) < t.skills.size() && r.share <= kMost; }) &&
         std::all_of(t.related_sources.begin(), t.related_sources.end(),
                     [&t](const RelatedSource& r) { return good_string(t, r.key) && r.share <= kMost; });
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
  return !t.word_keys.empty() && t.starts.size() == t.word_keys.size() + 1 && t.marks.size() == kMarks &&
         all_below(t.marks, t.starts.size());
}

bool good_trie(const Tables& t) {
  if (t.node_forms.size() < 2 || t.node_forms.back() != t.forms.size()) return false;
  if (t.edge_keys.size() < kBucket<std::uint64_t> || t.edge_nodes.size() != t.edge_keys.size() + 1) return false;
  const std::size_t nodes = t.node_forms.size() - 1;
  return std::is_sorted(t.node_forms.begin(), t.node_forms.end()) && all_below(t.starts, nodes) &&
         all_below(t.edge_nodes, nodes);
}

bool good_form(const Tables& t, const Form& form) {
  const std::size_t limit = form.kind == FormKind::context ? t.parameters[0].contexts
                            : form.kind == FormKind::cue   ? t.cues.size()
                                                           : t.skills.size();
  return form.target < limit && (!form.exact || form.spelling < t.spellings.size());
}

}  // namespace

std::string_view check_tables(const Tables& t) {
  if (t.parameters.size() != 1) return "parameters";
  if (t.filters.size() != 1) return "filters";
  if (!good_strings(t)) return "strings";
  if (!std::all_of(t.skills.begin(), t.skills.end(), [&t](const SkillRecord& s) { return good_skill(t, s); })) {
    return "skills";
  }
  if (!good_related(t)) return "related skills";
  if (!good_cues(t)) return "cues";
  if (!good_words(t)) return "vocabulary";
  if (!good_trie(t)) return "phrases";
  if (!std::all_of(t.forms.begin(), t.forms.end(), [&t](const Form& f) { return good_form(t, f); })) return "forms";
  return {};
}

}  // namespace skillfit
