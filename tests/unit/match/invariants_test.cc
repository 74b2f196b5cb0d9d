// The promises of the score, on thousands of generated pairs.
#include <doctest/doctest.h>

#include <algorithm>
#include <array>
#include <map>
#include <set>

#include "sample_profiles.h"

using namespace skillfit;
using namespace skillfit::testing;

namespace {

constexpr int kRounds = 3000;

Match match_of(const Profile& resume, const Profile& posting) {
  return match(resume, posting, sample_lexicon());
}

// Holds everything the posting asks for, as often as the posting names it.
Profile satisfying(const Profile& posting) {
  Profile resume = empty_profile(As::resume);
  for (const SkillEvidence& asked : posting.skills) {
    for (std::size_t i = 0; i < asked.evidence.size(); ++i) add_evidence(resume, asked.skill, Grade::position);
  }
  for (const Requirement& requirement : posting.requirements) {
    if (requirement.kind == RequirementKind::skill) {
      for (const SkillId id : requirement.any_of) resume = meet(resume, posting, requirement, id);
    } else {
      resume = meet(resume, posting, requirement, {});
    }
  }
  return resume;
}

bool is_held_or_not(SkillId id) {
  const SkillKind kind = sample_lexicon().kind(id);
  return kind == SkillKind::certificate || kind == SkillKind::language;
}

std::int64_t slow_grade_value(Grade grade, SkillId as) {
  if (grade == Grade::none) return 0;
  if (is_held_or_not(as)) return 1'000'000;
  return grade == Grade::list ? 400'000 : grade == Grade::prose ? 700'000 : 1'000'000;
}

// By the definition, over all skills of the lexicon: what the resume earns for one asked skill, in millionths.
std::int64_t slow_value(const Profile& resume, SkillId asked, const Requirement& requirement) {
  const Lexicon& lexicon = sample_lexicon();
  std::int64_t best = 0;
  const auto held_for = [&](SkillId as, std::int64_t share) {
    for (const SkillEvidence& held : resume.skills) {
      const bool counts = held.skill == as || std::ranges::count(lexicon.ancestors(held.skill), as) > 0;
      if (!counts || held.best == Grade::none) continue;
      std::int64_t value = slow_grade_value(held.best, as);
      const bool spoken = lexicon.kind(as) == SkillKind::language;
      const std::int64_t want = spoken ? static_cast<int>(requirement.level) : requirement.months;
      const std::int64_t have = spoken ? static_cast<int>(held.level) : held.months;
      if (lexicon.kind(as) != SkillKind::certificate && have < want) value = value * (want + have) / (2 * want);
      const auto& studied = resume.degree_fields;
      if (requirement.of_degree && std::ranges::count(studied, held.skill) > 0) value = 1'000'000;
      best = std::max(best, value * share / 1000);
    }
  };
  held_for(asked, 1000);
  for (const Related& related : lexicon.related(asked)) held_for(related.skill, related.share);
  return best;
}

bool is_kind_of(SkillId id, SkillId group) {
  return id == group || std::ranges::count(sample_lexicon().ancestors(id), group) > 0;
}

// By the definition: what the resume holds that is not what is asked, but near it.
std::vector<SkillId> slow_related(const Profile& resume, const Requirement& requirement) {
  std::vector<SkillId> near;
  for (const SkillEvidence& held : resume.skills) {
    const bool is_near = std::ranges::any_of(requirement.any_of, [&](SkillId asked) {
      return !is_kind_of(held.skill, asked) &&
             std::ranges::any_of(sample_lexicon().related(asked),
                                 [&](const Related& related) { return is_kind_of(held.skill, related.skill); });
    });
    if (is_near && held.best != Grade::none) near.push_back(held.skill);
  }
  return near;
}

// Whether having a skill can matter to a posting at all.
bool matters(SkillId id, const Profile& posting) {
  Profile resume = empty_profile(As::resume);
  add_evidence(resume, id, Grade::position);
  if (posting.find(id) != nullptr) return true;
  for (const Requirement& requirement : posting.requirements) {
    for (const SkillId asked : requirement.any_of) {
      if (slow_value(resume, asked, requirement) > 0) return true;
    }
  }
  return false;
}

}  // namespace

