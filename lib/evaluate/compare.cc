// Predictions are disjoint and in order, so those that touch a marked span are neighbours and binary search finds them.
#include "evaluate/compare.h"

#include <algorithm>
#include <span>

#include "skillfit/text.h"

namespace skillfit {
namespace {

std::string folded(std::string_view surface) {
  const Text text = normalize(surface);
  return std::string(text.folded());
}

class Comparer {
 public:
  Comparer(const GoldDocument& gold, const std::vector<Prediction>& predictions, const EvaluateOptions& options)
      : gold_(gold), predictions_(predictions), options_(options), touching_(predictions.size()) {}

  Comparison compare() {
    std::vector<bool> taken(predictions_.size());
    for (const GoldMention& mark : gold_.mentions) {
      const std::span<const Prediction> near = touching(mark.span);
      for (const Prediction& p : near) touching_[index_of(p)] = true;
      if (!counts(mark.type, options_)) continue;
      const auto exact = std::find_if(near.begin(), near.end(),
                                      [&](const Prediction& p) { return p.span == mark.span && !taken[index_of(p)]; });
      count_mark(mark, !near.empty());
      if (exact != near.end()) {
        taken[index_of(*exact)] = true;
        count_pair(mark, *exact);
      } else {
        note_unfound(mark, near);
      }
    }
    count_predictions();
    return std::move(out_);
  }

 private:
  std::string surface(SourceSpan span) const { return folded(slice(gold_.text, span)); }

  std::size_t index_of(const Prediction& p) const { return static_cast<std::size_t>(&p - predictions_.data()); }

  std::span<const Prediction> touching(SourceSpan span) const {
    const auto ends_before = [](const Prediction& p, std::uint32_t at) { return p.span.end <= at; };
    const auto begins_before = [](const Prediction& p, std::uint32_t at) { return p.span.begin < at; };
    const auto first = std::lower_bound(predictions_.begin(), predictions_.end(), span.begin, ends_before);
    const auto last = std::lower_bound(first, predictions_.end(), span.end, begins_before);
    return {predictions_.data() + (first - predictions_.begin()), static_cast<std::size_t>(last - first)};
  }

  void add(MistakeKind kind, SourceSpan span, std::string expected, std::string found) {
    out_.mistakes.push_back({kind, surface(span), std::move(expected), std::move(found), 1, 0, span});
  }

  void count_mark(const GoldMention& mark, bool touched) {
    ++out_.figures.gold;
    out_.figures.touched += touched;
    out_.figures.keyed_gold += !mark.skill.empty();
  }

  void count_pair(const GoldMention& mark, const Prediction& found) {
    ++out_.figures.exact;
    if (!mark.skill.empty()) {
      out_.figures.keyed_exact += mark.skill == found.skill;
      if (mark.skill != found.skill) add(MistakeKind::wrong_skill, mark.span, mark.skill, std::string(found.skill));
    }
    if (!mark.stance) return;
    ++out_.figures.stances[static_cast<std::size_t>(*mark.stance)][static_cast<std::size_t>(found.stance)];
    if (*mark.stance != found.stance) {
      add(MistakeKind::wrong_stance, mark.span, std::string(stance_name(*mark.stance)),
          std::string(stance_name(found.stance)));
    }
  }

  void note_unfound(const GoldMention& mark, std::span<const Prediction> near) {
    if (near.empty()) return add(MistakeKind::miss, mark.span, mark.skill, {});
    std::string found;
    for (const Prediction& p : near) found += (found.empty() ? "" : " + ") + surface(p.span);
    add(MistakeKind::wrong_ends, mark.span, surface(mark.span), std::move(found));
  }

  void count_predictions() {
    Figures& figures = out_.figures;
    figures.documents = 1;
    figures.predicted = predictions_.size();
    for (const Prediction& p : predictions_) {
      figures.touching += touching_[index_of(p)];
      figures.keyed_predicted += figures.keyed_gold > 0 && !p.skill.empty();
      if (!touching_[index_of(p)]) add(MistakeKind::false_positive, p.span, {}, std::string(p.skill));
    }
  }

  const GoldDocument& gold_;
  const std::vector<Prediction>& predictions_;
  const EvaluateOptions& options_;
  std::vector<bool> touching_;
  Comparison out_;
};

}  // namespace

bool counts(const std::string& type, const EvaluateOptions& options) {
  return options.types.empty() || std::find(options.types.begin(), options.types.end(), type) != options.types.end();
}

std::vector<Prediction> predictions_of(const Mentions& found, const Lexicon& lexicon, const EvaluateOptions& options) {
  std::vector<Prediction> predictions;
  const auto left_out = [&](SkillKind kind) {
    return std::find(options.without_kinds.begin(), options.without_kinds.end(), kind) != options.without_kinds.end();
  };
  for (const Mention& m : found.mentions) {
    if (!left_out(lexicon.kind(m.skill))) predictions.push_back({m.span, lexicon.key(m.skill), m.stance});
  }
  if (options.terms) {
    for (const Term& term : found.terms) predictions.push_back({term.span, {}, term.stance});
  }
  std::sort(predictions.begin(), predictions.end(),
            [](const Prediction& a, const Prediction& b) { return a.span < b.span; });
  return predictions;
}

Comparison compare(const GoldDocument& gold, const std::vector<Prediction>& predictions,
                   const EvaluateOptions& options) {
  return Comparer(gold, predictions, options).compare();
}

}  // namespace skillfit
