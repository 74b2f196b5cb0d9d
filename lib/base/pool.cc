// std::jthread over an atomic counter. Not oneTBB: its headers report races under ThreadSanitizer on a trivial loop.
#include "base/pool.h"

#include <algorithm>
#include <atomic>
#include <thread>
#include <vector>

namespace skillfit {

unsigned thread_count(unsigned requested, std::size_t count) {
  const unsigned wanted = requested > 0 ? requested : std::max(1u, std::thread::hardware_concurrency());
  return static_cast<unsigned>(std::clamp<std::size_t>(count, 1, wanted));
}

void parallel_for(std::size_t count, unsigned threads, const std::function<void(std::size_t)>& work) {
  std::atomic<std::size_t> next{0};
  const auto run = [&] {
    for (std::size_t i = next.fetch_add(1); i < count; i = next.fetch_add(1)) work(i);
  };
  std::vector<std::jthread> helpers;
  for (unsigned i = 1; i < thread_count(threads, count); ++i) helpers.emplace_back(run);
  run();
}

}  // namespace skillfit
