// The body of a Word document, paragraph by paragraph, with headers before it and footers and notes after it. Elements
// are known by their local names: generators disagree about prefixes. Text boxes hang inside a run, but are read after
// the paragraph that anchors them.
#include <algorithm>
#include <pugixml.hpp>
#include <set>
#include <vector>

#include "docx_styles.h"
#include "readers.h"
#include "text_builder.h"
#include "zip.h"

namespace skillfit::reader {
namespace {

struct Paragraph {
  BlockKind kind = BlockKind::paragraph;
  bool hidden = false;
};

class BodyReader {
 public:
  BodyReader(const Styles& styles, TextBuilder& out, std::uint32_t nesting)
      : styles_(styles), out_(out), nesting_(nesting) {}

  // Everything inside `node`; lines that are mere paragraphs get the kind `kind`.
  void read(pugi::xml_node node, BlockKind kind);
  bool too_deep() const { return too_deep_; }

 private:
  void read_blocks(pugi::xml_node node);
  void read_paragraph(pugi::xml_node node);
  void read_row(pugi::xml_node row);
  void read_inline(pugi::xml_node node, const Paragraph& paragraph, bool hidden);
  void read_run_part(pugi::xml_node node, const Paragraph& paragraph, bool hidden);
  Paragraph paragraph_of(pugi::xml_node properties) const;
  bool is_hidden(pugi::xml_node run_properties) const;

