// An HTML page as a reader sees it: block elements become lines, what the page does not show is marked hidden, and what
// is not content (scripts, styles, menus) is left out. Of style sheets only those inside the page are known; a note
// says if there are others.
#include <gumbo.h>

#include <algorithm>
#include <array>
#include <memory>
#include <span>
#include <string>
#include <vector>

#include "base/utf8.h"
#include "html_look.h"
#include "html_nesting.h"
#include "readers.h"
#include "text_builder.h"

namespace skillfit::reader {
namespace {

enum class Role : std::uint8_t { inline_text, block, heading, item, row, cell, line_break, preformatted, skipped };

struct TagRow {
  GumboTag tag;
  Role role;
};
constexpr std::array kTags = {
    TagRow{GUMBO_TAG_P, Role::block},          TagRow{GUMBO_TAG_DIV, Role::block},
    TagRow{GUMBO_TAG_SECTION, Role::block},    TagRow{GUMBO_TAG_ARTICLE, Role::block},
    TagRow{GUMBO_TAG_HEADER, Role::block},     TagRow{GUMBO_TAG_FOOTER, Role::block},
    TagRow{GUMBO_TAG_MAIN, Role::block},       TagRow{GUMBO_TAG_ASIDE, Role::block},
    TagRow{GUMBO_TAG_ADDRESS, Role::block},    TagRow{GUMBO_TAG_BLOCKQUOTE, Role::block},
    TagRow{GUMBO_TAG_FIGURE, Role::block},     TagRow{GUMBO_TAG_FIGCAPTION, Role::block},
    TagRow{GUMBO_TAG_UL, Role::block},         TagRow{GUMBO_TAG_OL, Role::block},
    TagRow{GUMBO_TAG_DL, Role::block},         TagRow{GUMBO_TAG_DT, Role::block},
    TagRow{GUMBO_TAG_DD, Role::block},         TagRow{GUMBO_TAG_TABLE, Role::block},
    TagRow{GUMBO_TAG_CAPTION, Role::block},    TagRow{GUMBO_TAG_HR, Role::block},
    TagRow{GUMBO_TAG_FORM, Role::block},       TagRow{GUMBO_TAG_FIELDSET, Role::block},
    TagRow{GUMBO_TAG_DETAILS, Role::block},    TagRow{GUMBO_TAG_SUMMARY, Role::block},
    TagRow{GUMBO_TAG_CENTER, Role::block},     TagRow{GUMBO_TAG_BODY, Role::block},
    TagRow{GUMBO_TAG_H1, Role::heading},       TagRow{GUMBO_TAG_H2, Role::heading},
    TagRow{GUMBO_TAG_H3, Role::heading},       TagRow{GUMBO_TAG_H4, Role::heading},
    TagRow{GUMBO_TAG_H5, Role::heading},       TagRow{GUMBO_TAG_H6, Role::heading},
    TagRow{GUMBO_TAG_LI, Role::item},          TagRow{GUMBO_TAG_TR, Role::row},
    TagRow{GUMBO_TAG_TD, Role::cell},          TagRow{GUMBO_TAG_TH, Role::cell},
    TagRow{GUMBO_TAG_BR, Role::line_break},    TagRow{GUMBO_TAG_PRE, Role::preformatted},
    TagRow{GUMBO_TAG_HEAD, Role::skipped},     TagRow{GUMBO_TAG_SCRIPT, Role::skipped},
    TagRow{GUMBO_TAG_STYLE, Role::skipped},    TagRow{GUMBO_TAG_TEMPLATE, Role::skipped},
    TagRow{GUMBO_TAG_NOSCRIPT, Role::skipped}, TagRow{GUMBO_TAG_NAV, Role::skipped},
    TagRow{GUMBO_TAG_SELECT, Role::skipped},   TagRow{GUMBO_TAG_IFRAME, Role::skipped},
    TagRow{GUMBO_TAG_SVG, Role::skipped},      TagRow{GUMBO_TAG_OBJECT, Role::skipped},
    TagRow{GUMBO_TAG_TITLE, Role::skipped},    TagRow{GUMBO_TAG_TEXTAREA, Role::skipped},
};

Role role_of(GumboTag tag) {
  const auto row = std::ranges::find(kTags, tag, &TagRow::tag);
  return row == kTags.end() ? Role::inline_text : row->role;
}

// The elements among the children of `parent` with the tag.
std::vector<const GumboNode*> children_of(const GumboNode& parent, GumboTag tag) {
  std::vector<const GumboNode*> found;
  for (unsigned i = 0; i < parent.v.element.children.length; ++i) {
    const auto* child = static_cast<const GumboNode*>(parent.v.element.children.data[i]);
    if (child->type == GUMBO_NODE_ELEMENT && child->v.element.tag == tag) found.push_back(child);
  }
  return found;
}

// The headers of a table whose columns are lists: they stand above their lists, not side by side in a row of their own.
// Empty for all other tables.
std::vector<const GumboNode*> headers_of_lists(const GumboNode& table) {
  std::vector<const GumboNode*> rows;
  for (const GumboTag part : {GUMBO_TAG_THEAD, GUMBO_TAG_TBODY})
    for (const GumboNode* body : children_of(table, part))
      for (const GumboNode* row : children_of(*body, GUMBO_TAG_TR)) rows.push_back(row);
  if (rows.size() < 2 || !children_of(*rows[0], GUMBO_TAG_TD).empty()) return {};
  std::vector<const GumboNode*> headers = children_of(*rows[0], GUMBO_TAG_TH);
  const auto holds_list = [](const GumboNode* cell) { return !children_of(*cell, GUMBO_TAG_UL).empty(); };
  for (const GumboNode* row : std::span(rows).subspan(1)) {
    const std::vector<const GumboNode*> cells = children_of(*row, GUMBO_TAG_TD);
    if (cells.size() != headers.size() || !std::all_of(cells.begin(), cells.end(), holds_list)) return {};
  }
  return headers;
}

// What holds for everything inside an element.
struct Context {
  BlockKind kind = BlockKind::paragraph;
  Appearance look;
  bool preformatted = false;
  std::span<const GumboNode* const> headers = {};  // of the table around it, if its columns are lists
};

class PageReader {
 public:
  PageReader(const StyleSheet& styles, TextBuilder& out) : styles_(styles), out_(out) {}
  void read(const GumboNode& node, Context context);

