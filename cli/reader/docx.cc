// The body of a Word document, paragraph by paragraph, with headers before it and footers and notes after it. Text
// boxes hang inside a run, but are read after the paragraph that anchors them.
#include <algorithm>
#include <pugixml.hpp>
#include <vector>

#include "docx_styles.h"
#include "readers.h"
#include "text_builder.h"
#include "xml.h"
#include "zip.h"

namespace skillfit::reader {
namespace {

class BodyReader {
 public:
  BodyReader(const Styles& styles, TextBuilder& out, std::uint32_t nesting)
      : styles_(styles), out_(out), nesting_(nesting) {}

  // Everything inside `node`; lines that are mere paragraphs get the kind of `context`.
  void read(pugi::xml_node node, const Context& context);
  bool too_deep() const { return too_deep_; }

 private:
  void read_blocks(pugi::xml_node node, const Context& context);
  void read_paragraph(pugi::xml_node node, const Context& context);
  void read_row(pugi::xml_node row, const Context& context);
  void read_inline(pugi::xml_node node, const Context& context);
  void read_run_part(pugi::xml_node node, const Context& context);
  Context paragraph_context(pugi::xml_node properties, const Context& outer) const;
  Context run_context(pugi::xml_node properties, Context outer) const;
  Context table_context(pugi::xml_node properties, Context outer) const;

