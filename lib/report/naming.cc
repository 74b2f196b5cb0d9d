#include "report/naming.h"

#include <algorithm>
#include <array>

#include "base/terminal.h"
#include "report/words.h"
#include "skillfit/report.h"

namespace skillfit {
namespace {

std::string alternatives(const std::vector<SkillId>& any_of, const Lexicon& lexicon) {
  constexpr std::size_t kMost = 4;
  const std::size_t shown = any_of.size() > kMost ? kMost - 1 : any_of.size();
  std::string out;
  for (std::size_t i = 0; i < shown; ++i) {
    if (i > 0) out += i + 1 == any_of.size() ? " or " : ", ";
    out += lexicon.name(any_of[i]);
  }
  if (shown < any_of.size()) out += " or " + std::to_string(any_of.size() - shown) + " others";
  return out;
}

std::string_view bare_name(SignalId signal) {
  switch (signal) {
    case SignalId::title:
      return "the job title";
    case SignalId::years:
      return "years of experience";
    case SignalId::education:
      return "the degree";
    default:
      return signal_label(signal);
  }
}

std::string requirement_name(const Requirement& asked, const Lexicon& lexicon) {
  switch (asked.kind) {
    case RequirementKind::skill:
      return alternatives(asked.any_of, lexicon);
    case RequirementKind::term:
      return {};  // its contribution carries the name
    case RequirementKind::months:
      return duration_text(asked.months) + " of experience";
    case RequirementKind::degree:
      return std::string(degree_text(asked.degree)) +
             (asked.fields.empty() ? "" : " in " + alternatives(asked.fields, lexicon));
    case RequirementKind::title:
      return "the job title";
  }
  return {};
}

std::string missing_text(const Match& match, const Profile& posting, const Lexicon& lexicon) {
  std::vector<std::string> missing, weak;
  for (const Gap& gap : match.gaps) {
    const bool listed = posting.requirements[static_cast<std::size_t>(gap.requirement)].listed;
    if (gap.stance != Stance::required || (!gap.skill && !listed)) continue;
    (gap.weak ? weak : missing).push_back(gap_name(gap, match, &posting, lexicon));
  }
  if (!missing.empty()) return "missing " + enumerated(missing, 3);
  if (!weak.empty()) return "thin on " + enumerated(weak, 3);
  return {};
}

// What a gap falls short of; null if the match does not list it.
const Contribution* asked_by(const Gap& gap, const Match& match) {
  const auto asked = std::find_if(match.contributions.begin(), match.contributions.end(),
                                  [&](const Contribution& c) { return c.requirement == gap.requirement; });
  return asked == match.contributions.end() ? nullptr : &*asked;
}

}  // namespace

std::string_view signal_label(SignalId signal) {
  constexpr std::array<std::string_view, kSignalCount> kLabels = {"Must-haves", "Nice-to-haves", "Skills overall",
                                                                  "Job title",  "Experience",    "Education"};
  return kLabels[static_cast<std::size_t>(signal)];
}

std::string_view degree_text(DegreeLevel level) {
  constexpr std::array<std::string_view, 6> kTexts = {"no degree",         "secondary school", "associate degree",
                                                      "bachelor's degree", "master's degree",  "doctorate"};
  return kTexts[static_cast<std::size_t>(level)];
}

std::string asked_name(const Contribution& asked, const Profile* posting, const Lexicon& lexicon) {
  if (asked.any_of.size() > 1) return alternatives(asked.any_of, lexicon);
  if (asked.skill) return std::string(lexicon.name(*asked.skill));
  if (!asked.term.empty()) return asked.term;
  if (posting == nullptr || asked.requirement < 0) return std::string(bare_name(asked.signal));
  return requirement_name(posting->requirements[static_cast<std::size_t>(asked.requirement)], lexicon);
}

std::string gap_name(const Gap& gap, const Match& match, const Profile* posting, const Lexicon& lexicon) {
  if (const Contribution* asked = asked_by(gap, match)) return asked_name(*asked, posting, lexicon);
  if (!gap.term.empty()) return gap.term;
  return gap.skill ? std::string(lexicon.name(*gap.skill)) : "a requirement";
}

std::vector<const Contribution*> top_strengths(const Match& match, std::size_t limit) {
  std::vector<const Contribution*> strengths;
  for (const Contribution& c : match.contributions) {
    if ((c.skill || !c.term.empty()) && c.requirement >= 0 && c.points > 0) strengths.push_back(&c);
  }
  std::stable_sort(strengths.begin(), strengths.end(),
                   [](const Contribution* a, const Contribution* b) { return a->points > b->points; });
  if (strengths.size() > limit) strengths.resize(limit);
  return strengths;
}

std::vector<const Gap*> top_gaps(const Match& match, std::size_t limit) {
  std::vector<const Gap*> gaps;
  const Gap* title = title_gap(match);
  for (const Gap& gap : match.gaps) {
    if (&gap != title && gaps.size() < limit) gaps.push_back(&gap);
  }
  return gaps;
}

std::vector<const Gap*> gaps_to_close(const Match& match) {
  return top_gaps(match, match.gaps.size());
}

const Gap* title_gap(const Match& match) {
  const auto found = std::ranges::find_if(match.gaps, [&](const Gap& gap) {
    const Contribution* asked = asked_by(gap, match);
    return asked != nullptr && asked->signal == SignalId::title;
  });
  return found == match.gaps.end() ? nullptr : &*found;
}

Fulfilment fulfilment(const Contribution& asked) {
  if (asked.points == asked.max) return Fulfilment::met;
  const bool named = asked.skill || !asked.term.empty();
  if (asked.points == 0) return asked.unknown && !named ? Fulfilment::silent : Fulfilment::missing;
  if (!named) return Fulfilment::partly;
  return asked.points > asked.related_points ? Fulfilment::met : Fulfilment::related;
}

std::string why(const Match& match, const Profile& resume, const Profile& posting, const Lexicon& lexicon) {
  const std::string total = std::to_string(match.required_total);
  std::string out = "Meets " + std::to_string(match.required_met) + " of " + counted(match.required_total, "must-have");
  if (match.required_total == 0) out = "The posting names no must-haves";
  if (match.required_total > 1 && match.required_met == match.required_total)
    out = "Meets all " + total + " must-haves";
  if (match.required_total > 1 && match.required_met == 0) out = "Meets none of the " + total + " must-haves";
  if (const std::string missing = missing_text(match, posting, lexicon); !missing.empty()) out += "; " + missing;
  out += resume.has_positions ? "; " + duration_text(resume.months, true) + " of dated experience."
                              : "; no dated experience.";
  return out;
}

std::string title_text(const Analysis& analysis) {
  const std::string title = printable(slice(analysis.document.text, analysis.profile.title));
  return joined(wrap(title, std::max<std::size_t>(title.size(), 1)), " ");
}

std::vector<Note> notes_of(const Match& match, const Profile& resume, const Profile& posting) {
  std::vector<Note> notes;
  if (resume.seniority != Seniority::unstated && posting.seniority != Seniority::unstated &&
      resume.seniority != posting.seniority) {
    notes.push_back({"seniority",
                     "the posting's title says " + std::string(seniority_name(posting.seniority)) +
                         ", the resume's says " + std::string(seniority_name(resume.seniority)),
                     {}});
  }
  for (const std::vector<Note>* some : {&match.notes, &resume.notes, &posting.notes}) {
    for (const Note& note : *some) {
      if (std::find(notes.begin(), notes.end(), note) == notes.end()) notes.push_back(note);
    }
  }
  return notes;
}

std::string common_folder(const std::vector<Row>& rows) {
  if (rows.size() < 2) return {};
  std::string_view common = rows.front().input.path;
  for (const Row& row : rows) {
    const std::string_view path = row.input.path;
    const std::size_t most = std::min(common.size(), path.size());
    const auto differ = std::mismatch(common.begin(), common.begin() + static_cast<std::ptrdiff_t>(most), path.begin());
    common = common.substr(0, static_cast<std::size_t>(differ.first - common.begin()));
  }
  return std::string(common.substr(0, common.find_last_of('/') + 1));
}

SectionKind section_at(const Analysis& analysis, std::uint32_t offset) {
  SectionKind kind = SectionKind::other;
  for (const Section& section : analysis.outline.sections) {
    const TokenSpan first = section.heading.empty() ? section.tokens : section.heading;
    if (first.empty()) continue;
    if (analysis.tokens.source_span({first.first, first.first + 1}).begin > offset) break;
    kind = section.kind;
  }
  return kind;
}

}  // namespace skillfit
