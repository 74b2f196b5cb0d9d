// HTML, written front to back: elements are balanced and text is escaped by construction.
#pragma once

#include <initializer_list>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace skillfit {

// Text as it may stand between tags and inside quoted attributes: printable() (no control characters, no characters
// that turn the direction of what follows, valid UTF-8), and & < > " ' as references.
std::string escape_html(std::string_view text);

class Html {
 public:
  using Attributes = std::initializer_list<std::pair<std::string_view, std::string_view>>;

  // <name key="value" ...>; an attribute without a value is left out. REQUIRES: `name` and keys are ours, never a
  // document's, and stay alive until close().
  Html& open(std::string_view name, Attributes attributes = {});
  Html& close();                                                   // the innermost element that is open
  Html& empty(std::string_view name, Attributes attributes = {});  // one that has no end tag

  Html& text(std::string_view text);
  Html& element(std::string_view name, std::string_view text, Attributes attributes = {});

  // Markup that is part of the program: style and script.
  Html& raw(std::string_view markup);

  // REQUIRES: everything is closed.
  std::string take() { return std::move(out_); }

 private:
  std::string out_;
  std::vector<std::string_view> open_;
};

}  // namespace skillfit
