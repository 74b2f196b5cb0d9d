// What this process may no longer do.
#pragma once

#include "skillfit/document.h"

namespace skillfit::reader {

// Once, before any file is seen: no core dumps, few descriptors, no new privileges; no files but the system's, and
// those only to read; no network, no other processes.
void give_up_rights();

// Before each file: address space and processor time. The first call fixes the address space for good.
void set_limits(const ReadLimits& limits);

// While on, the end of the parent ends this process at once, whatever it is doing (SIGIO). False if the parent is gone
// already.
bool end_with_parent(bool on);

}  // namespace skillfit::reader