  const Styles& styles_;
  TextBuilder& out_;
  std::uint32_t nesting_;
  std::uint32_t depth_ = 0;
  bool too_deep_ = false;
  bool in_row_ = false;                // paragraphs do not end the line: cells of a table row
  std::vector<pugi::xml_node> boxes_;  // met inside the current paragraph
};

// Of the alternatives for old and new programs, the first with text in it.
pugi::xml_node pick_alternative(pugi::xml_node node) {
  const auto has_text = [](pugi::xml_node choice) {
    return !choice.find_node([](pugi::xml_node inner) { return local_name(inner.name()) == "t"; }).empty();
  };
  for (const pugi::xml_node choice : node.children()) {
    if (has_text(choice)) return choice;
  }
  return {};
}

void BodyReader::read(pugi::xml_node node, const Context& context) {
  read_blocks(node, context);
  out_.end_block(context.kind);
}

void BodyReader::read_blocks(pugi::xml_node node, const Context& context) {
  const Level level(depth_);
  if (depth_ > nesting_) {
    too_deep_ = true;
    return;
  }
  for (const pugi::xml_node inner : node.children()) {
    const std::string_view name = local_name(inner.name());
    if (name == "p") {
      read_paragraph(inner, context);
    } else if (name == "tr") {
      read_row(inner, context);
    } else if (name == "tbl") {
      read_blocks(inner, table_context(child(inner, "tblPr"), context));
    } else if (name == "AlternateContent") {
      read_blocks(pick_alternative(inner), context);
    } else if (name != "del" && name != "moveFrom") {
      read_blocks(inner, context);
    }
  }
}

Context BodyReader::paragraph_context(pugi::xml_node properties, const Context& outer) const {
  const Style* style = styles_.find(child_value(properties, "pStyle"));
  const pugi::xml_node numbers = child(properties, "numPr");
  const bool numbered = !numbers.empty() && child_value(numbers, "numId") != "0";
  Context context{outer.kind, inherit(look_of(properties), style ? inherit(style->look, outer.look) : outer.look)};
  if (numbered || (style && style->list && numbers.empty())) context.kind = BlockKind::list_item;
  if (style && style->heading) context.kind = BlockKind::heading;
  if (!child_value(properties, "outlineLvl").empty() && child_value(properties, "outlineLvl") != "9")
    context.kind = BlockKind::heading;
  return context;
}

Context BodyReader::run_context(pugi::xml_node properties, Context outer) const {
  if (const Style* style = styles_.find(child_value(properties, "rStyle")))
    outer.look = inherit(style->look, outer.look);
  outer.look = inherit(look_of(properties), outer.look);
  return outer;
}

Context BodyReader::table_context(pugi::xml_node properties, Context outer) const {
  const Style* style = styles_.find(child_value(properties, "tblStyle"));
  if (style && style->shaded) outer.look.ground = kUnknown;
  return outer;
}

void BodyReader::read_paragraph(pugi::xml_node node, const Context& outer) {
  const Context context = paragraph_context(child(node, "pPr"), outer);
  std::vector<pugi::xml_node> boxes;
  std::swap(boxes, boxes_);
  const std::size_t before = out_.size();
  if (context.kind == BlockKind::list_item && !in_row_) out_.expect_bullet();
  read_inline(node, context);
  out_.drop_bullet();
  if (!in_row_) {
    if (out_.size() == before) out_.blank_line();
    out_.end_block(context.kind);
  }
  std::swap(boxes, boxes_);
  Context inside = outer;
  inside.look.ground = kUnknown;  // shapes have fills, and lie over others
  for (const pugi::xml_node box : boxes) read_blocks(box, inside);
}

void BodyReader::read_inline(pugi::xml_node node, const Context& context) {
  const Level level(depth_);
  if (depth_ > nesting_) {
    too_deep_ = true;
    return;
  }
  for (const pugi::xml_node inner : node.children()) {
    const std::string_view name = local_name(inner.name());
    if (name == "r") {
      read_inline(inner, run_context(child(inner, "rPr"), context));
    } else if (name == "txbxContent" || name == "txBody") {
      boxes_.push_back(inner);
    } else if (name == "AlternateContent") {
      read_inline(pick_alternative(inner), context);
    } else if (name != "pPr" && name != "rPr" && name != "del" && name != "moveFrom" && name != "instrText") {
      read_run_part(inner, context);
    }
  }
}

void BodyReader::read_run_part(pugi::xml_node node, const Context& context) {
  const std::string_view name = local_name(node.name());
  if (name == "t") {
    out_.put(node.text().get(), ink_of(context.look));
  } else if (name == "tab" || name == "ptab") {
    out_.put("\t");
  } else if (name == "noBreakHyphen") {
    out_.put("-", ink_of(context.look));
  } else if (name == "sym") {
    out_.put(" ");  // a glyph of a symbol font: an icon beside the phone number
  } else if (name == "br" || name == "cr") {
    if (in_row_) {
      out_.put(" ");
    } else {
      out_.end_block(context.kind);
    }
  } else {
    read_inline(node, context);  // hyperlinks, insertions, smart tags, fields: their runs count
  }
}

void BodyReader::read_row(pugi::xml_node row, const Context& context) {
  const bool outer = in_row_;
  in_row_ = outer || !is_layout_row(row);
  bool first = true;
  for (const pugi::xml_node cell : row.children()) {
    if (local_name(cell.name()) != "tc" && local_name(cell.name()) != "sdt") continue;
    if (in_row_ && !first) out_.put("\t");
    first = false;
    read_blocks(cell, {context.kind, inherit(look_of(child(cell, "tcPr")), context.look)});
  }
  in_row_ = outer;
  if (!in_row_) out_.end_block(BlockKind::table_row);
}

struct Part {
  std::string name;
  BlockKind kind = BlockKind::paragraph;
};

// "word/document.xml", unless the package says otherwise.
Result<std::string> main_part(Zip& zip) {
  pugi::xml_document relations;
  const Result<bool> parsed = parse_part(zip, "_rels/.rels", relations);
  if (!parsed) return tl::unexpected(parsed.error());
  for (const pugi::xml_node relation : child(relations, "Relationships").children()) {
    const std::string_view type = attribute(relation, "Type");
    std::string_view target = attribute(relation, "Target");
    if (!type.ends_with("/officeDocument")) continue;
    if (target.starts_with('/')) target.remove_prefix(1);
    return std::string(target);
  }
  return std::string("word/document.xml");
}

// Header, footers and notes of the main part, in that order around it.
Result<std::vector<Part>> parts_of(Zip& zip, const std::string& main) {
  const std::size_t slash = main.rfind('/');
  const std::string folder = slash == std::string::npos ? "" : main.substr(0, slash + 1);
  pugi::xml_document relations;
  const Result<bool> parsed = parse_part(zip, folder + "_rels/" + main.substr(folder.size()) + ".rels", relations);
  if (!parsed) return tl::unexpected(parsed.error());
  std::vector<Part> before, after;
  for (const pugi::xml_node relation : child(relations, "Relationships").children()) {
    const std::string_view type = attribute(relation, "Type");
    const std::string target = folder + std::string(attribute(relation, "Target"));
    if (type.ends_with("/header")) before.push_back({target, BlockKind::header});
    if (type.ends_with("/footer")) after.push_back({target, BlockKind::footer});
    if (type.ends_with("/footnotes") || type.ends_with("/endnotes")) after.push_back({target, BlockKind::paragraph});
  }
  const auto by_name = [](const Part& a, const Part& b) { return a.name < b.name; };
  std::ranges::sort(before, by_name);
  std::ranges::sort(after, by_name);
  before.push_back({main, BlockKind::paragraph});
  before.insert(before.end(), after.begin(), after.end());
  return before;
}

// A banner or picture behind the text, or a page that is not white: then nobody can tell what a colour lies on.
bool covers_page(pugi::xml_node part) {
  const auto covers = [](pugi::xml_node node) {
    return (local_name(node.name()) == "anchor" && attribute(node, "behindDoc") == "1") ||
           (local_name(node.name()) == "background" && attribute(node, "color") != "FFFFFF");
  };
  return !part.find_node(covers).empty();
}

}  // namespace

Result<Document> read_docx(const ReaderRequest& request) {
  Result<Zip> zip = Zip::open(request.bytes);
  if (!zip) return tl::unexpected(zip.error());
  const Result<std::string> main = main_part(*zip);
  if (!main) return tl::unexpected(main.error());
  pugi::xml_document xml;
  const Result<bool> styled = parse_part(*zip, main->substr(0, main->rfind('/') + 1) + "styles.xml", xml);
  if (!styled) return tl::unexpected(styled.error());
  const Styles styles = read_styles(xml);
  const Result<std::vector<Part>> parts = parts_of(*zip, *main);
  if (!parts) return tl::unexpected(parts.error());

  std::vector<pugi::xml_document> trees(parts->size());
  Context context{BlockKind::paragraph, styles.base};
  for (std::size_t i = 0; i < trees.size(); ++i) {
    const Result<bool> found = parse_part(*zip, (*parts)[i].name, trees[i]);
    if (!found) return tl::unexpected(found.error());
    if (!*found && (*parts)[i].name == *main) return fail(ErrorCode::malformed, *main + " is missing inside it");
    if (covers_page(trees[i])) context.look.ground = kUnknown;
  }
  TextBuilder out;
  BodyReader reader(styles, out, request.limits.nesting);
  for (std::size_t i = 0; i < trees.size(); ++i) {
    context.kind = (*parts)[i].kind;
    reader.read(trees[i], context);
  }
  if (reader.too_deep()) {
    return fail(ErrorCode::too_large,
                "nested deeper than the limit of " + std::to_string(request.limits.nesting) + " elements");
  }
  return out.take();
}

}  // namespace skillfit::reader
