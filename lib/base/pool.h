// The one small thread pool: run work(0..count-1) on a few threads.
#pragma once

#include <cstddef>
#include <functional>

namespace skillfit {

// Threads to use for `requested` (0 = as many as the machine has), at least 1, at most `count`.
unsigned thread_count(unsigned requested, std::size_t count);

// Calls work(i) once for every i in [0, count), from `threads` threads, in no promised order, and returns when all are
// done. Give result i a slot of its own and reduce afterwards in index order: then the outcome does not depend on
// `threads`. With one thread everything runs on the caller. REQUIRES: work does not throw.
void parallel_for(std::size_t count, unsigned threads, const std::function<void(std::size_t)>& work);

}  // namespace skillfit
