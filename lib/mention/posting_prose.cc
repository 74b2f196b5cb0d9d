// Sentences are short and few hold a name, so each is read when it is asked for; the last one is remembered.
#include "mention/posting_prose.h"

#include "mention/duties.h"

namespace skillfit {
namespace {

constexpr std::uint32_t kShortestSentence = 8;  // tokens; fewer are an item or a label, and ask by standing there

// Sections of a posting in which a name is asked for, or expressly not, by standing there.
bool asks(SectionKind kind) {
  switch (kind) {
    case SectionKind::requirements:
    case SectionKind::responsibilities:
    case SectionKind::preferred:
    case SectionKind::unneeded:
    case SectionKind::skills:
    case SectionKind::certificates:
    case SectionKind::languages:
    case SectionKind::education:
      return true;
    default:
      return false;
  }
}

}  // namespace

PostingProse::PostingProse(const Tokens& tokens, const Outline& outline) : tokens_(tokens), outline_(outline) {
  for (const Section& section : outline.sections) {
    const bool says = section.kind == SectionKind::requirements || section.kind == SectionKind::skills;
    if (says && section.tokens.size() > 0) has_requirements_ = true;
  }
}

// What the employer offers, is and must say: a posting's sections that name fields without asking for them.
bool PostingProse::is_employers(SectionKind kind) const {
  return kind == SectionKind::benefits || kind == SectionKind::legal || kind == SectionKind::contact ||
         (kind == SectionKind::about && has_requirements_);
}

// The part of the sentence that speaks of one: "The oldest mill in town | seeks a baker."
TokenSpan PostingProse::clause_of(const Told& told) {
  const TokenSpan sentence = told.sentence;
  if (searched_ != sentence) {
    searched_ = sentence;
    search_ = search_in(tokens_, sentence);
  }
  return told.name.first < search_ ? TokenSpan{sentence.first, search_} : TokenSpan{search_, sentence.last};
}

Addressee PostingProse::addressee_of(TokenSpan clause) {
  if (addressed_ != clause) {
    addressed_ = clause;
    addressee_ = addressee(tokens_, clause, clause.first == search_);
  }
  return addressee_;
}

bool PostingProse::asks_for(const Told& told) {
  const SectionKind kind = section_of(told.line);
  const bool never = asks(kind) || kind == SectionKind::legal || kind == SectionKind::contact;
  if (outline_.as == As::resume || never) return false;
  const TokenSpan clause = clause_of(told);
  if (kind != SectionKind::about && kind != SectionKind::benefits) return addressee_of(clause) != Addressee::nobody;
  return addressee_of(clause) == Addressee::demand || tells_duty(tokens_, clause) || clause.first == search_;
}

bool PostingProse::is_story(const Told& told) {
  const SectionKind kind = section_of(told.line);
  if (outline_.as == As::resume || !asks(kind) || outline_.lines[told.line].kind != LineKind::text) return false;
  if (!tells_of_employer(tokens_, told.sentence)) return false;
  const TokenSpan clause = clause_of(told);
  return clause.size() >= kShortestSentence && addressee_of(clause) == Addressee::nobody;
}

bool PostingProse::is_aside(bool mentioned, const Told& told) {
  const SectionKind kind = section_of(told.line);
  if (outline_.as == As::resume) return false;
  if (asks(kind)) return mentioned && is_story(told);
  const bool section = mentioned && is_employers(kind);
  const bool prose = outline_.lines[told.line].kind == LineKind::text && clause_of(told).size() >= kShortestSentence;
  if (!section && !prose) return false;
  const Addressee whom = addressee_of(clause_of(told));
  return (section && whom != Addressee::demand) || (prose && whom == Addressee::nobody);
}

}  // namespace skillfit
