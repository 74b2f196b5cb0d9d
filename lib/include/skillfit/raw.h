// A vector whose resize() leaves new elements as they are: for arrays that are written through right away.
#pragma once

#include <memory>
#include <type_traits>
#include <utility>
#include <vector>

namespace skillfit {

template <typename T>
struct RawAllocator : std::allocator<T> {
  static_assert(std::is_trivially_copyable_v<T>);
  template <typename Other>
  struct rebind {  // NOLINT(readability-identifier-naming): so it is called in any allocator
    using other = RawAllocator<Other>;
  };

  void construct(T* /* as it is */) noexcept {}
  template <typename... Arguments>
  void construct(T* at, Arguments&&... arguments) {
    std::construct_at(at, std::forward<Arguments>(arguments)...);
  }
};

// REQUIRES: no element that resize() has added is read before it is written.
template <typename T>
using Raw = std::vector<T, RawAllocator<T>>;

}  // namespace skillfit
