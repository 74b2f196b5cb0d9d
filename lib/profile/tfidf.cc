// The logarithm is taken in integers. Squaring a mantissa in [1, 2) doubles its logarithm; whenever the square reaches
// 2 the next binary digit of the logarithm is 1 and the mantissa is halved (Knuth, TAOCP 1, 1.2.2, exercise 25).
#include "profile/tfidf.h"

#include <array>
#include <bit>

namespace skillfit {
namespace {

constexpr int kFractionBits = 24;
constexpr std::int64_t kLn2Bits = 20;
constexpr std::int64_t kThousandLn2 = 726'817'498;  // round(1000 * ln 2 * 2^20)

// log2(n) with kFractionBits binary digits, rounded down. REQUIRES: n > 0.
std::int64_t binary_logarithm(std::uint64_t n) {
  const int whole = 63 - std::countl_zero(n);
  std::uint64_t mantissa = whole > 31 ? n >> (whole - 31) : n << (31 - whole);  // in [2^31, 2^32) for [1, 2)
  std::int64_t result = whole;
  for (int bit = 0; bit < kFractionBits; ++bit) {
    mantissa = (mantissa * mantissa) >> 31;
    const std::uint64_t digit = mantissa >> 32;
    mantissa >>= digit;
    result = 2 * result + static_cast<std::int64_t>(digit);
  }
  return result;
}

}  // namespace

std::int32_t inverse_document_frequency(std::uint64_t documents, std::uint64_t df) {
  const std::int64_t ratio = binary_logarithm(1 + documents) - binary_logarithm(1 + df);
  constexpr std::int64_t kShift = kFractionBits + kLn2Bits;
  constexpr std::int64_t kHalf = std::int64_t{1} << (kShift - 1);
  return static_cast<std::int32_t>(1000 + ((ratio * kThousandLn2 + kHalf) >> kShift));
}

std::int32_t term_frequency(std::uint32_t count) {
  constexpr std::array<std::int32_t, 6> kTable = {0, 1000, 1693, 2099, 2386, 2609};
  return kTable[count < kTable.size() ? count : kTable.size() - 1];
}

std::int32_t tfidf_entry(std::uint32_t count, std::int32_t idf) {
  return static_cast<std::int32_t>((std::int64_t{term_frequency(count)} * idf + 500) / 1000);
}

}  // namespace skillfit
