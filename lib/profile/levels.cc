// How well a language is spoken stands right before its name ("fluent in German") or right behind it ("German: C1"). A
// level between two languages belongs to the one from which no comma and no "and" parts it; in front of a list it holds
// for the whole list ("fluent in English, German and Spanish").
#include <algorithm>
#include <array>

#include "profile/parts.h"
#include "token/sentence.h"

namespace skillfit {
namespace {

constexpr std::uint32_t kReach = 7;  // tokens between a language and its level

// Which level a phrase stands for; of two that begin alike the longer one stands first. See docs/scoring.md.
struct LevelPhrase {
  std::string_view first, second;  // folded words; second may be empty
  LanguageLevel level;
};
constexpr auto kPhrases = std::to_array<LevelPhrase>({
    {"a1", "", LanguageLevel::a1},
    {"a2", "", LanguageLevel::a2},
    {"b1", "", LanguageLevel::b1},
    {"b2", "", LanguageLevel::b2},
    {"c1", "", LanguageLevel::c1},
    {"c2", "", LanguageLevel::c2},
    {"near", "native", LanguageLevel::c2},
    {"mother", "tongue", LanguageLevel::native},
    {"first", "language", LanguageLevel::native},
    {"native", "", LanguageLevel::native},
    {"natively", "", LanguageLevel::native},
    {"bilingual", "", LanguageLevel::native},
    {"muttersprache", "", LanguageLevel::native},
    {"muttersprachler", "", LanguageLevel::native},
    {"full", "professional", LanguageLevel::c1},
    {"very", "good", LanguageLevel::c1},
    {"fluent", "", LanguageLevel::c1},
    {"fluently", "", LanguageLevel::c1},
    {"fluency", "", LanguageLevel::c1},
    {"fließend", "", LanguageLevel::c1},
    {"fliessend", "", LanguageLevel::c1},
    {"verhandlungssicher", "", LanguageLevel::c1},
    {"excellent", "", LanguageLevel::c1},
    {"advanced", "", LanguageLevel::c1},
    {"proficient", "", LanguageLevel::c1},
    {"strong", "", LanguageLevel::c1},
    {"upper", "intermediate", LanguageLevel::b2},
    {"business", "", LanguageLevel::b2},
    {"professional", "", LanguageLevel::b2},
    {"good", "", LanguageLevel::b2},
    {"gut", "", LanguageLevel::b2},
    {"lower", "intermediate", LanguageLevel::a2},
    {"limited", "working", LanguageLevel::b1},
    {"working", "knowledge", LanguageLevel::b1},
    {"conversational", "", LanguageLevel::b1},
    {"conversant", "", LanguageLevel::b1},
    {"intermediate", "", LanguageLevel::b1},
    {"basic", "", LanguageLevel::a2},
    {"basics", "", LanguageLevel::a2},
    {"elementary", "", LanguageLevel::a2},
    {"grundkenntnisse", "", LanguageLevel::a2},
    {"beginner", "", LanguageLevel::a1},
    {"beginners", "", LanguageLevel::a1},
});

struct Level {
  LanguageLevel level = LanguageLevel::unstated;
  TokenSpan tokens;
};

class LevelFinder {
 public:
  explicit LevelFinder(const ProfileInput& input) : input_(input), tokens_(input.tokens) {}

  // To be called for every mention of a language, in text order.
  LanguageLevel take(const Mention& language, std::uint32_t next_on_line) {
    const TokenSpan line = input_.outline.lines[language.line].tokens;
    const bool same_line = before_ != nullptr && before_->line == language.line;
    const std::uint32_t begin = same_line ? std::max(before_->tokens.last, spent_) : line.first;
    const Level front = in_front(language, begin);
    const Level behind = right_behind(language, std::min(next_on_line, line.last));
    LanguageLevel level = best(front.level, behind.level);
    const bool listed = same_line && link_between(tokens_, *before_, language) != Link::none;
    listed_level_ = front.level != LanguageLevel::unstated ? front.level
                    : listed                               ? listed_level_
                                                           : LanguageLevel::unstated;
    if (level == LanguageLevel::unstated) level = listed_level_;
    before_ = &language;
    spent_ = behind.tokens.last;
    return level;
  }

 private:
  // Said twice, a posting means the lower one ("B2 or C1"), a resume the higher.
  LanguageLevel best(LanguageLevel a, LanguageLevel b) const {
    if (a == LanguageLevel::unstated || b == LanguageLevel::unstated) return std::max(a, b);
    return input_.outline.as == As::posting ? std::min(a, b) : std::max(a, b);
  }

