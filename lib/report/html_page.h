// What every page has: head, style, and a foot that says where it comes from. A page is one file that asks for nothing:
// its content security policy allows its own style and script, by their SHA-256, and no connection at all.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "report/html.h"
#include "report/parts.h"

namespace skillfit {

enum class Script : bool { none, rank };

// `script` is the same at both ends of a page.
//
// The page up to its <main>, which is left open, as <body> is.
void open_page(Html& html, std::string_view title, Script script = Script::none);

// A document the page was made from.
struct Source {
  std::string_view name;  // "Resume"
  const Document& document;
};

// Closes <main>, says what the page was made from, and ends it.
std::string close_page(Html& html, const std::vector<Source>& sources, const ReportContext& context,
                       Script script = Script::none);

// A page around a report for terminals: what has no page of its own is shown as it is printed.
std::string plain_page(std::string_view table);

// `value` of `max` as a picture; what it says stands beside it in numbers.
void write_bar(Html& html, std::int64_t value, std::int64_t max);

// <section id="name"><h2 id="name-heading">heading</h2>, left open.
void open_section(Html& html, const std::string& name, std::string_view heading);

// Notes of a match or document, nothing if there are none.
void write_notes(Html& html, const std::vector<Note>& notes);

// One line of a <dl>: <div><dt>name</dt><dd>, <div> and <dd> left open.
Html& open_fact(Html& html, std::string_view name);
void write_fact(Html& html, std::string_view name, std::string_view value);

}  // namespace skillfit
