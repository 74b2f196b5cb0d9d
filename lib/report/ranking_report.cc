// A figure stands with its interval everywhere: without it, a few points between two rankers look like news.
#include <algorithm>
#include <array>

#include "base/terminal.h"
#include "report/csv.h"
#include "report/json_parts.h"
#include "report/sheet.h"
#include "report/words.h"

namespace skillfit {
namespace {

constexpr std::string_view kLead = "skillfit - bm25";
constexpr std::array<std::string_view, kMeasures> kTitles = {"pair accuracy", "nDCG@5", "nDCG@10", "MAP"};
constexpr std::size_t kOurs = static_cast<std::size_t>(Ranker::skillfit);
constexpr std::size_t kTheirs = static_cast<std::size_t>(Ranker::bm25);
constexpr std::size_t kPairs = static_cast<std::size_t>(Measure::pair_accuracy);
constexpr std::size_t kPrecision = static_cast<std::size_t>(Measure::average_precision);

// Millionths to thousandths, halves away from 0.
std::int64_t rounded(std::int64_t millionths) {
  return (millionths + (millionths < 0 ? -500 : 500)) / 1000;
}

std::string text_of(std::int64_t millionths) {
  return thousandths(rounded(millionths));
}

// What one measure says: the rankers in their order, then what ours is ahead.
struct Named {
  std::string_view ranker;
  std::optional<Estimate> estimate;
};
std::vector<Named> estimates_of(const RankingEvaluation& evaluation, std::size_t measure) {
  std::vector<Named> out;
  for (std::size_t r = 0; r < kRankers; ++r)
    out.push_back({ranker_name(static_cast<Ranker>(r)), evaluation.figures[r][measure]});
  out.push_back({kLead, evaluation.lead[measure]});
  return out;
}

void write_measures(Sheet& sheet, const RankingEvaluation& evaluation) {
  constexpr Align kRight = Align::right;
  const std::vector<Column> columns = {{13}, {14, kRight}, {14, kRight}, {14, kRight}, {16, kRight}};
  std::vector<Cell> head = {{""}};
  for (const Named& named : estimates_of(evaluation, kPairs)) head.push_back({std::string(named.ranker), Style::quiet});
  sheet.row(0, columns, head);
  for (std::size_t m = 0; m < kMeasures; ++m) {
    std::vector<Cell> values = {{std::string(kTitles[m]), Style::strong}}, intervals = {{""}};
    for (const auto& [ranker, estimate] : estimates_of(evaluation, m)) {
      values.push_back({estimate ? text_of(estimate->value) : ""});
      const std::string interval = estimate ? text_of(estimate->low) + " to " + text_of(estimate->high) : "";
      intervals.push_back({interval, Style::quiet});
    }
    sheet.row(0, columns, values);
    sheet.row(0, columns, intervals);
  }
}

std::int64_t lead_in(const RankedPosting& posting) {
  return posting.means[kOurs][kPairs].value().value_or(0) - posting.means[kTheirs][kPairs].value().value_or(0);
}

std::string text_of(const Mean& mean) {
  const std::optional<std::int64_t> value = mean.value();
  return value ? text_of(*value) : "";
}

void write_postings(Sheet& sheet, const RankingReport& report) {
  std::vector<const RankedPosting*> postings;
  for (const RankedPosting& posting : report.evaluation.postings) postings.push_back(&posting);
  std::stable_sort(postings.begin(), postings.end(),
                   [](const RankedPosting* a, const RankedPosting* b) { return lead_in(*a) < lead_in(*b); });
  postings.resize(std::min(postings.size(), report.worst));
  if (postings.empty()) return;
  sheet.heading("By posting, where the lead over BM25 in pair accuracy is least");
  constexpr Align kRight = Align::right;
  const std::size_t path = std::min<std::size_t>(sheet.width() - 52, 48);
  sheet.row(2, {{path}, {8}, {15}, {15}}, {{""}, {""}, {"  pair accuracy"}, {"            MAP"}});
  const std::vector<Column> columns = {{path}, {8, kRight}, {8, kRight}, {5, kRight}, {8, kRight}, {5, kRight}};
  std::vector<Cell> head;
  for (const std::string_view name : {"", "relevant", "skillfit", "bm25", "skillfit", "bm25"})
    head.push_back({std::string(name), Style::quiet});
  sheet.row(2, columns, head);
  for (const RankedPosting* p : postings) {
    sheet.row(2, columns,
              {{cut_begin(printable(p->path), path), p->scored ? Style::plain : Style::bad},
               {grouped(p->relevant) + "/" + grouped(p->resumes)},
               {text_of(p->means[kOurs][kPairs])},
               {text_of(p->means[kTheirs][kPairs])},
               {text_of(p->means[kOurs][kPrecision])},
               {text_of(p->means[kTheirs][kPrecision])}});
  }
}

void write_posting(JsonWriter& json, const RankedPosting& posting) {
  json.begin_object();
  write_path(json, posting.path);
  json.key("resumes").number(static_cast<std::int64_t>(posting.resumes));
  json.key("relevant").number(static_cast<std::int64_t>(posting.relevant));
  json.key("pairs").number(static_cast<std::int64_t>(posting.pairs));
  json.key("scored").boolean(posting.scored);
  for (std::size_t r = 0; r < kRankers; ++r) {
    json.key(ranker_name(static_cast<Ranker>(r))).begin_object();
    for (std::size_t m = 0; m < kMeasures; ++m) {
      json.key(measure_name(static_cast<Measure>(m)));
      const std::optional<std::int64_t> value = posting.means[r][m].value();
      if (value) {
        json.thousandths(rounded(*value));
      } else {
        json.null();
      }
    }
    json.end_object();
  }
  json.end_object();
}

}  // namespace

std::string ranking_table(const RankingReport& report) {
  const RankingEvaluation& evaluation = report.evaluation;
  Sheet sheet(report.context.options);
  const std::string what = counted(evaluation.postings.size(), "posting") + ", " +
                           counted(evaluation.resumes, "resume") + ", " + counted(evaluation.judgements, "judgement") +
                           ", " + counted(evaluation.pairs, "pair") + " of different grades; as of " +
                           printable(report.context.options.as_of);
  sheet.hanging("", what, Style::strong);
  write_measures(sheet, evaluation);
  sheet.blank();
  sheet.hanging("",
                "Below each figure: the middle 95 % of " + grouped(kResamples) + " bootstrap samples of the postings.",
                Style::quiet);
  const auto unscored = std::count_if(evaluation.postings.begin(), evaluation.postings.end(),
                                      [](const RankedPosting& posting) { return !posting.scored; });
  if (unscored > 0) {
    sheet.hanging("",
                  counted(static_cast<std::uint64_t>(unscored), "posting") +
                      " without a requirement that was understood: all resumes tie",
                  Style::bad);
  }
  write_postings(sheet, report);
  return sheet.take();
}

std::string ranking_json(const RankingReport& report) {
  const RankingEvaluation& evaluation = report.evaluation;
  JsonWriter json = json_writer(report.context);
  json.begin_object().key("command").string("ranking");
  write_provenance(json, report.context);
  json.key("resumes").number(static_cast<std::int64_t>(evaluation.resumes));
  json.key("judgements").number(static_cast<std::int64_t>(evaluation.judgements));
  json.key("pairs").number(static_cast<std::int64_t>(evaluation.pairs));
  json.key("figures").begin_array();
  for (std::size_t m = 0; m < kMeasures; ++m) {
    for (const auto& [ranker, estimate] : estimates_of(evaluation, m)) {
      if (!estimate) continue;
      json.begin_object().key("measure").string(measure_name(static_cast<Measure>(m))).key("ranker").string(ranker);
      json.key("value").thousandths(rounded(estimate->value));
      json.key("low").thousandths(rounded(estimate->low));
      json.key("high").thousandths(rounded(estimate->high)).end_object();
    }
  }
  json.end_array().key("postings").begin_array();
  for (const RankedPosting& posting : evaluation.postings) write_posting(json, posting);
  return json.end_array().end_object().end_document().take();
}

std::string ranking_csv(const RankingReport& report) {
  std::string out = csv_line({"measure", "ranker", "value", "low", "high"});
  for (std::size_t m = 0; m < kMeasures; ++m) {
    for (const auto& [ranker, estimate] : estimates_of(report.evaluation, m)) {
      if (!estimate) continue;
      out += csv_line({std::string(measure_name(static_cast<Measure>(m))), std::string(ranker),
                       text_of(estimate->value), text_of(estimate->low), text_of(estimate->high)});
    }
  }
  return out;
}

}  // namespace skillfit
