#include "rtf_tables.h"

#include <algorithm>
#include <array>

namespace skillfit::reader {
namespace {

template <class Key, class Value>
struct Row {
  Key key;
  Value value;
};
using CodePage = Row<int, std::string_view>;
using Destination = Row<std::string_view, Goes>;
using Apart = Row<std::string_view, BlockKind>;
using Sign = Row<std::string_view, std::string_view>;

constexpr std::array kPages = {
    CodePage{437, "ibm-437"},       CodePage{850, "ibm-850"},       CodePage{874, "windows-874"},
    CodePage{932, "windows-932"},   CodePage{936, "windows-936"},   CodePage{949, "windows-949"},
    CodePage{950, "windows-950"},   CodePage{1250, "windows-1250"}, CodePage{1251, "windows-1251"},
    CodePage{1252, "windows-1252"}, CodePage{1253, "windows-1253"}, CodePage{1254, "windows-1254"},
    CodePage{1255, "windows-1255"}, CodePage{1256, "windows-1256"}, CodePage{1257, "windows-1257"},
    CodePage{1258, "windows-1258"}, CodePage{10000, "macintosh"},   CodePage{65001, "UTF-8"},
};
constexpr std::array kFonts = {
    CodePage{0, "windows-1252"},   CodePage{77, "macintosh"},     CodePage{128, "windows-932"},
    CodePage{129, "windows-949"},  CodePage{134, "windows-936"},  CodePage{136, "windows-950"},
    CodePage{161, "windows-1253"}, CodePage{162, "windows-1254"}, CodePage{163, "windows-1258"},
    CodePage{177, "windows-1255"}, CodePage{178, "windows-1256"}, CodePage{186, "windows-1257"},
    CodePage{204, "windows-1251"}, CodePage{222, "windows-874"},  CodePage{238, "windows-1250"},
};
constexpr std::array kDestinations = {
    Destination{"colortbl", Goes::to_colours},  Destination{"fonttbl", Goes::to_fonts},
    Destination{"stylesheet", Goes::to_styles}, Destination{"info", Goes::nowhere},
    Destination{"pict", Goes::nowhere},         Destination{"object", Goes::nowhere},
    Destination{"fldinst", Goes::nowhere},      Destination{"listtext", Goes::nowhere},
    Destination{"pntext", Goes::nowhere},       Destination{"shprslt", Goes::nowhere},
    Destination{"listtable", Goes::nowhere},    Destination{"listoverridetable", Goes::nowhere},
    Destination{"revtbl", Goes::nowhere},       Destination{"nonshppict", Goes::nowhere},
    Destination{"nonesttables", Goes::nowhere}, Destination{"sp", Goes::nowhere},
    Destination{"xe", Goes::nowhere},           Destination{"tc", Goes::nowhere},
    Destination{"bkmkstart", Goes::nowhere},    Destination{"bkmkend", Goes::nowhere},
    Destination{"shpinst", Goes::to_text},      Destination{"nesttableprops", Goes::nowhere},
    Destination{"private1", Goes::nowhere},     Destination{"ftnsep", Goes::nowhere},
};
constexpr std::array kApart = {
    Apart{"shptxt", BlockKind::paragraph}, Apart{"footnote", BlockKind::paragraph}, Apart{"footer", BlockKind::footer},
    Apart{"footerl", BlockKind::footer},   Apart{"footerr", BlockKind::footer},     Apart{"footerf", BlockKind::footer},
};
constexpr std::array kSigns = {
    Sign{"tab", "\t"},        Sign{"emdash", "\u2014"},    Sign{"endash", "\u2013"},    Sign{"lquote", "\u2018"},
    Sign{"rquote", "\u2019"}, Sign{"ldblquote", "\u201C"}, Sign{"rdblquote", "\u201D"}, Sign{"emspace", " "},
    Sign{"enspace", " "},     Sign{"qmspace", " "},        Sign{"zwnj", "\u200C"},      Sign{"zwj", "\u200D"},
};

// The value of the row with that key, or `otherwise`.
template <class Rows, class Key, class Value>
Value value_of(const Rows& rows, const Key& key, Value otherwise) {
  const auto row = std::ranges::find(rows, key, &Rows::value_type::key);
  return row == rows.end() ? otherwise : Value(row->value);
}

}  // namespace

std::string_view charset_of_page(int code_page) {
  return value_of(kPages, code_page, std::string_view());
}

std::string_view charset_of_font(int charset) {
  return value_of(kFonts, charset, std::string_view());
}

std::optional<Goes> destination_of(std::string_view word) {
  return value_of(kDestinations, word, std::optional<Goes>());
}

std::optional<BlockKind> kind_apart(std::string_view word) {
  return value_of(kApart, word, std::optional<BlockKind>());
}

std::string_view sign_of(std::string_view word) {
  return value_of(kSigns, word, std::string_view());
}

}  // namespace skillfit::reader
