#include "lexicon/archive.h"

#include <zlib.h>

#include <algorithm>
#include <charconv>
#include <map>
#include <numeric>

#include "base/utf8.h"

namespace skillfit {
namespace {

constexpr char kEndOfList = '\xFE';
constexpr std::uint64_t kMostInflation = 1032;  // of deflate, https://www.zlib.net/zlib_tech.html

using Strings = std::vector<std::string>;

void append_list(const Strings& list, std::string& to) {
  for (const std::string& text : list) (to += text) += kEndOfString;
  to += kEndOfList;
}

// Cuts off what lies before the next `end`; nothing if there is none.
std::optional<std::string_view> take(std::string_view& from, char end) {
  const std::size_t at = from.find(end);
  if (at == std::string_view::npos) return std::nullopt;
  const std::string_view taken = from.substr(0, at);
  from.remove_prefix(at + 1);
  return taken;
}

bool take_list(std::string_view& record, Strings& list) {
  std::optional<std::string_view> strings = take(record, kEndOfList);
  if (!strings) return false;
  while (!strings->empty()) {
    const std::optional<std::string_view> text = take(*strings, kEndOfString);
    if (!text || !is_valid_utf8(*text)) return false;
    list.emplace_back(*text);
  }
  return true;
}

std::optional<std::uint32_t> parse_number(std::string_view digits) {
  std::uint32_t number = 0;
  const char* end = digits.data() + digits.size();
  const std::from_chars_result read = std::from_chars(digits.data(), end, number);
  if (read.ec != std::errc() || read.ptr != end) return std::nullopt;
  return number;
}

bool take_place(std::string_view& record, std::string& file, std::uint32_t& line) {
  Strings place;
  if (!take_list(record, place) || place.size() != 2) return false;
  const std::optional<std::uint32_t> number = parse_number(place[1]);
  file = place[0];
  line = number.value_or(0);
  return number.has_value();
}

std::vector<std::string_view> split(std::string_view text) {
  std::vector<std::string_view> records;
  while (const std::optional<std::string_view> record = take(text, kEndOfRecord)) records.push_back(*record);
  return records;
}

std::string_view file_of(std::string_view record) {
  return record.substr(0, record.find(kEndOfString));
}

Bytef* bytes_of(std::string& text) {
  return reinterpret_cast<Bytef*>(text.data());
}

const Bytef* bytes_of(std::string_view text) {
  return reinterpret_cast<const Bytef*>(text.data());
}

}  // namespace

void append_record(const SkillSource& skill, std::string& to) {
  append_list({skill.file, std::to_string(skill.line)}, to);
  for (const auto list : kStringLists) append_list(skill.*list, to);
  to += kEndOfRecord;
}

void append_record(const CueSource& cue, std::string& to) {
  append_list({cue.file, std::to_string(cue.line)}, to);
  append_list({cue.label}, to);
  append_list(cue.phrases, to);
  to += kEndOfRecord;
}

bool read_record(std::string_view record, SkillSource& skill) {
  if (!take_place(record, skill.file, skill.line)) return false;
  for (const auto list : kStringLists) {
    if (!take_list(record, skill.*list)) return false;
  }
  return record.empty();
}

bool read_record(std::string_view record, CueSource& cue) {
  Strings label;
  if (!take_place(record, cue.file, cue.line) || !take_list(record, label) || label.size() != 1) return false;
  cue.label = label[0];
  return take_list(record, cue.phrases) && record.empty();
}

std::string arrange(std::string_view text) {
  const std::vector<std::string_view> records = split(text);
  std::map<std::string_view, std::string> by_file;
  for (const std::string_view record : records) {
    (by_file[file_of(record)] += record) += kEndOfRecord;
  }
  std::string arranged;
  for (const std::string_view record : records) {
    arranged += std::to_string(std::distance(by_file.begin(), by_file.find(file_of(record))));
    arranged += kEndOfString;
  }
  arranged += kEndOfRecord;
  for (const auto& [file, of_file] : by_file) arranged += of_file;
  return arranged;
}

std::vector<std::string_view> records_of(std::string_view arranged) {
  std::string_view numbers = take(arranged, kEndOfRecord).value_or("");
  std::vector<std::uint32_t> files;
  while (const std::optional<std::string_view> number = take(numbers, kEndOfString)) {
    files.push_back(parse_number(*number).value_or(0));
  }
  std::vector<std::size_t> places(files.size());
  std::iota(places.begin(), places.end(), 0);
  std::stable_sort(places.begin(), places.end(), [&](std::size_t a, std::size_t b) { return files[a] < files[b]; });
  const std::vector<std::string_view> by_file = split(arranged);
  if (by_file.size() != places.size()) return {};
  std::vector<std::string_view> records(places.size());
  for (std::size_t i = 0; i < places.size(); ++i) records[places[i]] = by_file[i];
  return records;
}

std::string pack(std::string_view text) {
  uLongf size = compressBound(text.size());
  std::string packed(size, '\0');
  if (compress2(bytes_of(packed), &size, bytes_of(text), text.size(), Z_BEST_COMPRESSION) != Z_OK) return {};
  packed.resize(size);
  return packed;
}

std::optional<std::string> unpack(std::string_view packed, std::uint64_t size) {
  if (size > packed.size() * kMostInflation) return std::nullopt;
  std::string text(size, '\0');
  uLongf unpacked = size;
  if (uncompress(bytes_of(text), &unpacked, bytes_of(packed), packed.size()) != Z_OK) return std::nullopt;
  if (unpacked != size) return std::nullopt;
  return text;
}

}  // namespace skillfit
