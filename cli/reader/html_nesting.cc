#include "html_nesting.h"

#include <algorithm>
#include <array>
#include <string>
#include <unordered_map>

#include "base/utf8.h"

namespace skillfit::reader {
namespace {

// Elements without content, and those with an optional end tag. Sorted.
constexpr std::array<std::string_view, 33> kFree = {
    "area",  "base", "body", "br",     "col",    "colgroup", "dd",    "dt",   "embed",    "frame",  "head",
    "hr",    "html", "img",  "input",  "keygen", "li",       "link",  "meta", "optgroup", "option", "p",
    "param", "rp",   "rt",   "source", "tbody",  "td",       "tfoot", "th",   "thead",    "tr",     "wbr"};
static_assert(std::ranges::is_sorted(kFree));

// Elements whose content is not markup.
constexpr std::array<std::string_view, 4> kRaw = {"script", "style", "textarea", "title"};

bool is_letter(char c) {
  return ascii_lower(c) >= 'a' && ascii_lower(c) <= 'z';
}

// Past the '>' that ends the tag beginning at `at`; quotes may hold a '>'.
std::size_t end_of_tag(std::string_view html, std::size_t at) {
  char quote = 0;
  for (; at < html.size(); ++at) {
    const char c = html[at];
    if (quote) {
      if (c == quote) quote = 0;
    } else if ((c == '"' || c == '\'') && html[at - 1] == '=') {
      quote = c;
    } else if (c == '>') {
      return at + 1;
    }
  }
  return html.size();
}

std::size_t end_of(std::string_view html, std::string_view mark, std::size_t at) {
  const std::size_t found = html.find(mark, at);
  return found == std::string_view::npos ? html.size() : found + mark.size();
}

// Where "</name" begins at or after `at`, in any case.
std::size_t find_end_tag(std::string_view html, std::string_view name, std::size_t at) {
  for (at = html.find("</", at); at != std::string_view::npos; at = html.find("</", at + 2)) {
    if (ascii_lower(html.substr(at + 2, name.size())) == name) return at;
  }
  return html.size();
}

}  // namespace

bool nested_deeper_than(std::string_view html, std::uint32_t limit) {
  std::unordered_map<std::string, std::uint32_t> open;  // by name: a stray end tag closes nothing
  std::uint32_t depth = 0;
  for (std::size_t at = html.find('<'); at < html.size(); at = html.find('<', at)) {
    if (html.substr(at).starts_with("<!--")) {
      at = end_of(html, "-->", at + 4);
      continue;
    }
    const bool closes = at + 1 < html.size() && html[at + 1] == '/';
    const std::size_t begin = at + (closes ? 2 : 1);
    std::size_t end = begin;
    while (end < html.size() &&
           (is_letter(html[end]) || (end > begin && html[end] > ' ' && html[end] != '>' && html[end] != '/')))
      ++end;
    if (end == begin) {
      ++at;
      continue;
    }
    const std::string name = ascii_lower(html.substr(begin, end - begin));
    at = end_of_tag(html, end);
    if (std::ranges::binary_search(kFree, name)) continue;
    if (!closes && std::ranges::find(kRaw, name) != kRaw.end()) {
      at = find_end_tag(html, name, at);
      continue;
    }
    std::uint32_t& count = open[name];
    if (!closes && ++depth > limit) return true;
    if (!closes) ++count;
    if (closes && count > 0) --count, --depth;
  }
  return false;
}

}  // namespace skillfit::reader
