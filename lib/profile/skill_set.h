// The skills that a document names, one bit each: in their order without sorting, and the number of each among them
// (G. Jacobson, "Space-efficient static trees and graphs", FOCS 1989).
#pragma once

#include <bit>
#include <cstdint>
#include <vector>

#include "skillfit/lexicon.h"

namespace skillfit {

class SkillSet {
 public:
  explicit SkillSet(std::uint32_t skills_of_lexicon) : words_(skills_of_lexicon / 64 + 1) {}

  void add(SkillId skill) { words_[index(skill) / 64].bits |= bit_of(skill); }

  // Numbers what was added so far; how many skills that are.
  std::uint32_t number() {
    std::uint32_t count = 0;
    for (Word& word : words_) {
      word.before = count;
      count += static_cast<std::uint32_t>(std::popcount(word.bits));
    }
    return count;
  }
  // REQUIRES: the skill was added before number() was called last.
  std::uint32_t number_of(SkillId skill) const {
    const Word& word = words_[index(skill) / 64];
    return word.before + static_cast<std::uint32_t>(std::popcount(word.bits & (bit_of(skill) - 1)));
  }

 private:
  struct Word {
    std::uint64_t bits = 0;
    std::uint32_t before = 0;  // bits set in the words before
  };
  static std::uint64_t bit_of(SkillId skill) { return std::uint64_t{1} << index(skill) % 64; }

  std::vector<Word> words_;
};

}  // namespace skillfit
