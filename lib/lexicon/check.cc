// Trusting nothing: every number in a loaded block that some accessor uses as an index is compared with the size of the
// table it points into. The order of lists is not checked, as a wrong order gives wrong answers, never a wrong access.
#include <algorithm>

#include "base/utf8.h"
#include "lexicon/archive.h"

namespace skillfit {
namespace {

// No place outside is ever read (Tables::text), so what is in question is the text.
bool good_string(const Tables& t, StringAt at) {
  return at.begin < t.chars.size() && is_valid_utf8(t.text(at));
}

bool good_archive(const Tables& t) {
  const std::optional<std::string> text = unpack({t.archive.data(), t.archive.size()}, t.parameters[0].archive_bytes);
  if (!text || (!text->empty() && text->back() != kEndOfRecord)) return false;
  const std::vector<std::string_view> records = records_of(*text);
  if (records.size() != t.skills.size() + t.cues.size()) return false;
  for (std::size_t i = 0; i < records.size(); ++i) {
    SkillSource skill;
    CueSource cue;
    if (!(i < t.skills.size() ? read_record(records[i], skill) : read_record(records[i], cue))) return false;
  }
  return true;
}

template <class T>
bool all_below(std::span<const T> numbers, std::size_t limit) {
  return std::all_of(numbers.begin(), numbers.end(), [limit](T number) { return number < limit; });
}

// Whether `at` says where each of so many lists begins in a table of this size.
bool good_lists(std::span<const std::uint32_t> at, std::size_t lists, std::size_t size) {
  return at.size() == lists + 1 && std::is_sorted(at.begin(), at.end()) && at.back() <= size;
}

// REQUIRES: good lists of numbers.
bool good_skill(const Tables& t, std::uint32_t id) {
  const SkillRecord& skill = t.skills[id];
  if (!good_string(t, skill.key) || !good_string(t, {skill.name})) return false;
  for (const NumberList ids :
       {NumberList::broader, NumberList::ancestors, NumberList::narrower, NumberList::near_groups}) {
    if (!all_below(t.numbers_of(SkillId{id}, ids), t.skills.size())) return false;
  }
  return all_below(t.numbers_of(SkillId{id}, NumberList::near_contexts), t.parameters[0].contexts) &&
         skill.kind <= static_cast<std::uint32_t>(SkillKind::certificate);
}

bool good_skills(const Tables& t) {
  if (!good_lists(t.numbers_at, t.skills.size() * kNumberLists, t.numbers.size())) return false;
  for (std::uint32_t id = 0; id < t.skills.size(); ++id) {
    if (!good_skill(t, id)) return false;
  }
  return true;
}

bool good_related(const Tables& t) {
  constexpr std::uint32_t kMost = 1000;
  return good_lists(t.related_at, t.skills.size(), t.related.size()) &&
         std::all_of(t.related.begin(), t.related.end(),
                     [&t](Related r) { return index(r.skill) < t.skills.size() && r.share <= kMost; });
}

bool good_cues(const Tables& t) {
  constexpr std::array<int, kCueFamilies> kLargest = {
      static_cast<int>(SectionKind::legal), static_cast<int>(Stance::negated), static_cast<int>(DegreeLevel::doctorate),
      0, static_cast<int>(TermPart::never)};
  return std::all_of(t.cues.begin(), t.cues.end(), [&kLargest](Cue cue) {
    return cue.family <= CueFamily::term && cue.scope <= CueScope::list &&
           cue.value <= kLargest[static_cast<std::size_t>(cue.family)];
  });
}

bool good_words(const Tables& t) {
  return !t.words.empty() && !t.word_pilots.empty() && t.marks.size() == kMarks &&
         all_below(t.marks, t.words.size() + 1) &&
         std::all_of(t.huge_words.begin(), t.huge_words.end(),
                     [&t](const HugeWord& word) { return good_string(t, word.text); });
}

bool good_exact(const Tables& t, Exact exact) {
  return exact.skill < t.skills.size() && good_string(t, exact.spelling);
}

bool good_form(const Tables& t, Form form) {
  const std::size_t limit = form.kind == FormKind::context ? t.parameters[0].contexts
                            : form.kind == FormKind::cue   ? t.cues.size()
                            : form.exact                   ? t.exacts.size()
                                                           : t.skills.size();
  return form.kind <= FormKind::cue && form.target < limit && (form.kind == FormKind::skill || !form.exact);
}

// A node for no word, one for each place of a word, and those that edges lead to.
bool good_trie(const Tables& t) {
  if (t.nodes.size() <= t.words.size() || t.edges.empty() || t.edge_pilots.empty() || t.forms_at.empty()) return false;
  const auto good_node = [&t](Node node) {
    return node.kind == FormKind::several ? node.target < t.forms_at.size() - 1 : good_form(t, node);
  };
  return std::is_sorted(t.forms_at.begin(), t.forms_at.end()) && t.forms_at.back() == t.forms.size() &&
         std::all_of(t.edges.begin(), t.edges.end(), [&t](const Edge& edge) { return edge.to < t.nodes.size(); }) &&
         std::all_of(t.nodes.begin(), t.nodes.end(), good_node);
}

}  // namespace

std::string_view check_tables(const Tables& t) {
  if (t.parameters.size() != 1) return "parameters";
  if (t.filters.size() != 1 || t.near_starts.size() != t.skills.size()) return "filters";
  if (!good_archive(t)) return "archive";
  if (!good_skills(t)) return "skills";
  if (!good_related(t)) return "related skills";
  if (!good_cues(t)) return "cues";
  if (!good_words(t)) return "vocabulary";
  if (!good_trie(t)) return "phrases";
  if (!std::all_of(t.forms.begin(), t.forms.end(), [&t](Form f) { return good_form(t, f); })) return "forms";
  if (!std::all_of(t.exacts.begin(), t.exacts.end(), [&t](Exact e) { return good_exact(t, e); })) return "spellings";
  return {};
}

}  // namespace skillfit
