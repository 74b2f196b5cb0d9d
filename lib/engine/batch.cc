#include "engine/batch.h"

#include <mutex>

#include "base/pool.h"

namespace skillfit {

bool stop_asked(const BatchOptions& options) {
  return options.stop != nullptr && options.stop->load(std::memory_order_relaxed);
}

void for_each_input(std::size_t count, const BatchOptions& options, const std::function<void(std::size_t)>& work) {
  std::mutex one_at_a_time;
  std::size_t done = 0;
  parallel_for(count, options.jobs, [&](std::size_t i) {
    work(i);
    if (!options.progress) return;
    const std::scoped_lock lock(one_at_a_time);
    options.progress(++done, count);
  });
}

}  // namespace skillfit
