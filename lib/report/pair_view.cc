#include "report/pair_view.h"

#include <algorithm>
#include <array>

#include "base/terminal.h"
#include "report/advice.h"
#include "report/words.h"

namespace skillfit {
namespace {

// The longest time in dated positions of any skill that was asked for, or of the one that stands for it.
std::int32_t months_held(const Contribution& asked, const Profile& resume) {
  std::vector<SkillId> skills = asked.any_of;
  if (asked.via) skills.push_back(*asked.via);
  std::int32_t months = 0;
  for (const SkillId skill : skills) {
    if (const SkillEvidence* held = resume.find(skill)) months = std::max(months, held->months);
  }
  return months;
}

bool is_named(const Contribution& asked, const Profile& resume) {
  return std::any_of(asked.any_of.begin(), asked.any_of.end(),
                     [&](SkillId skill) { return resume.find(skill) != nullptr; });
}

const Requirement* requirement_of(const Contribution& asked, const Profile& posting) {
  return asked.requirement < 0 ? nullptr : &posting.requirements[static_cast<std::size_t>(asked.requirement)];
}

// How the resume shows a skill; what is enough for all points is not called too little.
std::string shown_by(const Contribution& asked, const PairReport& report) {
  const bool enough = asked.points == asked.max;
  Grade best = Grade::none;
  for (const Evidence& evidence : asked.resume_evidence) best = std::max(best, evidence.grade);
  const std::int32_t months = months_held(asked, report.resume.profile);
  const Requirement* requirement = requirement_of(asked, report.posting.profile);
  if (best != Grade::none && requirement != nullptr && requirement->months > months) {
    return (months == 0 ? "no dated time" : duration_text(months)) + " of " + duration_text(requirement->months) +
           " asked";
  }
  switch (best) {
    case Grade::position:
      return months > 0 ? duration_text(months, true) + " on the job" : "on the job";
    case Grade::prose:
      return enough ? "described" : "described, but in no dated position";
    case Grade::list:
      return enough ? "listed" : "only listed";
    case Grade::none:
      break;
  }
  return is_named(asked, report.resume.profile) ? "named, but not as something held" : "not in the resume";
}

// "B2, C1 asked": how well a language is spoken, if the resume says so.
std::string level_text(const Contribution& asked, const PairReport& report) {
  const SkillEvidence* held = report.resume.profile.find(*asked.skill);
  const Requirement* requirement = requirement_of(asked, report.posting.profile);
  if (held == nullptr || requirement == nullptr || asked.points == 0) return shown_by(asked, report);
  const bool stated = held->level != LanguageLevel::unstated;
  std::string text = stated ? std::string(language_level_name(held->level)) : "no level stated";
  if (held->level < requirement->level) text += ", " + std::string(language_level_name(requirement->level)) + " asked";
  return text;
}

std::string skill_reason(const Contribution& asked, const PairReport& report) {
  if (!asked.via) {
    const Requirement* requirement = requirement_of(asked, report.posting.profile);
    const std::string_view kind =
        requirement == nullptr ? "skill" : requirement_kind_name(*requirement, report.context.lexicon);
    if (kind == "language") return "language: " + level_text(asked, report);
    if (kind == "field") return "field of study: " + shown_by(asked, report);
    return (kind == "certificate" ? "certificate: " : "") + shown_by(asked, report);
  }
  const std::string via = printable(report.context.lexicon.name(*asked.via));
  if (asked.related_points == 0) return via + ": " + shown_by(asked, report);
  return asked.points == asked.related_points ? "not itself, but " + via : "little itself, but " + via;
}

// How the resume's titles have a word of the posting's: "has", "earlier", "by trade (kitchen)".
std::string share_text(const TitleShare& share) {
  if (share.trade.empty()) return share.earlier ? "earlier" : "has";
  return (share.earlier ? "by earlier trade (" : "by trade (") + std::string(share.trade) + ")";
}

// "; has Cook; by trade (kitchen) Commis, Chef": what the words of the posting's title earn, unless it is everything or
// nothing.
std::string shares_text(const Contribution& asked, const Document& posting) {
  if (asked.points == asked.max) return {};
  std::vector<std::pair<std::string, std::vector<std::string>>> groups;
  for (const TitleShare& share : asked.title) {
    if (share.share == 0) continue;
    const std::string how = share_text(share);
    auto group = std::ranges::find(groups, how, [](const auto& one) { return one.first; });
    if (group == groups.end()) group = groups.insert(group, {how, {}});
    group->second.push_back(printable(share.span.empty() ? share.word : slice(posting.text, share.span)));
  }
  std::string text;
  for (const auto& [how, words] : groups) text += "; " + how + " " + joined(words, ", ");
  return text;
}

std::string title_reason(const Contribution& asked, const PairReport& report) {
  const std::string title = title_text(report.resume);
  const std::string shares = shares_text(asked, report.posting.document);
  if (title.empty()) return shares.empty() ? "the resume names no title" : shares.substr(2);
  const Seniority held = report.resume.profile.seniority, rank = report.posting.profile.seniority;
  const bool differ = rank != Seniority::unstated && held != rank;
  return "resume: " + title + (differ ? " (" + std::string(seniority_name(rank)) + " asked)" : "") + shares;
}

std::string degree_reason(const Profile& resume) {
  if (resume.degree == DegreeLevel::none) return "the resume names no degree";
  return "holds: " + std::string(degree_text(resume.degree));
}

}  // namespace

Cell fulfilment_cell(const Contribution& asked) {
  constexpr std::array<std::string_view, 5> kWords = {"met", "partly", "related", "missing", "silent"};
  constexpr std::array<Style, 5> kStyles = {Style::good, Style::fair, Style::fair, Style::bad, Style::quiet};
  const auto how = static_cast<std::size_t>(fulfilment(asked));
  const bool thin = asked.points > 0 && asked.points < asked.max;
  return {std::string(kWords[how]), thin ? Style::fair : kStyles[how]};
}

std::string reason(const Contribution& asked, const PairReport& report) {
  const Profile& resume = report.resume.profile;
  switch (asked.signal) {
    case SignalId::title:
      return title_reason(asked, report);
    case SignalId::years:
      return resume.has_positions ? duration_text(resume.months) + " in dated positions"
                                  : "the resume dates no position";
    case SignalId::education:
      return degree_reason(resume);
    default:
      return asked.term.empty() ? skill_reason(asked, report) : shown_by(asked, report) + "; not in the lexicon";
  }
}

std::string points_text(Points points, Points max) {
  constexpr std::size_t kWidth = 7;  // "100.000"
  std::string left = thousandths(points), right = thousandths(max);
  left.insert(0, kWidth - std::min(kWidth, left.size()), ' ');
  right.insert(0, kWidth - std::min(kWidth, right.size()), ' ');
  return left + " of " + right;
}

std::vector<SourceSpan> readable_places(const Analysis& posting, std::int32_t requirement,
                                        const std::vector<SourceSpan>& places) {
  if (posting.document.format != Format::posting_file || requirement < 0) return places;
  const Requirement& asked = posting.profile.requirements[static_cast<std::size_t>(requirement)];
  if (asked.sentence.contains(asked.evidence.front())) return {};  // no `text`
  return {asked.sentence};
}

std::string place_text(const Marked& marked) {
  return std::string(marked.name) + ":" + std::to_string(marked.lines.place(marked.span.begin).line);
}

std::string excerpt_text(const Marked& marked, std::size_t width, const Sheet& sheet) {
  const Excerpt words = excerpt(marked.lines, marked.document.text, marked.span, width - 2);
  return words.before + sheet.paint("[" + words.span + "]", Style::strong) + words.after;
}

std::string gap_reason(const Gap& gap) {
  return std::string(gap.stance == Stance::required ? "must-have" : "nice-to-have") + ", " + lack_text(gap) +
         (gap.term.empty() ? "" : "; not in the lexicon");
}

std::string title_gap_text(const PairReport& report) {
  const Gap* gap = title_gap(report.match);
  return gap == nullptr ? "" : "+" + thousandths(gap->gain) + " for the job title. " + advice(*gap, report);
}

std::string related_text(const Gap& gap, const Lexicon& lexicon) {
  std::vector<std::string> held;
  for (const SkillId skill : gap.related_held) held.push_back(printable(lexicon.name(skill)));
  return held.empty() ? "" : "related and held: " + enumerated(held, 3);
}

void write_notes(Sheet& sheet, const std::vector<Note>& notes) {
  if (notes.empty()) return;
  sheet.heading("Notes");
  for (const Note& note : notes) sheet.hanging("  ! ", printable(note.message), Style::fair);
}

std::string what_if_text(const PairReport& report) {
  if (!report.match.what_if) return {};
  const WhatIf& what_if = *report.match.what_if;
  std::vector<std::string> names;
  for (const SkillId skill : what_if.skills) names.push_back(printable(report.context.lexicon.name(skill)));
  return short_score(what_if.score) + " of 100, +" + thousandths(what_if.score - report.match.score.value_or(0)) +
         ", with " + enumerated(names, names.size()) + " in a dated position, for the time asked";
}

void write_what_if(Sheet& sheet, const PairReport& report) {
  const std::string text = what_if_text(report);
  if (!text.empty()) sheet.labelled("What if", text);
}

void write_wordings(Sheet& sheet, const PairReport& report) {
  const std::vector<Wording> found = wordings(report);
  if (found.empty()) return;
  sheet.heading("Counted, but in other words than the posting's");
  for (const Wording& wording : found) sheet.hanging("  ", wording_text(wording));
}

std::string document_text(const Analysis& analysis) {
  const std::string title = title_text(analysis), path = printable(analysis.document.path);
  return title.empty() ? path : title + " (" + path + ")";
}

}  // namespace skillfit
