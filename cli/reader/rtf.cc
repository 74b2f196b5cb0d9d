// Rich text: groups open and close a state (how the text looks, where it goes), control words change it. Text is
// collected as bytes of the current font's code page and handed on when anything but text comes.
//
// What stands apart from the body (footers, notes, text boxes) is remembered by its place in the file and read after
// the body, so nothing is read inside something else.
#include <algorithm>
#include <map>
#include <vector>

#include "base/utf8.h"
#include "document/charset.h"
#include "readers.h"
#include "rtf_tables.h"
#include "rtf_tokens.h"
#include "text_builder.h"

namespace skillfit::reader {
namespace {

struct State {
  Goes goes = Goes::nowhere;  // until \rtf
  BlockKind kind = BlockKind::paragraph;
  Appearance look;
  int font = 0;
  int skip_after_unicode = 1;
  bool in_row = false;
  bool deleted = false;
  bool starred = false;  // the group began with \*
  bool began = false;    // the group's first word has been seen
};

// A group to be read later: the part of the file after its first word.
struct Apart {
  std::size_t at;
  State state;
};

class RtfReader {
 public:
  RtfReader(std::string_view bytes, TextBuilder& out, std::uint32_t nesting)
      : bytes_(bytes), out_(out), nesting_(nesting) {}
  void read();
  bool too_deep() const { return too_deep_; }

 private:
  void read_from(std::size_t at, const State& state);
  void take(const RtfToken& token, std::size_t at);
  void take_word(const RtfToken& token, std::size_t at);
  void take_symbol(char symbol);
  void take_byte(char byte);
  bool change_destination(std::string_view word, std::size_t at);
  bool change_look(std::string_view word, int number, bool on);
  bool change_paragraph(std::string_view word, int number);
  bool fill_tables(std::string_view word, int number);
  void put(std::string_view text);
  void put_unicode(int number);
  void flush();
  void end_paragraph();

