// A list that is nearly always short: the first N items stand in the object itself, so that most lists cost no
// allocation.
#pragma once

#include <algorithm>
#include <array>
#include <cstddef>
#include <cstdint>
#include <initializer_list>
#include <vector>

namespace skillfit {

// The part of std::vector that is needed here; converts from and to one. For small trivial types.
template <typename T, std::size_t N>
class Few {
 public:
  using value_type = T;

  Few() = default;
  Few(std::initializer_list<T> items) { append(items.begin(), items.end()); }
  Few(const std::vector<T>& items) { append(items.data(), items.data() + items.size()); }  // NOLINT: implicit
  operator std::vector<T>() const { return {begin(), end()}; }                             // NOLINT: implicit

  bool empty() const { return size() == 0; }
  std::size_t size() const { return many_.empty() ? inside_ : many_.size(); }
  T* begin() { return many_.empty() ? few_.data() : many_.data(); }
  const T* begin() const { return many_.empty() ? few_.data() : many_.data(); }
  T* end() { return begin() + size(); }
  const T* end() const { return begin() + size(); }
  T& operator[](std::size_t i) { return begin()[i]; }
  const T& operator[](std::size_t i) const { return begin()[i]; }
  T& front() { return *begin(); }
  const T& front() const { return *begin(); }
  T& back() { return end()[-1]; }
  const T& back() const { return end()[-1]; }

  void push_back(const T& item) {
    if (many_.empty() && inside_ < N) {
      few_[inside_++] = item;
      return;
    }
    const T kept = item;  // it may stand in this very list
    if (many_.empty()) {
      many_.reserve(4 * N);
      many_.assign(few_.begin(), few_.end());
    }
    many_.push_back(kept);
  }
  // REQUIRES: the items are not in this list.
  void append(const T* first, const T* last) {
    for (; first != last; ++first) push_back(*first);
  }
  void clear() {
    many_.clear();
    inside_ = 0;
  }

  friend bool operator==(const Few& a, const Few& b) { return std::equal(a.begin(), a.end(), b.begin(), b.end()); }
  friend bool operator<(const Few& a, const Few& b) {
    return std::lexicographical_compare(a.begin(), a.end(), b.begin(), b.end());
  }

 private:
  std::array<T, N> few_{};
  std::vector<T> many_;       // all of them, as soon as there are more than N
  std::uint32_t inside_ = 0;  // of few_
};

}  // namespace skillfit
