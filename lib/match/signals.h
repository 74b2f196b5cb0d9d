// The table of signals: what a posting can ask for, how much it weighs, and how a resume is judged on it.
#pragma once

#include <span>
#include <vector>

#include "match/budget.h"
#include "match/credit.h"

namespace skillfit {

// How a candidate does on one ask.
struct Verdict {
  Value value = 0;                // 0..kFullValue; kFullValue = met
  Value own = 0;                  // the part not earned by a related skill
  std::optional<SkillId> skill;   // shown for it: the member of any_of that earned most
  std::optional<SkillId> holder;  // the skill of the resume that earned it
};

struct Signal {
  SignalId id;
  std::string_view name;
  std::int32_t weight;                                              // default, relative to the others
  void (*collect)(const Profile& posting, std::vector<Ask>& asks);  // appends what the posting asks for
  Verdict (*judge)(const Ask& ask, const Candidate& candidate);     // monotone in the candidate's evidence
  bool (*is_silent)(const Profile& resume);                         // the resume says nothing on this signal
  std::string_view doc;                                             // one line
};

// In the order of SignalId.
std::span<const Signal, kSignalCount> signals();

inline const Signal& signal_of(const Ask& ask) {
  return signals()[static_cast<std::size_t>(ask.signal)];
}

}  // namespace skillfit
