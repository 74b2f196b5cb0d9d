// An inverted index: each word knows the documents that have it, and a query adds up what its words say about them, in
// the order of its words.
#include "evaluate/bm25.h"

#include <algorithm>
#include <cmath>
#include <numeric>

namespace skillfit {
namespace {

constexpr double kK1 = 1.2, kB = 0.75;
constexpr double kMillion = 1e6;

std::vector<std::int64_t> rounded(const std::vector<double>& values) {
  std::vector<std::int64_t> out;
  out.reserve(values.size());
  for (const double value : values) out.push_back(std::llround(kMillion * value));
  return out;
}

}  // namespace

WordCounts count_words(const Tokens& tokens) {
  std::vector<std::string_view> words;
  for (std::uint32_t i = 0; i < tokens.size(); ++i) {
    if (tokens[i].kind == TokenKind::word) words.push_back(tokens.word(i));
  }
  std::sort(words.begin(), words.end());
  WordCounts counts;
  for (const std::string_view word : words) {
    if (counts.empty() || counts.back().first != word) counts.emplace_back(word, 0);
    ++counts.back().second;
  }
  return counts;
}

WordIndex::WordIndex(const std::vector<WordCounts>& documents)
    : lengths_(documents.size(), 0), norms_(documents.size(), 0) {
  for (std::uint32_t d = 0; d < documents.size(); ++d) {
    for (const auto& [word, count] : documents[d]) {
      words_[word].push_back({d, count});
      lengths_[d] += count;
    }
  }
  documents_ =
      static_cast<double>(documents.size()) - static_cast<double>(std::count(lengths_.begin(), lengths_.end(), 0));
  mean_length_ = documents_ > 0 ? std::accumulate(lengths_.begin(), lengths_.end(), 0.0) / documents_ : 0;
  for (std::size_t d = 0; d < documents.size(); ++d) {
    for (const auto& [word, count] : documents[d]) norms_[d] += std::pow(count * cosine_idf(word), 2);
    norms_[d] = std::sqrt(norms_[d]);
  }
}

std::vector<std::int64_t> WordIndex::bm25(const WordCounts& query) const {
  std::vector<double> sums(lengths_.size(), 0);
  for (const auto& [word, asked] : query) {
    const std::vector<Posting>* postings = find(word);
    if (postings == nullptr) continue;
    const auto df = static_cast<double>(postings->size());
    const double idf = std::log(1 + (documents_ - df + 0.5) / (df + 0.5));
    for (const Posting& p : *postings) {
      const double norm = kK1 * (1 - kB + kB * lengths_[p.document] / mean_length_);
      sums[p.document] += asked * idf * p.count * (kK1 + 1) / (p.count + norm);
    }
  }
  return rounded(sums);
}

std::vector<std::int64_t> WordIndex::cosine(const WordCounts& query) const {
  std::vector<double> sums(lengths_.size(), 0);
  double norm = 0;
  for (const auto& [word, asked] : query) {
    const double idf = cosine_idf(word);
    norm += std::pow(asked * idf, 2);
    const std::vector<Posting>* postings = find(word);
    if (postings == nullptr) continue;
    for (const Posting& p : *postings) sums[p.document] += asked * idf * p.count * idf;
  }
  for (std::size_t d = 0; d < sums.size(); ++d) {
    if (sums[d] > 0) sums[d] /= std::sqrt(norm) * norms_[d];
  }
  return rounded(sums);
}

const std::vector<WordIndex::Posting>* WordIndex::find(const std::string& word) const {
  const auto found = words_.find(word);
  return found == words_.end() ? nullptr : &found->second;
}

double WordIndex::cosine_idf(const std::string& word) const {
  const std::vector<Posting>* postings = find(word);
  const double df = postings == nullptr ? 0 : static_cast<double>(postings->size());
  return 1 + std::log((1 + documents_) / (1 + df));
}

}  // namespace skillfit
