#include "lexicon/hash.h"

#include <algorithm>
#include <array>

#include "lexicon/hash_builder.h"

namespace skillfit {
namespace {

constexpr std::size_t kBucketKeys = 4;  // on average: pilots are few, and found soon

// Whether the hashes of a bucket, sent by this pilot, go to places that are free and differ; if so, takes them.
bool take_places(std::span<const std::uint64_t> bucket, Pilot pilot, std::vector<bool>& taken) {
  for (std::size_t i = 0; i < bucket.size(); ++i) {
    const std::size_t place = place_of(bucket[i], pilot, taken.size());
    if (!taken[place]) {
      taken[place] = true;
      continue;
    }
    while (i > 0) taken[place_of(bucket[--i], pilot, taken.size())] = false;
    return false;
  }
  return true;
}

}  // namespace

std::optional<std::vector<Pilot>> choose_pilots(const std::vector<std::uint64_t>& hashes, std::size_t places) {
  std::vector<std::vector<std::uint64_t>> buckets(hashes.size() / kBucketKeys + 1);
  for (const std::uint64_t hash : hashes) buckets[bucket_of(hash, buckets.size())].push_back(hash);
  std::vector<std::size_t> order(buckets.size());
  for (std::size_t i = 0; i < order.size(); ++i) order[i] = i;
  std::stable_sort(order.begin(), order.end(),
                   [&buckets](std::size_t a, std::size_t b) { return buckets[a].size() > buckets[b].size(); });
  std::vector<Pilot> pilots(buckets.size());
  std::vector<bool> taken(places);
  for (const std::size_t bucket : order) {
    std::uint32_t pilot = 0;
    while (pilot <= std::numeric_limits<Pilot>::max() &&
           !take_places(buckets[bucket], static_cast<Pilot>(pilot), taken)) {
      ++pilot;
    }
    if (pilot > std::numeric_limits<Pilot>::max()) return std::nullopt;
    pilots[bucket] = static_cast<Pilot>(pilot);
  }
  return pilots;
}

WordKey huge_key(std::string_view word) {
  WordKey key{word.size(), 0xff00000000000000u};
  for (std::size_t at = 0; at < word.size(); at += 8) {
    std::array<char, 8> bytes{};
    std::copy_n(word.data() + at, std::min<std::size_t>(8, word.size() - at), bytes.data());
    key.low = hash_key(load_word(bytes.data()) + at, key.low);
  }
  return key;
}

}  // namespace skillfit
