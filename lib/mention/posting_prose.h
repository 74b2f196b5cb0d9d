// What a posting tells in prose, outside the sections that ask: of the job, or of the employer.
#pragma once

#include "mention/addressee.h"
#include "skillfit/outline.h"

namespace skillfit {

// A name, the sentence and the line of the outline it stands in.
struct Told {
  TokenSpan name, sentence;
  std::uint32_t line;
};

// Answers fastest for names in ascending order; construct one per document. Of a resume it says no to everything.
class PostingProse {
 public:
  PostingProse(const Tokens& tokens, const Outline& outline);

  // Some section of the posting says what it requires.
  bool has_requirements() const { return has_requirements_; }

  // Whether the sentence asks for the name, though its section does not: it speaks of the person wanted; where the
  // employer speaks of itself, it says what that person brings, tells a duty or a search.
  bool asks_for(const Told& told);

  // Whether the sentence tells of the employer in a section that asks.
  bool is_story(const Told& told);

  // Whether the text speaks of the employer there: in sections for that, unless the sentence asks for something all the
  // same (whole postings come in one line), and in prose outside the sections that ask that is about anything but the
  // person wanted. `mentioned`: nothing else asks for the name.
  bool is_aside(bool mentioned, const Told& told);

 private:
  SectionKind section_of(std::uint32_t line) const { return outline_.sections[outline_.lines[line].section].kind; }
  bool is_employers(SectionKind kind) const;
  TokenSpan clause_of(const Told& told);
  Addressee addressee_of(TokenSpan clause);

  const Tokens& tokens_;
  const Outline& outline_;
  bool has_requirements_ = false;
  TokenSpan searched_;        // the sentence in which somebody is sought ...
  std::uint32_t search_ = 0;  // ... from this token on
  TokenSpan addressed_;       // what speaks of ...
  Addressee addressee_{};     // ... this one
};

}  // namespace skillfit
