// A page of text for a terminal: lines, columns that fit its width, and a little colour.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "skillfit/report.h"

namespace skillfit {

// What a colour would say. Every line reads the same without it.
enum class Style { plain, strong, quiet, good, fair, bad };

struct Cell {
  std::string text;  // printable
  Style style = Style::plain;
};

enum class Align { left, right };

struct Column {
  std::size_t width;
  Align align = Align::left;
};

class Sheet {
 public:
  // For a page (form html) always as on a plain terminal of 100 columns.
  explicit Sheet(const ReportOptions& options)
      : color_(options.color && options.form == ReportForm::table),
        width_(options.form != ReportForm::table ? 100
               : options.width < 60              ? 60
                                                 : options.width) {}

  std::size_t width() const { return width_; }

  std::string paint(std::string_view text, Style style) const;

  void blank() { out_ += '\n'; }
  void line(std::string_view text, Style style = Style::plain);  // as it is; trailing spaces go
  void heading(std::string_view text);                           // after a blank line unless it is the first

  // `text` wrapped to the width: the first line begins with `prefix`, the others are indented as far.
  void hanging(std::string_view prefix, std::string_view text, Style style = Style::plain);

  // hanging() with `label` in a column of its own, two spaces in.
  void labelled(std::string_view label, std::string_view text, Style style = Style::plain);

  // Cells cut and padded to their columns, two spaces between; a column of no width is left out. The last column is not
  // padded if it is left-aligned.
  void row(std::size_t indent, const std::vector<Column>& columns, const std::vector<Cell>& cells);

  std::string take() { return std::move(out_); }

 private:
  bool color_;
  std::size_t width_;
  std::string out_;
};

// `value` of `max` as a bar of `cells` cells.
std::string bar(std::int64_t value, std::int64_t max, std::size_t cells);

// The widest of `texts`, but at least `least` and at most `most`.
std::size_t column_width(const std::vector<std::string>& texts, std::size_t least, std::size_t most);

}  // namespace skillfit
