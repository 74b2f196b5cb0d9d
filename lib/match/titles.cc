// Whom a recruiter calls first is who does the job now; then who once did it; then who does another job of the trade:
// a line cook for a sous chef, rather than a bookkeeper. Each word of the posting's title earns by the best of these.
#include "match/titles.h"

#include <algorithm>

#include "outline/title_words.h"

namespace skillfit {
namespace {

// Thousandths: a word in the title that the resume goes by, in an earlier one. Another word of the trade: half.
constexpr std::int32_t kLatest = 1000, kEarlier = 500;
constexpr std::int32_t kTradeDivisor = 2;

std::int32_t worth(const TitleWord& held, const TitleWord& wanted) {
  const std::int32_t when = held.latest ? kLatest : kEarlier;
  if (held.word == wanted.word) return when;
  return (held.trades & wanted.trades) != 0 ? when / kTradeDivisor : 0;
}

}  // namespace

TitleHeld share_of_title(const Profile& resume, const TitleWord& wanted) {
  TitleHeld best;
  for (const TitleWord& held : resume.title_words) {
    const std::int32_t thousandths = worth(held, wanted);
    if (thousandths > best.thousandths) best = {thousandths, &held};
  }
  return best;
}

TitleValue title_value(const Profile& resume, std::span<const TitleWord> title) {
  TitleValue value;
  for (const TitleWord& wanted : title) {
    value.all += 1000 * std::int64_t{wanted.weight};
    value.shared += std::int64_t{wanted.weight} * share_of_title(resume, wanted).thousandths;
  }
  return value;
}

std::span<const TitleWord> nearest_title(const Profile& resume, const Profile& posting) {
  std::span<const TitleWord> nearest;
  TitleValue best;
  for (std::span<const TitleWord> left = posting.title_words; !left.empty();) {
    const auto end = std::ranges::find_if(left, [&](const TitleWord& word) { return word.title != left[0].title; });
    const std::span<const TitleWord> title(left.begin(), end);
    left = left.subspan(title.size());
    const TitleValue value = title_value(resume, title);
    if (!nearest.empty() && value.shared * best.all <= best.shared * value.all) continue;
    nearest = title;
    best = value;
  }
  return nearest;
}

std::vector<TitleShare> title_shares(const Profile& resume, const Profile& posting) {
  std::vector<TitleShare> shares;
  for (const TitleWord& wanted : nearest_title(resume, posting)) {
    const TitleHeld held = share_of_title(resume, wanted);
    const bool by_trade = held.by != nullptr && held.by->word != wanted.word;
    TitleShare& share = shares.emplace_back();
    share.word = wanted.word;
    share.span = wanted.span;
    share.weight = wanted.weight;
    share.share = held.thousandths;
    share.earlier = held.by != nullptr && !held.by->latest;
    if (by_trade) share.trade = trade_name(held.by->trades & wanted.trades);
  }
  return shares;
}

std::vector<Evidence> title_evidence(const Profile& resume, const Profile& posting) {
  std::vector<const TitleWord*> words;
  for (const TitleWord& wanted : nearest_title(resume, posting)) {
    const TitleWord* held = share_of_title(resume, wanted).by;
    if (held != nullptr && std::ranges::count(words, held) == 0) words.push_back(held);
  }
  std::ranges::sort(words, {}, [](const TitleWord* word) { return word->span; });
  std::vector<Evidence> evidence;
  for (const TitleWord* word : words) {
    evidence.push_back({word->span, word->section, Stance::has, word->latest ? Grade::position : Grade::prose, -1});
  }
  return evidence;
}

}  // namespace skillfit
