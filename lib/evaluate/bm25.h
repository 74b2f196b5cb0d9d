// What a ranking by words alone would say: BM25 and the cosine of TF-IDF vectors, the baselines of a ranking.
//
//   bm25   = sum over the words w of the query, each as often as it stands there, of
//            idf(w) tf(w) (k1 + 1) / (tf(w) + k1 (1 - b + b length / mean length)),   k1 = 1.2, b = 0.75,
//            idf(w) = ln(1 + (N - df(w) + 0.5) / (df(w) + 0.5))
//   cosine = q r / (|q| |r|) with the entries tf(w) (1 + ln((1 + N) / (1 + df(w))))
//
// BM25: S. Robertson and H. Zaragoza, "The Probabilistic Relevance Framework: BM25 and Beyond" (2009), with the idf of
// Lucene, which is never negative. Cosine: the weights of scikit-learn's TfidfVectorizer. N documents that have a word
// at all, df(w) of them with this one, tf(w) times in one; df 0 for words of the query that no document has.
#pragma once

#include <cstdint>
#include <string>
#include <unordered_map>
#include <utility>
#include <vector>

#include "skillfit/token.h"

namespace skillfit {

// The distinct folded words of a text, ascending, and how often each stands there.
using WordCounts = std::vector<std::pair<std::string, std::uint32_t>>;
WordCounts count_words(const Tokens& tokens);

// Documents that queries are compared with. Immutable after construction, thread-safe.
class WordIndex {
 public:
  explicit WordIndex(const std::vector<WordCounts>& documents);

  // For every document, in their order, in millionths rounded to the nearest, so that equal documents tie whatever the
  // last bits are; 0 for a document that shares no word with the query.
  std::vector<std::int64_t> bm25(const WordCounts& query) const;
  std::vector<std::int64_t> cosine(const WordCounts& query) const;

 private:
  struct Posting {  // of a word: a document, and how often it stands there
    std::uint32_t document, count;
  };
  const std::vector<Posting>* find(const std::string& word) const;
  double cosine_idf(const std::string& word) const;

  std::unordered_map<std::string, std::vector<Posting>> words_;
  std::vector<double> lengths_;  // words of each document
  std::vector<double> norms_;    // of each document's vector
  double documents_ = 0;         // that are not empty
  double mean_length_ = 0;
};

}  // namespace skillfit
