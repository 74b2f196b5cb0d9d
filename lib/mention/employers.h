// What an employer is, makes or sells, told in a resume.
#pragma once

#include <cstdint>
#include <utility>
#include <vector>

#include "outline/reading.h"

namespace skillfit {

// Answers for tokens of a resume in ascending order; construct one per document.
class Employers {
 public:
  explicit Employers(const Reading& in) : in_(in) {}

  // Whether the clause around `span` describes a company and not what the author did there: "leading manufacturer of
  // centrifugal pumps", "a firm specializing in audit", "the company provides hosting". Industries somebody worked in
  // ("in a leading insurance company") are no such description.
  bool described_at(TokenSpan span);

  // What begins a description, by what it asks of the name: that something of it is sold, that nobody is meant.
  enum class Form : std::uint8_t { none, any, sold, impersonal };

 private:
  const Reading& in_;
  std::uint32_t seen_ = 0;                             // tokens before it have been looked at
  std::vector<std::pair<std::uint32_t, Form>> forms_;  // where they stand, ascending
};

}  // namespace skillfit
