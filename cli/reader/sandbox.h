// What this process may no longer do.
#pragma once

#include "skillfit/document.h"

namespace skillfit::reader {

// Once, before any file is seen: no core dumps, no writing of files, few descriptors, no new privileges.
void give_up_rights();

// Before each file: address space and processor time. The first call fixes the address space for good.
void set_limits(const ReadLimits& limits);

}  // namespace skillfit::reader
