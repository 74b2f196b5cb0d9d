// Clauses: how far words govern the names around them, told by the marks and words between. Cue phrases say what is
// meant, stance.h puts both together.
#pragma once

#include "mention/scan.h"
#include "skillfit/mention.h"

namespace skillfit {

// The ASCII character of a mark, ' ' for a word.
inline char mark_at(const Tokens& tokens, std::uint32_t i) {
  return tokens[i].kind == TokenKind::word ? ' ' : tokens[i].symbol();
}

// The first letter is A to Z in `text`, which is Document::text.
bool is_capital(std::string_view text, const Tokens& tokens, std::uint32_t i);

// Whether what a bracket says stays in it: "Bash (preferably zsh), Perl", unless it says nothing else: "Bash (is
// preferred)". `cue` stands in the bracket, or a name `span` does.
bool stays_in_brackets(const Tokens& tokens, TokenSpan cue, TokenSpan span, std::uint32_t sentence);

// Whether the tokens are names side by side, which one "is a plus" behind them can speak of however many they are.
bool is_series(const Tokens& tokens, TokenSpan span);

// Where the part of `sentence` begins that "is a plus" at `cue` speaks of: behind a colon, behind the comma that ends
// something whole ("SQL skills, R a plus", "a degree, PhD desired"), and alone in brackets behind the item before.
std::uint32_t begin_of_subject(const Tokens& tokens, TokenSpan cue, std::uint32_t sentence);

// Whether examples of what stands before `cue` begin behind it and go on to `name`: "cloud a plus, e.g. AWS, GCP",
// "cloud preferred (AWS, GCP)".
bool gives_examples(const Tokens& tokens, TokenSpan cue, std::uint32_t name);

// The item around `span` in a sentence that is a list without line ends: "SQL skills Java required- Word -Excel".
TokenSpan item_around(std::string_view text, const Tokens& tokens, TokenSpan sentence, TokenSpan span);

}  // namespace skillfit
