// What the words of job titles say: which of them name the same job, which name a trade, which stand in any title.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>

namespace skillfit {

// A set of trades, one bit each, in the order of a table. A word may belong to several ("restaurant").
using Trades = std::uint64_t;

// The word that stands for all that name the same job, in the singular: "developers", "programmer" -> "engineer";
// "banking" -> "banker". REQUIRES: folded.
std::string canonical_title_word(std::string_view word);

// "hr" for "human", "resource"; empty if the two are no name of their own. REQUIRES: canonical.
std::string_view joined_title_words(std::string_view first, std::string_view second);

// The trades that a word tells ("chef": kitchen), or none. REQUIRES: canonical.
Trades trades_of(std::string_view word);

// "kitchen", "law": the first of them by name. REQUIRES: not empty.
std::string_view trade_name(Trades trades);

// Whether it is the name of many people as well ("baker"): above a resume's first heading, where names stand, it may be
// one. REQUIRES: canonical.
bool people_are_named(std::string_view word);

// How much a word says about which job it is: 4, or 1 for those that stand in titles of every trade ("manager").
// REQUIRES: canonical.
std::int32_t title_word_weight(std::string_view word);

}  // namespace skillfit
