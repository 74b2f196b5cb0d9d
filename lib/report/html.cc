#include "report/html.h"

#include <algorithm>
#include <array>

#include "skillfit/report.h"

namespace skillfit {
namespace {

// Elements whose end is a good place for a line of the source to end.
bool ends_line(std::string_view name) {
  constexpr std::array<std::string_view, 18> kNames = {"article", "caption", "dd",  "div",     "dl",    "figure",
                                                       "footer",  "h1",      "h2",  "header",  "li",    "nav",
                                                       "p",       "section", "svg", "summary", "table", "tr"};
  return std::find(kNames.begin(), kNames.end(), name) != kNames.end();
}

}  // namespace

std::string escape_html(std::string_view text) {
  std::string out;
  out.reserve(text.size());
  for (const char c : printable(text)) {
    switch (c) {
      case '&':
        out += "&amp;";
        break;
      case '<':
        out += "&lt;";
        break;
      case '>':
        out += "&gt;";
        break;
      case '"':
        out += "&quot;";
        break;
      case '\'':
        out += "&#39;";
        break;
      default:
        out += c;
    }
  }
  return out;
}

Html& Html::empty(std::string_view name, Attributes attributes) {
  (out_ += '<') += name;
  for (const auto& [key, value] : attributes) {
    if (!value.empty()) (((out_ += ' ') += key) += "=\"" + escape_html(value)) += '"';
  }
  out_ += '>';
  return *this;
}

Html& Html::open(std::string_view name, Attributes attributes) {
  open_.push_back(name);
  return empty(name, attributes);
}

Html& Html::close() {
  const std::string_view name = open_.back();
  open_.pop_back();
  ((out_ += "</") += name) += '>';
  if (ends_line(name)) out_ += '\n';
  return *this;
}

Html& Html::text(std::string_view text) {
  out_ += escape_html(text);
  return *this;
}

Html& Html::element(std::string_view name, std::string_view text, Attributes attributes) {
  return open(name, attributes).text(text).close();
}

Html& Html::raw(std::string_view markup) {
  out_ += markup;
  return *this;
}

}  // namespace skillfit
