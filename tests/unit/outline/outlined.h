// A text with its outline, and the outline's parts as strings, for tests.
#pragma once

#include <string>
#include <vector>

#include "base/files.h"
#include "skillfit/outline.h"

namespace skillfit::testing {

// The cues alone: headings and degrees are all that an outline asks of a lexicon.
inline const Lexicon& cue_lexicon() {
  static const Lexicon kLexicon = [] {
    const std::string path = SKILLFIT_SOURCE_DIR "/lexicon/cues.toml";
    return Lexicon::compile({{"cues.toml", read_file(path, std::uint64_t{1} << 30).value()}}).value();
  }();
  return kLexicon;
}

struct Outlined {
  Document document;
  Tokens tokens;
  Outline outline;

  explicit Outlined(std::string text, std::optional<As> as = {}) : Outlined(from_text(std::move(text)), as) {}
  Outlined(Document given, std::optional<As> as)
      : document(std::move(given)),
        tokens(tokenize(normalize(document.text))),
        outline(make_outline(document, tokens, cue_lexicon(), as)) {}

  std::string text(TokenSpan span) const {
    return span.empty() ? std::string() : std::string(slice(document.text, tokens.source_span(span)));
  }

  // "skills|Skills:|Java, Go": kind, heading, body.
  std::vector<std::string> sections() const {
    std::vector<std::string> all;
    for (const Section& section : outline.sections)
      all.push_back(std::string(section_name(section.kind)) + "|" + text(section.heading) + "|" +
                    flat(text(section.tokens)));
    return all;
  }
  // "2018-01..2021-03 experience Data Engineer".
  std::vector<std::string> positions() const {
    std::vector<std::string> all;
    for (const Position& position : outline.positions)
      all.push_back(month(position.begin) + ".." + (position.end ? month(*position.end) : "") + " " +
                    std::string(section_name(position.section)) + " " + text(position.title));
    return all;
  }

  static std::string month(Month month) {
    const int number = month.value % 12 + 1;
    return std::to_string(month.value / 12) + (number < 10 ? "-0" : "-") + std::to_string(number);
  }

 private:
  static Document from_text(std::string text) {
    Document document;
    document.text = std::move(text);
    return document;
  }
  // Line ends as spaces, none at the ends.
  static std::string flat(std::string text) {
    for (char& c : text)
      if (c == '\n') c = ' ';
    const auto first = text.find_first_not_of(' ');
    return first == std::string::npos ? "" : text.substr(first, text.find_last_not_of(' ') - first + 1);
  }
};

}  // namespace skillfit::testing
