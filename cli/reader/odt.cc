// The body of an OpenDocument text, paragraph by paragraph, between the headers and footers of its pages. Frames,
// shapes and notes hang inside a paragraph, but are read after it.
#include <algorithm>
#include <array>
#include <charconv>
#include <pugixml.hpp>
#include <vector>

#include "odt_styles.h"
#include "readers.h"
#include "text_builder.h"
#include "xml.h"
#include "zip.h"

namespace skillfit::reader {
namespace {

class TextReader {
 public:
  TextReader(const OdtStyles& styles, TextBuilder& out, std::uint32_t nesting)
      : styles_(styles), out_(out), nesting_(nesting) {}

  void read(pugi::xml_node node, const Context& context);
  bool too_deep() const { return too_deep_; }

 private:
  void read_block(pugi::xml_node node, std::string_view name, Context context);
  void read_paragraph(pugi::xml_node node, std::string_view name, const Context& context);
  void read_row(pugi::xml_node row, const Context& context);
  void read_inline(pugi::xml_node node, const Context& context);
  void read_inline_part(pugi::xml_node node, std::string_view name, const Context& context);
  Appearance styled(std::string_view family, pugi::xml_node node, const Appearance& outer) const;

  const OdtStyles& styles_;
  TextBuilder& out_;
  std::uint32_t nesting_;
  std::uint32_t depth_ = 0;
  bool too_deep_ = false;
  bool in_row_ = false;                // paragraphs do not end the line: cells of a table row
  std::vector<pugi::xml_node> apart_;  // met inside the current paragraph
};

constexpr std::array<std::string_view, 6> kSkipped = {"tracked-changes", "annotation",  "forms",
                                                      "note-citation",   "page-number", "page-count"};
constexpr std::array<std::string_view, 8> kApart = {"frame", "custom-shape", "rect",    "note-body",
                                                    "line",  "ellipse",      "polygon", "path"};

template <std::size_t N>
bool is_one_of(const std::array<std::string_view, N>& names, std::string_view name) {
  return std::ranges::find(names, name) != names.end();
}

Appearance TextReader::styled(std::string_view family, pugi::xml_node node, const Appearance& outer) const {
  const OdtStyle* style = styles_.find(family, attribute(node, "style-name"));
  return style ? inherit(style->look, outer) : outer;
}

void TextReader::read(pugi::xml_node node, const Context& context) {
  const Level level(depth_);
  too_deep_ |= depth_ > nesting_;
  if (too_deep_) return;
  for (const pugi::xml_node inner : node.children()) {
    const std::string_view name = local_name(inner.name());
    if (!is_one_of(kSkipped, name)) read_block(inner, name, context);
  }
}

void TextReader::read_block(pugi::xml_node node, std::string_view name, Context context) {
  if (name == "p" || name == "h") return read_paragraph(node, name, context);
  if (name == "table-row") return read_row(node, context);
  if (name == "table") context.look = styled("table", node, context.look);
  if (name == "section" && attribute(node, "display") == "none") context.look.hidden = true;
  if (name == "list-item" && !in_row_) {
    context.kind = BlockKind::list_item;
    out_.expect_bullet();
  }
  if (is_one_of(kApart, name)) context.look.ground = kUnknown;  // shapes have fills, and lie over others
  read(node, context);
  if (name == "list-item") out_.drop_bullet();
}

void TextReader::read_paragraph(pugi::xml_node node, std::string_view name, const Context& outer) {
  const OdtStyle* style = styles_.find("paragraph", attribute(node, "style-name"));
  Context context{outer.kind, style ? inherit(style->look, outer.look) : outer.look};
  if (name == "h" || (style && style->heading)) context.kind = BlockKind::heading;
  if (context.kind == BlockKind::heading) out_.drop_bullet();  // numbered headings are lists to the format
  std::vector<pugi::xml_node> apart;
  std::swap(apart, apart_);
  const std::size_t before = out_.size();
  read_inline(node, context);
  if (!in_row_) {
    if (out_.size() == before) out_.blank_line();
    out_.end_block(context.kind);
  }
  std::swap(apart, apart_);
  for (const pugi::xml_node part : apart) read_block(part, local_name(part.name()), outer);
}

void TextReader::read_inline(pugi::xml_node node, const Context& context) {
  const Level level(depth_);
  too_deep_ |= depth_ > nesting_;
  if (too_deep_) return;
  for (const pugi::xml_node inner : node.children()) {
    const std::string_view name = local_name(inner.name());
    if (inner.type() == pugi::node_pcdata) {
      out_.put_collapsed(inner.value(), ink_of(context.look));
    } else if (is_one_of(kApart, name)) {
      apart_.push_back(inner);
    } else if (!is_one_of(kSkipped, name)) {
      read_inline_part(inner, name, context);
    }
  }
}

void TextReader::read_inline_part(pugi::xml_node node, std::string_view name, const Context& context) {
  constexpr std::size_t kSpaces = 100;  // more are a mistake
  if (name == "s") {
    const std::string_view count = attribute(node, "c");
    std::size_t spaces = 1;
    std::from_chars(count.data(), count.data() + count.size(), spaces);
    out_.put(std::string(std::min(spaces, kSpaces), ' '));
  } else if (name == "tab") {
    out_.put("\t");
  } else if (name == "line-break") {
    if (in_row_) return out_.put(" ");
    out_.end_block(context.kind);
  } else {  // spans, links, fields, hidden text
    Context inner{context.kind, styled("text", node, context.look)};
    if (attribute(node, "is-hidden") == "true") inner.look.hidden = true;
    read_inline(node, inner);
  }
}

void TextReader::read_row(pugi::xml_node row, const Context& context) {
  const bool outer = in_row_;
  in_row_ = outer || !is_layout_row(row);
  bool first = true;
  for (const pugi::xml_node cell : row.children()) {
    if (local_name(cell.name()) != "table-cell") continue;
    if (in_row_ && !first) out_.put("\t");
    first = false;
    read(cell, {context.kind, styled("table-cell", cell, styled("table-row", row, context.look))});
  }
  in_row_ = outer;
  if (!in_row_) out_.end_block(BlockKind::table_row);
}

}  // namespace

Result<Document> read_odt(const ReaderRequest& request) {
  Result<Zip> zip = Zip::open(request.bytes);
  if (!zip) return tl::unexpected(zip.error());
  const auto manifest = zip->part("META-INF/manifest.xml");
  if (manifest && *manifest && (*manifest)->find("encryption-data") != std::string::npos)
    return fail(ErrorCode::encrypted, "the document needs a password: save a copy without one");
  pugi::xml_document common, content;
  const Result<bool> styled = parse_part(*zip, "styles.xml", common);
  if (!styled) return tl::unexpected(styled.error());
  const Result<bool> found = parse_part(*zip, "content.xml", content);
  if (!found) return tl::unexpected(found.error());
  if (!*found) return fail(ErrorCode::malformed, "content.xml is missing inside it");
  const pugi::xml_node root = child(content, "document-content");

  const OdtStyles styles = read_odt_styles(child(common, "document-styles"), root);
  TextBuilder out;
  TextReader reader(styles, out, request.limits.nesting);
  const pugi::xml_node pages = child(child(common, "document-styles"), "master-styles");
  const auto read_margins = [&](std::string_view name, BlockKind kind) {
    for (const pugi::xml_node page : pages.children()) reader.read(child(page, name), {kind, styles.base});
  };
  read_margins("header", BlockKind::header);
  reader.read(child(root, "body"), {BlockKind::paragraph, styles.base});
  read_margins("footer", BlockKind::footer);
  if (reader.too_deep()) {
    return fail(ErrorCode::too_large,
                "nested deeper than the limit of " + std::to_string(request.limits.nesting) + " elements");
  }
  return out.take();
}

}  // namespace skillfit::reader
