// Names that the lexicon does not know, read word by word: where each begins and ends, and whether it is one at all.
#pragma once

#include <array>
#include <vector>

#include "mention/policy.h"
#include "outline/reading.h"
#include "skillfit/mention.h"

namespace skillfit {

enum class Wanted : std::uint8_t {
  names,    // written in capitals ("Zuora Billing", "eBay API")
  phrases,  // those first, else short noun phrases ("thermal analysis"), in prose a single noun too
  words,    // items of a list without capitals: a single noun too
  items,    // what a posting's list of skills asks for: also a job, a general noun, a name the policy refused
};

// One per document. What is found has one to four words, overlaps no mention and crosses no line.
class NameReader {
 public:
  // References, so keep them alive. What the lexicon knows is no term, even where the policy refused it: `surfaces`.
  // REQUIRES: both in text order.
  NameReader(const Reading& in, const std::vector<Surface>& surfaces, const std::vector<Accepted>& known)
      : in_(in), surfaces_(surfaces), known_(known) {}

  // "X, Y and Z" from the first token on, as far as names follow each other.
  void read_series(TokenSpan span, Wanted wanted);

  // The same behind a mention: as far as names in capitals stand alone between marks, and to the next mention.
  void read_neighbours(TokenSpan span);

  // "(X, Y)", the bracket being the first token. Two names at least: a single one is the short form of what stands
  // before, or a remark.
  void read_brackets(TokenSpan span);

  // A whole item of a list: one name ("accounts payable").
  void read_item(TokenSpan span, Wanted wanted);

  // True if a noun that names are examples of ("tools") stands at this token.
  bool is_kind(std::uint32_t token) const;

  // True if a mention covers this token.
  bool is_known(std::uint32_t token) const;

  bool has_capital(TokenSpan span) const;

  std::vector<TokenSpan> found;  // in the order of reading; may repeat

 private:
  static constexpr std::size_t kMostPieces = 9;  // of an item, with what is cut off; a longer one is a sentence

  // A word, a compound such as node.js, or a phrase of [term.*]. `plain`: it plays no part, a name may hold it.
  struct Piece {
    TokenSpan tokens;
    bool plain = true;
    TermPart part{};
    bool is(TermPart p) const { return !plain && part == p; }
  };
  // The pieces up to a mark or a word that ends names.
  struct Item {
    std::array<Piece, kMostPieces + 1> pieces;
    std::uint32_t first = 0, last = 0;  // of the pieces
    std::uint32_t end = 0;              // the token where it ended
    bool joined = false;                // a mark or a word such as "and" ended it
    bool known = false;                 // holds a mention
    bool cut = false;                   // something behind it was cut off
    std::uint32_t size() const { return last - first; }
    const Piece& front() const { return pieces[first]; }
    const Piece& back() const { return pieces[last - 1]; }
  };

  Piece piece_at(std::uint32_t first, std::uint32_t limit) const;
  std::uint32_t compound_end(std::uint32_t first, std::uint32_t limit) const;
  bool is_lost_space(std::uint32_t dot) const;
  bool ends_name(const Item& item, const Piece& piece, std::uint32_t limit) const;
  Item next_item(TokenSpan span) const;
  void strip(Item& item) const;
  bool is_small(const Item& item) const;
  bool narrow_to_capitals(Item& item) const;
  bool is_listed(TokenSpan span) const;
  bool is_name(const Item& item, bool small) const;
  bool is_asked(const Item& item) const;
  bool is_placeholder(TokenSpan span) const;
  bool accept(Item& item, Wanted wanted);
  bool settle_half(const Item& item);
  bool may_begin_name(std::uint32_t token) const;
  std::uint32_t after_joins(std::uint32_t first, std::uint32_t limit) const;

  Reading in_;
  const std::vector<Surface>& surfaces_;
  const std::vector<Accepted>& known_;
};

}  // namespace skillfit
