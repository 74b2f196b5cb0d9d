// Term weights as integers in thousandths (docs/scoring.md): no floating point, so every machine has the same bits.
#pragma once

#include <cstdint>

namespace skillfit {

// round(1000 * (1 + ln((1 + documents) / (1 + df)))), at most one thousandth off. REQUIRES: df <= documents < 2^63.
std::int32_t inverse_document_frequency(std::uint64_t documents, std::uint64_t df);

// round(1000 * (1 + ln(count))) for 1..5, 0 for 0, and what 5 earns beyond.
std::int32_t term_frequency(std::uint32_t count);

// The entry of a TF-IDF vector for a skill that is named `count` times. At most 2,609 * idf / 1000; an idf is below
// 45,000 for any number of documents that fits, so an entry is below 2^24 and exact as a float.
std::int32_t tfidf_entry(std::uint32_t count, std::int32_t idf);

}  // namespace skillfit
