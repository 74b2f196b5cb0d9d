// A style sheet is tidied first (comments, case, white space), so that what follows only splits at braces, commas and
// semicolons. A rule is found through the last part of its selector, and its other parts are matched up the tree.
#include "css.h"

#include <algorithm>
#include <array>

#include "base/utf8.h"

namespace skillfit::reader {
namespace {

constexpr std::size_t kRules = 50'000;  // a page with more is nobody's resume
constexpr std::size_t kCompounds = 8;   // parts of one selector
constexpr std::array<std::string_view, 18> kConcern = {"background",
                                                       "background-color",
                                                       "background-image",
                                                       "clip",
                                                       "clip-path",
                                                       "color",
                                                       "display",
                                                       "font",
                                                       "font-size",
                                                       "height",
                                                       "left",
                                                       "opacity",
                                                       "overflow",
                                                       "position",
                                                       "text-indent",
                                                       "top",
                                                       "transform",
                                                       "visibility"};
static_assert(std::ranges::is_sorted(kConcern));

bool is_space(char c) {
  return c == ' ' || c == '\t' || c == '\r' || c == '\n' || c == '\f';
}

std::string_view trim(std::string_view text) {
  while (!text.empty() && is_space(text.front())) text.remove_prefix(1);
  while (!text.empty() && is_space(text.back())) text.remove_suffix(1);
  return text;
}

// Calls `use` with each part of `text` between separators outside parentheses.
template <class Use>
void split(std::string_view text, char separator, const Use& use) {
  std::size_t begin = 0, depth = 0;
  for (std::size_t i = 0; i <= text.size(); ++i) {
    if (i == text.size() || (text[i] == separator && depth == 0)) {
      if (const std::string_view part = trim(text.substr(begin, i - begin)); !part.empty()) use(part);
      begin = i + 1;
    } else if (text[i] == '(') {
      ++depth;
    } else if (text[i] == ')' && depth > 0) {
      --depth;
    }
  }
}

// Past the brace that closes the block beginning at `at`.
std::size_t end_of_block(std::string_view css, std::size_t at) {
  std::size_t depth = 0;
  for (; at < css.size(); ++at) {
    if (css[at] == '{') ++depth;
    if (css[at] == '}' && --depth == 0) return at + 1;
  }
  return css.size();
}

bool is_name(char c) {
  return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c == '-' || c == '_' || (c & 0x80);
}

std::string attribute_of(const GumboElement& element, const char* name) {
  const GumboAttribute* attribute = gumbo_get_attribute(&element.attributes, name);
  return attribute ? ascii_lower(attribute->value) : std::string();
}

bool has_class(std::string_view classes, std::string_view name) {
  for (std::size_t at = classes.find(name); at != std::string_view::npos; at = classes.find(name, at + 1)) {
    const std::size_t end = at + name.size();
    if ((at == 0 || is_space(classes[at - 1])) && (end == classes.size() || is_space(classes[end]))) return true;
  }
  return false;
}

// What a screen shows whatever its size.
bool is_for_screens(std::string_view query) {
  return query == "@media screen" || query == "@media all" || query == "@media only screen";
}

}  // namespace

std::string tidied_css(std::string_view css) {
  std::string out;
  for (std::size_t i = 0; i < css.size(); ++i) {
    if (css.substr(i).starts_with("/*")) {
      i = std::min(css.find("*/", i + 2), css.size()) + 1;
    } else if (!is_space(css[i])) {
      out += css[i] >= 'A' && css[i] <= 'Z' ? static_cast<char>(css[i] + ('a' - 'A')) : css[i];
    } else if (!out.empty() && out.back() != ' ') {
      out += ' ';
    }
  }
  return out;
}

void Properties::add(std::string_view declarations) {
  split(declarations, ';', [&](std::string_view declaration) {
    const std::size_t colon = std::min(declaration.find(':'), declaration.size());
    const auto name = std::ranges::find(kConcern, trim(declaration.substr(0, colon)));
    if (name == kConcern.end() || colon == declaration.size()) return;
    std::string_view text = trim(declaration.substr(colon + 1));
    const std::size_t mark = text.find('!');
    const bool important = mark != std::string_view::npos;
    text = trim(text.substr(0, mark));
    const auto known = std::ranges::find(values_, *name, &Value::name);
    if (known == values_.end()) {
      values_.push_back({*name, std::string(text), important});
    } else if (important || !known->important) {
      *known = {*name, std::string(text), important};
    }
  });
}

std::string_view Properties::operator[](std::string_view name) const {
  const auto found = std::ranges::find(values_, name, &Value::name);
  return found == values_.end() ? std::string_view() : std::string_view(found->text);
}

void StyleSheet::add(std::string_view css) {
  for (std::size_t at = 0; at < css.size();) {
    const std::size_t open = std::min(css.find('{', at), css.size());
    std::string_view head = trim(css.substr(at, open - at));
    if (const std::size_t statement = head.rfind(';'); statement != std::string_view::npos)
      head = trim(head.substr(statement + 1));  // @import, @charset
    const std::size_t end = end_of_block(css, open);
    const std::string_view block = open < end ? css.substr(open + 1, end - open - 2) : std::string_view();
    if (is_for_screens(head)) {
      at = open + 1;  // its rules are read as if they stood outside; the brace that closes it opens an unknown selector
      continue;
    }
    while (head.starts_with('}')) head = trim(head.substr(1));
    if (!head.starts_with('@')) add_rule(head, block);
    at = end;
  }
}

void StyleSheet::add_rule(std::string_view selectors, std::string_view declarations) {
  Properties properties;
  properties.add(declarations);
  if (properties.empty()) return;
  split(selectors, ',', [&](std::string_view text) {
    Rule rule{{}, std::string(declarations), 0, static_cast<std::uint32_t>(rules_.size())};
    if (rules_.size() >= kRules || !parse_selector(text, rule.selector)) return;
    for (const Compound& part : rule.selector) {
      rule.specificity +=
          10'000u * !part.id.empty() + 100u * static_cast<std::uint32_t>(part.classes.size()) + !part.tag.empty();
    }
    rules_.push_back(std::move(rule));
  });
}

bool StyleSheet::parse_selector(std::string_view text, Selector& selector) {
  bool child = false;
  for (std::size_t i = 0; i < text.size() && selector.size() <= kCompounds;) {
    if (text[i] == ' ' || text[i] == '>') {
      child |= text[i++] == '>';
      continue;
    }
    Compound part;
    part.child = child;
    child = false;
    while (i < text.size() && text[i] != ' ' && text[i] != '>') {
      const char mark = text[i];
      std::size_t begin = i + (is_name(mark) ? 0 : 1);
      if (!is_name(mark) && mark != '.' && mark != '#' && mark != '*') return false;
      for (i = begin; i < text.size() && is_name(text[i]);) ++i;
      std::string name(text.substr(begin, i - begin));
      if (mark == '.') {
        part.classes.push_back(std::move(name));
      } else {
        (mark == '#' ? part.id : part.tag) = std::move(name);
      }
    }
    selector.push_back(std::move(part));
  }
  return !selector.empty() && selector.size() <= kCompounds;
}

bool StyleSheet::Compound::matches(const GumboElement& element) const {
  if (!tag.empty() && tag != gumbo_normalized_tagname(element.tag)) return false;
  if (!id.empty() && id != attribute_of(element, "id")) return false;
  if (classes.empty()) return true;
  const std::string given = attribute_of(element, "class");
  return std::ranges::all_of(classes, [&](const std::string& name) { return has_class(given, name); });
}

bool StyleSheet::matches(const Selector& selector, std::size_t last, const GumboNode& element) {
  if (!selector[last].matches(element.v.element)) return false;
  if (last == 0) return true;
  for (const GumboNode* above = element.parent; above && above->type == GUMBO_NODE_ELEMENT; above = above->parent) {
    if (matches(selector, last - 1, *above)) return true;
    if (selector[last].child) return false;
  }
  return false;
}

void StyleSheet::sort() {
  std::ranges::stable_sort(rules_, {}, &Rule::specificity);
  by_key_.clear();
  for (std::uint32_t i = 0; i < rules_.size(); ++i) {
    const Compound& last = rules_[i].selector.back();
    rules_[i].order = i;
    const std::string key = !last.id.empty()        ? "#" + last.id
                            : !last.classes.empty() ? "." + last.classes.front()
                            : !last.tag.empty()     ? last.tag
                                                    : "*";
    by_key_[key].push_back(i);
  }
}

void StyleSheet::collect(const std::string& key, const GumboNode& element, std::vector<const Rule*>& found) const {
  const auto rules = by_key_.find(key);
  if (rules == by_key_.end()) return;
  for (const std::uint32_t i : rules->second) {
    const Selector& selector = rules_[i].selector;
    if (matches(selector, selector.size() - 1, element)) found.push_back(&rules_[i]);
  }
}

void StyleSheet::declare(const GumboNode& element, Properties& properties) const {
  std::vector<const Rule*> found;
  const GumboElement& facts = element.v.element;
  if (!rules_.empty()) {
    collect("*", element, found);
    collect(gumbo_normalized_tagname(facts.tag), element, found);
    if (const std::string id = attribute_of(facts, "id"); !id.empty()) collect("#" + id, element, found);
    split(attribute_of(facts, "class"), ' ',
          [&](std::string_view name) { collect("." + std::string(name), element, found); });
    std::ranges::sort(found, {}, &Rule::order);
  }
  for (const Rule* rule : found) properties.add(rule->declarations);
  if (const GumboAttribute* style = gumbo_get_attribute(&facts.attributes, "style"))
    properties.add(tidied_css(style->value));
}

}  // namespace skillfit::reader
