// The tables of a compiled lexicon, as they lie in its block of bytes.
//
// A block is a header, then one section a table, each aligned to a cache line, in the order of for_each_table().
// Little endian, no pointers, no padding with a meaning: the block can be embedded, mapped or sent as it is.
#pragma once

#include <algorithm>
#include <array>
#include <bit>
#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>

#include "lexicon/hash.h"
#include "skillfit/lexicon.h"

namespace skillfit {

static_assert(std::endian::native == std::endian::little, "compiled lexicons are little endian");

using WordId = std::uint32_t;  // 0 = no phrase contains this word
using NodeId = std::uint32_t;  // 0 = no node
inline constexpr WordId kNoWord = 0;
inline constexpr NodeId kNoNode = 0;

enum class FormKind : std::uint8_t { skill, veto, context, cue, several /* or none: of a node only */ };

// What a complete path means. A node can hold several (two skills that share initials; a context word that is a skill).
struct Form {
  FormKind kind : 3;
  bool exact : 1;             // skill: the source bytes must equal a spelling
  bool guarded : 1;           // skill: counts only with context, however it is spelled
  bool names : 1;             // it is a skill or a veto; several: one of them is
  bool walked : 1;            // it is a cue with Cue::is_walked(); several: one of them is
  std::uint32_t target : 25;  // skill: SkillId, or if exact an index into exacts; veto: SkillId; context: context
                              // number; cue: index into cues; several: index into forms_at
};
static_assert(sizeof(Form) == 4);

// A node of the trie. Most end one phrase and hold its form; the others name the list of theirs.
using Node = Form;

// How a path goes on from a node.
struct Edge {
  NodeId from;
  WordId word;
  NodeId to;

  constexpr std::uint64_t key() const { return std::uint64_t{from} << 32 | word; }
};

enum class CueFamily : std::uint8_t { heading, stance, degree, boilerplate, term };
inline constexpr std::size_t kCueFamilies = 5;

// What words do around and inside a name that the lexicon does not know (mention/names.h).
enum class TermPart : std::uint8_t {
  opens,        // "experience with": names follow
  opens_names,  // "using": names follow, but only those in capitals can be told from the rest
  examples,     // "such as": behind a skill or a generic head, names follow
  joins,        // "and": another name follows
  kind,         // "tools": what names are examples of, and no name by itself
  head,         // "management": a noun that is no name by itself either
  leading,      // "strong": no part of a name in front of it
  trailing,     // "skills": no part of a name behind it
  ends,         // "is", "must": no name goes on over it
  title,        // "consultant", "university": what begins or ends in one is a job or an employer
  never,        // "team", "track record": looks like a name and is none
};

// Which way a stance cue works inside its sentence; `list`: as a lead-in or heading it governs the items that follow.
enum class CueScope : std::uint8_t { sentence, after, before, list };

// A table of lexicon/cues.toml: [heading.skills], [stance.preferred_before], [degree.bachelor],
// [boilerplate.equal-opportunity], [term.opens].
struct Cue {
  CueFamily family;
  std::uint8_t value;  // SectionKind, Stance, DegreeLevel or TermPart by family; 0 for boilerplate
  CueScope scope;

