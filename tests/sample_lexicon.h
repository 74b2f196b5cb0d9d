// A lexicon of a dozen skills with every relation that scoring knows, for the tests of profiles and matches.
#pragma once

#include "skillfit/lexicon.h"

namespace skillfit::testing {

inline constexpr const char* kSampleLexicon = R"(
[aws]
name = "AWS"
kind = "tool"
broader = ["cloud"]
related = { azure = 0.6, gcp = 0.6 }
[azure]
name = "Azure"
kind = "tool"
broader = ["cloud"]
related = { aws = 0.6 }
[cloud]
name = "cloud computing"
kind = "knowledge"
[communication]
name = "communication"
kind = "soft"
[database]
name = "database"
kind = "knowledge"
[first-aid]
name = "first aid certificate"
kind = "certificate"
[gcp]
name = "GCP"
kind = "tool"
broader = ["cloud"]
[german]
name = "German"
kind = "language"
[java]
name = "Java"
kind = "tool"
broader = ["programming"]
related = { kotlin = 0.5 }
[kotlin]
name = "Kotlin"
kind = "tool"
broader = ["programming"]
related = { java = 0.7 }
[mysql]
name = "MySQL"
kind = "tool"
broader = ["sql-database"]
[postgresql]
name = "PostgreSQL"
kind = "tool"
broader = ["sql-database"]
related = { mysql = 0.6 }
[programming]
name = "programming"
kind = "knowledge"
[python]
name = "Python"
kind = "tool"
broader = ["programming"]
[sql-database]
name = "relational database"
kind = "knowledge"
broader = ["database"]
[welding]
name = "welding"
kind = "method"
)";

inline const Lexicon& sample_lexicon() {
  static const Lexicon kLexicon = *Lexicon::compile({{"sample.toml", kSampleLexicon}});
  return kLexicon;
}

}  // namespace skillfit::testing
