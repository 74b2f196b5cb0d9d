// Reads a text with a lexicon and says what was found, in a form that tables of cases can compare.
#pragma once

#include <string>

#include "skillfit/mention.h"

namespace skillfit::testing {

struct Reading {
  Document document;
  Tokens tokens;
  Outline outline;
  Mentions mentions;
};

inline Reading read(std::string text, const Lexicon& lexicon, As as) {
  Reading r;
  r.document.text = std::move(text);
  r.tokens = tokenize(normalize(r.document.text));
  r.outline = make_outline(r.document, r.tokens, lexicon, as);
  r.mentions = find_mentions(r.document, r.tokens, r.outline, lexicon);
  return r;
}

// "surface=key surface=key ..." in text order.
inline std::string surfaces(const Reading& r, const Lexicon& lexicon) {
  std::string out;
  for (const Mention& m : r.mentions.mentions) {
    out += (out.empty() ? "" : " ") + std::string(slice(r.document.text, m.span)) + "=" +
           std::string(lexicon.key(m.skill));
  }
  return out;
}

// "key:stance key:stance ..." in text order.
inline std::string stances(const Reading& r, const Lexicon& lexicon) {
  std::string out;
  for (const Mention& m : r.mentions.mentions) {
    out += (out.empty() ? "" : " ") + std::string(lexicon.key(m.skill)) + ":" + std::string(stance_name(m.stance));
  }
  return out;
}

}  // namespace skillfit::testing
