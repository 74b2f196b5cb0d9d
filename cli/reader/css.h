// The part of style sheets that decides whether a text is seen: which declarations reach an element.
#pragma once

#include <gumbo.h>

#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

namespace skillfit::reader {

// Properties and their values in lower case, the later or more important declaration of each.
class Properties {
 public:
  // "color: #fff; display: none !important". Properties of no concern are left out.
  void add(std::string_view declarations);
  // Empty if it was not declared.
  std::string_view operator[](std::string_view name) const;
  bool empty() const { return values_.empty(); }

 private:
  struct Value {
    std::string_view name;
    std::string text;
    bool important;
  };
  std::vector<Value> values_;
};

// All rules of a page. Selectors are made of tags, classes, ids, descendants and children; rules with other selectors
// and rules for other media than the screen are passed over.
class StyleSheet {
 public:
  void add(std::string_view css);
  // REQUIRES: after the last add().
  void sort();
  // Adds what the rules and its own style attribute declare for an element.
  void declare(const GumboNode& element, Properties& properties) const;

 private:
  struct Compound {
    std::string tag, id;
    std::vector<std::string> classes;
    bool child = false;  // of the compound before it; else any descendant
    bool matches(const GumboElement& element) const;
  };
  using Selector = std::vector<Compound>;
  struct Rule {
    Selector selector;
    std::string declarations;
    std::uint32_t specificity = 0;
    std::uint32_t order = 0;
  };
  static bool parse_selector(std::string_view text, Selector& selector);
  static bool matches(const Selector& selector, std::size_t last, const GumboNode& element);
  void add_rule(std::string_view selectors, std::string_view declarations);
  void collect(const std::string& key, const GumboNode& element, std::vector<const Rule*>& found) const;

  std::vector<Rule> rules_;
  std::unordered_map<std::string, std::vector<std::uint32_t>> by_key_;  // "#id", ".class", "tag", "*"
};

// Letters in lower case, comments gone, white space as single spaces.
std::string tidied_css(std::string_view css);

}  // namespace skillfit::reader
