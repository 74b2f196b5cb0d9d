// What only people read of a lexicon - the tables as written, and where - packed: no stage of a document looks at it.
//
// A text of records, one a skill and then one a cue; a record is lists, a list is strings. Each ends in a byte of its
// own that no UTF-8 text contains. Arranged by files and deflated, the text lies in Tables::archive.
#pragma once

#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "lexicon/source.h"

namespace skillfit {

inline constexpr char kEndOfRecord = '\xFD';

void append_record(const SkillSource& skill, std::string& to);
void append_record(const CueSource& cue, std::string& to);

// The inverse, into the members that the record holds: all but key, name, kind and related of a skill, and but the cue
// itself. false if it is no such record.
bool read_record(std::string_view record, SkillSource& skill);
bool read_record(std::string_view record, CueSource& cue);

// The same records file by file, behind a first one that lists the file of each by number: skills of one file share
// words, and what stands together packs into less.
std::string arrange(std::string_view text);

// The inverse: the records in the order of the text, without their last byte. Empty if `arranged` is no arranged text.
std::vector<std::string_view> records_of(std::string_view arranged);

std::string pack(std::string_view text);
// Nothing if `packed` is not the packed form of a text of this size.
std::optional<std::string> unpack(std::string_view packed, std::uint64_t size);

}  // namespace skillfit
