// A property of every Unicode code point, computed when it is first asked for, 256 code points at a time. Start-up
// costs nothing, a document in one script fills two or three blocks, and reading is one load and an index.
#pragma once

#include <array>
#include <atomic>
#include <memory>

namespace skillfit {

// For static storage only: the blocks are kept until the process ends. Thread-safe.
template <class Entry>
class CodePointTable {
 public:
  using Compute = Entry (*)(char32_t);
  constexpr explicit CodePointTable(Compute compute) : compute_(compute) {}

  // REQUIRES: a Unicode scalar value.
  const Entry& operator[](char32_t c) const {
    const Block* block = blocks_[c >> 8].load(std::memory_order_acquire);
    if (!block) block = fill(c >> 8);
    return (*block)[c & 0xFF];
  }

 private:
  using Block = std::array<Entry, 256>;

  const Block* fill(char32_t index) const {
    auto block = std::make_unique<Block>();
    for (char32_t i = 0; i < 256; ++i) (*block)[i] = compute_(index << 8 | i);
    const Block* expected = nullptr;
    // Two threads may compute the same block; the first one's stays.
    if (!blocks_[index].compare_exchange_strong(expected, block.get(), std::memory_order_acq_rel)) return expected;
    return block.release();
  }

  Compute compute_;
  mutable std::array<std::atomic<const Block*>, 0x1100> blocks_{};
};

}  // namespace skillfit
