// Documents are read and compared on any thread, each into a slot of its own; everything is added up afterwards, in
// their order. A share is only ever made of whole counts.
#include <algorithm>
#include <map>
#include <set>
#include <tuple>

#include "engine/batch.h"
#include "evaluate/compare.h"

namespace skillfit {
namespace {

Comparison evaluate_one(const GoldDocument& gold, const EngineContext& context, const EvaluateOptions& options) {
  Document document;
  document.path = gold.id;
  document.text = gold.text;
  const Analysis a = analyze(std::move(document), context, gold.as ? gold.as : options.as);
  return compare(gold, predictions_of(a.mentions, context.lexicon, options), options);
}

// Counts equal mistakes as one; the first keeps its place.
class MistakeCounter {
 public:
  void add(Mistake mistake, std::size_t document) {
    mistake.document = document;
    Key key{mistake.kind, mistake.surface, mistake.expected, mistake.found};
    const auto [at, is_new] = seen_.try_emplace(std::move(key), mistakes_.size());
    if (is_new) {
      mistakes_.push_back(std::move(mistake));
    } else {
      ++mistakes_[at->second].count;
    }
  }

  // By kind, most frequent first, then in the order of places; at most `worst` of a kind.
  std::vector<Mistake> take(std::size_t worst) {
    std::stable_sort(mistakes_.begin(), mistakes_.end(), [](const Mistake& a, const Mistake& b) {
      return a.kind != b.kind ? a.kind < b.kind : a.count > b.count;
    });
    std::size_t of_kind = 0;
    std::vector<Mistake> out;
    for (Mistake& mistake : mistakes_) {
      of_kind = !out.empty() && out.back().kind == mistake.kind ? of_kind : 0;
      if (of_kind++ < worst) out.push_back(std::move(mistake));
    }
    return out;
  }

 private:
  using Key = std::tuple<MistakeKind, std::string, std::string, std::string>;
  std::map<Key, std::size_t> seen_;
  std::vector<Mistake> mistakes_;
};

std::vector<std::string> unknown_skills(const std::vector<GoldDocument>& gold, const Lexicon& lexicon) {
  std::set<std::string> unknown;
  for (const GoldDocument& document : gold) {
    for (const GoldMention& mark : document.mentions) {
      if (!mark.skill.empty() && !lexicon.find(mark.skill)) unknown.insert(mark.skill);
    }
  }
  return {unknown.begin(), unknown.end()};
}

Evaluation add_up(const std::vector<GoldDocument>& gold, std::vector<Comparison> comparisons,
                  const EvaluateOptions& options) {
  Evaluation out;
  out.options = options;
  out.all.part = "all";
  std::map<std::string, Figures> parts;
  MistakeCounter mistakes;
  for (std::size_t i = 0; i < gold.size(); ++i) {
    out.all += comparisons[i].figures;
    parts[gold[i].part] += comparisons[i].figures;
    for (Mistake& mistake : comparisons[i].mistakes) mistakes.add(std::move(mistake), i);
  }
  for (auto& [part, figures] : parts) {
    figures.part = part;
    if (parts.size() > 1) out.parts.push_back(figures);
  }
  out.mistakes = mistakes.take(options.worst);
  return out;
}

}  // namespace

std::optional<std::int64_t> Ratio::thousandths() const {
  if (of == 0) return {};
  return static_cast<std::int64_t>((2000 * hits + of) / (2 * of));
}

Ratio Figures::stance_accuracy() const {
  Ratio ratio;
  for (std::size_t marked = 0; marked < kStances; ++marked) {
    ratio.hits += stances[marked][marked];
    for (const std::uint64_t count : stances[marked]) ratio.of += count;
  }
  return ratio;
}

Figures& Figures::operator+=(const Figures& other) {
  constexpr std::array kCounts = {
      &Figures::documents, &Figures::gold,       &Figures::predicted,       &Figures::exact,      &Figures::touching,
      &Figures::touched,   &Figures::keyed_gold, &Figures::keyed_predicted, &Figures::keyed_exact};
  for (const auto count : kCounts) this->*count += other.*count;
  for (std::size_t marked = 0; marked < kStances; ++marked) {
    for (std::size_t found = 0; found < kStances; ++found) stances[marked][found] += other.stances[marked][found];
  }
  return *this;
}

std::string_view mistake_name(MistakeKind kind) {
  constexpr std::array<std::string_view, 5> kNames = {"false_positive", "miss", "wrong_ends", "wrong_skill",
                                                      "wrong_stance"};
  return kNames[static_cast<std::size_t>(kind)];
}

Evaluation evaluate(const std::vector<GoldDocument>& gold, const EngineContext& context, const EvaluateOptions& options,
                    const BatchOptions& batch) {
  std::vector<Comparison> comparisons(gold.size());
  for_each_input(gold.size(), batch, [&](std::size_t i) {
    if (!stop_asked(batch)) comparisons[i] = evaluate_one(gold[i], context, options);
  });
  Evaluation out = add_up(gold, std::move(comparisons), options);
  out.unknown = unknown_skills(gold, context.lexicon);
  return out;
}

}  // namespace skillfit
