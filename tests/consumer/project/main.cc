// Somebody else's program: everything through the one header skillfit.h.
#include <skillfit/skillfit.h>

#include <iostream>

int main() {
  using namespace skillfit;
  const Lexicon& lexicon = Lexicon::embedded();
  const Weights weights = Weights::embedded(lexicon);
  const EngineContext context{lexicon, weights, {}, make_month(2026, 6)};
  const auto resume = parse_document("Skills\nPython, PostgreSQL, Docker\n", "cv.txt");
  const auto posting = parse_document("Requirements\n- Python\n- Kubernetes\n", "posting.txt");
  if (!resume || !posting) return 1;
  const Analysis r = analyze(*resume, context, As::resume);
  const Analysis p = analyze(*posting, context, As::posting);
  const Match fit = match(r.profile, p.profile, lexicon);
  std::cout << fit.score.value_or(-1) << "\n";
  for (const Gap& gap : fit.gaps) {
    if (gap.skill) std::cout << lexicon.key(*gap.skill) << " +" << gap.gain << "\n";
  }
  return fit.score && *fit.score > 0 && *fit.score < kFullScore ? 0 : 1;
}
