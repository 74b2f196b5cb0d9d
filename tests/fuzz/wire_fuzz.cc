// Frames from a reader that has gone bad: refused, or as good as any.
#include <cstdlib>

#include "document/wire.h"

using namespace skillfit;

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const std::string_view payload(reinterpret_cast<const char*>(data), size);
  (void)decode_request(payload);
  const auto answer = decode_answer(payload);
  if (!answer) return 0;
  const std::string frame = encode_answer(*answer);
  if (std::string_view(frame).substr(kFrameHeader) != payload) std::abort();
  return 0;
}
