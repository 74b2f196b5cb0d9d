// Every token is taken for a word first; those that are none are put right afterwards.
#include "mention/prints.h"

#include <array>

#include "lexicon/phrase.h"
#include "mention/boundary.h"

namespace skillfit {
namespace {

std::uint32_t print_of_mark(const Tokens& tokens, std::uint32_t i) {
  // In the order of PhraseRole.
  const std::array<std::uint32_t, 3> prints = {phrase_print(tokens, i), Prints::kSkipped, Prints::kEnds};
  return prints[static_cast<std::size_t>(phrase_role(tokens, i, false))];
}

}  // namespace

Prints::Prints(const Tokens& tokens, const Outline& outline) : prints_(tokens.size() + 2, kEnds) {
  const std::uint32_t size = tokens.size();
  for (std::uint32_t i = 0; i < size; ++i) prints_[i] = tokens.print(i);
  for (const std::uint32_t i : tokens.others()) {
    if (tokens[i].kind != TokenKind::word) prints_[i] = print_of_mark(tokens, i);
  }
  // The newline that only wraps a paragraph or a list is skipped like a hyphen inside a name.
  for (std::size_t i = 0; i + 1 < outline.lines.size(); ++i) {
    const bool wrapped = is_wrapped(tokens, outline, i) || is_wrapped_list(tokens, outline, i);
    if (wrapped) prints_[outline.lines[i].tokens.last] = kSkipped;
  }
  near_.assign(size + kNearTokens, kNoNearByte);
  for (std::uint32_t i = 0; i < size; ++i) near_[i] = prints_[i] < kSkipped ? near_byte(prints_[i]) : kNoNearByte;
}

}  // namespace skillfit