  std::string_view word(std::uint32_t i) const {
    const bool is_word = i < tokens_.size() && tokens_[i].kind == TokenKind::word;
    return is_word ? tokens_.word(i) : std::string_view();
  }

  Level level_at(std::uint32_t i) const {
    const std::string_view first = word(i);
    if (first.empty()) return {};
    const bool hyphen = i + 1 < tokens_.size() && tokens_[i + 1].kind == TokenKind::symbol &&
                        tokens_[i + 1].symbol() == '-' && tokens_[i + 1].glued;
    const std::uint32_t second = hyphen ? i + 2 : i + 1;
    for (const LevelPhrase& phrase : kPhrases) {
      if (phrase.first != first) continue;
      if (phrase.second.empty()) return {phrase.level, {i, i + 1}};
      if (phrase.second == word(second)) return {phrase.level, {i, second + 1}};
    }
    return {};
  }

  // A comma, a bar, a bullet, "and": what stands behind it speaks of something else.
  bool separates(std::uint32_t i) const {
    const Token& token = tokens_[i];
    if (token.kind == TokenKind::word) {
      const std::string_view text = tokens_.word(i);
      return text == "and" || text == "or" || text == "but" || text == "with" || text == "plus";
    }
    const char symbol = token.symbol();
    return token.kind == TokenKind::bullet || symbol == ',' || symbol == ';' || symbol == '|';
  }

  Level in_front(const Mention& language, std::uint32_t begin) const {
    const std::uint32_t reach = language.tokens.first - std::min(language.tokens.first, kReach);
    Level found;
    for (std::uint32_t i = language.tokens.first; i > std::max(begin, reach);) {
      --i;
      const char symbol = tokens_[i].kind == TokenKind::word ? ' ' : tokens_[i].symbol();
      if (symbol != ' ' && symbol != '/' && symbol != '&' && symbol != '-') break;
      if (const Level level = level_at(i); level.level != LanguageLevel::unstated) {
        found = {best(found.level, level.level), level.tokens};
      }
    }
    return found;
  }

  Level right_behind(const Mention& language, std::uint32_t end) const {
    bool separated = false;
    Level found;
    for (std::uint32_t i = language.tokens.last; i < std::min(end, language.tokens.last + kReach); ++i) {
      const Level level = level_at(i);
      if (level.level != LanguageLevel::unstated) {
        if (separated && belongs_to_next(level.tokens.last, end)) break;
        found = {best(found.level, level.level), {found.tokens.first, level.tokens.last}};
        i = level.tokens.last - 1;
      } else if (ends_sentence(tokens_, i)) {
        break;
      } else if (separates(i)) {
        if (found.level != LanguageLevel::unstated) break;
        separated = true;
      }
    }
    return found;
  }

  // Nothing parts the level that ends before `i` from the language at `next`.
  bool belongs_to_next(std::uint32_t i, std::uint32_t next) const {
    if (next >= tokens_.size() || tokens_[next].kind == TokenKind::newline) return false;
    for (; i < next; ++i) {
      if (separates(i) || ends_sentence(tokens_, i)) return false;
    }
    return true;
  }

  const ProfileInput& input_;
  const Tokens& tokens_;
  const Mention* before_ = nullptr;  // the language before
  std::uint32_t spent_ = 0;          // its level's tokens end here
  LanguageLevel listed_level_ = LanguageLevel::unstated;
};

}  // namespace

std::vector<LanguageLevel> find_levels(const ProfileInput& input) {
  const std::vector<Mention>& mentions = input.mentions.mentions;
  const auto is_language = [&](const Mention& m) { return input.context.lexicon.kind(m.skill) == SkillKind::language; };
  std::vector<LanguageLevel> levels;
  LevelFinder finder(input);
  for (std::size_t i = 0; i < mentions.size(); ++i) {
    if (!is_language(mentions[i])) continue;
    levels.resize(mentions.size(), LanguageLevel::unstated);
    const auto next = std::find_if(mentions.begin() + static_cast<std::ptrdiff_t>(i) + 1, mentions.end(), is_language);
    levels[i] = finder.take(mentions[i], next == mentions.end() ? input.tokens.size() : next->tokens.first);
  }
  return levels;
}

}  // namespace skillfit