 private:
  void read_element(const GumboNode& node, Context context);
  void read_children(const GumboElement& element, const Context& context);
  void read_columns(const GumboNode& row, const Context& context);
  void read_preformatted(std::string_view text, const Context& context);
  const StyleSheet& styles_;
  TextBuilder& out_;
  std::size_t row_began_ = 0;  // size of the text when the current table row began its line
};

void PageReader::read(const GumboNode& node, Context context) {
  switch (node.type) {
    case GUMBO_NODE_TEXT:
    case GUMBO_NODE_WHITESPACE:
    case GUMBO_NODE_CDATA:
      if (context.preformatted) {
        read_preformatted(node.v.text.text, context);
      } else {
        out_.put_collapsed(node.v.text.text, ink_of(context.look));
      }
      break;
    case GUMBO_NODE_ELEMENT:
      read_element(node, context);
      break;
    default:
      break;  // comments, templates
  }
}

void PageReader::read_preformatted(std::string_view text, const Context& context) {
  while (!text.empty()) {
    const std::size_t end = std::min(text.find('\n'), text.size());
    out_.put(text.substr(0, end), ink_of(context.look));
    if (end < text.size()) out_.end_block(context.kind);
    text.remove_prefix(std::min(end + 1, text.size()));
  }
}

void PageReader::read_children(const GumboElement& element, const Context& context) {
  for (unsigned i = 0; i < element.children.length; ++i)
    read(*static_cast<const GumboNode*>(element.children.data[i]), context);
}

// Each list of the row under the header of its column.
void PageReader::read_columns(const GumboNode& row, const Context& context) {
  const std::vector<const GumboNode*> cells = children_of(row, GUMBO_TAG_TD);
  for (std::size_t i = 0; i < cells.size(); ++i) {
    const GumboNode& header = *context.headers[i];
    read_children(header.v.element, {BlockKind::heading, look_of(header, styles_, context.look)});
    out_.end_block(BlockKind::heading);
    read_children(cells[i]->v.element, {BlockKind::paragraph, look_of(*cells[i], styles_, context.look)});
    out_.end_block(BlockKind::paragraph);
  }
}

void PageReader::read_element(const GumboNode& node, Context context) {
  const GumboElement& element = node.v.element;
  const Role role = role_of(element.tag);
  if (role == Role::skipped) return;
  const BlockKind outer = context.kind;
  context.look = look_of(node, styles_, context.look);
  if (role == Role::inline_text) return read_children(element, context);
  if (role == Role::line_break) return out_.end_block(outer);
  if (role == Role::row && !context.headers.empty()) return read_columns(node, context);
  if (role == Role::cell) {
    if (out_.in_block() && out_.size() > row_began_) out_.put("\t");
    return read_children(element, context);
  }
  out_.end_block(outer);
  if (role == Role::heading) out_.blank_line();
  if (role == Role::heading) context.kind = BlockKind::heading;
  if (role == Role::item) context.kind = BlockKind::list_item;
  if (role == Role::row) context.kind = BlockKind::table_row;
  if (role == Role::block && outer != BlockKind::list_item) context.kind = BlockKind::paragraph;
  if (role == Role::item) out_.expect_bullet();
  if (role == Role::row) row_began_ = out_.size();
  context.preformatted |= role == Role::preformatted;
  const std::vector<const GumboNode*> headers =
      element.tag == GUMBO_TAG_TABLE ? headers_of_lists(node) : std::vector<const GumboNode*>();
  if (element.tag == GUMBO_TAG_TABLE) context.headers = headers;
  read_children(element, context);
  out_.end_block(context.kind);
  if (role == Role::item) out_.drop_bullet();
}

// The style sheets of a page.
struct Sheets {
  StyleSheet inside;
  bool others = false;  // it refers to some that are not in the file
};

bool is_sheet_elsewhere(const GumboElement& element) {
  if (element.tag != GUMBO_TAG_LINK) return false;
  const GumboAttribute* kind = gumbo_get_attribute(&element.attributes, "rel");
  const GumboAttribute* media = gumbo_get_attribute(&element.attributes, "media");
  return kind && ascii_lower(kind->value).find("stylesheet") != std::string::npos &&
         (!media || ascii_lower(media->value) != "print");
}

void add_styles(const GumboNode& node, Sheets& sheets) {
  if (node.type != GUMBO_NODE_ELEMENT) return;
  const GumboElement& element = node.v.element;
  sheets.others |= is_sheet_elsewhere(element);
  for (unsigned i = 0; i < element.children.length; ++i) {
    const GumboNode& inner = *static_cast<const GumboNode*>(element.children.data[i]);
    if (element.tag == GUMBO_TAG_STYLE && inner.type != GUMBO_NODE_ELEMENT) {
      const std::string_view css = inner.v.text.text;
      sheets.others |= css.find("@import") != std::string_view::npos;
      sheets.inside.add(tidied_css(css));
    } else {
      add_styles(inner, sheets);
    }
  }
}

}  // namespace

Result<Document> read_html(const ReaderRequest& request) {
  if (nested_deeper_than(request.bytes, request.limits.nesting)) {
    return fail(ErrorCode::too_large,
                "nested deeper than the limit of " + std::to_string(request.limits.nesting) + " HTML elements");
  }
  GumboOptions options = kGumboDefaultOptions;
  options.max_errors = 0;
  const auto destroy = [&](GumboOutput* output) { gumbo_destroy_output(&options, output); };
  const std::unique_ptr<GumboOutput, decltype(destroy)> page(
      gumbo_parse_with_options(&options, request.bytes.data(), request.bytes.size()), destroy);
  Sheets sheets;
  add_styles(*page->root, sheets);
  sheets.inside.sort();
  TextBuilder out;
  PageReader(sheets.inside, out).read(*page->root, {});
  if (sheets.others)
    out.note("unchecked", "has style sheets outside the file; text that only they hide is read as seen");
  return out.take();
}

}  // namespace skillfit::reader