TEST_CASE("parts add up, points stay inside their maxima, and the fast score is the score") {
  Random random(1);
  for (int round = 0; round < kRounds; ++round) {
    const Profile posting = random_posting(random), resume = random_resume(random);
    const Match result = match_of(resume, posting);
    REQUIRE(result.score);
    std::int64_t points = 0, max = 0;
    for (const Contribution& part : result.contributions) {
      REQUIRE(0 <= part.related_points);
      REQUIRE(part.related_points <= part.points);
      REQUIRE(part.points <= part.max);
      points += part.points;
      max += part.max;
    }
    REQUIRE(points == *result.score);
    REQUIRE(max == kFullScore);
    REQUIRE(score(resume, posting, sample_lexicon()) == result.score);
    REQUIRE((0 <= result.confidence && result.confidence <= 1000));
  }
}

TEST_CASE("skills earn what the definition says") {
  Random random(2);
  for (int round = 0; round < kRounds; ++round) {
    const Profile posting = random_posting(random), resume = random_resume(random);
    for (const Contribution& part : match_of(resume, posting).contributions) {
      if (part.signal != SignalId::required && part.signal != SignalId::preferred) continue;
      std::int64_t value = 0;
      const Requirement& asked = posting.requirements[static_cast<std::size_t>(part.requirement)];
      for (const SkillId id : part.any_of) value = std::max(value, slow_value(resume, id, asked));
      for (const NamedTerm& named : resume.terms) {
        constexpr std::array<std::int64_t, 4> kWorth = {0, 400'000, 700'000, 1'000'000};
        const auto grade = static_cast<std::size_t>(named.evidence.grade);
        if (part.term == "The " + named.key) value = std::max(value, kWorth[grade]);
      }
      REQUIRE(part.points == part.max * value / 1'000'000);
    }
  }
}

namespace {

struct SlowShare {
  std::int64_t best = 0;
  bool named = false, now = false;
};
SlowShare slow_share(const Profile& resume, const TitleWord& wanted) {
  SlowShare out;
  for (const TitleWord& held : resume.title_words) {
    const bool same = held.word == wanted.word, near = (held.trades & wanted.trades) != 0;
    out.best = std::max<std::int64_t>(out.best, (same ? 1000 : near ? 500 : 0) / (held.latest ? 1 : 2));
    out.named = out.named || same;
    out.now = out.now || (same && held.latest);
  }
  return out;
}

}  // namespace

TEST_CASE("titles earn what the definition says, and say so word by word") {
  Random random(13);
  int by_trade = 0;
  for (int round = 0; round < kRounds; ++round) {
    const Profile posting = random_posting(random), resume = random_resume(random);
    for (const Contribution& part : match_of(resume, posting).contributions) {
      REQUIRE(part.title.empty() == (part.signal != SignalId::title));
      if (part.title.empty()) continue;
      std::int64_t earned = 0, all = 0;
      for (std::size_t i = 0; i < part.title.size(); ++i) {
        const TitleShare& share = part.title[i];
        const auto wanted = std::ranges::find(posting.title_words, share.word, &TitleWord::word);
        REQUIRE(wanted != posting.title_words.end());
        const SlowShare slow = slow_share(resume, *wanted);
        REQUIRE(share.weight == wanted->weight);
        REQUIRE(share.share == slow.best);
        if (slow.now) REQUIRE_FALSE(share.earlier);
        if (slow.best == 250) REQUIRE(share.earlier);
        if (!share.trade.empty()) ++by_trade;
        if (slow.best == 0 || slow.best == 1000) REQUIRE(share.trade.empty());
        if (slow.best > 0 && !slow.named) REQUIRE_FALSE(share.trade.empty());
        earned += slow.best * wanted->weight;
        all += 1000 * wanted->weight;
      }
      REQUIRE(part.points == part.max * (1'000'000 * earned / all) / 1'000'000);
      REQUIRE(part.resume_evidence.empty() == (earned == 0));
      for (const std::uint32_t other : {0U, 1U}) {  // no title that will do as well earns more
        std::int64_t shared = 0, most = 0;
        for (const TitleWord& wanted : posting.title_words) {
          if (wanted.title != other) continue;
          shared += slow_share(resume, wanted).best * wanted.weight;
          most += 1000 * wanted.weight;
        }
        REQUIRE(shared * all <= earned * most);
      }
    }
  }
  CHECK(by_trade > kRounds / 50);
}

