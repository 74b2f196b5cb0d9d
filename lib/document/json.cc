// What the three formats share. The depth of nesting is counted before the parser sees the text: a parser of JSON is
// quick to build what takes long to take apart.
#include "document/json.h"

#include <algorithm>
#include <array>

#include "base/files.h"
#include "base/utf8.h"
#include "document/lines.h"
#include "document/reader_pool.h"

namespace skillfit {
namespace {

constexpr std::string_view kSpace = " \t\r\n";
constexpr std::string_view kBom = "\xEF\xBB\xBF";

bool nested_deeper_than(std::string_view text, std::uint32_t limit) {
  std::uint32_t depth = 0;
  bool quoted = false;
  for (std::size_t i = 0; i < text.size(); ++i) {
    const char c = text[i];
    if (quoted) {
      if (c == '\\') ++i;
      if (c == '"') quoted = false;
      continue;
    }
    if (c == '"') quoted = true;
    if ((c == '{' || c == '[') && ++depth > limit) return true;
    if ((c == '}' || c == ']') && depth > 0) --depth;
  }
  return false;
}

// The elements that people's texts are marked up with. Anything else in angle brackets ("<COMPANY>", "List<T>") is
// text.
constexpr std::array<std::string_view, 44> kElements = {
    "a",    "abbr",   "article", "b",   "body", "br",    "center", "code", "dd", "div",     "dl",
    "dt",   "em",     "font",    "h1",  "h2",   "h3",    "h4",     "h5",   "h6", "head",    "hr",
    "html", "i",      "img",     "li",  "main", "ol",    "p",      "pre",  "s",  "section", "small",
    "span", "strong", "style",   "sub", "sup",  "table", "tbody",  "td",   "tr", "u",       "ul"};
static_assert(std::ranges::is_sorted(kElements));

bool is_element(std::string_view name) {
  return std::ranges::binary_search(kElements, ascii_lower(name));
}

// "<p>", "</div>", "&lt;li", "&amp;": text in which a browser would see more than the characters.
bool has_markup(std::string_view text) {
  const auto is_name = [](char c) {
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '1' && c <= '6');
  };
  for (std::size_t at = text.find_first_of("<&"); at != std::string_view::npos; at = text.find_first_of("<&", at + 1)) {
    std::string_view rest = text.substr(at + 1, 12);
    if (text[at] == '<') {
      if (rest.starts_with('/')) rest.remove_prefix(1);
      const std::size_t end = std::ranges::find_if_not(rest, is_name) - rest.begin();
      if (end < rest.size() && std::string_view(" />\n").find(rest[end]) != std::string_view::npos &&
          is_element(rest.substr(0, end)))
        return true;
    } else if (const std::size_t end = rest.find(';'); end != std::string_view::npos && end > 1) {
      const std::string_view name = rest.substr(0, end);
      if (name.front() == '#' || std::ranges::all_of(name, is_name)) return true;
    }
  }
  return false;
}

constexpr std::array<std::string_view, 6> kTextKeys = {"text",        "resume_text", "job_description",
                                                       "description", "resume",      "content"};

const nlohmann::json* text_member(const nlohmann::json& value) {
  if (!value.is_object()) return nullptr;
  for (const std::string_view key : kTextKeys) {
    const nlohmann::json* member = json_at(value, key);
    if (member && member->is_string()) return member;
  }
  return nullptr;
}

}  // namespace

bool looks_like_json(std::string_view text) {
  if (text.starts_with(kBom)) text.remove_prefix(kBom.size());
  const std::size_t first = text.find_first_not_of(kSpace);
  if (first == std::string_view::npos || (text[first] != '{' && text[first] != '[')) return false;
  const std::size_t second = text.find_first_not_of(kSpace, first + 1);
  if (second == std::string_view::npos) return false;
  return (text[first] == '{' ? std::string_view("\"}") : std::string_view("{[")).find(text[second]) !=
         std::string_view::npos;
}

Result<nlohmann::json> parse_json(std::string_view text, std::uint32_t nesting) {
  if (nested_deeper_than(text, nesting))
    return fail(ErrorCode::too_large, "nested deeper than the limit of " + std::to_string(nesting) + " levels of JSON");
  if (text.starts_with(kBom)) text.remove_prefix(kBom.size());
  nlohmann::json value = nlohmann::json::parse(text, nullptr, false);
  if (value.is_discarded()) return fail(ErrorCode::malformed, "begins like JSON, but is not valid JSON (cut off?)");
  return value;
}

const nlohmann::json* json_at(const nlohmann::json& value, std::string_view path) {
  const nlohmann::json* here = &value;
  while (true) {
    while (here->is_array() && !path.empty()) {
      if (here->empty()) return nullptr;
      here = &here->front();
    }
    if (path.empty()) return here;
    const std::size_t dot = std::min(path.find('.'), path.size());
    if (!here->is_object()) return nullptr;
    const auto member = here->find(std::string(path.substr(0, dot)));
    if (member == here->end()) return nullptr;
    here = &*member;
    path.remove_prefix(std::min(dot + 1, path.size()));
  }
}

std::string json_text(const nlohmann::json& value) {
  if (value.is_string()) return value.get<std::string>();
  if (value.is_number()) return value.dump();
  if (!value.is_object()) return {};
  if (const nlohmann::json* months = json_at(value, "monthsOfExperience"); months && months->is_number())
    return months->dump() + " months of experience";
  for (const char* key : {"name", "credentialCategory", "description", "text", "@value"}) {
    if (const nlohmann::json* member = json_at(value, key); member && member->is_string())
      return member->get<std::string>();
  }
  return {};
}

bool is_json_text(const Source& source) {
  return text_member(*source.json) != nullptr;
}

Result<Document> read_json_text(Source& source) {
  LineBuilder lines;
  if (const nlohmann::json* title = json_at(*source.json, "title")) lines.add("", "title", json_text(*title));
  lines.end_line();
  Result<Document> body = read_value(text_member(*source.json)->get<std::string>(), source);
  if (!body) return body;
  lines.append("text", *body);
  return lines.take();
}

Result<Document> read_value(const std::string& value, const Source& source) {
  LineBuilder lines;
  lines.paragraphs("", value);
  Document document = lines.take();
  // Twice at most: markup whose tags were themselves written as entities shows them only after the first time.
  for (int i = 0; i < 2 && has_markup(document.text); ++i) {
    const std::string& page = i == 0 ? value : document.text;
    Result<Document> read = read_in_process({Format::html, source.options.limits, page}, sha256("a value\n" + page),
                                            source.options, nullptr);
    if (!read) return read;
    document = std::move(*read);
  }
  document.fields.clear();  // the caller names the value
  return document;
}

}  // namespace skillfit