  const Styles& styles_;
  TextBuilder& out_;
  std::uint32_t nesting_;
  std::uint32_t depth_ = 0;
  bool too_deep_ = false;
  bool in_row_ = false;  // paragraphs do not end the line: cells of a table row
  BlockKind kind_ = BlockKind::paragraph;
  std::vector<pugi::xml_node> boxes_;  // met inside the current paragraph
};

// Counts itself in on the way down; false once that is too deep.
struct Level {
  std::uint32_t& depth;
  explicit Level(std::uint32_t& counter) : depth(counter) { ++depth; }
  Level(const Level&) = delete;
  Level& operator=(const Level&) = delete;
  ~Level() { --depth; }
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

void BodyReader::read(pugi::xml_node node, BlockKind kind) {
  kind_ = kind;
  read_blocks(node);
  out_.end_block(kind_);
}

void BodyReader::read_blocks(pugi::xml_node node) {
  const Level level(depth_);
  if (depth_ > nesting_) {
    too_deep_ = true;
    return;
  }
  for (const pugi::xml_node inner : node.children()) {
    const std::string_view name = local_name(inner.name());
    if (name == "p") {
      read_paragraph(inner);
    } else if (name == "tr") {
      read_row(inner);
    } else if (name == "AlternateContent") {
      read_blocks(pick_alternative(inner));
    } else if (name != "del" && name != "moveFrom") {
      read_blocks(inner);
    }
  }
}

Paragraph BodyReader::paragraph_of(pugi::xml_node properties) const {
  const auto style = styles_.find(std::string(child_value(properties, "pStyle")));
  const pugi::xml_node numbers = child(properties, "numPr");
  const bool numbered = !numbers.empty() && child_value(numbers, "numId") != "0";
  Paragraph paragraph{kind_, false};
  if (style != styles_.end()) paragraph.hidden = style->second.hidden;
  if (numbered || (style != styles_.end() && style->second.list && numbers.empty()))
    paragraph.kind = BlockKind::list_item;
  if (style != styles_.end() && style->second.heading) paragraph.kind = BlockKind::heading;
  if (!child_value(properties, "outlineLvl").empty() && child_value(properties, "outlineLvl") != "9")
    paragraph.kind = BlockKind::heading;
  return paragraph;
}

bool BodyReader::is_hidden(pugi::xml_node run_properties) const {
  const auto style = styles_.find(std::string(child_value(run_properties, "rStyle")));
  return hides(run_properties) || (style != styles_.end() && style->second.hidden);
}

void BodyReader::read_paragraph(pugi::xml_node node) {
  const Paragraph paragraph = paragraph_of(child(node, "pPr"));
  std::vector<pugi::xml_node> outer_boxes;
  std::swap(outer_boxes, boxes_);
  const std::size_t before = out_.size();
  if (paragraph.kind == BlockKind::list_item && !in_row_) out_.expect_bullet();
  read_inline(node, paragraph, paragraph.hidden);
  out_.drop_bullet();
  if (!in_row_) {
    if (out_.size() == before) out_.blank_line();
    out_.end_block(paragraph.kind);
  }
  std::swap(outer_boxes, boxes_);
  for (const pugi::xml_node box : outer_boxes) read_blocks(box);
}

void BodyReader::read_inline(pugi::xml_node node, const Paragraph& paragraph, bool hidden) {
  const Level level(depth_);
  if (depth_ > nesting_) {
    too_deep_ = true;
    return;
  }
  for (const pugi::xml_node inner : node.children()) {
    const std::string_view name = local_name(inner.name());
    if (name == "r") {
      read_inline(inner, paragraph, hidden || is_hidden(child(inner, "rPr")));
    } else if (name == "txbxContent" || name == "txBody") {
      boxes_.push_back(inner);
    } else if (name == "AlternateContent") {
      read_inline(pick_alternative(inner), paragraph, hidden);
    } else if (name != "pPr" && name != "rPr" && name != "del" && name != "moveFrom" && name != "instrText") {
      read_run_part(inner, paragraph, hidden);
    }
  }
}

void BodyReader::read_run_part(pugi::xml_node node, const Paragraph& paragraph, bool hidden) {
  const std::string_view name = local_name(node.name());
  if (name == "t") {
    out_.put(node.text().get(), hidden);
  } else if (name == "tab" || name == "ptab") {
    out_.put("\t");
  } else if (name == "noBreakHyphen") {
    out_.put("-", hidden);
  } else if (name == "sym") {
    out_.put(" ");  // a glyph of a symbol font: an icon beside the phone number
  } else if (name == "br" || name == "cr") {
    if (in_row_) {
      out_.put(" ");
    } else {
      out_.end_block(paragraph.kind);
    }
  } else {
    read_inline(node, paragraph, hidden);  // hyperlinks, insertions, smart tags, fields: their runs count
  }
}

// What a cell of a table holds, as far as it decides how the table is read.
struct CellSize {
  std::size_t bytes = 0;
  std::size_t lines = 0;
  void count(pugi::xml_node node, int levels) {
    for (const pugi::xml_node inner : node.children()) {
      const std::string_view name = local_name(inner.name());
      const std::size_t before = bytes;
      if (name == "t") bytes += std::string_view(inner.text().get()).size();
      if (levels > 0) count(inner, levels - 1);
      if (name == "br" || name == "tbl" || (name == "p" && bytes > before)) ++lines;
    }
  }
};

// Cells of one short line each make one line; cells that hold more are columns of a page layout, read in turn.
void BodyReader::read_row(pugi::xml_node row) {
  constexpr std::size_t kLongLine = 200;
  constexpr int kLevels = 16;  // down to the runs of hyperlinks in content controls; the rest is a layout anyway
  const auto is_layout = [](pugi::xml_node cell) {
    CellSize size;
    size.count(cell, kLevels);
    return size.lines > 1 || size.bytes > kLongLine;
  };
  const bool outer = in_row_;
  in_row_ = outer || std::ranges::none_of(row.children(), is_layout);
  bool first = true;
  for (const pugi::xml_node cell : row.children()) {
    if (local_name(cell.name()) != "tc" && local_name(cell.name()) != "sdt") continue;
    if (in_row_ && !first) out_.put("\t");
    first = false;
    read_blocks(cell);
  }
  in_row_ = outer;
  if (!in_row_) out_.end_block(BlockKind::table_row);
}

struct Part {
  std::string name;
  BlockKind kind = BlockKind::paragraph;
};

Result<bool> parse_part(Zip& zip, const std::string& name, pugi::xml_document& xml) {
  Result<std::optional<std::string>> bytes = zip.part(name);
  if (!bytes) return tl::unexpected(bytes.error());
  if (!*bytes) return false;
  if ((*bytes)->find("<!DOCTYPE") != std::string::npos || (*bytes)->find("<!ENTITY") != std::string::npos) {
    return fail(ErrorCode::malformed, name + " inside it declares XML entities, which no word processor writes");
  }
  if (!xml.load_buffer((*bytes)->data(), (*bytes)->size(), pugi::parse_default | pugi::parse_ws_pcdata_single))
    return fail(ErrorCode::malformed, name + " inside it is not well-formed XML");
  return true;
}

// "word/document.xml", unless the package says otherwise.
Result<std::string> main_part(Zip& zip) {
  pugi::xml_document relations;
  const Result<bool> parsed = parse_part(zip, "_rels/.rels", relations);
  if (!parsed) return tl::unexpected(parsed.error());
  for (const pugi::xml_node relation : child(relations, "Relationships").children()) {
    const std::string_view type = relation.attribute("Type").value();
    std::string_view target = relation.attribute("Target").value();
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
    const std::string_view type = relation.attribute("Type").value();
    const std::string target = folder + relation.attribute("Target").value();
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

  TextBuilder out;
  BodyReader reader(styles, out, request.limits.nesting);
  for (const Part& part : *parts) {
    const Result<bool> found = parse_part(*zip, part.name, xml);
    if (!found) return tl::unexpected(found.error());
    if (!*found && part.name == *main) return fail(ErrorCode::malformed, part.name + " is missing inside it");
    if (*found) reader.read(xml, part.kind);
    if (reader.too_deep())
      return fail(ErrorCode::too_large,
                  "nested deeper than the limit of " + std::to_string(request.limits.nesting) + " elements");
  }
  return out.take();
}

}  // namespace skillfit::reader