TEST_CASE("a profile that satisfies every requirement scores exactly 100") {
  Random random(3);
  for (int round = 0; round < kRounds; ++round) {
    const Profile posting = random_posting(random);
    const Match result = match_of(satisfying(posting), posting);
    REQUIRE(result.score == kFullScore);
    REQUIRE(result.gaps.empty());
    REQUIRE(result.similarity == 1000);
    REQUIRE(result.confidence == 1000);
    REQUIRE(result.required_met == result.required_total);
  }
}

TEST_CASE("maxima come from the posting alone") {
  Random random(4);
  for (int round = 0; round < kRounds; ++round) {
    const Profile posting = random_posting(random);
    const Match one = match_of(random_resume(random), posting), other = match_of(random_resume(random), posting);
    REQUIRE(one.contributions.size() == other.contributions.size());
    for (std::size_t i = 0; i < one.contributions.size(); ++i) {
      REQUIRE(one.contributions[i].max == other.contributions[i].max);
      REQUIRE(one.contributions[i].requirement == other.contributions[i].requirement);
    }
  }
}

TEST_CASE("more evidence never lowers the score, or any part of it") {
  Random random(5);
  for (int round = 0; round < kRounds; ++round) {
    const Profile posting = random_posting(random), resume = random_resume(random);
    Profile more = resume;
    add_evidence(more, SkillId{random.below(sample_lexicon().size())}, static_cast<Grade>(random.below(4)),
                 static_cast<std::int32_t>(random.below(60)));
    if (random.one_in(3)) more.months += static_cast<std::int32_t>(random.below(24));
    if (random.one_in(3)) more.degree = std::max(more.degree, static_cast<DegreeLevel>(random.below(6)));
    if (random.one_in(3)) name_title_word(more, title_word(random.pick(sample_title_words()), random.one_in(2)));
    if (random.one_in(3)) name_term(more, random.pick(sample_terms()), static_cast<Grade>(random.below(4)));
    const Match before = match_of(resume, posting), after = match_of(more, posting);
    REQUIRE(*after.score >= *before.score);
    for (std::size_t i = 0; i < before.contributions.size(); ++i) {
      REQUIRE(after.contributions[i].points >= before.contributions[i].points);
    }
  }
}

TEST_CASE("a skill with no relation to an asked one changes nothing") {
  Random random(6);
  int changed = 0;
  for (int round = 0; round < kRounds; ++round) {
    const Profile posting = random_posting(random), resume = random_resume(random);
    const SkillId id{random.below(sample_lexicon().size())};
    if (matters(id, posting)) continue;
    Profile more = resume;
    add_evidence(more, id, Grade::position, 99);
    const Match before = match_of(resume, posting), after = match_of(more, posting);
    REQUIRE(after.score == before.score);
    for (std::size_t i = 0; i < before.gaps.size(); ++i) REQUIRE(after.gaps[i].gain == before.gaps[i].gain);
    ++changed;
  }
  CHECK(changed > kRounds / 20);
}

TEST_CASE("a gain is what really closing the gap would bring") {
  Random random(7);
  int gaps = 0, beyond_own_budget = 0;
  for (int round = 0; round < kRounds; ++round) {
    const Profile posting = random_posting(random), resume = random_resume(random);
    const Match now = match_of(resume, posting);
    for (const Gap& gap : now.gaps) {
      const Requirement& requirement = posting.requirements[static_cast<std::size_t>(gap.requirement)];
      const Match then = match_of(meet(resume, posting, requirement, gap.skill), posting);
      REQUIRE(*then.score - *now.score == gap.gain);
      for (const Gap& left : then.gaps) REQUIRE(left.requirement != gap.requirement);  // it is closed
      if (gap.skill) {
        const Profile supposed = with_skills(resume, posting, {*gap.skill}, sample_lexicon());
        REQUIRE(*score(supposed, posting, sample_lexicon()) - *now.score == gap.gain);
      }
      ++gaps;
      for (const Contribution& part : now.contributions) {
        if (part.requirement == gap.requirement) beyond_own_budget += gap.gain > part.max - part.points ? 1 : 0;
      }
    }
  }
  CHECK(gaps > kRounds);
  CHECK(beyond_own_budget > 0);
}

TEST_CASE("beside a gap stands what is held near it") {
  Random random(14);
  int near = 0;
  for (int round = 0; round < kRounds; ++round) {
    const Profile posting = random_posting(random), resume = random_resume(random);
    for (const Gap& gap : match_of(resume, posting).gaps) {
      const Requirement& requirement = posting.requirements[static_cast<std::size_t>(gap.requirement)];
      REQUIRE(gap.related_held == slow_related(resume, requirement));
      near += gap.related_held.empty() ? 0 : 1;
    }
  }
  CHECK(near > kRounds / 20);
}

