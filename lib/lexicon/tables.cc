// Writing and binding a block. The order of for_each_table() is the format; both directions walk it.
#include "lexicon/tables.h"

#include <cstring>
#include <type_traits>

namespace skillfit {
namespace {

constexpr std::uint64_t kMagic = 0x31786c7466696b73u;  // "skiftlx1"
constexpr std::uint32_t kVersion = 6;                  // of everything in tables.h and hash.h

struct Section {
  std::uint32_t offset, bytes;
};

struct Header {
  std::uint64_t magic;
  std::uint32_t version;
  std::uint32_t bytes;  // of the whole block
  std::array<Section, kTableCount> sections;
};

constexpr std::size_t kCacheLine = 64;

constexpr std::size_t aligned(std::size_t offset) {
  return (offset + kCacheLine - 1) & ~(kCacheLine - 1);
}

template <class T>
void append(std::string& out, const T& value) {
  static_assert(std::is_trivially_copyable_v<T>);
  out.append(reinterpret_cast<const char*>(&value), sizeof value);
}

}  // namespace

std::string write_block(const Tables& tables) {
  Header header{kMagic, kVersion, 0, {}};
  std::string body;
  std::size_t section = 0;
  for_each_table(tables, [&]<class T>(std::span<const T> table) {
    static_assert(std::has_unique_object_representations_v<T>, "padding would make the bytes a matter of chance");
    body.resize(aligned(sizeof header + body.size()) - sizeof header);
    header.sections[section++] = {static_cast<std::uint32_t>(sizeof header + body.size()),
                                  static_cast<std::uint32_t>(table.size_bytes())};
    if (!table.empty()) body.append(reinterpret_cast<const char*>(table.data()), table.size_bytes());
  });
  body.resize(aligned(sizeof header + body.size()) - sizeof header);
  header.bytes = static_cast<std::uint32_t>(sizeof header + body.size());
  std::string block;
  block.reserve(header.bytes);
  append(block, header);
  return block + body;
}

std::optional<Tables> bind_block(std::string_view block) {
  Header header;
  if (block.size() < sizeof header) return std::nullopt;
  std::memcpy(&header, block.data(), sizeof header);
  if (header.magic != kMagic || header.version != kVersion || header.bytes != block.size()) return std::nullopt;
  Tables tables;
  std::size_t section = 0;
  bool good = true;
  for_each_table(tables, [&]<class T>(std::span<const T>& table) {
    const Section place = header.sections[section++];
    const bool inside = place.offset % kCacheLine == 0 && place.offset <= block.size() &&
                        place.bytes <= block.size() - place.offset && place.bytes % sizeof(T) == 0;
    good = good && inside;
    if (inside) table = {reinterpret_cast<const T*>(block.data() + place.offset), place.bytes / sizeof(T)};
  });
  if (!good) return std::nullopt;
  return tables;
}

}  // namespace skillfit
