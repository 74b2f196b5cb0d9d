// What is wrong with a lexicon. Two sets of checks: the fatal ones, without which nothing can be compiled, and advice,
// which compares every spelling with the spellings of all skills.
#include <algorithm>
#include <array>

#include "lexicon/source.h"

namespace skillfit {
namespace {

Finding finding(const SkillSource& skill, bool fatal, std::string message) {
  return {fatal, skill.file, skill.line, skill.key, "[" + skill.key + "] " + std::move(message)};
}

std::string quoted(std::string_view text) {
  return "\"" + std::string(text) + "\"";
}

class References {
 public:
  References(const LexiconSource& source, const Lexicon* base, std::vector<Finding>& out)
      : source_(source), base_(base), out_(out) {}

  void check(const SkillSource& skill) {
    for (const std::string& key : skill.broader) check_key(skill, "broader", key);
    for (const auto& [key, share] : skill.related) check_key(skill, "related", key);
    for (const std::string& near : skill.near) {
      if (near[0] == '@') check_key(skill, "near", near.substr(1));
    }
    find_cycle(skill.key);
  }

 private:
  void check_key(const SkillSource& skill, const std::string& field, const std::string& key) {
    if (key == skill.key && field != "near") {
      out_.push_back(finding(skill, true, field + " names the skill itself"));
    } else if (source_.skills.count(key) == 0 && (base_ == nullptr || !base_->find(key))) {
      out_.push_back(finding(skill, true, field + " names " + quoted(key) + ", which no file defines"));
    }
  }

  // Depth first along `broader`; a key met again while it is still on the path closes a cycle.
  void find_cycle(const std::string& key) {
    const auto found = source_.skills.find(key);
    if (found == source_.skills.end() || done_.count(key) > 0) return;
    path_.push_back(key);
    for (const std::string& wider : found->second.broader) {
      const auto begin = std::find(path_.begin(), path_.end(), wider);
      if (begin == path_.end()) {
        find_cycle(wider);
      } else if (wider != key) {
        std::string cycle;
        for (auto at = begin; at != path_.end(); ++at) cycle += *at + " > ";
        out_.push_back(finding(found->second, true, "broader goes round in a circle: " + cycle + wider));
      }
    }
    path_.pop_back();
    done_.insert(key);
  }

  const LexiconSource& source_;
  const Lexicon* base_;
  std::vector<Finding>& out_;
  std::vector<std::string> path_;
  std::set<std::string> done_;
};

// Who lists a path, and how.
struct Claims {
  std::set<std::string> alias, exact;
};

class Advice {
 public:
  Advice(const LexiconSource& source, std::vector<Finding>& out) : out_(out) {
    for (const auto& [key, skill] : source.skills) {
      for (const auto spelling : unconditional_spellings(skill)) {
        const Phrase path = canonical_phrase(spelling);
        compounds_.insert(path.begin(), path.end());
        claims_[path].alias.insert(key);
      }
      for (const std::string& spelling : skill.exact) claims_[canonical_phrase(spelling)].exact.insert(key);
      for (const std::string& spelling : skill.ambiguous) claims_[canonical_phrase(spelling)].exact.insert(key);
    }
  }

  void check(const SkillSource& skill) {
    std::map<Phrase, std::string> produced, ambiguous;  // by which listed spelling
    for (const std::string_view spelling : unconditional_spellings(skill)) check_alias(skill, spelling, produced);
    for (const std::string& spelling : skill.exact) check_exact(skill, spelling);
    for (const std::string& spelling : skill.ambiguous) check_ambiguous(skill, spelling, ambiguous);
    for (const std::string& veto : skill.veto) check_veto(skill, veto);
    for (const std::string& near : skill.near) {
      if (near[0] != '@' && canonical_phrase(near).empty()) advise(skill, never_matches("near", near));
    }
    check_policy(skill);
  }

  void check(const CueSource& cue) {
    for (const std::string& phrase : cue.phrases) {
      if (!canonical_phrase(phrase).empty()) continue;
      const std::string key = std::string(family_name(cue.cue.family)) + "." + cue.label;
      out_.push_back({false, cue.file, cue.line, key, "[" + key + "] " + never_matches("phrase", phrase)});
    }
  }

 private:
  void advise(const SkillSource& skill, std::string message) {
    out_.push_back(finding(skill, false, std::move(message)));
  }

  static std::string never_matches(std::string_view field, std::string_view text) {
    return std::string(field) + " " + quoted(text) +
           " can never match: it has no word, or a dash or dot in it ends the phrase";
  }

  void check_alias(const SkillSource& skill, std::string_view spelling, std::map<Phrase, std::string>& produced) {
    const bool is_name = spelling.data() == skill.name.data();
    VariantRules rules = alias_rules(skill.kind);
    rules.compounds = &compounds_;
    const std::vector<Phrase> variants = phrase_variants(spelling, rules);
    if (variants.empty()) {
      if (!is_name) advise(skill, never_matches("alias", spelling));
      return;
    }
    const Phrase& path = variants.front();
    if (const auto by = produced.find(path); by != produced.end()) {
      advise(skill, "alias " + quoted(spelling) + " need not be listed: a rule makes it of " + quoted(by->second));
    }
    for (const Phrase& variant : variants) produced.emplace(variant, spelling);
    check_claims(skill, spelling, path);
    if (path.size() == 1 && path[0].size() <= 2) {
      advise(skill, (is_name ? "name " : "alias ") + quoted(spelling) +
                        " is too short to be unconditional; list it under exact, with near");
    }
  }

