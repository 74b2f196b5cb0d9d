// A skills section is a list somebody made of their own skills, so the share of its short items that the lexicon names
// says how much of a field it knows, without anybody marking anything. How many mentions there are for a hundred words
// stands beside it: a lexicon that names everything covers everything.
#include <algorithm>
#include <map>
#include <set>

#include "skillfit/evaluate.h"

namespace skillfit {
namespace {

constexpr std::uint32_t kMostWords = 3;

bool parts_items(const Token& token) {
  if (token.kind == TokenKind::bullet || token.kind == TokenKind::newline || token.kind == TokenKind::stop) return true;
  const char symbol = token.kind == TokenKind::symbol ? token.symbol() : ' ';
  return symbol == '*' || (!token.glued && (symbol == '.' || symbol == '-'));
}

// Words that are more than a number; 0 if there is nothing but numbers.
std::uint32_t words_of(const Tokens& tokens, TokenSpan item) {
  std::uint32_t words = 0, numbers = 0;
  for (std::uint32_t i = item.first; i < item.last; ++i) {
    words += tokens[i].kind == TokenKind::word;
    numbers += tokens[i].kind == TokenKind::word && tokens[i].numeric;
  }
  return words == numbers ? 0 : words;
}

class ItemCounter {
 public:
  ItemCounter(const Analysis& a, ListCoverage& out) : a_(a), out_(out) {}

  void count() {
    for (const Line& line : a_.outline.lines) {
      const bool lists = a_.outline.sections[line.section].kind == SectionKind::skills;
      if (lists && line.kind != LineKind::heading) count_line(line.tokens);
    }
  }

 private:
  void count_line(TokenSpan line) {
    std::uint32_t first = line.first;
    for (std::uint32_t i = line.first; i <= line.last; ++i) {
      if (i < line.last && !parts_items(a_.tokens[i])) continue;
      const bool lead_in = i < line.last && a_.tokens[i].symbol() == ':';  // "Languages:" names a group, not a skill
      if (!lead_in) count_item({first, i});
      first = i + 1;
    }
  }

  void count_item(TokenSpan item) {
    const std::vector<Mention>& mentions = a_.mentions.mentions;
    const std::uint32_t words = words_of(a_.tokens, item);
    if (words == 0 || words > kMostWords) return;
    while (next_ < mentions.size() && mentions[next_].tokens.last <= item.first) ++next_;
    const bool covered = next_ < mentions.size() && mentions[next_].tokens.first < item.last;
    ++out_.items;
    out_.covered += covered;
    if (!covered) out_.uncovered.emplace_back(slice(a_.tokens.text().folded(), a_.tokens.folded_span(item)));
  }

  const Analysis& a_;
  ListCoverage& out_;
  std::size_t next_ = 0;
};

std::uint64_t words_in(std::string_view text) {
  const auto is_space = [](char c) { return c == ' ' || (c >= '\t' && c <= '\r'); };
  std::uint64_t words = 0;
  bool inside = false;
  for (const char c : text) {
    words += !inside && !is_space(c);
    inside = !is_space(c);
  }
  return words;
}

// Of a list of counts, in thousandths; of an even number of them, the middle of the two in the middle.
std::int64_t median(std::vector<std::uint64_t> counts) {
  if (counts.empty()) return 0;
  std::sort(counts.begin(), counts.end());
  return static_cast<std::int64_t>(500 * (counts[(counts.size() - 1) / 2] + counts[counts.size() / 2]));
}

class GroupTotal {
 public:
  void add(const ListCoverage& document) {
    ++row_.documents;
    row_.items += document.items;
    row_.covered += document.covered;
    row_.mentions += document.mentions;
    row_.words += document.words;
    skills_.push_back(document.skills);
  }
  CoverageRow row(std::string group) {
    row_.group = std::move(group);
    row_.median_skills = median(skills_);
    return row_;
  }

 private:
  CoverageRow row_;
  std::vector<std::uint64_t> skills_;
};

}  // namespace

ListCoverage cover(const Analysis& analysis, const Lexicon& lexicon) {
  ListCoverage out;
  ItemCounter(analysis, out).count();
  std::set<SkillId> skills;
  for (const Mention& m : analysis.mentions.mentions) {
    if (lexicon.kind(m.skill) != SkillKind::soft) skills.insert(m.skill);
  }
  out.skills = skills.size();
  out.mentions = analysis.mentions.mentions.size();
  out.words = words_in(analysis.document.text);
  return out;
}

Coverage sum_coverage(const std::vector<std::pair<std::string, ListCoverage>>& documents, std::size_t worst) {
  GroupTotal all;
  std::map<std::string, GroupTotal> groups;
  std::map<std::string, std::uint64_t> uncovered;
  for (const auto& [group, document] : documents) {
    all.add(document);
    groups[group].add(document);
    for (const std::string& item : document.uncovered) ++uncovered[item];
  }
  Coverage out{all.row("all"), {}, {uncovered.begin(), uncovered.end()}};
  for (auto& [group, total] : groups) {
    if (groups.size() > 1) out.groups.push_back(total.row(group));
  }
  std::stable_sort(out.uncovered.begin(), out.uncovered.end(),
                   [](const auto& a, const auto& b) { return a.second > b.second; });
  if (out.uncovered.size() > worst) out.uncovered.resize(worst);
  return out;
}

}  // namespace skillfit
