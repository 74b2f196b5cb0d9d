// Some skills of a lexicon, one bit each: in their order without sorting, and the number of each among them
// (G. Jacobson, "Space-efficient static trees and graphs", FOCS 1989).
#pragma once

#include <bit>
#include <cstdint>
#include <vector>

#include "skillfit/lexicon.h"

namespace skillfit {

class SkillSet {
 public:
  explicit SkillSet(std::uint32_t skills_of_lexicon) : words_(skills_of_lexicon / 64 + 1), before_(words_.size()) {}

  void add(SkillId skill) { words_[index(skill) / 64] |= bit_of(skill); }
  bool has(SkillId skill) const { return (words_[index(skill) / 64] & bit_of(skill)) != 0; }

  // Numbers what was added so far; how many skills that are.
  std::uint32_t number() {
    std::uint32_t count = 0;
    for (std::size_t i = 0; i < words_.size(); ++i) {
      before_[i] = count;
      count += static_cast<std::uint32_t>(std::popcount(words_[i]));
    }
    return count;
  }
  // REQUIRES: the skill was added before number() was called last.
  std::uint32_t number_of(SkillId skill) const {
    const std::size_t word = index(skill) / 64;
    return before_[word] + static_cast<std::uint32_t>(std::popcount(words_[word] & (bit_of(skill) - 1)));
  }

 private:
  static std::uint64_t bit_of(SkillId skill) { return std::uint64_t{1} << index(skill) % 64; }

  std::vector<std::uint64_t> words_;   // a bit a skill
  std::vector<std::uint32_t> before_;  // bits set in the words before
};

}  // namespace skillfit
