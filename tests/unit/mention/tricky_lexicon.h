// A small lexicon that is full of traps, for the tests of mentions and their stances.
#pragma once

#include "skillfit/lexicon.h"

namespace skillfit::testing {

// Small and full of traps: names inside names, words that are names, initials.
inline constexpr const char* kSkills = R"(
[ambiguous-sql]
name = "SQL"
kind = "tool"
broader = ["programming-language"]

[c]
name = "C"
kind = "tool"
exact = ["C"]
near = ["@programming-language", "programming"]
not = ["vitamin C", "C level"]
broader = ["programming-language"]

[cpp]
name = "C++"
kind = "tool"
alias = ["cpp", "C++17"]
broader = ["programming-language"]

[csharp]
name = "C#"
kind = "tool"
broader = ["programming-language"]

[dot-net]
name = ".NET"
kind = "tool"
alias = ["asp.net"]

[excel]
name = "Microsoft Excel"
kind = "tool"
alias = ["ms excel"]
exact = ["Excel"]
near = ["spreadsheet", "word", "macros"]
not = ["excel in", "excel at"]

[go]
name = "Go"
kind = "tool"
alias = ["golang"]
exact = ["Go"]
near = ["goroutine", "developer", "@programming-language"]
not = ["go to market"]
broader = ["programming-language"]

[java]
name = "Java"
kind = "tool"
broader = ["programming-language"]

[javascript]
name = "JavaScript"
kind = "tool"
alias = ["js"]
broader = ["programming-language"]

[kubernetes]
name = "Kubernetes"
kind = "tool"
alias = ["k8s"]

[machine-learning]
name = "machine learning"
kind = "knowledge"

[machine-learning-operations]
name = "machine learning operations"
kind = "knowledge"
alias = ["MLOps"]

[node-js]
name = "Node.js"
kind = "tool"
alias = ["nodejs"]

[team-work]
name = "team work"
kind = "soft"
not = ["team works"]

[problem-solving]
name = "problem solving"
kind = "soft"

[programming-language]
name = "programming language"
kind = "knowledge"

[r]
name = "R"
kind = "tool"
exact = ["R"]
near = ["statistics", "@programming-language"]
not = ["R&D"]
broader = ["programming-language"]

[react]
name = "React"
kind = "tool"
not = ["operations react"]

[react-native]
name = "React Native"
kind = "tool"

[research-and-development]
name = "R&D"
kind = "knowledge"
alias = ["research and development"]

[retail]
name = "Retail"
kind = "knowledge"
ambiguous = ["retail", "retail industry"]
near = ["experience in", "merchandising", "@merchandise-planning"]

[merchandise-planning]
name = "merchandise planning"
kind = "knowledge"

[sap]
name = "SAP"
kind = "tool"
exact = ["SAP"]
)";

inline constexpr const char* kCues = R"(
[heading.skills]
phrases = ["skills", "technical skills"]
[heading.experience]
phrases = ["experience"]
[heading.requirements]
phrases = ["requirements"]
[heading.preferred]
phrases = ["nice to have", "desired skills"]
[heading.responsibilities]
phrases = ["duties"]
[heading.unneeded]
phrases = ["you don't need"]
[heading.benefits]
phrases = ["what we offer"]
[heading.about]
phrases = ["about us"]
[heading.references]
phrases = ["references"]
[stance.learning]
stance = "learning"
scope = "after"
phrases = ["currently learning"]
[stance.learning-before]
stance = "learning"
scope = "before"
phrases = ["in progress"]
[stance.learning-list]
stance = "learning"
scope = "list"
phrases = ["learning"]
[stance.negated]
stance = "negated"
scope = "after"
phrases = ["no experience with", "never used", "no", "not", "rather than"]
[stance.negated-before]
stance = "negated"
scope = "before"
phrases = ["is not required"]
[stance.preferred-before]
stance = "preferred"
scope = "before"
phrases = ["is a plus", "are a plus", "a plus", "desired", "strongly desired"]
[stance.preferred-after]
stance = "preferred"
scope = "after"
phrases = ["ideally", "preferably", "preferred"]
[stance.preferred-list]
stance = "preferred"
scope = "list"
phrases = ["bonus points"]
[stance.mentioned]
stance = "mentioned"
scope = "list"
phrases = ["preferred skills"]
[stance.required]
stance = "required"
scope = "after"
phrases = ["must have", "expertise in", "knowledge of", "experience with", "experience in"]
[stance.required-before]
stance = "required"
scope = "before"
phrases = ["is required", "required"]
[boilerplate.equal]
phrases = ["equal opportunity", "401k"]
[boilerplate.links]
scope = "after"
phrases = ["follow us on"]
[term.opens]
phrases = ["experience in", "experience with"]
[term.title]
phrases = ["developer", "engineer", "engineers"]
)";

inline const Lexicon& lexicon() {
  static const Lexicon kLexicon = *Lexicon::compile({{"skills.toml", kSkills}, {"cues.toml", kCues}});
  return kLexicon;
}

}  // namespace skillfit::testing
