// A job title in words that say which job it is: "Senior Data Engineers (m/f/d) - Berlin" is "data", "engineer". Words
// that name the same job become one word, so that a developer is an engineer on both sides.
#include <algorithm>
#include <array>
#include <functional>
#include <iterator>

#include "outline/title_words.h"
#include "outline/titles.h"
#include "profile/parts.h"

namespace skillfit {
namespace {

// Seniority, working time and place, and words that carry no meaning in a title.
constexpr auto kPassedOver = std::to_array<std::string_view>({
    "all",       "an",         "and",      "associate", "contract", "contractor", "end",       "entry",    "for",
    "freelance", "full",       "fulltime", "gender",    "genders",  "hybrid",     "ii",        "iii",      "in",
    "intern",    "internship", "iv",       "job",       "jr",       "junior",     "lead",      "level",    "mid",
    "middle",    "of",         "on",       "onsite",    "part",     "parttime",   "permanent", "position", "principal",
    "remote",    "role",       "senior",   "site",      "sr",       "staff",      "temporary", "the",      "time",
    "title",     "to",         "vacancy",  "wanted",    "with",
});

bool is_passed_over(std::string_view word) {
  return std::find(kPassedOver.begin(), kPassedOver.end(), word) != kPassedOver.end();
}

// Words of rank; some only in front of a certain next word ("staff engineer" is a rank, "staff nurse" is a nurse).
struct RankWord {
  std::string_view word, next;
  Seniority seniority;
};
constexpr auto kRanks = std::to_array<RankWord>({
    {"apprentice", "", Seniority::intern},
    {"ceo", "", Seniority::head},
    {"cfo", "", Seniority::head},
    {"chief", "", Seniority::head},
    {"cio", "", Seniority::head},
    {"cto", "", Seniority::head},
    {"director", "", Seniority::head},
    {"entry", "level", Seniority::junior},
    {"graduate", "", Seniority::junior},
    {"head", "of", Seniority::head},
    {"ii", "", Seniority::mid},
    {"iii", "", Seniority::senior},
    {"intermediate", "", Seniority::mid},
    {"intern", "", Seniority::intern},
    {"internship", "", Seniority::intern},
    {"jr", "", Seniority::junior},
    {"junior", "", Seniority::junior},
    {"lead", "", Seniority::lead},
    {"mid", "", Seniority::mid},
    {"midlevel", "", Seniority::mid},
    {"principal", "", Seniority::lead},
    {"senior", "", Seniority::senior},
    {"sr", "", Seniority::senior},
    {"staff", "data", Seniority::lead},
    {"staff", "developer", Seniority::lead},
    {"staff", "engineer", Seniority::lead},
    {"staff", "scientist", Seniority::lead},
    {"staff", "software", Seniority::lead},
    {"trainee", "", Seniority::intern},
    {"vice", "president", Seniority::head},
    {"vp", "", Seniority::head},
});

// Where a title ends on its line, if anywhere: a comma or dash may be followed by the trade, nothing else can be.
enum class Break : std::uint8_t { none, pause, end };

Break break_at(const Tokens& tokens, std::uint32_t i) {
  const Token& token = tokens[i];
  if (token.kind == TokenKind::word) return tokens.word(i) == "at" ? Break::end : Break::none;
  const char symbol = token.symbol();
  if (symbol == ',' || (symbol == '-' && !token.glued)) return Break::pause;
  return symbol == '|' || symbol == '@' || symbol == ';' ? Break::end : Break::none;
}

struct NamedWord {
  std::string word;
  Trades trades = 0;
  TokenSpan tokens;
};

// A word that makes a name with the one before it ("human", "resources") takes its place.
void add_word(const Tokens& tokens, std::uint32_t i, std::vector<NamedWord>& words) {
  std::string word = canonical_title_word(tokens.word(i));
  TokenSpan span{i, i + 1};
  if (!words.empty() && words.back().tokens.last == i) {
    if (const std::string_view joined = joined_title_words(words.back().word, word); !joined.empty()) {
      span.first = words.back().tokens.first;
      word = joined;
      words.pop_back();
    }
  }
  // An engineer is of whatever trade the other words say, a developer of one.
  const bool of_any = tokens.word(i) == "engineer" || tokens.word(i) == "engineers";
  const Trades trades = of_any ? 0 : trades_of(word);
  words.push_back({std::move(word), trades, span});
}

std::vector<NamedWord> read_words(const Tokens& tokens, TokenSpan title) {
  std::vector<NamedWord> words;
  std::size_t before_pause = 0;
  int depth = 0;  // of parentheses
  const auto tells_trade = [](const NamedWord& named) { return named.trades != 0; };
  const auto drop_the_rest = [&] {  // behind a pause only the trade is part of the title
    const auto behind = words.begin() + static_cast<std::ptrdiff_t>(before_pause);
    if (before_pause > 0) words.erase(std::remove_if(behind, words.end(), std::not_fn(tells_trade)), words.end());
  };
  for (std::uint32_t i = title.first; i < title.last; ++i) {
    const Break here = depth == 0 && !words.empty() ? break_at(tokens, i) : Break::none;
    if (here == Break::end || (here == Break::pause && (before_pause > 0 || std::ranges::any_of(words, tells_trade)))) {
      break;
    }
    if (here == Break::pause) before_pause = words.size();
    const bool is_word = tokens[i].kind == TokenKind::word;
    const char symbol = is_word ? ' ' : tokens[i].symbol();
    if (symbol == '(' || symbol == '[') ++depth;
    if (symbol == ')' || symbol == ']') depth = std::max(depth - 1, 0);
    if (!is_word || depth > 0 || tokens[i].size < 2 || tokens[i].numeric) continue;
    if (!is_passed_over(tokens.word(i))) add_word(tokens, i, words);
  }
  drop_the_rest();
  return words;
}

// What a list of skills calls a job: "sous chef", "head of kitchen", "chef de partie", not "lead generation".
bool calls_a_job(const ProfileInput& posting, TokenSpan item) {
  constexpr std::array<std::string_view, 4> kGoesOn = {"de", "for", "in", "of"};
  const Reading reading{posting.document, posting.tokens, posting.context.lexicon.compiled()};
  for (std::uint32_t i = item.first; i < item.last; ++i) {
    const bool head = i + 1 == item.last || std::ranges::count(kGoesOn, posting.tokens.word(i + 1)) > 0;
    if (head && names_a_job(reading, {i, i + 1})) return !read_words(posting.tokens, item).empty();
  }
  return false;
}

}  // namespace

std::vector<TokenSpan> titles_of(const ProfileInput& posting) {
  if (!posting.outline.title.empty()) return {posting.outline.title};
  std::vector<TokenSpan> jobs;
  for (const Term& term : posting.mentions.terms) {
    if (term.listed && is_asked_for(term) && calls_a_job(posting, term.tokens)) jobs.push_back(term.tokens);
  }
  return jobs;
}

void add_posting_title(const TitlePlace& place, std::vector<TitleWord>& words) {
  const std::uint32_t number = words.empty() ? 0 : words.back().title + 1;
  std::vector<TitleWord> more;
  add_title_words(place, more);
  for (TitleWord& word : more) word.title = number;
  words.insert(words.end(), std::move_iterator(more.begin()), std::move_iterator(more.end()));
}

Seniority seniority_of(const Tokens& tokens, TokenSpan title) {
  Seniority highest = Seniority::unstated;
  for (std::uint32_t i = title.first; i < title.last; ++i) {
    if (tokens[i].kind != TokenKind::word) continue;
    std::uint32_t next = i + 1;
    while (next < title.last && tokens[next].kind != TokenKind::word) ++next;
    for (const RankWord& rank : kRanks) {
      if (tokens.word(i) != rank.word) continue;
      const bool meant = rank.next.empty() || (next < title.last && tokens.word(next) == rank.next);
      if (meant) highest = std::max(highest, rank.seniority);
    }
  }
  return highest;
}

void add_title_words(const TitlePlace& place, std::vector<TitleWord>& words) {
  std::vector<NamedWord> named_words = read_words(place.tokens, place.title);
  for (NamedWord& named : named_words) {
    const SourceSpan span = place.tokens.source_span(named.tokens);
    const auto known = std::ranges::find(words, named.word, &TitleWord::word);
    if (known == words.end()) {
      if (place.beside_name && named_words.size() > 1 && people_are_named(named.word)) continue;
      const std::int32_t weight = title_word_weight(named.word);
      words.push_back({std::move(named.word), named.trades, weight, place.latest, span, place.section});
    } else if (place.latest && !known->latest) {
      known->latest = true;
      known->span = span;
      known->section = place.section;
    }
  }
}

}  // namespace skillfit
