// Work on many inputs: threads, progress and stopping, the same for every batch.
#pragma once

#include <functional>

#include "skillfit/engine.h"

namespace skillfit {

// Whether the user asked to stop: what has not begun is to be left out.
bool stop_asked(const BatchOptions& options);

// Calls work(i) for every i in [0, count) on options.jobs threads, and options.progress after each. As parallel_for.
void for_each_input(std::size_t count, const BatchOptions& options, const std::function<void(std::size_t)>& work);

}  // namespace skillfit
