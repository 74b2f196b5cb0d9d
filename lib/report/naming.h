// What people call the things of a match: the requirements, and why a score is what it is.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "skillfit/engine.h"

namespace skillfit {

// "Must-haves", "Nice-to-haves", "Job title" ...
std::string_view signal_label(SignalId signal);

// "bachelor's degree".
std::string_view degree_text(DegreeLevel level);

// "Go", "Java or Kotlin", "5 years of experience", "bachelor's degree", "the job title". `posting` may be null (then
// what is no skill goes by its signal alone).
std::string asked_name(const Contribution& asked, const Profile* posting, const Lexicon& lexicon);
std::string gap_name(const Gap& gap, const Match& match, const Profile* posting, const Lexicon& lexicon);

// Skill requirements that earned points, most points first, ties in posting order; at most `limit`.
std::vector<const Contribution*> top_strengths(const Match& match, std::size_t limit);

// The gaps to work on, best gain first: all but the job title, which nobody can add; at most `limit`.
std::vector<const Gap*> top_gaps(const Match& match, std::size_t limit);
std::vector<const Gap*> gaps_to_close(const Match& match);  // all of them
const Gap* title_gap(const Match& match);                   // null if there is none

// How far a requirement is met. A skill counts as met, here as in Match::required_met, if the resume itself shows it,
// however thinly: the points say how well.
enum class Fulfilment { met, partly, related /* only by a neighbour */, missing, silent /* the resume says nothing */ };
Fulfilment fulfilment(const Contribution& asked);

// "Meets 7 of 9 must-haves; missing Kubernetes and Kafka; 6 years of dated experience."
std::string why(const Match& match, const Profile& resume, const Profile& posting, const Lexicon& lexicon);

// The text of the title, printable, its words one space apart; empty if none was found.
std::string title_text(const Analysis& analysis);

// What a reader of the result must be told, of the match and of both documents; each thing once.
std::vector<Note> notes_of(const Match& match, const Profile& resume, const Profile& posting);

// The folder, with its slash, that the paths of all rows begin with; empty for a single row.
std::string common_folder(const std::vector<Row>& rows);

// The section that holds a byte of the document.
SectionKind section_at(const Analysis& analysis, std::uint32_t offset);

}  // namespace skillfit