  constexpr bool is_term(TermPart part) const {
    return family == CueFamily::term && value == static_cast<std::uint8_t>(part);
  }
  // Whether the walk over a whole text looks for its phrases; the others are looked up where they are wanted.
  constexpr bool is_walked() const {
    if (family == CueFamily::term) return value <= static_cast<std::uint8_t>(TermPart::examples);
    return family == CueFamily::stance || family == CueFamily::boilerplate;
  }
};
static_assert(sizeof(Cue) == 3);

// Where a string begins in Tables::chars; it goes on to the next kEndOfString, a byte that no UTF-8 text contains.
struct StringAt {
  std::uint32_t begin;
};
inline constexpr char kEndOfString = '\xFF';

// The letter-for-letter spelling of a skill.
struct Exact {
  std::uint32_t skill;
  StringAt spelling;
};

// The lists of strings of a SkillSource, in the order of the archive.
inline constexpr std::array<std::vector<std::string> SkillSource::*, 8> kStringLists = {
    &SkillSource::alias, &SkillSource::exact,   &SkillSource::ambiguous, &SkillSource::near,
    &SkillSource::veto,  &SkillSource::broader, &SkillSource::yes,       &SkillSource::no};

// The lists of numbers of a skill: skills, and in near_contexts context numbers. Ascending.
enum class NumberList : std::uint8_t { broader, ancestors, narrower, near_groups, near_contexts };
inline constexpr std::size_t kNumberLists = 5;

struct SkillRecord {
  StringAt key;
  std::uint32_t name : 27;  // a StringAt
  std::uint32_t kind : 3;
  std::uint32_t has_contexts : 1;  // near_contexts is not empty
  std::uint32_t has_groups : 1;    // near_groups is not empty
};

// Which words can begin a phrase.
using WordFilter = PrintFilter<1 << 13>;  // of the cue phrases of a family
using NearFilter = PrintFilter<1 << 7>;   // of the near_contexts of a skill

// Whether a word is a phrase by itself, and how phrases go on, by prints: no for most words of a text, so that neither
// the vocabulary nor the edges are looked at. Two bits a key, both in one integer (B. H. Bloom, "Space/time trade-offs
// in hash coding", CACM 13, 1970).
struct PhraseFilter {
  static constexpr std::uint32_t kFirst = 1u << 31;  // marks the print of a first word where a node stands elsewhere
  static constexpr std::uint32_t kWhole = 1u << kPrintBits;  // where the print of a next word stands: there is none
  std::array<std::uint64_t, (1 << 20) / 64> bits;

  // `from` for the first word of a name or of a cue that the walk over a whole text looks for.
  static constexpr std::uint32_t first_of(std::uint32_t print) { return print | kFirst; }
  // For the cues of one family alone: the other phrases of the lexicon are many times as many.
  static constexpr std::uint32_t first_of(CueFamily family, std::uint32_t print) {
    return print | kFirst | (static_cast<std::uint32_t>(family) + 1) << kPrintBits;
  }
  static constexpr std::uint32_t context_of(std::uint32_t print) {
    return print | kFirst | (static_cast<std::uint32_t>(kCueFamilies) + 1) << kPrintBits;
  }
  // For the words around a name of this skill.
  static constexpr std::uint32_t near_of(std::uint32_t skill) {
    return skill | kFirst | (static_cast<std::uint32_t>(kCueFamilies) + 2) << kPrintBits;
  }

  void add(std::uint32_t from, std::uint32_t print) {
    const std::uint32_t key = hash(from, print);
    bits[key >> 18] |= std::uint64_t{1} << (key >> 12) % 64 | std::uint64_t{1} << (key >> 6) % 64;
  }
  // `from`: a node, or one of the above.
  bool may_go_on(std::uint32_t from, std::uint32_t print) const {
    const std::uint32_t key = hash(from, print);
    const std::uint64_t near = bits[key >> 18];
    return (near >> (key >> 12) % 64 & near >> (key >> 6) % 64 & 1) != 0;
  }

 private:
  static constexpr std::uint32_t hash(std::uint32_t from, std::uint32_t print) {
    return from * 0x9e3779b1u ^ print * 0x85ebca6bu;
  }
};

// A word that its key does not hold completely.
struct HugeWord {
  WordId id;
  StringAt text;
};

struct Parameters {
  std::uint64_t word_seed, edge_seed;
  std::uint64_t archive_bytes;                      // of its text
  std::uint32_t words;                              // how many there are
  std::uint32_t contexts;                           // how many context numbers there are
  std::array<WordFilter, kCueFamilies> cue_starts;  // by CueFamily: the first words of its phrases
  WordFilter title_starts;                          // of TermPart::title alone
  std::array<std::uint8_t, 32> digest;              // SHA-256 of the block with its archive unpacked and zeros here
};

// Views into one block. The trie: a word's number is also the node that it leads to from nowhere; behind those nodes
// lie the ones that edges lead to.
struct Tables {
  std::span<const Parameters> parameters;     // one
  std::span<const char> archive;              // archive.h
  std::span<const char> chars;                // of keys, names, exact spellings and huge words
  std::span<const SkillRecord> skills;        // by key
  std::span<const std::uint32_t> related_at;  // by skill: where its list in `related` begins; and the end
  std::span<const Related> related;
  std::span<const std::uint32_t> numbers_at;  // by skill and NumberList: where it begins in `numbers`; and the end
  std::span<const std::uint32_t> numbers;
  std::span<const NearFilter> near_starts;  // by skill
  std::span<const Cue> cues;
  std::span<const Pilot> word_pilots;
  std::span<const WordKey> words;        // a hash table; a word's number is its place, from 1
  std::span<const HugeWord> huge_words;  // by number
  std::span<const WordId> marks;         // by Token::value
  std::span<const Node> nodes;
  std::span<const Pilot> edge_pilots;
  std::span<const Edge> edges;  // a hash table
  std::span<const std::uint32_t>
      forms_at;  // where a list of several begins in `forms`; the first is empty; and the end
  std::span<const Form> forms;
  std::span<const Exact> exacts;
  std::span<const PhraseFilter> filters;  // one

