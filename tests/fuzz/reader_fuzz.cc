// A reader of the reader process, on any bytes: it ends, and the library would accept its answer.
#include <cstdlib>

#include "reader/readers.h"

using namespace skillfit;

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  ReaderRequest request{FUZZ_FORMAT, {}, std::string(reinterpret_cast<const char*>(data), size)};
  request.limits.pages = 5;
  std::string frame;
  try {
    frame = encode_answer(reader::FUZZ_READER(request));
  } catch (...) {
    return 0;  // the process answers for that
  }
  if (!decode_answer(std::string_view(frame).substr(kFrameHeader))) std::abort();
  return 0;
}
