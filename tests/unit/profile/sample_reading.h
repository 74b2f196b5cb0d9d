// Documents as the stages before would read them, from a notation small enough to see what they contain: profiles are
// tested without depending on how well headings, dates and skills are found.
#pragma once

#include <string>
#include <string_view>

#include "profile/tfidf.h"
#include "sample_lexicon.h"
#include "skillfit/profile.h"

namespace skillfit::testing {

struct Reading {
  Document document;
  Tokens tokens;
  Outline outline;
  Mentions mentions;

  Profile profile(Month as_of = make_month(2024, 12)) const {
    static const Weights kWeights =
        *Weights::parse("#documents\t99\njava\t49\npython\t24\nkotlin\t4\n", "", sample_lexicon());
    return make_profile(document, tokens, outline, mentions, {sample_lexicon(), kWeights, {as_of}});
  }
};

// Line by line:
//   "# skills"       begins that section
//   "title Nurse"    the rest is the document's title
//   "> 2020 2021"    begins a position from January of the first to December of the second year ("2020 now": lasts)
// Elsewhere every key of the sample lexicon is a mention: negated after "no", required after "must", learning after
// "learning", hidden after "hidden"; in a section of skills it stands in a list. Every word in zor- is a term, with a
// stance like a mention's, and listed in a posting's section of skills. "5 years" is a duration; bachelor, master are
// degrees.
class SampleReader {
 public:
  SampleReader(As as, std::string_view text) {
    reading_.document.text = text;
    reading_.tokens = tokenize(normalize(reading_.document.text));
    reading_.outline.as = as;
    reading_.outline.sections.push_back({});
    const Tokens& tokens = reading_.tokens;
    for (std::uint32_t i = 0; i < tokens.size(); ++i) {
      if (tokens[i].kind == TokenKind::newline) continue;
      TokenSpan line{i, i};
      while (line.last < tokens.size() && tokens[line.last].kind != TokenKind::newline) ++line.last;
      read_line(line);
      i = line.last;
    }
  }
  Reading take() {
    reading_.outline.number_lines(reading_.tokens.size());
    return std::move(reading_);
  }

 private:
  void read_line(TokenSpan line) {
    const std::string_view first = reading_.tokens.word(line.first);
    Outline& outline = reading_.outline;
    if (first == "#") {
      outline.sections.push_back({section_called(reading_.tokens.word(line.first + 1)), line, {}});
      position_ = -1;
    }
    outline.lines.push_back({line, static_cast<std::uint32_t>(outline.sections.size() - 1), LineKind::text});
    if (first == "#") return;
    if (first == "title") {
      outline.title = {line.first + 1, line.last};
    } else if (first == ">") {
      read_position(line);
    } else {
      for (std::uint32_t i = line.first; i < line.last; ++i) read_token(i, line);
    }
    if (position_ >= 0) outline.positions.back().tokens.last = line.last;
  }

  static SectionKind section_called(std::string_view name) {
    for (int kind = 0; kind <= static_cast<int>(SectionKind::legal); ++kind) {
      if (section_name(static_cast<SectionKind>(kind)) == name) return static_cast<SectionKind>(kind);
    }
    return SectionKind::other;
  }

  int number(std::uint32_t token) const { return std::stoi(std::string(reading_.tokens.word(token))); }

  void read_position(TokenSpan line) {
    Position position;
    position.section = reading_.outline.sections.back().kind;
    position.begin = make_month(number(line.first + 1), 1);
    if (reading_.tokens.word(line.first + 2) != "now") position.end = make_month(number(line.first + 2), 12);
    position.dates = {line.first + 1, line.first + 3};
    position.title = {line.first + 3, line.last};
    position.tokens = line;
    reading_.outline.positions.push_back(position);
    position_ = static_cast<std::int32_t>(reading_.outline.positions.size()) - 1;
  }

  void read_token(std::uint32_t i, TokenSpan line) {
    const std::string_view word = reading_.tokens.word(i);
    if (word == "years") {
      const std::uint32_t begin = reading_.tokens[i - 1].numeric ? i - 1 : i - 2;  // "5 years", "5+ years"
      reading_.outline.durations.push_back({12 * number(begin), {begin, i + 1}});
    }
    if (word == "bachelor" || word == "master") {
      const DegreeLevel level = word == "master" ? DegreeLevel::master : DegreeLevel::bachelor;
      const bool equivalent = reading_.tokens.word(line.last - 1) == "equivalent";
      reading_.outline.degrees.push_back({level, {i, i + 1}, equivalent});
    }
    if (const auto id = sample_lexicon().find(word)) add_mention(*id, i, line);
    if (word.starts_with("zor")) {
      const SectionKind section = reading_.outline.sections.back().kind;
      const bool listed = reading_.outline.as == As::posting && section == SectionKind::skills;
      reading_.mentions.terms.push_back(
          {reading_.tokens.source_span({i, i + 1}), {i, i + 1}, section, stance_at(i, line), listed});
    }
  }

  void add_mention(SkillId id, std::uint32_t i, TokenSpan line) {
    const Outline& outline = reading_.outline;
    Mention mention;
    mention.skill = id;
    mention.tokens = {i, i + 1};
    mention.span = reading_.tokens.source_span(mention.tokens);
    mention.line = static_cast<std::uint32_t>(outline.lines.size()) - 1;
    mention.position = position_;
    mention.section = outline.sections.back().kind;
    mention.in_list = mention.section == SectionKind::skills;
    mention.hidden = word_before(i, line) == "hidden";
    mention.stance = stance_at(i, line);
    reading_.mentions.mentions.push_back(mention);
  }

  std::string_view word_before(std::uint32_t i, TokenSpan line) const {
    return i > line.first ? reading_.tokens.word(i - 1) : std::string_view();
  }

  Stance stance_at(std::uint32_t i, TokenSpan line) const {
    const std::string_view before = word_before(i, line);
    if (before == "no") return Stance::negated;
    if (before == "must") return Stance::required;
    return before == "learning" ? Stance::learning : default_stance(reading_.outline.sections.back().kind);
  }

  Stance default_stance(SectionKind section) const {
    if (reading_.outline.as == As::resume) return Stance::has;
    if (section == SectionKind::preferred) return Stance::preferred;
    return section == SectionKind::requirements ? Stance::required : Stance::mentioned;
  }

  Reading reading_;
  std::int32_t position_ = -1;
};

inline Reading read_sample(As as, std::string_view text) {
  return SampleReader(as, text).take();
}

}  // namespace skillfit::testing
