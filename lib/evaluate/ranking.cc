// Postings are read first and kept; then each resume is read, scored against every posting that it was judged for, and
// forgotten but for its words. What a ranker says goes to the slot of its judgement, so threads cannot show.
#include <algorithm>

#include "evaluate/bm25.h"
#include "evaluate/bootstrap.h"
#include "evaluate/ranking_measures.h"

namespace skillfit {
namespace {

constexpr std::size_t kOurs = static_cast<std::size_t>(Ranker::skillfit);
constexpr std::int64_t kNoScore = -1;  // of all resumes of a posting that asks for nothing: they tie

// What was read, and each ranker's value for each judgement.
struct Rankings {
  std::vector<Row> postings, resumes;
  std::array<std::vector<std::int64_t>, kRankers> values;

  bool is_read(const Judgement& j) const {
    return postings[j.posting].status == RowStatus::ok && resumes[j.resume].status == RowStatus::ok;
  }
};

using Lists = std::vector<std::vector<std::size_t>>;  // indices of judgements by document

Lists by_document(const RankingGold& gold, std::size_t Judgement::*document, std::size_t count) {
  Lists lists(count);
  for (std::size_t i = 0; i < gold.judgements.size(); ++i) lists[gold.judgements[i].*document].push_back(i);
  return lists;
}

// The values of rankers by words.
void rank_words(const RankingGold& gold, const std::vector<WordCounts>& words, Rankings& rankings) {
  const WordIndex index(words);
  const Lists of_posting = by_document(gold, &Judgement::posting, gold.postings.size());
  for (std::size_t p = 0; p < of_posting.size(); ++p) {
    if (rankings.postings[p].status != RowStatus::ok) continue;
    const WordCounts query = count_words(rankings.postings[p].analysis->tokens);
    const std::vector<std::int64_t> bm25 = index.bm25(query), cosine = index.cosine(query);
    for (const std::size_t j : of_posting[p]) {
      rankings.values[static_cast<std::size_t>(Ranker::bm25)][j] = bm25[gold.judgements[j].resume];
      rankings.values[static_cast<std::size_t>(Ranker::tfidf)][j] = cosine[gold.judgements[j].resume];
    }
  }
}

Rankings read_and_rank(const RankingGold& gold, const EngineContext& context, const BatchOptions& batch) {
  Rankings rankings;
  for (std::vector<std::int64_t>& values : rankings.values) values.resize(gold.judgements.size());
  rankings.postings = analyze_all(gold.postings, As::posting, context, batch);
  const Lists of_resume = by_document(gold, &Judgement::resume, gold.resumes.size());
  std::vector<WordCounts> words(gold.resumes.size());
  rankings.resumes = visit_all(gold.resumes, As::resume, context, batch, [&](std::size_t i, const Analysis& resume) {
    words[i] = count_words(resume.tokens);
    for (const std::size_t j : of_resume[i]) {
      const Row& posting = rankings.postings[gold.judgements[j].posting];
      if (posting.status != RowStatus::ok) continue;
      rankings.values[kOurs][j] = match(resume, *posting.analysis, context).score.value_or(kNoScore);
    }
  });
  rank_words(gold, words, rankings);
  return rankings;
}

// The middle between the lowest and the highest grade of all.
std::int64_t middle_grade(const RankingGold& gold) {
  const auto [low, high] =
      std::minmax_element(gold.judgements.begin(), gold.judgements.end(),
                          [](const Judgement& a, const Judgement& b) { return a.grade < b.grade; });
  return low == gold.judgements.end() ? 0 : (low->grade + high->grade) / 2;
}

struct Judging {
  const RankingGold& gold;
  const Rankings& rankings;
  std::int64_t relevant_above;
};

std::vector<Judged> list_judged(const Judging& judging, const std::vector<std::size_t>& judgements,
                                std::size_t ranker) {
  std::vector<Judged> resumes;
  for (const std::size_t j : judgements) {
    const Judgement& judgement = judging.gold.judgements[j];
    if (judging.rankings.is_read(judgement)) resumes.push_back({judging.rankings.values[ranker][j], judgement.grade});
  }
  return resumes;
}

RankedPosting measure_posting(const Judging& judging, const std::vector<std::size_t>& judgements) {
  RankedPosting out;
  for (std::size_t ranker = 0; ranker < kRankers; ++ranker) {
    const std::vector<Judged> resumes = list_judged(judging, judgements, ranker);
    out.resumes = resumes.size();
    if (ranker == kOurs) out.scored = resumes.empty() || resumes.front().value != kNoScore;
    out.relevant = static_cast<std::uint64_t>(std::count_if(
        resumes.begin(), resumes.end(), [&](const Judged& resume) { return resume.grade > judging.relevant_above; }));
    out.means[ranker] = {pair_accuracy(resumes), ndcg(resumes, 5), ndcg(resumes, 10),
                         average_precision(resumes, judging.relevant_above)};
  }
  out.pairs = out.means[kOurs].front().of;
  return out;
}

}  // namespace

RankingEvaluation evaluate_ranking(const RankingGold& gold, const EngineContext& context, const BatchOptions& batch) {
  Rankings rankings = read_and_rank(gold, context, batch);
  RankingEvaluation out;
  const Judging judging{gold, rankings, middle_grade(gold)};
  const Lists of_posting = by_document(gold, &Judgement::posting, gold.postings.size());
  for (std::size_t p = 0; p < of_posting.size(); ++p) {
    RankedPosting posting = measure_posting(judging, of_posting[p]);
    if (posting.resumes == 0) continue;
    posting.path = gold.postings[p].path;
    out.judgements += posting.resumes;
    out.pairs += posting.pairs;
    out.postings.push_back(std::move(posting));
  }
  out.resumes = static_cast<std::uint64_t>(std::count_if(rankings.resumes.begin(), rankings.resumes.end(),
                                                         [](const Row& row) { return row.status == RowStatus::ok; }));
  estimate(out);
  out.rows = std::move(rankings.postings);
  std::move(rankings.resumes.begin(), rankings.resumes.end(), std::back_inserter(out.rows));
  return out;
}

std::string_view ranker_name(Ranker ranker) {
  constexpr std::array<std::string_view, kRankers> kNames = {"skillfit", "bm25", "tfidf"};
  return kNames[static_cast<std::size_t>(ranker)];
}

std::string_view measure_name(Measure measure) {
  constexpr std::array<std::string_view, kMeasures> kNames = {"pair_accuracy", "ndcg_5", "ndcg_10",
                                                              "average_precision"};
  return kNames[static_cast<std::size_t>(measure)];
}

}  // namespace skillfit