  std::string_view bytes_;
  TextBuilder& out_;
  std::uint32_t nesting_;
  bool too_deep_ = false;
  std::vector<State> states_;
  std::vector<Apart> apart_;
  std::string pending_;          // bytes of the code page of the current font
  std::uint32_t surrogate_ = 0;  // the first half of a pair
  int to_skip_ = 0;              // characters that stand in for \u
  bool split_cell_ = false;      // the current cell of a table has more than one line
  bool row_shaded_ = false;      // some cell of the current row has a colour
  std::map<int, std::string_view> font_pages_;
  std::string_view page_ = "windows-1252";
  std::vector<Shade> colours_{kUnknown};
  std::map<int, bool> headings_;  // by number of style
  std::string style_name_;
  int style_ = 0;
};

void RtfReader::read() {
  read_from(0, {});
  std::vector<Apart> later;
  for (int round = 0; round < 8 && !apart_.empty(); ++round) {  // notes in text boxes in notes
    later.swap(apart_);
    apart_.clear();
    std::ranges::stable_sort(later, {}, [](const Apart& part) { return part.state.kind == BlockKind::footer; });
    for (const Apart& part : later) read_from(part.at, part.state);
  }
}

// Until the group that it began in closes.
void RtfReader::read_from(std::size_t at, const State& state) {
  states_.assign(1, state);
  to_skip_ = 0;
  RtfTokens tokens(bytes_, at);
  while (!too_deep_ && !states_.empty()) {
    const std::optional<RtfToken> token = tokens.next();
    if (!token) break;
    take(*token, tokens.position());
  }
  flush();
  if (!states_.empty()) end_paragraph();
  out_.end_block(state.kind);
}

void RtfReader::take(const RtfToken& token, std::size_t at) {
  using enum RtfToken::Kind;
  if (token.kind == byte) return take_byte(token.symbol);
  if (token.kind == open || token.kind == close) to_skip_ = 0;
  if (to_skip_ > 0) {
    --to_skip_;
    return;
  }
  flush();
  if (token.kind == open) {
    too_deep_ |= states_.size() > nesting_;
    states_.push_back(states_.back());
    states_.back().began = states_.back().starred = false;
  } else if (token.kind == close) {
    const State closed = states_.back();
    states_.pop_back();
    if (closed.kind == BlockKind::header && !states_.empty() && states_.back().kind != BlockKind::header)
      out_.end_block(BlockKind::header);
  } else if (token.kind == symbol) {
    take_symbol(token.symbol);
  } else {
    take_word(token, at);
    if (!states_.empty()) states_.back().began = true;
  }
}

void RtfReader::take_symbol(char symbol) {
  State& state = states_.back();
  if (symbol == '*') state.starred = true;
  if (state.goes != Goes::to_text) return;
  if (symbol == '~') put("\u00A0");
  if (symbol == '_') put("-");
  if (symbol == '\\' || symbol == '{' || symbol == '}') put(std::string_view(&symbol, 1));
  if (symbol == '\n' || symbol == '\r') end_paragraph();
}

void RtfReader::take_byte(char byte) {
  if (to_skip_ > 0) {
    --to_skip_;
  } else if (states_.back().goes == Goes::to_text) {
    pending_ += byte;
  } else if (states_.back().goes == Goes::to_colours && byte == ';') {
    colours_.push_back(kUnknown);
  } else if (states_.back().goes == Goes::to_styles) {
    if (byte != ';') {
      style_name_ += byte;
      return;
    }
    if (style_name_.starts_with("heading") || style_name_.starts_with("Heading") || style_name_ == "Title")
      headings_[style_] = true;
    style_name_.clear();
  }
}

void RtfReader::take_word(const RtfToken& token, std::size_t at) {
  State& state = states_.back();
  const int number = token.number.value_or(0);
  if (token.word == "rtf" && state.goes == Goes::nowhere && states_.size() == 2) state.goes = Goes::to_text;
  if (token.word == "uc") state.skip_after_unicode = std::clamp(number, 0, 16);
  if (token.word == "u" && token.number) put_unicode(number);
  if (!state.began && change_destination(token.word, at)) return;
  if (fill_tables(token.word, number)) return;
  if (change_look(token.word, number, !token.number || number != 0) || state.goes != Goes::to_text) return;
  if (change_paragraph(token.word, number)) return;
  put(sign_of(token.word));
}

// True if the group is now known to go elsewhere.
bool RtfReader::change_destination(std::string_view word, std::size_t at) {
  State& state = states_.back();
  if (state.goes == Goes::nowhere) return false;
  if (word == "listtext" || word == "pntext") {
    state.kind = BlockKind::list_item;
    if (states_.size() > 1) states_[states_.size() - 2].kind = BlockKind::list_item;
    if (!state.in_row) out_.expect_bullet();
  }
  if (word == "background") states_.front().look.ground = kUnknown;
  if (const std::optional<BlockKind> kind = kind_apart(word)) {
    apart_.push_back({at, state});
    apart_.back().state.kind = *kind;
    apart_.back().state.in_row = false;
    apart_.back().state.began = true;
    if (word == "shptxt") apart_.back().state.look.ground = kUnknown;
    state.goes = Goes::nowhere;
    return true;
  }
  if (word == "header" || word == "headerl" || word == "headerr" || word == "headerf") {
    state.kind = BlockKind::header;
    return true;
  }
  const std::optional<Goes> goes = destination_of(word);
  if (goes || state.starred) state.goes = goes.value_or(Goes::nowhere);
  return goes || state.starred;
}

bool RtfReader::fill_tables(std::string_view word, int number) {
  State& state = states_.back();
  if (word == "ansicpg" || word == "mac" || word == "pc" || word == "pca") {
    const int code = word == "mac" ? 10000 : word == "pc" ? 437 : word == "pca" ? 850 : number;
    if (const std::string_view charset = charset_of_page(code); !charset.empty()) page_ = charset;
  } else if (word == "f") {
    state.font = number;
  } else if (word == "fcharset" && state.goes == Goes::to_fonts) {
    if (const std::string_view charset = charset_of_font(number); !charset.empty()) font_pages_[state.font] = charset;
  } else if (state.goes == Goes::to_colours) {
    Shade& last = colours_.back();
    const auto value = static_cast<std::uint8_t>(std::clamp(number, 0, 255));
    last.known = true;
    if (word == "red") last.colour.red = value;
    if (word == "green") last.colour.green = value;
    if (word == "blue") last.colour.blue = value;
  } else if (word == "s" && state.goes == Goes::to_styles) {
    style_ = number;
  } else if (word == "outlinelevel" && state.goes == Goes::to_styles) {
    headings_[style_] = number < 9;
  } else {
    return false;
  }
  return true;
}

bool RtfReader::change_look(std::string_view word, int number, bool on) {
  State& state = states_.back();
  const auto colour = [&] {
    return number >= 0 && static_cast<std::size_t>(number) < colours_.size()
               ? colours_[static_cast<std::size_t>(number)]
               : kUnknown;
  };
  if (word == "v") {
    state.look.hidden = on;
  } else if (word == "fs") {
    state.look.points = number / 2.0;
  } else if (word == "cf") {
    state.look.colour = colour();
  } else if (word == "cb" || word == "chcbpat" || word == "cbpat" || word == "highlight") {
    state.look.ground = number == 0 ? states_.front().look.ground : std::optional(colour());
  } else if (word == "deleted") {
    state.deleted = on;
  } else if (word == "plain") {
    state.look = {{}, {}, {}, {}, state.look.ground};
    state.deleted = false;
    state.font = 0;
  } else {
    return false;
  }
  return true;
}

bool RtfReader::change_paragraph(std::string_view word, int number) {
  State& state = states_.back();
  const bool margin = state.kind == BlockKind::header || state.kind == BlockKind::footer;
  if (word == "par" || word == "line" || word == "page" || word == "sect" || word == "column") {
    end_paragraph();
  } else if (word == "pard") {
    if (!margin) state.kind = BlockKind::paragraph;
    state.in_row = false;
    state.look.ground = states_.front().look.ground;
  } else if (word == "intbl") {
    state.in_row = true;
    if (row_shaded_) state.look.ground = kUnknown;
  } else if (word == "trowd" || word == "clcbpat" || word == "clshdng") {
    row_shaded_ = word != "trowd";
  } else if (word == "cell" || word == "nestcell") {
    if (split_cell_) out_.end_block(state.kind);
    if (out_.in_block()) out_.put("\t");
    split_cell_ = false;
  } else if (word == "row" || word == "nestrow") {
    out_.end_block(BlockKind::table_row);
  } else if (word == "outlinelevel" || (word == "s" && headings_.contains(number) && headings_[number])) {
    if (!margin && (word == "s" || number < 9)) state.kind = BlockKind::heading;
  } else if (word == "bullet") {
    if (out_.in_block()) return put("\u2022"), true;
    state.kind = BlockKind::list_item;
    out_.expect_bullet();
  } else {
    return false;
  }
  return true;
}

void RtfReader::end_paragraph() {
  const State& state = states_.back();
  if (state.goes != Goes::to_text) return;
  if (state.in_row) split_cell_ |= out_.in_block();
  if (out_.in_block()) {
    out_.end_block(state.kind);
  } else {
    out_.blank_line();
  }
  out_.drop_bullet();
}

void RtfReader::put_unicode(int number) {
  const State& state = states_.back();
  to_skip_ = state.skip_after_unicode;
  if (state.goes != Goes::to_text) return;
  auto unit = static_cast<std::uint32_t>(number) & 0xFFFF;  // written as a signed number of 16 bits
  if ((unit & 0xFC00) == 0xD800) {
    surrogate_ = unit;
    return;
  }
  if ((unit & 0xFC00) == 0xDC00) unit = surrogate_ ? 0x10000 + ((surrogate_ & 0x3FF) << 10) + (unit & 0x3FF) : 0xFFFD;
  surrogate_ = 0;
  if (unit == 0xF0B7 || unit == 0xF0A7) unit = 0x2022;  // the bullets of symbol fonts
  std::string text;
  append_utf8(text, unit);
  put(text);
}

void RtfReader::put(std::string_view text) {
  const State& state = states_.back();
  if (state.goes != Goes::to_text || state.deleted) return;
  if (text.empty() || (text == "\t" && !out_.in_block())) return;
  out_.put(text, ink_of(state.look));
}

void RtfReader::flush() {
  if (pending_.empty()) return;
  const auto page = font_pages_.find(states_.empty() ? 0 : states_.back().font);
  if (!states_.empty()) put(decode_charset(pending_, page == font_pages_.end() ? page_ : page->second));
  pending_.clear();
}

}  // namespace

Result<Document> read_rtf(const ReaderRequest& request) {
  TextBuilder out;
  RtfReader reader(request.bytes, out, request.limits.nesting);
  reader.read();
  if (reader.too_deep()) {
    return fail(ErrorCode::too_large,
                "nested deeper than the limit of " + std::to_string(request.limits.nesting) + " RTF groups");
  }
  return out.take();
}

}  // namespace skillfit::reader