  void check_claims(const SkillSource& skill, std::string_view spelling, const Phrase& path) {
    const Claims& claims = claims_.at(path);
    for (const std::string& other : claims.alias) {
      if (other <= skill.key) continue;  // said once, by the first
      advise(skill,
             quoted(spelling) + " is also an alias of [" + other + "]; leave it to one, or make it exact in both");
    }
    for (const std::string& other : claims.exact) {
      if (other == skill.key) {
        advise(skill, quoted(spelling) + " always counts, so the same letters under exact or ambiguous have no effect");
      } else {
        advise(skill, quoted(spelling) + " always counts, but is exact in [" + other + "]; make it exact here too");
      }
    }
  }

  void check_exact(const SkillSource& skill, const std::string& spelling) {
    if (canonical_phrase(spelling).empty()) advise(skill, never_matches("exact", spelling));
    if (&*std::find(skill.exact.begin(), skill.exact.end(), spelling) != &spelling) {
      advise(skill, "exact lists " + quoted(spelling) + " twice");
    }
  }

  void check_ambiguous(const SkillSource& skill, const std::string& spelling, std::map<Phrase, std::string>& produced) {
    VariantRules rules = alias_rules(skill.kind);
    rules.compounds = &compounds_;
    const std::vector<Phrase> variants = phrase_variants(spelling, rules);
    if (variants.empty()) return advise(skill, never_matches("ambiguous", spelling));
    if (const auto by = produced.find(variants.front()); by != produced.end()) {
      advise(skill, "ambiguous " + quoted(spelling) + " need not be listed: a rule makes it of " + quoted(by->second));
    }
    for (const Phrase& variant : variants) produced.emplace(variant, spelling);
  }

  // Conditions need spellings that they govern, and the other way round; what a policy does is shown by its lines.
  void check_policy(const SkillSource& skill) {
    const bool conditional = !skill.exact.empty() || !skill.ambiguous.empty();
    if (!skill.near.empty() && !conditional) {
      advise(skill, "near has no effect without exact or ambiguous; move the ambiguous spelling there from alias");
    }
    if (skill.near.empty() && !skill.ambiguous.empty()) {
      advise(skill, "ambiguous without near counts in lists only; list the context words under near");
    }
    if (!skill.near.empty() && conditional && (skill.yes.empty() || skill.no.empty())) {
      advise(skill, "has near but no yes or no line; show with one of each that the policy works");
    }
  }

  void check_veto(const SkillSource& skill, const std::string& veto) {
    const Phrase path = canonical_phrase(veto);
    if (path.empty()) return advise(skill, never_matches("not", veto));
    const auto claims = claims_.find(path);
    if (claims == claims_.end()) return;
    if (claims->second.alias.count(skill.key) + claims->second.exact.count(skill.key) > 0) {
      advise(skill, "not " + quoted(veto) + " hides the skill's own spelling of the same words; take one of them out");
    }
  }

  std::vector<Finding>& out_;
  std::map<Phrase, Claims> claims_;
  std::set<std::string> compounds_;  // as the compiler has them
};

void check_order(const ParsedFile& file, std::vector<Finding>& out) {
  for (std::size_t i = 1; i < file.skills.size(); ++i) {
    const std::string& before = file.skills[i - 1].key;
    if (file.skills[i].key < before) {
      out.push_back(finding(file.skills[i], false, "stands after [" + before + "]; sort the tables by key"));
    }
  }
}

void check_duplicates(const ParsedFile& file, const LexiconSource& earlier, std::vector<Finding>& out) {
  for (const SkillSource& skill : file.skills) {
    const auto found = earlier.skills.find(skill.key);
    if (found == earlier.skills.end()) continue;
    const std::string place = found->second.file + ":" + std::to_string(found->second.line);
    out.push_back(finding(skill, false, "is defined twice and replaces the table at " + place + "; join the two"));
  }
}

}  // namespace

std::vector<Finding> check_sources(const LexiconSource& source, const Lexicon* base) {
  std::vector<Finding> out;
  References references(source, base, out);
  for (const auto& [key, skill] : source.skills) {
    references.check(skill);
    for (const std::string_view spelling : unconditional_spellings(skill)) {
      constexpr std::size_t kLongestStopWord = 8;
      if (spelling.size() > kLongestStopWord || !is_stop_word(canonical_phrase(spelling))) continue;
      out.push_back(
          finding(skill, true, quoted(spelling) + " is an ordinary word; list it under exact or ambiguous, with near"));
    }
  }
  return out;
}

std::vector<Finding> lint(const std::vector<LexiconFile>& files, const Lexicon* base) {
  std::vector<Finding> out;
  LexiconSource source;
  for (const LexiconFile& file : files) {
    ParsedFile parsed = parse_lexicon_file(file);
    for (const Problem& problem : parsed.problems) {
      std::string message = problem.error.message + " (column " + std::to_string(problem.error.column) + ")";
      out.push_back({true, problem.error.file, problem.error.line, problem.key, std::move(message)});
    }
    check_order(parsed, out);
    check_duplicates(parsed, source, out);
    merge(source, std::move(parsed));
  }
  drop_removed_references(source);
  for (Finding& fatal : check_sources(source, base)) out.push_back(std::move(fatal));
  Advice advice(source, out);
  for (const auto& [key, skill] : source.skills) advice.check(skill);
  for (const auto& [key, cue] : source.cues) advice.check(cue);
  std::stable_sort(out.begin(), out.end(), [](const Finding& a, const Finding& b) {
    return std::tie(a.file, a.line) < std::tie(b.file, b.line);
  });
  return out;
}

}  // namespace skillfit
