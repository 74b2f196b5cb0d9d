// Time worked: overlapping positions count once, so months are the size of a union of intervals.
#include <algorithm>

#include "profile/parts.h"

namespace skillfit {

std::vector<Interval> work_intervals(const Outline& outline, Month as_of) {
  std::vector<Interval> intervals;
  intervals.reserve(outline.positions.size());
  for (const Position& position : outline.positions) {
    const Interval worked{position.begin, std::min(position.end.value_or(as_of), as_of)};
    const Interval nothing{position.begin, {position.begin.value - 1}};
    intervals.push_back(is_work(position.section) ? worked : nothing);
  }
  return intervals;
}

std::int32_t covered_months(std::span<Interval> intervals) {
  std::sort(intervals.begin(), intervals.end(), [](Interval a, Interval b) { return a.begin < b.begin; });
  std::int32_t months = 0;
  std::int32_t done = 0;  // every month before this one is counted
  for (const Interval& interval : intervals) {
    const std::int32_t begin = std::max(interval.begin.value, done);
    const std::int32_t end = interval.end.value + 1;
    if (end <= begin) continue;
    months += end - begin;
    done = end;
  }
  return months;
}

}  // namespace skillfit
