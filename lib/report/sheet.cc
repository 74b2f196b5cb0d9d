#include "report/sheet.h"

#include <algorithm>
#include <array>

#include "base/terminal.h"

namespace skillfit {
namespace {

// SGR codes (ECMA-48): bold, faint, and the three colours everyone knows from traffic lights.
constexpr std::array<std::string_view, 6> kCodes = {"", "1", "2", "32", "33", "31"};

std::string padded(const Cell& cell, const Column& column, bool last, const Sheet& sheet) {
  const std::string text = cut_end(cell.text, column.width);
  const std::string padding(column.width - display_width(text), ' ');
  const std::string painted = sheet.paint(text, cell.style);
  if (column.align == Align::right) return padding + painted;
  return last ? painted : painted + padding;
}

}  // namespace

std::string Sheet::paint(std::string_view text, Style style) const {
  const std::string_view code = kCodes[static_cast<std::size_t>(style)];
  if (!color_ || code.empty() || text.empty()) return std::string(text);
  return std::string("\033[").append(code).append("m").append(text).append("\033[0m");
}

void Sheet::line(std::string_view text, Style style) {
  const std::size_t last = text.find_last_not_of(' ');
  out_ += paint(text.substr(0, last == text.npos ? 0 : last + 1), style);
  out_ += '\n';
}

void Sheet::heading(std::string_view text) {
  if (!out_.empty()) blank();
  hanging("", text, Style::strong);
}

void Sheet::hanging(std::string_view prefix, std::string_view text, Style style) {
  const std::size_t indent = display_width(prefix);
  std::string begin(prefix);
  for (const std::string& part : wrap(text, width_ - std::min(width_ / 2, indent))) {
    line(begin + paint(part, style));
    begin.assign(indent, ' ');
  }
}

void Sheet::labelled(std::string_view label, std::string_view text, Style style) {
  constexpr std::size_t kLabelWidth = 12;
  std::string prefix = "  " + std::string(label);
  prefix.resize(2 + std::max(kLabelWidth, label.size() + 1), ' ');
  hanging(prefix, text, style);
}

void Sheet::row(std::size_t indent, const std::vector<Column>& columns, const std::vector<Cell>& cells) {
  std::string text(indent, ' ');
  for (std::size_t i = 0; i < cells.size(); ++i) {
    if (columns[i].width == 0) continue;
    if (i > 0) text += "  ";
    text += padded(cells[i], columns[i], i + 1 == cells.size(), *this);
  }
  line(text);
}

std::string bar(std::int64_t value, std::int64_t max, std::size_t cells) {
  constexpr std::array<std::string_view, 8> kEighths = {"", "▏", "▎", "▍", "▌", "▋", "▊", "▉"};
  const auto eighths = static_cast<std::size_t>(max <= 0 ? 0 : value * 8 * static_cast<std::int64_t>(cells) / max);
  std::string out;
  for (std::size_t i = 0; i < eighths / 8; ++i) out += "█";
  out += kEighths[eighths % 8];
  return out;
}

std::size_t column_width(const std::vector<std::string>& texts, std::size_t least, std::size_t most) {
  std::size_t width = least;
  for (const std::string& text : texts) width = std::max(width, display_width(text));
  return std::min(width, most);
}

}  // namespace skillfit
