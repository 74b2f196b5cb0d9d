// Stance: what the text around a mention says about the skill.
#pragma once

#include <optional>
#include <vector>

#include "mention/posting_prose.h"
#include "mention/scan.h"
#include "skillfit/mention.h"

namespace skillfit {

// Whether the text speaks of the employer there and not of the job, and then what names no skill.
enum class Aside : std::uint8_t { no, fields, everything };

// What the text says about a mention.
struct Standing {
  Stance stance;
  Aside aside;
};

// Answers for tokens in ascending order; construct one per document.
class StanceFinder {
 public:
  StanceFinder(const Document& document, const Tokens& tokens, const Outline& outline, const std::vector<CueHit>& cues);

  // How what stands at `span`, inside outline line `line`, is meant.
  Standing at(TokenSpan span, std::uint32_t line);

 private:
  // What a phrase says, and of what.
  struct Voice {
    Stance says;
    CueScope scope;
  };
  // What the phrases so far say of one mention.
  struct Hearing {
    Stance from_above, nearest;                            // of the section or lead-in; of the nearest phrase
    std::uint32_t distance = 1u << 20, clause = 1u << 20;  // of that phrase; where another one opens a clause behind
    std::uint32_t wish = 0;                                // behind the last "preferably" before the mention, 0 = none
    bool opened = false;                                   // the nearest is a phrase such as "expertise in"
  };

  std::optional<Voice> voice_of(const CueHit& cue, TokenSpan item) const;
  void hear(const CueHit& cue, TokenSpan span, TokenSpan item, Hearing& heard) const;
  bool opens_clause(TokenSpan cue, TokenSpan item) const;
  bool asks_in_vain(const CueHit& cue, Stance from_above) const;
  std::uint32_t negation_reach(TokenSpan cue) const;
  Stance behind_items(Stance of_items) const;
  Stance by_section(std::uint32_t line) const;
  void pass_items(std::uint32_t line);
  bool goes_on(std::uint32_t line) const;
  Stance by_lead_in(std::uint32_t line);
  bool runs_on(std::uint32_t line) const;
  TokenSpan paragraph_of(std::uint32_t line) const;
  TokenSpan sentence_around(TokenSpan span, std::uint32_t line);
  TokenSpan item_of(TokenSpan span, TokenSpan sentence);
  bool fits(Stance stance) const;
  bool leads_in(TokenSpan cue) const;
  std::uint32_t opens_item(TokenSpan cue, TokenSpan span) const;
  bool begins_item(std::uint32_t word) const;
  bool is_attribute(TokenSpan cue) const;
  bool is_one_clause(TokenSpan between) const;
  bool is_one_breath(TokenSpan between) const;
  bool softens(std::uint32_t cue, TokenSpan name, std::uint32_t away) const;
  CueScope scope_of(const CueHit& cue, TokenSpan sentence) const;

  const Document& document_;
  const Tokens& tokens_;
  const Outline& outline_;
  const std::vector<CueHit>& cues_;
  std::uint32_t width_ = 0;                          // bytes of the longest line
  TokenSpan sentence_;                               // the last one looked up
  TokenSpan itemized_, item_;                        // the last sentence looked into, and its item
  std::vector<std::uint32_t>::const_iterator mark_;  // no mark before it is behind the last span
  std::vector<CueHit>::const_iterator cues_from_;    // the first cue that may stand in it
  PostingProse prose_;
  enum class Items { none, above, over, person } items_ = Items::none;  // of the section, seen from lead_in_line_
  std::uint32_t lead_in_line_ = 0;                                      // lines before it have been seen
  int lead_in_stance_ = -1;     // of the lead-in that governs lead_in_line_, -1 = none
  bool lead_in_alone_ = false;  // it is a line of its own
};

}  // namespace skillfit