TEST_CASE("what if: several skills at once are what a resume that shows them all would score") {
  Random random(12);
  for (int round = 0; round < kRounds; ++round) {
    const Profile posting = random_posting(random), resume = random_resume(random);
    Profile rebuilt = resume;
    std::vector<SkillId> skills;
    for (const Requirement& requirement : posting.requirements) {
      if (requirement.kind != RequirementKind::skill || random.one_in(2)) continue;
      skills.push_back(random.pick(std::vector<SkillId>(requirement.any_of)));
      rebuilt = meet(rebuilt, posting, requirement, skills.back());
    }
    const Profile supposed = with_skills(resume, posting, skills, sample_lexicon());
    REQUIRE(score(supposed, posting, sample_lexicon()) == score(rebuilt, posting, sample_lexicon()));
  }
}

TEST_CASE("every requirement is either met in full or a gap") {
  Random random(8);
  for (int round = 0; round < kRounds; ++round) {
    const Profile posting = random_posting(random);
    const Match result = match_of(random_resume(random), posting);
    std::set<std::int32_t> gaps;
    for (const Gap& gap : result.gaps) REQUIRE(gaps.insert(gap.requirement).second);
    for (const Contribution& part : result.contributions) {
      if (part.requirement < 0) continue;
      REQUIRE((gaps.count(part.requirement) == 1 || part.points == part.max));
    }
  }
}

TEST_CASE("similarity is the dense formula") {
  Random random(9);
  for (int round = 0; round < kRounds; ++round) {
    const Profile posting = random_posting(random), resume = random_resume(random);
    using Dense = Eigen::Matrix<std::int64_t, Eigen::Dynamic, 1>;
    const Dense p = Eigen::VectorXf(posting.tfidf).cast<std::int64_t>();
    const Dense r = Eigen::VectorXf(resume.tfidf).cast<std::int64_t>();
    Dense g = Dense::Zero(p.size());
    for (const SkillEvidence& held : resume.skills) g[index(held.skill)] = slow_grade_value(held.best, held.skill);
    const std::int64_t covered = p.dot(p.cwiseMin(r).cwiseProduct(g)) / 1'000'000;
    const Match result = match_of(resume, posting);
    // A skill's coverage is rounded down to a millionth, and its part of the sum to a whole.
    const std::int64_t lost = p.dot(p) / 1'000'000 + posting.tfidf.nonZeros() + 1;
    REQUIRE(result.similarity <= 1000 * covered / p.dot(p));
    REQUIRE(result.similarity >= 1000 * (covered - lost) / p.dot(p));
    std::int64_t points = 0, max = 0;
    for (const Contribution& part : result.contributions) {
      if (part.signal != SignalId::similarity) continue;
      points += part.points;
      max += part.max;
    }
    // Divided by skill and rounded down there: less than a thousandth of a point and a rounding of the budget a skill.
    const std::int64_t exact = max * covered / p.dot(p);
    REQUIRE(std::abs(points - exact) <= 2 * posting.tfidf.nonZeros());
  }
}

TEST_CASE("the order in which evidence and requirements stand is irrelevant") {
  Random random(10);
  for (int round = 0; round < kRounds; ++round) {
    Profile posting = random_posting(random), resume = random_resume(random);
    const auto earned = [&] {
      using Part = std::tuple<SignalId, std::vector<SkillId>, std::optional<SkillId>, std::string>;
      std::map<Part, std::pair<Points, Points>> parts;
      const Match result = match_of(resume, posting);
      for (const Contribution& part : result.contributions) {
        parts[{part.signal, part.any_of, part.skill, part.term}] = {part.points, part.max};
      }
      std::multiset<Points> gains;
      for (const Gap& gap : result.gaps) gains.insert(gap.gain);
      return std::tuple(result.score, parts, gains);
    };
    const auto before = earned();
    std::reverse(posting.requirements.begin(), posting.requirements.end());
    for (SkillEvidence& held : resume.skills) std::reverse(held.evidence.begin(), held.evidence.end());
    std::reverse(resume.title_words.begin(), resume.title_words.end());
    REQUIRE(earned() == before);
  }
}