  // Total: a place outside leads to an empty string.
  std::string_view text(StringAt at) const {
    const std::string_view all(chars.data(), chars.size());
    const std::string_view from = all.substr(std::min<std::size_t>(at.begin, all.size()));
    return from.substr(0, from.find(kEndOfString));
  }
  // The number of a word; of a huge one, that of all with its key.
  WordId find_word(WordKey key) const { return word_at(place_of_word(key), key); }
  std::size_t place_of_word(WordKey key) const {
    return find_place(hash_key(key, parameters[0].word_seed), word_pilots, words.size());
  }
  WordId word_at(std::size_t place, WordKey key) const {
    return static_cast<WordId>(place + 1) & (0u - static_cast<WordId>(words[place] == key));
  }
  // The node that an edge leads to, whatever its `to`; kNoNode if there is none.
  NodeId find_edge(Edge edge) const { return edge_at(place_of_edge(edge), edge); }
  std::size_t place_of_edge(Edge edge) const {
    return find_place(hash_key(edge.key(), parameters[0].edge_seed), edge_pilots, edges.size());
  }
  NodeId edge_at(std::size_t place, Edge edge) const {
    return edges[place].to & (0u - static_cast<NodeId>(edges[place].key() == edge.key()));
  }
  std::span<const Related> related_of(SkillId id) const { return slice(related, related_at, index(id)); }
  std::span<const std::uint32_t> numbers_of(SkillId id, NumberList which) const {
    return slice(numbers, numbers_at, index(id) * kNumberLists + static_cast<std::size_t>(which));
  }

 private:
  template <class T>
  static std::span<const T> slice(std::span<const T> table, std::span<const std::uint32_t> at, std::size_t i) {
    return table.subspan(at[i], at[i + 1] - at[i]);
  }
};

inline constexpr std::uint32_t kTableCount = 21;
inline constexpr std::uint32_t kMarks = 96;  // the printable ASCII characters

// Calls visit(span) for every table, in the order of the block.
template <class T, class Visit>
void for_each_table(T& tables, Visit visit) {
  visit(tables.parameters);
  visit(tables.archive);
  visit(tables.chars);
  visit(tables.skills);
  visit(tables.related_at);
  visit(tables.related);
  visit(tables.numbers_at);
  visit(tables.numbers);
  visit(tables.near_starts);
  visit(tables.cues);
  visit(tables.word_pilots);
  visit(tables.words);
  visit(tables.huge_words);
  visit(tables.marks);
  visit(tables.nodes);
  visit(tables.edge_pilots);
  visit(tables.edges);
  visit(tables.forms_at);
  visit(tables.forms);
  visit(tables.exacts);
  visit(tables.filters);
}

// The block that holds copies of these tables.
std::string write_block(const Tables& tables);

// Views into `block`; empty if its header or a section's place is wrong. Looks at the header only. REQUIRES: block is
// 8-byte aligned.
std::optional<Tables> bind_block(std::string_view block);

// What is wrong with the contents, empty if nothing: after this no accessor can leave its table, whatever the bytes.
std::string_view check_tables(const Tables& tables);

}  // namespace skillfit
