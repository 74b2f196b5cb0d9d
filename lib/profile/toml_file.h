// A TOML file whose mistakes are told with their place: what a parser of one kind of file is built on.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/enumerators.h"
#include "lexicon/toml.h"
#include "skillfit/result.h"
#include "skillfit/span.h"

namespace skillfit {

// "text" in quotes, for messages.
std::string quoted(std::string_view text);

// The readers tell a problem and return nothing when a value is not what it should be. `text` and `name` must outlive
// the object. REQUIRES: valid UTF-8.
class TomlFile {
 public:
  TomlFile(std::string_view text, const std::string& name);

  // The first problem in the file, if any was told.
  const std::optional<Error>& problem() const { return problem_; }
  void tell(toml::source_position at, std::string message);
  void tell(SourceSpan at, std::string message);
  void tell_unknown(const toml::key& field, std::string_view where, std::string_view fields);

  // The bytes of a value (of a string without its quotes) or key.
  SourceSpan span(const toml::node& value) const;
  SourceSpan span(const toml::key& key) const;
  std::uint32_t line_of(SourceSpan span) const;  // 1-based

  std::optional<std::string> read_string(std::string_view what, const toml::node& value);
  std::vector<std::string> read_strings(std::string_view what, const toml::node& value);
  std::optional<bool> read_bool(std::string_view what, const toml::node& value);

  // A whole number from `least` to `most`.
  struct Range {
    std::int64_t least, most;
  };
  std::optional<std::int32_t> read_number(std::string_view what, const toml::node& value, Range range);

  // The enumerator up to `last` that name() prints like the value.
  template <class Enum>
  std::optional<Enum> read_name(const toml::key& field, const toml::node& value, Enum last,
                                std::string_view (*name)(Enum)) {
    const std::optional<std::string> text = read_string(field.str(), value);
    const std::optional<Enum> found = text ? enumerator(*text, last, name) : std::nullopt;
    if (text && !found) {
      tell(value.source().begin,
           "unknown " + std::string(field.str()) + " " + quoted(*text) + "; use " + all_names(last, name));
    }
    return found;
  }

 private:
  std::uint32_t offset(toml::source_position at) const;
  std::uint32_t line_begin(std::uint32_t line) const;

  std::string_view text_;
  const std::string& name_;
  std::vector<std::uint32_t> lines_;  // where they begin
  std::optional<Error> problem_;
};

}  // namespace skillfit
