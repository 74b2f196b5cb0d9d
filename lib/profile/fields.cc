// What a degree is in: "a degree in accounting, finance or a related field". The fields are knowledge that the words
// behind a degree name. A posting asks for one of them, not for each.
#include <algorithm>
#include <array>

#include "profile/parts.h"

namespace skillfit {
namespace {

bool is_field(SkillKind kind) {
  return kind == SkillKind::knowledge || kind == SkillKind::method;
}

// "or a related field", "or similar", "or another relevant discipline".
bool says_related(const Tokens& tokens, TokenSpan field) {
  constexpr std::array<std::string_view, 5> kRelated = {"related", "relevant", "similar", "comparable", "equivalent"};
  for (std::uint32_t i = field.first; i < std::min(field.last + 1, tokens.size()); ++i) {
    if (tokens[i].kind != TokenKind::word) continue;
    if (std::find(kRelated.begin(), kRelated.end(), tokens.word(i)) != kRelated.end()) return true;
  }
  return false;
}

void insert_ascending(Few<SkillId, 2>& fields, SkillId skill) {
  if (std::find(fields.begin(), fields.end(), skill) != fields.end()) return;
  fields.push_back(skill);
  std::sort(fields.begin(), fields.end());
}

}  // namespace

std::vector<bool> find_fields(const ProfileInput& input) {
  std::vector<bool> in_field;
  const std::vector<Mention>& mentions = input.mentions.mentions;
  auto mention = mentions.begin();
  for (const Degree& degree : input.outline.degrees) {
    while (mention != mentions.end() && mention->tokens.first < degree.tokens.first) ++mention;
    for (; mention != mentions.end() && mention->tokens.first < degree.field.last; ++mention) {
      if (mention->tokens.first < degree.field.first || !is_field(input.context.lexicon.kind(mention->skill))) continue;
      in_field.resize(mentions.size());
      in_field[static_cast<std::size_t>(mention - mentions.begin())] = true;
    }
  }
  return in_field;
}

DegreeFields fields_of(const ProfileInput& input, std::span<const Graded> graded) {
  DegreeFields found;
  const std::vector<bool> in_field = find_fields(input);
  for (std::size_t i = 0; i < in_field.size(); ++i) {
    if (in_field[i] && graded[i].grade != Grade::none) insert_ascending(found.any_of, input.mentions.mentions[i].skill);
  }
  for (const Degree& degree : input.outline.degrees) {
    found.related = found.related || says_related(input.tokens, degree.field);
  }
  return found;
}

}  // namespace skillfit
