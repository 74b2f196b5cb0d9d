// JSON-LD inside a saved web page. Scripts are found as browsers find them: markup inside a script is no markup, so the
// first end tag ends it. What content systems really write is repaired first: line breaks inside strings, and the marks
// of CDATA or comments around the whole.
#include <algorithm>

#include "base/utf8.h"
#include "document/json.h"

namespace skillfit {
namespace {

using nlohmann::json;

// Where `word` begins at or after `at`, in any case; the end if nowhere.
std::size_t find_word(std::string_view text, std::string_view word, std::size_t at) {
  const auto same = [](char a, char b) { return ascii_lower(a) == b; };
  const auto found = std::search(text.begin() + static_cast<std::ptrdiff_t>(std::min(at, text.size())), text.end(),
                                 word.begin(), word.end(), same);
  return static_cast<std::size_t>(found - text.begin());
}

// From the outermost bracket to its like: what stands around a value is no part of it.
std::string_view inside_marks(std::string_view script) {
  constexpr std::string_view kOpen = "<![CDATA[", kClose = "]]>";
  if (const std::size_t at = script.find(kOpen); at != std::string_view::npos && script.find('"') > at)
    script.remove_prefix(at + kOpen.size());
  script = script.substr(0, script.rfind(kClose));  // a "]]>" in a string would be a wonder
  const std::size_t begin = script.find_first_of("{[");
  const std::size_t end = script.find_last_of("}]");
  if (begin == std::string_view::npos || end == std::string_view::npos || end < begin) return {};
  return script.substr(begin, end + 1 - begin);
}

// Control characters inside strings are written as JSON wants them.
std::string repaired(std::string_view script) {
  std::string out;
  bool quoted = false, escaped = false;
  for (const char c : script) {
    const bool control = static_cast<unsigned char>(c) < 0x20;
    if (quoted && control) {
      out += c == '\n' ? "\\n" : " ";
    } else {
      out += c;
    }
    if (c == '"' && !escaped) quoted = !quoted;
    escaped = quoted && c == '\\' && !escaped;
  }
  return out;
}

}  // namespace

nlohmann::json scripts_of_page(std::string_view html, std::uint32_t nesting) {
  json scripts = json::array();
  for (std::size_t at = find_word(html, "<script", 0); at < html.size(); at = find_word(html, "<script", at)) {
    const std::size_t begin = std::min(html.find('>', at), html.size());
    const std::string_view tag = html.substr(at, begin - at);
    at = find_word(html, "</script", begin);
    if (find_word(tag, "application/ld+json", 0) == tag.size() || begin == html.size()) continue;
    Result<json> value = parse_json(repaired(inside_marks(html.substr(begin + 1, at - begin - 1))), nesting);
    if (value) scripts.push_back(std::move(*value));
  }
  return scripts;
}

}  // namespace skillfit
