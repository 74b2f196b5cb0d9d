// What the page of a pair and the drill-down of a ranking share.
#pragma once

#include <cstddef>
#include <string>
#include <vector>

#include "report/html_text.h"
#include "report/pair_view.h"

namespace skillfit {

// A pair as a page shows it: its requirements count 1, 2, ... in the order of their contributions.
class PairView {
 public:
  // `texts`: the page holds both texts, and links lead into them.
  PairView(const PairReport& report, bool texts);

  const PairReport& report() const { return report_; }
  const PairLines& lines() const { return lines_; }
  bool texts() const { return texts_; }

  // 0 for what is no requirement or earns nothing.
  int number(std::int32_t requirement) const;
  std::string name(const Contribution& asked) const;

 private:
  const PairReport& report_;
  PairLines lines_;
  bool texts_;
  std::vector<int> numbers_;  // by requirement
};

// Title, path, must-haves, years, degree and confidence as lines of a <dl>.
void write_pair_facts(Html& html, const PairView& view);

// Where the points come from: a row a signal, and their sum.
void write_signals(Html& html, const PairView& view);

// A table of what one of `signals` asks for: how far each requirement is met, its points, why, and the places behind
// it, what is met first; below it the sum.
void write_requirements(Html& html, const PairView& view, const std::vector<SignalId>& signals);

// The gaps [first, last) of those to work on, best gain first, as items of a list.
void write_gaps(Html& html, const PairView& view, std::size_t first, std::size_t last);

// "7 of 9 met".
std::string met_text(const Match& match);

// Whether the posting asks for anything of this kind.
bool is_asked(const Match& match, SignalId signal);

}  // namespace skillfit
